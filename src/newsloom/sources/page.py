"""A single page: as it came, to be extracted; and the feeds that a page announces."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urljoin

from newsloom.records import RawPage, Source
from newsloom.text.markup import Unreadable, parse_html

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")


def read(source: Source, body: bytes) -> Iterable[RawPage]:
    """The page itself, seen now."""
    return [RawPage(source.id, source.url, datetime.now(UTC), (), body)]


def feeds_of(url: str, body: bytes) -> tuple[str, ...]:
    """Addresses of the feeds that a page announces, in its order: what `add` registers for a front page."""
    try:
        tree = parse_html(body)
    except Unreadable:
        return ()
    found: dict[str, None] = {}
    for link in tree.iter("link"):
        if link.get("type", "").lower() in FEED_TYPES and link.get("href") and "alternate" in link.get("rel", ""):
            try:
                found[urljoin(url, link.get("href", "").strip())] = None
            except ValueError:
                continue
    return tuple(found)
