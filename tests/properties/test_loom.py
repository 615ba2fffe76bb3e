"""What must stay true whatever the steps do: the hard cases of the design, each as one property of the whole loom."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from newsloom.config import Settings
from newsloom.engine.parallel import map_here, map_processes
from newsloom.engine.rebuild import empty_derived
from newsloom.engine.run import turn
from newsloom.engine.views import export_rows, story_page
from newsloom.engine.weave import weave
from newsloom.pages.changes import diff
from newsloom.records import (
    Article,
    ArticleId,
    CitedSentence,
    Forgotten,
    Retracted,
    StoryId,
    StoryPage,
    Verdict,
    Words,
)
from newsloom.sources.jsonl import read_articles
from newsloom.store import DERIVED, open_store

START = datetime(2018, 5, 24, 12, tzinfo=UTC)
SETTINGS = Settings(light=True)
UNORDERED = ("stale", "page", "found_at")  # tell when pages were made, which no reader sees
EVENTS = (
    ("Ferry strike halts island traffic", "Orrin Vale", "ferry workers on the Sable Islands walked out over pay"),
    (
        "Fire destroys mill in Tarnholm",
        "Mira Castellane",
        "a fire destroyed the paper mill in Tarnholm and hurt workers",
    ),
    ("Lake Ondrel spill closes beaches", "Tomas Brandeis", "a chemical spill closed the beaches of Lake Ondrel"),
)
few = hypothesis_settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))


def article(number: int, headline: str, text: str, hours: int = 0) -> Article:
    at = START + timedelta(hours=hours)
    row = (
        f'{{"id": "r{number}", "url": "https://outlet{number % 5}.example/{number}", "outlet": "Outlet {number % 5}",'
        f' "published": "{at.isoformat()}", "headline": "{headline}", "text": "{text}"}}'
    )
    (taken,) = read_articles("test", [row], START)
    assert isinstance(taken, Article)
    return taken


def corpus(seed: int, size: int = 18) -> list[Article]:
    chance = random.Random(seed)
    reports = []
    for number in range(size):
        headline, who, what = chance.choice(EVENTS)
        toll, day = chance.randrange(2, 9), chance.choice(("Thursday", "Friday"))
        text = (
            f"On {day} {what}, officials said.\\n\\n{who} said {toll} people were hurt. "
            f"“We need answers by June {chance.randrange(1, 20)},” said {who}, the mayor. "
            f"{'She' if who.startswith('Mira') else 'He'} added that talks would go on."
        )
        reports.append(article(number, headline, text, hours=number * 3))
    return reports


class Newsroom:
    """A store that is woven turn by turn."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = open_store(str(path))

    def weave(self, articles: Iterable[Article | Verdict] = (), processes: int = 1) -> None:
        mapper = map_here if processes == 1 else map_processes(processes)
        turn(self.store, articles, SETTINGS, mapper, START.isoformat())

    def record(self, entry: Verdict | Retracted | Forgotten) -> None:
        self.store.ledger.append(entry)
        self.weave()

    def restart(self) -> None:
        self.store.close()
        self.store = open_store(str(self.path))

    def outcome(self) -> tuple[object, ...]:
        tables = {t: sorted(self.store.connection.run(f"SELECT * FROM {t}")) for t in DERIVED if t not in UNORDERED}
        pages = [self.store.pages.page(story) for story in self.store.pages.ids()]
        return list(self.store.decisions.decided()), tables, pages, self.store.pages.ids()

    def story_of(self, report: Article) -> str:
        story = self.store.decisions.story_of(report.id)
        assert story is not None
        return story

    def page_of(self, report: Article) -> StoryPage:
        page = self.store.pages.page(StoryId(self.story_of(report)))
        assert page is not None
        return page


@few
@given(seed=st.integers(0, 999), cut=st.integers(1, 17))
def test_batches_restarts_and_deciding_anew_change_nothing(tmp_path_factory, seed: int, cut: int) -> None:  # type: ignore[no-untyped-def]
    folder, reports = tmp_path_factory.mktemp("loom"), corpus(seed)
    whole, single = Newsroom(folder / "whole.db"), Newsroom(folder / "single.db")
    whole.weave(reports)
    for n, one in enumerate(reports):
        single.weave([one])
        if n == cut:
            single.restart()
    assert whole.outcome() == single.outcome()
    before = whole.outcome()
    for redecide, reanalyse in ((False, False), (True, False), (True, True)):
        empty_derived(whole.store, redecide=redecide, reanalyse=reanalyse)
        whole.weave()
        assert whole.outcome() == before
    whole.weave(reports)
    assert whole.outcome() == before and whole.store.ledger.last() == len(reports)


def test_the_number_of_processes_and_the_hash_seed_change_nothing(tmp_path: Path) -> None:
    here = Newsroom(tmp_path / "here.db")
    here.weave(corpus(7))
    there = Newsroom(tmp_path / "there.db")
    there.weave(corpus(7), processes=2)
    assert here.outcome() == there.outcome()
    script = (
        "import sys; sys.path.insert(0, sys.argv[2])\n"
        "from pathlib import Path\nfrom test_loom import Newsroom, corpus\n"
        "Newsroom(Path(sys.argv[1])).weave(corpus(7))\n"
    )
    for seed in ("1", "2"):
        path = tmp_path / f"seed{seed}.db"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", script, str(path), str(Path(__file__).parent)]
        subprocess.run(command, env=environment, check=True, timeout=120)
        assert Newsroom(path).outcome() == here.outcome()


def test_export_and_weave_give_the_same_stories(tmp_path: Path) -> None:
    import msgspec

    from newsloom.engine.verdicts import read_verdict

    first, reports = Newsroom(tmp_path / "first.db"), corpus(3)
    first.weave(reports)
    first.record(Verdict("story", reports[0].id, reports[-1].id, False, "editor", START))
    lines = [msgspec.json.encode(row) for row in export_rows(first.store)]
    second = Newsroom(tmp_path / "second.db")
    items = [read_verdict(i) if isinstance(i, dict) else i for i in read_articles("export", lines, START)]
    second.weave(items)  # type: ignore[arg-type]
    assert second.store.decisions.stories() == first.store.decisions.stories()
    assert second.store.decisions.placed() == first.store.decisions.placed()


def test_every_span_lies_in_its_text_and_equals_the_words_shown(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "s.db")
    room.weave(corpus(11))
    shown = 0
    for story in room.store.pages.ids():
        page = room.store.pages.page(story)
        assert page is not None
        for words in _words(page):
            held = room.store.ledger.article(words.span.article_id, words.span.version)
            assert held is not None and held.words(words.span.start, words.span.end, words.span.part) == words
            shown += 1
    assert shown > 30


def _words(shown: object) -> Iterable[Words]:
    if isinstance(shown, Words):
        yield shown
    elif isinstance(shown, CitedSentence):
        yield from shown.words()
    elif isinstance(shown, tuple):
        for part in shown:
            yield from _words(part)
    elif hasattr(shown, "__dataclass_fields__"):
        for field in shown.__dataclass_fields__:
            yield from _words(getattr(shown, field))


def test_an_outlets_edit_changes_the_page_and_the_old_citation_still_opens(tmp_path: Path) -> None:
    room, reports = Newsroom(tmp_path / "s.db"), corpus(5)
    room.weave(reports)
    edited = reports[0]
    before = room.page_of(edited)
    story = room.story_of(edited)
    changed = article(0, edited.headline, "The ferry workers ended their strike on Saturday, officials said.", hours=90)
    room.weave([changed])
    after = room.page_of(edited)
    assert next(row.versions for row in after.reports if row.article.id == edited.id) == 2
    as_of_then = story_page(room.store, StoryId(story), until=START + timedelta(hours=80))
    assert as_of_then is not None and as_of_then.summary == before.summary
    old = room.store.ledger.article(edited.id, 1)
    assert old is not None and old.text == edited.text


def test_a_late_report_keeps_the_address_and_takes_the_first_place_in_the_lineage(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "s.db")
    headline, _, what = EVENTS[0]
    text = f"On Thursday {what}, the harbour office said in a statement to newspapers across the region."
    copy, original = article(1, headline, text, hours=20), article(2, headline, text, hours=2)
    room.weave([copy, original])
    assert room.story_of(original) == copy.id
    assert room.page_of(original).lineage[0].first.span.article_id == original.id


def test_a_merge_leads_readers_on_and_undoing_it_brings_the_address_back(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "s.db")
    strike = article(1, EVENTS[0][0], f"On Thursday {EVENTS[0][2]}, officials said.")
    fire = article(2, EVENTS[1][0], f"On Thursday {EVENTS[1][2]}, officials said.", hours=3)
    room.weave([strike, fire])
    assert room.story_of(fire) == fire.id
    mark = room.store.decisions.cursor()
    room.record(Verdict("story", strike.id, fire.id, True, "editor", START))
    assert room.story_of(fire) == strike.id and room.store.pages.page(StoryId(fire.id)) is None
    last_read = story_page(room.store, StoryId(fire.id), decided_until=mark)
    assert any(change.kind == "new" for change in diff(last_read, room.page_of(fire)))
    room.record(Retracted(room.store.ledger.last(), "editor", START))
    assert room.story_of(fire) == fire.id and str(room.page_of(fire).story_id) == str(fire.id)
    before = room.outcome()
    empty_derived(room.store, redecide=True)
    room.weave()
    assert room.outcome()[1:] == before[1:]


def test_not_the_same_bars_later_joins(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "s.db")
    text = f"On Thursday {EVENTS[2][2]}, Tomas Brandeis said."
    first, second = article(1, EVENTS[2][0], text), article(2, EVENTS[2][0], text, hours=1)
    room.weave([first, second])
    assert room.story_of(second) == first.id
    room.record(Verdict("story", first.id, second.id, False, "editor", START))
    room.weave([article(3, EVENTS[2][0], text, hours=2)])
    assert room.story_of(first) != room.story_of(second)


def test_a_forgotten_report_is_gone_everywhere_and_stays_out(tmp_path: Path) -> None:
    room, reports = Newsroom(tmp_path / "s.db"), corpus(5)
    room.weave(reports)
    victim = reports[0]
    story = room.story_of(victim)
    room.record(Forgotten(victim.id, "editor", START))
    for page_id in room.store.pages.ids():
        page = room.store.pages.page(page_id)
        assert page is not None and all(words.span.article_id != victim.id for words in _words(page))
        assert all(row.article.id != victim.id for row in page.reports)
    room.weave([victim])
    assert room.store.ledger.article(victim.id) is None and room.story_of(victim) == story
    before = room.outcome()
    empty_derived(room.store)
    room.weave()
    assert room.outcome() == before


def test_joining_two_persons_rewrites_no_analysis_and_rebuilds_the_pages_that_show_them(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "s.db")
    reports = [
        article(1, EVENTS[0][0], f"On Thursday {EVENTS[0][2]}, said Orrin Vale, the mayor. Orrin Vale left."),
        article(2, EVENTS[1][0], f"On Thursday {EVENTS[1][2]}, said Mira Castellane, the mayor.", hours=3),
    ]
    room.weave(reports)
    left, right = (
        next(e.id for e in found.analysis.entities if e.kind == "person")
        for report in reports
        if (found := room.store.ledger.report(report.id, 1))
    )
    before = [room.store.ledger.report(r.id, 1) for r in reports]
    room.record(Verdict("person", left, right, True, "editor", START))
    assert [room.store.ledger.report(r.id, 1) for r in reports] == before
    assert str(room.store.decisions.person_of(right)) == str(left) == str(room.store.decisions.person_of(left))
    assert any(str(card.person.id) == str(left) for card in room.page_of(reports[1]).people)


def test_a_page_is_the_same_however_it_is_asked_for(tmp_path: Path) -> None:
    room, reports = Newsroom(tmp_path / "s.db"), corpus(9)
    room.weave(reports)
    for story in room.store.pages.ids():
        evidence = room.store.pages.evidence((story,))
        assert evidence is not None and weave(evidence) == room.store.pages.page(story)
    assert ArticleId(room.store.pages.ids()[0])
