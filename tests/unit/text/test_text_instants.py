from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsloom.text.instants import read_stamp


@pytest.mark.parametrize(
    ("stamp", "iso"),
    [
        ("Fri, 01 Jun 2018 10:04:00 EDT", "2018-06-01T10:04:00-04:00"),
        ("Fri, 1 Jun 18 10:04:00 +0900", "2018-06-01T10:04:00+09:00"),
        ("2018-06-01T10:04:00.250Z", "2018-06-01T10:04:00+00:00"),
        ("2018-06-01T10:04+05:30", "2018-06-01T10:04:00+05:30"),
        ("20180601T100400Z", "2018-06-01T10:04:00+00:00"),
        ("20180601100400", "2018-06-01T10:04:00+00:00"),
        ("June 1, 2018 at 3:04 p.m. ET", "2018-06-01T15:04:00-05:00"),
        ("Published 12:30 a.m. PT Nov. 4, 2018", "2018-11-04T00:30:00-08:00"),
        ("01.06.2018 14:30", None),
        ("25.06.2018 14:30", "2018-06-25T14:30:00+00:00"),
        ("Fri Jun 01 10:00:00 UTC 2018", "2018-06-01T10:00:00+00:00"),
        ("Fri Jun 01 2018 10:30:00 GMT+0200 (CEST)", "2018-06-01T10:30:00+02:00"),
        ("1527847440", "2018-06-01T10:04:00+00:00"),
        ("1527847440000", "2018-06-01T10:04:00+00:00"),
        ("Mon, 01 Jan 0001 00:00:00 +0000", None),
        ("3/4/2018", None),
        ("2018-06", None),
        ("2018-13-45", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_forms_of_stamps(stamp: str, iso: str | None) -> None:
    when = read_stamp(stamp)
    assert (when.at.isoformat() if when else None) == iso


@pytest.mark.parametrize(
    "stamp", ["2018-06-01", "1 June 2018", "June 1st, 2018", "20180601", "2018-06-01T00:00:00+02:00", "06/30/2018"]
)
def test_a_day_stays_a_day(stamp: str) -> None:
    when = read_stamp(stamp)
    assert when and when.day_only and when.at.tzinfo is UTC and when.at.strftime("%H:%M:%S") == "23:59:59"


def test_a_stamp_without_a_zone_takes_that_of_its_neighbour() -> None:
    published, updated = read_stamp("2018-06-01T10:00:00+09:00"), read_stamp("2018-06-01 12:00")
    assert published and updated and not updated.zoned
    assert updated.in_zone_of(published).at.isoformat() == "2018-06-01T12:00:00+09:00"


@given(st.text(max_size=250))
def test_nothing_raises(text: str) -> None:
    read_stamp(text)


@given(
    st.datetimes(datetime(1971, 1, 1), datetime(2199, 12, 30)).map(lambda at: at.replace(microsecond=0)),
    st.integers(-12 * 60, 14 * 60),
)
def test_iso_instants_are_read_as_they_are(at: datetime, minutes: int) -> None:
    aware = at.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    when = read_stamp(aware.isoformat())
    assert when and (when.day_only or when.at == aware)
