"""Instants and ISO 8601 dates in a reader's words, as precise as they are and no more. Pure; nothing asks the clock."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from newsloom.records import Article

MONTHS = "January February March April May June July August September October November December".split()
YEAR, MONTH = re.compile(r"(\d{4})$"), re.compile(r"(\d{4})-(\d{2})$")
WEEK = re.compile(r"(\d{4})-W(\d{2})$")


def day(at: date) -> str:
    """2018-06-01 -> "1 June 2018"."""
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def moment(at: datetime) -> str:
    """An instant in its own zone: "1 June 2018, 18:52 −04:00"; in UTC "1 June 2018, 22:52 UTC"."""
    return f"{day(at)}, {at:%H:%M} {zone(at)}"


def zone(at: datetime) -> str:
    """The offset: "UTC", "−04:00", "+05:30"."""
    offset = at.utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)
    sign = "−" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "UTC"


def utc(at: datetime) -> str:
    """An instant in UTC: "2 June 2018, 09:00 UTC"."""
    return moment(at.astimezone(UTC))


def told(article: Article) -> str:
    """When the outlet says it published; "seen …" where it does not say; a day where it gave a day."""
    if article.published_at is None:
        return f"seen {utc(article.seen_at)}"
    return day(article.published_at.date()) if article.day_only else moment(article.published_at)


def spoken(value: str) -> str:
    """An ISO 8601 date of any precision in words; what is none is given back as it is.

    "2018-07" -> "July 2018", "2018-W22" -> "week of 28 May 2018"
    """
    try:
        if found := WEEK.match(value):
            return f"week of {day(date.fromisocalendar(int(found[1]), int(found[2]), 1))}"
        if found := MONTH.match(value):
            return f"{MONTHS[int(found[2]) - 1]} {found[1]}"
        if len(value) == len("2018-06-01"):
            return day(date.fromisoformat(value))
        return moment(datetime.fromisoformat(value)) if "T" in value else value
    except (ValueError, IndexError):
        return value


def machine(value: str) -> str:
    """The value for <time datetime>, "" where HTML knows none."""
    known = YEAR.match(value) or MONTH.match(value) or WEEK.match(value)
    if known:
        return value
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return ""
    return value
