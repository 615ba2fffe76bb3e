"""Input files as lines, output as JSON Lines, messages to standard error: one line each, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from newsloom.records import Article, Refused


def say(message: str) -> None:
    """One line to standard error."""
    print(" ".join(message.split()), file=sys.stderr, flush=True)


def articles_of(paths: Iterable[str]) -> Iterator[Article]:
    """Articles of JSON Lines files in the order given; refused lines go to standard error, one line each."""
    from newsloom.sources.jsonl import read_articles
    from newsloom.sources.lines import open_lines

    now = datetime.now(UTC)
    for path in paths:
        for item in read_articles(path, open_lines(path), now):
            if isinstance(item, Refused):
                say(f"{item.item}: {item.reason}")
            elif isinstance(item, Article):
                yield item


def write_row(row: Any) -> None:
    """One JSON line, written and flushed."""
    sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
    sys.stdout.buffer.flush()
