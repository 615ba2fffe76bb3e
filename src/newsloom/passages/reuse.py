"""Which stored passages a report shares: verbatim, edited, or a clause of them.

`keys` gives the fingerprints to look up; the engine asks the store which passages hold each (leaving out one with more
than MOST_CARRIERS: a stock phrase); `choose` says which of these are worth reading; `match` aligns their words with the
report's own and keeps what is confirmed. Never a match by fingerprint alone. Work is bounded by MOST_COMPARED carriers
a report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from newsloom.passages.align import Alignment, Tokens, align, tokenise
from newsloom.passages.split import passage_text, passages_of_text, stop_hashes, without_links
from newsloom.records import Article, ArticleId, Matched, Range, Report

MOST_CARRIERS = 100  # of one fingerprint: above it, a stock phrase that finds nothing
MOST_COMPARED = 3_000  # carriers that one report is compared with
MOST_PARTNERS = 3  # passages of the report that one carrier is aligned with
RARE = 2  # carriers of a fingerprint that tells enough by itself; of others, two must be shared

Stored = tuple[ArticleId, int, int]  # an article, its version, the number of a passage in it


@dataclass(frozen=True, slots=True)
class Carrier:
    """A stored passage that may share words with the report, with its words as they stand in its own report.

    `near`: numbers of the report's passages with which it shares fingerprints; none: not known, any may be meant.
    """

    article_id: ArticleId
    version: int
    range: Range
    text: str
    near: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """Passages in memory, by fingerprint, as the store has them on disk."""

    holders: dict[int, list[Stored]] = field(default_factory=lambda: defaultdict(list))
    reports: dict[tuple[ArticleId, int], Report] = field(default_factory=dict)


def keys(report: Report) -> tuple[int, ...]:
    """The fingerprints by which carriers of the report's passages are found, sorted, each once."""
    return tuple(sorted({key for passage in report.analysis.passages for key in passage.fingerprints}))


def choose(report: Report, holders: Mapping[int, Sequence[Stored]]) -> dict[Stored, tuple[int, ...]]:
    """The stored passages worth reading, each with the report's passages that it may be, in order of the report.

    Two fingerprints are enough, or one that few passages hold: "white house officials" alone is no reason to read the
    hundred passages that have it.
    """
    near: dict[Stored, list[tuple[int, int]]] = {}
    for number, passage in enumerate(report.analysis.passages):
        votes: Counter[Stored] = Counter()
        for key in passage.fingerprints:
            held = holders.get(key, ())
            votes.update(held)
            if len(held) <= RARE:
                votes.update(held)
        for stored, count in votes.items():
            if count > 1 and stored[0] != report.id:
                near.setdefault(stored, []).append((-count, number))
    return {stored: tuple(number for _, number in sorted(found)[:MOST_PARTNERS]) for stored, found in near.items()}


def carrier_of(other: Report, number: int, near: tuple[int, ...] = ()) -> Carrier:
    """A stored passage, with its words."""
    place = other.analysis.passages[number].range
    text = passage_text(other.article, place, other.analysis.boilerplate)
    return Carrier(other.id, other.article.version, place, text, near)


def match(report: Report, carriers: Iterable[Carrier]) -> tuple[Matched, ...]:
    """The carriers' passages that the report shares, in order of the report's words, then of carrier.

    "The talks will go on in June, he said." against a stored "The talks go on in June, officials said." -> one match.
    """
    article, passages = report.article, report.analysis.passages
    stop_words = stop_hashes(article.language)

    @cache
    def own(number: int) -> Tokens:
        place = passages[number].range
        return tokenise(passage_text(article, place, report.analysis.boilerplate), place, stop_words)

    found: dict[Matched, None] = {}
    for _, carrier in zip(range(MOST_COMPARED), carriers, strict=False):
        if carrier.article_id == report.id:
            continue
        theirs = tokenise(without_links(carrier.text, article.language), carrier.range, stop_words)
        for number in carrier.near or range(len(passages)):
            if aligned := align(own(number), theirs):
                found[matched(article, (carrier.article_id, carrier.version), aligned)] = None
    return tuple(sorted(found, key=lambda m: (m.left, m.right_id, m.right_version, m.right)))


def find_carriers(sentence: str, carriers: tuple[Carrier, ...], language: str = "en") -> tuple[Carrier, ...]:
    """The carriers that share a sentence which stands in no report, each with the words that it shares.

    "a sentence that a reader has read somewhere" -> where it stands, verbatim or edited
    """
    stop_words = stop_hashes(language)
    asked = [tokenise(sentence[p.range.start : p.range.end], p.range, stop_words) for p in passages_of_text(sentence)]
    found: dict[Carrier, None] = {}
    for carrier in carriers[:MOST_COMPARED]:
        theirs = tokenise(without_links(carrier.text, language), carrier.range, stop_words)
        for tokens in asked:
            if aligned := align(tokens, theirs):
                found[_cut(carrier, aligned.right)] = None
    return tuple(found)


def _cut(carrier: Carrier, place: Range) -> Carrier:
    at = carrier.range.start
    text = carrier.text[place.start - at : place.end - at]
    return Carrier(carrier.article_id, carrier.version, place, text)


def match_among(reports: Sequence[Report]) -> tuple[Matched, ...]:
    """All passages that these reports share, each pair once, the earlier in the sequence as `right`.

    The index is made of the reports' own fingerprints; a fingerprint with too many carriers is left out.
    """
    index = Index()
    found: list[Matched] = []
    for report in reports:
        found += match(report, gather(index, report))
        enter(index, report)
    return tuple(found)


def gather(index: Index, report: Report) -> tuple[Carrier, ...]:
    """The carriers to compare a report with, from an index in memory, as the engine takes them from the store."""
    holders = {key: index.holders[key] for key in keys(report) if key in index.holders}
    few = {key: held for key, held in holders.items() if len(held) <= MOST_CARRIERS}  # as the store: Settings.reuse
    return tuple(carrier_of(index.reports[one[:2]], one[2], near) for one, near in choose(report, few).items())


def enter(index: Index, report: Report) -> None:
    """Put a report's passages into an index in memory."""
    index.reports[report.id, report.article.version] = report
    for number, passage in enumerate(report.analysis.passages):
        for key in passage.fingerprints:
            if len(index.holders[key]) <= MOST_CARRIERS:
                index.holders[key].append((report.id, report.article.version, number))


def matched(article: Article, other: tuple[ArticleId, int], aligned: Alignment) -> Matched:
    """An alignment as a decision about an article (left) and one version of another."""
    return Matched(
        left_id=article.id,
        left_version=article.version,
        left=aligned.left,
        right_id=other[0],
        right_version=other[1],
        right=aligned.right,
        shared=aligned.shared,
    )
