"""Sitemaps -> links: sitemaps of pages, news sitemaps with headlines and dates, and indexes of sitemaps.

In: the bytes of one document, gzipped or not, XML or a plain list of addresses. Out: links, oldest first. The entries
of an index are links to sitemaps; `is_index` tells whether the document is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from newsloom.records import Link, Refused, Source
from newsloom.sources.encodings import TooLarge, decompress
from newsloom.sources.feed import in_order_of_time, is_web, name_of, urljoin_safe
from newsloom.text.instants import read_stamp
from newsloom.text.markup import LARGEST_FEED, Unreadable, decode, parse_xml, plain

GZIP = b"\x1f\x8b"
ROOTS = frozenset(("urlset", "sitemapindex"))
ENTRIES = frozenset(("url", "sitemap"))
INDEX = re.compile(rb"<(?:\w+:)?sitemapindex[\s>]", re.I)
MOST_ENTRIES = 50_000  # of one sitemap, by the protocol


def read(source: Source, body: bytes) -> Iterable[Link | Refused]:
    """Links of a sitemap. `lastmod` is no date of publication, and is not taken for one."""
    try:
        body = unzipped(body)
        found = list(_read_xml(source, body) if b"<" in body[:2_000] else _read_lines(source, body))
    except (Unreadable, TooLarge, ValueError) as error:
        return [Refused(source.id, source.url, str(error))]
    return in_order_of_time(found)


def unzipped(body: bytes) -> bytes:
    """The document, if it came gzipped. Raises TooLarge and ValueError."""
    return decompress(body, "gzip", LARGEST_FEED) if body.startswith(GZIP) else body


def is_index(body: bytes) -> bool:
    """Whether the document lists sitemaps rather than pages."""
    try:
        return bool(INDEX.search(unzipped(body)[:5_000]))
    except ValueError:
        return False


def _read_xml(source: Source, body: bytes) -> Iterator[Link | Refused]:
    root = parse_xml(body)
    if name_of(root) not in ROOTS:
        raise Unreadable(f"no sitemap: the document is <{name_of(root) or '?'}>")
    entries = (element for element in root.iterchildren(etree.Element) if name_of(element) in ENTRIES)
    for number, entry in enumerate(entries, 1):
        if number > MOST_ENTRIES:
            yield Refused(source.id, source.url, f"more than {MOST_ENTRIES:,} entries; the rest is left out")
            return
        texts: dict[str, str] = {}
        for element in entry.iter(etree.Element):
            if element is not entry and element.text and "sitemap-image" not in element.tag:
                texts.setdefault(name_of(element), element.text.strip())
        url = urljoin_safe(source.url, texts["loc"]) if texts.get("loc") else ""
        if not is_web(url):
            yield Refused(source.id, f"{source.url} entry {number}", "no address")
            continue
        when = read_stamp(texts.get("publication_date", ""))
        yield Link(
            source.id,
            url,
            plain(texts.get("title", "")),
            when.at if when else None,
            when.day_only if when else False,
            plain(texts.get("name", "")) or source.title,
        )


def _read_lines(source: Source, body: bytes) -> Iterator[Link | Refused]:
    for number, line in enumerate(decode(body).split("\n")[:MOST_ENTRIES], 1):
        if is_web(line):
            yield Link(source.id, line.strip(), outlet=source.title)
        elif line.strip():
            yield Refused(source.id, f"{source.url}:{number}", f"no address: {line.strip()[:80]!r}")
