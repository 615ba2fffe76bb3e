"""Extraction against pages written for it: `articles/<case>/page.html`, `expected.json`, `why.md`.

`announced.json`, where there is one, holds the page's address, its HTTP headers and the link of the announcing feed.
`python tests/golden/test_golden_articles.py` writes the expectations anew; look at what changed before keeping it.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newsloom.articles.extract import extract_with_notes
from newsloom.engine.filters.extract import row
from newsloom.records import Article, Link, RawPage, SourceId

CASES = Path(__file__).parent / "articles"
SEEN = datetime(2022, 1, 1, tzinfo=UTC)


def cases() -> list[Path]:
    return sorted(path for path in CASES.iterdir() if path.is_dir())


def read_case(case: Path) -> dict[str, Any]:
    """What extraction makes of a page: the row that `newsloom extract` prints, what was dropped, what is from where."""
    beside = case / "announced.json"
    announced = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    url = announced.get("url", f"https://www.echo.example/news/{case.name}")
    link = None
    if told := announced.get("link"):
        at = datetime.fromisoformat(told["published"]) if told.get("published") else None
        link = Link(SourceId("golden"), url, told.get("headline", ""), at, False, told.get("outlet", ""))
    headers = tuple(announced.get("headers", {}).items())
    page = RawPage(SourceId("golden"), url, SEEN, headers, (case / "page.html").read_bytes(), link)
    notes = extract_with_notes(page)
    dropped = [[line.reason, line.text] for line in notes.dropped]
    if isinstance(notes.outcome, Article):
        return {**row(case.name, notes.outcome), "dropped": dropped, "where": dict(notes.where)}
    return {"refused": notes.outcome.reason, "dropped": dropped}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_case(case: Path) -> None:
    assert (case / "why.md").read_text(encoding="utf-8").strip()
    assert read_case(case) == json.loads((case / "expected.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    for each in cases():
        text = json.dumps(read_case(each), ensure_ascii=False, indent=1)
        (each / "expected.json").write_text(text + "\n", encoding="utf-8")
