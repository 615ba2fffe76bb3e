"""Date stamps of machines (feeds, metadata) -> instants; what a reader reads in a text is `timeline`'s matter.

In: a stamp in one of the forms that feeds and pages use. Out: `When`, or None where day, month or year is missing or
ambiguous. The zone given is kept; without one the stamp is taken as UTC. Midnight sharp means that only the day is
known: it is then the last second of that day (UTC), and `day_only`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# most specific first
DAYS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"^(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})(?=\D|\d{4}(?:\d\d)?(?!\d)|$)",
        r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s,.-]+" + MONTH + r"[\s,-]+(?P<year>\d{4}|\d{2})(?!\d|:)",
        r"\b" + MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s,]+(?P<year>\d{4})(?!\d|:)",
        r"\b" + MONTH + r"\s+(?P<day>\d{1,2})\s+[\d:]{5,8}\s+(?:[A-Z]{1,5}\s+)?(?P<year>\d{4})\b",
        r"(?<!\d)(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})(?!\d)",
    )
)
CLOCK = re.compile(
    r"(?<![\d:+-])(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"(?!\d)\s*(?P<half>[ap]\.?m\b\.?)?",
    re.I,
)
COMPACT_CLOCK = re.compile(
    r"^\d{8}[T ]?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<fraction>)(?P<half>)(?!\d)"
)
HOUR_ALONE = re.compile(r"\b(?P<hour>\d{1,2})(?P<minute>)(?P<second>)(?P<fraction>)\s*(?P<half>[ap]\.?m\b\.?)", re.I)
OFFSET = re.compile(r"\s*(?:GMT|UTC|Z)?\s*(?P<sign>[+−-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)", re.I)
NAMED_ZONE = re.compile(r"\s*\(?(?P<zone>[A-Za-z]{1,5})\b")
EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?$")
# hours from UTC of the abbreviations that news uses in one sense
ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "ist": 5.5, "hkt": 8, "sgt": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
    "et": -5, "est": -5, "edt": -4, "ct": -6, "cst": -6, "cdt": -5, "mt": -7, "mst": -7, "mdt": -6, "pt": -8,
    "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
LONGEST = 200  # characters
FIRST_YEAR, LAST_YEAR = 1970, 2200


@dataclass(frozen=True, slots=True)
class When:
    """An instant as it was claimed; `day_only`: no more than the day is known; `zoned`: its zone was given."""

    at: datetime
    day_only: bool = False
    zoned: bool = True

    def in_zone_of(self, other: When) -> When:
        """The same time of day in another stamp's zone, if this one has none and that one has."""
        if self.zoned or self.day_only or not other.zoned or other.day_only:
            return self
        return When(self.at.replace(tzinfo=other.at.tzinfo), zoned=True)


def read_stamp(value: str) -> When | None:
    """The instant that a stamp names.

    >>> read_stamp("Fri, 01 Jun 2018 10:04:00 EDT").at.isoformat()
    '2018-06-01T10:04:00-04:00'
    >>> read_stamp("2018-06-01").day_only
    True
    """
    value = " ".join(value.split())
    if not value or len(value) > LONGEST:
        return None
    if EPOCH.match(value):
        return _epoch(value)
    found = next((found for pattern in DAYS if (found := pattern.search(value))), None)
    day = _day(found) if found else None
    if found is None or day is None:
        return None
    compact = COMPACT_CLOCK.match(value)
    if not compact and "month" not in found.groupdict():  # or "25.06." of 25.06.2018 would read as a time of day
        value = f"{value[: found.start()]} {value[found.end() :]}"
    clock = compact or CLOCK.search(value) or HOUR_ALONE.search(value)
    return _at(day, clock, value) if clock else whole_day(day)


def whole_day(day: date) -> When:
    """A day of which no time is known: its last second in UTC."""
    return When(datetime.combine(day, time(23, 59, 59), UTC), True)


def _epoch(value: str) -> When | None:
    seconds = float(value) / (1000 if len(value.split(".")[0]) == 13 else 1)
    return When(datetime.fromtimestamp(seconds, UTC))


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    year = int(parts["year"])
    if len(parts["year"]) == 2:
        year += 2000 if year < 70 else 1900
    if parts.get("month"):
        month, day = MONTHS.index(parts["month"].lower()[:3]) + 1, int(parts["day"])
    elif parts.get("number"):
        month, day = int(parts["number"]), int(parts["day"])
    else:
        first, second = int(parts["first"]), int(parts["second"])
        if first <= 12 and second <= 12 and first != second:
            return None  # 3/4/2018 is March or April
        month, day = (second, first) if first > 12 else (first, second)
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _at(day: date, clock: re.Match[str], value: str) -> When:
    hour, minute, second = (int(clock[name] or 0) for name in ("hour", "minute", "second"))
    if half := (clock["half"] or "").lower()[:1]:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone, zoned = _zone(value, clock.end())
    if not zoned and (fronted := re.search(r"\b(?:GMT|UTC)\s*([+-]\d{1,2}(?::?\d{2})?)", value, re.I)):
        zone, zoned = _zone(fronted.group(1), 0)
    extra = timedelta(days=1) if (hour, minute) == (24, 0) else timedelta()
    try:
        at = datetime.combine(day, time(hour % 24 if extra else hour, minute, min(second, 59)), zone) + extra
        at.astimezone(UTC)
    except (ValueError, OverflowError):
        return whole_day(day)
    if (hour, minute, second) == (0, 0, 0) and not (clock["fraction"] or "").strip("0"):
        return whole_day(day)
    return When(at, zoned=zoned)


def _zone(value: str, start: int) -> tuple[timezone, bool]:
    """The zone that follows the time of day, and whether one was given."""
    if offset := OFFSET.match(value, start):
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=-minutes if offset["sign"] != "+" else minutes)), True
    if (named := NAMED_ZONE.match(value, start)) and named["zone"].lower() in ZONES:
        return timezone(timedelta(hours=ZONES[named["zone"].lower()])), True
    return UTC, False
