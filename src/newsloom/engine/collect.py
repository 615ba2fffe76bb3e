"""Registered sources: what kind an address is, one round of visits, how the last visits went."""

from __future__ import annotations

import asyncio
from collections import ChainMap
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from newsloom.config import FetchSettings
from newsloom.engine.intake import extracted
from newsloom.records import Article, FetchState, RawPage, Refused, Source, Verdict, Visit
from newsloom.sources import detect_kind
from newsloom.sources.collect import collect, due
from newsloom.sources.fetch import FetchError, fetch, open_session
from newsloom.sources.opml import read_sources, source_id
from newsloom.sources.page import feeds_of
from newsloom.store import Store


def probe(url: str, settings: FetchSettings, allow_private: bool) -> list[Source | Refused]:
    """What stands at an address: one source with its kind, the sources of an OPML list, or why nothing can be had.

    A front page that announces a feed stands for that feed (the first it names): its own text is no report.
    """
    try:
        final, content_type, body = asyncio.run(_look(url, settings, allow_private))
    except FetchError as error:
        return [Refused(url, url, str(error))]
    kind = detect_kind(final, body, content_type)
    if kind == "opml":
        return list(read_sources(body, url))
    if kind == "page" and urlsplit(final).path in ("", "/") and (feeds := feeds_of(final, body)):
        kind, url = "feed", feeds[0]
    return [Source(id=source_id(url), kind=kind, url=url)]


async def _look(url: str, settings: FetchSettings, allow_private: bool) -> tuple[str, str, bytes]:
    async with open_session(settings, allow_private) as session:
        answer = await fetch(session, url, settings, allow_private=allow_private)
        return answer.url, answer.header("content-type"), answer.body


class Round:
    """One round of visits. `items` gives what the sources gave, extracted; `close` keeps what is remembered of the
    addresses, and must wait until the items are stored: a kill before that loses no page, it is fetched again."""

    def __init__(
        self, store: Store, settings: FetchSettings, *, every: bool, allow_private: bool, now: datetime
    ) -> None:
        self._store = store
        self._settings = settings
        self._allow_private = allow_private
        self._new: dict[str, FetchState] = {}
        self._state = ChainMap(self._new, store.roster.remembered)
        sources = store.roster.sources()
        self._sources = list(sources) if every else due(sources, store.roster.remembered, now)

    def items(self, processes: int, seen: Callable[[Visit], None]) -> Iterator[Article | Refused | Verdict]:
        return extracted(self._given(seen), processes)

    def _given(self, seen: Callable[[Visit], None]) -> Iterator[RawPage | Article | Refused]:
        for item in collect(self._sources, self._state, allow_private=self._allow_private, settings=self._settings):
            if isinstance(item, Visit):
                self._store.roster.visited(item)
                seen(item)
            else:
                yield item

    def close(self) -> None:
        remembered = self._store.roster.remembered
        with self._store.transaction():
            remembered.update(self._new)


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
