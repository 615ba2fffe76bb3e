"""Where a calendar expression stands, and what its parts say there: numbers, years, directions.

In: captured parts and a Setting. Out: numbers and values, "" or None where they cannot be known; nothing raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from newsloom.langs.shapes import Calendar
from newsloom.timeline.reckoning import first_day, last_day, precision

TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Meant: TypeAlias = tuple[TimexType, str]
Parts: TypeAlias = Mapping[str, str]
Meaning: TypeAlias = Callable[..., Meant]
TOO_FAR = 300  # days: a yearless date that a verb puts farther off is the nearer one after all
STEP_BACK = 240  # days that a history does not step back: the next year is meant


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands.

    `today`: the day of the report, None where unknown; `last`: the date told of last, `quarter` the quarter; `lean`:
    -1 the sentence tells what was, 1 what will be, 0 unknown; `history`: dates follow `last`, not today.
    """

    calendar: Calendar
    today: date | None
    last: str = ""
    quarter: str = ""
    lean: int = 0
    history: bool = False

    @property
    def here(self) -> date | None:
        """The day from which "last year" counts: in a history the last date told of."""
        return (first_day(self.last) if self.history else None) or self.today

    @property
    def told(self) -> date | None:
        """The day from which "two days later" counts."""
        return first_day(self.last) or self.today


def number_of(word: str | None, calendar: Calendar) -> int | None:
    """ "12" -> 12, "1,200" -> 1200, "twenty-four" -> 24, "third" -> 3; None for anything else."""
    if not word:
        return None
    word = re.sub(r"\s+", " ", word)
    known = calendar.numbers.get(word) or calendar.ordinals.get(word)
    if known:
        return known
    if digits := re.match(r"\d[\d,]*", word):
        return int(digits.group().replace(",", "")[:9])
    pieces = [calendar.numbers.get(piece, 0) for piece in re.split(r"[- ]", word)]
    if len(pieces) == 2 and all(pieces):
        return pieces[0] * pieces[1] if pieces[1] >= 100 else sum(pieces)
    return None


def year_of(parts: Parts, setting: Setting) -> int | None:
    if parts.get("year", "").isdigit():
        return int(parts["year"])
    if "short_year" in parts:
        return full_year(parts["short_year"], setting)
    if "this" in parts and setting.here:
        return setting.here.year + direction_of(parts, setting)
    return None


def full_year(digits: str, setting: Setting) -> int:
    now = (setting.here or setting.today or date(2000, 1, 1)).year
    century = now - now % 100
    year = century + int(digits)
    return year - 100 if year > now + 20 else year


def unit_of(parts: Parts) -> str:
    return parts.get("unit") or parts["one"]


def direction_of(parts: Parts, setting: Setting) -> int:
    word = re.sub(r"\s+", " ", parts.get("direction", "")).removesuffix("'s")
    return setting.calendar.directions.get(word, 0) or setting.calendar.turned.get(parts.get("turned", ""), 0)


def _nearest(options: list[tuple[date, date]], setting: Setting) -> int:
    """Which of some stretches of days, oldest first, is meant: the newest begun where the sentence tells what was, the
    first not yet over where it tells what will be, otherwise the nearest."""
    today = setting.today
    if today is None:
        return 0
    nearest = min(range(len(options)), key=lambda i: abs((options[i][0] - today).days))
    chosen = _leaning(options, setting.lean, today) if setting.lean else nearest
    begin, end = options[chosen]
    return nearest if max((begin - today).days, (today - end).days) > TOO_FAR else chosen


def _leaning(options: list[tuple[date, date]], lean: int, today: date) -> int:
    if lean < 0:
        return max((i for i, (begin, _) in enumerate(options) if begin <= today), default=0)
    return min((i for i, (_, end) in enumerate(options) if end >= today), default=len(options) - 1)


def yearless(make: Callable[[int], str], setting: Setting) -> str:
    """A value without its year -> with it: "September" -> "1990-09"."""
    if setting.history or setting.today is None:
        return _next_told(make, setting)
    made = [make(setting.today.year + ahead) for ahead in (-1, 0, 1)]
    spans = [(first, end, value) for value in made if (first := first_day(value)) and (end := last_day(value))]
    return spans[_nearest([(first, end) for first, end, _ in spans], setting)][2] if spans else ""


def _next_told(make: Callable[[int], str], setting: Setting) -> str:
    """In a history: in the year told of last, or the next where that would step back by half a year and more."""
    told = first_day(setting.last)
    if told is None:
        return re.sub(r"^\d{4}", "XXXX", make(2000))
    value = make(told.year)
    begin = first_day(value)
    if begin and precision(setting.last) in "DWM" and (told - begin).days > STEP_BACK:
        return make(told.year + 1)
    return value
