"""Pages -> articles in worker processes that can be killed: a page that hangs or crashes a parser costs itself alone.

In: pages, in any number. Out: one Article or Refused for each, in order; a few pages for each worker are in flight.
The clock of a page starts when a worker that is ready takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from time import monotonic
from typing import Any

from newsloom.articles.extract import extract
from newsloom.records import Article, RawPage, Refused

AHEAD = 8  # pages for each worker that are done or in work before the oldest of them is given out
START_SECONDS = 60.0  # a worker that is not ready by then never will be
Outcome = Article | Refused
Work = Callable[[RawPage], Outcome]


def extract_guarded(
    pages: Iterable[RawPage], processes: int = 1, seconds: float = 20.0, work: Work = extract
) -> Iterator[Outcome]:
    """Each page's report or the reason why not, in order; a page that takes longer than `seconds` is refused."""
    workers = [_Worker(work) for _ in range(max(1, processes))]
    try:
        yield from _run(workers, iter(pages), seconds)
    finally:
        for worker in workers:
            worker.stop()


def _run(workers: list[_Worker], pages: Iterator[RawPage], seconds: float) -> Iterator[Outcome]:
    done: dict[int, Outcome] = {}
    given = shown = 0
    more = True
    while more or shown < given:
        for worker in workers:
            if more and worker.number is None and given - shown < AHEAD * len(workers):
                page = next(pages, None)
                if page is None:
                    more = False
                else:
                    worker.give(given, page)
                    given += 1
        _collect(workers, done, seconds)
        while shown in done:
            yield done.pop(shown)
            shown += 1


def _collect(workers: list[_Worker], done: dict[int, Outcome], seconds: float) -> None:
    """Wait until a worker has something to say or runs out of time, and take what there is."""
    busy = [worker for worker in workers if worker.number is not None]
    if not busy:
        return
    now = monotonic()
    patience = max(0.0, min(worker.deadline(seconds) for worker in busy) - now)
    heard = connection.wait([worker.pipe for worker in busy], timeout=patience)
    for worker in busy:
        if worker.pipe in heard:
            worker.hear(done)
        elif monotonic() >= worker.deadline(seconds):
            worker.fail(done, f"took longer than {seconds:g} s")


@dataclass(slots=True)
class _Worker:
    """One process; `number` is the place of the page that it has, None where it has none."""

    work: Work
    number: int | None = None
    page: RawPage | None = None
    since: float = 0.0
    ready: bool = False
    process: Any = None
    pipe: Any = field(default=None)

    def give(self, number: int, page: RawPage) -> None:
        """Hand over a page, to a new process where there is none."""
        self.number, self.page, self.since = number, page, monotonic()
        if self.process is None or not self.process.is_alive():
            context = get_context("spawn")
            self.pipe, theirs = context.Pipe()
            self.process = context.Process(target=_serve, args=(theirs, self.work), daemon=True)
            self.process.start()
            theirs.close()
            self.ready = False
        if self.ready:
            self._send()

    def _send(self) -> None:
        self.since = monotonic()
        with suppress(OSError):  # a dead process: the pipe's end is heard next
            self.pipe.send(self.page)

    def deadline(self, seconds: float) -> float:
        return self.since + (seconds if self.ready else START_SECONDS)

    def hear(self, done: dict[int, Outcome]) -> None:
        """Take what the process says: first that it is ready, then outcomes."""
        try:
            outcome = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(1)
            self.fail(done, f"crashed its worker (exit code {self.process.exitcode})")
            return
        if not self.ready:
            self.ready = True
            self._send()
        elif self.number is not None:
            done[self.number] = outcome
            self.number = self.page = None

    def fail(self, done: dict[int, Outcome], reason: str) -> None:
        """Refuse the page in work, and let go of the process."""
        if self.number is not None and self.page is not None:
            done[self.number] = Refused(self.page.source_id, self.page.url, reason)
        self.number = self.page = None
        self.stop()

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.join(5)
            self.pipe.close()
        self.process, self.ready = None, False


def _serve(pipe: Any, work: Work) -> None:
    """A worker's life: ready, then an outcome for each page."""
    try:
        pipe.send(None)
        while True:
            page = pipe.recv()
            try:
                outcome: Outcome = work(page)
            except Exception as error:  # a defect in `work`: the page is refused, the worker stays
                outcome = Refused(page.source_id, page.url, f"cannot be read: {type(error).__name__}: {error}")
            pipe.send(outcome)
    except (EOFError, OSError, KeyboardInterrupt):
        return
