"""The shape of a language's data: one record per step that needs words of its own."""

from __future__ import annotations

from dataclasses import dataclass

from newsloom.langs.shapes.calendar import Calendar
from newsloom.langs.shapes.counting import Counting
from newsloom.langs.shapes.furniture import Furniture
from newsloom.langs.shapes.kinds import Kinds
from newsloom.langs.shapes.naming import Naming
from newsloom.langs.shapes.saying import Saying
from newsloom.langs.shapes.slots import Slots
from newsloom.langs.shapes.stances import Stances
from newsloom.langs.shapes.standing import Standing
from newsloom.langs.shapes.statuses import Statuses


@dataclass(frozen=True, slots=True)
class Language:
    code: str  # ISO 639-1
    name: str
    stop_words: frozenset[str]
    calendar: Calendar | None = None
    naming: Naming | None = None
    saying: Saying | None = None
    statuses: Statuses | None = None
    stances: Stances | None = None
    counting: Counting | None = None
    furniture: Furniture | None = None
    standing: Standing | None = None
    slots: Slots | None = None
    kinds: Kinds | None = None
    abbreviated: frozenset[str] = frozenset()  # titles before a name that end in a full stop and no sentence: "Ms."


__all__ = [
    "Calendar",
    "Counting",
    "Furniture",
    "Kinds",
    "Language",
    "Naming",
    "Saying",
    "Slots",
    "Stances",
    "Standing",
    "Statuses",
]
