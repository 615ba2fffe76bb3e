"""Which stored passages a report shares: verbatim, edited, or a clause of them.

`keys` gives the fingerprints to look up; the engine fetches the carriers of each (leaving out a fingerprint with more
than MOST_CARRIERS: a stock phrase); `match` aligns their words with the report's own and keeps what is confirmed.
Never a match by fingerprint alone. Work is bounded by MOST_COMPARED carriers a report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from newsloom.passages.align import Alignment, Tokens, align, tokenise
from newsloom.passages.split import passage_text, passages_of_text, stop_hashes, without_links
from newsloom.records import Article, ArticleId, Matched, Range, Report

MOST_CARRIERS = 100  # of one fingerprint: above it, a stock phrase that finds nothing
MOST_COMPARED = 3_000  # carriers that one report is compared with
MOST_PARTNERS = 3  # passages of the report that one carrier is aligned with


@dataclass(frozen=True, slots=True)
class Carrier:
    """A stored passage that shares a fingerprint with the report, with its words as they stand in its report."""

    article_id: ArticleId
    version: int
    range: Range
    text: str


@dataclass(frozen=True, slots=True)
class _Own:
    """A report's passages, tokenised, and which of them hold a pair of words."""

    tokens: tuple[Tokens, ...]
    by_pair: dict[int, list[int]]


def keys(report: Report) -> tuple[int, ...]:
    """The fingerprints by which carriers of the report's passages are found, sorted, each once."""
    return tuple(sorted({key for passage in report.analysis.passages for key in passage.fingerprints}))


def match(report: Report, carriers: tuple[Carrier, ...]) -> tuple[Matched, ...]:
    """The carriers' passages that the report shares, in order of the report's words, then of carrier.

    "The talks will go on in June, he said." against a stored "The talks go on in June, officials said." -> one match.
    """
    stop_words = stop_hashes(report.article.language)
    own = _own_passages(report, stop_words)
    found: dict[Matched, None] = {}
    for carrier in carriers[:MOST_COMPARED]:
        if carrier.article_id == report.id:
            continue
        text = without_links(carrier.text, report.article.language)
        theirs = tokenise(text, carrier.range, stop_words)
        for number in _partners(own, theirs):
            if aligned := align(own.tokens[number], theirs):
                found[matched(report.article, (carrier.article_id, carrier.version), aligned)] = None
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
    index: dict[int, list[Carrier]] = defaultdict(list)
    found: list[Matched] = []
    for report in reports:
        found += match(report, gather(index, report))
        enter(index, report)
    return tuple(found)


def gather(index: dict[int, list[Carrier]], report: Report) -> tuple[Carrier, ...]:
    """Carriers of the report's fingerprints in an index in memory, as the store would give them; each once."""
    known: dict[Carrier, None] = {}
    for key in keys(report):
        carriers = index.get(key, ())
        if len(carriers) <= MOST_CARRIERS:  # as the store does, by Settings.reuse
            known.update(dict.fromkeys(carriers))
    return tuple(known)


def enter(index: dict[int, list[Carrier]], report: Report) -> None:
    """Put a report's passages into an index in memory."""
    for passage in report.analysis.passages:
        text = passage_text(report.article, passage.range, report.analysis.boilerplate)
        carrier = Carrier(report.id, report.article.version, passage.range, text)
        for key in passage.fingerprints:
            if len(index[key]) <= MOST_CARRIERS:
                index[key].append(carrier)


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


def _own_passages(report: Report, stop_words: frozenset[int]) -> _Own:
    article, blanks = report.article, report.analysis.boilerplate
    tokens = tuple(
        tokenise(passage_text(article, passage.range, blanks), passage.range, stop_words)
        for passage in report.analysis.passages
    )
    by_pair: dict[int, list[int]] = defaultdict(list)
    for number, passage in enumerate(tokens):
        for pair in passage.words.pairs:
            by_pair[pair].append(number)
    return _Own(tokens, by_pair)


def _partners(own: _Own, theirs: Tokens) -> list[int]:
    """The report's passages that share most pairs of words with a carrier."""
    votes = Counter(number for pair in theirs.words.pairs for number in own.by_pair.get(pair, ()))
    best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return [number for number, _ in best[:MOST_PARTNERS]]
