from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from tests.unit.passages.passage_reports import article_of

from newsloom.config import Settings
from newsloom.engine.filters.reuse import rows
from newsloom.engine.parallel import map_here
from newsloom.records import Article

SHARED = "The harbour board voted on Monday to close the eastern lock for repairs that may last until autumn."
OWN = "A spokesman for the town council declined to say who would pay for new gates."


def given(text: str, id_: str, day: int, hour: int | None = 9) -> Article:
    return replace(article_of(text, "same-address", day, hour), given_id=id_)


def filtered(*articles: Article) -> list[dict[str, Any]]:
    return list(rows(articles, Settings(), map_here))


def test_each_line_has_a_row_and_its_shared_passages() -> None:
    first, second, third = filtered(given(SHARED, "x", 2), given(f"{OWN} {SHARED}", "y", 1), given(OWN, "z", 3))
    (passage,) = first["passages"]
    assert passage == {"start": 0, "end": len(SHARED) - 1, "group": 1, "first": "y"}
    assert [p["group"] for p in second["passages"]] == [2, 1]
    assert third == {"id": "z", "passages": [{"start": 0, "end": len(OWN) - 1, "group": 2, "first": "y"}]}


def test_among_equals_the_earliest_read_is_first() -> None:
    first, second = filtered(given(SHARED, "x", 1, None), given(SHARED, "y", 1, None))
    assert first["passages"][0]["first"] == second["passages"][0]["first"] == "x"


def test_nothing_shared_gives_empty_rows() -> None:
    assert filtered(given(SHARED, "x", 1), given(OWN, "y", 1)) == [
        {"id": "x", "passages": []},
        {"id": "y", "passages": []},
    ]
    assert filtered() == []
