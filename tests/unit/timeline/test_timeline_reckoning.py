"""Steps between calendar values."""

from __future__ import annotations

from datetime import date

import pytest

from newsloom.timeline.reckoning import day_value, first_day, in_unit, is_near, last_day, precision, stepped


@pytest.mark.parametrize(
    ("value", "unit", "first", "last"),
    [
        ("2016-02", "M", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018-W22", "W", date(2018, 5, 28), date(2018, 6, 3)),
        ("2018-W22-WE", "WE", date(2018, 6, 2), date(2018, 6, 3)),
        ("1990-Q3", "Q", date(1990, 7, 1), date(1990, 9, 30)),
        ("1990", "Y", date(1990, 1, 1), date(1990, 12, 31)),
        ("199", "E", date(1990, 1, 1), date(1999, 12, 31)),
        ("2018-06-01T12:00", "D", date(2018, 6, 1), date(2018, 6, 1)),
        ("PAST_REF", "", None, None),
        ("2018-02-31", "D", None, None),
        ("9999-12", "M", date(9999, 12, 1), None),
    ],
)
def test_bounds(value: str, unit: str, first: date | None, last: date | None) -> None:
    assert (precision(value), first_day(value), last_day(value)) == (unit, first, last)


def test_steps_keep_to_the_calendar() -> None:
    assert stepped(date(2018, 3, 31), -1, "M") == "2018-02"
    assert stepped(date(2016, 2, 29), -1, "Y") == "2015"
    assert stepped(date(2018, 12, 31), 1, "W") == "2019-W02"
    assert stepped(date(2018, 6, 1), 1, "2W") == "2018-W24"
    assert stepped(date(1, 1, 1), -1, "D") == ""
    assert stepped(date(2018, 6, 1), 10**9, "C") == ""
    assert stepped(None, 1, "D") == ""


def test_units_of_a_day() -> None:
    assert [in_unit(date(2018, 5, 31), unit) for unit in "DWMQYEC"] == [
        "2018-05-31", "2018-W22", "2018-05", "2018-Q2", "2018", "201", "20",
    ]  # fmt: skip


def test_impossible_days_have_no_value() -> None:
    assert day_value(2018, 2, 31) == "" and day_value(0, 1, 1) == "" and day_value("XXXX", 2, 29) == "XXXX-02-29"


def test_near() -> None:
    assert is_near("2018-05-31", "2018-06-01") and is_near("2018-W22", "2018-06-04")
    assert not is_near("2018-05-31", "2018-06-02") and not is_near("", "2018-06-02")
