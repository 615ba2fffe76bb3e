"""Corrections on the page: an editor's forms -> verdicts.

Only where the server was started for an editor, and only for whoever came by the address with the secret, which the
server says when it starts: that sets a cookie no other site's page can send along (SameSite=Strict).
"""

from __future__ import annotations

from collections.abc import Callable
from secrets import compare_digest
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from newsloom.engine.corrections import Impossible
from newsloom.pages.corrections import render_corrections
from newsloom.pages.render import Place
from newsloom.pages.site import around
from newsloom.server import asked
from newsloom.server.reader import Reader
from newsloom.server.store_editor import Asked, StoreEditor
from newsloom.store import StoreError

COOKIE = "newsloom-editor"
MOST_BYTES = 100_000  # of a form
NOT_AN_EDITOR = "Corrections are taken only from this server’s editor, who has its secret address."
Guard = Callable[[Callable[..., Response]], Callable[..., Response]]


def editing_routes(reader: Reader, editor: StoreEditor, secret: str, guard: Guard) -> APIRouter:
    """`/edit/<secret>`, and the page of corrections beside each story."""
    router = APIRouter(include_in_schema=False)

    def enter(given: str) -> Response:
        if not compare_digest(given.encode(), secret.encode()):
            raise HTTPException(403, NOT_AN_EDITOR)
        answer = RedirectResponse("../", 303)
        answer.set_cookie(COOKIE, secret, httponly=True, samesite="strict")
        return answer

    def shown(member: str, note: str = "") -> Response:
        page, articles = asked.story(reader, member, None)
        beside = around(page, reader)
        rulings = editor.rulings(page.story_id)
        return HTMLResponse(render_corrections(page, articles, beside, rulings, note, Place(2, live=True)))

    def look(request: Request, member: str) -> Response:
        _check(request, secret)
        return shown(member)

    async def correct(request: Request, member: str) -> Response:
        _check(request, secret)
        wanted = await _wanted(request, member)
        try:
            note = await run_in_threadpool(editor.correct, wanted)
        except (Impossible, StoreError) as error:
            note = str(error)
        return await run_in_threadpool(guard(shown), member, note) if note else RedirectResponse("edit", 303)

    router.add_api_route("/edit/{given}", enter, response_model=None)
    router.add_api_route("/stories/{member}/edit", guard(look), response_model=None)
    router.add_api_route("/stories/{member}/edit", correct, methods=["POST"], response_model=None)
    return router


def _check(request: Request, secret: str) -> None:
    """Raises 403 for whoever is not the editor, and for a form that another site's page sends."""
    known = compare_digest(request.cookies.get(COOKIE, "").encode(), secret.encode())
    origin = request.headers.get("origin", "")
    if not known or (origin and urlsplit(origin).netloc != request.headers.get("host", "")):
        raise HTTPException(403, NOT_AN_EDITOR)


async def _wanted(request: Request, member: str) -> Asked:
    """The form of a request. Raises 413 where it is longer than a form can be."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise HTTPException(413, "This form is too long.")
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=5_000)

    def one(name: str) -> str:
        return next(iter(fields.get(name, ())), "")[:1_000]

    return Asked(
        one("action"), member, tuple(fields.get("report", ())), one("target") or one("related"), one("verdict"),
        one("why"),
    )  # fmt: skip
