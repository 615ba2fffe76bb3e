"""The filter: rows as the contract has them, one id for one person across the input."""

from __future__ import annotations

from typing import Any

import msgspec
from tests.unit.people.conftest import NOW

from newsloom.config import Settings
from newsloom.engine.filters.people import rows
from newsloom.engine.parallel import map_here
from newsloom.records import Article, SourceId
from newsloom.sources.jsonl import read_article

TEXTS = (
    "Chancellor Angela Merkel met President Barack Obama in Berlin. Ms. Merkel smiled.",
    "Merkel spoke to reporters in Berlin on Friday, said Barack Obama’s aides.",
    "Former president Barack Obama wrote to Angela Merkel.",
)


def run(texts: tuple[str, ...]) -> list[dict[str, Any]]:
    lines = [msgspec.json.encode({"id": f"n{i}", "text": text, "language": "en"}) for i, text in enumerate(texts)]
    articles = [one for line in lines if isinstance(one := read_article(line, SourceId("t"), NOW), Article)]
    return list(rows(articles, Settings(light=True), map_here))


def test_rows_are_those_of_the_contract() -> None:
    found = run(TEXTS)
    assert [row["id"] for row in found[:3]] == ["n0", "n1", "n2"]
    for row, text in zip(found[:3], TEXTS, strict=True):
        assert all(text[m["start"] : m["end"]] == m["text"] for m in row["mentions"])
    assert all(set(row) == {"entity", "name", "kind", "aliases"} for row in found[3:])
    listed = {row["entity"] for row in found[3:]}
    assert {m["entity"] for row in found[:3] for m in row["mentions"]} <= listed
    msgspec.json.encode(found)


def test_one_person_has_one_id_across_the_input_also_by_surname() -> None:
    found = run(TEXTS)
    ids = {
        (m["entity"])
        for row in found[:3]
        for m in row["mentions"]
        if m["kind"] == "person" and "Merkel" in m["text"]
    }  # fmt: skip
    assert len(ids) == 1
    (merkel,) = [row for row in found[3:] if row["entity"] in ids]
    assert merkel["name"] == "Angela Merkel"
    assert "Merkel" in merkel["aliases"]


def test_the_same_input_gives_the_same_rows() -> None:
    assert run(TEXTS) == run(TEXTS)


def test_nothing_in_nothing_out() -> None:
    assert run(()) == []
