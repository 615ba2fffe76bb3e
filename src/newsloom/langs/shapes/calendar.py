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

    `units`: word -> D, W, WE (weekend), M, Q, Y, E (ten years), C (hundred), TH, TM, TS; `single`: those that name
    one. `directions`: words before a unit -> steps from the one at hand ("last" -1); `turned`: words behind it
    ("dernier"). `days`: word -> days from today, with a part of day where the word has one ("tonight" -> "0 NI").
    `fixed`: words whose type and value never change ("now" -> "DATE PRESENT_REF"). `alone`: words of rules that make
    an expression possible though they are in no table ("overnight"). `doubtful`: words that also mean something else;
    alone, they count only after one of `before_time`. `not_years`: words after which a number is no year; `counted`:
    what behind a number makes it a count. `future`, `past`, `past_form`: words that tell the tense of a date. Of
    `future`, `certain` ones leave no doubt, unless one of `past` or `loose` stands before ("was expected", "as
    expected"). `unfulfilled`: past forms that before one of `toward` tell of what may lie ahead ("agreed to meet",
    "planned for"). `bound`: past forms that do so only right
    before it ("was to meet"). `future_form`: what a verb of the future ends in. `perfect`: a word that turns a
    modal before it back ("could have"). `passive`: words behind which a participle tells no tense ("to be aired").
    `running`: directions that mean the time up to now ("the past week"), not a unit of the calendar. `joins` and
    `coming`: words that right behind a date tell that it lies ahead ("in May that will"). `until`: words directly
    before a date that lies ahead; `no_later`: those of them that no past verb turns back;
    `conjunctions`: words that join two dates; `since`: words before a date that lies behind. `some`: words that
    make a weekday any day ("a Friday"); `inside`: words before "Friday's vote" by which it is where or when
    something was; `after`: words between a length and what it is reckoned from ("a day after"). `boilerplate`: what
    makes a line no part of a report.
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
    turned: Mapping[str, int] = field(default_factory=dict)
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
    future_form: str = r"(?!)"
    certain: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    toward: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    unfulfilled: frozenset[str] = frozenset()
    running: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    coming: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    perfect: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    no_later: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    headline_future: frozenset[str] = frozenset()
    boilerplate: frozenset[str] = frozenset()
