"""The filters as a script meets them: lines fit their published schema, offsets the text, bad lines are refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newsloom.cli.filters import FILTERS

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
ARTICLES = [
    {
        "id": "a", "url": "https://harbour.example/a", "outlet": "Harbour Courier", "story": "ferry",
        "published": "2018-06-01T18:05:00-04:00", "headline": "Ferry strike put off by a week",
        "text": "  The ferry strike set for Monday has been put off, the union said.\r\n\r\n“We want to talk,” said "
        "Ada Quill, its leader. «Rien n’est décidé», she added.\n\nMayor Orrin Vale welcomed it on 1 June 2018.",
    },
    {
        "id": "b", "outlet": "Skerrow Mail", "published": "2018-06-02", "story": "ferry", "headline": "",
        "text": "The ferry strike set for Monday has been put off, the union said. "
        "Quill told the Mail that 200 workers voted.",
    },
    {"id": "c", "text": "😀 Un incendie a détruit l’usine mardi, a annoncé le maire."},
]  # fmt: skip
BAD = ["not json", '{"id": "x"}', '{"id": "y", "text": "t", "published": "soon"}']


def run(name: str, lines: list[str], *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newsloom", name, "-", *options]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", FILTERS)
def test_each_line_fits_its_schema_and_refused_lines_give_none(name: str) -> None:
    done = run(name, [json.dumps(ARTICLES[0]), *BAD, *map(json.dumps, ARTICLES[1:])])
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    found = rows(done)
    assert done.returncode == 0 and found
    for row in found:
        jsonschema.validate(row, schema)
    assert [line.split(":")[1] for line in done.stderr.splitlines()] == ["2", "3", "4"]
    if name in ("cluster", "people", "quotes", "dates", "reuse"):
        assert [row["id"] for row in found if "id" in row] == ["a", "b", "c"]


@pytest.mark.parametrize(("name", "field"), [("people", "mentions"), ("quotes", "quotes"), ("dates", "dates")])
def test_offsets_are_code_points_of_the_given_text(name: str, field: str) -> None:
    texts = {article["id"]: article["text"] for article in ARTICLES}
    shown = 0
    for row in rows(run(name, list(map(json.dumps, ARTICLES)))):
        for found in row.get(field, ()):
            words = texts[row["id"]][found["start"] : found["end"]]
            assert words and words == words.strip()
            assert found.get("text", words) == words
            shown += 1
    assert shown >= 3


@pytest.mark.parametrize("name", ["people", "quotes", "dates", "reuse"])
def test_the_number_of_processes_changes_nothing(name: str) -> None:
    lines = list(map(json.dumps, ARTICLES))
    assert run(name, lines).stdout == run(name, lines, "-j", "2").stdout


@pytest.mark.parametrize("name", ["dates", "cluster"])
def test_where_every_line_is_refused_the_exit_code_says_so(name: str) -> None:
    done = run(name, BAD)
    assert done.returncode == 1 and done.stdout == "" and len(done.stderr.splitlines()) == 3


@pytest.mark.parametrize("name", FILTERS)
def test_an_empty_input_is_no_error(name: str) -> None:
    done = run(name, [])
    assert (done.returncode, done.stderr) == (0, "")


def test_cluster_answers_before_the_next_line_is_read() -> None:
    command = [sys.executable, "-m", "newsloom", "cluster", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as asked:
        assert asked.stdin is not None and asked.stdout is not None
        for article in ARTICLES[:2]:
            asked.stdin.write(json.dumps(article) + "\n")
            asked.stdin.flush()
            assert json.loads(asked.stdout.readline())["id"] == article["id"]
        asked.stdin.close()


def test_entities_are_the_same_in_people_and_in_quotes() -> None:
    lines = list(map(json.dumps, ARTICLES))
    known = {row["entity"] for row in rows(run("people", lines)) if "entity" in row}
    speakers = [q["speaker"]["entity"] for row in rows(run("quotes", lines)) for q in row["quotes"] if q["speaker"]]
    assert any(speakers) and {entity for entity in speakers if entity} <= known


def test_a_name_of_a_view_is_not_taken_for_a_filter() -> None:
    done = run("show", [])
    assert done.returncode != 0 and done.stdout == ""
