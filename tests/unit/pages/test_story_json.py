from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
from tests.affair import ARTICLES, FERRY, OLD_WIRE, PAGE, SMALL, WIRE

from newsloom.pages.story_json import published, story_json, story_schema
from newsloom.records import Part

SCHEMA = Path(__file__).parents[3] / "docs" / "schema" / "story.schema.json"
STORY = story_json(PAGE, ARTICLES)


def objects(node: Any, field: str) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if field in node:
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from objects(item, field)


def test_fields_are_the_contract_in_the_pages_order() -> None:
    assert list(STORY) == [
        "id", "as_of", "language", "headline", "status", "counts", "summary", "people", "disagreements", "timeline",
        "next", "became", "chains", "positions", "quotes", "coverage", "lineage", "roots", "reports", "related",
        "limits", "corrections",
    ]  # fmt: skip
    assert list(STORY["people"][0]) == ["entity", "name", "kind", "role", "also", "not", "reports", "told"]
    assert list(STORY["headline"]["cites"][0]) == ["id", "given_id", "version", "part", "start", "end", "text"]


def test_it_fits_its_published_schema() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == story_schema()
    for page in (PAGE, SMALL):
        jsonschema.validate(story_json(page, ARTICLES), story_schema())


def test_a_thinner_page_has_every_field_empty_not_missing() -> None:
    assert list(story_json(SMALL, ARTICLES)) == list(STORY)
    assert story_json(SMALL, ARTICLES)["status"] is None


def test_every_citation_is_what_stands_at_its_place() -> None:
    for cite in objects(STORY, "given_id"):
        if "start" in cite:
            held = (OLD_WIRE, *ARTICLES.values())
            article = next(a for a in held if (a.given_id, a.version) == (cite["given_id"], cite["version"]))
            part: Part = cite["part"]
            assert article.words(cite["start"], cite["end"], part).text == cite["text"]


def test_everything_shown_is_brackets_aside_made_of_its_citations() -> None:
    shown = [node for node in objects(STORY, "cites") if "text" in node]
    assert len(shown) > 20
    for node in shown:
        spans = [" ".join(cite["text"].split()) for cite in node["cites"]]
        for piece in re.split(r"\[[^\]]*\]|…|\.\.\.", node["text"]):
            assert any(" ".join(piece.split()).strip(" .,;") in span for span in spans), (piece, spans)


def test_notes_of_ours_stand_in_brackets_in_the_text() -> None:
    (sentence,) = STORY["timeline"][0]["sentences"]
    assert sentence["text"].endswith(" [“Saturday”] [earlier in the thread]")


def test_where_the_order_is_not_known_nobody_is_first() -> None:
    known, unknown = STORY["lineage"]
    assert known["first"]["given_id"] == "given-a1"
    assert unknown["first"] is None and len(unknown["later"]) == 2


def test_speakers() -> None:
    named, _, words, nobody = (quote["speaker"] for quote in STORY["quotes"])
    assert named["entity"] == "a1.1.50" and named["role"]["text"] == "Transport Minister"
    assert words == {"entity": None, "name": "A senior inspector", "role": None}
    assert nobody is None


def test_times_are_as_precise_as_the_outlets() -> None:
    assert published(WIRE) == "2031-04-28T14:05:00+02:00"
    assert published(FERRY) == "2031-04-28"
    assert published(type(WIRE)(id=WIRE.id, text="x", seen_at=WIRE.seen_at)) is None
    assert STORY["as_of"] == "2031-04-29T07:07:00Z"


def test_a_report_that_is_held_no_more_keeps_its_citation() -> None:
    page = replace(PAGE, reports=PAGE.reports[1:])
    (cite,) = story_json(page, {})["headline"]["cites"]
    assert cite["id"] == "a1" and cite["given_id"] == ""
