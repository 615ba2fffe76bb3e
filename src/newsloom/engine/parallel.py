"""Order-preserving maps: here, or in worker processes. Whoever did the work, the results are the same."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")

IN_FLIGHT = 4  # chunks for each process: enough to keep it busy, few enough to stream
CHUNK = 8  # items sent together


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
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for chunk in batches(items, CHUNK):
            waiting.append(pool.submit(_work_on, work, chunk))
            if len(waiting) >= processes * IN_FLIGHT:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


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
