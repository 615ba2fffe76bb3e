"""A defect of a step, met on one report: the run goes on, and the failure is quarantined, counted and shown."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsloom.config import Settings
from newsloom.engine.parallel import map_here
from newsloom.engine.run import turn
from newsloom.engine.weave import weave
from newsloom.records import Article, ArticleId, Range, Refused, StoryEvidence
from newsloom.store import open_store
from newsloom.timeline.dates import find_dates

AT = datetime(2018, 5, 24, 12, tzinfo=UTC)


def article(name: str) -> Article:
    return Article(
        id=ArticleId(name), given_id=name, url=f"https://{name}.example/", canonical_url=f"https://{name}.example/",
        outlet=name, headline=f"News of {name}", text=f"The council of {name} met on Monday.", seen_at=AT,
        content_hash=name,
    )  # fmt: skip


def said_of(tmp_path: Path) -> list[Refused]:
    """What is refused while two reports are woven; counts, quarantine and what was shown agree."""
    store, shown = open_store(str(tmp_path / "store.db")), list[Article | Refused]()
    tally = turn(store, [article("good"), article("odd")], Settings(light=True), map_here, AT.isoformat(), shown.append)
    refused = [one for one in shown if isinstance(one, Refused)]
    assert (tally.stored, tally.quarantined) == (2, len(refused))
    assert [row["reason"] for row in store.ledger.quarantine()] == [one.reason for one in refused]
    store.close()
    return refused


def test_a_sound_run_refuses_nothing(tmp_path: Path) -> None:
    assert said_of(tmp_path) == []


def test_an_analysis_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: Article, sentences: tuple[Range, ...]) -> object:
        return 1 / 0 if article.id == "odd" else find_dates(article, sentences)

    monkeypatch.setattr("newsloom.engine.analyse.find_dates", broken)
    (refused,) = said_of(tmp_path)
    assert refused.item == "https://odd.example/" and "analysis failed: ZeroDivisionError" in refused.reason


def test_a_page_that_can_not_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(evidence: StoryEvidence) -> object:
        return 1 / 0 if evidence.story_id == "odd" else weave(evidence)

    monkeypatch.setattr("newsloom.engine.weave.weave", broken)
    (refused,) = said_of(tmp_path)
    assert "ZeroDivisionError" in refused.reason
