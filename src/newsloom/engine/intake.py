"""Files and folders -> articles: whatever kind they are, in the order given, each refusal named.

Pages are extracted in killable worker processes; a line of JSON needs no extraction.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from newsloom.articles.guarded import extract_guarded
from newsloom.engine.verdicts import read_verdict
from newsloom.records import Article, Link, RawPage, Refused, Source, SourceId, Verdict
from newsloom.sources import FROM_FILES, SOURCES, detect_kind
from newsloom.sources.jsonl import read_articles
from newsloom.sources.lines import open_lines, read_head

HEAD = 4096  # bytes that tell what a file is
PAGE_SECONDS = 20.0  # longest time that one page may take

Found = Article | RawPage | Link | Refused | dict[str, Any]


def read_paths(paths: Iterable[str], now: datetime, processes: int) -> Iterator[Article | Refused | Verdict]:
    """Everything that these files and folders hold. A file that can't be read is one refusal."""
    for path in paths:
        yield from extracted(_read(path, now), processes)


def _read(path: str, now: datetime) -> Iterator[Found]:
    try:
        kind = _kind(path)
        if kind == "jsonl":
            yield from read_articles(path, open_lines(path), now)
        elif kind in SOURCES:
            body = b"" if kind in FROM_FILES else Path(path).read_bytes()
            yield from SOURCES[kind](Source(id=SourceId(path), kind=kind, url=path), body)
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield Refused(path, path, f"can't be read: {reason}")


def _kind(path: str) -> str:
    if path == "-":
        return "jsonl"
    return "folder" if Path(path).is_dir() else detect_kind(path, read_head(path, HEAD))


def extracted(found: Iterable[Found], processes: int) -> Iterator[Article | Refused | Verdict]:
    """Pages become articles; the order stays."""
    for is_page, some in groupby(found, key=lambda item: isinstance(item, RawPage)):
        if is_page:
            pages = (item for item in some if isinstance(item, RawPage))
            yield from extract_guarded(pages, processes, PAGE_SECONDS)
            continue
        for item in some:
            if isinstance(item, dict):
                yield read_verdict(item)
            elif isinstance(item, Link):
                yield Refused(item.source_id, item.url, "only announced here: `newsloom add` the feed to fetch it")
            elif not isinstance(item, RawPage):
                yield item
