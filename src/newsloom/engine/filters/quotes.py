"""`newsloom quotes`: articles -> `{"id","quotes":[{"start","end","kind","utterance","cue","speaker",…}]}`.

Offsets fit the text; what stands in the headline is left out. A quote without a known speaker has `speaker` null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from newsloom.config import Settings
from newsloom.engine.parallel import Mapper
from newsloom.passages.split import split_sentences
from newsloom.people.mentions import find_entities
from newsloom.quotes.find import find_quotes
from newsloom.records import Article, Entity, EntityId, Quote, Range
from newsloom.text.tagger import load_tagger


def rows(articles: Iterable[Article], settings: Settings, mapper: Mapper) -> Iterator[dict[str, Any]]:
    """One row for each article, in input order, streaming."""
    return mapper(partial(row_of, settings=settings), articles)


def row_of(article: Article, settings: Settings) -> dict[str, Any]:
    """The quotes of one article's text."""
    sentences = split_sentences(article)
    entities = find_entities(article, sentences, load_tagger(settings.light))
    quotes = find_quotes(article, sentences, entities)
    named = {entity.id: entity for entity in entities}
    return {
        "id": article.given_id,
        "quotes": [quote_row(article, quote, named) for quote in quotes if quote.range.part == "text"],
    }


def quote_row(article: Article, quote: Quote, named: dict[EntityId, Entity]) -> dict[str, Any]:
    """One quote as the contract has it; optional fields only where they are known."""
    row: dict[str, Any] = {
        "start": quote.range.start,
        "end": quote.range.end,
        "kind": quote.kind,
        "utterance": quote.utterance,
        "cue": {"start": quote.cue.start, "end": quote.cue.end} if quote.cue else None,
        "speaker": _speaker(article, quote, named),
    }
    for field in ("to", "via", "where"):
        place: Range | None = getattr(quote, field)
        if place is not None:
            row[field] = _party(article, place, None)
    return row


def _speaker(article: Article, quote: Quote, named: dict[EntityId, Entity]) -> dict[str, Any] | None:
    if quote.speaker_range is None:
        return None
    return _party(article, quote.speaker_range, named.get(quote.speaker) if quote.speaker else None)


def _party(article: Article, place: Range, entity: Entity | None) -> dict[str, Any]:
    text = article.text_of(place)
    return {
        "start": place.start,
        "end": place.end,
        "text": text,
        "entity": entity.id if entity else None,
        "name": entity.name if entity else " ".join(text.split()),
    }
