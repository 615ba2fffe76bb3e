"""Progress of long work: a bar on a terminal, plain lines elsewhere, nothing for what ends within two seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsloom.engine.run import Progress

QUIET_SECONDS = 2.0
LINE_EVERY_SECONDS = 10.0


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """A callback (what, done, total; total 0 = not known) that shows progress on standard error."""
    yield from _bar() if sys.stderr.isatty() else _lines()


def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    started = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    tasks: dict[str, TaskID] = {}

    def progress(what: str, done: int, total: int) -> None:
        if time.monotonic() - started < QUIET_SECONDS:
            return
        if not bar.live.is_started:
            bar.start()
        if what not in tasks:
            tasks[what] = bar.add_task(what, total=total or None)
        bar.update(tasks[what], completed=done)

    try:
        yield progress
    finally:
        if bar.live.is_started:
            bar.stop()


def _lines() -> Iterator[Progress]:
    last = time.monotonic() - LINE_EVERY_SECONDS + QUIET_SECONDS

    def progress(what: str, done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= LINE_EVERY_SECONDS:
            last = time.monotonic()
            print(f"{what}: {done:,}{f' of {total:,}' if total else ''}", file=sys.stderr, flush=True)

    yield progress
