"""A web server on a port of this machine, for tests of what collects: pages are added and changed while it serves."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import web

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


@dataclass
class Site:
    """A web server on a port of this machine; `asked` counts requests by path."""

    pages: dict[str, Handler] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    port: int = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def add(self, path: str, body: str | bytes = "", status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def answer(request: web.BaseRequest) -> web.StreamResponse:
            raw = body.encode() if isinstance(body, str) else body
            return web.Response(body=raw, status=status, headers=named)

        self.pages[path] = answer
        return self.url(path)

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        self.asked[request.path] += 1
        handler = self.pages.get(request.path)
        return await handler(request) if handler else web.Response(status=404)


@contextmanager
def local_site() -> Iterator[Site]:
    """A site that serves as long as the block lasts."""
    made, started, ended = Site(), threading.Event(), threading.Event()

    async def run() -> None:
        runner = web.ServerRunner(web.Server(made.serve), shutdown_timeout=0.1)
        await runner.setup()
        address = web.TCPSite(runner, "127.0.0.1", 0)
        await address.start()
        made.port = address._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
        started.set()
        while not ended.is_set():
            await asyncio.sleep(0.02)
        await runner.cleanup()

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    assert started.wait(10)
    try:
        yield made
    finally:
        ended.set()
        thread.join(10)
