from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from tests.affair import FERRY, WIRE

from newsloom.pages.times import machine, moment, spoken, told


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2018-06-01", "1 June 2018"),
        ("2018-07", "July 2018"),
        ("2018-W22", "week of 28 May 2018"),
        ("2018", "2018"),
        ("2018-06-01T18:52:00-04:00", "1 June 2018, 18:52 −04:00"),
        ("2018-06-01T18:52:00Z", "1 June 2018, 18:52 UTC"),
        ("2018-13", "2018-13"),
        ("2018-02-31", "2018-02-31"),
        ("2018-W60", "2018-W60"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_dates_are_said_as_precisely_as_they_are_known(value: str, words: str) -> None:
    assert spoken(value) == words


def test_only_dates_that_html_knows_are_given_to_it() -> None:
    assert machine("2018-W22") == "2018-W22" and machine("2018-06") == "2018-06"
    assert machine("soon") == machine("2018-02-31") == ""


def test_zones() -> None:
    at = datetime(2018, 6, 1, 9, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert moment(at) == "1 June 2018, 09:05 +05:30"


def test_a_day_stays_a_day_and_an_undated_report_says_when_it_was_seen() -> None:
    assert told(FERRY) == "28 April 2031"
    assert told(type(WIRE)(id=WIRE.id, text="x", seen_at=WIRE.seen_at)) == "seen 28 April 2031, 12:12 UTC"
