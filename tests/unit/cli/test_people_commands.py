"""`newsloom people`: whatever is no correction is the filter's, and a correction by name does what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsloom.cli import app

TEXT = "Harbour minister {who} said the ferry to the Sable Islands would sail again on Monday after the strike."


def run(*args: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, [*args])
    assert result.exit_code == code, result.output
    return result.stdout


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    people = ("Robert Hale", "Robert Hale", "Nora Vance")
    rows = ({"id": f"r{n}", "outlet": f"o{n}", "text": TEXT.format(who=who)} for n, who in enumerate(people))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.mark.parametrize("options", [[], ["--light"], ["-j", "1", "--light"]])
def test_files_and_options_go_to_the_filter(lines: Path, options: list[str]) -> None:
    rows = [json.loads(line) for line in run("people", *options, str(lines)).splitlines()]
    assert [row["id"] for row in rows if "id" in row] == ["r0", "r1", "r2"]


def test_help_tells_of_both() -> None:
    assert "JSON Lines files" in run("people", "--help") and "merge, split, undo" in run("people", "--help")
    assert "stays" in run("people", "merge", "--help")


def test_persons_are_joined_parted_and_put_back(lines: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "s.db")
    run("weave", str(lines), "--store", store, "--light")
    assert "one person now" in run("people", "merge", "Robert Hale", "Nora Vance", "--why", "married", "--store", store)
    assert "married" in run("verdicts", "--store", store)
    assert "verdict 4 binds no more" in run("people", "undo", "--store", store)
    assert "another person now" in run("people", "split", "Robert Hale", "r1", "--store", store)
    run("people", "merge", "Nobody Atall", "Nora Vance", "--store", store, code=1)
    run("people", "undo", "99", "--store", store, code=1)
