"""A feed that breaks: what its outlet may have said since is "not collected", until the feed can be read again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest

from newsloom.config import FetchSettings, Settings
from newsloom.engine.collect import Round
from newsloom.engine.parallel import map_here
from newsloom.engine.run import turn
from newsloom.positions import collected
from newsloom.records import Source, SourceId, StoryPage, Visit
from newsloom.store import Store, open_store

FIRST = (
    "The harbour bridge at Larkmouth was closed on Tuesday after engineers found cracks in its northern pier.",
    "Mayor Ines Caddow said that the Larkmouth harbour bridge would stay closed until the pier had been examined.",
    "Some 9,000 people cross the Larkmouth harbour bridge each day, and the ferry cannot carry them all.",
)
LATER = (
    "The harbour bridge at Larkmouth will be torn down, because the cracks in its northern pier cannot be mended.",
    "Mayor Ines Caddow said that the Larkmouth harbour bridge, closed since engineers found the cracks, was lost.",
    "Contractors are to begin the demolition of the Larkmouth harbour bridge in August, the council decided.",
)


class Web(ThreadingHTTPServer):
    """Two outlets' feeds with full texts; what stands in `broken` answers 503."""

    items: dict[str, list[tuple[str, str, datetime]]]
    broken: set[str]

    def feed(self, outlet: str) -> str:
        items = "".join(
            f"<item><title>{title}</title><link>{self.address}/{outlet}/{n}</link>"
            f"<pubDate>{format_datetime(at)}</pubDate><description>{text}</description></item>"
            for n, (title, text, at) in enumerate(self.items[outlet])
        )
        return f'<rss version="2.0"><channel><title>The {outlet}</title>{items}</channel></rss>'

    def page(self, outlet: str, number: int) -> str:
        title, text, at = self.items[outlet][number]
        body = "".join(f"<p>{sentence}</p>" for sentence in text.split("|"))
        return (
            f"<html><head><title>{title}</title>"
            f'<meta property="article:published_time" content="{at.isoformat()}">'
            f'<meta property="og:site_name" content="The {outlet}"></head>'
            f"<body><article><h1>{title}</h1>{body}</article></body></html>"
        )

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answer(BaseHTTPRequestHandler):
    server: Web

    def do_GET(self) -> None:
        outlet, _, rest = self.path.strip("/").partition("/")
        if outlet not in self.server.items or outlet in self.server.broken:
            self.send_error(503 if outlet in self.server.broken else 404)
            return
        body = (self.server.feed(outlet) if rest == "feed" else self.server.page(outlet, int(rest))).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml" if rest == "feed" else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def web() -> Iterator[Web]:
    server = Web(("127.0.0.1", 0), Answer)
    server.items, server.broken = {"courier": [], "gazette": [], "herald": []}, set()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join(10)


@pytest.fixture
def store(tmp_path: Path, web: Web) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "news.db"))
    for outlet in ("courier", "gazette", "herald"):
        url = f"{web.address}/{outlet}/feed"
        opened.roster.add(Source(id=SourceId(outlet), kind="feed", url=url, title=f"The {outlet}"))
    yield opened
    opened.close()


def publish(web: Web, outlet: str, title: str, sentences: tuple[str, ...]) -> None:
    at = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=1)
    web.items[outlet].append((title, "|".join(sentences), at))


def one_round(store: Store) -> None:
    settings = FetchSettings(seconds=2.0, host_delay=0.0, recheck_hours=())
    visits = Round(store, settings, every=True, allow_private=True, now=datetime.now(UTC))
    turn(store, visits.items(1, lambda visit: None), Settings(light=True), map_here, datetime.now(UTC).isoformat())
    visits.close()


def only_page(store: Store) -> StoryPage:
    (story,) = store.pages.ids()
    page = store.pages.page(story)
    assert page is not None
    return page


def said(page: StoryPage, outlet: str, words: str) -> set[str]:
    """What the matrix says of an outlet's reports for the statements that have these words."""
    of = {row.article.id: row.article.outlet for row in page.reports}
    return {
        says
        for row in page.coverage
        if any(words in found.text for found in row.claim.words())
        for report, says in row.reports
        if outlet in of[report].lower()
    }


def test_a_broken_feed_is_not_silent(web: Web, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collected, "LEEWAY", timedelta(0))
    publish(web, "courier", "Larkmouth harbour bridge closed after cracks are found", FIRST)
    publish(web, "gazette", "Cracks close Larkmouth harbour bridge", FIRST[::-1])
    web.broken.add("herald")  # it never gives a report
    one_round(store)
    assert "not collected" not in {says for row in only_page(store).coverage for _, says in row.reports}
    assert any("The herald" in line for line in only_page(store).limits)

    web.broken.add("gazette")
    publish(web, "courier", "Larkmouth harbour bridge to be torn down after cracks", LATER)
    one_round(store)
    page = only_page(store)
    assert said(page, "gazette", "demolition") == {"not collected"}
    assert said(page, "gazette", "northern pier") != {"not collected"}  # what it did tell stands
    assert said(page, "courier", "demolition") == {"not found", "says"}  # its earlier report, and the new one

    web.broken.clear()
    one_round(store)  # it can be read again, and has nothing new: now the outlet is silent
    page = only_page(store)
    assert said(page, "gazette", "demolition") == {"not found"}
    assert not any("The herald" in line for line in page.limits)


def test_a_thread_that_waits_for_a_source_counts_as_never_built(
    web: Web, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collected, "LEEWAY", timedelta(0))
    publish(web, "courier", "Larkmouth harbour bridge closed after cracks are found", FIRST)
    publish(web, "gazette", "Cracks close Larkmouth harbour bridge", FIRST[::-1])
    one_round(store)
    web.broken.add("gazette")
    publish(web, "courier", "Larkmouth harbour bridge to be torn down after cracks", LATER)
    one_round(store)
    page = only_page(store)
    listing, built = store.pages.listing(page.story_id), store.pages.built_at(page.story_id)
    assert listing is not None and built is not None
    store.pages.put_page(page, msgspec.structs.replace(listing, kind="thread", stories=(page.story_id,)), built[0])
    visit = Visit(
        source_id=SourceId("gazette"), url=f"{web.address}/gazette/feed", at=datetime.now(UTC), outcome="failed"
    )
    store.roster.visited(visit)
    assert store.pages.built_at(page.story_id, "thread") == (built[0], (page.story_id,))
    store.roster.visited(msgspec.structs.replace(visit, outcome="ok"))
    assert store.pages.built_at(page.story_id, "thread") == (0, (page.story_id,))
