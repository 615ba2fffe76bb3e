"""Words that decide whether a sentence can stand by itself, away from its report. All lower case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Selected: TypeAlias = Literal["last", "this", "next"]


@dataclass(frozen=True, slots=True)
class Standing:
    """`first_person`: the writer speaks of himself, or to the reader. `connectives`: openers that may be left out.
    `leaning`: openers that point at the sentence before. `persons`, `plurals`, `things`: pronouns that need a name.
    `ahead`: words of what is still to come; `open`: those of them that leave open whether it comes. `relatives`: words
    after a comma that open a clause that may be left out. `opinion`: what a headline, address or outlet calls comment.
    `verbs`: a sentence has one of these, or some other verb form. `unfinished`: words that no whole headline ends with.
    `definite`: articles of what is known already. `adding`: words that add to something told before ("also").
    `linking`: those of them, and others, that no sentence which begins anew has near its beginning. `dangling`: things
    that the sentence before did ("the move"), unless a word of `completing` follows that says which ("the decision to
    stay"); `demonstrative`: words that point at them ("that accusation"). `pointing`: words of a date that only the
    sentence before places ("the next day"). `counting`: words of a date by which it counts from one named before it ("a
    week earlier"). `astray`: words of a date that means two things ("this past week"). `selecting`: words that say
    which week or weekend is meant, with what they say. `labels`: what stands before the colon of comment and guides;
    `guides`: what their headlines begin with ("how"), `guide_parts`: or go on with behind a colon, `guide_ends`: or end
    with ("explained"); `listed_numbers`, `listed`: a count and what is counted where they are lists ("five takeaways").
    `stemmer`: Snowball's name of the language, "" for none.
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
    counting: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    astray: frozenset[str] = frozenset()
    selecting: Mapping[str, Selected] = field(default_factory=dict)
    linking: frozenset[str] = frozenset()
    dangling: frozenset[str] = frozenset()
    completing: frozenset[str] = frozenset()
    demonstrative: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    guides: frozenset[str] = frozenset()
    guide_parts: tuple[str, ...] = ()
    guide_ends: frozenset[str] = frozenset()
    listed_numbers: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    stemmer: str = ""
