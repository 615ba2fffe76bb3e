"""What a report says of those it names: functions, genders, shared surnames, and the full names of who is no entity.

In: an article and its entities. Out: look-ups by number of the entity, or by a word. Nothing here depends on who has
spoken so far.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import Final

from newsloom.langs.shapes import Saying
from newsloom.records import Article, Entity, Range

BESIDE: Final = 60  # characters around a name that say what somebody is
BEHIND: Final = 36  # characters behind a name that do
PLACES: Final = 12  # mentions of one entity that are looked at for it
NEAR: Final = 1000  # characters
CAPITALS: Final = re.compile(r"[A-Z][\w.’'-]*\w(?:[^\S\n]+[A-Z][\w.’'-]*\w){1,4}")
STOP: Final = re.compile(r"(?<=\w{4})[.!?][\"”’]?\s|\n")  # the end of a sentence, not of "Sen."
POSSESSIVE: Final = re.compile(r"['’]s?$")


class Parties:
    """The entities of one report, as its words describe them."""

    def __init__(self, article: Article, entities: tuple[Entity, ...], saying: Saying, titles: frozenset[str]) -> None:
        self.article, self.entities, self.saying = article, entities, saying
        self.titles = titles
        self.functions = [self._functions(entity) for entity in entities]
        self.persons = [entity.kind == "person" or self._acts(entity) for entity in entities]
        self.genders = [self._gender(number) for number in range(len(entities))]

    def _functions(self, entity: Entity) -> frozenset[str]:
        """Words of an entity's titles and roles, and the words right before its mentions."""
        before = {word for mention in entity.mentions for word in self._words_before(mention)}
        return (self._held(entity) | before) & self.titles

    def _held(self, entity: Entity) -> frozenset[str]:
        """Words of an entity's titles and present roles."""
        words: list[str] = " ".join(entity.titles).lower().replace(".", "").split()
        for role in entity.roles:
            if not role.former:
                words += self.article.text_of(role.range).lower().replace(",", " ").split()
        return frozenset(words)

    def _words_before(self, mention: Range) -> list[str]:
        """Capitalised or known words that stand right before a name: "Green Party leader [Ann Lee]"."""
        before = self._part(mention)[max(0, mention.start - BESIDE) : mention.start].replace("\n", " . ")
        kept: list[str] = []
        for word in reversed(before.split()):
            bare = word.lower().rstrip(".")
            if word[-1] in ',;:!?"”' or (word.endswith(".") and len(word) > 5) or bare in self.saying.breaks:
                break
            kept.append(bare)
            if len(kept) == 4 or bare in self.saying.definite or bare in self.saying.prepositions:
                break
        return kept

    def _part(self, place: Range) -> str:
        return self.article.text if place.part == "text" else self.article.headline

    def _acts(self, entity: Entity) -> bool:
        """Whether what the tagger took for an organisation is called by a person's function: "its director, [Ann Lee],"
        is a person; "the agency, [Lee Press]," is none."""
        if entity.kind != "organisation" or not 2 <= len(entity.name.split()) <= 3:
            return False
        last = entity.name.split()[-1].lower()
        if last in self.saying.body_nouns or last in self.saying.generic_bodies or last in self.saying.people_nouns:
            return False
        return any(self._is_called(mention) for mention in entity.mentions[:PLACES])

    def _is_called(self, mention: Range) -> bool:
        before = self._part(mention)[max(0, mention.start - BESIDE) : mention.start].lower().split()
        if not before or not before[-1].endswith(","):
            return False
        function = before[-1].rstrip(",")
        return function in self.saying.people_nouns and function not in self.saying.body_nouns

    def _gender(self, number: int) -> str:
        entity = self.entities[number]
        if entity.gender or not self.persons[number]:
            return entity.gender
        return next((g for word, g in self.saying.gendered.items() if word in self.functions[number]), "")

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words that stand in the full names of several persons: "kim"."""
        names = [set(e.name.lower().split()) for e in self.entities if e.kind == "person" and len(e.name.split()) > 1]
        return frozenset(word for word, n in Counter(w for words in names for w in words).items() if n > 1)

    @cached_property
    def _full_names(self) -> dict[str, Range]:
        """By its last word, the first run of capitals that ends in it: "babb" -> "Curtis Babb"."""
        found: dict[str, Range] = {}
        for run in CAPITALS.finditer(self.article.text):
            start, words = run.start(), run.group().split()
            while len(words) > 2 and words[0].lower().rstrip(".") in self.titles:
                start = self.article.text.index(words[1], start + len(words[0]))
                words = words[1:]
            plain = POSSESSIVE.sub("", words[-1])
            found.setdefault(plain.lower(), Range(start, run.end() - len(words[-1]) + len(plain)))
        return found

    def full_name(self, word: str, before: int) -> Range | None:
        """Where somebody who is no entity is first named in full."""
        place = self._full_names.get(word)
        return place if place and place.start < before else None

    def bearer(self, noun: str, gender: str, before: int, complement: frozenset[str]) -> int | None:
        """The person who bears a function, named before; of several, the one whom the complement ("of the [Senate]")
        speaks for, then the one most spoken of."""
        same = frozenset({noun}).union(*(roles for roles in self.saying.same_role if noun in roles))
        bearers = [
            n
            for n, entity in enumerate(self.entities)
            if entity.kind == "person"
            and self.functions[n] & same
            and (not gender or self.genders[n] in ("", gender))
            and self.last_named(n, before) >= 0
        ]
        if complement:
            bearers = [n for n in bearers if self._is_of(n, noun, complement)]
        titled = [n for n in bearers if noun in self._held(self.entities[n])]
        exact = titled or [n for n in bearers if noun in self.functions[n]]
        return max(exact or bearers, key=lambda n: (self._weight(n, before), -n), default=None)

    def _is_of(self, number: int, noun: str, complement: frozenset[str]) -> bool:
        """Whether a function beside somebody's name has that complement: "Minister for [London] Ann Lee" and "London
        minister Ann Lee", but not "Minister Ann Lee, London mayor …"."""
        for mention in self.entities[number].mentions[:PLACES]:
            whole = self._part(mention)
            before = STOP.split(whole[max(0, mention.start - BESIDE) : mention.start])[-1]
            behind = STOP.split(whole[mention.end : mention.end + BEHIND])[0]
            words = re.findall(r"\w+", f"{before} {behind}".lower())
            for at in (n for n, word in enumerate(words) if word == noun):
                prepositions = self.saying.prepositions.intersection(words[at + 1 : at + 2])
                governed = words[at + 2 : at + 5] if prepositions else []
                if complement.intersection([*words[max(0, at - 3) : at], *governed]):
                    return True
        return False

    def _weight(self, number: int, before: int) -> int:
        """How much a reader has somebody in mind: mentions so far, the last thousand characters counting thrice."""
        places = [m.start for m in self.entities[number].mentions if m.part == "text" and m.start < before]
        return len(places) + 2 * sum(before - place < NEAR for place in places)

    def last_named(self, number: int, before: int) -> int:
        """Where somebody was last named before a place; -1: not yet."""
        places = [0 if m.part == "headline" else m.start for m in self.entities[number].mentions]
        return max((place for place in places if place < before or not place), default=-1)
