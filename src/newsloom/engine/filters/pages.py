"""Inputs of `newsloom extract` -> pages with the names that the input gives them.

HTML files are named by their path, also those of a folder (where it has an index: by their address), the pages of an
archive by their address, JSON lines by their `id`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from newsloom.engine.filters.extract import Named
from newsloom.records import Refused, Source, SourceId
from newsloom.sources import archive, detect_kind
from newsloom.sources.folder import read_file, read_named
from newsloom.sources.jsonl import read_pages
from newsloom.sources.lines import open_lines, read_head

HEAD = 4096  # bytes that tell what a file is


def pages_of(paths: Iterable[str], now: datetime) -> Iterator[Named | Refused]:
    """Pages of files and folders, in the order given; "-" is JSON Lines from standard input."""
    for path in paths:
        try:
            yield from _pages(path, now)
        except (OSError, EOFError, zlib.error) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            yield Refused(path, path, f"cannot be read: {reason}")


def _pages(path: str, now: datetime) -> Iterator[Named | Refused]:
    if path != "-" and Path(path).is_dir():
        yield from read_named(Path(path))
        return
    kind = "jsonl" if path == "-" else detect_kind(path, read_head(path, HEAD))
    source = Source(id=SourceId(path), kind=kind, url=path)
    if kind == "jsonl":
        lines = read_pages(path, open_lines(path), now)
        yield from (item if isinstance(item, Refused) else (str(item.source_id), item) for item in lines)
    elif kind == "archive":
        yield from (item if isinstance(item, Refused) else (item.url, item) for item in archive.read(source, b""))
    elif kind == "page":
        yield path, read_file(source, Path(path))
    else:
        yield Refused(path, path, f"holds no pages, but is a {kind}")
