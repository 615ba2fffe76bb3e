"""Corrections on the page, over a real store: only the editor makes them, and they are verdicts like any other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from tests.asgi import Answer, ask
from tests.markup import html_of

from newsloom.config import Settings
from newsloom.engine.parallel import map_here
from newsloom.engine.run import turn
from newsloom.records import Article, ArticleId
from newsloom.server.app import create_app
from newsloom.server.store_editor import StoreEditor
from newsloom.server.store_reader import StoreReader
from newsloom.store import Store, open_store

AT = datetime(2018, 5, 24, 12, tzinfo=UTC)
SECRET = "only-ada-knows"
STRIKE = "Ferry workers on the Sable Islands walked out on Thursday over winter pay, the harbour office said."
FIRE = "A fire destroyed the paper mill in Tarnholm and hurt nine workers, the brigade said."


def article(name: str, headline: str, text: str, hour: int) -> Article:
    at = AT + timedelta(hours=hour)
    return Article(
        id=ArticleId(name), given_id=name, outlet=f"Outlet {name}", headline=headline, text=text,
        canonical_url=f"https://{name}.example/", seen_at=at, published_at=at, content_hash=name,
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "store.db"))
    given = [
        article("a0", "Ferry workers walk out", STRIKE, 0), article("b0", "Islands cut off", STRIKE, 1),
        article("f0", "Mill burns down", FIRE, 3),
    ]  # fmt: skip
    turn(opened, given, Settings(light=True), map_here, AT.isoformat())
    yield opened
    opened.close()


@pytest.fixture
def app(store: Store) -> FastAPI:
    return create_app(StoreReader(store), StoreEditor(store.address, "Ada"), SECRET)


def sent(
    app: FastAPI, address: str, secret: str = SECRET, origin: str = "http://news.example", **fields: str
) -> Answer:
    return ask(app, address, form=fields, cookie=f"newsloom-editor={secret}", origin=origin)


def page(app: FastAPI, address: str) -> Answer:
    return ask(app, address, cookie=f"newsloom-editor={SECRET}")


def stories(store: Store) -> list[str]:
    return sorted(" ".join(store.decisions.members(one)) for one in store.decisions.stories())


def test_the_secret_address_lets_the_editor_in_and_no_other(app: FastAPI) -> None:
    let_in = ask(app, f"/edit/{SECRET}")
    assert let_in.status == 303
    assert (
        "httponly" in let_in.headers["set-cookie"].lower() and "samesite=strict" in let_in.headers["set-cookie"].lower()
    )
    assert ask(app, "/edit/another").status == 403
    assert ask(app, "/stories/a0/edit").status == 403
    assert page(app, "/stories/a0/edit").status == 200


def test_a_form_of_another_site_or_without_the_cookie_changes_nothing(app: FastAPI, store: Store) -> None:
    before = stories(store)
    assert sent(app, "/stories/a0/edit", origin="https://evil.example", action="split", report="b0").status == 403
    assert sent(app, "/stories/a0/edit", secret="guessed", action="split", report="b0").status == 403
    assert stories(store) == before == ["a0 b0", "f0"]


def test_split_is_done_is_shown_and_is_undone(app: FastAPI, store: Store) -> None:
    done = sent(app, "/stories/a0/edit", action="split", report="b0", why="another strike")
    assert (done.status, done.headers["location"]) == (303, "edit")
    assert stories(store) == ["a0", "b0", "f0"]
    shown = html_of(page(app, "/stories/a0/edit").text)
    (ruling,) = shown.xpath("//ol[@class='rulings']/li")
    said = " ".join(ruling.text_content().split())
    assert "Outlet a0: Ferry workers walk out is not of one story with Outlet b0: Islands cut off Ada" in said
    assert "another strike" in said
    (number,) = ruling.xpath(".//input[@name='verdict']/@value")
    assert sent(app, "/stories/a0/edit", action="undo", verdict=number).status == 303
    assert stories(store) == ["a0 b0", "f0"]


@pytest.mark.parametrize("target", ["f0", "https://news.example/stories/f0/", "/reports/f0/1/index.html"])
def test_move_takes_an_id_or_an_address(app: FastAPI, store: Store, target: str) -> None:
    assert sent(app, "/stories/a0/edit", action="move", report="b0", target=target).status == 303
    assert stories(store) == ["a0", "b0 f0"]


def test_merge_makes_one_story_of_two(app: FastAPI, store: Store) -> None:
    assert sent(app, "/stories/a0/edit", action="merge", target="f0").status == 303
    assert stories(store) == ["a0 b0 f0"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"action": "split"}, "choose one or more reports"),
        ({"action": "move", "report": "b0"}, "say which story"),
        ({"action": "move", "report": "b0", "target": "zzz"}, "zzz: no such report"),
        ({"action": "undo", "verdict": "99"}, "verdict 99 does not bind"),
        ({"action": "<b>burn</b>"}, "no such correction: &lt;b&gt;burn"),
    ],
)
def test_what_can_not_be_done_is_said_on_the_page(
    app: FastAPI, store: Store, fields: dict[str, str], said: str
) -> None:
    answer = sent(app, "/stories/a0/edit", **fields)
    assert answer.status == 200 and said in answer.text
    assert stories(store) == ["a0 b0", "f0"]


def test_pages_lead_to_corrections_only_where_they_are_taken(app: FastAPI, store: Store) -> None:
    assert 'href="edit"' in ask(app, "/stories/a0/").text
    plain = create_app(StoreReader(store))
    assert 'href="edit"' not in ask(plain, "/stories/a0/").text
    assert ask(plain, "/stories/a0/edit").status == 404
