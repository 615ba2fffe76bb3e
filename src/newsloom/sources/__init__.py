"""Where reports come from: feeds, sitemaps, pages, archives, files; the network is opened in `fetch` alone.

A source kind is one module with `read(source, body)` and one line in SOURCES. A link that it gives is fetched, a page
is extracted, an article is taken as it is. Kinds in FROM_FILES read the file or folder that `source.url` names when
the body is empty.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import TypeAlias

from newsloom.records import Article, Link, RawPage, Refused, Source
from newsloom.sources import archive, feed, folder, jsonl, opml, page, sitemap

Item: TypeAlias = Link | RawPage | Article | Refused
Read: TypeAlias = Callable[[Source, bytes], Iterable[Item]]

SOURCES: dict[str, Read] = {
    "feed": feed.read,
    "sitemap": sitemap.read,
    "page": page.read,
    "jsonl": jsonl.read,
    "opml": opml.read,
    "archive": archive.read,
    "folder": folder.read,
}
FROM_FILES = frozenset(("archive", "folder", "jsonl"))

BY_NAME = (
    (re.compile(r"\.w?arc(?:\.gz|\.zst)?$", re.I), "archive"),
    (re.compile(r"\.(?:jsonl|ndjson)(?:\.gz)?$", re.I), "jsonl"),
    (re.compile(r"\.opml(?:\.xml)?$", re.I), "opml"),
)
PROLOGUE = rb"(?is)(?:<[?!].{0,2000}?>\s*|<!--.{0,5000}?-->\s*){0,8}<(?:\w+:)?"
BY_START = (
    (re.compile(rb"WARC/\d|filedesc:"), "archive"),
    (re.compile(rb'(?s)\{.{0,2000}"(?:version|items)"\s*:'), "feed"),
    (re.compile(rb"\{"), "jsonl"),
    (re.compile(PROLOGUE + rb"opml[\s>]"), "opml"),
    (re.compile(PROLOGUE + rb"(?:urlset|sitemapindex)[\s>]"), "sitemap"),
    (re.compile(PROLOGUE + rb"(?:rss|feed|rdf|channel)[\s>]"), "feed"),
)
BY_TYPE = (
    ("html", "page"),
    ("opml", "opml"),
    ("feed+json", "feed"),
    ("rss", "feed"),
    ("atom", "feed"),
    ("ndjson", "jsonl"),
    ("warc", "archive"),
)


def detect_kind(path_or_url: str, body: bytes, content_type: str = "") -> str:
    """Which kind of source this is: by its name, then by how it begins, then by its type; else a page.

    An empty body with a name that ends in "/" or has no ending is a folder where it is no web address.

    >>> detect_kind("https://a.example/news", b"<?xml version='1.0'?><rss>")
    'feed'
    """
    web = path_or_url.lower().startswith(("http://", "https://"))
    if not body and not web and not PurePath(path_or_url).suffix:
        return "folder"
    name = path_or_url.split("?")[0]
    for pattern, kind in BY_NAME:
        if pattern.search(name):
            return kind
    start = _start(body)
    for opening, kind in BY_START:
        if opening.match(start):
            return kind
    return next((kind for part, kind in BY_TYPE if part in content_type.lower()), "page")


def _start(body: bytes) -> bytes:
    """The first bytes, unzipped, without byte order mark and blanks."""
    if body.startswith(sitemap.GZIP):
        try:
            body = zlib.decompressobj(31).decompress(body[:20_000], 20_000)
        except zlib.error:
            return b""
    head = body[:20_000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


__all__ = ["FROM_FILES", "SOURCES", "Item", "Read", "detect_kind"]
