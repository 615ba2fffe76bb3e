"""Quotes of a story's reports -> utterances: one thing said, with every outlet's cut of it. A view.

In: the story's reports, and the persons that their entities are. Out: utterances, the most carried first. Every word
shown is an outlet's, taken with its quotation marks; indirect speech is never in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, Literal

from newsloom.langs import LANGUAGES
from newsloom.records import (
    CitedSentence,
    EntityId,
    Person,
    PersonId,
    Quote,
    Range,
    Report,
    Utterance,
    Words,
    span_id,
)
from newsloom.text.tokens import find_words, words

LEAST_WORDS: Final = 4  # a shorter string stands for itself only where a verb gives it to somebody known
LEAST_GIVEN: Final = 2  # words of such a string
LEAST_RUN: Final = 3  # words in a row that two cuts of one utterance share
SHARED: Final = 0.6  # of the shorter one's words
SHARED_UNKNOWN: Final = 0.75  # the same, where one speaker is not known
COMMON: Final = 60  # sayings with the same three words: more tell nothing

Side = Literal["same", "cut", "added"]


@dataclass(frozen=True, slots=True)
class Said:
    """One report's cut of an utterance: its quoted strings in order."""

    report: Report
    quotes: tuple[Quote, ...]
    words: tuple[str, ...]
    person: Person | None

    @property
    def pieces(self) -> tuple[Words, ...]:
        return tuple(self.report.article.at(quote.range) for quote in self.quotes)


def group(reports: tuple[Report, ...], speakers: Mapping[EntityId, Person]) -> tuple[Utterance, ...]:
    """Utterances of a story. Two cuts are one utterance where most words of the shorter stand in the longer in the
    same order, and nothing speaks against one speaker."""
    ordered = sorted(reports, key=lambda report: (report.article.told_at, report.id))
    said = [one for report in ordered for one in _said(report, speakers)]
    groups = [members for members in _groups(said) if _is_told(members)]
    heard = Counter(one.person.id for one in said if one.person)
    ranked = sorted(groups, key=lambda members: _rank(members, heard))
    return tuple(_utterance(members) for members in ranked)


def _is_told(members: Sequence[Said]) -> bool:
    """Whether a group tells enough to be shown: a sentence, or a few words in a row that a verb gives to somebody
    known; two words that say nothing by themselves only where more than one outlet found them worth quoting."""
    carried = len({one.report.id for one in members}) > 1
    return any(_stands_alone(one, carried) for one in members)


def _stands_alone(one: Said, carried: bool) -> bool:
    """ "strategic shift" does where "[Kim] wants a …"; "next week" does not, nor do "sad" … "day"."""
    if one.person is None or not any(quote.cue for quote in one.quotes):
        return len(one.words) >= LEAST_WORDS
    longest = max((words(piece.text) for piece in one.pieces), key=len)
    return len(longest) > LEAST_GIVEN or (len(longest) == LEAST_GIVEN and (carried or _has_content(one, longest)))


def _has_content(one: Said, spoken: Sequence[str]) -> bool:
    """Whether none of a few words is one of time, and not all of them are of grammar."""
    known = LANGUAGES.get(one.report.article.language)
    if known is None:
        return True
    timely = bool(known.saying and known.saying.days.intersection(spoken))
    return not timely and not known.stop_words.issuperset(spoken)


def compare(a: str, b: str) -> tuple[tuple[Side, str], ...]:
    """b against a, word by word: what both have, what b cut, what b added.

    >>> compare("We will go there now", "We will go now")
    (('same', 'We will go'), ('cut', 'there'), ('same', 'now'))
    """
    left, right = find_words(a), find_words(b)
    matcher = SequenceMatcher(None, [a[s:e].lower() for s, e in left], [b[s:e].lower() for s, e in right], False)
    found: list[tuple[Side, str]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append(("same", b[right[j1][0] : right[j2 - 1][1]]))
            continue
        if i2 > i1:
            found.append(("cut", a[left[i1][0] : left[i2 - 1][1]]))
        if j2 > j1:
            found.append(("added", b[right[j1][0] : right[j2 - 1][1]]))
    return tuple(found)


def _said(report: Report, speakers: Mapping[EntityId, Person]) -> list[Said]:
    """The report's utterances: strings of the text that share a number, each headline string by itself."""
    together: dict[tuple[str, int], list[Quote]] = defaultdict(list)
    for place, quote in enumerate(report.analysis.quotes):
        if quote.kind != "indirect":
            number = quote.utterance if quote.range.part == "text" and quote.utterance else -1 - place
            together[quote.range.part, number].append(quote)
    found = []
    for quotes in together.values():
        spoken = tuple(word for quote in quotes for word in words(report.article.text_of(quote.range)))
        if spoken:
            speaker = next((quote.speaker for quote in quotes if quote.speaker), None)
            found.append(Said(report, tuple(quotes), spoken, speakers.get(speaker) if speaker else None))
    return found


def _groups(said: Sequence[Said]) -> list[list[Said]]:
    """Transitive over pairs that share a run of words; every group in the order of `said`."""
    parent = list(range(len(said)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for left, right in _candidates(said):
        one, other = root(left), root(right)
        if one != other and is_same(said[left], said[right]):
            parent[max(one, other)] = min(one, other)
    groups: dict[int, list[Said]] = defaultdict(list)
    for n, member in enumerate(said):
        groups[root(n)].append(member)
    return list(groups.values())


def _candidates(said: Sequence[Said]) -> Iterable[tuple[int, int]]:
    """Pairs that share a run of words (short strings: all their words); runs that many share are passed over."""
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, one in enumerate(said):
        size = min(LEAST_RUN, len(one.words))
        for key in dict.fromkeys(one.words[at : at + size] for at in range(len(one.words) - size + 1)):
            runs[key].append(n)
    pairs: dict[tuple[int, int], None] = {}
    for holders in runs.values():
        near = pairwise(holders) if len(holders) > COMMON else _pairs(holders)
        pairs.update(dict.fromkeys(near))
    return sorted(pairs)


def _pairs(holders: Sequence[int]) -> Iterable[tuple[int, int]]:
    return ((left, right) for n, left in enumerate(holders) for right in holders[n + 1 :])


def is_same(one: Said, other: Said) -> bool:
    """Whether two cuts are of one utterance."""
    if one.person and other.person and one.person.id != other.person.id:
        return False
    short, long = sorted((one.words, other.words), key=len)
    known = one.person is not None and other.person is not None
    if len(short) < LEAST_RUN:
        return known and short == long
    matcher = SequenceMatcher(None, long, short, False)
    least = min(LEAST_RUN, len(short))
    shared = sum(block.size for block in matcher.get_matching_blocks() if block.size >= least)
    return shared >= (SHARED if known else SHARED_UNKNOWN) * len(short)


def _rank(members: Sequence[Said], heard: Mapping[PersonId, int]) -> tuple[int, int, int, str]:
    """Most carried first, then whose speaker the story hears most, then the longest; ties by id."""
    carriers = len({one.report.id for one in members})
    voice = max((heard.get(one.person.id, 0) for one in members if one.person), default=0)
    longest = max(len(one.words) for one in members)
    return -carriers, -voice, -longest, span_id(members[0].pieces[0].span)


def _utterance(members: Sequence[Said]) -> Utterance:
    variants: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for one in members:
        variants[one.words].append(one)
    person = next((one.person for one in members if one.person), None)
    return Utterance(
        id=span_id(members[0].pieces[0].span),
        speaker=person,
        speaker_words=None if person else _first(members, "named") or _first(members, "speaker_range"),
        role=None,
        to=_first(members, "to"),
        variants=tuple(
            CitedSentence(same[0].pieces, also=tuple(words for one in same[1:] for words in one.pieces))
            for same in variants.values()
        ),
    )


def _first(members: Sequence[Said], field: Literal["named", "speaker_range", "to"]) -> Words | None:
    """The first words that any report has in that field."""
    for one in members:
        for quote in one.quotes:
            place: Range | None = getattr(quote, field)
            if place is not None:
                return one.report.article.at(place)
    return None
