"""Input files as lines, output as JSON Lines, messages to standard error: one line each, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from newsloom.records import Article, Refused


def say(message: str) -> None:
    """One line to standard error."""
    print(" ".join(message.split()), file=sys.stderr, flush=True)


@dataclass(slots=True)
class Intake:
    """Articles of JSON Lines files in the order given; refused lines go to standard error, one line each, counted."""

    paths: Sequence[str]
    taken: int = 0
    refused: int = 0

    def __iter__(self) -> Iterator[Article]:
        from newsloom.sources.jsonl import read_articles
        from newsloom.sources.lines import open_lines

        now = datetime.now(UTC)
        for path in self.paths:
            for item in read_articles(path, open_lines(path), now):
                if isinstance(item, Refused):
                    self.refused += 1
                    say(f"{item.item}: {item.reason}")
                elif isinstance(item, Article):
                    self.taken += 1
                    yield item


def write_row(row: Any) -> None:
    """One JSON line, written and flushed."""
    sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
    sys.stdout.buffer.flush()
