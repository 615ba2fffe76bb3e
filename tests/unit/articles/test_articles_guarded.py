import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from newsloom.articles.guarded import extract_guarded
from newsloom.records import RawPage, Refused, SourceId

SEEN = datetime(2021, 3, 4, tzinfo=UTC)


def page(name: str) -> RawPage:
    return RawPage(SourceId("s"), name, SEEN, (), b"")


def act(raw: RawPage) -> Refused:
    """Stands for an extractor that meets pages which hang, crash or raise."""
    if raw.url.startswith("hang"):
        time.sleep(60)
    if raw.url.startswith("crash"):
        os._exit(9)
    if raw.url.startswith("raise"):
        raise RuntimeError("a defect")
    return Refused(raw.source_id, raw.url, f"seen by {os.getpid()}")


def test_order_is_kept_and_bad_pages_cost_themselves_alone() -> None:
    names = ["a", "hang", "b", "crash", "c", "raise", "d", *map(str, range(20))]
    outcomes = list(extract_guarded(map(page, names), 2, 1.0, act))
    assert [outcome.item for outcome in outcomes if isinstance(outcome, Refused)] == names
    reason = {outcome.item: outcome.reason for outcome in outcomes if isinstance(outcome, Refused)}
    assert reason["hang"] == "took longer than 1 s"
    assert reason["crash"] == "crashed its worker (exit code 9)"
    assert reason["raise"] == "cannot be read: RuntimeError: a defect"
    assert all(reason[name].startswith("seen by") for name in "abcd")


def test_pages_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def endless() -> Iterator[RawPage]:
        for number in range(10_000):
            taken.append(number)
            yield page(str(number))

    outcomes = extract_guarded(endless(), 1, 5.0, act)
    assert [next(outcomes) for _ in range(3)]
    outcomes.close()  # type: ignore[attr-defined]
    assert len(taken) < 20


def test_no_pages_no_outcomes() -> None:
    assert list(extract_guarded([], 2, 1.0, act)) == []
