"""One round, as the network sees it: each source is visited, what it announces is fetched, politely.

In: sources, and two ways to the caller: `give` (an item, with what is to be remembered once the caller has it) and
`past` (what is remembered of addresses). Out: nothing but what is given; every source ends with one Visit.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

import msgspec

from newsloom.config import FetchSettings
from newsloom.records import Article, FetchState, Link, RawPage, Refused, Source, Visit
from newsloom.sources import SOURCES, Item, sitemap
from newsloom.sources.fetch import Answer, FetchError, Session, fetch, open_session
from newsloom.sources.polite import Manners
from newsloom.sources.schedule import after_failure, after_page, after_source, given_up, page_is_due
from newsloom.text.urls import canonical_url

Given: TypeAlias = RawPage | Article | Refused | Visit
Give: TypeAlias = Callable[[Given | None, FetchState | None], Awaitable[None]]
Past: TypeAlias = Callable[[Iterable[str]], Awaitable[dict[str, FetchState]]]
SITEMAPS_EACH = 50  # of one index, in one round


@dataclass(slots=True)
class Tally:
    """Counts of one visit; `for_now`: failures that may pass; `left`: links for the next round."""

    links: int = 0
    pages: int = 0
    refused: int = 0
    for_now: int = 0
    left: int = 0
    first: str = ""  # reason

    def refuse(self, reason: str) -> None:
        self.refused += 1
        self.first = self.first or reason


@dataclass(slots=True)
class Round:
    """What one round shares: the session, the manners towards hosts, the ways to the caller."""

    settings: FetchSettings
    allow_private: bool
    now: Callable[[], datetime]
    give: Give
    past: Past
    session: Session | None = None
    manners: Manners = field(init=False)

    async def run(self, sources: Iterable[Source]) -> None:
        """Visit each source once, several at a time."""
        gate = asyncio.Semaphore(self.settings.at_once)
        self.manners = Manners(self.settings, self._ask_robots)
        async with open_session(self.settings, self.allow_private) as self.session, asyncio.TaskGroup() as group:
            for source in sources:
                group.create_task(self._visit(source, gate))

    async def _ask_robots(self, url: str) -> Answer:
        assert self.session is not None
        return await fetch(self.session, url, self.settings, allow_private=self.allow_private)

    async def _ask(self, url: str, past: FetchState | None) -> Answer:
        """Fetch, politely; a host that fails again and again, or asks to be left alone, is."""
        assert self.session is not None
        try:
            answer = await fetch(
                self.session,
                url,
                self.settings,
                allow_private=self.allow_private,
                state=past,
                permit=self.manners.permit,
            )
        except FetchError as error:
            self.manners.heard(url, failed=error.for_now and error.status == 0, reason=error.reason)
            if error.retry_at and error.status in (429, 503):
                self.manners.close(url, f"{error.reason}: asks to be left alone until {error.retry_at.isoformat()}")
            raise
        self.manners.heard(url, failed=False)
        return answer

    async def _visit(self, source: Source, gate: asyncio.Semaphore) -> None:
        async with gate:
            past = (await self.past([source.url])).get(source.url, FetchState(url=source.url))
            try:
                answer = await self._ask(source.url, past)
            except FetchError as error:
                state = after_failure(past, error.retry_at, self.now(), self.settings)
                await self._tell(source, "failed", state, error.reason, Tally())
                return
            if answer.status == 304:
                state = after_source(past, past.etag, past.last_modified, self.now(), self.settings)
                await self._tell(source, "not modified", state, "", Tally())
                return
            await self._read(source, past, answer)

    async def _tell(
        self,
        source: Source,
        outcome: Literal["ok", "not modified", "failed"],
        state: FetchState,
        reason: str,
        tally: Tally,
        moved_to: str = "",
    ) -> None:
        visit = Visit(
            source_id=source.id,
            url=source.url,
            at=self.now(),
            outcome=outcome,
            reason=reason,
            due_at=state.due_at,
            links=tally.links,
            pages=tally.pages,
            refused=tally.refused,
            moved_to=moved_to,
        )
        await self.give(visit, state)

    async def _read(self, source: Source, past: FetchState, answer: Answer) -> None:
        """Give what a source holds, fetch what it announces, and say what happened."""
        tally = Tally()
        links = await self._links(source, answer, tally)
        await self._pages(links, tally)
        # a source whose links could not all be fetched is read in full the next time, "not modified" or not
        complete = not tally.for_now and not tally.left
        etag, modified = (answer.header("etag"), answer.header("last-modified")) if complete else ("", "")
        state = after_source(past, etag, modified, self.now(), self.settings)
        nothing = tally.refused > 0 and not links and not tally.pages
        left = f"{tally.left} links left for the next round" if tally.left else ""
        await self._tell(
            source, "failed" if nothing else "ok", state, tally.first if nothing else left, tally, answer.moved_to
        )

    async def _links(self, source: Source, answer: Answer, tally: Tally) -> list[Link]:
        """Links of a document; what else it holds is given to the caller. An index of sitemaps is followed."""
        if source.kind == "page":
            tally.pages += 1
            await self.give(RawPage(source.id, answer.url, self.now(), answer.headers, answer.body), None)
            return []
        links = await self._sort(await asyncio.to_thread(_items, source, answer.body), tally)
        if source.kind != "sitemap" or not sitemap.is_index(answer.body):
            return links
        under: list[Link] = []
        for entry in links[-SITEMAPS_EACH:]:
            under += await self._under_index(source, entry, tally)
        return under

    async def _under_index(self, source: Source, entry: Link, tally: Tally) -> list[Link]:
        try:
            answer = await self._ask(entry.url, None)
        except FetchError as error:
            tally.refuse(error.reason)
            await self.give(Refused(source.id, entry.url, error.reason), None)
            return []
        links = await self._sort(
            await asyncio.to_thread(_items, msgspec.structs.replace(source, url=entry.url), answer.body), tally
        )
        return [] if sitemap.is_index(answer.body) else links

    async def _sort(self, items: list[Item], tally: Tally) -> list[Link]:
        links: list[Link] = []
        for item in items:
            if isinstance(item, Link):
                links.append(item)
                continue
            if isinstance(item, Refused):
                tally.refuse(item.reason)
            await self.give(item, None)
        return links

    async def _pages(self, links: list[Link], tally: Tally) -> None:
        """Fetch the pages whose time has come, oldest first; of very many the newest ones."""
        by_url = {canonical_url(link.url): link for link in links}
        past = await self.past(by_url)
        wanted = [url for url in by_url if page_is_due(past.get(url), self.now())]
        tally.links, tally.left = len(links), max(0, len(wanted) - self.settings.pages_each)
        for url in wanted[-self.settings.pages_each :]:
            await self._page(by_url[url], past.get(url, FetchState(url=url)), tally)

    async def _page(self, link: Link, past: FetchState, tally: Tally) -> None:
        try:
            answer = await self._ask(link.url, past)
        except FetchError as error:
            state = after_failure(past, error.retry_at, self.now(), self.settings)
            if given_up(past, error.for_now, self.settings):
                state = msgspec.structs.replace(state, due_at=None)
            else:
                tally.for_now += 1
            tally.refuse(error.reason)
            await self.give(Refused(link.source_id, link.url, error.reason), state)
            return
        state = after_page(past, answer.header("etag"), answer.header("last-modified"), self.now(), self.settings)
        if answer.status == 304:
            await self.give(None, state)
            return
        tally.pages += 1
        await self.give(RawPage(link.source_id, answer.url, self.now(), answer.headers, answer.body, link), state)


def _items(source: Source, body: bytes) -> list[Item]:
    return list(SOURCES[source.kind](source, body))
