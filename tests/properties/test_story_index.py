"""The story index alone: its state is a function of the entries it was given, whatever became of it in between."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from newsloom.config import StorySettings
from newsloom.records import Analysis, Article, ArticleId, Decision, Linked, Merged, Placed, Report, Seq, Verdict
from newsloom.stories.cluster import StoryIndex
from newsloom.stories.features import story_terms
from newsloom.stories.snapshot import pack, unpack
from newsloom.stories.window import NEVER, Window

START = datetime(2018, 5, 24, 12, tzinfo=UTC)
EVENTS = (
    ("Fire destroys mill in Tarnholm", "Mira Castellane", "a fire destroyed the paper mill in Tarnholm, hurt workers"),
    ("Ferry strike halts Sable traffic", "Orrin Vale", "ferry workers on the Sable Islands walked out over pay"),
    ("Lake Ondrel spill closes beaches", "Tomas Brandeis", "a chemical spill closed the beaches of Lake Ondrel"),
)
DETAILS = "Police came at dawn.|Nobody knows why.|Shops stayed shut.|Schools opened late.|The mayor spoke.".split("|")
few = hypothesis_settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))

Step = tuple[Report | Verdict, tuple[Decision, ...]]


def report(number: int, event: int, day: int, details: str) -> Report:
    headline, who, what = EVENTS[event]
    article = Article(
        id=ArticleId(f"r{number:02}"),
        seen_at=START + timedelta(days=day),
        headline=headline,
        text=f"Officials said {what}. {who} told reporters that {what}. {details}",
        language="en",
    )
    return Report(article, Analysis(article_id=article.id, version=1, analyser="1", terms=story_terms(article)))


def corpus(seed: int, size: int = 18) -> list[Report]:
    chance = random.Random(seed)
    return [
        report(n, chance.randrange(len(EVENTS)), n // 3 + chance.randrange(2), " ".join(chance.sample(DETAILS, 3)))
        for n in range(size)
    ]


def verdict(left: str, right: str, same: bool) -> Verdict:
    return Verdict("story", left, right, same, "editor", START)


def feed(index: StoryIndex, entry: Report | Verdict, seq: Seq) -> tuple[Decision, ...]:
    """One entry decided and taken over, as the engine does."""
    if isinstance(entry, Report):
        decisions = index.place(entry)
        index.count(entry)
    else:
        decisions = index.obey(entry)
        index.rule(frozenset((entry.left, entry.right)), entry.same, seq)
    index.apply(decisions, seq)
    return decisions


def replay(steps: list[Step]) -> StoryIndex:
    """What a restart does: recorded decisions applied, none made anew."""
    index = StoryIndex(StorySettings())
    for place, (entry, decisions) in enumerate(steps, 1):
        if isinstance(entry, Report):
            index.count(entry)
        else:
            index.rule(frozenset((entry.left, entry.right)), entry.same, Seq(place))
        index.apply(decisions, Seq(place))
    return index


def window_keys(window: Window) -> dict[int, set[ArticleId]]:
    """Which live reports are found under each key."""
    held = {
        key: {window.places[at] for at in places if window.hours[at] != NEVER}
        for key, places in window.postings.items()
    }
    assert all(len(ids) == window.holders[key] for key, ids in held.items())
    return {key: ids for key, ids in held.items() if ids}


def state(index: StoryIndex) -> tuple[object, ...]:
    counts = {
        name: (held.reports, held.of.nonzero()[0].tolist(), held.of[held.of.nonzero()].tolist())
        for name, held in index.frequencies.languages.items()
    }
    live = {article_id: vector.terms.tolist() for article_id, vector in index.window.vectors.items()}
    found = window_keys(index.window)
    places = index.places
    return counts, live, found, places.story, places.members, places.moves, index.rulings, index.threads


def run(entries: list[Report | Verdict]) -> tuple[StoryIndex, list[Step]]:
    index, steps = StoryIndex(StorySettings()), list[Step]()
    for place, entry in enumerate(entries, 1):
        steps.append((entry, feed(index, entry, Seq(place))))
    return index, steps


def with_verdicts(seed: int) -> list[Report | Verdict]:
    chance, reports = random.Random(seed), corpus(seed)
    entries: list[Report | Verdict] = list(reports)
    for _ in range(3):
        at = chance.randrange(6, len(entries))
        known = [entry.id for entry in entries[:at] if isinstance(entry, Report)]
        left, right = chance.sample(known, 2)
        entries.insert(at, verdict(left, right, same=chance.random() < 0.5))
    return entries


@few
@given(seed=st.integers(0, 999), cut=st.integers(1, 20))
def test_a_restart_at_any_entry_changes_no_decision(seed: int, cut: int) -> None:
    entries = with_verdicts(seed)
    live, steps = run(entries)
    again = replay(steps[:cut])
    rest = [feed(again, entry, Seq(place)) for place, (entry, _) in enumerate(steps, 1) if place > cut]
    assert rest == [decisions for _, decisions in steps[cut:]]
    assert state(again) == state(live) == state(replay(steps))


@few
@given(seed=st.integers(0, 999), cut=st.integers(0, 20))
def test_a_packed_index_goes_on_as_it_would_have(seed: int, cut: int) -> None:
    entries = with_verdicts(seed)
    live, steps = run(entries)
    again = unpack(StorySettings(), pack(run(entries[:cut])[0]))
    assert state(again) == state(run(entries[:cut])[0])
    rest = [feed(again, entry, Seq(place)) for place, (entry, _) in enumerate(steps, 1) if place > cut]
    assert rest == [decisions for _, decisions in steps[cut:]]
    assert state(again) == state(live)


def test_parts_that_are_damaged_or_missing_are_refused() -> None:
    parts = pack(run(list(corpus(1)))[0])
    for name, body in parts.items():
        for broken in ({k: v for k, v in parts.items() if k != name}, {**parts, name: body[: len(body) // 2]}):
            with pytest.raises(ValueError):
                unpack(StorySettings(), broken)


@few
@given(seed=st.integers(0, 999), which=st.integers(0, 17))
def test_after_forgetting_the_counts_equal_a_replay_without_the_report(seed: int, which: int) -> None:
    index, steps = run(list(corpus(seed)))
    gone = ArticleId(f"r{which:02}")
    index.forget(gone)
    without = StoryIndex(StorySettings())
    for place, (entry, decisions) in enumerate(steps, 1):
        if isinstance(entry, Report) and entry.id != gone:
            without.count(entry)
        without.apply(decisions, Seq(place))
    assert state(index) == state(without)


@few
@given(seed=st.integers(0, 999))
def test_verdicts_bind_whatever_comes_later_and_taking_them_back_brings_all_home(seed: int) -> None:
    reports = corpus(seed)
    index, _ = run(list(reports[:9]))
    before = dict(index.story)
    left, right = reports[0].id, next(r.id for r in reports[1:9] if index.story[r.id] != index.story[reports[0].id])
    feed(index, verdict(left, right, same=True), Seq(100))
    assert index.story[left] == index.story[right]
    back = index.retract(Seq(100))
    index.unrule(frozenset((left, right)), Seq(100))
    index.apply(back, Seq(101))
    assert index.story == before
    feed(index, verdict(left, right, same=False), Seq(102))
    for place, entry in enumerate(reports[9:], 103):
        feed(index, entry, Seq(place))
    assert index.story[left] != index.story[right]


def test_a_report_that_two_verdicts_divide_goes_where_the_other_leads() -> None:
    first, other = report(1, 0, 0, "Police came."), report(2, 1, 0, "Police came.")
    index, _ = run([first, other, verdict("r03", "r01", same=False), verdict("r03", "r02", same=True)])
    assert index.place(report(3, 0, 0, "Police came."))[0] == Placed(
        ArticleId("r03"), index.story[other.id], 1.0, (("a verdict", 1.0),)
    )


def test_the_same_event_is_one_story_and_another_is_not() -> None:
    index, _ = run([report(n, n % 2, 0, DETAILS[n]) for n in range(5)])
    assert index.story == {f"r{n:02}": f"r{n % 2:02}" for n in range(5)}


def test_a_new_version_stays_where_the_report_is_and_takes_its_counts_along() -> None:
    index, _ = run([report(1, 0, 0, "One."), report(2, 1, 0, "Two.")])
    changed = report(1, 0, 0, "Three.")
    assert index.place(changed) == ()
    index.count(changed)
    assert state(index)[:3] == state(run([changed, report(2, 1, 0, "Two.")])[0])[:3]


def test_deciding_reads_only() -> None:
    index, _ = run(list(corpus(3)))
    before = msgspec.json.encode(str(state(index)))
    index.place(report(50, 0, 3, "Late."))
    index.obey(verdict("r01", "r02", True))
    index.retract(Seq(4))
    assert msgspec.json.encode(str(state(index))) == before


def test_links_and_merges_name_stories_that_stand() -> None:
    index, steps = run(list(corpus(5)))
    for _, decisions in steps:
        for each in decisions:
            if isinstance(each, Linked | Merged):
                assert ArticleId(each.story_id) in index.story


def test_the_hash_seed_changes_nothing() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from test_story_index import *\n"
        "print([d for _, d in run(with_verdicts(11))[1]])"
    )
    folder = str(Path(__file__).parent)
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, folder],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(outputs) == 1 and "Placed" in outputs.pop()
