"""The static site: every page, feed and JSON file, from pages that stream past.

In: stories, threads and an archive of articles. Out: files that open from file:// or any folder of any server.
Invariant: every citation leads to an anchor: the pages of reports are written last, from what all other pages cite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from newsloom.pages import feeds_out, render
from newsloom.pages.budget import left_out
from newsloom.pages.calendar import calendar, planned_events
from newsloom.pages.citing import cited_ranges
from newsloom.pages.files import SiteFiles
from newsloom.pages.links import Links, safe_part, slug
from newsloom.pages.marks import mark_rules
from newsloom.pages.outlets import OutletView, outlet_json, outlets_json
from newsloom.pages.person_json import people_csv, people_json, person_json
from newsloom.pages.render import Around, ListPage, PersonRow, Place, ReportAround
from newsloom.pages.rows import Archive, PersonView, StoryRow, articles_for, outlets_of, row_of
from newsloom.pages.shown import Articles
from newsloom.pages.story_json import section_json, story_json
from newsloom.records import ArticleId, Correction, Range, StoryId, StoryPage

ROWS_A_PAGE = 100
FEED_ENTRIES = 200
STATIC = ("newsloom.css", "newsloom.js", "icon.svg")
Kind = Literal["story", "thread"]
FOLDERS: dict[Kind, str] = {"story": "stories", "thread": "threads"}


@dataclass(frozen=True, slots=True)
class SiteContent:
    """What a site is made of. `stories`, `threads` and `people` are read once, one at a time.

    `base_url`: where the site will stand, for the links in feeds ("https://news.example/"); "" keeps them relative.
    """

    stories: Iterable[StoryPage]
    archive: Archive
    threads: Iterable[StoryPage] = ()
    people: Iterable[PersonView] = ()
    outlets: Iterable[OutletView] = ()
    base_url: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """What the pages written so far cite and list of the reports; grows while they stream past."""

    ranges: dict[tuple[ArticleId, int], set[Range]]
    stories: dict[ArticleId, StoryId]
    corrections: dict[ArticleId, tuple[Correction, ...]] = field(default_factory=dict)
    outlets: dict[ArticleId, str] = field(default_factory=dict)

    def add(self, shown: object, articles: Articles) -> None:
        for article_id, version, place in cited_ranges(shown, articles):
            self.ranges.setdefault((article_id, version), set()).add(place)

    def list(self, page: StoryPage) -> None:
        for row in page.reports:
            self.ranges.setdefault((row.article.id, row.article.version), set())
            self.stories[row.article.id] = page.story_id

    def correct(self, page: StoryPage) -> None:
        """Keep what reports corrected; a thread's page, which knows more carriers than a story's, comes later."""
        mine: dict[ArticleId, tuple[Correction, ...]] = {}
        for found in page.corrections:
            article_id = found.before.span.article_id
            mine[article_id] = (*mine.get(article_id, ()), found)
        self.corrections.update(mine)
        self.outlets.update(outlets_of(page) if mine else {})


def write_site(target: Path, content: SiteContent) -> None:
    """Write the site into a folder, and remove what an earlier build wrote and this one did not."""
    cited = Cited({}, {})
    with SiteFiles(target) as out:
        for name, body in assets().items():
            out.write(f"assets/{name}", body)
        plans: list[str] = []
        rows = [_write_story(out, page, content, cited, "story", plans) for page in content.stories]
        for page in content.threads:
            _write_story(out, page, content, cited, "thread", [])
        out.write("next.ics", calendar(plans, "newsloom: what is planned"))
        _write_people(out, content, cited)
        _write_outlets(out, content.outlets, {row.id: row.headline for row in rows})
        _write_lists(out, sorted(rows, key=lambda row: (-row.as_of.timestamp(), row.id)), content.base_url)
        _write_reports(out, content.archive, cited)
        out.write("about/index.html", render.render_about())
        out.write("404.html", render.render_missing("page", Place(0)))


@cache
def assets() -> dict[str, bytes]:
    """Style sheets, script and icon by name; nothing comes from another host."""
    folder = files("newsloom.pages") / "static"
    return {name: (folder / name).read_bytes() for name in STATIC} | {"marks.css": mark_rules().encode()}


def around(page: StoryPage, archive: Archive, kind: Kind = "story", at: datetime | None = None) -> Around:
    """What a story page shows of others."""
    titles = {other.story_id: archive.title(other.story_id) for other in page.related}
    thread = archive.thread(page.story_id) if kind == "story" else None
    return Around({story: title for story, title in titles.items() if title}, thread, at, kind)


def _write_story(
    out: SiteFiles, page: StoryPage, content: SiteContent, cited: Cited, kind: Kind, plans: list[str]
) -> StoryRow:
    archive, articles = content.archive, articles_for(page, content.archive)
    row, folder = row_of(page, articles), f"{FOLDERS[kind]}/{safe_part(page.story_id)}"
    out.write(f"{folder}/index.html", render.render_story(page, articles, Place(), around(page, archive, kind)))
    out.write(f"{folder}/{kind}.json", feeds_out.encode(story_json(page, articles)))
    for section in left_out(page):
        whole = feeds_out.encode(section_json(page, articles, section))
        beside = around(page, archive, kind)
        out.write(f"{folder}/{section}/index.html", render.render_section(page, articles, section, Place(3), beside))
        out.write(f"{folder}/{section}/{section}.json", whole)
    out.write(f"{folder}/feed.atom", feeds_out.report_feed(page, row.headline, Links("../../")))
    out.write(f"{folder}/reports.csv", feeds_out.reports_csv(page))
    events = list(
        planned_events(page, articles, f"{content.base_url.rstrip('/')}/{folder}/" if content.base_url else "")
    )
    out.write(f"{folder}/next.ics", calendar(events, row.headline))
    plans += events
    cited.add(page, articles)
    cited.correct(page)
    if kind == "story":
        cited.list(page)
    return row


def _write_people(out: SiteFiles, content: SiteContent, cited: Cited) -> None:
    listed: list[PersonRow] = []
    for view in content.people:
        articles, folder = articles_for(view, content.archive), f"people/{safe_part(view.person.id)}"
        out.write(f"{folder}/index.html", render.render_person(view, articles))
        out.write(f"{folder}/person.json", feeds_out.encode(person_json(view, articles)))
        cited.add((view.roles, view.quotes, view.spoken_of), articles)
        listed.append(PersonRow(view.person.id, view.person.name, view.person.kind, len(view.stories)))
    out.write("people/index.html", render.render_people(listed))
    out.write("people/people.json", people_json(listed))
    out.write("people/people.csv", people_csv(listed))


def _write_outlets(out: SiteFiles, outlets: Iterable[OutletView], titles: Mapping[StoryId, str]) -> None:
    listed = tuple(outlets)
    for view in listed:
        folder = f"outlets/{slug(view.name)}"
        out.write(f"{folder}/index.html", render.render_outlet(view, titles))
        out.write(f"{folder}/outlet.json", feeds_out.encode(outlet_json(view)))
    out.write("outlets/index.html", render.render_outlets(listed))
    out.write("outlets/outlets.json", outlets_json(listed))


def _write_lists(out: SiteFiles, rows: list[StoryRow], base_url: str) -> None:
    for number, (path, shown) in enumerate(list_pages(len(rows))):
        place = Place(path.count("/"))
        out.write(path, render.render_index(rows[number * ROWS_A_PAGE :][:ROWS_A_PAGE], place, shown))
    newest = sorted(rows, key=lambda row: (row.updated, row.id), reverse=True)[:FEED_ENTRIES]
    feed_links = Links(f"{base_url.rstrip('/')}/" if base_url else "")
    out.write("feed.atom", feeds_out.story_feed(newest, feed_links))
    out.write("index.json", feeds_out.stories_json(rows))
    out.write("index.csv", feeds_out.stories_csv(rows))


def list_pages(rows: int) -> Iterator[tuple[str, ListPage]]:
    """Path and neighbours of each page of the list of stories: index.html, older/2/index.html, …"""
    last = max(1, -(-rows // ROWS_A_PAGE))
    for n in range(1, last + 1):
        up = "" if n == 1 else "../../"
        newer = "" if n == 1 else f"{up}index.html" if n == 2 else f"{up}older/{n - 1}/index.html"
        older = "" if n == last else f"{up}older/{n + 1}/index.html"
        yield "index.html" if n == 1 else f"older/{n}/index.html", ListPage(newer=newer, older=older)


def _write_reports(out: SiteFiles, archive: Archive, cited: Cited) -> None:
    """Every version that is cited or listed; `reports/<id>/` leads to the newest."""
    versions: dict[ArticleId, list[int]] = {}
    for article_id, version in sorted(cited.ranges):
        versions.setdefault(article_id, []).append(version)
    for article_id, written in versions.items():
        corrections = cited.corrections.get(article_id, ())
        shown = ReportAround(tuple(written), cited.stories.get(article_id), corrections, cited.outlets)
        folder = f"reports/{safe_part(article_id)}"
        for version in written:
            article = archive.article(article_id, version)
            page = (
                render.render_report(article, cited.ranges[article_id, version], around=shown)
                if article
                else render.render_missing("report", Place(3))
            )
            out.write(f"{folder}/{version}/index.html", page)
        newest = f"{written[-1]}/index.html"
        moved = render.render_notice("This report", (), Place(), "Its newest version", forward=newest)
        out.write(f"{folder}/index.html", moved)
