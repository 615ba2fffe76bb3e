"""The filter `people`: who is named where, one id for each across the whole input.

In: articles. Out: a row for each article in input order, then one for each person, organisation and place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from newsloom.config import Settings
from newsloom.engine.filters.identities import Identities, identify, name_report
from newsloom.engine.parallel import Mapper
from newsloom.records import Article, Report


def rows(articles: Iterable[Article], settings: Settings, mapper: Mapper) -> Iterator[dict[str, Any]]:
    """Rows as docs/filters.md has them; the whole input is read before the first."""
    reports = list(mapper(partial(name_report, light=settings.light), articles))
    found = identify(reports)
    for report in reports:
        yield {"id": report.article.given_id, "mentions": mention_rows(report, found)}
    for person in found.people:
        yield {"entity": person.id, "name": person.name, "kind": person.kind, "aliases": list(person.aliases)}


def mention_rows(report: Report, found: Identities) -> list[dict[str, Any]]:
    """Mentions in the text, in order of place."""
    named = [(place, e) for e in report.analysis.entities for place in e.mentions if place.part == "text"]
    return [
        {
            "start": place.start,
            "end": place.end,
            "text": report.article.text_of(place),
            "kind": entity.kind,
            "entity": found.of[entity.id].id,
        }
        for place, entity in sorted(named, key=lambda found: found[0])
    ]
