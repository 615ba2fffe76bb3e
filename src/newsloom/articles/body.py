"""The body of a report: paragraphs out of the tree of a page, by trafilatura (docs/benchmarks/extraction.md).

In: the tree of a page, scripts and all; it is used up. Out: its blocks in order, each with its kind; a block holds no
line break.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

BlockKind: TypeAlias = Literal["paragraph", "heading", "item", "row", "quote", "code"]
# trafilatura's own element names
KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "ab": "paragraph",
    "head": "heading",
    "item": "item",
    "row": "row",
    "quote": "quote",
    "code": "code",
}
TABLE_PARTS = frozenset(("table", "tbody", "tr", "td"))
FEWEST_PROSE, SHORTEST_PROSE = 3, 60  # paragraphs in a cell, and their characters
INNER = frozenset(("p", "head", "item", "row", "quote", "list", "table", "code", "ab", "div"))
INNER_OF_TEXT = frozenset(("list", "table"))  # in a paragraph, code and quotations are part of the line


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a body, or what stands as one."""

    kind: BlockKind
    text: str


def find_body(tree: HtmlElement, url: str) -> tuple[Block, ...]:
    """Blocks of the report; none where the page holds no text to speak of. The tree is used up."""
    _unlay(tree)
    found = bare_extraction(tree, url=url or None, options=_options(), with_metadata=False)
    body = getattr(found, "body", None)
    return tuple(_blocks(body)) if body is not None else ()


def _unlay(tree: HtmlElement) -> None:
    """Tables that lay a page out (a cell of theirs holds several paragraphs) become plain divisions."""
    for cell in list(tree.iter("td")):
        if sum(_is_prose(child) for child in cell.iterchildren("p")) >= FEWEST_PROSE:
            for beside in [*cell.itersiblings("td"), *cell.itersiblings("td", preceding=True)]:
                if next(beside.iter("h1"), None) is None and not any(map(_is_prose, beside.iter("p"))):
                    beside.drop_tree()  # a column of links
            table = next(cell.iterancestors("table"), None)
            for element in () if table is None else (table, *table.iter(*TABLE_PARTS)):
                element.tag = "div"


def _is_prose(paragraph: HtmlElement) -> bool:
    return len(paragraph.text_content()) >= SHORTEST_PROSE


def _options() -> Any:
    """Without comments, links and deduplication: this last one would remember other pages, and extraction is pure."""
    return Extractor(comments=False, tables=True, dedup=False, recall=True, output_format="python")


def _blocks(body: Any) -> Iterator[Block]:
    """Leaf blocks in order; text that stands loose beside blocks is a block of its own."""
    stack: list[tuple[Any, BlockKind]] = [(body, "paragraph")]
    while stack:
        element, kind = stack.pop()
        if isinstance(element, str):
            yield from _block(kind, element)
            continue
        kind = KINDS.get(element.tag, kind)
        inner = INNER_OF_TEXT if element.tag in ("p", "head") else INNER
        if kind == "row" or not any(child.tag in inner for child in element):
            yield from _block(kind, (" " if kind == "row" else "").join(_pieces(element)))
        else:
            stack.extend((part, kind) for part in reversed(_parts(element, inner)))


def _parts(element: Any, inner: frozenset[str]) -> list[Any]:
    """Inner blocks of an element and the text between them, in order."""
    parts: list[Any] = [element.text or ""]
    for child in element:
        if child.tag in inner:
            parts += [child, child.tail or ""]
        else:
            parts.append(parts.pop() + "".join(_pieces(child)) + (child.tail or ""))
    return parts


def _pieces(element: Any) -> Iterator[str]:
    """Texts of an element; a line break is a blank."""
    for node in element.iter():
        if node is not element and node.tag == "lb":
            yield " "
        if node.text:
            yield node.text
        if node is not element and node.tail:
            yield node.tail


def _block(kind: BlockKind, text: str) -> Iterator[Block]:
    if line := " ".join(text.split()):
        yield Block(kind, line)
