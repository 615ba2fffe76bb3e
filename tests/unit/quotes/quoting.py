"""Reports with names marked by hand, so that these tests need no tagger: "[p:Ann Lee]" is a person's mention."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from newsloom.quotes.find import find_quotes
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
)
from newsloom.text.sentences import split_paragraphs, split_sentences

KINDS: dict[str, Kind] = {"p": "person", "o": "organisation", "l": "place"}
MENTION = re.compile(r"\[([pol])(?:([mf])?):([^\]]+)\]")
TITLE = re.compile(r"(President|Senator|Sen\.|Mayor|Minister|Prime Minister)\s+$")


def read(marked: str, language: str = "en", name: str = "r1", day: int = 1, headline: str = "") -> Report:
    """A report of marked text, with its entities and quotes; mentions that end alike are one entity."""
    text, found, at = "", [], 0
    for mention in MENTION.finditer(marked):
        text += marked[at : mention.start()]
        found.append((len(text), mention.group(1), mention.group(2) or "", mention.group(3)))
        text += mention.group(3)
        at = mention.end()
    text += marked[at:]
    article = Article(
        id=ArticleId(name),
        given_id=name,
        outlet=f"Outlet {name}",
        headline=headline,
        language=language,
        published_at=datetime(2020, 5, day, 12, tzinfo=UTC),
        seen_at=datetime(2020, 5, day, 12, tzinfo=UTC),
        text=text,
        paragraphs=split_paragraphs(text),
    )
    sentences = tuple(Range(*bounds) for bounds in split_sentences(text, language))
    entities = _entities(text, found, name)
    quotes = find_quotes(article, sentences, entities)
    analysis = Analysis(
        article_id=article.id, version=0, analyser="", sentences=sentences, entities=entities, quotes=quotes
    )
    return Report(article, analysis)


def _entities(text: str, found: list[tuple[int, str, str, str]], name: str) -> tuple[Entity, ...]:
    groups: dict[str, list[tuple[int, str, str, str]]] = {}
    for mention in found:
        groups.setdefault(mention[3].split()[-1], []).append(mention)
    entities = []
    for mentions in groups.values():
        titles = tuple(t.group(1) for start, *_ in mentions if (t := TITLE.search(text[:start])))
        genders = "".join(gender for _, _, gender, _ in mentions)[:1]
        entities.append(
            Entity(
                id=EntityId(f"{name}.0.{mentions[0][0]}"),
                kind=KINDS[mentions[0][1]],
                name=max((words for *_, words in mentions), key=len),
                gender="m" if genders == "m" else "f" if genders == "f" else "",
                titles=titles,
                mentions=tuple(Range(start, start + len(words)) for start, _, _, words in mentions),
            )
        )
    return tuple(entities)


def shown(report: Report, *kinds: str) -> list[tuple[str, str]]:
    """(words, speaker) of the text's quotes: the entity's name, else the fullest words for the speaker, else ""."""
    return [
        (report.article.text_of(quote.range), speaker(report, quote))
        for quote in report.analysis.quotes
        if quote.range.part == "text" and quote.kind in (kinds or ("direct", "mixed"))
    ]


def speaker(report: Report, quote: Quote) -> str:
    names = {entity.id: entity.name for entity in report.analysis.entities}
    if quote.speaker:
        return names[quote.speaker]
    words = quote.named or quote.speaker_range
    return report.article.text_of(words) if words else ""


def people(*reports: Report) -> dict[EntityId, Person]:
    """One person for each name, across reports."""
    known: dict[str, Person] = {}
    of: dict[EntityId, Person] = {}
    for report in reports:
        for entity in report.analysis.entities:
            of[entity.id] = known.setdefault(entity.name, Person(PersonId(entity.id), entity.kind, entity.name))
    return of
