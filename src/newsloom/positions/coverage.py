"""Which report says what: central statements x reports.

In: a story's reports, its central statements (the summary's sentences), its disagreements and shared passages. Out: one
row for each statement and each disputed one. A report "says" a statement where a sentence of it, or two that follow
each other, has the statement's telling words and all its numbers; "copied" where it shares that passage with an earlier
report; "differs" where it stands on another side of a disagreement. "not found" is what was looked for in vain: no
claim that the report is silent. "not collected": the statement is newer than all that was read of the outlet, whose
source could not be read, or has not been yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from newsloom.positions.collected import known_since, last_read
from newsloom.positions.telling import heft, stems_of, weigh
from newsloom.records import (
    ArticleId,
    CitedSentence,
    CoverageRow,
    Disagreement,
    LastRead,
    Matched,
    Range,
    Report,
    Says,
    Span,
    Value,
    Words,
)
from newsloom.text.tokens import find_words

SAYS, PAIR_SAYS = 0.6, 0.75  # of a statement's weight that a sentence, or two, have in common with it
PLAIN = 0.5  # of its words that are no names: who speaks is not yet what is said
LEAST = 3  # telling words of a statement: a shorter one is looked for nowhere
MOST_DISPUTED = 5  # rows
QUOTED = re.compile(r"“[^”]+”|\"[^\"]+\"|«[^»]+»|‘[^’]{9,}’")

Copies = Mapping[ArticleId, tuple[tuple[Range, ArticleId], ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or two that follow each other, with its stems."""

    range: Range
    stems: frozenset[str]
    least: float = SAYS


def build_coverage(
    reports: tuple[Report, ...],
    statements: tuple[CitedSentence, ...],
    disagreements: tuple[Disagreement, ...],
    matches: tuple[Matched, ...],
    sources: tuple[LastRead, ...] = (),
) -> tuple[CoverageRow, ...]:
    """One row for each statement; disputed ones that are not among them follow."""
    lines = {report.id: _lines(report) for report in reports}
    weights = weigh(line.stems for held in lines.values() for line in held)
    copies = _copies(matches)
    told = {report.id: report for report in reports}
    disputed = [d.values[-1].sentences[0] for d in disagreements[:MOST_DISPUTED] if d.kind != "wording"]
    asked = [*statements, *(one for one in disputed if not any(_meet(one, other) for other in statements))]
    rows = (_row(claim, told, lines, weights, copies, disagreements) for claim in asked)
    read = last_read(reports, sources)
    return tuple(_with_gaps(row, told, read) for row in rows)


def _row(
    claim: CitedSentence,
    reports: Mapping[ArticleId, Report],
    lines: Mapping[ArticleId, tuple[Line, ...]],
    weights: Mapping[str, float],
    copies: Copies,
    disagreements: Sequence[Disagreement],
) -> CoverageRow:
    differing = _other_sides(claim, disagreements)
    cited = {words.span.article_id: words.span for words in claim.words()}
    stems = _claim_stems(claim, reports)
    found: list[tuple[ArticleId, Says]] = []
    for report in reports.values():
        place = _place_of(cited.get(report.id)) or _place(stems, lines[report.id], weights)
        says: Says = "not found"
        if report.id in differing and report.id not in cited:
            says = "differs"
        elif place is not None:
            says = "copied" if _is_copied(report, place, copies, reports) else "says"
        found.append((report.id, says))
    return CoverageRow(claim, tuple(found))


def _with_gaps(
    row: CoverageRow, reports: Mapping[ArticleId, Report], read: Mapping[ArticleId, datetime]
) -> CoverageRow:
    """The row with "not collected" for "not found" where the outlet was not read since the statement was made."""
    since = known_since(row.claim, reports)
    missed = {i for i, says in row.reports if says == "not found" and since and i in read and read[i] < since}
    return CoverageRow(row.claim, tuple((i, "not collected" if i in missed else says) for i, says in row.reports))


def _stems(report: Report, text: str) -> frozenset[str]:
    return frozenset(stems_of(report, text))


def _lines(report: Report) -> tuple[Line, ...]:
    sentences = report.analysis.sentences
    single = [Line(place, _stems(report, report.article.text_of(place))) for place in sentences]
    pairs = [
        Line(Range(one.range.start, other.range.end, one.range.part), one.stems | other.stems, PAIR_SAYS)
        for one, other in pairwise(single)
        if one.range.part == other.range.part
    ]
    return (*single, *pairs)


def _claim_stems(claim: CitedSentence, reports: Mapping[ArticleId, Report]) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of all its telling words, and of those that are no names; where it quotes, of the words quoted."""
    own = [piece for piece in claim.pieces if isinstance(piece, Words)]
    report = reports.get(own[0].span.article_id)
    if report is None:
        return frozenset(), frozenset()
    text = " ".join(words.text for words in own)
    said = " ".join(found.group() for found in QUOTED.finditer(text)) or text
    plain = " ".join(said[start:end] for start, end in find_words(said) if not said[start].isupper())
    return _stems(report, text), _stems(report, plain)


def _place(
    stems: tuple[frozenset[str], frozenset[str]], lines: Iterable[Line], weights: Mapping[str, float]
) -> Range | None:
    """The first line that has the statement's numbers, most of its weight and half of its words that are no names."""
    whole, plain = stems
    weight = heft(whole, weights)
    numbers = {stem for stem in whole if stem[0].isdigit()}
    if len(whole) < LEAST or not weight:
        return None
    for line in lines:
        shared = line.stems & whole
        if (
            numbers <= shared
            and len(shared & plain) >= max(min(2, len(plain)), PLAIN * len(plain))
            and heft(shared, weights) >= line.least * weight
        ):
            return line.range
    return None


def _place_of(span: Span | None) -> Range | None:
    return Range(span.start, span.end, span.part) if span else None


def _copies(matches: Iterable[Matched]) -> Copies:
    """For each report its shared passages, each with the other report that has it."""
    found: dict[ArticleId, list[tuple[Range, ArticleId]]] = {}
    for match in matches:
        found.setdefault(match.left_id, []).append((match.left, match.right_id))
        found.setdefault(match.right_id, []).append((match.right, match.left_id))
    return {report_id: tuple(places) for report_id, places in found.items()}


def _is_copied(report: Report, place: Range, copies: Copies, reports: Mapping[ArticleId, Report]) -> bool:
    """Whether the passage stands in an earlier report too; within one day without times, nobody is first."""
    for shared, other_id in copies.get(report.id, ()):
        other = reports.get(other_id)
        if other is not None and shared.overlaps(place) and _is_later(report, other):
            return True
    return False


def _is_later(report: Report, other: Report) -> bool:
    if report.article.day_only or other.article.day_only:
        return report.article.told_at.date() > other.article.told_at.date()
    return report.article.told_at > other.article.told_at


def _other_sides(claim: CitedSentence, disagreements: Sequence[Disagreement]) -> frozenset[ArticleId]:
    """Reports that stand on another side than the claim, and never on the claim's own."""
    for disagreement in disagreements:
        mine = [value for value in disagreement.values if any(_meet(claim, one) for one in value.sentences)]
        if len(mine) == 1 and disagreement.kind != "wording":
            others = frozenset(i for value in disagreement.values if value is not mine[0] for i in _tellers(value))
            return others - frozenset(_tellers(mine[0]))
    return frozenset()


def _tellers(value: Value) -> list[ArticleId]:
    return [words.span.article_id for sentence in value.sentences for words in sentence.words()]


def _meet(one: CitedSentence, other: CitedSentence) -> bool:
    """Whether two cited sentences share words of one report."""
    return any(
        left.span.article_id == right.span.article_id
        and left.span.part == right.span.part
        and left.span.start < right.span.end
        and right.span.start < left.span.end
        for left in one.pieces
        if isinstance(left, Words)
        for right in other.pieces
        if isinstance(right, Words)
    )
