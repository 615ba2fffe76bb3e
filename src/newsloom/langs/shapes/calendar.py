"""Months, weekdays and words that place a time, and the rules by which they are put together.

A rule is a pattern and a meaning. In a pattern a blank stands for white space, "~" for white space or a hyphen, and
`{month}` for any word of that table, captured under that name (`{day2}`: a second one). Tables and patterns are a
language's own; meanings are those of `newsloom.timeline.values`, the same for all languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words are lower-case. Where `proper`, months and weekdays count only when capitalised.

    `units`: word -> D, W, WE (weekend), M, Q, Y, E (ten years), C (hundred), TH, TM, TS; `single`: those that name one. `directions`: word -> steps
    from the unit at hand ("last" -1). `days`: word -> days from today, with a part of day where the word has one
    ("tonight" -> "0 NI"). `fixed`: words whose type and value never change ("now" -> "DATE PRESENT_REF").
    `doubtful`: words that also mean something else; alone, they count only after one of `before_time`.
    `not_years`: words after which a number is no year, `counted`
    endings of words that make the number before them a count. `alone`: words of rules that make an expression possible
    though they are in no table ("overnight").
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    single: frozenset[str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    vague: frozenset[str]
    seasons: Mapping[str, str]
    parts: Mapping[str, str]
    directions: Mapping[str, int]
    days: Mapping[str, str]
    rules: tuple[tuple[str, str], ...]
    proper: bool = True
    decades: Mapping[str, int] = field(default_factory=dict)
    hours: Mapping[str, str] = field(default_factory=dict)
    holidays: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    eras: frozenset[str] = frozenset()
    afternoon: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    before_time: frozenset[str] = frozenset()
    not_years: frozenset[str] = frozenset()
    counted: str = r"(?!)"
    future: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    past_form: str = r"(?!)"
    until: frozenset[str] = frozenset()
    headline_future: frozenset[str] = frozenset()
    boilerplate: frozenset[str] = frozenset()
