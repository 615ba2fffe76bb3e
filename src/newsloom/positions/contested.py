"""Two figures of one thing in one report, each given by another party: "the union said 18, the company 11".

In: a report's claims in order. Out: pairs of claims. The second figure stands in the same or the next sentence, has
another teller, and either leaves its noun out ("the company says 2,000") or stands beside a word of dispute: else the
two would be of two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newsloom.langs.shapes import Language
from newsloom.positions.claims import BARE
from newsloom.records import Claim, Report
from newsloom.text.vectors import content_stems

SEGMENT = re.compile(r"[;:]\s+|,\s+|\s[–—-]\s")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
GENERAL = ("duration", "money", "percent", "peopl", "killed ", "injured ")  # slots of too many things
FARTHEST = 10.0  # times: figures further apart are of two things


def contested(report: Report, language: Language) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims that two parties set against each other."""
    following = dict(pairwise(report.analysis.sentences))
    for one, other in _candidates(report.analysis.claims):
        near = other.sentence in (one.sentence, following.get(one.sentence))
        bare = other.slot == BARE and near
        alike = one.slot not in (BARE, "percent", "age") and other.slot in (one.slot, BARE)
        set_against = bare or (other.slot == one.slot and _disputed(report, one, other, language))
        if alike and set_against and _apart(one, other) and two_tellers(report, one, other, language):
            yield one, other


def _candidates(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Neighbours, and the two figures of a slot that has no third."""
    yield from pairwise(claims)
    by_slot: dict[str, list[Claim]] = {}
    for claim in claims:
        by_slot.setdefault(claim.slot, []).append(claim)
    for found in by_slot.values():
        if len(found) == 2 and found[0].slot and not found[0].slot.startswith(GENERAL):
            yield found[0], found[1]


def _apart(one: Claim, other: Claim) -> bool:
    a, b, c, d = one.low, one.high, other.low, other.high
    if not a or not c or b is None or d is None:
        return False
    return (b < c or d < a) and max(a, c) <= FARTHEST * min(a, c)


def _disputed(report: Report, one: Claim, other: Claim, language: Language) -> bool:
    counting = language.counting
    text = " ".join(report.article.text_of(sentence) for sentence in dict.fromkeys((one.sentence, other.sentence)))
    return counting is not None and any(word.lower() in counting.disputing for word in WORD.findall(text))


def two_tellers(report: Report, one: Claim, other: Claim, language: Language) -> bool:
    """Whether a report has two figures from two parties."""
    first, second = (teller(report, claim, language) for claim in (one, other))
    return bool(first) and bool(second) and not first & second


def teller(report: Report, claim: Claim, language: Language) -> frozenset[str]:
    """Stems of the words that name who gives a figure; empty where the sentence does not say.

    "the company says 2,000" -> {"compani"}; "18 were lost, according to the union" -> {"union"}.
    """
    segments, at = _segments(report, claim)
    for place in (at, at + 1):
        if place < len(segments) and (found := _named(segments[place], language)):
            return found
        if place < len(segments) and found is not None and at > 0:
            return _stems(segments[0], language)
    return frozenset()


def _segments(report: Report, claim: Claim) -> tuple[list[str], int]:
    """The sentence in pieces, and which of them holds the figure."""
    text, at = report.article.text_of(claim.sentence), claim.range.start - claim.sentence.start
    cuts = [0, *(found.end() for found in SEGMENT.finditer(text)), len(text)]
    pieces = [text[start:end] for start, end in pairwise(cuts)]
    return pieces, max(n for n, start in enumerate(cuts[:-1]) if start <= at)


def _named(segment: str, language: Language) -> frozenset[str] | None:
    """Who tells, in one piece of a sentence; None where it has no verb of estimating."""
    counting = language.counting
    if counting is None:
        return None
    for found in WORD.finditer(segment):
        word = found.group().lower()
        if word in counting.estimating:
            behind = word in counting.according
            return _stems(segment[found.end() :] if behind else segment[: found.start()], language)
    return None


def _stems(text: str, language: Language) -> frozenset[str]:
    counting = language.counting
    stems = content_stems(text, language.stop_words, counting.stemmer if counting else "")
    return frozenset(
        stem for stem in stems if not stem[0].isdigit() and stem not in (counting.words if counting else ())
    )
