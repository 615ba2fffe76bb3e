"""Each source kind against documents written for it: `sources/<kind>-<what>/input…`, `expected.json`, `why.md`.

`python tests/golden/test_golden_sources.py` writes the expectations anew; look at what changed before keeping it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsloom.records import Article, Link, RawPage, Source, SourceId
from newsloom.sources import SOURCES, Item, detect_kind

CASES = Path(__file__).parent / "sources"
Row = dict[str, Any]


def cases() -> list[Path]:
    return sorted(path for path in CASES.iterdir() if path.is_dir())


def read_case(case: Path) -> list[Row]:
    """What a kind makes of the case's input, as rows that can be looked at."""
    kind = case.name.split("-")[0]
    given = next(path for path in sorted(case.iterdir()) if path.name.startswith("input"))
    body = b"" if given.is_dir() else given.read_bytes()
    url = str(given) if given.is_dir() else f"https://echo.example/{given.name}"
    source = Source(id=SourceId("golden"), kind=kind, url=url)
    return [row for item in SOURCES[kind](source, body) for row in shown(item, given)]


def shown(item: Item, given: Path) -> Iterator[Row]:
    if isinstance(item, Link):
        at = item.published_at.isoformat() if item.published_at else None
        yield {
            "link": item.url,
            "headline": item.headline,
            "published": at,
            "day_only": item.day_only,
            "outlet": item.outlet,
        }
    elif isinstance(item, RawPage):
        seen = None if given.name == "input.html" else item.fetched_at.isoformat()
        announced = item.link.headline if item.link else None
        yield {"page": item.url, "seen": seen, "bytes": len(item.body), "announced": announced}
    elif isinstance(item, Article):
        yield {"article": item.given_id, "id": item.id, "day_only": item.day_only, "paragraphs": len(item.paragraphs)}
    else:
        yield {"refused": item.item.replace(str(given), given.name), "reason": item.reason}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_case(case: Path) -> None:
    assert (case / "why.md").read_text(encoding="utf-8").strip()
    assert read_case(case) == json.loads((case / "expected.json").read_text(encoding="utf-8"))


def test_every_kind_has_a_case() -> None:
    assert {case.name.split("-")[0] for case in cases()} == set(SOURCES)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_kind_of_the_input_is_found_out(case: Path) -> None:
    given = next(path for path in sorted(case.iterdir()) if path.name.startswith("input"))
    body = b"" if given.is_dir() else given.read_bytes()
    assert detect_kind(str(given), body) == case.name.split("-")[0]


if __name__ == "__main__":
    for each in cases():
        rows = json.dumps(read_case(each), ensure_ascii=False, indent=1)
        (each / "expected.json").write_text(rows + "\n", encoding="utf-8")
