from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from tests.unit.passages.passage_reports import article_of

from newsloom.config import Settings
from newsloom.engine.filters.summarize import rows
from newsloom.engine.parallel import map_here
from newsloom.records import Article

FERRY = "Mayor Ingrid Solberg opened the new ferry terminal at Port Ellen on Tuesday. She said it had cost nine crowns."
LOCK = "The harbour board of Oban voted on Monday to close the eastern lock for repairs."


def given(text: str, id_: str, story: str, headline: str = "") -> Article:
    return replace(article_of(text, id_, headline=headline), given_id=id_, group=story)


def filtered(*articles: Article) -> list[dict[str, Any]]:
    return list(rows(articles, Settings(light=True), map_here))


def test_consecutive_lines_of_a_story_are_one_row() -> None:
    found = filtered(given(FERRY, "a", "1"), given(FERRY, "b", "1"), given(LOCK, "c", "2"))
    assert [row["id"] for row in found] == ["1", "2"]


def test_without_stories_the_whole_input_is_one_and_its_id_is_null() -> None:
    (row,) = filtered(given(FERRY, "a", ""), given(LOCK, "b", ""))
    assert row["id"] is None


def test_every_citation_is_a_place_in_a_given_text() -> None:
    texts = {"a": FERRY, "b": LOCK}
    (row,) = filtered(given(FERRY, "a", "", "Port Ellen opens new ferry terminal"), given(LOCK, "b", ""))
    assert row["headline"] == "Port Ellen opens new ferry terminal"
    cited = {texts[c["id"]][c["start"] : c["end"]] for s in row["sentences"] for c in s["cites"]}
    assert LOCK in cited  # one stretch, whatever we insert in it
    assert "" not in cited
    assert all(s["cites"] for s in row["sentences"])
    assert "She [Ingrid Solberg] said it had cost nine crowns." in [s["text"] for s in row["sentences"]]
