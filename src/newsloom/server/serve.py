"""A running server: one line with its address once it answers, and a clean end within seconds of SIGTERM."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

GRACE_SECONDS = 2  # for answers under way when the end is asked for


class _Server(uvicorn.Server):
    """Says when it answers, and where an editor comes in.

    Ends on SIGTERM or SIGINT without passing the signal on, so that it exits 0.
    """

    editing = ""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for bound in sockets or ():
            print(f"newsloom: serving at {address_of(bound)}", flush=True)
            if self.editing:
                print(
                    f"newsloom: corrections are taken from whoever comes by {address_of(bound)}{self.editing}",
                    flush=True,
                )

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for number, action in before.items():
                signal.signal(number, action)


def serve(app: FastAPI, host: str = "127.0.0.1", port: int = 8000, editing: str = "") -> None:
    """Serve until SIGTERM or SIGINT. Port 0 takes a free one; `editing` is the path by which an editor comes in.

    Raises OSError where the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as bound:
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE_SECONDS, server_header=False
        )
        server = _Server(config)
        server.editing = editing
        server.run(sockets=[bound])
    leave()


def address_of(bound: socket.socket) -> str:
    """ "http://127.0.0.1:8000/"; an IPv6 address in brackets."""
    host, port = bound.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def leave() -> None:
    """End at once where a thread still makes a page that nobody waits for: the server only reads, nothing is lost."""
    others = [thread for thread in threading.enumerate() if thread is not threading.main_thread() and not thread.daemon]
    if others:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)
