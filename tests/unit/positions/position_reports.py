"""Reports with hand-made entities and quotes for the tests of positions: no tagger decides them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import msgspec

from newsloom.positions import find_claims, find_positions
from newsloom.records import (
    Analysis,
    Article,
    ArticleId,
    Entity,
    EntityId,
    Kind,
    Person,
    PersonId,
    Quote,
    Range,
    Report,
    Timex,
)
from newsloom.text.sentences import split_sentences

NOW = datetime(2021, 6, 10, 12, tzinfo=UTC)
QUOTED = re.compile(r"“[^”]+”")

Names = Mapping[str, Kind]


def report_of(
    text: str,
    id_: str = "a",
    names: Names | None = None,
    *,
    hours: float = 0.0,
    language: str = "en",
    said_by: str = "",
    dates: tuple[Timex, ...] = (),
) -> Report:
    """A report told that many hours before NOW. Every whole occurrence of a name is a mention of it; quoted strings
    are `said_by`'s."""
    at = NOW - timedelta(hours=hours)
    article = Article(
        id=ArticleId(id_), version=1, text=text, outlet=f"Outlet {id_}", language=language, published_at=at, seen_at=at
    )
    sentences = tuple(Range(start, end) for start, end in split_sentences(text, language))
    entities = tuple(_entity(article, name, kind) for name, kind in (names or {}).items() if name in text)
    quotes = tuple(_quote(found, entities, said_by) for found in QUOTED.finditer(text))
    analysis = Analysis(
        article_id=article.id,
        version=1,
        analyser="test",
        sentences=sentences,
        entities=entities,
        quotes=quotes,
        dates=dates,
        claims=find_claims(article, sentences, entities, dates),
        positions=find_positions(article, sentences, entities, quotes),
    )
    return Report(article, analysis)


def people_of(*reports: Report) -> dict[EntityId, Person]:
    """Entities of one name are one person."""
    first: dict[str, Person] = {}
    found = {}
    for entity in (entity for report in reports for entity in report.analysis.entities):
        person = first.setdefault(entity.name, Person(PersonId(entity.id), entity.kind, entity.name))
        found[entity.id] = person
    return found


def with_pronoun(report: Report, name: str, pronoun: str) -> Report:
    """The report with every occurrence of a pronoun standing for a name; positions found anew."""
    places = tuple(Range(*found.span()) for found in re.finditer(rf"\b{pronoun}\b", report.article.text))
    entities = tuple(
        msgspec.structs.replace(entity, pronouns=places) if entity.name == name else entity
        for entity in report.analysis.entities
    )
    analysis = report.analysis
    positions = find_positions(report.article, analysis.sentences, entities, analysis.quotes)
    return Report(report.article, msgspec.structs.replace(analysis, entities=entities, positions=positions))


def _entity(article: Article, name: str, kind: Kind) -> Entity:
    mentions = tuple(Range(*found.span()) for found in re.finditer(rf"\b{re.escape(name)}\b", article.text))
    return Entity(id=EntityId(f"{article.id}.1.{mentions[0].start}"), kind=kind, name=name, mentions=mentions)


def _quote(found: re.Match[str], entities: tuple[Entity, ...], said_by: str) -> Quote:
    speaker = next((entity for entity in entities if entity.name == said_by), None)
    place = Range(*found.span())
    return Quote(
        range=place,
        kind="direct",
        cue=Range(found.end(), found.end() + 1) if speaker else None,
        speaker=speaker.id if speaker else None,
        speaker_range=speaker.mentions[0] if speaker else None,
    )
