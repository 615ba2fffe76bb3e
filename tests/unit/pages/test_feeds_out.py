from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta

from tests.affair import PAGE, SILENT, Shelf, row
from tests.markup import xml_of

from newsloom.pages.feeds_out import report_feed, reports_csv, stories_csv, story_feed, table
from newsloom.pages.links import Links
from newsloom.pages.rows import substance_at
from newsloom.records import StoryPage

ATOM = "{http://www.w3.org/2005/Atom}"


def test_atom_has_what_the_standard_asks_for() -> None:
    feed = xml_of(story_feed(Shelf().rows(), Links("https://news.example/")))
    assert feed.tag == f"{ATOM}feed" and feed.findtext(f"{ATOM}author/{ATOM}name") == "newsloom"
    for node in (feed, *feed.findall(f"{ATOM}entry")):
        assert node.findtext(f"{ATOM}id") and node.findtext(f"{ATOM}title")
        assert str(node.findtext(f"{ATOM}updated")).endswith("Z")
    entries = feed.findall(f"{ATOM}entry")
    assert [e.findtext(f"{ATOM}id") for e in entries] == ["urn:newsloom:story:a1", "urn:newsloom:story:f6"]
    link = entries[0].find(f"{ATOM}link")
    assert link is not None and link.get("href") == "https://news.example/stories/a1/index.html"


def test_what_was_read_cannot_break_a_feed() -> None:
    bad = replace(Shelf().rows()[0], headline="a\x00b ]]> <x> & \ufffe", lede="\x0b")
    feed = xml_of(story_feed([bad], Links()))
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "ab ]]> <x> & "
    assert len(xml_of(report_feed(PAGE, "t", Links("../../"))).findall(f"{ATOM}entry")) == 6


def with_report(page: StoryPage) -> StoryPage:
    """The same page with one more reprint, seen a day later."""
    fields = {name: getattr(SILENT, name) for name in SILENT.__struct_fields__}
    later = type(SILENT)(**{**fields, "id": "h8", "seen_at": SILENT.seen_at + timedelta(days=1)})
    return replace(page, reports=(*page.reports, row(later, 1, 0.0)), as_of=later.seen_at)


def test_a_reprint_does_not_touch_updated() -> None:
    assert substance_at(with_report(PAGE)) == substance_at(PAGE)
    assert with_report(PAGE).as_of > PAGE.as_of


def test_a_new_sentence_does() -> None:
    assert substance_at(replace(PAGE, summary=PAGE.summary[:1])) < substance_at(PAGE)


def test_csv_reads_back() -> None:
    rows = list(csv.DictReader(io.StringIO(reports_csv(PAGE))))
    assert [r["id"] for r in rows] == ["a1", "b2", "c3", "d4", "e5", "g7"]
    assert rows[4]["url"] == "" and rows[3]["published"] == "2031-04-28"
    assert next(csv.DictReader(io.StringIO(stories_csv(Shelf().rows()))))["reports"] == "6"


def test_a_cell_never_starts_a_formula() -> None:
    assert table(("a", "b"), [{"a": "=1+1", "b": -1}]) == "a,b\r\n'=1+1,-1\r\n"
