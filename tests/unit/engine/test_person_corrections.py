"""What an editor does to persons, woven for real: they join and part, pages follow, a rebuild changes nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsloom.config import Settings
from newsloom.engine import person_corrections as corrections
from newsloom.engine.corrections import Impossible, Signed
from newsloom.engine.parallel import map_here
from newsloom.engine.rebuild import empty_derived
from newsloom.engine.run import turn
from newsloom.engine.verdicts import put
from newsloom.people.rulings import standing
from newsloom.records import Article, ArticleId, EntityId, Entry, PersonId, Retracted, StoryId, Verdict
from newsloom.store import Store, open_store

AT = datetime(2018, 5, 24, 12, tzinfo=UTC)
LIGHT = Settings(light=True)
WORDS = "Harbour minister Robert Hale said the ferry to the Sable Islands would sail again on Monday after the strike."


def article(name: str, text: str = WORDS, hour: int = 0, version: int = 1) -> Article:
    at = AT + timedelta(hours=hour)
    return Article(
        id=ArticleId(name), given_id=name, version=version, outlet=f"Outlet {name}", headline="", text=text,
        canonical_url=f"https://{name}.example/", seen_at=at, published_at=at, content_hash=f"{name}{version}",
    )  # fmt: skip


def open_at(path: Path, reports: int = 4) -> Store:
    """a0, b0, c0, d0 name Robert Hale; e0 names Nora Vance."""
    opened = open_store(str(path))
    given = [article(f"{letter}0", hour=hour) for hour, letter in enumerate("abcd"[:reports])]
    turn(
        opened, [*given, article("e0", WORDS.replace("Robert Hale", "Nora Vance"), 5)], LIGHT, map_here, AT.isoformat()
    )
    return opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_at(tmp_path / "s.db")
    yield opened
    opened.close()


def hale(store: Store, name: str) -> EntityId:
    """The entity of a minister in a report."""
    report = store.ledger.report(ArticleId(name), 1)
    assert report is not None
    return next(e.id for e in report.analysis.entities if e.kind == "person")


def persons(store: Store, names: str = "abcde") -> str:
    """ "abcd e": reports whose minister is one person."""
    found: dict[PersonId | None, str] = {}
    for letter in names:
        person = store.decisions.person_of(hale(store, f"{letter}0"))
        found[person] = found.get(person, "") + letter
    return " ".join(sorted(found.values()))


def say(store: Store, entries: tuple[Entry, ...]) -> None:
    assert put(store, entries, LIGHT, map_here, AT.isoformat()) == ""


def signed(minute: int = 0) -> Signed:
    return Signed("Ada", AT + timedelta(days=1, minutes=minute), "read them")


def verdict(store: Store, left: str, right: str, same: bool) -> Verdict:
    return signed().verdict(hale(store, f"{left}0"), hale(store, f"{right}0"), same, "person")


def test_the_fixture_is_two_persons(store: Store) -> None:
    assert persons(store) == "abcd e"


def test_people_are_found_by_name_and_by_the_id_of_a_mention(store: Store) -> None:
    one = corrections.find_person(store, "robert  hale")
    assert one == corrections.find_person(store, str(hale(store, "c0"))) == corrections.find_person(store, "c0.1.1")
    with pytest.raises(Impossible, match="nobody is called so"):
        corrections.find_person(store, "Ada Mistral")


def test_merge_and_undo(store: Store) -> None:
    left, right = corrections.find_person(store, "Robert Hale"), corrections.find_person(store, "Nora Vance")
    say(store, corrections.merge(store, left, right, signed()))
    assert persons(store) == "abcde"
    cards = {c.person.id for s in store.pages.ids() if (p := store.pages.page(StoryId(s))) for c in p.people}
    assert left in cards and right not in cards
    _, entries = corrections.undo(store, None, signed())
    say(store, entries)
    assert persons(store) == "abcd e"
    cards = {c.person.id for s in store.pages.ids() if (p := store.pages.page(StoryId(s))) for c in p.people}
    assert right in cards


@pytest.mark.parametrize(
    ("leaving", "after"), [(["c0"], "abd c e"), (["b0", "c0"], "ad bc e"), (["a0"], "a bcd e")]
)  # fmt: skip
def test_split_parts_these_mentions_from_the_rest(store: Store, leaving: list[str], after: str) -> None:
    entries = corrections.split(store, corrections.find_person(store, "Robert Hale"), leaving, signed())
    say(store, entries)
    assert persons(store) == after
    assert store.decisions.person_of(corrections.left_by(entries)) == PersonId(corrections.left_by(entries))
    for seq, _ in reversed(store.ledger.verdicts()):
        say(store, (Retracted(seq, "Ada", AT),))
    assert persons(store) == "abcd e"


def test_what_was_told_apart_is_not_joined_by_a_new_version_or_a_new_report(store: Store) -> None:
    say(store, (verdict(store, "a", "c", False),))
    longer = article("c0", f"Update. {WORDS}", hour=6, version=2)
    turn(store, [article("f0", hour=6), longer], LIGHT, map_here, AT.isoformat())
    report = store.ledger.report(ArticleId("c0"), 2)
    assert report is not None
    anew = next(e.id for e in report.analysis.entities if e.kind == "person")
    assert store.decisions.person_of(anew) == store.decisions.person_of(hale(store, "c0"))
    assert store.decisions.person_of(anew) != store.decisions.person_of(hale(store, "a0"))
    assert persons(store, "abdf") == "abdf"  # far oftener named than the one who was told apart


def test_a_name_that_an_editor_gave_to_two_alike_is_left_to_neither(tmp_path: Path) -> None:
    store = open_at(tmp_path / "s.db", reports=2)
    say(store, (verdict(store, "a", "b", False),))
    turn(store, [article("f0", hour=7)], LIGHT, map_here, AT.isoformat())
    assert persons(store, "abf") == "a b f"
    store.close()


def test_a_merge_never_joins_who_was_told_apart(store: Store) -> None:
    say(store, (verdict(store, "a", "e", False), verdict(store, "b", "e", True)))
    assert not any("a" in group and "e" in group for group in persons(store).split())
    say(store, (verdict(store, "a", "e", True),))  # the latest on the pair stands
    assert "e" in next(group for group in persons(store).split() if "a" in group)


def test_what_can_not_be_done_is_said(store: Store) -> None:
    one = corrections.find_person(store, "Robert Hale")
    with pytest.raises(Impossible, match="one person already"):
        corrections.merge(store, one, one, signed())
    with pytest.raises(Impossible, match="not named there"):
        corrections.split(store, one, ["e0"], signed())
    with pytest.raises(Impossible, match="nothing would be left"):
        corrections.split(store, one, ["a0", "b0", "c0", "d0"], signed())
    with pytest.raises(Impossible, match="no verdict"):
        corrections.undo(store, None, signed())


def test_merges_are_commutative_and_idempotent(tmp_path: Path) -> None:
    said = [("a", "e", True), ("e", "b", True), ("c", "a", True), ("a", "e", True)]
    outcomes = set()
    for number, order in enumerate(permutations(said)):
        if number % 5 == 0:
            store = open_at(tmp_path / f"{number}.db")
            say(store, tuple(verdict(store, *one) for one in order))
            outcomes.add(persons(store))
            store.close()
    assert outcomes == {"abcde"}


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 999))
def test_different_never_ends_up_inside_one_person_and_a_rebuild_changes_nothing(tmp_path_factory, seed: int) -> None:  # type: ignore[no-untyped-def]
    store, chance = open_at(tmp_path_factory.mktemp("who") / "s.db"), random.Random(seed)
    for _ in range(10):
        standing_ones = [seq for seq, _ in store.ledger.verdicts()]
        if standing_ones and chance.random() < 0.3:
            say(store, (Retracted(chance.choice(standing_ones), "Ada", AT),))
        else:
            left, right = chance.sample("abcde", 2)
            say(store, (verdict(store, left, right, chance.random() < 0.5),))
        given_ones = ((EntityId(v.left), EntityId(v.right), v.same) for _, v in store.ledger.verdicts())
        for left_one, right_one in standing(given_ones).apart:
            assert store.decisions.person_of(left_one) != store.decisions.person_of(right_one)
    before = [store.decisions.decided_of(seq) for seq, _ in store.ledger.entries()], persons(store)
    for redecide in (False, True):
        empty_derived(store, redecide=redecide)
        turn(store, (), LIGHT, map_here, AT.isoformat())
        assert ([store.decisions.decided_of(seq) for seq, _ in store.ledger.entries()], persons(store)) == before
    store.close()
