"""What an address asks for -> what is shown, or an error that says what is missing. Pages and API ask the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from starlette.exceptions import HTTPException

from newsloom.pages.changes import diff
from newsloom.pages.outlets import OutletView
from newsloom.pages.rows import PersonView, articles_for, outlets_of
from newsloom.records import Article, ArticleId, Change, Correction, PersonId, StoryId, StoryPage, Why
from newsloom.server.instants import read_instant
from newsloom.server.reader import Reader

LAST = "last"
Articles = dict[ArticleId, Article]


class Missing(HTTPException):
    """Nothing stands at an address: 404 with a sentence that says what was looked for."""

    def __init__(self, what: str) -> None:
        super().__init__(404, f"There is no {what} at this address in this archive.")


def instant_of(value: str) -> datetime | None:
    """The instant asked for; None where none was. Raises 400."""
    if not value:
        return None
    at = read_instant(value)
    if at is None:
        raise HTTPException(400, f"No ISO 8601 day or instant: {value[:40]}")
    return at


def story_of(reader: Reader, member: str) -> StoryId:
    """The story that a report is in now."""
    found = reader.story_of(member)
    if found is None:
        raise Missing("story")
    return found


def story(reader: Reader, member: str, at: datetime | None = None) -> tuple[StoryPage, Articles]:
    """The page of the story that a report is in, with the articles that it cites."""
    page = reader.story_page(story_of(reader, member), at)
    if page is None:
        raise Missing("story" if at is None else "report of this story from before that time")
    return page, articles_for(page, reader)


def thread(reader: Reader, thread_id: str) -> tuple[StoryPage, Articles]:
    page = reader.thread_page(StoryId(thread_id))
    if page is None:
        raise Missing("thread")
    return page, articles_for(page, reader)


def person(reader: Reader, person_id: str) -> tuple[PersonView, Articles]:
    view = reader.person(PersonId(person_id))
    if view is None:
        raise Missing("person, organisation or place")
    return view, articles_for(view, reader)


def report(reader: Reader, article_id: str, version: int | None = None) -> Article:
    article = reader.article(ArticleId(article_id), version)
    if article is None:
        raise Missing("report" if version is None else f"version {version} of a report")
    return article


def why(reader: Reader, article_id: str, story: str = "") -> tuple[Why, Article]:
    """Why a report stands where it stands; `story`: any member of the story to weigh it against."""
    article = report(reader, article_id)
    found = reader.why(article.id, story_of(reader, story) if story else None)
    if found is None:
        raise Missing("decision about a report")
    return found, article


@dataclass(frozen=True, slots=True)
class Compared:
    """A story at two instants: `since` (of the page last read, or asked for) and `until` (None: now)."""

    page: StoryPage
    articles: Articles
    since: datetime
    until: datetime | None
    changes: tuple[Change, ...]


def compare(reader: Reader, member: str, since: str, until: str) -> Compared:
    """What changed in a story between two instants; from "last": since it was read.

    Raises 400 where `since` is missing, 404 where the story never was read.
    """
    if since == LAST:
        return _since_read(reader, member)
    from_at, to_at = instant_of(since), instant_of(until)
    if from_at is None:
        raise HTTPException(400, "Say from when: ?from=2018-06-01T18:52Z")
    page, articles = story(reader, member, to_at)
    return _compared(reader, page, articles, reader.story_page(page.story_id, from_at), (from_at, to_at))


def _since_read(reader: Reader, member: str) -> Compared:
    page, articles = story(reader, member)
    mark = reader.last_read(page.story_id)
    if mark is None:
        raise Missing("read mark of this story")
    return _compared(reader, page, articles, reader.page_as_read(mark), (mark.as_of, None))


def _compared(
    reader: Reader,
    page: StoryPage,
    articles: Articles,
    before: StoryPage | None,
    times: tuple[datetime, datetime | None],
) -> Compared:
    if before:
        articles = {**articles_for(before, reader), **articles}
    return Compared(page, articles, *times, diff(before, page))


def outlet(reader: Reader, name: str) -> OutletView:
    view = reader.outlet(name)
    if view is None:
        raise Missing("outlet")
    return view


def corrected(
    reader: Reader, article_id: ArticleId, story_id: StoryId | None
) -> tuple[tuple[Correction, ...], dict[ArticleId, str]]:
    """What a report corrected, as its thread's page (else its story's) has it, and whose the reports there are."""
    thread_id = reader.thread(story_id) if story_id else None
    page = reader.thread_page(thread_id) if thread_id else None
    page = page or (reader.story_page(story_id) if story_id else None)
    if page is None:
        return (), {}
    return tuple(one for one in page.corrections if one.before.span.article_id == article_id), outlets_of(page)
