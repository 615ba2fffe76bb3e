"""How well pages, feeds and archives that nobody here wrote are read.

`python tests/eval/test_extraction_floor.py` prints the figures; as a test it keeps them from falling.
"""

from __future__ import annotations

import ast
import gzip
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest

from newsloom.articles.extract import extract
from newsloom.engine.filters.extract import row
from newsloom.records import Article, Link, RawPage, Source, SourceId
from newsloom.sources import archive, feed
from newsloom.text.markup import plain

DATA = Path(os.environ.get("NEWSLOOM_DATA", "/nonexistent"))
EVAL = Path(os.environ.get("NEWSLOOM_EVAL", "/nonexistent"))
SEEN = datetime(2026, 11, 1, tzinfo=UTC)
SOURCE = Source(id=SourceId("s"), kind="feed", url="http://feed.example/feed.xml")
EXPECTED = re.compile(
    r"entries\[0\]\[?\.?[\"']?(title|link|published_parsed|updated_parsed)[\"']?\]? == (.+?)\s*$", re.M
)
ADDRESSED = re.compile(rb"</(item|entry)>", re.I)
# measured, less what may be lost to a newer library
FLOORS = {"body": 0.93, "headline": 0.84, "published": 0.83, "byline": 0.77}
FEED_FLOORS = {"links": 0.99, "titles": 0.99, "dates": 0.98}

needs_data = [
    pytest.mark.eval,
    pytest.mark.skipif(
        not (DATA / "pages").is_dir() or not EVAL.is_dir(), reason="$NEWSLOOM_DATA, $NEWSLOOM_EVAL unset"
    ),
]


def packed(name: str) -> Iterator[tuple[str, bytes]]:
    """Files of a packed set, in order of name."""
    with tarfile.open(next(DATA.glob(f"*/{name}.tar.xz"))) as files:
        for member in sorted(files.getmembers(), key=lambda member: member.name):
            if (opened := files.extractfile(member)) is not None:
                yield member.name, opened.read()


def measure_pages(folder: Path, every: int = 1) -> dict[str, dict[str, float]]:
    """Figures of the extraction metric over every n-th page."""
    gold, predicted = folder / "gold.jsonl", folder / "predicted.jsonl"
    with gzip.open(DATA / "pages" / "gold.jsonl.gz") as rows:
        gold.write_bytes(b"".join(line for number, line in enumerate(rows) if number % every == 0))
    lines, started = [], time.process_time()
    with gzip.open(DATA / "pages" / "pages.jsonl.gz") as rows:
        for number, line in enumerate(rows):
            if number % every == 0:
                page = json.loads(line)
                got = extract(RawPage(SourceId("s"), page["url"], SEEN, (), page["html"].encode()))
                lines += [json.dumps(row(page["id"], got))] if isinstance(got, Article) else []
    predicted.write_text("\n".join(lines))
    seconds = time.process_time() - started
    command = [sys.executable, "extraction.py", "--gold", str(gold), "--predicted", str(predicted)]
    printed = subprocess.run(command, cwd=EVAL, capture_output=True, check=True, text=True).stdout
    figures = {found["measure"]: found for found in map(json.loads, printed.splitlines())}
    return {**figures, "speed": {"pages_per_cpu_second": round(len(lines) / seconds, 1)}}


def measure_real_feeds() -> dict[str, float]:
    """Links, titles and days of real feeds that agree with feedparser's."""
    found: Counter[str] = Counter()
    seconds = 0.0
    for _, body in packed("real-feeds"):
        started = time.process_time()
        links = {item.url: item for item in feed.read(SOURCE, body) if isinstance(item, Link)}
        seconds += time.process_time() - started
        for entry in feedparser.parse(io.BytesIO(body), sanitize_html=False).entries:
            url = (entry.get("feedburner_origlink") or entry.get("link") or "").strip()
            stamp = entry.get("published_parsed") or entry.get("updated_parsed")
            if not url.startswith("http"):
                continue
            found["entries"] += 1
            if link := links.get(url):
                found["links"] += 1
                found["titles"] += plain(plain(entry.get("title", ""))) == plain(link.headline)
                if stamp and stamp.tm_year > 1:
                    found["dated"] += 1
                    found["dates"] += link.published_at is not None and _day(link) == date(*stamp[:3])
    share = {"links": found["links"] / found["entries"], "titles": found["titles"] / found["links"]}
    speed = {"feeds_per_cpu_second": round(102 / seconds), "entries": found["entries"]}
    return {**share, "dates": found["dates"] / found["dated"], **speed}


def _day(link: Link) -> date:
    assert link.published_at is not None
    return link.published_at.date() if link.day_only else link.published_at.astimezone(UTC).date()


def measure_suite() -> dict[str, Any]:
    """Small feeds with an expectation each: those on an entry's title, address and dates; and whether any raises."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    wrong = []
    for name, body in packed("feedparser-suite"):
        items = list(feed.read(SOURCE, body))
        if not any(isinstance(item, Link) for item in items):  # many of these entries have no address: give them one
            items = list(feed.read(SOURCE, ADDRESSED.sub(rb"<link>http://feed.example/1</link></\1>", body)))
        head = body[:1500].decode("utf-8", "replace")
        expectation = EXPECTED.search(head.split("-->")[0]) if "Expect" in head else None
        if not expectation:
            continue
        field, value = expectation.groups()
        try:
            expected = ast.literal_eval(value)
        except (ValueError, SyntaxError):
            continue
        asked[field] += 1
        good = _as_expected(items[0] if items else None, field, expected)
        right[field] += good
        wrong += [] if good else [name]
    return {"right": dict(right), "asked": dict(asked), "wrong": wrong}


def _as_expected(item: object, field: str, expected: Any) -> bool:
    if not isinstance(item, Link):
        return False
    if field in ("title", "link"):
        return plain(str(expected)) == (item.headline if field == "title" else item.url)
    return item.published_at is not None and _day(item) == date(*expected[:3])


def measure_archives() -> dict[str, str]:
    """What is read of each edge case: "pages/refusals"."""
    seen = {}
    for name, body in packed("warc-edge-cases"):
        items = list(archive.read(Source(id=SourceId("w"), kind="archive", url=name), body))
        pages = sum(isinstance(item, RawPage) for item in items)
        seen[Path(name).name] = f"{pages}/{len(items) - pages}"
    return seen


class TestFloors:
    pytestmark = needs_data

    def test_pages(self, tmp_path: Path) -> None:
        figures = measure_pages(tmp_path, every=4)
        measured = {
            "body": figures["body"]["f1"],
            "headline": figures["headline"]["accuracy"],
            "published": figures["published"]["accuracy"],
            "byline": figures["byline"]["f1"],
        }
        assert all(measured[name] >= floor - 0.04 for name, floor in FLOORS.items()), measured  # a quarter of the pages

    def test_real_feeds(self) -> None:
        measured = measure_real_feeds()
        assert all(measured[name] >= floor for name, floor in FEED_FLOORS.items()), measured

    def test_nothing_raises_on_the_suite_nor_on_broken_archives(self) -> None:
        measure_suite()
        pages = {name: int(read.split("/")[0]) for name, read in measure_archives().items()}
        assert sum(pages.values()) >= 11, pages


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for measure, figures in measure_pages(Path(folder)).items():
            print(measure, figures)
    print("real feeds", measure_real_feeds())
    print("suite", measure_suite())
    print("archives", measure_archives())
