"""What a turn costs does not depend on how much the archive holds; and the threads it mends are those that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsloom.config import Settings
from newsloom.engine.parallel import map_here
from newsloom.engine.run import analyse_all, decide_all, take, turn, weave_stale
from newsloom.records import Article, ArticleId, Decided, Linked, Retracted, Seq, StoryId, Verdict
from newsloom.sources.jsonl import read_articles
from newsloom.store import Store, open_store

START = datetime(2018, 5, 24, 12, tzinfo=UTC)
SETTINGS = Settings(light=True)
PLACES = ("Tarnholm", "Ondrel", "Sable Bay", "Velmark", "Corrin", "Ashby Moor", "Kelder", "Ilmen", "Dunmore", "Pell")
FEW, MANY = 20, 120


def article(number: int) -> Article:
    place, at = PLACES[number % len(PLACES)], START + timedelta(days=40 * number)  # each a story of its own
    row = (
        f'{{"id": "r{number}", "url": "https://outlet.example/{number}", "outlet": "Outlet", "published":'
        f' "{at.isoformat()}", "headline": "{place} elects mayor number {number}", "text":'
        f' "{place} elected its mayor number {number} on Sunday. Councillors said the count was close."}}'
    )
    (taken,) = read_articles("test", [row], START)
    assert isinstance(taken, Article)
    return taken


def nothing(*told: object) -> None:
    """Nobody is told."""


def link(store: Store, later: int, earlier: int) -> None:
    """Two stories come to be of one thread."""
    linked = Linked(StoryId(article(later).id), StoryId(article(earlier).id), 0.9, ("same people",))
    store.decisions.put_back(Decided(Seq(1), "test", (linked,), (linked.story_id,)))


def threads_of(store: Store) -> dict[StoryId, tuple[StoryId, ...]]:
    found = {thread: store.pages.built_at(thread, "thread") for thread in store.pages.ids("thread")}
    return {thread: built[1] for thread, built in found.items() if built}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Callable[[int], Store]]:
    """Makes stores of so many stories, two and two of them in a thread."""
    made: list[Store] = []

    def make(stories: int) -> Store:
        store = open_store(str(tmp_path / f"{stories}.db"))
        made.append(store)
        turn(store, map(article, range(stories)), SETTINGS, map_here, START.isoformat())
        for number in range(0, stories - 1, 2):
            link(store, number + 1, number)
        weave_stale(store, map_here, nothing, nothing)
        return store

    yield make
    for store in made:
        store.close()


def steps(store: Store, do: Callable[..., object], *given: object) -> int:
    """How much the database works for it, in tens of its steps."""
    counted = [0]

    def count() -> bool:
        counted[0] += 1
        return False

    store.connection._db.set_progress_handler(count, 10)  # type: ignore[attr-defined]
    do(*given)
    store.connection._db.set_progress_handler(None)  # type: ignore[attr-defined]
    return counted[0]


def test_a_turn_costs_what_is_new_and_not_what_is_there(archive: Callable[[int], Store]) -> None:
    costs = []
    for stories in (FEW, MANY):
        store = archive(stories)
        new = article(1_000)
        taken = steps(store, take, store, [new], START.isoformat(), nothing, nothing)
        analysed = steps(store, analyse_all, store, SETTINGS, map_here, nothing, nothing)
        decide_all(store, SETTINGS, nothing)  # resumes the index; what that costs is measured by training/restart.py
        link(store, 1_000, 0)
        costs.append((taken, analysed, steps(store, weave_stale, store, map_here, nothing, nothing)))
        assert len(threads_of(store)[StoryId(article(0).id)]) == 3
    for few, many in zip(*costs, strict=True):
        assert many <= 1.5 * few + 20


def test_verdicts_are_found_without_reading_the_reports(archive: Callable[[int], Store]) -> None:
    few, many = archive(FEW), archive(MANY)
    costs = [steps(store, store.ledger.verdicts) for store in (few, many)]
    assert costs[0] == costs[1]
    verdict = Verdict("story", ArticleId("a"), ArticleId("taken"), True, "taken", START)
    seq = few.ledger.append(verdict)
    assert few.ledger.verdicts() == ((seq, verdict),)
    few.ledger.append(Retracted(seq, "ed", START))
    assert few.ledger.verdicts() == () and few.ledger.retracted() == {seq}


def test_threads_of_others_stay_and_one_that_falls_apart_goes(archive: Callable[[int], Store]) -> None:
    store = archive(6)
    before = threads_of(store)
    assert len(before) == 3 and not store.pages.unthreaded()
    store.connection.run("DELETE FROM link WHERE story_id = ?", (article(1).id,))
    store.decisions.mark_stale([StoryId(article(1).id)], Seq(7))
    weave_stale(store, map_here, nothing, nothing)
    gone = StoryId(article(0).id)
    assert threads_of(store) == {thread: stories for thread, stories in before.items() if thread != gone}


def test_a_kill_between_the_stories_and_their_threads_is_mended_by_the_next_turn(
    archive: Callable[[int], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = archive(4)
    link(store, 2, 0)
    with monkeypatch.context() as killed:
        killed.setattr("newsloom.engine.run.weave_threads", nothing)
        weave_stale(store, map_here, nothing, nothing)
    assert len(threads_of(store)) == 2
    weave_stale(store, map_here, nothing, nothing)
    assert len(threads_of(store)) == 1
