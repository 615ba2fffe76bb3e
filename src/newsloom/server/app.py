"""The web application: pages, API and errors over one Reader. GET and HEAD only; decides and writes nothing, but for
an editor's corrections where it is made with one."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from newsloom import __version__
from newsloom.pages.render import Place, render_notice
from newsloom.server.api import api_routes, story_components
from newsloom.server.editing import editing_routes
from newsloom.server.headers import Guarded
from newsloom.server.pages import page_routes
from newsloom.server.reader import Reader
from newsloom.server.store_editor import StoreEditor

LOG = logging.getLogger("newsloom.server")
BROKEN = "This page could not be made. The server’s log has the reason."
NOTHING_HERE = "There is no page at this address in this archive."
HEADINGS = {404: "Not found", 400: "Not understood", 405: "Not possible here", 422: "Not understood"}


def create_app(reader: Reader, editor: StoreEditor | None = None, secret: str = "") -> FastAPI:
    """The application over a reader, which is asked by one thread at a time.

    With an editor it takes corrections from whoever knows the secret.
    """
    app = FastAPI(
        title="newsloom",
        version=__version__,
        description="Stories woven from the reports of many outlets; every sentence cited. Reads only.",
        docs_url=None,  # its pages would load from another host
        redoc_url=None,
        redirect_slashes=False,
    )
    guard = one_at_a_time()
    app.include_router(api_routes(reader, guard))
    if editor is not None:
        app.include_router(editing_routes(reader, editor, secret, guard))
    app.include_router(page_routes(reader, guard, editable=editor is not None))
    app.add_exception_handler(HTTPException, _failed)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_middleware(Guarded)
    _describe(app)
    return app


def one_at_a_time() -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    """A guard that lets one of the functions run at a time: a store's connection serves one thread."""
    lock = Lock()

    def guard(function: Callable[..., Response]) -> Callable[..., Response]:
        @wraps(function)
        def alone(*args: Any, **named: Any) -> Response:
            with lock:
                try:
                    return function(*args, **named)
                except HTTPException:
                    raise
                except Exception:  # any defect: the reader of the page gets a page, the log gets the reason
                    LOG.exception("not answered: %s %s", function.__name__, named)
                    raise HTTPException(500, BROKEN) from None

        return alone

    return guard


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    line = NOTHING_HERE if error.detail == "Not Found" else str(error.detail)
    return answer_error(request, error.status_code, line, dict(error.headers or {}))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    return answer_error(request, 422, f"{first['loc'][-1]}: {first['msg']}")


def answer_error(request: Request, status: int, line: str, headers: dict[str, str] | None = None) -> Response:
    """A page for people, an object for the API; both say what is wrong."""
    path = request.url.path
    if path.startswith("/api/"):
        return JSONResponse({"error": line}, status, headers)
    place = Place(max(0, path.count("/") - 1), live=True)
    heading = HEADINGS.get(status, "It went wrong")
    return HTMLResponse(render_notice(heading, (line,), place, "To all stories"), status, headers)


def _describe(app: FastAPI) -> None:
    """Put the schema of story.json into the OpenAPI document."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        document = plain()
        document.setdefault("components", {}).setdefault("schemas", {}).update(story_components())
        return document

    app.openapi = described  # type: ignore[method-assign]
