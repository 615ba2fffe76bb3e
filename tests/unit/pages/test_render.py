from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pytest
from tests.affair import ARTICLES, HOSTILE, PAGE, POST, SMALL, WIRE, Shelf
from tests.markup import html_of

from newsloom.pages.changes import diff
from newsloom.pages.render import (
    ListPage,
    Place,
    ReportAround,
    render_changes,
    render_index,
    render_people,
    render_person,
    render_report,
    render_story,
)
from newsloom.pages.rows import StoryRow
from newsloom.pages.story_json import story_json
from newsloom.records import Range, StoryPage

PAGES = {
    "story": render_story(PAGE, ARTICLES),
    "small story": render_story(SMALL, ARTICLES),
    "live story": render_story(PAGE, ARTICLES, Place(live=True)),
    "index": render_index(Shelf().rows()),
    "empty index": render_index([]),
    "people": render_people([]),
    "person": render_person(Shelf().views()[0], ARTICLES),
    "report": render_report(HOSTILE, [Range(0, 25), Range(10, 60), Range(0, 9, "headline")]),
    "changes": render_changes(PAGE, ARTICLES, diff(SMALL, PAGE), (datetime(2031, 4, 20, tzinfo=UTC), None)),
}


def words(text: str) -> str:
    return " ".join(text.split())


def text_of(page: str) -> str:
    (main,) = html_of(page).xpath("//main")
    return words(main.text_content())


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_page_is_sound(page: str) -> None:
    tree = html_of(page)
    assert len(tree.xpath("//h1")) == 1 and tree.xpath("//html/@lang") and tree.xpath("//title/text()")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in tree.xpath("//a/@href"):
        assert not href.startswith("#") or href[1:] in ids, href
    for control in tree.xpath("//input[not(@type='hidden')]"):
        assert control.get("aria-label") or control.xpath("ancestor::label")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_nothing_hostile_gets_through(page: str) -> None:
    tree = html_of(page)
    kinds = [script.get("src", "").rsplit("/", 1)[-1] or script.get("type") for script in tree.xpath("//script")]
    assert kinds in (["newsloom.js"], ["newsloom.js", "application/ld+json"])
    assert not tree.xpath("//img | //iframe | //object | //*[@onerror] | //*[@style] | //style")
    for address in tree.xpath("//@href | //@src | //@action"):
        assert re.match(r"(https://[a-g]\d\.example/|[\w./%-]*([?#].*)?$)", address), address
    for link in tree.xpath("//a[starts-with(@href, 'http')]"):
        assert link.get("rel") == "noopener noreferrer"


def test_no_file_from_another_host() -> None:
    for page in PAGES.values():
        for address in html_of(page).xpath("//link/@href | //script/@src"):
            assert "//" not in address


def test_templates_evaluate_nothing_that_was_read() -> None:
    assert "{{ 7 * 7 }}" in PAGES["report"] and "49" not in text_of(PAGES["report"])


def test_the_page_shows_every_sentence_of_story_json() -> None:
    shown, story = text_of(PAGES["story"]), story_json(PAGE, ARTICLES)
    sentences = [
        *(s["text"] for s in story["summary"]),
        *(s["text"] for entry in story["timeline"] + story["next"] for s in entry["sentences"]),
        *(s["text"] for entry in story["positions"] for s in entry["sentences"]),
        *(entry["claim"]["text"] for entry in story["coverage"]),
        *(card["role"]["text"] for card in story["people"]),
        *(quote["variants"][0]["text"] for quote in story["quotes"]),
        *(value["cites"][0]["text"] for entry in story["disagreements"] for value in entry["values"]),
        *(entry["name"] for entry in story["roots"]),
        *(words(f"{entry['outlet']}: {entry['headline']}") for entry in story["reports"]),
        *story["limits"],
        story["headline"]["text"],
        story["status"]["event"],
    ]
    for sentence in sentences:
        assert sentence in shown, sentence


def test_order_of_the_page() -> None:
    headings = [words(h.text_content()) for h in html_of(PAGES["story"]).xpath("//main//h2")]
    assert headings == [
        "What the reports say", "Who is who", "Where reports disagree", "Timeline", "What each side wants",
        "Who said what", "Who reports what", "Who had it first", "What was corrected", "Where it comes from",
        "All reports", "Related",         "Method and limits",
    ]  # fmt: skip


def test_empty_sections_leave_nothing_behind() -> None:
    tree = html_of(PAGES["small story"])
    assert [words(h.text_content()) for h in tree.xpath("//main//h2")] == [
        "What the reports say",
        "The report",
        "Method and limits",
    ]
    assert [a.get("href") for a in tree.xpath("//nav[@class='rail']//a")] == ["#summary", "#reports", "#method"]


def test_ours_is_marked_in_the_text_itself() -> None:
    for ours in html_of(PAGES["story"]).xpath("//*[contains(concat(' ', @class, ' '), ' ours ')]"):
        assert re.fullmatch(r"\[.*\]", words(ours.text_content())), ours.text_content()


def test_what_is_disputed_below_is_marked_above() -> None:
    tree = html_of(PAGES["story"])
    marked = tree.xpath("//section[@id='summary']//div[@class='said'][.//a[@class='dis']]/p")
    assert [words(p.text_content()) for p in marked] == [
        "The inspection cost 3.4 million crowns … according to the city’s own books. [≠ reports differ]"
    ]


def test_every_citation_leads_to_an_anchor_of_its_report() -> None:
    for page in ("story", "person", "changes"):
        for href in html_of(PAGES[page]).xpath("//a[@data-span]/@href"):
            assert re.fullmatch(r"(\.\./){2}reports/[a-g]\d/\d/index\.html#[sh]\d+-\d+", href), href


def test_foreign_words_say_their_language() -> None:
    spans = html_of(PAGES["story"]).xpath("//section[@id='summary']//span[@lang='de']")
    assert [span.text for span in spans] == ["Die Fährgesellschaft verlangt Schadenersatz."]


def test_linked_data_is_inert_and_reads_back() -> None:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', PAGES["story"], re.S)
    assert "<" not in block
    linked = json.loads(unescape(block))
    assert linked["citation"][4]["headline"] == HOSTILE.headline and "url" not in linked["citation"][4]
    assert linked["about"]["eventStatus"] == "https://schema.org/EventScheduled"


def test_an_empty_list_says_so() -> None:
    assert "No stories yet" in text_of(PAGES["empty index"])


def test_lists_show_outlets_and_counts() -> None:
    shown = text_of(PAGES["index"])
    assert "Halden Wire · Northern Post" in shown and "6 reports · 5 texts · 2 independent origins" in shown
    many = replace(Shelf().rows()[0], outlets=tuple(f"Outlet {n}" for n in range(20)))
    assert "and 8 more" in text_of(render_index([many], Place(0), ListPage()))


def test_a_page_of_hundreds_of_reports_stays_usable() -> None:
    rows = tuple(replace(PAGE.reports[5], text=n) for n in range(2_000))
    page: StoryPage = replace(PAGE, reports=(*PAGE.reports, *rows))
    shown = text_of(render_story(page, ARTICLES))
    assert shown.count("Valley Times:") == 500 and "The newest 500; all 2,006 as CSV" in shown
    assert len(story_json(page, ARTICLES)["reports"]) == 2_006


def test_lists_take_any_row() -> None:
    row: StoryRow = replace(Shelf().rows()[0], status=None, lede="", outlets=(), disagreements=0)
    assert row.headline in text_of(render_index([row]))


def test_the_page_of_a_report_shows_what_was_corrected_and_who_still_has_the_old_words() -> None:
    around = ReportAround((1, 2), PAGE.story_id, PAGE.corrections, {POST.id: POST.outlet})
    page = html_of(render_report(WIRE, [], around=around))
    (section,) = page.xpath("//section[@id='corrections']")
    assert section.xpath(".//ins/text()") == ["will", "to traffic"]
    assert "the old words also in: Northern Post (still)" in words(section.text_content())
    assert not html_of(render_report(WIRE, [])).xpath("//section[@id='corrections']")
