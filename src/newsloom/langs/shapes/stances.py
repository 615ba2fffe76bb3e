"""Verbs by which a party wants, offers, refuses. All words are lower-case, as they stand in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stances:
    """`cues`: a party's verb, or verb with its preposition, with the stance that it tells ("called for": "demands").

    `nouny`: cues that are nouns as often: they count only before one of `objects`. `empty`: words behind a cue by
    which it tells no stance ("declined to comment", "backed by"), at most three words, "*" for any cue. `between`:
    what may stand between a party and its verb; `negations` and `modals` there undo it; `passive`: forms of "be" there
    turn it around. `governed`: words before a party by which it is not the subject ("a spokesman for Kim"); `doubting`:
    words before it by which nothing is said to be so ("if", "whether"). `relative`: "who" behind a party and a comma.
    `first`: "I" and "we"; `own`: verbs behind them with their stances; `oughts`: words by which a speaker says what is
    to be, `norms` the stances that they tell, plain and negated; `idle`: words behind them by which it is no wish
    ("must say"), `doubting_norms` words before them ("if he should"); `done`: what may follow "must be" beside
    participles ("must be held"), `undone` participles that may not ("should be pleased"), `strict` those of `oughts`
    that tell a wish only in quotation marks ("must"). `greeting`: verbs behind a wish by which it is none ("I would
    like to thank"). `nouns`: nouns with their prepositions behind a party's genitive ("Lee's demand for"). `telling`:
    verbs by which a party tells of itself ("said that it wants").
    `heads`: bodies that speak for the place before them ("the Trump administration").
    """

    cues: Mapping[str, str]
    nouny: frozenset[str] = frozenset()
    plural: frozenset[str] = frozenset()  # forms that no single person is the subject of: "want"
    objects: frozenset[str] = frozenset()
    empty: Mapping[str, frozenset[str]] = field(default_factory=dict)
    between: frozenset[str] = frozenset()
    adverb_ending: str = ""
    negations: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    governed: frozenset[str] = frozenset()
    doubting: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    demonyms: Mapping[str, str] = field(default_factory=dict)  # "turkish" -> code of the country; before `heads`
    leading: frozenset[str] = frozenset()  # words that may stand before a demonym: "the", not "two former"
    denials: frozenset[str] = frozenset()  # words by which a sentence is a denial itself
    charges: frozenset[str] = frozenset()  # words behind which the accused stands: "accused Lee of"
    charged: frozenset[str] = frozenset()  # words before which the accused stands: "Lee allegedly", "Lee is accused of"
    granted: frozenset[str] = frozenset()  # what is refused, not disputed, where it is "denied": "request"
    first: frozenset[str] = frozenset()
    own: Mapping[str, str] = field(default_factory=dict)
    oughts: frozenset[str] = frozenset()
    norms: tuple[str, str] = ("wants", "opposes")
    idle: frozenset[str] = frozenset()
    doubting_norms: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    undone: frozenset[str] = frozenset()
    strict: frozenset[str] = frozenset()
    greeting: frozenset[str] = frozenset()
    nouns: Mapping[str, str] = field(default_factory=dict)
    telling: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()  # "it": who tells of itself
    pointers: frozenset[str] = frozenset()  # words by which a denial points back: "those"
    denied: frozenset[str] = frozenset()  # what they point to: "reports"
    voicing: frozenset[str] = frozenset()  # verbs before a noun of a stance: "voiced its opposition to"
    own_words: frozenset[str] = frozenset()  # "its", "his", between them
    asking: frozenset[str] = frozenset()  # words that put what follows in question: "whether"
