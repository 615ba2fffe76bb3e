"""Reports for these tests, made of invented sentences."""

from __future__ import annotations

from datetime import UTC, datetime

from newsloom.passages.split import find_boilerplate, split_passages, split_sentences
from newsloom.records import Analysis, Article, ArticleId, Report


def article_of(text: str, id_: str = "a", day: int = 1, hour: int | None = 9, **fields: str) -> Article:
    """An English article of June 2021; without an hour only its day is known."""
    at = datetime(2021, 6, day, 23, 59, 59, tzinfo=UTC) if hour is None else datetime(2021, 6, day, hour, tzinfo=UTC)
    return Article(
        id=ArticleId(id_),
        version=1,
        text=text,
        language="en",
        published_at=at,
        seen_at=at,
        day_only=hour is None,
        outlet=fields.get("outlet", f"Outlet {id_}"),
        headline=fields.get("headline", ""),
        url=fields.get("url", ""),
    )


def report_of(article: Article) -> Report:
    """The article with its sentences and passages."""
    boilerplate = find_boilerplate(article)
    sentences = split_sentences(article, boilerplate)
    analysis = Analysis(
        article_id=article.id,
        version=1,
        analyser="test",
        sentences=sentences,
        boilerplate=boilerplate,
        passages=split_passages(article, sentences, boilerplate),
    )
    return Report(article, analysis)
