"""Articles of one story (or of several, one after the other) -> its headline and cited summary.

Consecutive lines with the same `story` are one story; without the field the whole input is one, its id null. A story is
written as soon as its last line is read. Citations are places in the given texts.
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
from newsloom.pages.headline import choose_headline
from newsloom.pages.shown import Articles, cited_by, text_of
from newsloom.pages.summary import summarise
from newsloom.people.cast import build_cast
from newsloom.records import Article, ArticleId, CitedSentence, Report


def rows(articles: Iterable[Article], settings: Settings, mapper: Mapper) -> Iterator[dict[str, Any]]:
    """One row a story: `{"id", "headline", "sentences": [{"text", "cites": [{"id", "start", "end"}]}]}`."""
    numbered = (replace(article, id=ArticleId(f"{number:06}")) for number, article in enumerate(articles))
    reports = mapper(partial(_analysed, settings), numbered)
    for story, members in groupby(reports, key=lambda report: report.article.group):
        yield row_of(story, tuple(members))


def row_of(story: str, reports: tuple[Report, ...]) -> dict[str, Any]:
    """The row of one story's reports."""
    as_of = max(report.article.seen_at for report in reports)
    cast = build_cast(reports)
    articles = {report.id: report.article for report in reports}
    headline = text_of(choose_headline(reports, as_of), articles)
    sentences = summarise(reports, cast.of, as_of, headline=headline)
    return {
        "id": story or None,
        "headline": headline,
        "sentences": [_sentence(sentence, articles) for sentence in sentences],
    }


def _sentence(sentence: CitedSentence, articles: Articles) -> dict[str, Any]:
    cites = [words.span for words in cited_by(sentence, articles) if words.span.part == "text"]
    return {
        "text": text_of(sentence, articles),
        "cites": [{"id": articles[c.article_id].given_id, "start": c.start, "end": c.end} for c in cites],
    }


def _analysed(settings: Settings, article: Article) -> Report:
    return Report(article, analyse(article, settings))
