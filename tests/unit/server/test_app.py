from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime

import jsonschema
import pytest
from tests.affair import PAGE, Desk
from tests.asgi import Answer, ask
from tests.markup import html_of

from newsloom.pages.render import render_story
from newsloom.pages.rows import StoryRow
from newsloom.pages.site import around
from newsloom.pages.story_json import story_schema
from newsloom.records import ReadMark, Seq, StoryId
from newsloom.server.app import create_app
from newsloom.server.instants import read_instant
from newsloom.server.pages import live

APP = create_app(Desk(threads={StoryId("a1"): StoryId("f6")}))


def get(address: str) -> Answer:
    return ask(APP, address)


def test_pages_are_those_of_the_static_site() -> None:
    from tests.affair import ARTICLES

    desk = Desk(threads={StoryId("a1"): StoryId("f6")})
    assert get("/stories/a1/").text == render_story(PAGE, ARTICLES, live(2), around(PAGE, desk))
    assert get("/stories/a1/index.html").body == get("/stories/a1/").body


@pytest.mark.parametrize(
    "path",
    ["/", "/about/", "/people/", "/people/a1.1.50/", "/stories/a1/", "/stories/f6/", "/threads/f6/", "/reports/a1/2/",
     "/search?q=bridge", "/search", "/stories/a1/?at=2031-04-28T13:00Z", "/stories/a1/diff?from=2031-04-28T13:00Z",
     "/stories/a1/quotes/", "/stories/a1/timeline/?at=2031-04-28T13:00Z", "/threads/f6/coverage/", "/outlets/",
     "/outlets/halden-wire/", "/trace?q=The+Halden+bridge", "/trace"],
)  # fmt: skip
def test_every_page_answers_and_its_links_do_too(path: str) -> None:
    page = get(path)
    assert page.status == 200 and page.headers["content-type"].startswith("text/html")
    folder = path.split("?")[0].rsplit("/", 1)[0].strip("/").split("/") if path != "/" else []
    for href in set(html_of(page.text).xpath("//a/@href | //link/@href | //script/@src")):
        if href.startswith(("http", "#")):
            continue
        steps = [step for step in folder if step]
        for step in href.split("#")[0].split("/"):
            steps = steps[:-1] if step == ".." else steps if step in ("", ".") else [*steps, step]
        slash = "/" if not steps or href.split("#")[0].endswith("/") else ""
        target = "/" + "/".join(steps) + (slash if steps else "")
        assert get(target).status == 200, (path, href, target)


@pytest.mark.parametrize("path", ["/next.ics", "/stories/a1/next.ics", "/threads/f6/next.ics"])
def test_what_is_planned_is_a_calendar(path: str) -> None:
    answer = get(path)
    assert answer.status == 200 and answer.headers["content-type"].startswith("text/calendar")
    assert answer.text.startswith("BEGIN:VCALENDAR\r\n") and answer.text.endswith("END:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20310501" in answer.text or path.startswith("/threads")


def test_any_member_leads_to_its_story() -> None:
    for address, to in {
        "/stories/a1": "a1/", "/stories/b2": "a1/", "/stories/b2/": "../a1/", "/reports/a1/": "../a1/2/",
        "/reports/a1": "a1/2/", "/stories/a1/quotes": "quotes/",
        "/stories/b2/?at=2031-04-29": "../a1/?at=2031-04-29", "/people/a1.1.50": "a1.1.50/",
    }.items():  # fmt: skip
        answer = get(address)
        assert (answer.status, answer.headers["location"]) == (307, to)


@pytest.mark.parametrize(
    "path",
    ["/stories/none/", "/threads/none/", "/people/none/", "/reports/none/", "/reports/a1/9/", "/reports/a1/x/",
     "/assets/none", "/assets/..%2f", "/older/0/", "/older/2/", "/older/x/", "/nowhere/at/all", "/stories/a1/nothing",
     "/stories/a1/nothing/", "/stories/a1/quotes/roots.json", "/threads/f6/summary/"],
)  # fmt: skip
def test_an_unknown_address_says_what_is_missing(path: str) -> None:
    answer = get(path)
    assert answer.status == 404 and "There is no" in answer.text and "<h1" in answer.text


def test_a_section_is_there_as_data() -> None:
    quotes = get("/stories/a1/quotes/quotes.json").json()["quotes"]
    assert [quote["id"] for quote in quotes] == [said.id for said in PAGE.quotes]
    assert get("/threads/f6/roots/roots.json").json()["id"] == "a1"  # the desk has one page


def test_before_its_first_report_a_story_is_not_there() -> None:
    assert get("/stories/a1/?at=2030-01-01").status == 404


@pytest.mark.parametrize("path", ["/stories/a1/?at=soon", "/stories/a1/diff", "/stories/a1/diff?from=x"])
def test_what_is_not_understood_is_said(path: str) -> None:
    assert get(path).status == 400


def test_an_earlier_page_says_that_it_is() -> None:
    page = get("/stories/a1/?at=2031-04-28T13:00Z").text
    assert "as it was known on 28 April 2031, 13:00 UTC" in page and page.count('class="no"') == 1


def test_what_changed_since_the_reader_last_read() -> None:
    desk = Desk()
    app = create_app(desk)
    assert "Mark as read" in ask(app, "/stories/a1/").text
    assert ask(app, "/stories/a1/diff?from=last").status == 404
    marked = ask(app, "/stories/b2/read", "POST", origin="http://news.example")
    assert (marked.status, marked.headers["location"]) == (303, "./") and set(desk.marks) == {"a1"}
    assert "You have read this page" in ask(app, "/stories/a1/").text
    desk.marks[StoryId("a1")] = ReadMark(StoryId("a1"), Seq(1), datetime(2031, 4, 28, 13, tzinfo=UTC))
    page = ask(app, "/stories/a1/").text
    assert "since you read this as of 28 April 2031, 13:00 UTC" in page and "Mark as read" in page
    changes = ask(app, "/stories/a1/diff?from=last")
    assert changes.status == 200 and "What changed from 28 April 2031, 13:00 UTC" in changes.text
    assert ask(app, "/api/stories/a1/diff?from=last").json()["from"] == "2031-04-28T13:00:00Z"
    assert "since you read" not in ask(app, "/stories/a1/?at=2031-04-28T14:00Z").text


def test_another_sites_page_marks_nothing() -> None:
    desk = Desk()
    assert ask(create_app(desk), "/stories/a1/read", "POST", origin="http://evil.example").status == 403
    assert ask(create_app(desk), "/stories/none/read", "POST").status == 404
    assert desk.marks == {}


def test_every_answer_forbids_what_we_never_need() -> None:
    for path in ("/", "/nowhere", "/api/stories", "/assets/newsloom.css"):
        headers = get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"


def test_it_only_reads() -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert ask(APP, "/stories/a1/", method).status == 405
    head = ask(APP, "/stories/a1/", "HEAD")
    assert head.status == 200 and head.body == b"" and int(head.headers["content-length"]) > 1000


def test_the_api_gives_what_the_pages_show() -> None:
    story = get("/api/stories/b2").json()
    assert story == get("/stories/a1/story.json").json()
    jsonschema.validate(story, story_schema())
    assert [row["id"] for row in get("/api/stories?most=1").json()["stories"]] == ["a1"]
    assert get("/api/reports/a1?version=1").json()["text"] == "The Halden bridge may open on 4 May."
    assert get("/api/people/a1.1.50").json()["roles"][0]["text"] == "Transport Minister"
    assert get("/api/people").json()["people"][0]["name"] == "Ada Norling"
    changes = get("/api/stories/a1/diff?from=2031-04-28T13:00Z").json()["changes"]
    assert changes and changes[0]["kind"] in ("new", "changed")


def test_the_api_says_what_is_wrong() -> None:
    assert get("/api/stories/none").json()["error"].startswith("There is no story")
    assert get("/api/stories?start=-1").status == 422


def test_it_describes_itself() -> None:
    document = get("/openapi.json").json()
    story = document["paths"]["/api/stories/{member}"]["get"]["responses"]["200"]["content"]["application/json"]
    assert story["schema"] == {"$ref": "#/components/schemas/StoryJson"}
    assert set(document["components"]["schemas"]["StoryJson"]["required"]) == set(story_schema()["$defs"]["StoryJson"]["required"])  # fmt: skip  # noqa: E501
    assert get("/docs").status == 404
    assert all(path.startswith("/api/") for path in document["paths"])


@dataclass(frozen=True)
class Broken(Desk):
    def stories(self, start: int, most: int) -> list[StoryRow]:
        raise RuntimeError("a defect")


def test_a_defect_is_a_page_with_the_same_headers() -> None:
    answer = ask(create_app(Broken()), "/")
    assert answer.status == 500 and "a defect" not in answer.text
    assert "content-security-policy" in answer.headers


@dataclass(frozen=True)
class Watched(Desk):
    """Fails where two threads are inside at once."""

    inside: threading.Lock = threading.Lock()  # noqa: RUF009

    def stories(self, start: int, most: int) -> list[StoryRow]:
        assert self.inside.acquire(blocking=False)
        try:
            return super().stories(start, most)
        finally:
            self.inside.release()


def test_the_reader_is_asked_by_one_thread_at_a_time() -> None:
    app, answers = create_app(Watched()), []
    threads = [threading.Thread(target=lambda: answers.append(ask(app, "/").status)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 8


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ("2031-04-28", datetime(2031, 4, 28, 23, 59, 59, tzinfo=UTC)),
        ("2031-04-28T10:00", datetime(2031, 4, 28, 10, tzinfo=UTC)),
        ("2031-04-28T10:00:00 02:00", datetime(2031, 4, 28, 8, tzinfo=UTC)),
        ("2031-04-28T10:00:00+02:00", datetime(2031, 4, 28, 8, tzinfo=UTC)),
        ("soon", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_instants_in_addresses(value: str, at: datetime | None) -> None:
    assert read_instant(value) == at


def test_a_sentence_is_traced_to_who_carried_it_first() -> None:
    answer = get("/trace?q=The+Halden+bridge+will+open+to+traffic+on+4+May").text
    (first, second) = html_of(answer).xpath("//li[@class='entry']")
    assert "Halden Wire" in first.text_content() and "earliest we hold" in first.text_content()
    assert "on the word of Ada Norling" in first.text_content() and "Northern Post" in second.text_content()
    assert "No stored report carries it" in get("/trace?q=nothing+of+the+kind").text


def test_an_outlet_has_a_page_under_its_name() -> None:
    assert "Took passages over from" in get("/outlets/northern-post/").text
    assert get("/outlets/northern-post/outlet.json").json()["outlet"] == "Northern Post"
    assert get("/outlets/Northern Post").headers["location"] == "northern-post/"
    assert get("/outlets/nobody/").status == 404
