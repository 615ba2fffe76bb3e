"""Input files as lines, output as JSON Lines, messages to standard error: one line each, never a traceback."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from newsloom.records import Article, Refused

GZIP = b"\x1f\x8b"


def say(message: str) -> None:
    """One line to standard error."""
    print(" ".join(message.split()), file=sys.stderr, flush=True)


def open_lines(path: str) -> Iterator[bytes]:
    """Lines of a file, gzipped or not; "-" is standard input. Raises OSError, EOFError or zlib's error."""
    if path == "-":
        yield from sys.stdin.buffer
        return
    with Path(path).open("rb") as plain:
        zipped = plain.read(2) == GZIP
    with gzip.open(path) if zipped else Path(path).open("rb") as lines:
        yield from lines


def articles_of(paths: Iterable[str]) -> Iterator[Article]:
    """Articles of JSON Lines files in the order given; refused lines go to standard error, one line each."""
    from newsloom.sources.jsonl import read_articles

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
