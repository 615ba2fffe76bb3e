"""The pages that people see: the paths and templates of the static site, answered live.

In: a path. Out: HTML, Atom, CSV or JSON as the static site has them; also `?at=`, `diff` and search, which it has not.
All links are relative, so the server may stand behind a proxy in any folder.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from newsloom.pages import feeds_out, render
from newsloom.pages.budget import WHOLE
from newsloom.pages.calendar import calendar, planned_events
from newsloom.pages.links import safe_part, slug
from newsloom.pages.outlets import outlet_json, outlets_json
from newsloom.pages.person_json import people_csv, people_json, person_json
from newsloom.pages.render import ListPage, Place, ReportAround
from newsloom.pages.site import FEED_ENTRIES, ROWS_A_PAGE, Kind, around, assets
from newsloom.pages.story_json import section_json, story_json
from newsloom.records import ArticleId, StoryPage
from newsloom.server import asked
from newsloom.server.asked import Articles
from newsloom.server.reader import Reader
from newsloom.store import StoreError

TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
ATOM = "application/atom+xml"
CSV = "text/csv"
ICS = "text/calendar"
JSON = "application/json"
MOST_TRACED = 1_000  # characters of a sentence that is traced
MOST_LISTED = 10_000  # stories in index.json and index.csv
Guard = Callable[[Callable[..., Response]], Callable[..., Response]]


def live(depth: int) -> Place:
    return Place(depth, live=True)


def page_routes(reader: Reader, guard: Guard, editable: bool = False) -> APIRouter:
    """Every page; none is part of the API's description. `editable`: stories lead to their page of corrections."""
    router = APIRouter(include_in_schema=False)
    routes: dict[str, Callable[..., Response]] = {
        **_list_routes(reader),
        **_story_routes(reader, editable),
        **_thread_routes(reader),
        **_people_routes(reader),
        **_outlet_routes(reader),
        **_report_routes(reader),
        "/about/": lambda: HTMLResponse(render.render_about(live(1))),
    }
    for path, answer in routes.items():
        router.add_api_route(path, guard(answer), response_model=None)
        if path.endswith("/"):
            router.add_api_route(f"{path}index.html", guard(answer), response_model=None)
    router.add_api_route("/assets/{name}", _asset, response_model=None)
    router.add_api_route("/stories/{member}/read", guard(_reading(reader)), methods=["POST"], response_model=None)
    return router


def _reading(reader: Reader) -> Callable[..., Response]:
    """The reader's mark: the one thing that a page sets. Other sites' pages cannot: a form says where it comes from."""

    def read(request: Request, member: str) -> Response:
        origin = request.headers.get("origin", "")
        if origin and urlsplit(origin).netloc != request.headers.get("host", ""):
            raise HTTPException(403, "A story is marked as read from its own page only.")
        page, _ = asked.story(reader, member)
        try:
            reader.mark_read(page)
        except StoreError as error:
            raise HTTPException(503, f"Not marked as read: {error}") from None
        return RedirectResponse("./", 303)

    return read


def _asset(name: str) -> Response:
    body = assets().get(name)
    if body is None:
        raise asked.Missing("file")
    return Response(body, media_type=TYPES[name.rsplit(".", 1)[-1]], headers={"cache-control": "max-age=300"})


def _list_routes(reader: Reader) -> dict[str, Callable[..., Response]]:
    def listed(number: int, depth: int) -> Response:
        if number < 1:
            raise asked.Missing("page of stories")
        start, up = (number - 1) * ROWS_A_PAGE, "../" * depth
        rows = reader.stories(start, ROWS_A_PAGE + 1)
        if not rows and number > 1:
            raise asked.Missing("page of stories")
        newer = "" if number == 1 else (up if number == 2 else f"{up}older/{number - 1}/")
        older = f"{up}older/{number + 1}/" if len(rows) > ROWS_A_PAGE else ""
        shown = ListPage(newer=newer, older=older)
        return HTMLResponse(render.render_index(rows[:ROWS_A_PAGE], live(depth), shown))

    def search(q: str = "") -> Response:
        query = " ".join(q.split())[:200]
        rows = reader.search(query, ROWS_A_PAGE) if query else ()
        empty = f"No story has the words {query}." if query else "Give one or more words to search for."
        shown = ListPage("Search", "Best match first.", empty, feeds=False, query=query)
        return HTMLResponse(render.render_index(rows, live(0), shown))

    def feed() -> Response:
        rows = sorted(reader.stories(0, FEED_ENTRIES), key=lambda row: (row.updated, row.id), reverse=True)
        return Response(feeds_out.story_feed(rows, live(0).links), media_type=ATOM)

    def plans() -> Response:
        newest = sorted(reader.stories(0, FEED_ENTRIES), key=lambda row: (row.updated, row.id), reverse=True)
        pages = (asked.story(reader, row.id) for row in newest)
        events = (event for page, articles in pages for event in planned_events(page, articles))
        return Response(calendar(events, "newsloom: what is planned"), media_type=ICS)

    return {
        "/": lambda: listed(1, 0),
        "/older/{number}/": lambda number: listed(_whole(number), 2),
        "/search": search,
        "/feed.atom": feed,
        "/next.ics": plans,
        "/index.json": lambda: Response(feeds_out.stories_json(reader.stories(0, MOST_LISTED)), media_type=JSON),
        "/index.csv": lambda: PlainTextResponse(feeds_out.stories_csv(reader.stories(0, MOST_LISTED)), media_type=CSV),
    }


def _whole(number: str) -> int:
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def _story_routes(reader: Reader, editable: bool) -> dict[str, Callable[..., Response]]:
    def moved(member: str, at: str = "") -> Response:
        """The address without its slash, or of a member: to the story where that report is now."""
        query = f"?at={quote(at)}" if at else ""
        return RedirectResponse(f"{safe_part(asked.story_of(reader, member))}/{query}", 307)

    def page(member: str, at: str = "") -> Response:
        story_id = asked.story_of(reader, member)
        if story_id != member:
            query = f"?at={quote(at)}" if at else ""
            return RedirectResponse(f"../{safe_part(story_id)}/{query}", 307)
        until = asked.instant_of(at)
        shown, articles = asked.story(reader, member, until)
        now = until is None
        read = reader.last_read(shown.story_id) if now else None
        beside = replace(around(shown, reader, at=until), editable=editable and now, read=read)
        return HTMLResponse(render.render_story(shown, articles, live(2), beside))

    def data(member: str, at: str = "") -> Response:
        shown, articles = asked.story(reader, member, asked.instant_of(at))
        return Response(feeds_out.encode(story_json(shown, articles)), media_type=JSON)

    def changes(member: str, since: str = Query("", alias="from"), until: str = Query("", alias="to")) -> Response:
        found = asked.compare(reader, member, since, until)
        times = (found.since, found.until)
        return HTMLResponse(render.render_changes(found.page, found.articles, found.changes, times, live(2)))

    def section(member: str, name: str, at: str = "") -> Response:
        shown, articles = asked.story(reader, member, until := asked.instant_of(at))
        beside = around(shown, reader, at=until)
        return HTMLResponse(render.render_section(shown, articles, _section(name), live(3), beside))

    def section_data(member: str, name: str, file: str, at: str = "") -> Response:
        shown, articles = asked.story(reader, member, asked.instant_of(at))
        return _section_data(shown, articles, name, file)

    return {
        "/stories/": lambda: RedirectResponse("../", 307),
        "/stories/{member}": moved,
        "/stories/{member}/": page,
        "/stories/{member}/story.json": data,
        "/stories/{member}/diff": changes,
        **_story_feeds("/stories/{member}", lambda member: asked.story(reader, member)),
        "/stories/{member}/{name}": _to_section,
        "/stories/{member}/{name}/": section,
        "/stories/{member}/{name}/{file}": section_data,
    }


def _section(name: str) -> str:
    if name not in WHOLE:
        raise asked.Missing("section")
    return name


def _section_data(page: StoryPage, articles: Articles, name: str, file: str) -> Response:
    if file != f"{_section(name)}.json":
        raise asked.Missing("file")
    return Response(feeds_out.encode(section_json(page, articles, name)), media_type=JSON)


def _to_section(name: str) -> Response:
    """The address without its slash."""
    return RedirectResponse(f"{_section(name)}/", 307)


def _story_feeds(path: str, find: Callable[[str], tuple[Any, Any]]) -> dict[str, Callable[..., Response]]:
    """A story's or a thread's reports as Atom and CSV, and what it has ahead as iCalendar."""

    def feed(member: str) -> Response:
        page, articles = find(member)
        title = render.title_of(page, articles)
        return Response(feeds_out.report_feed(page, title, live(2).links), media_type=ATOM)

    def rows(member: str) -> Response:
        return PlainTextResponse(feeds_out.reports_csv(find(member)[0]), media_type=CSV)

    def plans(member: str) -> Response:
        page, articles = find(member)
        return Response(calendar(planned_events(page, articles), render.title_of(page, articles)), media_type=ICS)

    return {f"{path}/feed.atom": feed, f"{path}/reports.csv": rows, f"{path}/next.ics": plans}


def _thread_routes(reader: Reader) -> dict[str, Callable[..., Response]]:
    kind: Kind = "thread"

    def page(member: str) -> Response:
        shown, articles = asked.thread(reader, member)
        return HTMLResponse(render.render_story(shown, articles, live(2), around(shown, reader, kind)))

    def data(member: str) -> Response:
        return Response(feeds_out.encode(story_json(*asked.thread(reader, member))), media_type=JSON)

    def section(member: str, name: str) -> Response:
        shown, articles = asked.thread(reader, member)
        beside = around(shown, reader, kind)
        return HTMLResponse(render.render_section(shown, articles, _section(name), live(3), beside))

    def section_data(member: str, name: str, file: str) -> Response:
        return _section_data(*asked.thread(reader, member), name, file)

    return {
        "/threads/{member}": lambda member: RedirectResponse(f"{safe_part(member)}/", 307),
        "/threads/{member}/": page,
        "/threads/{member}/thread.json": data,
        **_story_feeds("/threads/{member}", lambda member: asked.thread(reader, member)),
        "/threads/{member}/{name}": _to_section,
        "/threads/{member}/{name}/": section,
        "/threads/{member}/{name}/{file}": section_data,
    }


def _people_routes(reader: Reader) -> dict[str, Callable[..., Response]]:
    def page(person: str) -> Response:
        view, articles = asked.person(reader, person)
        if view.person.id != person:
            return RedirectResponse(f"../{safe_part(view.person.id)}/", 307)
        return HTMLResponse(render.render_person(view, articles, live(2)))

    def data(person: str) -> Response:
        return Response(feeds_out.encode(person_json(*asked.person(reader, person))), media_type=JSON)

    return {
        "/people/": lambda: HTMLResponse(render.render_people(reader.people(), live(1))),
        "/people/people.json": lambda: Response(people_json(reader.people()), media_type=JSON),
        "/people/people.csv": lambda: PlainTextResponse(people_csv(reader.people()), media_type=CSV),
        "/people/{person}": lambda person: RedirectResponse(f"{safe_part(person)}/", 307),
        "/people/{person}/": page,
        "/people/{person}/person.json": data,
    }


def _outlet_routes(reader: Reader) -> dict[str, Callable[..., Response]]:
    def page(outlet: str) -> Response:
        view = asked.outlet(reader, outlet)
        titles = {story: reader.title(story) or "" for story in view.stories[: render.MOST_STORIES]}
        return HTMLResponse(render.render_outlet(view, titles, live(2)))

    def data(outlet: str) -> Response:
        return Response(feeds_out.encode(outlet_json(asked.outlet(reader, outlet))), media_type=JSON)

    def trace(q: str = "") -> Response:
        sentence = " ".join(q.split())[:MOST_TRACED]
        return HTMLResponse(render.render_trace(sentence, reader.trace(sentence) if sentence else (), live(0)))

    return {
        "/trace": trace,
        "/outlets/": lambda: HTMLResponse(render.render_outlets(reader.outlets(), live(1))),
        "/outlets/outlets.json": lambda: Response(outlets_json(reader.outlets()), media_type=JSON),
        "/outlets/{outlet}": lambda outlet: RedirectResponse(f"{slug(outlet)}/", 307),
        "/outlets/{outlet}/": page,
        "/outlets/{outlet}/outlet.json": data,
    }


def _report_routes(reader: Reader) -> dict[str, Callable[..., Response]]:
    def newest(report: str, up: str) -> Response:
        article = asked.report(reader, report)
        return RedirectResponse(f"{up}{safe_part(report)}/{article.version}/", 307)

    def page(report: str, version: str) -> Response:
        article = asked.report(reader, report, _whole(version))
        story = reader.story_of(report)
        corrections, outlets = asked.corrected(reader, article.id, story)
        beside = ReportAround(tuple(reader.versions(article.id)), story, corrections, outlets)
        cited = reader.cited(ArticleId(report), article.version)
        return HTMLResponse(render.render_report(article, cited, live(3), beside))

    def why(report: str, story: str = "") -> Response:
        found, article = asked.why(reader, report, story)
        return HTMLResponse(render.render_why(found, article, reader.title, live(2)))

    return {
        "/reports/{report}": lambda report: newest(report, ""),
        "/reports/{report}/": lambda report: newest(report, "../"),
        "/reports/{report}/why": why,
        "/reports/{report}/{version}": lambda report, version: RedirectResponse(f"{safe_part(version)}/", 307),
        "/reports/{report}/{version}/": page,
    }
