"""What a page says of its report beside the body, and where it says so.

In: the tree of a page, its address, and what the announcing feed said. Out: `Metadata`; `where` names for each field
the place it was taken from. Order of trust: JSON-LD, OpenGraph, other meta tags, HTML, the feed's link. The headline
departs from it (articles.headline says why), and among stamps of one day the one with a time of day is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement

from newsloom.articles.byline import names_in
from newsloom.articles.headline import choose_headline, is_site
from newsloom.articles.jsonld import LinkedData, read_linked_data
from newsloom.articles.shown import byline_lines, dated_lines, lines_near_headline, marked_authors, marked_stamps
from newsloom.records import Link
from newsloom.text.instants import When, read_stamp
from newsloom.text.urls import canonical_url, site_of

Found: TypeAlias = tuple[str, str]  # (where, value)
Tags: TypeAlias = dict[str, list[str]]

TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
SITE_TAGS = ("og:site_name", "application-name", "twitter:app:name:iphone", "publisher", "dc.publisher")
AUTHOR_TAGS = (
    "author", "article:author", "og:article:author", "article:author_name", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator", "dc.creator.", "cxenseparse:author", "byl", "citation_author", "twitter:data1_",
)  # fmt: skip
PUBLISHED_TAGS = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate", "published-date", "pubdate",
    "publication_date", "originalpublicationdate", "article_date_original", "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "datecreated",
    "article.published", "ptime", "displaydate", "timestamp", "citation_publication_date",
)  # fmt: skip
UPDATED_TAGS = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "article:modified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "article.updated",
)  # fmt: skip
IMAGE_TAGS = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "image")
LANGUAGE_TAGS = ("og:locale", "content-language", "dc.language", "language")
IN_ADDRESS = re.compile(r"/(20\d{2}|19[789]\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
IN_SCRIPT = re.compile(
    r"(?:datePublished|publishedAt|published_at|publishedDate|publishDate|publish_date|pubDate|post_date|datePosted|"
    r"firstPublished\w*|publicationDate|published_time|displayDate)\\?[\"']\s*:\s*\\?[\"']([^\"'\\]{8,40})",
    re.I,
)
LONGEST_SCRIPT = 500_000  # characters
SLACK = timedelta(days=2)  # days without a zone, clocks that are wrong
LATEST = datetime(2199, 12, 31, tzinfo=UTC)
UNSEEN = ("script", "style", "svg", "template", "button")
DAY_AND_A_HALF = 129_600  # seconds: what a day without a zone may be off
LANGUAGE = re.compile(r"^([a-z]{2})(?:[-_]|$)", re.I)


@dataclass(frozen=True, slots=True)
class Metadata:
    """A report's metadata. `where`: for each field that was found, the place ("json-ld", "opengraph", …)."""

    headline: str = ""
    byline: tuple[str, ...] = ()
    published: When | None = None
    updated: When | None = None
    canonical: str = ""
    image: str = ""
    outlet: str = ""
    language: str = ""
    types: tuple[str, ...] = ()  # schema.org types and og:type of the page
    free: bool | None = None
    where: tuple[Found, ...] = ()


def read_metadata(tree: HtmlElement, url: str, link: Link | None = None, seen_at: datetime | None = None) -> Metadata:
    """What a page says of its report, filled with what the announcing link said where the page says nothing.

    The tree loses its scripts and styles: whoever needs them reads them before.
    """
    data, tags = read_linked_data(tree), read_tags(tree)
    dated = bool(data.published) or any(name in tags for name in PUBLISHED_TAGS)
    in_scripts = [] if dated else stamps_in_scripts(tree)
    etree.strip_elements(tree, *UNSEEN, with_tail=False)
    where: dict[str, str] = {}
    headline, where["headline"] = _headline(tree, data, tags, url, link)
    outlet, where["outlet"] = _first(_outlets(data, tags, url, link))
    lines = [] if data.authors and data.published else lines_near_headline(tree, headline)
    shown = [("html", text) for texts in (*marked_authors(tree), byline_lines(lines)) for text in texts]
    byline, where["byline"] = _byline(data, tags, shown, outlet)
    image, where["image"] = _first(_images(data, tags, url))
    stamps = (*_stamps(tree, data, tags, lines, url), *in_scripts)
    published, where["published"] = _published(stamps, link, seen_at)
    if published is None:
        published, where["published"] = _searched(tree, seen_at)
    updated, where["updated"] = best_stamp(_updates(tree, data, tags, lines))
    updated = updated.in_zone_of(published) if updated and published else updated
    canonical, where["canonical"] = _canonical(tree, data, tags, url)
    language, where["language"] = _first(_languages(tree, data, tags))
    return Metadata(
        headline=headline,
        byline=byline,
        published=published,
        updated=updated if updated and published and updated.at > published.at else None,
        canonical=canonical,
        image=image,
        outlet=outlet,
        language=language,
        types=(*data.types, *tags.get("og:type", ())),
        free=data.free,
        where=tuple((field, place) for field, place in where.items() if place),
    )


def read_tags(tree: HtmlElement) -> Tags:
    """Contents of the meta tags by lower-case name, property or itemprop; empty ones left out."""
    tags: Tags = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        if content and name:
            tags.setdefault(name.strip().lower(), []).append(content[:5_000])
    return tags


def stamps_in_scripts(tree: HtmlElement) -> list[Found]:
    """Stamps of the data that a page's own scripts carry: `"publishedAt": "2018-06-01T10:04:00Z"`."""
    texts = (script.text[:LONGEST_SCRIPT] for script in tree.iter("script") if script.text)
    return [("script", found.group(1)) for text in texts if (found := IN_SCRIPT.search(text))]


def _values(tags: Tags, names: Iterable[str]) -> Iterator[Found]:
    for name in names:
        for value in tags.get(name, ()):
            yield ("opengraph" if name.startswith(("og:", "article:")) else "meta"), value


def _first(found: Iterable[Found]) -> tuple[str, str]:
    """The first value, and where it stood."""
    return next(((value, where) for where, value in found if value), ("", ""))


def _headline(tree: HtmlElement, data: LinkedData, tags: Tags, url: str, link: Link | None) -> tuple[str, str]:
    title = next((" ".join(element.text_content().split()) for element in tree.iter("title")), "")
    titles = [("json-ld", data.headline), *_values(tags, TITLE_TAGS), ("html", title)]
    if link and link.headline:
        titles.append(("feed", link.headline))
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    host = site_of(url)
    sites = [data.outlet, *(value for _, value in _values(tags, SITE_TAGS)), host.split(".")[0] if host else "", host]
    return choose_headline(titles, headings, [site for site in sites if site])


def _byline(data: LinkedData, tags: Tags, shown: Iterable[Found], outlet: str) -> tuple[tuple[str, ...], str]:
    """The first place that holds a name other than the outlet's own; failing that, the outlet's own."""
    places = [("json-ld", list(data.authors)), ("meta", [value for _, value in _values(tags, AUTHOR_TAGS)])]
    places += [(where, [value]) for where, value in shown]
    own: tuple[tuple[str, ...], str] = ((), "")
    for where, found in places:
        if names := names_in(found):
            persons = tuple(name for name in names if not is_site(name, [outlet, data.outlet]))
            if persons:
                return persons, where
            own = own if own[0] else (names, where)
    return own


def _outlets(data: LinkedData, tags: Tags, url: str, link: Link | None) -> Iterator[Found]:
    yield "opengraph", next(iter(tags.get("og:site_name", ())), "")
    yield "json-ld", data.outlet
    yield from _values(tags, SITE_TAGS[1:2])
    yield "feed", link.outlet if link else ""
    yield "address", site_of(url)


def _images(data: LinkedData, tags: Tags, url: str) -> Iterator[Found]:
    for where, value in (*_values(tags, IMAGE_TAGS[:3]), ("json-ld", data.image), *_values(tags, IMAGE_TAGS[3:])):
        if value and (address := _join(url, value)).startswith(("http://", "https://")):
            yield where, address


def _languages(tree: HtmlElement, data: LinkedData, tags: Tags) -> Iterator[Found]:
    root = tree.getroottree().getroot()
    for where, value in (
        ("html", root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
        ("json-ld", data.language),
        *_values(tags, LANGUAGE_TAGS),
    ):
        if found := LANGUAGE.match(value.strip()):
            yield where, found.group(1).lower()


def _published(stamps: Iterable[Found], link: Link | None, seen_at: datetime | None) -> tuple[When | None, str]:
    """The best stamp; the link's where the page gives none, or only the day and the link the time of that day.

    A stamp from after the page was seen is none of a publication.
    """
    best = best_stamp(stamps, seen_at + SLACK if seen_at else None)
    if not link or not link.published_at:
        return best
    feed = When(link.published_at, link.day_only), "feed"
    if best[0] is None:
        return feed
    near = abs((best[0].at - link.published_at).total_seconds()) < DAY_AND_A_HALF
    vaguer = best[0].day_only or not best[0].zoned
    return feed if vaguer and not link.day_only and near else best


def _stamps(tree: HtmlElement, data: LinkedData, tags: Tags, lines: list[str], url: str) -> Iterator[Found]:
    yield "json-ld", data.published
    yield from _values(tags, PUBLISHED_TAGS)
    if found := IN_ADDRESS.search(urlsplit(url).path):
        yield "address", "-".join(part.zfill(2) for part in found.groups())
    yield from (("html", stamp) for stamp in marked_stamps(tree, updates=False))
    yield from (("html", stamp) for stamp in dated_lines(lines, updates=False))


def _updates(tree: HtmlElement, data: LinkedData, tags: Tags, lines: list[str]) -> Iterator[Found]:
    yield "json-ld", data.modified
    yield from _values(tags, UPDATED_TAGS)
    yield from (("html", stamp) for stamp in marked_stamps(tree, updates=True))
    yield from (("html", stamp) for stamp in dated_lines(lines, updates=True))


def _searched(tree: HtmlElement, seen_at: datetime | None) -> tuple[When | None, str]:
    """The last resort: htmldate's search of the page's markup, without its guesses from free text."""
    try:
        found = find_date(
            deepcopy(tree), original_date=True, extensive_search=False, max_date=(seen_at or LATEST).date().isoformat()
        )
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None, ""
    when = read_stamp(found or "")
    return (when, "htmldate") if when else (None, "")


def best_stamp(stamps: Iterable[Found], latest: datetime | None = None) -> tuple[When | None, str]:
    """The first stamp that can be read; a later one of the same day that also gives the time of day, before it."""
    read = [
        (when, where)
        for where, value in stamps
        if value and (when := read_stamp(value)) and not (latest and when.at > latest)
    ]
    if not read or not read[0][0].day_only:
        return read[0] if read else (None, "")
    day = read[0][0].at.date()
    return next(((when, where) for when, where in read if not when.day_only and when.at.date() == day), read[0])


def _canonical(tree: HtmlElement, data: LinkedData, tags: Tags, url: str) -> tuple[str, str]:
    """The page's own name for its address, if it is of the same site and no front page; else the address itself."""
    claims = [
        ("html", link.get("href", "")) for link in tree.iter("link") if "canonical" in link.get("rel", "").lower()
    ]
    for where, claim in (*claims, ("opengraph", next(iter(tags.get("og:url", ())), "")), ("json-ld", data.url)):
        address = _join(url, claim)
        if claim and same_site(address, url) and urlsplit(address).path.strip("/"):
            return canonical_url(address), where
    return canonical_url(url), "address"


def same_site(left: str, right: str) -> bool:
    """Whether two hosts are of one site: equal, or one a subdomain of the other ("m.a.example", "a.example")."""
    one, other = site_of(left), site_of(right)
    if not one or not other:
        return bool(one) and not other  # a page from a file has no address of its own
    return one == other or one.endswith("." + other) or other.endswith("." + one)


def _join(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""
