"""JSON Lines -> articles: the filters' input and what `export` writes.

In: lines of `{"id","url","outlet","published","headline","text","seen"}`; `id` and `text` are required, empty strings
mean absent. Out, in input order: an Article (version 0), a verdict line as it stands, or a Refused that names file,
line and reason. Nothing raises; a line is one item.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import msgspec

from newsloom.records import Article, RawPage, Refused, Source, SourceId
from newsloom.sources.lines import LONGEST_LINE, open_lines, unzipped_lines
from newsloom.text.hashes import content_hash
from newsloom.text.language import detect_language
from newsloom.text.sentences import split_paragraphs
from newsloom.text.urls import article_id, canonical_url, site_of, urn

TEXT_FIELDS = ("id", "text", "headline", "url", "outlet", "published", "seen", "language", "story")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
UNSAFE = re.compile(r"[\ud800-\udfff\x00]")  # cannot be stored, or ends strings elsewhere


class BadLine(ValueError):
    """A line that cannot be read as an article; its message is the reason."""


def read_articles(
    name: str, lines: Iterable[bytes | str], now: datetime
) -> Iterator[Article | Refused | dict[str, Any]]:
    """Articles of a file; `now` is the time of import, for lines that give neither `seen` nor `published`."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield read_article(line, SourceId(name), now)
            except BadLine as bad:
                yield Refused(name, f"{name}:{number}", str(bad))


def read(source: Source, body: bytes) -> Iterator[Article | Refused]:
    """Articles of a file, gzipped or not (with an empty body: of the file that `source.url` names); no verdicts.

    A stream that breaks off gives the lines before the break, and a Refused for it.
    """
    name = source.url or str(source.id)
    try:
        lines = unzipped_lines(body) if body else open_lines(source.url)
        for item in read_articles(name, lines, datetime.now(UTC)):
            if not isinstance(item, dict):
                yield item
    except (OSError, EOFError, zlib.error) as error:
        yield Refused(name, name, f"cannot be read to its end: {error}")


def read_pages(name: str, lines: Iterable[bytes | str], now: datetime) -> Iterator[RawPage | Refused]:
    """Pages of `{"id","url","html"}` lines; the page's `source_id` is the line's id, and it was fetched `now`."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = _object(line)
        except BadLine as bad:
            yield Refused(name, f"{name}:{number}", str(bad))
            continue
        url, html = row.get("url") or "", row.get("html")
        if not row.get("id") or not isinstance(html, str) or not isinstance(url, str):
            missing = "id" if not row.get("id") else "html"
            yield Refused(name, f"{name}:{number}", f'no "{missing}"')
            continue
        body = html.encode("utf-8", "replace")
        yield RawPage(SourceId(row["id"]), url, now, (("content-type", "text/html; charset=utf-8"),), body)


def read_article(line: bytes | str, source: SourceId, now: datetime) -> Article | dict[str, Any]:
    """One line -> Article; a `{"verdict": …}` line is given back as the object it is. Raises BadLine."""
    row = _object(line)
    if "verdict" in row:
        return row
    given_id, text = row.get("id", ""), row.get("text", "")
    if not given_id or not text.strip():
        raise BadLine(f'no "{"id" if not given_id else "text"}"')
    url, outlet, headline = row.get("url", ""), row.get("outlet", ""), row.get("headline", "")
    published_at, day_only = read_instant(row["published"], "published") if row.get("published") else (None, False)
    seen_at = read_instant(row["seen"], "seen")[0] if row.get("seen") else published_at or now
    canonical = url if url.startswith("urn:newsloom:") else canonical_url(url) if url else urn(outlet, given_id)
    return Article(
        id=article_id(canonical),
        given_id=given_id,
        url="" if url.startswith("urn:") else url,
        canonical_url=canonical,
        source_id=source,
        outlet=outlet or site_of(url),
        headline=headline,
        byline=tuple(str(name) for name in row.get("byline") or ()),
        language=row.get("language") or detect_language(f"{headline}\n{text}") or "und",
        published_at=published_at,
        day_only=day_only,
        seen_at=seen_at,
        text=text,
        paragraphs=split_paragraphs(text),
        content_hash=content_hash(headline, text),
        group=row.get("story") or "",
    )


def _object(line: bytes | str) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise BadLine(f"longer than {LONGEST_LINE:,} bytes")
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadLine(f"not JSON: {error}") from None
    if not isinstance(row, dict):
        raise BadLine(f"not an object but {type(row).__name__}")
    for field in ("id", "story"):
        if isinstance(row.get(field), int) and not isinstance(row[field], bool):
            row[field] = str(row[field])
    for field in TEXT_FIELDS:
        value = row.get(field)
        if value is None:
            row.pop(field, None)
        elif not isinstance(value, str):
            raise BadLine(f'"{field}" is not a string')
        elif UNSAFE.search(value):
            raise BadLine(f'"{field}" holds a character that no text may hold')
    return row


def read_instant(value: str, field: str) -> tuple[datetime, bool]:
    """ISO 8601 date or datetime -> (instant, whether only the day was given). Without a zone: UTC. Raises BadLine.

    >>> read_instant("2018-06-01", "published")
    (datetime.datetime(2018, 6, 1, 23, 59, 59, tzinfo=datetime.timezone.utc), True)
    """
    value = value.strip()
    try:
        if DAY.match(value):
            return datetime.combine(date.fromisoformat(value), time(23, 59, 59), UTC), True
        instant = datetime.fromisoformat(value)
    except ValueError:
        raise BadLine(f'"{field}" is no ISO 8601 date: {value[:40]!r}') from None
    aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    try:
        aware.astimezone(UTC)
    except OverflowError:
        raise BadLine(f'"{field}" lies outside the calendar: {value[:40]!r}') from None
    return aware, False
