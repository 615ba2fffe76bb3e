"""Authors and dates as a page shows them: microdata, classes that name them, and lines near the headline.

In: the tree of a page, its scripts and styles taken out. Out: strings to be read as names or stamps, the most explicit
first. Teasers of other reports, sidebars and comments are left out: their authors and dates are not this report's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

PUBLISHED_CLASS = re.compile(
    r"publi|posted|post-?date|entry-date|dateline|article-?date|timestamp|^date|[-_]date\b", re.I
)
UPDATED_CLASS = re.compile(r"updat|modif", re.I)
BYLINE_CLASS = re.compile(
    r"\bby-?line|author(?![\w-]*(?:bio|box|desc|image|avatar|card|pic|title|role))|\bwriter\b", re.I
)
ASIDE = ("aside", "footer", "nav")
RELATED_CLASS = re.compile(
    r"related|recommend|sidebar|footer|popular|trending|latest|teaser|comments?\b|read-?more|more-(?:from|posts|"
    r"stories)|"
    r"carousel|newsletter",
    re.I,
)
BLOCKS = tuple("p div span li time a h2 h3 h4 h5 h6 td address strong em section small font b i".split())
SHOWN = frozenset(("h1", *BLOCKS))
WHOLE = frozenset(("body", "html", "main", "article"))  # whatever their classes say
BY = re.compile(
    r"(?:^|[\d,.|•·–—-]\s*)(?:(?:written|words|story|posted|article|text|reported|published)\s+)?by:?\s+"
    r"(?P<names>(?:[^\W\d_][\w.'’-]*\.?\s?|,\s|&\s|and\s){1,12})",
    re.I,
)
UPDATED_LINE = re.compile(r"\b(?:updated|modified|edited|reviewed)\b", re.I)
DATED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|"
    r"\b\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}|"
    r"\b\d{4}-\d{2}-\d{2}|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}",
    re.I,
)
BEFORE, AFTER = 12, 40  # lines around the headline in which byline and date stand
LONGEST_LINE = 160  # characters
MOST_ELEMENTS = 20_000


def spaced(element: HtmlElement, most: int = 4 * LONGEST_LINE) -> str:
    """Words of an element, its parts kept apart, cut off after `most`: <a>By</a><b>Jane Doe</b> -> "By Jane Doe"."""
    pieces: list[str] = []
    length = 0
    for text in element.itertext():
        pieces.append(text)
        length += len(text.strip())
        if length > most:
            break
    return " ".join(" ".join(pieces).split())


def is_aside(element: HtmlElement) -> bool:
    """Whether an element belongs to a teaser, a sidebar or a comment rather than to the report."""
    return any(
        above.tag in ASIDE or RELATED_CLASS.search(_label(above))
        for above in element.iterancestors()
        if above.tag not in WHOLE
    )


def marked_authors(tree: HtmlElement) -> Iterator[list[str]]:
    """Texts of author elements, one list for each way of marking them, the most explicit way first."""
    yield _texts(tree.xpath('//*[@itemprop="author"]')[:40])
    yield _texts(tree.xpath('//a[@rel="author"] | //*[contains(@class, "vcard")]//*[contains(@class, "fn")]')[:40])
    marked = [e for e in tree.xpath("//*[@class]")[:MOST_ELEMENTS] if BYLINE_CLASS.search(e.get("class", ""))]
    for text in _texts(marked[:60]):
        yield [text]


def _texts(elements: list[HtmlElement]) -> list[str]:
    return [text for element in elements if not is_aside(element) and 2 < len(text := spaced(element)) <= LONGEST_LINE]


def marked_stamps(tree: HtmlElement, updates: bool) -> Iterator[str]:
    """Stamps of microdata, of <time>, and of elements whose class says that they date the report."""
    name = "dateModified" if updates else "datePublished"
    for element in tree.xpath(f'//*[contains(@itemprop, "{name}")]')[:20]:
        yield element.get("content") or element.get("datetime") or spaced(element)[:LONGEST_LINE]
    for element in list(tree.iter("time"))[:40]:
        label = f"{element.get('class', '')} {element.get('itemprop', '')} {element.getparent().get('class', '')}"
        updated = bool(UPDATED_CLASS.search(label) or UPDATED_LINE.search(spaced(element.getparent())[:LONGEST_LINE]))
        if updated == updates and not is_aside(element):
            yield element.get("datetime") or spaced(element)[:LONGEST_LINE]
    if not updates:
        yield from _classed_stamps(tree)


def _classed_stamps(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath("//span[@class]|//div[@class]|//p[@class]|//li[@class]|//abbr[@class]")[:MOST_ELEMENTS]:
        label = element.get("class", "")
        if PUBLISHED_CLASS.search(label) and not UPDATED_CLASS.search(label):
            text = spaced(element)
            if 6 <= len(text) <= 80 and not UPDATED_LINE.search(text) and not is_aside(element):
                yield element.get("title") or text


def lines_near_headline(tree: HtmlElement, headline: str) -> list[str]:
    """Short lines that stand around the headline, in order, each once."""
    letters = _letters(headline)
    lines: list[str] = []
    at = None
    for element in _outside_asides(tree):
        text = spaced(element, LONGEST_LINE) if len(element) <= 12 else ""
        if element.tag in ("h1", "h2") and at is None and letters and _letters(text) == letters:
            at = len(lines)
        elif 3 <= len(text) <= LONGEST_LINE and (not lines or lines[-1] != text):
            lines.append(text)
        if at is not None and len(lines) > at + AFTER:
            break
    return lines[max(0, at - BEFORE) : at + AFTER] if at is not None else []


def _outside_asides(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Blocks and first headings in order of place; what is aside is not entered."""
    stack = [tree]
    while stack:
        element = stack.pop()
        if element.tag in SHOWN:
            yield element
        if element.tag in ASIDE or (element.tag not in WHOLE and RELATED_CLASS.search(_label(element))):
            continue
        stack.extend(reversed(element))


def _label(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def byline_lines(lines: list[str]) -> list[str]:
    """Names after "By": "Written by Jane Doe" -> "Jane Doe". A name begins with a capital."""
    found = (match["names"] for line in lines if (match := BY.search(line)))
    return [names for names in found if names[:1].isupper() or names.lower().startswith("the ")]


def dated_lines(lines: list[str], updates: bool) -> Iterator[str]:
    """Dates that stand alone in a line, or nearly: "Published Jan. 29, 2025" -> "Jan. 29, 2025 …"."""
    for line in lines:
        if (found := DATED.search(line)) and len(line) < 100 and bool(UPDATED_LINE.search(line)) == updates:
            yield line[found.start() : found.end() + 24]
