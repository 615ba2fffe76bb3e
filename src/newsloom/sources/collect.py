"""One round of collecting: sources -> their links -> pages, politely, several hosts at a time.

In: sources, and what is remembered of addresses (`state`, any mutable mapping from address to FetchState). Out, as it
comes: pages, articles, refusals, and one Visit for each source after all that it gave. What is remembered of an
address is written when the caller comes back for the next item, so that a kill loses no page: `state` is read and
written in the caller's thread alone, and the network has a thread of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from queue import Empty, Queue
from threading import Thread
from typing import TypeAlias

from newsloom.config import FetchSettings
from newsloom.records import FetchState, Source, Visit
from newsloom.sources.rounds import Given, Round
from newsloom.sources.schedule import due

State: TypeAlias = MutableMapping[str, FetchState]
WAITING = 64  # items between the network and the caller
USUAL = FetchSettings()


def read_clock() -> datetime:
    """The instant."""
    return datetime.now(UTC)


def collect(
    sources: Iterable[Source],
    state: State,
    *,
    host_delay: float | None = None,
    allow_private: bool = False,
    now: Callable[[], datetime] = read_clock,
    progress: Callable[[Visit], None] | None = None,
    settings: FetchSettings = USUAL,
) -> Iterator[Given]:
    """Visit each source once, due or not (`due` tells which are)."""
    if host_delay is not None:
        settings = replace(settings, host_delay=host_delay)
    events: Queue[_Item | _Question | _End] = Queue(WAITING)
    network = _Network(tuple(sources), settings, allow_private, now, events)
    thread = Thread(target=network.run, daemon=True, name="newsloom-collect")
    thread.start()
    try:
        yield from _serve(events, state, progress)
    finally:
        network.stop(thread)


@dataclass(frozen=True, slots=True)
class _Item:
    """Something for the caller, and what is remembered once the caller has it."""

    given: Given | None
    remembered: FetchState | None = None


@dataclass(frozen=True, slots=True)
class _Question:
    """What is remembered of these addresses? Asked of the caller's thread."""

    urls: tuple[str, ...]
    answer: asyncio.Future[dict[str, FetchState]]
    loop: asyncio.AbstractEventLoop


@dataclass(frozen=True, slots=True)
class _End:
    error: BaseException | None = None


def _serve(
    events: Queue[_Item | _Question | _End], state: State, progress: Callable[[Visit], None] | None
) -> Iterator[Given]:
    while not isinstance(event := events.get(), _End):
        if isinstance(event, _Question):
            found = {url: past for url in event.urls if (past := state.get(url)) is not None}
            event.loop.call_soon_threadsafe(_settle, event.answer, found)
            continue
        if event.given is not None:
            yield event.given
        if event.remembered is not None:
            state[event.remembered.url] = event.remembered
        if progress and isinstance(event.given, Visit):
            progress(event.given)
    if event.error is not None:
        raise event.error


def _settle(answer: asyncio.Future[dict[str, FetchState]], found: dict[str, FetchState]) -> None:
    if not answer.done():
        answer.set_result(found)


@dataclass(slots=True)
class _Network:
    """The side of a round that talks to servers: an event loop in a thread of its own."""

    sources: tuple[Source, ...]
    settings: FetchSettings
    allow_private: bool
    now: Callable[[], datetime]
    events: Queue[_Item | _Question | _End]
    loop: asyncio.AbstractEventLoop | None = None
    task: asyncio.Task[None] | None = None

    def run(self) -> None:
        """The thread's work: one round, then the end, with the error where there was one."""
        error: BaseException | None = None
        try:
            asyncio.run(self._round())
        except asyncio.CancelledError:
            pass
        except BaseException as raised:  # the caller's thread is where it matters
            error = raised
        self.events.put(_End(error))

    async def _round(self) -> None:
        self.loop, self.task = asyncio.get_running_loop(), asyncio.current_task()
        await Round(self.settings, self.allow_private, self.now, self._give, self._past).run(self.sources)

    async def _give(self, given: Given | None, remembered: FetchState | None) -> None:
        await self._put(_Item(given, remembered))

    async def _past(self, urls: Iterable[str]) -> dict[str, FetchState]:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[dict[str, FetchState]] = loop.create_future()
        await self._put(_Question(tuple(urls), answer, loop))
        return await answer

    async def _put(self, event: _Item | _Question) -> None:
        while self.events.full():  # the caller is busy: nothing more is asked for meanwhile
            await asyncio.sleep(0.01)
        self.events.put_nowait(event)

    def stop(self, thread: Thread) -> None:
        """End the round, also early, where the caller has had enough."""
        while thread.is_alive():
            if self.loop and self.task and not self.task.done() and not self.loop.is_closed():
                with suppress(RuntimeError):  # the loop has closed just now
                    self.loop.call_soon_threadsafe(self.task.cancel)
            with suppress(Empty):
                while True:
                    self.events.get_nowait()
            thread.join(0.05)


__all__ = ["State", "collect", "due"]
