"""Feeds -> links: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed, also when they are not well formed.

In: the bytes of one feed document. Out: its links, oldest first, or a Refused for a document that is no feed and for
an entry without an address. Element names are compared without their namespace, as feeds in the wild use them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from newsloom.records import Link, Refused, Source
from newsloom.text.instants import When, read_stamp
from newsloom.text.markup import Unreadable, decode, parse_xml, plain

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
ITEMS = frozenset(("item", "entry"))
FEEDS = frozenset(("rss", "feed", "rdf", "channel"))
# local names in order of trust; the updates come last, for Atom feeds that give nothing else
PUBLISHED = ("pubdate", "published", "issued", "date", "created", "pubdatetime", "lastmod", "updated", "modified")
MOST_ENTRIES = 20_000


def read(source: Source, body: bytes) -> Iterable[Link | Refused]:
    """Links of a feed document, oldest first.

    >>> body = b"<rss><channel><title>A</title><item><link>https://a.example/1</link></item></channel></rss>"
    >>> [link.url for link in read(Source(id="a", kind="feed", url="https://a.example/rss"), body)]
    ['https://a.example/1']
    """
    try:
        found = list(_read_json(source, body) if body.lstrip()[:1] == b"{" else _read_xml(source, body))
    except Unreadable as error:
        return [Refused(source.id, source.url, str(error))]
    return in_order_of_time(found)


def in_order_of_time(found: list[Link | Refused]) -> list[Link | Refused]:
    """Oldest first: feeds stand newest first; where every link is dated, the dates decide."""
    links = [item for item in reversed(found) if isinstance(item, Link)]
    if all(link.published_at for link in links):
        links.sort(key=lambda link: link.published_at.timestamp() if link.published_at else 0.0)
    return [*links, *(item for item in found if isinstance(item, Refused))]


def name_of(element: etree._Element) -> str:
    """Local name in lower case: "{http://www.w3.org/2005/Atom}entry" -> "entry"."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def _read_xml(source: Source, body: bytes) -> Iterator[Link | Refused]:
    root = parse_xml(body)
    if name_of(root) not in FEEDS:
        raise Unreadable(f"no feed: the document is <{name_of(root) or '?'}>")
    outlet = source.title or _title(root)
    count = 0
    for element in root.iter(etree.Element):
        if name_of(element) in ITEMS:
            count += 1
            if count > MOST_ENTRIES:
                yield Refused(source.id, source.url, f"more than {MOST_ENTRIES:,} entries; the rest is left out")
                return
            yield _entry(element, source, outlet, count)


def _entry(entry: etree._Element, source: Source, outlet: str, number: int) -> Link | Refused:
    parts = _parts(entry)
    url = _address(entry, parts, source.url)
    headline = next((text for part in parts.get("title", ()) if (text := _words(part))), "")
    if not url:
        return Refused(source.id, f"{source.url} entry {number}", f"no address: {headline[:80]!r}")
    when = _published(parts)
    origin = next((_title(part) or _words(part) for part in parts.get("source", ())), "")
    link = Link(source.id, url, headline, outlet=origin or outlet)
    return replace(link, published_at=when.at, day_only=when.day_only) if when else link


def _parts(entry: etree._Element) -> dict[str, list[etree._Element]]:
    """An entry's children by local name. Media groups repeat titles: an own title stands first."""
    parts: dict[str, list[etree._Element]] = {}
    for child in entry.iterchildren(etree.Element):
        parts.setdefault(name_of(child), []).append(child)
    for name, children in parts.items():
        children.sort(key=lambda child: "search.yahoo.com/mrss" in child.tag or "itunes" in child.tag)
        parts[name] = children
    return parts


def _address(entry: etree._Element, parts: dict[str, list[etree._Element]], feed_url: str) -> str:
    base = urljoin_safe(feed_url, entry.base or "") if entry.base else feed_url
    for element in (entry, *entry.iterancestors()):
        if element.get(XML_BASE):
            base = urljoin_safe(feed_url, entry.base or "")
            break
    for candidate in filter(str.strip, _addresses(entry, parts)):
        url = urljoin_safe(base, candidate.strip())
        if urlsplit(url).scheme in ("http", "https"):
            return url
    return ""


def _addresses(entry: etree._Element, parts: dict[str, list[etree._Element]]) -> Iterator[str]:
    """Where an entry may be read, the best first."""
    yield from (part.text for part in parts.get("origlink", ()) if part.text)
    links = [part for part in parts.get("link", ()) if part.get("rel", "alternate").lower() == "alternate"]
    links.sort(key=lambda part: "html" not in part.get("type", "html"))
    yield from (found for part in links if (found := part.get("href") or part.text))
    for part in parts.get("guid", ()):
        if part.get("ispermalink", part.get("isPermaLink", "true")).lower() != "false" and is_web(part.text):
            yield part.text or ""
    yield from (part.text or "" for part in parts.get("id", ()) if is_web(part.text))
    yield from (str(value) for name, value in entry.attrib.items() if str(name).lower().endswith(("about", "href")))


def is_web(url: str | None) -> bool:
    return bool(url) and str(url).strip().lower().startswith(("http://", "https://"))


def urljoin_safe(base: str, url: str) -> str:
    """`urljoin`, with "" for what cannot be an address."""
    try:
        joined = urljoin(base, url)
        return joined if urlsplit(joined).hostname or not is_web(joined) else ""
    except ValueError:
        return ""


def _published(parts: dict[str, list[etree._Element]]) -> When | None:
    stamps = (part.text for name in PUBLISHED for part in parts.get(name, ()) if part.text)
    return next((when for stamp in stamps if (when := read_stamp(stamp))), None)


def _title(element: etree._Element) -> str:
    """The title of a feed: its own, or its channel's, not an entry's."""
    for child in element.iterchildren(etree.Element):
        if name_of(child) == "title" and (words := _words(child)):
            return words
    channel = next((child for child in element.iterchildren(etree.Element) if name_of(child) == "channel"), None)
    return _title(channel) if channel is not None else ""


def _words(element: etree._Element) -> str:
    """Words of a text construct: XHTML (it has elements), else HTML or plain, which publishers label wrongly."""
    text = "".join(str(piece) for piece in element.itertext())
    return " ".join(text.split()) if len(element) else plain(text)


def _read_json(source: Source, body: bytes) -> Iterator[Link | Refused]:
    try:
        feed = json.loads(decode(body), strict=False)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"no feed: {error}") from None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise Unreadable("no feed: a JSON document without items")
    outlet = source.title or plain(_string(feed, "title"))
    for number, item in enumerate(feed["items"][:MOST_ENTRIES], 1):
        yield _json_entry(item if isinstance(item, dict) else {}, source, outlet, number)


def _json_entry(item: dict[str, Any], source: Source, outlet: str, number: int) -> Link | Refused:
    named = [urljoin_safe(source.url, _string(item, name)) for name in ("url", "external_url") if item.get(name)]
    url = next(filter(is_web, [*named, _string(item, "id")]), "")
    if not url:
        return Refused(source.id, f"{source.url} entry {number}", f"no address: {_string(item, 'title')[:80]!r}")
    stamps = (_string(item, name) for name in ("date_published", "date_modified"))
    when = next((when for stamp in stamps if (when := read_stamp(stamp))), None)
    link = Link(source.id, url, plain(_string(item, "title")), outlet=outlet)
    return replace(link, published_at=when.at, day_only=when.day_only) if when else link


def _string(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""
