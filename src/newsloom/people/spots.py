"""A person's name in its sentence, and what the rules of roles ask of the words around it.

In: a sighting and its line. Out: answers about tokens; nothing is found here. A token beyond either end is a full stop.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from newsloom.langs.shapes.naming import Naming
from newsloom.people.sightings import Line, Sighting
from newsloom.records import Range, Role
from newsloom.text.gazetteer import fold

POSSESSIVES = ("'s", "’s")
ENDS = frozenset('.;:!?—–()[]"“”')
OPENING_QUOTES = frozenset("\"“‘'«„")
LONGEST_AFTER = 28  # tokens of an apposition


@dataclass(frozen=True, slots=True)
class Spot:
    """A name in its sentence. `others`: tokens that name persons; `bodies`: that name organisations and places."""

    sighting: Sighting
    line: Line
    others: Collection[int]
    naming: Naming
    bodies: Collection[int] = ()

    def word(self, at: int) -> str:
        """The word at a token, "." beyond either end."""
        return self.line.words[at] if 0 <= at < len(self.line.words) else "."

    def plain(self, at: int) -> str:
        return fold(self.word(at)).rstrip(".")

    def heads(self, at: int) -> bool:
        """Whether a word is a role noun; "official" is none in "official devices"."""
        return heads_role(self.word(at), self.naming) and not self._describes(at)

    def _describes(self, at: int) -> bool:
        """Whether a noun that may be an adjective stands before a noun of its own."""
        word, plain, naming = self.word(at + 1), self.plain(at + 1), self.naming
        if self.plain(at) not in naming.adjectival or not plain.isalpha() or not word[0].islower():
            return False
        linking = naming.joiners | naming.agents | naming.conjunctions | naming.relatives | naming.openers
        after = linking | naming.clause_verbs | naming.auxiliaries | naming.from_words | naming.articles
        formed = plain.endswith((*naming.verb_ends, *naming.adverb_ends))
        return not (plain in after or formed or plain in naming.role_modifiers or heads_role(word, naming))

    def opens(self, at: int) -> bool:
        """Whether a token is the first of its sentence or of a quotation, where a capital tells nothing."""
        return at == 0 or self.word(at - 1) in OPENING_QUOTES or self.word(at - 1) == ":"

    def range(self, first: int, last: int) -> Range:
        return Range(self.line.tokens[first][0], self.line.tokens[last - 1][1], self.line.range.part)

    def joined(self, first: int, most: int) -> tuple[str, list[int]]:
        """Tokens that stand together without blanks, as one string, with the length of the string at each token's end:
        "R-S.D." of "(R-S.D.)"."""
        text, ends = "", []
        for at in range(first, min(first + most, len(self.line.words))):
            if at > first and self.line.tokens[at][0] != self.line.tokens[at - 1][1]:
                break
            text += self.line.words[at]
            ends.append(len(text))
        return text, ends


def heads_role(word: str, naming: Naming) -> bool:
    """Whether a word is a role noun, also in a compound ("minister-designate", "co-author")."""
    plain = fold(word).rstrip(".")
    return plain in naming.role_nouns or (
        "-" in plain and (plain.split("-")[0] in naming.role_nouns or plain.rpartition("-")[2] in naming.role_nouns)
    )


def tells_past(word: str, naming: Naming) -> bool:
    """Whether a folded word says that a role is held no more: "former", "ex-minister", "then-candidate", "was"."""
    return word in naming.former or ("-" in word and f"{word.partition('-')[0]}-" in naming.former)


def role_at(spot: Spot, first: int, last: int) -> Role:
    """A "former" behind the head speaks of somebody else's past: "aide to former President …"."""
    head = next((i for i in range(first, last) if spot.heads(i)), last)
    told = [spot.plain(i) for i in range(max(0, first - 1), min(head + 1, last))]
    former = any(tells_past(word, spot.naming) for word in told)
    return Role(spot.range(first, last), former)


def phrase_end(spot: Spot, first: int) -> int:
    """Where an apposition ends: at a mark, a verb of the clause, or a relative clause."""
    naming = spot.naming
    last = first
    while last < min(len(spot.line.words), first + LONGEST_AFTER):
        word, plain = spot.word(last), spot.plain(last)
        if last > first and (plain in naming.turns or plain in naming.subject_pronouns):
            break
        if word in ENDS or plain in naming.clause_verbs or (word == "," and not _goes_on(spot, last)):
            break
        if plain in naming.relatives and last > first:
            break
        if plain in naming.conjunctions and spot.plain(last + 1) in naming.clause_verbs | naming.auxiliaries:
            break  # "the next president and be sure to vote"
        last += 1
    while last > first and (not spot.word(last - 1)[0].isalnum() or _idle(spot, last - 1)):
        last -= 1
    return last


def _idle(spot: Spot, at: int) -> bool:
    """A word that ends no role: "and", "he"; not "Watch" with a capital."""
    naming = spot.naming
    return spot.word(at)[0].islower() and spot.plain(at) in naming.conjunctions | naming.openers - naming.joiners


def _goes_on(spot: Spot, comma: int) -> bool:
    """A comma inside one phrase: "a writer, editor and critic"."""
    listed = any(spot.plain(i) in spot.naming.conjunctions for i in range(comma + 2, comma + 5))
    return listed and spot.heads(comma + 1) and spot.word(comma + 1)[0].islower()


def acts(spot: Spot, at: int) -> bool:
    """Whether a word reads as the verb of a clause: "flatly refuted"; not "hired by", "a retired", "based in".

    A past form is none after an article or another modifier, before a noun that heads a role, or before "by", "in", …
    """
    naming, word = spot.naming, spot.word(at)
    plain = spot.plain(at)
    if not word[0].islower() or not plain.endswith(naming.verb_ends) or plain in naming.role_modifiers:
        return False
    before, after = spot.plain(at - 1), spot.plain(at + 1)
    led = before in naming.articles or before in naming.role_modifiers or before in POSSESSIVES
    return not (led or spot.heads(at + 1) or "-" in plain or after in naming.agents)
