"""Reckoning with calendar values: TIMEX3 values as strings, the day each begins on, and steps from one to another.

A value is as precise as its words: "1990" (year), "1990-10" (month), "1990-Q3", "1990-SU", "1990-W40", "1990-W40-WE",
"1990-10-05", "199" (ten years), "19" (hundred years), any of them with "T…" behind; "BC0490" stands outside reckoning.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])"
    r"|(?P<season>SP|SU|FA|WI|H[12])))?(?:T(?P<time>.*))?\Z"
)
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "H1": 1, "H2": 7}
DAYS_OF = {"D": 1, "WE": 2, "W": 7}
MONTHS_OF = {"M": 1, "Q": 3, "S": 3, "Y": 12, "E": 120, "C": 1200}


def first_day(value: str) -> date | None:
    """The day on which a value begins; None for what is no dated value. "1990-Q3" -> 1990-07-01."""
    found = VALUE.match(value)
    if not found:
        return _first_of_decade(value)
    year, month, day, week, quarter = (int(found[name] or 0) for name in ("year", "month", "day", "week", "quarter"))
    try:
        if week:
            return date.fromisocalendar(year, week, 6 if found["end"] else 1)
        if quarter:
            return date(year, 3 * quarter - 2, 1)
        if found["season"]:
            return date(year, SEASON_MONTH[found["season"]], 1)
        return date(year, month or 1, day or 1)
    except ValueError:
        return None


def _first_of_decade(value: str) -> date | None:
    if re.fullmatch(r"\d{2,3}", value) and int(value):
        return date(int(value.ljust(4, "0")), 1, 1)
    return None


def last_day(value: str) -> date | None:
    """The day on which a value ends. "1990-10" -> 1990-10-31."""
    begin, unit = first_day(value), precision(value)
    if begin is None:
        return None
    try:
        if unit in DAYS_OF:
            return begin + timedelta(days=DAYS_OF[unit] - 1)
        return _months_on(begin, MONTHS_OF[unit]) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def precision(value: str) -> str:
    """The unit of a value: D, W, WE, M, Q, S (season), Y, E, C; "" for what is no dated value."""
    found = VALUE.match(value)
    if not found:
        return {2: "C", 3: "E"}.get(len(value), "") if value.isdigit() else ""
    if found["day"]:
        return "D"
    for name, unit in (("month", "M"), ("end", "WE"), ("week", "W"), ("quarter", "Q"), ("season", "S")):
        if found[name]:
            return unit
    return "Y"


def iso_date(value: str) -> str:
    """A value as an ISO 8601 day, week or month: a weekend, which ISO does not know, by its Saturday."""
    begin = first_day(value)
    return begin.isoformat() if begin and precision(value) == "WE" else value


def in_unit(day: date, unit: str) -> str:
    """The value of the unit that holds a day: (1990-10-05, "Q") -> "1990-Q4"."""
    iso = day.isocalendar()
    week = f"{iso.year:04}-W{iso.week:02}"
    return {
        "D": day.isoformat(),
        "W": week,
        "WE": f"{week}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "E": f"{day.year:04}"[:3],
        "C": f"{day.year:04}"[:2],
    }.get(unit, "")


def step(day: date, count: int, unit: str) -> date | None:
    """A day so many units on (back, where negative); None beyond the calendar."""
    if unit[:1].isdigit():
        count, unit = count * int(unit[0]), unit[1:]
    try:
        if unit in ("D", "W", "WE"):
            return day + timedelta(days=count * (1 if unit == "D" else 7))
        return _months_on(day, count * MONTHS_OF[unit])
    except (KeyError, ValueError, OverflowError):
        return None


def stepped(day: date | None, count: int, unit: str) -> str:
    """The value of the unit so many units on: (1990-10-05, -1, "M") -> "1990-09"; "" where it cannot be known."""
    moved = step(day, count, unit) if day else None
    return in_unit(moved, unit.lstrip("0123456789")) if moved else ""


def _months_on(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError("outside the calendar")


def day_value(year: int | str, month: int, day: int) -> str:
    """An ISO day, "" where no calendar has it: (2018, 2, 31) -> "". The year may be "XXXX"."""
    try:
        date(int(year) if str(year).isdigit() else 2000, month, day)
    except ValueError:
        return ""
    return f"{year:0>4}-{month:02}-{day:02}"


def is_near(left: str, right: str, days: int = 1) -> bool:
    """Whether two values may be the same time: they overlap, or lie at most so many days apart."""
    bounds = (first_day(left), last_day(left), first_day(right), last_day(right))
    if any(bound is None for bound in bounds):
        return False
    left_first, left_last, right_first, right_last = (bound for bound in bounds if bound)
    return (left_first - right_last).days <= days and (right_first - left_last).days <= days
