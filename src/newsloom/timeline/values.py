"""Meanings: the table that says what each rule of a language's calendar means.

In: a rule's meaning, its captured parts, and the `Setting` in which they stand. Out: TIMEX3 type and value.
"""

from __future__ import annotations

import re

from newsloom.timeline import counted, named
from newsloom.timeline.reckoning import stepped
from newsloom.timeline.setting import Meaning, Meant, Parts, Setting


def _fixed_words(parts: Parts, setting: Setting) -> Meant:
    kind, _, value = setting.calendar.fixed[re.sub(r"\s+", " ", parts["fixed"])].partition(" ")
    return ("SET" if kind == "SET" else "DATE"), value


MEANINGS: dict[str, Meaning] = {
    "day": named.mean_day,
    "holiday": named.mean_holiday,
    "weekday": named.mean_weekday,
    "each_weekday": counted.mean_each_weekday,
    "from_today": named.mean_from_today,
    "two_days": counted.mean_two_days,
    "month": named.mean_month,
    "season": named.mean_season,
    "quarter": named.mean_quarter,
    "year": named.mean_year_alone,
    "half_year": named.mean_half_year,
    "spoken_year": named.mean_spoken_year,
    "short_year": named.mean_short_year,
    "old_year": named.mean_old_year,
    "decade": named.mean_decade,
    "century": named.mean_century,
    "stepped": counted.mean_stepped,
    "current": counted.mean_current,
    "latest": counted.mean_latest,
    "part": counted.mean_part,
    "same_part": counted.mean_same_part,
    "next_unit": counted.from_told(1),
    "previous_unit": counted.from_told(-1),
    "next_day": lambda parts, setting: ("DATE", stepped(setting.told, 1, "D")),
    "previous_day": lambda parts, setting: ("DATE", stepped(setting.told, -1, "D")),
    "same_unit": counted.from_told(0),
    "the_unit": counted.mean_the_unit,
    "year_ago": counted.mean_year_ago,
    "ago": counted.steps(-1, False),
    "before": counted.steps(-1, True),
    "after": counted.steps(1, True),
    "hence": counted.steps(1, False),
    "vague_past": lambda parts, setting: ("DATE", "PAST_REF"),
    "vague": lambda parts, setting: ("DATE", ""),
    "recent": lambda parts, setting: ("DATE", "PAST_REF"),
    "coming": lambda parts, setting: ("DATE", "FUTURE_REF"),
    "told_weekday": named.mean_told_weekday,
    "length": counted.mean_length,
    "one_length": counted.mean_one_length,
    "vague_length": counted.mean_vague_length,
    "half_length": counted.mean_half_length,
    "each_unit": counted.mean_each_unit,
    "each_name": counted.mean_each_name,
    "hour": named.mean_hour,
    "bare_part": named.mean_bare_part,
    "fixed": _fixed_words,
}


def mean(means: str, parts: Parts, setting: Setting) -> Meant:
    """Type and value of an expression where it stands; what lies outside the calendar (the week before year 1) is a
    date without a value."""
    try:
        return MEANINGS[means](parts, setting)
    except (ValueError, OverflowError, KeyError):  # KeyError: a spelling whose lower case is in no table ("TURKİSH")
        return "DATE", ""
