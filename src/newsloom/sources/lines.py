"""Lines of a file, gzipped or not, or of standard input."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Protocol

GZIP = b"\x1f\x8b"
LONGEST_LINE = 10_000_000  # bytes


class Lines(Protocol):
    """What gives lines."""

    def readline(self, size: int, /) -> bytes: ...


def is_gzipped(path: str) -> bool:
    with Path(path).open("rb") as plain:
        return plain.read(2) == GZIP


def open_lines(path: str) -> Iterator[bytes]:
    """Lines of a file; "-" is standard input. Raises OSError, EOFError (cut off) or zlib.error (damaged)."""
    if path == "-":
        yield from capped_lines(sys.stdin.buffer)
        return
    with gzip.open(path) if is_gzipped(path) else Path(path).open("rb") as stream:
        yield from capped_lines(stream)


def unzipped_lines(body: bytes) -> Iterator[bytes]:
    """Lines of bytes, gzipped or not. Raises as `open_lines`."""
    yield from capped_lines(gzip.GzipFile(fileobj=BytesIO(body)) if body.startswith(GZIP) else BytesIO(body))


def capped_lines(stream: Lines) -> Iterator[bytes]:
    """Lines of a stream; of an overlong one just enough to be refused as such."""
    skipping = False
    while line := stream.readline(LONGEST_LINE + 1):
        if not skipping:
            yield line
        skipping = len(line) > LONGEST_LINE and not line.endswith(b"\n")


def read_head(path: str, size: int) -> bytes:
    """The first bytes, unpacked: what tells of which kind a file is."""
    with gzip.open(path) if is_gzipped(path) else Path(path).open("rb") as opened:
        return opened.read(size)
