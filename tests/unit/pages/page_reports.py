"""Analysed reports and small pages for the tests of pages, made of invented sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from newsloom.passages.split import find_boilerplate, split_sentences
from newsloom.people.mentions import find_entities
from newsloom.records import (
    Analysis,
    Article,
    ArticleId,
    CitedSentence,
    Counts,
    Report,
    StoryId,
    StoryPage,
)
from newsloom.text.tagger import load_tagger
from newsloom.timeline.dates import find_dates

NOW = datetime(2021, 6, 10, 12, tzinfo=UTC)  # a Thursday


def report_of(
    text: str, id_: str = "a", days: float = 0.0, headline: str = "", outlet: str = "", **more: str
) -> Report:
    """A report told that many days before NOW, with sentences, entities and dates."""
    at = NOW - timedelta(days=days)
    article = Article(
        id=ArticleId(id_),
        version=1,
        text=text,
        headline=headline,
        outlet=outlet or f"Outlet {id_}",
        language=more.get("language", "en"),
        url=more.get("url", ""),
        published_at=at,
        seen_at=at,
    )
    boilerplate = find_boilerplate(article)
    sentences = split_sentences(article, boilerplate)
    analysis = Analysis(
        article_id=article.id,
        version=1,
        analyser="test",
        sentences=sentences,
        boilerplate=boilerplate,
        entities=find_entities(article, sentences, load_tagger(True)),
        dates=find_dates(article, sentences),
    )
    return Report(article, analysis)


def cited(report: Report, number: int = 0) -> CitedSentence:
    """One sentence of a report, as it stands."""
    return CitedSentence((report.article.at(report.analysis.sentences[number]),))


def page_of(headline: CitedSentence, *summary: CitedSentence, **parts: object) -> StoryPage:
    """A page of these sentences and nothing else."""
    empty = StoryPage(
        story_id=StoryId("s"),
        as_of=NOW,
        language="en",
        headline=headline,
        status=None,
        counts=Counts(0, 0, 0, 0, 0, 0),
        summary=summary,
        **dict.fromkeys(EMPTY, ()),  # type: ignore[arg-type]
    )
    return replace(empty, **parts)  # type: ignore[arg-type]


EMPTY = "people disagreements timeline next positions quotes coverage lineage roots reports related limits".split()
TODAY = date(2021, 6, 10)
