"""The network: the only module that opens it. One address in, one answer out, or the reason why not.

Every address that a name resolves to is checked before it is connected to, and every redirect like a first address.
Bytes are capped as sent and as decompressed, time as a whole. Proxies of the environment are not used.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TypeAlias
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from newsloom.config import FetchSettings
from newsloom.records import FetchState
from newsloom.sources.addresses import denied_address, denied_url
from newsloom.sources.encodings import TooLarge, decompress

REDIRECTS = frozenset((301, 302, 303, 307, 308))
FOR_GOOD = frozenset((301, 308))
FOR_NOW = frozenset((408, 425, 429, 500, 502, 503, 504))
ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,*/*;q=0.5"
CHUNK = 65_536
Permit = Callable[[str], Awaitable[None]]
Session: TypeAlias = aiohttp.ClientSession


class FetchError(Exception):
    """Why there is no answer. `for_now`: it may be asked again; `retry_at`: not before this instant."""

    def __init__(self, reason: str, *, for_now: bool = False, retry_at: datetime | None = None, status: int = 0):
        super().__init__(reason)
        self.reason, self.for_now, self.retry_at, self.status = reason, for_now, retry_at, status


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave. `url` is where redirects led; `moved_to` is set where all of them were for good.

    `status` is 200 or 304 (not modified, no body).
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    moved_to: str = ""

    def header(self, name: str) -> str:
        """The first header of that name, "" where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


class CheckedResolver(AbstractResolver):
    """Looks names up, and refuses a name if any of its addresses is denied."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Addresses of a host. Raises Denied where one of them leads inside."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family, flags=socket.AI_ADDRCONFIG)
        results: list[ResolveResult] = []
        for kind, _, protocol, _, address in found:
            if reason := denied_address(str(address[0])):
                raise Denied(f"{host}: {reason}")
            results.append(
                ResolveResult(
                    hostname=host,
                    host=str(address[0]),
                    port=port,
                    family=kind,
                    proto=protocol,
                    flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
                )
            )
        if not results:
            raise OSError(f"{host}: no address")
        return results

    async def close(self) -> None:
        """Nothing is held open."""


class Denied(OSError):
    """A name that leads to an address which the guard denies."""


@asynccontextmanager
async def open_session(settings: FetchSettings, allow_private: bool = False) -> AsyncIterator[aiohttp.ClientSession]:
    """A session whose every connection goes through the guard; `allow_private` lifts that alone."""
    resolver = None if allow_private else CheckedResolver()
    connector = aiohttp.TCPConnector(
        resolver=resolver, use_dns_cache=False, limit=settings.at_once * 2, limit_per_host=2, enable_cleanup_closed=True
    )
    async with aiohttp.ClientSession(
        connector=connector,
        trust_env=False,
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": settings.user_agent, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"},
        timeout=aiohttp.ClientTimeout(total=settings.seconds),
    ) as session:
        yield session


async def fetch(
    session: aiohttp.ClientSession,
    url: str,
    settings: FetchSettings,
    *,
    allow_private: bool = False,
    state: FetchState | None = None,
    permit: Permit | None = None,
    most_bytes: int | None = None,
) -> Answer:
    """The answer of an address: 200, or 304 where `state` holds what the server had. Raises FetchError.

    `permit` is awaited before each request, redirects included: robots.txt and politeness may raise or wait there.
    """
    conditions = _conditions(state)
    asked, for_good = url, True
    for _ in range(settings.most_redirects + 1):
        if reason := denied_url(url, allow_private):
            raise FetchError(f"refused: {reason}")
        if permit:
            await permit(url)
        answer = await _ask(session, url, settings, conditions, most_bytes or settings.most_bytes)
        if answer.status not in REDIRECTS:
            moved = answer.url if for_good and answer.url != asked else ""
            return Answer(answer.url, answer.status, answer.headers, answer.body, moved)
        for_good = for_good and answer.status in FOR_GOOD
        url = _target(url, answer.header("location"))
    raise FetchError(f"more than {settings.most_redirects} redirects")


def _conditions(state: FetchState | None) -> dict[str, str]:
    if state is None:
        return {}
    named = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in named.items() if value}


def _target(url: str, location: str) -> str:
    try:
        target = urljoin(url, location.strip())
    except ValueError:
        target = ""
    if not location or not target:
        raise FetchError("a redirect to nowhere")
    return target


async def _ask(
    session: aiohttp.ClientSession, url: str, settings: FetchSettings, conditions: dict[str, str], most: int
) -> Answer:
    try:
        async with (
            asyncio.timeout(settings.seconds),
            session.get(url, allow_redirects=False, headers=conditions) as response,
        ):
            headers = tuple((str(name), str(value)) for name, value in response.headers.items())
            if response.status == 304 or response.status in REDIRECTS:
                return Answer(url, response.status, headers, b"")
            if response.status != 200:
                raise _refusal(response)
            body = await _read(response, most)
            return Answer(url, 200, headers, decompress(body, response.headers.get("Content-Encoding", ""), most))
    except TimeoutError:
        raise FetchError(f"took longer than {settings.seconds:g} s", for_now=True) from None
    except TooLarge as error:
        raise FetchError(f"too large: {error}") from None
    except (aiohttp.ClientError, OSError, ValueError, UnicodeError) as error:
        raise _failure(error) from None


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes:
    if (response.content_length or 0) > most:
        raise TooLarge(f"{response.content_length:,} bytes, more than {most:,}")
    body = bytearray()
    async for chunk in response.content.iter_chunked(CHUNK):
        body += chunk
        if len(body) > most:
            raise TooLarge(f"more than {most:,} bytes")
    return bytes(body)


def _refusal(response: aiohttp.ClientResponse) -> FetchError:
    """A server's no, with the instant from which it may be asked again."""
    retry = retry_after(response.headers.get("Retry-After", ""), datetime.now(UTC))
    reason = f"HTTP {response.status} {response.reason or ''}".strip()[:120]
    return FetchError(reason, for_now=response.status in FOR_NOW, retry_at=retry, status=response.status)


def retry_after(value: str, now: datetime) -> datetime | None:
    """The instant that a Retry-After header names, in seconds or as a date; None where it names none.

    >>> retry_after("120", datetime(2018, 6, 1, tzinfo=UTC)).minute
    2
    """
    value = value.strip()
    try:
        if value.isdecimal():
            return now + timedelta(seconds=min(int(value), 30 * 86_400))
        at = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _failure(error: BaseException) -> FetchError:
    """One line for what went wrong below HTTP. The guard's reason may be wrapped by the client library."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, Denied):
            return FetchError(f"refused: {cause}")
        cause = cause.__cause__ or cause.__context__
    words = " ".join(str(error).split())[:200]
    return FetchError(f"no answer: {words or type(error).__name__}", for_now=True)
