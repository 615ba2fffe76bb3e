"""RawPage -> Article, or the reason why not.

In: the bytes of one page with what the announcing feed said. Out: an Article (version 0 until the store takes it) whose
text is the report's paragraphs, parted by blank lines. Pure: nothing learned elsewhere changes what is extracted, and
nothing raises, whatever the bytes; a page that hangs a parser is `articles.guarded`'s matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsloom.articles.body import Block, find_body
from newsloom.articles.boilerplate import Dropped, part_boilerplate
from newsloom.articles.metadata import Found, Metadata, read_metadata
from newsloom.articles.unfit import no_page, no_report
from newsloom.records import Article, RawPage, Refused
from newsloom.text.hashes import content_hash
from newsloom.text.language import detect_language
from newsloom.text.markup import Unreadable, parse_html
from newsloom.text.sentences import split_paragraphs
from newsloom.text.urls import article_id, site_of, urn

LONGEST_SHOWN = 20_000  # characters of the page's words that are looked at for a paywall


@dataclass(frozen=True, slots=True)
class Extraction:
    """The outcome, what was dropped from the page's body and why, and where each field of metadata was found."""

    outcome: Article | Refused
    dropped: tuple[Dropped, ...] = ()
    where: tuple[Found, ...] = ()


def extract(page: RawPage) -> Article | Refused:
    """The report of a page. A page of a file without an address is named by its bytes' place: its `url` as given.

    >>> from datetime import UTC, datetime
    >>> extract(RawPage("s", "https://a.example/1", datetime(2018, 6, 1, tzinfo=UTC), (), b" ")).reason
    'empty page'
    """
    return extract_with_notes(page).outcome


def extract_with_notes(page: RawPage) -> Extraction:
    """`extract`, with what was dropped and where the metadata came from."""
    content_type = next((value for name, value in page.headers if name.lower() == "content-type"), "")
    if reason := no_page(page, content_type):
        return Extraction(Refused(page.source_id, page.url, reason))
    try:
        tree = parse_html(page.body, content_type)
        blocks = find_body(deepcopy(tree), page.url)
        metadata = read_metadata(tree, page.url, page.link, page.fetched_at)
    except Unreadable as error:
        return Extraction(Refused(page.source_id, page.url, str(error)))
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError, AssertionError) as error:
        # defects of the libraries on broken markup: one bad page never ends a run
        return Extraction(Refused(page.source_id, page.url, f"cannot be read: {type(error).__name__}: {error}"))
    kept, dropped = part_boilerplate(
        blocks, metadata.headline, metadata.byline, (metadata.outlet, site_of(page.url).split(".")[0])
    )
    text = join_blocks(kept)
    title = next((" ".join(element.text_content().split()) for element in tree.iter("title")), "")
    if reason := no_report(text, metadata, title, _shown(tree), page.url):
        return Extraction(Refused(page.source_id, page.url, reason), dropped, metadata.where)
    return Extraction(_article(page, metadata, text), dropped, metadata.where)


def join_blocks(blocks: Iterable[Block]) -> str:
    """The text of a report: its blocks, parted by blank lines."""
    return "\n\n".join(block.text for block in blocks)


def _shown(tree: HtmlElement) -> str:
    body = tree.find("body")
    return str((tree if body is None else body).text_content())[:LONGEST_SHOWN]


def _article(page: RawPage, metadata: Metadata, text: str) -> Article:
    canonical = metadata.canonical or urn(page.source_id, page.url)
    published, updated = metadata.published, metadata.updated
    return Article(
        id=article_id(canonical),
        url=page.url,
        canonical_url=canonical,
        source_id=page.source_id,
        outlet=metadata.outlet,
        headline=metadata.headline,
        byline=metadata.byline,
        language=detect_language(text) or metadata.language or "und",
        published_at=published.at if published else None,
        day_only=published.day_only if published else False,
        updated_at=updated.at if updated else None,
        seen_at=page.fetched_at,
        image=metadata.image,
        text=text,
        paragraphs=split_paragraphs(text),
        content_hash=content_hash(metadata.headline, text),
    )
