"""Order-preserving maps: the same results from worker processes, and nothing of a pool left behind."""

from __future__ import annotations

import threading
from multiprocessing import active_children

import pytest

from newsloom.engine.parallel import batches, map_processes


def _square(number: int) -> int:
    return number * number


def _refuse(number: int) -> int:
    raise ValueError(f"{number} is refused")


def _nothing_is_left() -> bool:
    threads = [thread for thread in threading.enumerate() if "Executor" in type(thread).__name__]
    return not threads and not active_children()


def test_processes_answer_in_the_order_of_the_items() -> None:
    assert list(map_processes(2)(_square, range(50))) == [number * number for number in range(50)]
    assert _nothing_is_left()


def test_nothing_of_a_pool_is_left_where_the_caller_stops_early() -> None:
    """A pool that still closes while Python ends prints a traceback (a race, seen once in some thousand runs)."""
    results = iter(map_processes(2)(_square, range(500)))
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]  # the iterator is a generator
    assert _nothing_is_left()


def test_an_error_of_the_work_is_the_callers_and_leaves_no_pool() -> None:
    with pytest.raises(ValueError, match="0 is refused"):
        list(map_processes(2)(_refuse, range(20)))
    assert _nothing_is_left()


def test_batches_are_whole_but_for_the_last() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batches([], 2)) == []
