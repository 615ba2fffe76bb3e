"""Lines of a file, gzipped or not, or of standard input."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

GZIP = b"\x1f\x8b"


def is_gzipped(path: str) -> bool:
    with Path(path).open("rb") as plain:
        return plain.read(2) == GZIP


def open_lines(path: str) -> Iterator[bytes]:
    """Lines of a file; "-" is standard input. Raises OSError, EOFError (cut off) or zlib.error (damaged)."""
    if path == "-":
        yield from sys.stdin.buffer
        return
    with gzip.open(path) if is_gzipped(path) else Path(path).open("rb") as lines:
        yield from lines


def read_head(path: str, size: int) -> bytes:
    """The first bytes, unpacked: what tells of which kind a file is."""
    with gzip.open(path) if is_gzipped(path) else Path(path).open("rb") as opened:
        return opened.read(size)
