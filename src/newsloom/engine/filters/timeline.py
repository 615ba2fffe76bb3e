"""`newsloom timeline`: articles of one story (or of several, one after the other) -> its dated entries.

Out, in order of date: `{"id","date","sentences":[{"id","start","end","text"}],"status"}`, what is planned included.
Consecutive lines with the same `story` are one story; without the field the whole input is one, and `id` is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from newsloom.config import Settings
from newsloom.engine.analyse import analyse
from newsloom.engine.parallel import Mapper
from newsloom.records import Article, ArticleId, CitedSentence, Report, TimelineEntry, Words
from newsloom.timeline.standing import find_matters
from newsloom.timeline.status import build_timeline
from newsloom.timeline.steps import build_chains


def rows(articles: Iterable[Article], settings: Settings, mapper: Mapper) -> Iterator[dict[str, Any]]:
    """The rows of each story, as soon as its last line is read."""
    numbered = (replace(article, id=ArticleId(f"{number:06}")) for number, article in enumerate(articles))
    reports = mapper(partial(_analysed, settings), numbered)
    for story, members in groupby(reports, key=lambda report: report.article.group):
        yield from rows_of(story, tuple(members))


def rows_of(story: str, reports: tuple[Report, ...]) -> Iterator[dict[str, Any]]:
    """The rows of one story's reports: what they date up to the newest of them, then what they plan."""
    ordered = tuple(sorted(reports, key=lambda report: (report.article.told_at, report.id)))
    articles = {report.id: report.article for report in reports}
    matters = find_matters(ordered)
    as_of = max(report.article.seen_at for report in reports)
    timeline, ahead = build_timeline(ordered, matters, build_chains(matters), as_of)
    for entry in (*timeline, *ahead):
        yield _row(story, entry, articles)


def _row(story: str, entry: TimelineEntry, articles: dict[ArticleId, Article]) -> dict[str, Any]:
    places = (_place(sentence, articles) for sentence in entry.sentences)
    return {
        "id": story or None,
        "date": entry.date,
        "sentences": [place for place in places if place],
        "status": entry.status,
    }


def _place(sentence: CitedSentence, articles: dict[ArticleId, Article]) -> dict[str, Any] | None:
    """The whole sentence as it stands in its report's text."""
    spans = [piece.span for piece in sentence.pieces if isinstance(piece, Words) and piece.span.part == "text"]
    if not spans:
        return None
    article, start, end = articles[spans[0].article_id], spans[0].start, spans[-1].end
    return {"id": article.given_id, "start": start, "end": end, "text": article.text[start:end]}


def _analysed(settings: Settings, article: Article) -> Report:
    return Report(article, analyse(article, settings))
