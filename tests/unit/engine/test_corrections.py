"""What an editor does to stories, woven for real: reports go where they are put, and `undo` puts them back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsloom.config import Settings
from newsloom.engine import corrections
from newsloom.engine.corrections import Impossible, Signed, find_report
from newsloom.engine.parallel import map_here
from newsloom.engine.run import turn
from newsloom.engine.verdicts import put
from newsloom.records import Article, ArticleId, Entry
from newsloom.store import Store, open_store

AT = datetime(2018, 5, 24, 12, tzinfo=UTC)
NOW = AT.isoformat()
LIGHT = Settings(light=True)
STRIKE = "Ferry workers on the Sable Islands walked out on Thursday over winter pay, the harbour office said."
FIRE = "A fire destroyed the paper mill in Tarnholm and hurt nine workers, the brigade said."


def article(name: str, text: str, hour: int) -> Article:
    at = AT + timedelta(hours=hour)
    return Article(
        id=ArticleId(name), given_id=name, outlet=f"Outlet {name}", headline=text[:40], text=text,
        canonical_url=f"https://{name}.example/", seen_at=at, published_at=at, content_hash=name,
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """a, b and c report the strike; f reports the fire."""
    opened = open_store(str(tmp_path / "store.db"))
    given = [article("a0", STRIKE, 0), article("b0", STRIKE, 1), article("c0", STRIKE, 2), article("f0", FIRE, 3)]
    turn(opened, given, LIGHT, map_here, NOW)
    yield opened
    opened.close()


def stories(store: Store) -> list[str]:
    """ "a0 b0 | f0": the reports of each story."""
    return sorted(" ".join(sorted(store.decisions.members(one))) for one in store.decisions.stories())


def signed(minute: int = 0) -> Signed:
    return Signed("Ada", AT + timedelta(days=1, minutes=minute), "read both")


def say(store: Store, entries: tuple[Entry, ...]) -> None:
    assert put(store, entries, LIGHT, map_here, NOW) == ""


def ids(*names: str) -> list[ArticleId]:
    return [ArticleId(name) for name in names]


def test_the_fixture_is_two_stories(store: Store) -> None:
    assert stories(store) == ["a0 b0 c0", "f0"]


@pytest.mark.parametrize(
    ("leaving", "after"),
    [(("c0",), ["a0 b0", "c0", "f0"]), (("b0", "c0"), ["a0", "b0 c0", "f0"]), (("a0",), ["a0", "b0 c0", "f0"]),
     (("a0", "c0"), ["a0 c0", "b0", "f0"])],
)  # fmt: skip
def test_split_parts_these_from_the_rest_and_undo_joins_them(
    store: Store, leaving: tuple[str, ...], after: list[str]
) -> None:
    say(store, corrections.split(store, ArticleId("b0"), ids(*leaving), signed()))
    assert stories(store) == after
    for seq, _ in reversed(store.ledger.verdicts()):
        say(store, corrections.undo(seq, signed()))
    assert stories(store) == ["a0 b0 c0", "f0"]


def test_move_takes_reports_to_another_story(store: Store) -> None:
    say(store, corrections.move(store, ids("b0", "c0"), ArticleId("f0"), signed()))
    assert stories(store) == ["a0", "b0 c0 f0"]


def test_moving_all_of_a_story_merges_it(store: Store) -> None:
    say(store, corrections.move(store, ids("a0", "b0", "c0"), ArticleId("f0"), signed()))
    assert stories(store) == ["a0 b0 c0 f0"]


def test_what_was_split_off_is_not_joined_again_by_itself(store: Store) -> None:
    say(store, corrections.split(store, ArticleId("a0"), ids("c0"), signed()))
    turn(store, [article("d0", STRIKE, 4)], LIGHT, map_here, NOW)
    assert "a0 b0" in " ".join(stories(store)) and "c0" not in next(s for s in stories(store) if "a0" in s)


def test_what_can_not_be_done_is_said(store: Store) -> None:
    with pytest.raises(Impossible, match="nothing would be left"):
        corrections.split(store, ArticleId("a0"), ids("a0", "b0", "c0"), signed())
    with pytest.raises(Impossible, match="f0 does not stand in that story"):
        corrections.split(store, ArticleId("a0"), ids("b0", "f0"), signed())
    with pytest.raises(Impossible, match="in that story already"):
        corrections.move(store, ids("a0"), ArticleId("b0"), signed())
    with pytest.raises(Impossible, match="no such report"):
        find_report(store, "zz")
