"""Lists for machines: Atom, JSON and CSV of stories, of a story's reports and of people.

In: rows. Out: text. Invariants: an Atom entry keeps its id for ever and its `updated` moves only with the substance;
the same rows give the same bytes; nothing a row holds can end an element or start a formula in a spreadsheet.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import msgspec

from newsloom.pages.links import Links, outside
from newsloom.pages.rows import StoryRow
from newsloom.pages.story_json import instant, report_json
from newsloom.records import StoryPage

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # an empty feed must still say when it was updated
ILLEGAL = {n: None for n in range(32) if n not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
STORY_FIELDS = ("id", "headline", "lede", "status", "as_of", "reports", "outlets", "texts", "origins", "unnamed")
REPORT_FIELDS = ("id", "given_id", "outlet", "headline", "url", "published", "text", "own_words", "versions")


@dataclass(frozen=True, slots=True)
class AtomEntry:
    id: str  # a urn: it stays where the address of the site changes
    title: str
    link: str
    updated: datetime
    summary: str = ""
    published: datetime | None = None


def story_feed(rows: Iterable[StoryRow], links: Links, title: str = "newsloom: stories") -> str:
    """The Atom feed of a list of stories; `links.root` leads to the top of the site."""
    entries = [
        AtomEntry(f"urn:newsloom:story:{row.id}", row.headline, links.page("stories", row.id), row.updated, row.lede)
        for row in rows
    ]
    return atom("urn:newsloom:stories", title, links.file("feed.atom"), entries)


def report_feed(page: StoryPage, title: str, links: Links) -> str:
    """The Atom feed of one story: its reports, the newest first."""
    reports = sorted((row.article for row in page.reports), key=lambda a: (a.told_at, a.id), reverse=True)
    entries = [
        AtomEntry(
            f"urn:newsloom:report:{a.id}",
            f"{a.outlet}: {a.headline}" if a.outlet else a.headline or a.id,
            links.page("reports", a.id, str(a.version)),
            a.seen_at,
            published=a.published_at,
        )
        for a in reports
    ]
    return atom(f"urn:newsloom:story:{page.story_id}:reports", title, "feed.atom", entries)


def atom(feed_id: str, title: str, self_link: str, entries: Sequence[AtomEntry]) -> str:
    """An Atom document (RFC 4287)."""
    updated = max((entry.updated for entry in entries), default=EPOCH)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{_xml(feed_id)}</id><title>{_xml(title)}</title><updated>{instant(updated)}</updated>",
        f'<author><name>newsloom</name></author><link rel="self" href={_attribute(self_link)}/>',
        *map(_entry, entries),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(entry: AtomEntry) -> str:
    published = f"<published>{instant(entry.published)}</published>" if entry.published else ""
    summary = f"<summary>{_xml(entry.summary)}</summary>" if entry.summary else ""
    return (
        f"<entry><id>{_xml(entry.id)}</id><title>{_xml(entry.title)}</title><link href={_attribute(entry.link)}/>"
        f"<updated>{instant(entry.updated)}</updated>{published}{summary}</entry>"
    )


def _xml(text: str) -> str:
    return escape(text.translate(ILLEGAL))


def _attribute(text: str) -> str:
    return quoteattr(text.translate(ILLEGAL))


def story_object(row: StoryRow) -> dict[str, Any]:
    """A story as `newsloom stories --json` and index.json list it."""
    return {
        "id": row.id,
        "headline": row.headline,
        "status": row.status,
        "as_of": instant(row.as_of),
        "reports": list(row.reports),
        "outlets": len(row.outlets),
        "texts": row.texts,
        "origins": row.origins,
        "unnamed": row.unnamed,
        "lede": row.lede,
    }


def stories_json(rows: Iterable[StoryRow]) -> str:
    return encode({"stories": [story_object(row) for row in rows]})


def stories_csv(rows: Iterable[StoryRow]) -> str:
    objects = ({**story_object(row), "reports": len(row.reports)} for row in rows)
    return table(STORY_FIELDS, objects)


def reports_csv(page: StoryPage) -> str:
    """All reports of a story, as in story.json."""
    rows = (msgspec.structs.asdict(report_json(row)) for row in page.reports)
    return table(REPORT_FIELDS, ({**row, "url": outside(row["url"])} for row in rows))


def table(fields: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(fields)
    writer.writerows([_cell(row[field]) for field in fields] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def encode(value: Any) -> str:
    """JSON as it is written to files: UTF-8, two blanks of indent, a line break at the end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
