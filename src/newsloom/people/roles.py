"""What ONE report says somebody is: the words before or after the name that tell it, verbatim and without the name.

In: a sighting of a person and its sentence. Out: `Role` ranges in order of place. A role's words hold a role noun
("minister", "columnist"); "former" and the like are flagged, also where they stand outside the range.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from newsloom.langs.shapes.naming import Naming
from newsloom.people.sightings import Line, Sighting
from newsloom.records import Range, Role
from newsloom.text.gazetteer import fold

LONGEST_BEFORE = 9  # tokens of a role right before a name
LONGEST_AFTER = 28  # tokens of an apposition
HEAD_WITHIN = 9  # tokens in which an apposition's role noun must come
PARTY = re.compile(r"[A-Z]-[A-Z][A-Za-z]+$")  # "R-Maine", "D-Calif"
ENDS = frozenset('.;:!?—–()[]"“”')


def find_roles(sighting: Sighting, line: Line, others: Collection[int], naming: Naming) -> tuple[Role, ...]:
    """Roles told at one place: before the name, after a comma, before a comma, after "is", in a party's mark.

    `others`: tokens of the sentence that name other persons; no role runs over them backwards.
    """
    found = [
        role
        for role in (
            _before(sighting, line, others, naming),
            _after(sighting, line, others, naming),
            _before_comma(sighting, line, naming),
            _copula(sighting, line, naming),
            _seat(sighting, line, naming),
        )
        if role
    ]
    return tuple(dict.fromkeys(found))


def heads_role(word: str, naming: Naming) -> bool:
    """Whether a word is a role noun, also in the plural's singular or joined ("co-author", "minister-designate")."""
    plain = fold(word).rstrip(".")
    return plain in naming.role_nouns or (
        "-" in plain and (plain.split("-")[0] in naming.role_nouns or plain.rpartition("-")[2] in naming.role_nouns)
    )


def _role(line: Line, first: int, last: int, naming: Naming) -> Role:
    place = Range(line.tokens[first][0], line.tokens[last - 1][1], line.range.part)
    told = [fold(word) for word in line.words[max(0, first - 1) : last]]
    # a "former" behind the head speaks of somebody else's past: "aide to former President …"
    head = next((i for i, word in enumerate(told) if heads_role(word, naming)), len(told))
    former = any(word in naming.former or word.startswith(("ex-", "then-")) for word in told[: head + 1])
    return Role(place, former)


def _before(sighting: Sighting, line: Line, others: Collection[int], naming: Naming) -> Role | None:
    """ "former spy chief" Kim Yong Chol; "South Korean President" Moon Jae-in."""
    at = sighting.first
    if not at or not (heads_role(line.words[at - 1], naming) or _is_title(line.words[at - 1], naming)):
        return None
    first = at - 1
    while (
        first and first - 1 not in others and at - first < LONGEST_BEFORE and _may_stand_before(line, first - 1, naming)
    ):
        first -= 1
    while first < at and (not line.words[first][0].isalnum() or fold(line.words[first]) in naming.joiners):
        first += 1
    while first < at - 1 and fold(line.words[first]) in naming.articles:
        first += 1
    words = line.words[first:at]
    if len(words) == 1 and not heads_role(words[0], naming) and fold(words[0]).rstrip(".") not in naming.bearers:
        return _role(line, first, at, naming) if words[0].rstrip(".") in ("Sen", "Rep", "Gov", "Gen") else None
    return _role(line, first, at, naming)


def _is_title(word: str, naming: Naming) -> bool:
    plain = fold(word).rstrip(".")
    return word[0].isupper() and plain in naming.titles and not naming.titles[plain] and plain not in ("mr", "mrs")


def _may_stand_before(line: Line, at: int, naming: Naming) -> bool:
    word, plain = line.words[at], fold(line.words[at]).rstrip(".")
    if word in ("'s", "’s"):
        return at > 0 and line.words[at - 1][0].isupper()
    if plain in naming.role_modifiers or heads_role(word, naming) or plain in naming.gendered:
        return True
    if word in ("&", "-", "of", "and", "for", "to") and 0 < at < len(line.words) - 1:
        # inside a title: "Secretary of State", "Health and Human Services Secretary"
        return (
            line.words[at - 1][0].isupper() and line.words[at + 1][0].isupper() and line.words[at - 1] not in ("And",)
        )
    if "-" in word and plain.rpartition("-")[2] in naming.compound_ends | {
        "old",
        "winning",
        "elect",
        "designate",
        "time",
    }:
        return True
    capital = word[0].isupper() and plain not in naming.common_capitals and plain not in naming.articles
    return capital and not (at == 0 and plain in naming.openers)


def _after(sighting: Sighting, line: Line, others: Collection[int], naming: Naming) -> Role | None:
    """Mike Pompeo, "the US Secretary of State", …; an age before it is passed over."""
    at = sighting.last
    words = line.words
    if at >= len(words) or words[at] not in (",", "(", "—", "–"):
        return None
    opened = words[at]
    first = at + 1
    if first + 1 < len(words) and words[first].isdigit() and words[first + 1] == ",":
        first += 2
    if first < len(words) and fold(words[first]) in naming.relatives:
        first = _past_copula(words, first + 1, naming)
    if first < 0 or first >= len(words):
        return None
    last = _phrase_end(words, first, opened, naming)
    if any(i in others and heads_role(words[i - 1], naming) for i in range(first + 1, last)):
        return None  # "…, Mayor Ada Mistral and others": the role of the next name
    return _checked(line, first, last, naming)


def _past_copula(words: Sequence[str], at: int, naming: Naming) -> int:
    """ "who is" a lawyer -> place of the lawyer; -1 for any other clause."""
    return at + 1 if at < len(words) and (fold(words[at]) in naming.copulas or words[at] == "serves") else -1


def _phrase_end(words: Sequence[str], first: int, opened: str, naming: Naming) -> int:
    last = first
    while last < len(words) and last - first < LONGEST_AFTER:
        word = words[last]
        if word in ENDS or (opened == "(" and word == ")") or fold(word) in naming.clause_verbs:
            break
        if word == "," and not _goes_on(words, last, naming):
            break
        if fold(word) in naming.relatives and last > first and fold(word) != "that":
            break
        last += 1
    while last > first and not words[last - 1][0].isalnum():
        last -= 1
    return last


def _goes_on(words: Sequence[str], comma: int, naming: Naming) -> bool:
    """A comma inside one phrase: "a writer, editor and critic", "mayor of Paris, France,"."""
    after = words[comma + 1 : comma + 5]
    return bool(after) and any(w == "and" for w in after) and heads_role(after[0], naming) and after[0][0].islower()


def _checked(line: Line, first: int, last: int, naming: Naming) -> Role | None:
    """A noun phrase whose head is a role noun, not a clause and not a list of names."""
    if last - first < 1:
        return None
    words = line.words[first:last]
    head = next((i for i, word in enumerate(words[:HEAD_WITHIN]) if heads_role(word, naming)), -1)
    if head < 0 or any(fold(word) in naming.clause_verbs for word in words[:head]):
        return None
    if not all(_in_noun_phrase(word, naming) for word in words[:head]):
        return None
    if head + 1 < len(words) and len(words) <= head + 4 and _names_next(words[head + 1 :], words[head]):
        return None  # "and President Donald Trump": the role of the next name
    start = first
    if fold(words[0]) in ("a", "an", "the") and len(words) > 1:
        start += 1
    return _role(line, start, last, naming)


def _in_noun_phrase(word: str, naming: Naming) -> bool:
    plain = fold(word).rstrip(".")
    return (
        word[0].isupper()
        or plain in naming.articles
        or plain in naming.role_modifiers
        or plain in ("of", "for", "one", "and", "&", "in", "'s", "’s", "at", "-", "'", "’")
        or heads_role(word, naming)
        or (plain not in naming.openers and plain.isalpha() and not plain.endswith(("ly", "ing")))
        or "-" in plain
    )


def _names_next(rest: Sequence[str], head: str) -> bool:
    return head[0].isupper() and all(word[0].isupper() for word in rest)


def _before_comma(sighting: Sighting, line: Line, naming: Naming) -> Role | None:
    """ "North Korea's first vice foreign minister", Kim Kye Gwan, …"""
    at = sighting.first
    words = line.words
    if at < 2 or words[at - 1] != ",":
        return None
    after = words[sighting.last] if sighting.last < len(words) else "."
    if after not in (",", ".", "—", ")", "'s", "’s"):
        return None
    first = at - 1
    while (
        first
        and at - first < LONGEST_AFTER // 2
        and words[first - 1] not in ENDS
        and words[first - 1] not in (",", "and", "'", "’")
    ):
        if fold(words[first - 1]) in naming.clause_verbs or fold(words[first - 1]) in naming.openers - {
            "of",
            "for",
            "in",
            "to",
            "at",
            "on",
            "and",
        }:
            break
        first -= 1
    # the phrase begins at its last article or possessor
    opened = [i for i in range(first, at - 1) if fold(words[i]) in naming.articles]
    heads = [i for i in range(first, at - 1) if heads_role(words[i], naming)]
    if not heads:
        return None
    # of "bodyguard to the leader's father" the father is meant where the phrase ends with him
    own = heads[-1] if heads[-1] == at - 2 else heads[0]
    before_head = [i for i in opened if i < own]
    if before_head:
        first = before_head[-1]
    elif not words[first][0].isupper() and not heads_role(words[first], naming):
        return None
    return _checked(line, first, at - 1, naming)


def _copula(sighting: Sighting, line: Line, naming: Naming) -> Role | None:
    """Kim "is the North's top negotiator": only what is said to be so now."""
    at = sighting.last
    words = line.words
    if at + 2 >= len(words) or fold(words[at]) not in naming.copulas or fold(words[at + 1]) not in ("a", "an", "the"):
        return None
    last = _phrase_end(words, at + 1, ",", naming)
    return _checked(line, at + 1, last, naming)


def _seat(sighting: Sighting, line: Line, naming: Naming) -> Role | None:
    """Sen. Susan Collins, "R-Maine"; Gov. Jerry Brown "of California": whom or what a titled person stands for."""
    at = sighting.last
    words = line.words
    if at + 1 >= len(words):
        return None
    if words[at] in (",", "(") and PARTY.match(words[at + 1]):
        return Role(Range(*line.tokens[at + 1], line.range.part))
    if not sighting.titles or fold(words[at]) not in ("of", "from") or not words[at + 1][0].isupper():
        return None
    last = at + 1
    while last < len(words) and last - at < 4 and words[last][0].isupper():
        last += 1
    return Role(Range(line.tokens[at][0], line.tokens[last - 1][1], line.range.part))
