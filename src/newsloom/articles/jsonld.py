"""A page's JSON-LD (schema.org) -> what it says of the article.

In: the tree of a page. Out: one `LinkedData`, empty where there is none. Broken JSON is mended where that is safe; what
stays broken counts as absent. The body in JSON-LD is often a teaser and is never used as the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import etree

from newsloom.text.markup import plain

Node: TypeAlias = dict[str, Any]
ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Posting|Review|Recipe)$")
NEWS = re.compile(r"(?:NewsArticle|LiveBlogPosting|^Report)$")
VIDEO = re.compile(r"^(?:VideoObject|Movie|Clip|BroadcastEvent|TVEpisode)$")
PAGE = ("WebPage", "ItemPage", "AboutPage")
WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", re.S)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
MOST_NODES = 5_000
LARGEST = 2_000_000  # characters


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What schema.org markup says of the page's article; empty strings where it says nothing."""

    types: tuple[str, ...] = ()
    headline: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    image: str = ""
    url: str = ""
    outlet: str = ""
    language: str = ""
    free: bool | None = None


def read_linked_data(tree: etree._Element) -> LinkedData:
    """The article of a page's JSON-LD: the first news article, else the first article, else the page itself."""
    nodes = [node for root in _roots(tree) for node in _nodes(root)][:MOST_NODES]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    article = _pick(nodes)
    if article is None:
        return LinkedData(types=tuple(kind for node in nodes for kind in types_of(node)), outlet=_site(nodes))
    return LinkedData(
        types=types_of(article),
        headline=text_of(article.get("headline")) or text_of(article.get("name")),
        authors=tuple(_names(article.get("author") or article.get("creator"), by_id)),
        published=text_of(article.get("datePublished")) or text_of(article.get("dateCreated")),
        modified=text_of(article.get("dateModified")),
        image=_address(article.get("image"), by_id) or text_of(article.get("thumbnailUrl")),
        url=_address(article.get("url"), by_id) or _address(article.get("mainEntityOfPage"), by_id),
        outlet=next(iter(_names(article.get("publisher"), by_id)), "") or _site(nodes),
        language=text_of(article.get("inLanguage")),
        free={"true": True, "false": False}.get(text_of(article.get("isAccessibleForFree")).lower()),
    )


def types_of(node: Node) -> tuple[str, ...]:
    """`@type`, without its vocabulary: "http://schema.org/NewsArticle" -> "NewsArticle"."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return tuple(kind.rsplit("/", 1)[-1].removeprefix("schema:") for kind in kinds if isinstance(kind, str))


def text_of(value: Any) -> str:
    """A value as one line of text: the first of a list, the `@value` of an object."""
    for _ in range(3):
        if isinstance(value, list):
            value = value[0] if value else ""
        if isinstance(value, dict):
            value = value.get("@value") or value.get("name") or ""
    if isinstance(value, bool):
        return str(value).lower()
    return plain(str(value)) if isinstance(value, str | int | float) else ""


def _pick(nodes: list[Node]) -> Node | None:
    """News before other articles before the page; first come first."""
    for fits in (NEWS.search, ARTICLE.search, PAGE.__contains__):
        for node in nodes:
            if any(fits(kind) for kind in types_of(node)) and (node.get("headline") or node.get("datePublished")):
                return node
    return None


def _roots(tree: etree._Element) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", "").lower() and script.text:
            yield from _load(script.text[:LARGEST])


def _load(text: str) -> Iterator[Any]:
    text = WRAPPING.sub("", WRAPPING.sub("", text)).strip().rstrip(";")
    for attempt in (text, TRAILING_COMMA.sub(r"\1", text)):
        try:
            yield json.loads(attempt, strict=False)
            return
        except (ValueError, RecursionError):
            continue


def _nodes(root: Any) -> Iterator[Node]:
    """Objects that may stand for the page, outermost first; what a list of related items holds is not one."""
    level, count = [root], 0
    while level and count < MOST_NODES:
        following: list[Any] = []
        for value in level:
            count += 1
            if isinstance(value, list):
                following.extend(value)
            elif isinstance(value, dict):
                yield value
                following.extend(value[key] for key in INWARD if key in value)
                following.extend(value[key] for key in REFERRED if isinstance(value.get(key), dict | list))
        level = following


INWARD = ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate_")
REFERRED = ("author", "publisher", "image", "isPartOf")


def _names(value: Any, by_id: dict[str, Node]) -> Iterator[str]:
    for item in (value if isinstance(value, list) else [value])[:20]:
        if isinstance(item, dict):
            item = by_id.get(item.get("@id", ""), item) if "name" not in item else item
            item = item.get("name")
        if isinstance(item, list):
            yield from (text for name in item if (text := text_of(name)))
        elif text := text_of(item):
            yield text


def _address(value: Any, by_id: dict[str, Node]) -> str:
    """An address given as such, as an object, or as a list of either."""
    for _ in range(3):
        if isinstance(value, list):
            value = value[0] if value else ""
        if isinstance(value, dict):
            value = by_id.get(value.get("@id", ""), value) if "url" not in value else value
            value = value.get("url") or value.get("contentUrl") or value.get("@id") or ""
    return value.strip() if isinstance(value, str) else ""


def _site(nodes: list[Node]) -> str:
    for kind in ("WebSite", "NewsMediaOrganization", "Organization"):
        for node in nodes:
            if kind in types_of(node) and (name := text_of(node.get("name"))):
                return name
    return ""
