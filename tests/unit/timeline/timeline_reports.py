"""Reports for the timeline's tests, written here."""

from __future__ import annotations

from datetime import datetime

from newsloom.records import Analysis, Article, ArticleId, Range, Report
from newsloom.text.sentences import split_sentences
from newsloom.timeline.dates import find_dates
from newsloom.timeline.events import find_events


def article(
    text: str,
    published: str | None = "2018-06-01T12:00:00+00:00",
    headline: str = "",
    language: str = "en",
    name: str = "a",
    outlet: str = "",
) -> Article:
    at = datetime.fromisoformat(published) if published else None
    seen = at or datetime.fromisoformat("2018-06-01T12:00:00+00:00")
    return Article(
        id=ArticleId(name),
        given_id=name,
        outlet=outlet or f"{name} news",
        headline=headline,
        language=language,
        published_at=at,
        seen_at=seen,
        text=text,
    )


def sentences(one: Article) -> tuple[Range, ...]:
    return tuple(Range(*bounds) for bounds in split_sentences(one.text, one.language))


def dated(one: Article) -> list[tuple[str, str]]:
    return [(one.text_of(timex.range), timex.value) for timex in find_dates(one, sentences(one))]


def report(one: Article, boilerplate: tuple[Range, ...] = ()) -> Report:
    parts = sentences(one)
    dates = find_dates(one, parts)
    events = find_events(one, parts, dates, (), ())
    analysis = Analysis(
        article_id=one.id,
        version=1,
        analyser="test",
        sentences=parts,
        boilerplate=boilerplate,
        dates=dates,
        events=events,
    )
    return Report(one, analysis)
