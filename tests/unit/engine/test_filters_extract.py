"""`newsloom extract`, as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

TEXT = [
    "The council of Lower Brannet has sold the old corn mill to a firm that wants to make electricity there.",
    "“We asked three times for a better price and got it once,” said the mayor after the vote on Thursday.",
]
FIELDS = "id url canonical_url headline byline published updated language outlet image text".split()


def page(title: str, date: str = "2019-09-05") -> str:
    head = (
        f'<title>{title} - Echo</title><meta name="date" content="{date}"><meta name="author" content="Hetty Sorrel">'
    )
    return f"<html><head>{head}</head><body><h1>{title}</h1>{''.join(f'<p>{text}</p>' for text in TEXT)}</body></html>"


def run(*arguments: str, given: str = "") -> tuple[list[dict[str, Any]], list[str], int]:
    command = [sys.executable, "-m", "newsloom", "extract", *arguments]
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=False)
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode().splitlines(), done.returncode


def test_json_lines_in_order_with_their_own_ids() -> None:
    lines = [
        json.dumps({"id": f"n{n}", "url": f"https://e.example/{n}", "html": page(f"Mill {n} sold")}) for n in range(12)
    ]
    lines[3] = "{broken"
    lines[5] = json.dumps({"id": "n5", "url": "https://e.example/5", "html": "<p></p>"})
    rows, errors, code = run("-j", "2", given="\n".join(lines))
    assert [row["id"] for row in rows] == [f"n{n}" for n in range(12) if n not in (3, 5)]
    assert code == 0 and len(errors) == 2 and errors[0].startswith("-:4: not JSON") and errors[1] == "n5: no text"
    assert list(rows[0]) == FIELDS
    assert (rows[0]["published"], rows[0]["headline"], rows[0]["byline"]) == (
        "2019-09-05",
        "Mill 0 sold",
        ["Hetty Sorrel"],
    )
    assert rows[0]["text"] == "\n\n".join(TEXT)


def test_files_and_folders_are_named_by_their_paths(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.html", "in/a.html"):
        (tmp_path / name).write_text(page("Mill sold", "2019-09-05T21:40:00+02:00"))
    rows, errors, code = run(str(tmp_path / "b.html"), str(tmp_path / "in"))
    assert [row["id"] for row in rows] == [str(tmp_path / "b.html"), str(tmp_path / "in" / "a.html")]
    assert rows[0]["published"] == "2019-09-05T21:40:00+02:00" and not errors and code == 0


def test_an_input_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    rows, errors, code = run(str(tmp_path / "none.html"))
    assert rows == [] and len(errors) == 1 and "No such file" in errors[0] and code == 1
