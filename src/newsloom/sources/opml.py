"""OPML: lists of feeds in and out. Nothing is lost without a word: each outline that is no feed is named in the log.

In: the bytes of an OPML document. Out: its sources, folders as tags, and a Refused for each outline that cannot be a
source (a folder is no refusal). `write` makes a document that `read_sources` gives back as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from xml.sax.saxutils import quoteattr

from lxml import etree

from newsloom.records import Link, Refused, Source, SourceId
from newsloom.sources.feed import is_web, name_of
from newsloom.text.markup import Unreadable, parse_xml
from newsloom.text.urls import canonical_url

KIND_OF_TYPE = {"rss": "feed", "atom": "feed", "feed": "feed", "sitemap": "sitemap", "page": "page", "": "feed"}
MOST_OUTLINES = 100_000


def read(source: Source, body: bytes) -> Iterable[Link | Refused]:
    """The feeds of an OPML document as links."""
    for item in read_sources(body, source.url):
        yield item if isinstance(item, Refused) else Link(source.id, item.url, item.title)


def read_sources(body: bytes, name: str = "") -> Iterator[Source | Refused]:
    """Sources of an OPML document in its order; `name` is what a log calls the document."""
    try:
        root = parse_xml(body)
    except Unreadable as error:
        yield Refused(name, name, str(error))
        return
    if name_of(root) != "opml":
        yield Refused(name, name, f"no OPML: the document is <{name_of(root) or '?'}>")
        return
    seen: set[str] = set()
    outlines = (element for element in root.iter(etree.Element) if name_of(element) == "outline")
    for number, outline in enumerate(outlines, 1):
        if number > MOST_OUTLINES:
            yield Refused(name, name, f"more than {MOST_OUTLINES:,} outlines; the rest is left out")
            return
        if item := _outline(outline, name, number, seen):
            yield item


def source_id(url: str) -> SourceId:
    """Twelve hexadecimal digits named after the address: the same feed is the same source in every list."""
    return SourceId(blake2b(canonical_url(url).encode("utf-8", "replace"), digest_size=6).hexdigest())


def _outline(outline: etree._Element, name: str, number: int, seen: set[str]) -> Source | Refused | None:
    values = {str(key).lower(): str(value).strip() for key, value in outline.attrib.items()}
    title = values.get("title") or values.get("text") or ""
    where = f"{name} outline {number}" + (f" ({title[:60]})" if title else "")
    url = values.get("xmlurl") or values.get("url") or ""
    kind = KIND_OF_TYPE.get(values.get("newsloom-kind") or values.get("type", "").lower())
    if not url:
        return None if len(outline) else Refused(name, where, "no xmlUrl")
    if not is_web(url):
        return Refused(name, where, f"not an http address: {url[:100]!r}")
    if kind is None:
        return Refused(name, where, f"an outline of type {values.get('type')!r}")
    if canonical_url(url) in seen:
        return Refused(name, where, f"named twice: {url[:200]}")
    seen.add(canonical_url(url))
    tags = [tag.strip("/ ") for tag in values.get("category", "").split(",") if tag.strip("/ ")]
    tags += [folder for above in outline.iterancestors() if (folder := above.get("title") or above.get("text"))]
    return Source(id=source_id(url), kind=kind, url=url, title=title, tags=tuple(dict.fromkeys(tags)))


def write(sources: Iterable[Source], title: str = "newsloom") -> str:
    """An OPML document of sources, in their order.

    >>> "xmlUrl=" in write([Source(id="a", kind="feed", url="https://a.example/rss")])
    True
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += [f"<head><title>{_attribute(title)[1:-1]}</title></head>", "<body>"]
    for source in sources:
        name = _attribute(source.title or source.url)
        kind = "rss" if source.kind == "feed" else source.kind
        tags = f" category={_attribute(','.join(source.tags))}" if source.tags else ""
        lines.append(f'<outline type="{kind}" text={name} title={name} xmlUrl={_attribute(source.url)}{tags}/>')
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _attribute(value: str) -> str:
    """A value in quotation marks, without characters that XML cannot hold."""
    fit = "".join(letter for letter in value if letter.isprintable() or letter == "\t")
    return quoteattr(fit, {'"': "&quot;"})
