"""Words that decide whether a sentence can stand by itself, away from its report. All lower case."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """`first_person`: the writer speaks of himself. `connectives`: openers that may be left out. `leaning`: openers
    that point at the sentence before. `persons`, `plurals`, `things`: pronouns that need a name. `ahead`: words of what
    is still to come. `relatives`: words after a comma that open a clause that may be left out. `opinion`: what a
    headline, address or outlet calls comment. `verbs`: a sentence has one of these, or some other verb form.
    `unfinished`: words that no whole headline ends with. `definite`: articles of what is known already.
    `adding`: words that add to something told before ("also"). `pointing`: words of a date that only the sentence
    before places ("the next day"). `astray`: words of a date that means two things ("this past week"). `stemmer`:
    Snowball's name of the language, "" for none.
    """

    first_person: frozenset[str]
    connectives: tuple[str, ...]
    leaning: tuple[str, ...]
    persons: frozenset[str]
    plurals: frozenset[str]
    things: frozenset[str]
    ahead: frozenset[str]
    relatives: tuple[str, ...]
    opinion: tuple[str, ...]
    verbs: frozenset[str]
    unfinished: frozenset[str]
    definite: frozenset[str]
    months: tuple[str, ...]
    day_format: str
    pointing: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    astray: frozenset[str] = frozenset()
    stemmer: str = ""
