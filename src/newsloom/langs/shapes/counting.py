"""How a language writes numbers, and the words that say what is counted. All words are lower-case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Counting:
    """`words`: number words below a hundred; `scales`: those that multiply ("hundred"), with short forms ("bn").
    `collectives`: vague amounts with their bounds ("dozens": (24, 99)); `few`: how many a counted collective is
    ("dozen": 12, in "two dozen"). `modifiers`: phrases before a number with the shares of it that bound it: "about":
    (0.9, 1.1), "at least": (1, 0) (no upper bound), "up to": (0, 1). `money`: signs and words of currencies with their
    code. `durations`: units in minutes. `people`: nouns that mean anybody. `fates`: what befalls people, by the form
    in which it is told: `fates_after` stand behind the people ("12 dead"), `fates_before` govern them ("killed 12"),
    `tolls` name the count itself ("death toll"). `partial`: words behind or before a number by which it is part of
    another. `unreal`: words before a number by which it did not happen. `amended`: words of a correction.
    `aged`: forms that give an age, with {n} for the number. `votes`: words by which a count is of one of many
    divisions.
    `estimating`: verbs by which a party gives its figure.
    """

    words: Mapping[str, int]
    scales: Mapping[str, int]
    decimal: str = "."
    thousands: str = ","
    joiner: frozenset[str] = frozenset()
    collectives: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    few: Mapping[str, int] = field(default_factory=dict)
    modifiers: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    money: Mapping[str, str] = field(default_factory=dict)
    percent: tuple[str, ...] = ("%",)
    durations: Mapping[str, int] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    fates_after: Mapping[str, str] = field(default_factory=dict)
    fates_before: Mapping[str, str] = field(default_factory=dict)
    tolls: Mapping[str, str] = field(default_factory=dict)
    auxiliaries: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()
    unreal: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()  # behind a duration, it parts two events: "two weeks after"
    lingering: frozenset[str] = frozenset()  # behind a fate: "injured are still in hospital" counts whom it still holds
    rates: frozenset[str] = frozenset()  # behind a number: "deaths every year"
    amended: frozenset[str] = frozenset()
    aged: tuple[str, ...] = ()
    sites: frozenset[str] = frozenset()  # before a capital: the figure is of one site ("at the North Station") alone
    relatives: frozenset[str] = frozenset()
    discredited: frozenset[str] = frozenset()  # words by which a sentence takes its own figure back: "exaggerated"
    votes: frozenset[str] = frozenset()
    estimating: frozenset[str] = frozenset()
    according: frozenset[str] = frozenset()  # of these, those behind which the party stands: "according"
    disputing: frozenset[str] = frozenset()  # words by which a report says that figures differ
    lasting: frozenset[str] = frozenset()  # verbs before a duration: "spent", "lasted"
    uncounted: frozenset[str] = frozenset()  # heads that no two reports count alike: "thing", "way", "time"
    plurals: frozenset[str] = frozenset()  # plural nouns without the plural's ending: "people", "men"
    plural_ending: str = "s"
    stemmer: str = ""  # Snowball's name of the language
    topics: Mapping[str, str] = field(default_factory=dict)
    of: frozenset[str] = frozenset()  # words between a duration and what lasted: "hours of testimony"
    worth: frozenset[str] = frozenset()  # words that may stand before them: "hours worth of"
