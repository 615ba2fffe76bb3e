"""Registered sources: what kind an address is, one round of visits, how the last visits went."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from newsloom.config import FetchSettings
from newsloom.engine.intake import extracted
from newsloom.records import Article, Link, RawPage, Refused, Source, Verdict, Visit
from newsloom.sources import detect_kind
from newsloom.sources.collect import collect, due
from newsloom.sources.fetch import FetchError, fetch, open_session
from newsloom.sources.opml import read_sources, source_id
from newsloom.store import Store


def probe(url: str, settings: FetchSettings, allow_private: bool) -> list[Source | Refused]:
    """What stands at an address: one source with its kind, the sources of an OPML list, or why nothing can be had."""
    try:
        final, content_type, body = asyncio.run(_look(url, settings, allow_private))
    except FetchError as error:
        return [Refused(url, url, str(error))]
    kind = detect_kind(final, body, content_type)
    if kind == "opml":
        return list(read_sources(body, url))
    return [Source(id=source_id(url), kind=kind, url=url)]


async def _look(url: str, settings: FetchSettings, allow_private: bool) -> tuple[str, str, bytes]:
    async with open_session(settings, allow_private) as session:
        answer = await fetch(session, url, settings, allow_private=allow_private)
        return answer.url, answer.header("content-type"), answer.body


def visit_sources(
    store: Store,
    settings: FetchSettings,
    *,
    every: bool,
    allow_private: bool,
    now: datetime,
    processes: int,
    seen: Callable[[Visit], None],
) -> Iterator[Article | Refused | Verdict]:
    """One round over the sources that are due (`every`: over all); what they gave, extracted. Each visit is kept."""
    sources: Iterable[Source] = store.roster.sources()
    remembered = store.roster.remembered
    chosen = list(sources) if every else due(sources, remembered, now)

    def given() -> Iterator[RawPage | Article | Refused | Link | dict[str, Any]]:
        for item in collect(chosen, remembered, allow_private=allow_private, settings=settings):
            if isinstance(item, Visit):
                store.roster.visited(item)
                seen(item)
            else:
                yield item

    return extracted(given(), processes)


def source_rows(store: Store) -> Iterator[dict[str, Any]]:
    """One row for each registered source, with how its last visit went."""
    for source in store.roster.sources():
        visit = store.roster.last_visit(source.id)
        yield {
            "id": source.id, "kind": source.kind, "url": source.url, "title": source.title, "tags": list(source.tags),
            "visited": visit.at.isoformat() if visit else None,
            "outcome": visit.outcome if visit else None,
            "error": visit.reason if visit and visit.outcome == "failed" else "",
            "due": visit.due_at.isoformat() if visit and visit.due_at else None,
        }  # fmt: skip
