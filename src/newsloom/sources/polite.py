"""Politeness towards servers: robots.txt, a pause between two requests to one host, and leaving a failing host alone.

One `Manners` serves one round. What robots.txt says is asked once for each host and round.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import urlsplit

from protego import Protego

from newsloom.config import FetchSettings
from newsloom.sources.fetch import Answer, FetchError

ROBOTS_BYTES = 500_000
AskRobots = Callable[[str], Awaitable[Answer]]


@dataclass(slots=True)
class _Host:
    """What is known of one host: its rules, when it may be asked next, how often it failed in a row."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    robots_lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    robots: Protego | None = None
    closed: str = ""  # why nothing may be asked of it in this round
    next_at: float = 0.0
    delay: float = 0.0
    failures: int = 0


@dataclass(slots=True)
class Manners:
    """Whether and when an address may be asked."""

    settings: FetchSettings
    ask: AskRobots  # fetches robots.txt itself
    hosts: dict[str, _Host] = field(default_factory=dict)

    async def permit(self, url: str) -> None:
        """Wait for the host's turn. Raises FetchError where its robots.txt, or its failures, say no."""
        host = self._host(url)
        await self._learn(host, url)
        if host.closed:
            raise FetchError(host.closed, for_now=True)
        if host.robots and not host.robots.can_fetch(url, self.settings.robots_name):
            raise FetchError("robots.txt does not allow it")
        await self.wait(url)
        if host.closed:
            raise FetchError(host.closed, for_now=True)

    async def wait(self, url: str) -> None:
        """The pause between two requests to one host."""
        host = self._host(url)
        async with host.lock:
            await asyncio.sleep(max(0.0, host.next_at - monotonic()))
            host.next_at = monotonic() + max(self.settings.host_delay, host.delay)

    def heard(self, url: str, failed: bool, reason: str = "") -> None:
        """Count failures in a row; after too many the host is left alone for this round."""
        host = self._host(url)
        host.failures = host.failures + 1 if failed else 0
        if host.failures >= self.settings.host_failures:
            host.closed = f"left alone for this round after {host.failures} failures: {reason}"

    def close(self, url: str, reason: str) -> None:
        """The host asked to be left alone."""
        self._host(url).closed = reason

    def _host(self, url: str) -> _Host:
        parts = urlsplit(url)
        return self.hosts.setdefault(f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}", _Host())

    async def _learn(self, host: _Host, url: str) -> None:
        async with host.robots_lock:
            if host.robots is None and not host.closed:
                parts = urlsplit(url)
                host.robots = await self._rules(host, f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/robots.txt")
                crawl_delay = host.robots.crawl_delay(self.settings.robots_name)
                host.delay = min(crawl_delay or 0.0, self.settings.longest_delay)

    async def _rules(self, host: _Host, url: str) -> Protego:
        """RFC 9309: a file that is not there allows all; a server that cannot say is not asked."""
        try:
            await self.wait(url)
            answer = await self.ask(url)
        except FetchError as error:
            if not 400 <= error.status < 500 or error.status == 429:
                host.closed = f"robots.txt: {error.reason}"
            return Protego.parse("")
        return Protego.parse(answer.body[:ROBOTS_BYTES].decode("utf-8", "replace"))
