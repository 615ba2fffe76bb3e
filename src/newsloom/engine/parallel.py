"""Order-preserving maps: here, or in worker processes. Whoever did the work, the results are the same."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from time import sleep
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")

IN_FLIGHT = 4  # chunks for each process: enough to keep it busy, few enough to stream
CHUNK = 8  # items sent together
ORPHAN_SECONDS = 1.0  # after which a worker notices that its caller is gone


class Mapper(Protocol):
    """Results in the order of the items, whoever did the work; few in flight."""

    def __call__(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]: ...


def map_here(work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """In this process."""
    return map(work, items)


def map_processes(processes: int) -> Mapper:
    """In `processes` worker processes (1: here). `work` must be picklable."""
    return map_here if processes <= 1 else partial(_map_in, processes)


def _map_in(processes: int, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    waiting: deque[Future[list[B]]] = deque()
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_serve_the_caller_alone)
    try:
        for chunk in batches(items, CHUNK):
            waiting.append(pool.submit(_work_on, work, chunk))
            if len(waiting) >= processes * IN_FLIGHT:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise WorkerLost("a worker process died (out of memory?); what was stored is kept, run it again") from None
    finally:
        # What is queued is dropped, what is begun (a chunk or two) is waited for, also where the caller was
        # interrupted: a pool that still closes while Python ends makes Python print a traceback.
        pool.shutdown(wait=True, cancel_futures=True)


def _serve_the_caller_alone() -> None:
    """In a worker: interrupts are the caller's to handle, and a caller that was killed is not outlived."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(ORPHAN_SECONDS)
    os._exit(1)


class WorkerLost(OSError):
    """A worker process ended without an answer."""


def _work_on(work: Callable[[A], B], items: list[A]) -> list[B]:
    return [work(item) for item in items]


def batches(items: Iterable[A], size: int) -> Iterator[list[A]]:
    """Lists of `size` items, the last one shorter."""
    chunk: list[A] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
