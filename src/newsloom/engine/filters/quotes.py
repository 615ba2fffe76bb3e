"""The filter `quotes`: articles -> `{"id","quotes":[{"start","end","kind","utterance","cue","speaker",…}]}`.

Offsets fit the text; what stands in the headline is left out. A quote without a known speaker has `speaker` null; its
`entity` is the id that the filter `people` prints on the same input, which is read whole before the first row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from newsloom.config import Settings
from newsloom.engine.filters.identities import identify, whole_sentences
from newsloom.engine.parallel import Mapper
from newsloom.people.mentions import find_entities
from newsloom.quotes.find import find_quotes
from newsloom.records import Analysis, Article, EntityId, Person, Quote, Range, Report
from newsloom.text.tagger import load_tagger


def rows(articles: Iterable[Article], settings: Settings, mapper: Mapper) -> Iterator[dict[str, Any]]:
    """One row for each article, in input order."""
    reports = list(mapper(partial(quote_report, light=settings.light), articles))
    people = identify(reports).of
    for report in reports:
        quotes = [quote for quote in report.analysis.quotes if quote.range.part == "text"]
        yield {
            "id": report.article.given_id,
            "quotes": [quote_row(report.article, quote, people) for quote in quotes],
        }


def quote_report(article: Article, light: bool) -> Report:
    """An article with its entities and quotes alone."""
    sentences = whole_sentences(article)
    entities = find_entities(article, sentences, load_tagger(light))
    quotes = find_quotes(article, sentences, entities)
    analysis = Analysis(article_id=article.id, version=article.version, analyser="", entities=entities, quotes=quotes)
    return Report(article, analysis)


def quote_row(article: Article, quote: Quote, people: Mapping[EntityId, Person]) -> dict[str, Any]:
    """One quote as the contract has it; optional fields only where they are known."""
    row: dict[str, Any] = {
        "start": quote.range.start,
        "end": quote.range.end,
        "kind": quote.kind,
        "utterance": quote.utterance,
        "cue": {"start": quote.cue.start, "end": quote.cue.end} if quote.cue else None,
        "speaker": _speaker(article, quote, people),
    }
    for field in ("to", "via", "where"):
        place: Range | None = getattr(quote, field)
        if place is not None:
            row[field] = _party(article, place, None)
    return row


def _speaker(article: Article, quote: Quote, people: Mapping[EntityId, Person]) -> dict[str, Any] | None:
    if quote.speaker_range is None:
        return None
    row = _party(article, quote.speaker_range, people.get(quote.speaker) if quote.speaker else None)
    if quote.named is not None:
        row["name"] = " ".join(article.text_of(quote.named).split())
    return row


def _party(article: Article, place: Range, person: Person | None) -> dict[str, Any]:
    text = article.text_of(place)
    return {
        "start": place.start,
        "end": place.end,
        "text": text,
        "entity": person.id if person else None,
        "name": person.name if person else " ".join(text.split()),
    }
