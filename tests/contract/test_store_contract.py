"""One suite for every backend: what a store must do. A new backend is one more line in BACKENDS."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.affair import ARTICLES, PAGE

from newsloom.pages.rows import StoryRow, row_of
from newsloom.records import (
    Analysis,
    Article,
    ArticleId,
    Decided,
    FetchState,
    Forgotten,
    Linked,
    Matched,
    Merged,
    Named,
    Passage,
    PersonId,
    Placed,
    Range,
    ReadMark,
    Refused,
    Retracted,
    Seq,
    Source,
    SourceId,
    StoryId,
    Taken,
    Verdict,
    Visit,
)
from newsloom.records.observed import EntityId
from newsloom.store import DERIVED, Listing, Store, StoreError, open_store

AT = datetime(2018, 6, 1, 12, tzinfo=UTC)
BACKENDS = {"sqlite": lambda folder: str(folder / "store.db")}


@pytest.fixture(params=sorted(BACKENDS))
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return BACKENDS[request.param](tmp_path)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    opened = open_store(address)
    yield opened
    opened.close()


def test_read_marks_are_kept_also_through_a_rebuild_and_follow_their_story(store: Store) -> None:
    for seq, (name, story) in enumerate((("a", "a"), ("b", "a"), ("c", "c")), 1):
        taken = store.ledger.append(Taken(ArticleId(name), 1))
        placed = Placed(ArticleId(name), StoryId(story), 1.0)
        store.decisions.put(Decided(taken, "test", (placed,), ()))
        assert taken == seq
    assert store.marks.last(StoryId("a")) is None
    store.marks.put(ReadMark(StoryId("b"), Seq(1), AT))
    store.marks.put(ReadMark(StoryId("c"), Seq(1), AT))
    store.marks.put(ReadMark(StoryId("c"), Seq(3), AT))
    assert store.marks.last(StoryId("a")) == ReadMark(StoryId("b"), Seq(1), AT)  # b was a story when it was read
    assert store.marks.last(StoryId("c")) == ReadMark(StoryId("c"), Seq(3), AT)
    assert "read_mark" not in DERIVED


def test_a_page_whose_report_was_forgotten_while_it_was_made_is_not_stored(store: Store) -> None:
    listing = Listing(**{f: getattr(row_of(PAGE, ARTICLES), f) for f in StoryRow.__slots__}, words="Words of it.")
    store.pages.put_page(PAGE, listing, Seq(1))
    assert store.pages.page(PAGE.story_id) == PAGE
    store.pages.drop_page(PAGE.story_id, Seq(1))
    store.ledger.append(Forgotten(PAGE.reports[0].article.id, "editor", AT))
    store.pages.put_page(PAGE, listing, Seq(1))
    assert store.pages.page(PAGE.story_id) is None and store.pages.search("Words", 9) == ()


def article(name: str, text: str = "Words of it.", day: int = 1) -> Article:
    at = AT.replace(day=day)
    return Article(
        id=ArticleId(name), given_id=f"given-{name}", outlet="Harbour Courier", headline="A headline", text=text,
        canonical_url=f"https://harbour.example/{name}", seen_at=at, published_at=at, content_hash=text,
    )  # fmt: skip


def take(store: Store, name: str, text: str = "Words of it.", day: int = 1) -> Article:
    taken = store.ledger.take(article(name, text, day))[1]
    store.ledger.keep(Analysis(article_id=taken.id, version=taken.version, analyser="1"))
    return taken


def put(store: Store, seq: int, *decisions: object, stale: tuple[str, ...] = ()) -> None:
    store.decisions.put(Decided(Seq(seq), "1", decisions, tuple(StoryId(s) for s in stale)))  # type: ignore[arg-type]


def placed(report: str, story: str) -> Placed:
    return Placed(ArticleId(report), StoryId(story), 1.0)


def named(entity: str, person: str, name: str = "Ada Quill", keys: tuple[str, ...] = ("quill",)) -> Named:
    return Named(EntityId(entity), PersonId(person), 1.0, "person", name, keys)


def test_the_same_words_are_known_and_other_words_are_a_new_version(store: Store) -> None:
    assert store.ledger.take(article("a"))[0] == "stored"
    assert store.ledger.take(article("a"))[0] == "known"
    outcome, newer = store.ledger.take(article("a", "Other words."))
    assert (outcome, newer.version) == ("stored", 2)
    assert [one.text for one in store.ledger.versions(ArticleId("a"))] == ["Words of it.", "Other words."]
    assert [entry for _, entry in store.ledger.entries()] == [Taken(ArticleId("a"), 1), Taken(ArticleId("a"), 2)]


def test_an_outlet_that_goes_back_to_earlier_words_makes_a_third_version(store: Store) -> None:
    for day, text in enumerate(("One.", "Two.", "One."), 1):
        store.ledger.take(article("a", text, day))
    assert [one.text for one in store.ledger.versions(ArticleId("a"))] == ["One.", "Two.", "One."]


def test_versions_taken_again_are_known(store: Store) -> None:
    """A file that holds a page before and after an edit, taken twice: the first words were no newer than the second."""
    given = [article("a", "One.", 1), article("a", "Two.", 2)]
    assert [store.ledger.take(one)[0] for one in (*given, *given)] == ["stored", "stored", "known", "known"]
    outcome, held = store.ledger.take(given[0])
    assert (outcome, held.version) == ("known", 1)


def test_what_a_transaction_that_fails_wrote_is_gone_and_what_stood_before_stays(store: Store) -> None:
    take(store, "a")
    with pytest.raises(RuntimeError), store.transaction():
        take(store, "b")
        raise RuntimeError
    assert store.ledger.article(ArticleId("b")) is None
    assert store.ledger.last() == 1


def test_a_killed_writer_leaves_what_it_acknowledged_and_nothing_half_done(address: str) -> None:
    open_store(address).close()
    script = (
        "import os, sys\n"
        "sys.path.insert(0, os.environ['HERE'])\n"
        "from test_store_contract import take\n"
        "from newsloom.store import open_store\n"
        "store = open_store(sys.argv[1])\n"
        "take(store, 'a')\n"
        "print('stored', flush=True)\n"
        "with store.transaction():\n"
        "    take(store, 'b')\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    here = {**os.environ, "HERE": str(Path(__file__).parent)}
    done = subprocess.run([sys.executable, "-c", script, address], env=here, capture_output=True, text=True, timeout=60)
    assert done.returncode == -9 and done.stdout == "stored\n"
    reopened = open_store(address)
    assert reopened.ledger.article(ArticleId("a")) is not None
    assert reopened.ledger.article(ArticleId("b")) is None
    assert reopened.connection.problems() == []
    reopened.close()


def test_entries_are_read_in_order_past_a_place(store: Store) -> None:
    for number in range(1200):
        store.ledger.append(Taken(ArticleId(str(number)), 1))
    assert [seq for seq, _ in store.ledger.entries(Seq(1150))] == list(range(1151, 1201))


def test_unanalysed_articles_are_a_query(store: Store) -> None:
    store.ledger.take(article("a"))
    take(store, "b")
    assert [one.id for one in store.ledger.unanalysed()] == ["a"]
    assert store.ledger.count_unanalysed() == 1
    assert store.ledger.report(ArticleId("a"), 1) is None


def test_placing_merging_and_the_cursor(store: Store) -> None:
    for number, name in enumerate("abc", 1):
        take(store, name)
        put(store, number, placed(name, name), stale=(name,))
    put(store, 4, Merged(StoryId("c"), StoryId("a"), 0.9), stale=("a", "c"))
    assert store.decisions.cursor() == 4
    assert store.decisions.members(StoryId("a")) == ("a", "c")
    assert store.decisions.story_of("c") == "a"
    assert store.decisions.placed() == {"a": "a", "b": "b", "c": "a"}
    assert store.decisions.placed(until=Seq(3)) == {"a": "a", "b": "b", "c": "c"}
    assert store.decisions.placed(without=frozenset({Seq(4)}))[ArticleId("c")] == "c"
    assert dict(store.pages.stale()) == {"a": 4, "c": 4, "b": 2}


def test_persons_are_found_by_their_keys_and_counted_exactly(store: Store) -> None:
    put(store, 1, named("a.1.0", "a.1.0"), named("b.1.4", "a.1.0", "Ada M. Quill", ("quill", "m quill")))
    (person,) = store.decisions.persons(["quill"])
    assert (person.id, person.name, person.aliases) == ("a.1.0", "Ada M. Quill", ("Ada M. Quill", "Ada Quill"))
    store.decisions.unname("article_id", "b")
    assert store.decisions.persons(["m quill"]) == ()
    assert store.decisions.persons(["quill"])[0].aliases == ("Ada Quill",)


def test_a_name_moved_to_another_person_leaves_the_first(store: Store) -> None:
    put(store, 1, named("a.1.0", "a.1.0"), named("b.1.0", "a.1.0"))
    put(store, 2, named("b.1.0", "b.1.0"))
    assert [person.id for person in store.decisions.persons(["quill"])] == ["a.1.0", "b.1.0"]
    assert store.decisions.entities_of(PersonId("a.1.0")) == ("a.1.0",)
    assert store.decisions.named(frozenset({Seq(2)}))[EntityId("b.1.0")].person_id == "a.1.0"


def test_carriers_are_found_and_stock_phrases_are_not(store: Store) -> None:
    for number, name in enumerate("abc"):
        taken = store.ledger.take(article(name, "A shared line. And more."))[1]
        passages = (Passage(Range(0, 14), (7, 8 + number)),)
        store.ledger.keep(Analysis(article_id=taken.id, version=1, analyser="1", passages=passages))
        report = store.ledger.report(taken.id, 1)
        assert report is not None
        store.ledger.index_passages(report)
    assert [(r.id, place) for r, place in store.ledger.carriers([7], most=3)] == [
        (name, Range(0, 14)) for name in ("a", "b", "c")
    ]
    assert list(store.ledger.carriers([7], most=2)) == []
    assert [r.id for r, _ in store.ledger.carriers([7, 9], most=2)] == ["b"]


def test_what_passages_are_compared_by_is_read_by_itself(store: Store) -> None:
    _, taken = store.ledger.take(article("a", "Talks go on in Tarnholm."))
    assert store.ledger.count_unanalysed() == 1 and store.ledger.shared_by(taken.id, 1) is None
    found = (Passage(Range(0, 24), (3, 5)),)
    store.ledger.keep(
        Analysis(article_id=taken.id, version=1, analyser="t", passages=found, boilerplate=(Range(0, 2),))
    )
    assert store.ledger.count_unanalysed() == 0
    whole, part = store.ledger.report(taken.id, 1), store.ledger.shared_by(taken.id, 1)
    assert (
        whole and part and part.article.text == whole.article.text and part.article.language == whole.article.language
    )
    assert part.analysis.passages == found and part.analysis.boilerplate == whole.analysis.boilerplate
    store.ledger.drop_analyses()
    assert store.ledger.shared_by(taken.id, 1) is None and [one.id for one in store.ledger.unanalysed()] == [taken.id]
    store.ledger.keep(Analysis(article_id=taken.id, version=1, analyser="t", passages=found))
    assert store.ledger.shared_by(taken.id, 1)
    store.ledger.append(Forgotten(taken.id, "editor", AT))
    assert store.ledger.shared_by(taken.id, 1) is None and store.ledger.count_unanalysed() == 0


def test_a_forgotten_report_leaves_no_word_and_keeps_its_place(store: Store, address: str) -> None:
    secret = "Unmistakable-words-to-forget"
    take(store, "a", secret)
    take(store, "b")
    put(store, 1, placed("a", "a"), named("a.1.0", "a.1.0", secret, (secret,)))
    put(store, 2, placed("b", "a"), Matched(ArticleId("a"), 1, Range(0, 4), ArticleId("b"), 1, Range(0, 4), 1.0))
    store.ledger.append(Forgotten(ArticleId("a"), "editor", AT))
    store.decisions.unname("article_id", "a")
    assert store.ledger.take(article("a", "Back again."))[0] == "forgotten"
    assert store.ledger.versions(ArticleId("a")) == () and store.ledger.report(ArticleId("a"), 1) is None
    assert (
        store.decisions.story_of("a") == "a"
        and store.decisions.matches(frozenset({ArticleId("a"), ArticleId("b")})) == ()
    )
    evidence = store.pages.evidence((StoryId("a"),))
    assert evidence is not None and [report.id for report in evidence.reports] == ["b"]


def test_evidence_is_cut_at_an_instant_and_at_a_ledger_place(store: Store) -> None:
    take(store, "a", day=1)
    take(store, "b", day=3)
    take(store, "a", "Edited.", day=5)
    put(store, 1, placed("a", "a"))
    put(store, 2, placed("b", "a"))
    put(store, 3)

    def seen(day: int | None = None, seq: int | None = None) -> list[tuple[str, int]]:
        evidence = store.pages.evidence(
            (StoryId("a"),),
            seen_until=AT.replace(day=day) if day else None,
            decided_until=Seq(seq) if seq else None,
        )
        return [(r.id, r.article.version) for r in evidence.reports] if evidence else []

    assert seen(day=2) == [("a", 1)]
    assert seen(day=4) == [("a", 1), ("b", 1)]
    assert seen() == [("b", 1), ("a", 2)]
    assert seen(seq=1) == [("a", 2)]
    assert store.pages.evidence((StoryId("a"),), seen_until=AT.replace(month=1)) is None


def test_related_stories_are_named_after_where_they_are_now(store: Store) -> None:
    for number, name in enumerate("abc", 1):
        take(store, name)
        put(store, number, placed(name, name))
    put(store, 4, Linked(StoryId("c"), StoryId("b"), 0.8, ("same people, 3 days later",)))
    put(store, 5, Merged(StoryId("b"), StoryId("a"), 0.9))
    evidence = store.pages.evidence((StoryId("a"),))
    assert evidence is not None
    assert [(link.story_id, link.earlier) for link in evidence.related] == [("c", "a")]


def test_verdicts_bind_until_they_are_retracted(store: Store) -> None:
    seq = store.ledger.append(Verdict("story", "a", "b", True, "editor", AT, "same event"))
    assert [number for number, _ in store.ledger.verdicts()] == [seq]
    store.ledger.append(Retracted(seq, "editor", AT))
    assert store.ledger.verdicts() == () and store.ledger.retracted() == {seq}


def test_a_refusal_is_kept_once(store: Store) -> None:
    for _ in range(2):
        store.ledger.refuse(Refused("f.jsonl", "f.jsonl:3", "not JSON"), AT.isoformat())
    assert [row["item"] for row in store.ledger.quarantine()] == ["f.jsonl:3"]


def test_derived_tables_can_be_emptied_and_put_back(store: Store) -> None:
    take(store, "a")
    take(store, "b")
    put(store, 1, placed("a", "a"), named("a.1.0", "a.1.0"), stale=("a",))
    put(store, 2, placed("b", "a"), named("b.1.0", "a.1.0"), stale=("a",))

    def tables() -> dict[str, list[object]]:
        return {table: list(store.connection.run(f"SELECT * FROM {table} ORDER BY 1")) for table in DERIVED}

    before = tables()
    store.decisions.empty(DERIVED)
    for decided in store.decisions.decided():
        store.decisions.put_back(decided)
    assert tables() == before


def test_sources_are_registered_once_and_their_visits_kept(store: Store) -> None:
    feed = Source(id=SourceId("feed"), kind="feed", url="https://harbour.example/feed")
    assert store.roster.add(feed) and not store.roster.add(feed)
    assert store.roster.sources() == (feed,) and store.roster.last_visit(feed.id) is None
    for day, outcome in ((1, "ok"), (2, "failed")):
        store.roster.visited(Visit(source_id=feed.id, url=feed.url, at=AT.replace(day=day), outcome=outcome))  # type: ignore[arg-type]
    last = store.roster.last_visit(feed.id)
    assert last is not None and last.outcome == "failed"


def test_what_is_remembered_of_addresses_is_a_mapping(store: Store) -> None:
    remembered = store.roster.remembered
    remembered["https://harbour.example/a"] = FetchState(url="https://harbour.example/a", etag="1")
    remembered["https://harbour.example/a"] = FetchState(url="https://harbour.example/a", etag="2")
    assert remembered["https://harbour.example/a"].etag == "2" and len(remembered) == 1
    assert remembered.get("https://harbour.example/b") is None
    del remembered["https://harbour.example/a"]
    assert list(remembered) == []


def test_only_one_loom_and_the_other_is_told_who_it_is(store: Store, address: str) -> None:
    script = (
        "import sys, time\nfrom newsloom.store import open_store\nstore = open_store(sys.argv[1])\n"
        "with store.roster.lease('newsloom run'):\n    print('held', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, address], stdout=subprocess.PIPE, text=True) as other:
        try:
            assert other.stdout is not None and other.stdout.readline() == "held\n"
            with pytest.raises(StoreError, match=rf"newsloom run.*{other.pid}"), store.roster.lease("newsloom weave"):
                pass
        finally:
            other.kill()
    with store.roster.lease("newsloom weave"):  # a dead holder's lease is free
        pass


def test_a_lease_is_free_where_another_process_has_its_holders_number_now(store: Store) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        held = ("newsloom run", other.pid, "of an earlier process")
        store.connection.run("INSERT INTO lease(one, holder, pid, began) VALUES (1, ?, ?, ?)", held)
        with store.roster.lease("newsloom weave"):
            pass
        other.communicate(b"\n")


def test_a_copy_is_exact_also_while_the_store_is_open(store: Store, tmp_path: Path) -> None:
    take(store, "a")
    store.connection.copy_to(str(tmp_path / "copy.db"))
    copy = open_store(str(tmp_path / "copy.db"), readonly=True)
    assert copy.ledger.article(ArticleId("a")) == store.ledger.article(ArticleId("a"))
    copy.close()


def test_reports_are_found_by_the_beginning_of_their_id_or_their_given_id(store: Store) -> None:
    for number, name in enumerate(("ab12", "ab34", "cd56"), 1):
        take(store, name)
        put(store, number, placed(name, name))
    assert store.find_articles("ab") == ("ab12", "ab34")
    assert store.find_articles("given-cd56") == ("cd56",)
    assert store.find_articles("x") == ()
