"""Article -> what kind of report it is: plain news, or comment, a live page, a newsletter, a round-up.

In: headline, address, text. Out: a `Kind`, "" for plain news. Such a report stands in the story that it is most about,
but what it holds together need not belong together: it is no evidence that two stories are one, or of one affair.
"""

from __future__ import annotations

import re

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.kinds import Kind
from newsloom.records import Article

GATHERING: frozenset[Kind] = frozenset({"live page", "newsletter", "round-up"})  # kinds that tell of many events
ENTRY = re.compile(r"^\W*\d{1,2}[:.]\d\d(?!\d)", re.MULTILINE)
LIVE = 6  # paragraphs that begin with the time of day
READ = 20_000  # characters
ITEMS = re.compile(r"\s*;\s+")
MANY = 3  # parts of a headline, each of two words or more: "Mill burns down; Vale resigns; Tin up again"


def kind_of(article: Article) -> Kind:
    """By headline and address in its own language; in any language by a headline of several items, or a text of entries
    that begin with the time of day.

    "Opinion: Let the mill close" -> "opinion"; ".../live/2018/..." -> "live page"; "Mill burns down" -> "".
    """
    language = LANGUAGES.get(article.language)
    if language is not None and language.kinds is not None:
        segments = sections_of(article.url or article.canonical_url)
        for kind, pattern in language.kinds.titled:
            if pattern.search(article.headline):
                return kind
        for kind, names in language.kinds.sections:
            if not names.isdisjoint(segments):
                return kind
    if sum(" " in part.strip() for part in ITEMS.split(article.headline)) >= MANY:
        return "round-up"
    return "live page" if len(ENTRY.findall(article.text[:READ])) >= LIVE else ""


def sections_of(url: str) -> list[str]:
    """The path of an address without its last part: ".../opinion/2018/let-the-mill-close" -> ["opinion", "2018"]."""
    path = url.lower().partition("://")[2].partition("?")[0].partition("#")[0]
    return path.split("/")[1:-1]
