"""Why a report stands where it stands: over a real store, with verdicts, in the three forms in which it is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.asgi import ask
from tests.markup import html_of
from typer.testing import CliRunner

from newsloom.cli import app as command_line
from newsloom.config import Settings
from newsloom.engine.parallel import map_here
from newsloom.engine.run import turn
from newsloom.engine.why import Asker
from newsloom.pages.why import why_json, why_text
from newsloom.records import Article, ArticleId, Forgotten, StoryId, Verdict, Why
from newsloom.server.app import create_app
from newsloom.server.store_reader import StoreReader
from newsloom.store import Store, open_store

AT = datetime(2018, 5, 24, 12, tzinfo=UTC)
LIGHT = Settings(light=True)
STRIKE = (
    "Ferry workers on the Sable Islands walked out on Thursday over winter pay, said Orrin Vale of the harbour office."
)
FIRE = "A fire destroyed the paper mill in Tarnholm and hurt nine workers, Mira Castellane of the brigade said."


def article(name: str, text: str, hour: int) -> Article:
    at = AT + timedelta(hours=hour)
    return Article(
        id=ArticleId(name), given_id=name, outlet=f"Outlet {name}", headline=text[:40], text=text, language="en",
        canonical_url=f"https://{name}.example/", seen_at=at, published_at=at, content_hash=name,
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """a0, b0 and c0 report the strike; f0 reports the fire."""
    opened = open_store(str(tmp_path / "store.db"))
    given = [article("a0", STRIKE, 0), article("b0", STRIKE, 1), article("c0", STRIKE, 2), article("f0", FIRE, 3)]
    turn(opened, given, LIGHT, map_here, AT.isoformat())
    yield opened
    opened.close()


def asked(store: Store, report: str, story: str | None = None) -> Why:
    found = Asker(store, LIGHT).why(ArticleId(report), StoryId(story) if story else None)
    assert found is not None
    return found


def record(store: Store, entry: Verdict | Forgotten) -> None:
    store.ledger.append(entry)
    turn(store, (), LIGHT, map_here, AT.isoformat())


def test_the_recorded_decision_is_told_with_its_engine_and_reasons(store: Store) -> None:
    (recorded,) = asked(store, "b0").recorded
    assert (recorded.entry, recorded.engine, recorded.upon, recorded.story_id) == (2, LIGHT.engine, "it came", "a0")
    decided = store.decisions.decided_of(recorded.entry)
    assert decided is not None and (recorded.score, recorded.reasons) == (
        decided.decisions[0].score, decided.decisions[0].reasons,  # type: ignore[union-attr]
    )  # fmt: skip


def test_the_effects_and_the_prior_add_up_to_the_score(store: Store) -> None:
    for story in ("a0", "f0"):
        weighed = asked(store, "b0", story).asked
        assert weighed is not None and weighed.story_id == story
        assert weighed.log_odds == pytest.approx(weighed.prior + sum(w.effect for w in weighed.weights), abs=0.01)
    nearest = asked(store, "b0").nearest
    assert nearest[0].story_id == "a0" and nearest[0].score > 0.4


def test_of_an_opener_the_nearest_other_story_is_told(store: Store) -> None:
    (recorded,) = asked(store, "f0").recorded
    assert f"opened f0, the nearest other story scored {1 - recorded.score:.2f}" in why_text(
        asked(store, "f0"), lambda story: None
    )


def test_a_report_is_not_compared_with_itself(store: Store) -> None:
    assert asked(store, "f0").asked is None
    assert "No other report" in why_text(asked(store, "f0"), lambda story: None)


def test_verdicts_that_moved_it_are_told_and_bar_what_they_part(store: Store) -> None:
    record(store, Verdict("story", "a0", "b0", False, "ada", AT, "another strike"))
    found = asked(store, "b0", "a0")
    assert [one.upon for one in found.recorded] == ["it came", "a verdict by ada: another strike"]
    assert found.story_id == found.recorded[-1].story_id == "b0"
    assert found.asked is not None and found.asked.barred


def test_merges_by_a_verdict_on_other_reports_are_told(store: Store) -> None:
    record(store, Verdict("story", "f0", "a0", True, "ada", AT))
    assert [(one.upon, one.story_id) for one in asked(store, "c0").recorded] == [
        ("it came", "a0"), ("a verdict by ada", "f0"),
    ]  # fmt: skip


def test_what_is_forgotten_has_no_why(store: Store) -> None:
    record(store, Forgotten(ArticleId("b0"), "ada", AT))
    assert Asker(store, LIGHT).why(ArticleId("b0")) is None


def test_the_answer_follows_what_is_decided_since(store: Store) -> None:
    asker = Asker(store, LIGHT)
    before = asker.why(ArticleId("a0"))
    turn(store, [article("d0", STRIKE, 4)], LIGHT, map_here, AT.isoformat())
    after = asker.why(ArticleId("a0"))
    assert before != after and after == asked(store, "a0")


def test_the_command_prints_words_and_numbers_or_json(store: Store) -> None:
    run = CliRunner().invoke(command_line, ["why", "b0", "--store", store.address])
    assert run.exit_code == 0, run.output
    assert (
        "report b0 stands in a0" in run.output and "same names" in run.output and f"engine {LIGHT.engine}" in run.output
    )
    run = CliRunner().invoke(command_line, ["why", "b0", "f0", "--store", store.address, "--json"])
    row = json.loads(run.output)
    assert row == why_json(asked(store, "b0", "f0"), lambda story: row["headline"] if story == "a0" else "…") | {
        "asked": row["asked"], "nearest": row["nearest"],
    }  # fmt: skip
    assert row["asked"]["story"] == "f0" and row["asked"]["features"][0]["values"]
    assert CliRunner().invoke(command_line, ["why", "nobody", "--store", store.address]).exit_code == 1


def test_the_server_shows_it_and_the_report_links_to_it(store: Store) -> None:
    app = create_app(StoreReader(store))
    page = html_of(ask(app, "/reports/b0/1/").text)
    assert "../../../reports/b0/why" in page.xpath("//a/@href")
    shown = ask(app, "/reports/b0/why").text
    assert "same names" in shown and "it came" in shown
    assert ask(app, "/reports/b0/why?story=f0").status == 200
    assert ask(app, "/reports/nobody/why").status == ask(app, "/reports/b0/why?story=nobody").status == 404
    answer = ask(app, "/api/reports/b0/why").json()
    assert answer["story"] == "a0" and answer["recorded"][0]["engine"] == LIGHT.engine
    assert answer["nearest"][0]["features"]
