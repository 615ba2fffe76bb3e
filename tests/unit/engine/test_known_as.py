"""A bare name with a title is who all other stories call so in full; a doubtful one stays as it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsloom.config import Settings
from newsloom.engine.parallel import map_here
from newsloom.engine.run import turn
from newsloom.engine.views import story_page
from newsloom.records import Article, ArticleId
from newsloom.store import Store, open_store

AT = datetime(2018, 5, 24, 12, tzinfo=UTC)
BRIDGE = "The bridge over the Sable river will open in June, President Varga said. Mr. Varga praised the crew."
WHOLE = "{title} {who} spoke on Thursday about the {topic} in the port of Tarnholm. Varga left at noon."
TOPICS = ("budget", "harvest", "flood", "school", "railway")


def article(name: str, text: str, hour: int) -> Article:
    at = AT + timedelta(hours=hour)
    return Article(
        id=ArticleId(name), given_id=name, outlet=f"Outlet {name}", headline=text[:30], text=text,
        canonical_url=f"https://{name}.example/", seen_at=at, published_at=at, content_hash=name,
    )  # fmt: skip


def names(store: Store) -> list[str]:
    story = store.decisions.story_of("a0")
    page = story_page(store, story) if story else None
    assert page is not None
    quoted = [said.speaker.name for said in page.quotes if said.speaker]
    return [card.person.name for card in page.people if card.person.kind == "person"] + quoted


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ([("President", "Piotr Varga")] * 4, "Piotr Varga"),
        ([("President", "Piotr Varga")] * 2, "Varga"),
        ([("Actor", "Piotr Varga")] * 4, "Varga"),
        ([("President", "Piotr Varga")] * 3 + [("President", "Emil Varga")] * 2, "Varga"),
        ([], "Varga"),
    ],
)
def test_a_bare_name_is_joined_only_where_it_is_sure(
    tmp_path: Path, elsewhere: list[tuple[str, str]], expected: str
) -> None:
    store = open_store(str(tmp_path / "s.db"))
    others = [
        article(f"{letter}1", WHOLE.format(title=title, who=who, topic=topic), hour)
        for hour, (letter, topic, (title, who)) in enumerate(zip("bcdef", TOPICS, elsewhere, strict=False), 1)
    ]
    turn(store, [article("a0", BRIDGE, 0), *others], Settings(light=True), map_here, AT.isoformat())
    assert set(names(store)) == {expected}
    store.close()
