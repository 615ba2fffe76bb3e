"""A restart from a checkpoint, from none, from a damaged one or from another engine's gives the same index, decisions
and pages; what is forgotten leaves the counts exactly, however old it is, and the checkpoint with it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.properties.test_loom import EVENTS, SETTINGS, START, Newsroom, article, corpus
from tests.properties.test_story_index import state

from newsloom.engine import resume
from newsloom.engine.resume import maker
from newsloom.records import Article, Forgotten, Retracted, Verdict

few = hypothesis_settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
LONG_AFTER = 24 * 90  # hours: a window later


def damage(room: Newsroom) -> None:
    room.store.connection.run("UPDATE checkpoint SET body = substr(body, 1, length(body) / 2) WHERE part = 'window'")


def lose(room: Newsroom) -> None:
    room.store.connection.run("DELETE FROM checkpoint")


def outdate(room: Newsroom) -> None:
    room.store.connection.run("UPDATE checkpoint SET made_by = 'an older engine'")


def mix(room: Newsroom) -> None:
    room.store.connection.run("UPDATE checkpoint SET seq = seq - 1 WHERE part = 'counts'")


HARMS: tuple[Callable[[Newsroom], None], ...] = (lambda room: None, damage, lose, outdate, mix)


@pytest.fixture(autouse=True)
def at_every_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resume, "LEAST", 1)


def held(room: Newsroom) -> tuple[object, ...]:
    """The index as a restart makes it."""
    return state(resume.resume(room.store, SETTINGS))


def afresh(room: Newsroom) -> tuple[object, ...]:
    """The index as the ledger alone makes it."""
    lose(room)
    return held(room)


def entries(seed: int) -> Iterator[Article | Verdict | Retracted | Forgotten]:
    """Reports, new versions, verdicts, one taken back, and reports forgotten."""
    chance, reports = random.Random(seed), corpus(seed, 12)
    for n, one in enumerate(reports):
        yield one
        if n == 4:
            yield Verdict("story", reports[0].id, reports[n].id, chance.random() < 0.5, "editor", START)
        if n == 6:
            yield article(2, EVENTS[0][0], f"Changed since: {EVENTS[0][2]}, said Orrin Vale.", hours=21)
        if n == 8:
            yield Retracted(6, "editor", START)  # type: ignore[arg-type]
            yield Forgotten(reports[chance.randrange(n)].id, "editor", START)


def put(room: Newsroom, entry: Article | Verdict | Retracted | Forgotten) -> None:
    if isinstance(entry, Article | Verdict):
        room.weave([entry])
    else:
        room.record(entry)


@few
@given(seed=st.integers(0, 999), cut=st.integers(1, 15), harm=st.sampled_from(HARMS))
def test_a_restart_with_or_without_a_checkpoint_changes_nothing(  # type: ignore[no-untyped-def]
    tmp_path_factory, seed: int, cut: int, harm: Callable[[Newsroom], None]
) -> None:
    folder = tmp_path_factory.mktemp("checkpoints")
    always, harmed = Newsroom(folder / "always.db"), Newsroom(folder / "harmed.db")
    for n, entry in enumerate(entries(seed), 1):
        put(always, entry)
        put(harmed, entry)
        if n == cut:
            harmed.restart()
            harm(harmed)
    assert held(harmed) == held(always)
    assert harmed.outcome() == always.outcome()
    assert always.store.checkpoints.last(maker(SETTINGS)) == always.store.ledger.last()
    assert afresh(always)[:3] == held(harmed)[:3]


def test_what_is_forgotten_after_a_checkpoint_leaves_the_counts_however_old_it_is(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "s.db")
    old = article(1, EVENTS[0][0], f"On Thursday {EVENTS[0][2]}, officials said.")
    changed = article(1, EVENTS[0][0], f"Changed since: on Friday {EVENTS[0][2]}.", hours=1)
    later = [article(n, EVENTS[1][0], f"Report {n}: {EVENTS[1][2]}.", hours=LONG_AFTER + 3 * n) for n in range(2, 40)]
    room.weave([old, changed, *later])
    index = resume.resume(room.store, SETTINGS)
    assert old.id in index.story and old.id not in index.window.vectors
    room.store.ledger.append(Forgotten(old.id, "editor", START))
    assert room.store.ledger.owed(old.id) is not None
    room.weave()
    assert room.store.ledger.owed(old.id) is None
    after = held(room)
    without = Newsroom(tmp_path / "without.db")
    without.weave(later)
    assert after[:3] == held(without)[:3] == afresh(room)[:3]


def test_a_version_that_was_never_decided_is_not_taken_back(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "s.db")
    first = article(1, EVENTS[0][0], f"On Thursday {EVENTS[0][2]}, officials said.")
    other = article(2, EVENTS[1][0], f"On Thursday {EVENTS[1][2]}, officials said.")
    room.weave([first, other])
    room.store.ledger.take(article(1, EVENTS[0][0], "Something else entirely about Tarnholm."))
    room.store.ledger.append(Forgotten(first.id, "editor", START))
    room.weave()
    without = Newsroom(tmp_path / "without.db")
    without.weave([other])
    assert held(room)[:3] == held(without)[:3]


def test_deciding_anew_begins_without_a_checkpoint(tmp_path: Path) -> None:
    from newsloom.engine.rebuild import empty_derived

    room = Newsroom(tmp_path / "s.db")
    room.weave(corpus(3))
    before = held(room)
    empty_derived(room.store, redecide=True)
    assert room.store.checkpoints.last(maker(SETTINGS)) == 0
    room.weave()
    assert held(room) == before


def test_few_entries_are_read_again_rather_than_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resume, "LEAST", 15)
    room = Newsroom(tmp_path / "s.db")
    reports = corpus(4, 20)
    room.weave(reports[:10])
    assert room.store.checkpoints.last(maker(SETTINGS)) == 0
    room.weave(reports[10:18])
    room.weave(reports[18:])
    assert room.store.checkpoints.last(maker(SETTINGS)) == 18
    assert held(room) == afresh(room)
