"""What ONE report says somebody is: the words before or after the name that tell it, verbatim and without the name.

In: a sighting of a person and its sentence. Out: `Role` ranges in order of place. A role's words hold a role noun
("minister", "columnist") or a seat ("R-Maine"); "former" and the like are flagged, also where they stand outside.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from newsloom.langs.shapes.naming import Naming
from newsloom.people.sightings import PARTY, Line, Sighting
from newsloom.records import Range, Role
from newsloom.text.gazetteer import fold

LONGEST_BEFORE = 9  # tokens of a role right before a name
LONGEST_LEAD = 14  # tokens of a role parted from the name by a comma
LONGEST_AFTER = 28  # tokens of an apposition
HEAD_WITHIN = 9  # tokens in which an apposition's role noun must come
LONGEST_SEAT = 3  # words of a place that somebody stands for
ENDS = frozenset('.;:!?—–()[]"“”')
POSSESSIVES = ("'s", "’s")
OPENS = (",", "(", "—", "–")
CLOSES = (",", ".", "—", "–", ")", *POSSESSIVES)


@dataclass(frozen=True, slots=True)
class Spot:
    """A name in its sentence. `others`: tokens that name persons; no role runs backwards over them."""

    sighting: Sighting
    line: Line
    others: Collection[int]
    naming: Naming

    def word(self, at: int) -> str:
        """The word at a token, "." beyond either end."""
        return self.line.words[at] if 0 <= at < len(self.line.words) else "."

    def plain(self, at: int) -> str:
        return fold(self.word(at)).rstrip(".")

    def heads(self, at: int) -> bool:
        return heads_role(self.word(at), self.naming)


def find_roles(sighting: Sighting, line: Line, others: Collection[int], naming: Naming) -> tuple[Role, ...]:
    """Roles told at one place, each rule's once."""
    spot = Spot(sighting, line, others, naming)
    found = (rule(spot) for rule in RULES)
    return tuple(dict.fromkeys(role for role in found if role))


def heads_role(word: str, naming: Naming) -> bool:
    """Whether a word is a role noun, also in a compound ("minister-designate", "co-author")."""
    plain = fold(word).rstrip(".")
    return plain in naming.role_nouns or (
        "-" in plain and (plain.split("-")[0] in naming.role_nouns or plain.rpartition("-")[2] in naming.role_nouns)
    )


def tells_past(word: str, naming: Naming) -> bool:
    """Whether a folded word says that a role is held no more: "former", "ex-minister", "then-candidate"."""
    return word in naming.former or ("-" in word and f"{word.partition('-')[0]}-" in naming.former)


def _role(spot: Spot, first: int, last: int) -> Role:
    """A "former" behind the head speaks of somebody else's past: "aide to former President …"."""
    head = next((i for i in range(first, last) if spot.heads(i)), last)
    told = [spot.plain(i) for i in range(max(0, first - 1), min(head + 1, last))]
    former = any(tells_past(word, spot.naming) for word in told)
    tokens = spot.line.tokens
    return Role(Range(tokens[first][0], tokens[last - 1][1], spot.line.range.part), former)


def _before(spot: Spot) -> Role | None:
    """ "former spy chief" Kim Yong Chol; "South Korean President" Moon Jae-in."""
    at, naming = spot.sighting.first, spot.naming
    if not at or not (spot.heads(at - 1) or naming.titles.get(spot.plain(at - 1)) == ""):
        return None
    first = at - 1
    while first > max(0, at - LONGEST_BEFORE) and first - 1 not in spot.others and _may_stand_before(spot, first - 1):
        first -= 1
    while first < at - 1 and (
        not spot.word(first)[0].isalnum() or spot.plain(first) in naming.joiners | naming.articles
    ):
        first += 1
    told = any(spot.heads(i) or spot.plain(i) in naming.rank_titles for i in range(first, at))
    return _role(spot, first, at) if told else None


def _may_stand_before(spot: Spot, at: int) -> bool:
    """Modifiers, nouns of roles and capitals; what links capitals: "Secretary of State", "Korea's leader"."""
    word, plain, naming = spot.word(at), spot.plain(at), spot.naming
    if word in POSSESSIVES:
        return spot.word(at - 1)[0].isupper()
    if plain in naming.role_modifiers or spot.heads(at) or plain in naming.gendered:
        return True
    if word == "-" and at and spot.line.tokens[at][0] > spot.line.tokens[at - 1][1]:
        return False  # a dash with a blank before it ends a dateline: "WASHINGTON - United States President …"
    if plain in naming.joiners or word in ("&", "-"):
        return at > 0 and spot.word(at - 1)[0].isupper() and spot.word(at + 1)[0].isupper() and not word[0].isupper()
    if "-" in word and plain.rpartition("-")[2] in naming.compound_ends:
        return True
    capital = word[0].isupper() and plain not in naming.common_capitals and plain not in naming.articles
    return capital and plain not in naming.openers


def _after(spot: Spot) -> Role | None:
    """Mike Pompeo, "the US Secretary of State", …; an age before it, and "who is", are passed over."""
    at, naming = spot.sighting.last, spot.naming
    if spot.word(at) not in OPENS:
        return None
    first = at + 1
    if spot.word(first).isdigit() and spot.word(first + 1) == ",":
        first += 2
    if spot.plain(first) in naming.relatives:
        if spot.plain(first + 1) not in naming.copulas:
            return None
        first += 2
    last = _phrase_end(spot, first)
    if any(i in spot.others and spot.heads(i - 1) for i in range(first + 1, last)):
        return None  # "…, Mayor Ada Mistral and others": the role of the next name
    return _noun_phrase(spot, first, last)


def _phrase_end(spot: Spot, first: int) -> int:
    """Where an apposition ends: at a mark, a verb of the clause, or a relative clause."""
    naming = spot.naming
    last = first
    while last < min(len(spot.line.words), first + LONGEST_AFTER):
        word, plain = spot.word(last), spot.plain(last)
        if word in ENDS or plain in naming.clause_verbs or (word == "," and not _goes_on(spot, last)):
            break
        if plain in naming.relatives and last > first:
            break
        last += 1
    while last > first and not spot.word(last - 1)[0].isalnum():
        last -= 1
    return last


def _goes_on(spot: Spot, comma: int) -> bool:
    """A comma inside one phrase: "a writer, editor and critic"."""
    listed = any(spot.plain(i) in spot.naming.conjunctions for i in range(comma + 2, comma + 5))
    return listed and spot.heads(comma + 1) and spot.word(comma + 1)[0].islower()


def _noun_phrase(spot: Spot, first: int, last: int) -> Role | None:
    """The words if they are a noun phrase whose head is a role noun; not a clause, not the next name's title."""
    head = next((i for i in range(first, min(last, first + HEAD_WITHIN)) if spot.heads(i)), -1)
    if head < 0 or not all(_may_lead(spot, i) for i in range(first, head)):
        return None
    rest = range(head + 1, last)
    titled = spot.word(head)[0].isupper() and 0 < len(rest) <= 3
    if titled and all(spot.word(i)[0].isupper() for i in rest):
        return None  # "and President Donald Trump"
    if last - first > 1 and spot.plain(first) in spot.naming.articles - spot.naming.possessives:
        first += 1
    return _role(spot, first, last)


def _may_lead(spot: Spot, at: int) -> bool:
    """Whether a word may stand before a role noun in its phrase."""
    word, plain, naming = spot.word(at), spot.plain(at), spot.naming
    if word[0].isupper() or word in POSSESSIVES or word in "-'’&" or "-" in plain:
        return True
    if plain in naming.articles or plain in naming.role_modifiers or plain in naming.joiners or spot.heads(at):
        return True
    return (
        plain.isalpha() and plain not in naming.openers | naming.clause_verbs and not plain.endswith(naming.adverb_ends)
    )


def _before_comma(spot: Spot) -> Role | None:
    """ "North Korea's first vice foreign minister", Kim Kye Gwan, …"""
    at, naming = spot.sighting.first, spot.naming
    if at < 2 or spot.word(at - 1) != "," or spot.word(spot.sighting.last) not in CLOSES:
        return None
    first = at - 1
    while first > max(0, at - 1 - LONGEST_LEAD) and not _begins_before(spot, first - 1):
        first -= 1
    heads = [i for i in range(first, at - 1) if spot.heads(i)]
    if not heads:
        return None
    # of "bodyguard to the leader's father" the father is meant where the phrase ends with him
    own = heads[-1] if heads[-1] == at - 2 else heads[0]
    opened = [i for i in range(first, own) if spot.plain(i) in naming.articles]
    if opened:
        first = opened[-1]
    elif not spot.word(first)[0].isupper() and not spot.heads(first):
        return None
    return _noun_phrase(spot, first, at - 1)


def _begins_before(spot: Spot, at: int) -> bool:
    """Whether the phrase before a comma cannot hold this word."""
    word, plain, naming = spot.word(at), spot.plain(at), spot.naming
    if word in ENDS or word in (",", "'", "’") or plain in naming.conjunctions or plain in naming.clause_verbs:
        return True
    return plain in naming.openers - naming.joiners


def _copula(spot: Spot) -> Role | None:
    """Kim "is the North's top negotiator": only what is said to be so now."""
    at, naming = spot.sighting.last, spot.naming
    if spot.plain(at) not in naming.copulas or spot.plain(at + 1) not in naming.articles - naming.possessives:
        return None
    return _noun_phrase(spot, at + 1, _phrase_end(spot, at + 1))


def _seat(spot: Spot) -> Role | None:
    """Sen. Susan Collins, "R-Maine"; Gov. Jerry Brown "of California": whom or what a titled person stands for."""
    at, tokens, part = spot.sighting.last, spot.line.tokens, spot.line.range.part
    if spot.word(at) in OPENS and PARTY.match(spot.word(at + 1)):
        return Role(Range(*tokens[at + 1], part))
    if not spot.sighting.titles or spot.plain(at) not in spot.naming.seats or not spot.word(at + 1)[0].isupper():
        return None
    last = at + 1
    while last <= at + LONGEST_SEAT and spot.word(last)[0].isupper():
        last += 1
    return Role(Range(tokens[at][0], tokens[last - 1][1], part))


RULES: tuple[Callable[[Spot], Role | None], ...] = (_before, _after, _before_comma, _copula, _seat)
