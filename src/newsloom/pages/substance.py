"""When what a page says last changed: what its feed entry is dated by.

In: the headline, status and summary of a page, with the reports. Out: an instant. Invariant: a report that says once
more what earlier ones have said moves nothing, even where its words are now the ones that are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsloom.pages.wording import newest_first, numbers_in, stems_of
from newsloom.records import Article, ArticleId, CitedSentence, Report, StatusChain, StatusNow, Words

SAME = 0.6  # of the content words of what is shown, in one earlier sentence
DEPTH = 24  # sentences of a report that are read


def changed_at(
    shown: Iterable[CitedSentence],
    status: StatusNow | None,
    chains: Sequence[StatusChain],
    reports: tuple[Report, ...],
    as_of: datetime,
) -> datetime:
    """The newest of the instants at which what is shown was told first.

    A summary of "Five were hurt", told at nine and again at ten, and "The pier is closed", told at eight -> nine.
    """
    newest = newest_first(reports)
    told = [(report, said) for report in newest for said in _sentences(report)]
    own = {report.id: report for report in reports}
    firsts = [_first_told(sentence, own, told) for sentence in shown]
    if status is not None:
        firsts.append(_since(status, chains, own))
    return max((at for at in firsts if at is not None), default=as_of)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says: its content words and its numbers."""

    stems: frozenset[str]
    numbers: frozenset[str]

    def has_all_of(self, other: _Said) -> bool:
        """Whether it leaves nothing new to the other: its numbers, and most of its words."""
        return other.numbers <= self.numbers and len(other.stems & self.stems) >= SAME * len(other.stems)


def _said(article: Article, text: str) -> _Said:
    return _Said(frozenset(stems_of(article, text)), numbers_in(text, article.language))


def _sentences(report: Report) -> list[_Said]:
    """What a report's headline and its sentences say."""
    article = report.article
    texts = (article.headline, *(article.text_of(place) for place in report.analysis.sentences[:DEPTH]))
    return [_said(article, text) for text in texts]


def _first_told(
    sentence: CitedSentence, own: dict[ArticleId, Report], told: Sequence[tuple[Report, _Said]]
) -> datetime | None:
    """When a sentence, or all that it says, was first seen; None where its reports are gone."""
    pieces = [piece for piece in sentence.pieces if isinstance(piece, Words) and piece.span.article_id in own]
    if not pieces:
        return None
    seen = max(own[piece.span.article_id].article.seen_at for piece in pieces)
    said = _said(own[pieces[0].span.article_id].article, " ".join(piece.text for piece in pieces))
    times = (report.article.seen_at for report, other in told if said.stems and other.has_all_of(said))
    return min((seen, *times))


def _since(status: StatusNow, chains: Sequence[StatusChain], own: dict[ArticleId, Report]) -> datetime | None:
    """When a status was first told: at the last turn of a chain that turned to it, else with its own sentence."""
    turns = [chain.steps[-1].sentence for chain in chains if chain.steps and chain.steps[-1].value == status.value]
    told = [*turns, status.sentence]
    seen = [[own[w.span.article_id].article.seen_at for w in s.words() if w.span.article_id in own] for s in told]
    return min((max(at) for at in seen if at), default=None)
