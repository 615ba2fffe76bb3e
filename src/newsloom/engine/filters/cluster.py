"""`newsloom cluster`: which story each report belongs to, decided before the next is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from newsloom.config import Settings
from newsloom.engine.parallel import Mapper
from newsloom.records import Analysis, Article, ArticleId, Placed, Report, StoryId
from newsloom.stories.cluster import StoryIndex
from newsloom.stories.features import story_terms


def rows(articles: Iterable[Article], settings: Settings, mapper: Mapper) -> Iterator[dict[str, Any]]:
    """`{"id","story","score"}` for each report; `story` is the given id of the report that opened it.

    One process, whatever `mapper` offers: each decision rests on those before it. A report that came before with the
    same address stands where it stood.
    """
    index = StoryIndex(replace(settings.stories, threads=False))
    given, scores = dict[ArticleId, str](), dict[ArticleId, float]()
    for article in articles:
        report = Report(article, _analysis(article, settings.analyser))
        decisions = index.place(report)
        index.count(report)
        index.apply(decisions)
        given.setdefault(article.id, article.given_id)
        scores |= {each.article_id: each.score for each in decisions if isinstance(each, Placed)}
        opener: StoryId = index.story[article.id]
        yield {"id": article.given_id, "story": given[ArticleId(opener)], "score": scores[article.id]}


def _analysis(article: Article, analyser: str) -> Analysis:
    terms = story_terms(article)
    return Analysis(article_id=article.id, version=article.version, analyser=analyser, terms=terms)
