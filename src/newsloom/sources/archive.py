"""Web archives -> pages: WARC and ARC, gzipped or not, CC-NEWS among them; what is broken is stepped over.

In: the bytes of an archive, or (with an empty body) the file that `source.url` names. Out: a RawPage for each HTML page
that was answered with 200, seen at its WARC-Date, in the order of the archive, and one Refused for each break in it.
Records are read with fastwarc; after a break reading goes on at the next record; ARC is read with warcio.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as ArcIterator
from warcio.exceptions import ArchiveLoadFailed

from newsloom.records import RawPage, Refused, Source
from newsloom.sources.encodings import decompress
from newsloom.text.markup import LARGEST_PAGE

GZIP_MEMBER, PLAIN_RECORD = b"\x1f\x8b\x08", b"\nWARC/1."
ARC_START = b"filedesc:"
MOST_BREAKS = 1_000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read(source: Source, body: bytes) -> Iterable[RawPage | Refused]:
    """Pages of an archive."""
    if body:
        yield from _read(source, body, BytesIO(body))
        return
    try:
        with _mapped(source.url) as (view, stream):
            yield from _read(source, view, stream)
    except (OSError, ValueError) as error:
        yield Refused(source.id, source.url, f"cannot be read: {error}")


@contextmanager
def _mapped(path: str) -> Iterator[tuple[mmap.mmap, BinaryIO]]:
    """A file's bytes without reading it whole: archives are larger than memory."""
    with Path(path).open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
        yield view, file


def _read(source: Source, view: bytes | mmap.mmap, stream: BinaryIO) -> Iterator[RawPage | Refused]:
    if _is_arc(view):
        yield from _read_arc(source, stream)
        return
    start, breaks = 0, 0
    while start >= 0 and breaks < MOST_BREAKS:
        stream.seek(start)
        good = 0
        try:
            for record in ArchiveIterator(stream, record_types=KINDS, parse_http=True, auto_decode="transfer"):
                good = record.stream_pos
                if page := _page(source, record):
                    yield page
            return
        except (OSError, ValueError, EOFError) as error:
            breaks += 1
            yield Refused(source.id, f"{source.url} after byte {start + good:,}", f"a broken record: {error}")
            start = _next_record(view, start + good + 1)


KINDS = WarcRecordType.response | WarcRecordType.resource


def _is_arc(view: bytes | mmap.mmap) -> bool:
    if view[:3] != GZIP_MEMBER:
        return view[: len(ARC_START)] == ARC_START
    try:
        return decompress(view[:4_000], "gzip", 10_000_000).startswith(ARC_START)
    except ValueError:
        return False


def _next_record(view: bytes | mmap.mmap, start: int) -> int:
    """Where the next record begins; -1 where there is none."""
    if view[:3] == GZIP_MEMBER:
        return view.find(GZIP_MEMBER, start)
    found = view.find(PLAIN_RECORD, start)
    return found + 1 if found >= 0 else -1


def _page(source: Source, record: Any) -> RawPage | None:
    """The page of a record; None for what is none, or larger than a page may be."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    http = record.http_headers
    headers = tuple((str(name), str(value)) for name, value in http) if http else ()
    kind = (record.http_content_type if http else record.headers.get("Content-Type")) or ""
    if not url.startswith(("http://", "https://")) or (http and http.status_code != 200):
        return None
    body = record.reader.read(LARGEST_PAGE + 1)
    return _raw_page(source, url, record.record_date, headers, kind, body)


def _raw_page(
    source: Source, url: str, seen: datetime | None, headers: tuple[tuple[str, str], ...], kind: str, body: bytes
) -> RawPage | None:
    encoding = next((value for name, value in headers if name.lower() == "content-encoding"), "")
    try:
        body = decompress(body, encoding, LARGEST_PAGE)
    except ValueError:
        if not body.lstrip().startswith(b"<"):  # the label may be wrong
            return None
    if "html" not in kind.lower() and (
        kind or not body.lstrip()[:200].lower().startswith((b"<!doctype html", b"<html"))
    ):
        return None
    return RawPage(source.id, url, seen.astimezone(UTC) if seen else EPOCH, headers, body) if body.strip() else None


def _read_arc(source: Source, stream: BinaryIO) -> Iterator[RawPage | Refused]:
    try:
        for record in ArcIterator(stream, arc2warc=True):
            http = record.http_headers
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            if record.rec_type != "response" or not http or http.get_statuscode() != "200" or "://" not in url:
                continue
            headers = tuple((name, value) for name, value in http.headers)
            seen = _warc_date(record.rec_headers.get_header("WARC-Date") or "")
            body = record.raw_stream.read(LARGEST_PAGE + 1)
            if page := _raw_page(source, url, seen, headers, http.get_header("content-type") or "", body):
                yield page
    except (ArchiveLoadFailed, OSError, ValueError, EOFError, AttributeError) as error:
        yield Refused(source.id, source.url, f"a broken record: {' '.join(str(error).split())[:200]}")


def _warc_date(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None
