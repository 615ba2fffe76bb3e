"""The API: what the pages show, as JSON, described by /openapi.json. Reads only.

The fields of a story are those of story.json (docs/filters.md); its schema is made from the same types.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response

from newsloom.pages.contract import StoryJson
from newsloom.pages.feeds_out import story_object
from newsloom.pages.person_json import person_json
from newsloom.pages.story_json import change_json, instant, published, story_json
from newsloom.pages.why import why_json
from newsloom.server import asked
from newsloom.server.reader import Reader

At = Annotated[str, Query(description="The page as it was known at this ISO 8601 day or instant.")]
Start = Annotated[int, Query(ge=0, description="Place of the first story, from 0.")]
Most = Annotated[int, Query(ge=1, le=1000, description="How many stories at most.")]
Guard = Callable[[Callable[..., Response]], Callable[..., Response]]
STORY: dict[int | str, dict[str, Any]] = {200: {"description": "The page as story.json.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/StoryJson"}}}}}  # fmt: skip  # noqa: E501


def api_routes(reader: Reader, guard: Guard) -> APIRouter:
    """All of /api."""
    router = APIRouter(prefix="/api", tags=["newsloom"])
    _add_stories(router, reader, guard)
    _add_people_and_reports(router, reader, guard)
    return router


def _add_stories(router: APIRouter, reader: Reader, guard: Guard) -> None:
    def stories(start: Start = 0, most: Most = 100) -> Response:
        """Stories, the newest report first."""
        return JSONResponse({"stories": [story_object(row) for row in reader.stories(start, most)]})

    def search(q: Annotated[str, Query(max_length=200)], most: Most = 100) -> Response:
        """Stories that the words of the query occur in, the best first."""
        return JSONResponse({"stories": [story_object(row) for row in reader.search(q, most)]})

    def story(member: str, at: At = "") -> Response:
        """The story that a report is in now; its own id is that of the report that opened it."""
        return JSONResponse(story_json(*asked.story(reader, member, asked.instant_of(at))))

    def changes(
        member: str, since: Annotated[str, Query(alias="from")], until: Annotated[str, Query(alias="to")] = ""
    ) -> Response:
        """What changed in a story between two instants."""
        found = asked.compare(reader, member, since, until)
        rows = [change_json(change, found.articles) for change in found.changes]
        until_at = instant(found.until) if found.until else None
        return JSONResponse({"id": found.page.story_id, "from": instant(found.since), "to": until_at, "changes": rows})

    def thread(thread_id: str) -> Response:
        """An affair over weeks: a page of the same fields, woven from the reports of all its stories."""
        return JSONResponse(story_json(*asked.thread(reader, thread_id)))

    router.add_api_route("/stories", guard(stories))
    router.add_api_route("/stories/{member}", guard(story), responses=STORY)
    router.add_api_route("/stories/{member}/diff", guard(changes))
    router.add_api_route("/threads/{thread_id}", guard(thread), responses=STORY)
    router.add_api_route("/search", guard(search))


def _add_people_and_reports(router: APIRouter, reader: Reader, guard: Guard) -> None:
    def people() -> Response:
        """Everybody who has a page."""
        return JSONResponse({"people": [vars_of(row) for row in reader.people()]})

    def person(person_id: str) -> Response:
        """What reports say a person, organisation or place is, what it says, and its stories."""
        return JSONResponse(person_json(*asked.person(reader, person_id)))

    def report(report_id: str, version: int | None = None) -> Response:
        """One report, whole; the newest version where none is asked for."""
        return JSONResponse(report_object(reader, report_id, version))

    def why(
        report_id: str, story: Annotated[str, Query(description="Any report of the story to weigh.")] = ""
    ) -> Response:
        """Why a report stands where it stands: decisions as recorded, and stories as weighed now, by feature."""
        return JSONResponse(why_json(asked.why(reader, report_id, story)[0], reader.title))

    router.add_api_route("/people", guard(people))
    router.add_api_route("/people/{person_id}", guard(person))
    router.add_api_route("/reports/{report_id}", guard(report))
    router.add_api_route("/reports/{report_id}/why", guard(why))


def vars_of(row: Any) -> dict[str, Any]:
    made: dict[str, Any] = msgspec.to_builtins(row)
    return made


def report_object(reader: Reader, report_id: str, version: int | None) -> dict[str, Any]:
    """A report with its words: what citations' offsets count in."""
    article = asked.report(reader, report_id, version)
    return {
        "id": article.id,
        "given_id": article.given_id,
        "version": article.version,
        "versions": list(reader.versions(article.id)),
        "story": reader.story_of(article.id),
        "url": article.url,
        "outlet": article.outlet,
        "language": article.language,
        "published": published(article),
        "seen": instant(article.seen_at),
        "headline": article.headline,
        "text": article.text,
    }


def story_components() -> dict[str, Any]:
    """The schemas that `STORY` refers to."""
    _, components = msgspec.json.schema_components([StoryJson], ref_template="#/components/schemas/{name}")
    return components
