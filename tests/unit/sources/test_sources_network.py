"""Fetching and rounds against a local server that can be as nasty as the web."""

import asyncio
import gzip
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

import pytest
from aiohttp import web
from tests.local_site import Site, local_site

from newsloom.config import FetchSettings
from newsloom.records import FetchState, RawPage, Refused, Source, SourceId, Visit
from newsloom.sources.addresses import denied_url
from newsloom.sources.collect import collect, due
from newsloom.sources.encodings import TooLarge, decompress
from newsloom.sources.fetch import Answer, CheckedResolver, Denied, FetchError, fetch, open_session, retry_after
from newsloom.sources.schedule import after_failure, after_page

QUICK = FetchSettings(seconds=1.0, most_bytes=100_000, host_delay=0.0)
NOW = datetime(2021, 3, 4, 9, tzinfo=UTC)


@pytest.fixture
def site() -> Iterator[Site]:
    with local_site() as made:
        yield made


def get(url: str, settings: FetchSettings = QUICK, allow_private: bool = True, **named: Any) -> Answer:
    async def run() -> Answer:
        async with open_session(settings, allow_private) as session:
            return await fetch(session, url, settings, allow_private=allow_private, **named)

    return asyncio.run(run())


def failure(url: str, **named: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(url, **named)
    return caught.value


def test_an_answer_and_where_it_came_from(site: Site) -> None:
    site.add("/old", status=301, Location="/new")
    site.add("/new", "hello", ETag='"1"')
    answer = get(site.url("/old"))
    assert (answer.status, answer.body, answer.url) == (200, b"hello", site.url("/new"))
    assert answer.moved_to == site.url("/new") and answer.header("etag") == '"1"'


def test_a_redirect_for_now_moves_nothing(site: Site) -> None:
    site.add("/a", status=302, Location="/b")
    site.add("/b", "hello")
    assert get(site.url("/a")).moved_to == ""


def test_the_guard_stands_unless_it_is_lifted(site: Site) -> None:
    url = site.add("/", "inside")
    assert "loopback" in failure(url, allow_private=False).reason
    for host in ("localhost", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"):
        assert failure(f"http://{host}:{site.port}/", allow_private=False).reason.startswith("refused")
    assert site.asked == {}
    assert get(url).body == b"inside"


def test_every_address_of_a_name_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(*addresses: str) -> list[Any]:
        async def looked_up(*_: Any, **__: Any) -> list[Any]:
            return [(2, 1, 6, "", (address, 80)) for address in addresses]

        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", looked_up, raising=False)
        return await CheckedResolver().resolve("rebinding.example", 80)

    assert [found["host"] for found in asyncio.run(resolve("8.8.8.8", "1.1.1.1"))] == ["8.8.8.8", "1.1.1.1"]
    with pytest.raises(Denied, match=r"10\.0\.0\.1"):
        asyncio.run(resolve("8.8.8.8", "10.0.0.1"))


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/latest", "file:///etc/passwd", "http://[::1]/", "//10.0.0.1/", "http://lan.example/"],
)
def test_a_redirect_to_inside_is_refused(site: Site, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    site.add("/", status=302, Location=target)

    def but_the_first_hop(url: str, allow_private: bool = False) -> str:
        return "" if url == site.url("/") else denied_url(url, allow_private)

    async def looked_up(*_: Any, **__: Any) -> list[Any]:
        return [(2, 1, 6, "", ("192.168.0.7", 80))]

    async def run() -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", looked_up, raising=False)
        async with open_session(QUICK) as session:
            await fetch(session, site.url("/"), QUICK)

    monkeypatch.setattr("newsloom.sources.fetch.denied_url", but_the_first_hop)
    with pytest.raises(FetchError, match="refused"):
        asyncio.run(run())
    assert site.asked["/"] == 1


def test_redirects_end(site: Site) -> None:
    site.add("/a", status=302, Location="/a")
    assert failure(site.url("/a")).reason == "more than 5 redirects"
    assert site.asked["/a"] == 6
    site.add("/b", status=302)
    assert "nowhere" in failure(site.url("/b")).reason


def test_bytes_are_capped_as_sent_and_as_decompressed(site: Site) -> None:
    site.add("/large", b"x" * 200_000)
    site.add("/bomb", gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip")
    site.add("/zipped", gzip.compress(b"hello"), Content_Encoding="gzip")
    site.add("/raw", zlib.compress(b"hello", wbits=-15), Content_Encoding="deflate")
    site.add("/odd", b"hello", Content_Encoding="zstd")
    assert failure(site.url("/large")).reason.startswith("too large")
    assert "decompressed" in failure(site.url("/bomb")).reason
    assert get(site.url("/zipped")).body == get(site.url("/raw")).body == b"hello"
    assert "unknown content encoding" in failure(site.url("/odd")).reason


def test_an_endless_answer_is_cut_off(site: Site) -> None:
    async def endless(request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x" * 10_000)

    site.pages["/endless"] = endless
    assert failure(site.url("/endless")).reason.startswith("too large")


def test_a_server_that_dawdles_is_left(site: Site) -> None:
    async def dawdle(request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(300):
            await response.write(b"x")
            await asyncio.sleep(0.1)
        return response

    site.pages["/slow"] = dawdle
    started = monotonic()
    error = failure(site.url("/slow"))
    assert error.reason == "took longer than 1 s" and error.for_now and monotonic() - started < 5


def test_a_servers_no_and_when_to_come_back(site: Site) -> None:
    site.add("/busy", status=503, Retry_After="3600")
    site.add("/gone", status=410)
    busy, gone = failure(site.url("/busy")), failure(site.url("/gone"))
    assert busy.for_now and busy.retry_at and busy.retry_at > datetime.now(UTC) + timedelta(minutes=59)
    assert not gone.for_now and gone.reason.startswith("HTTP 410")
    assert failure("http://127.0.0.1:1/").for_now


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("60", 60),
        ("Thu, 04 Mar 2021 09:02:00 GMT", 120),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("9" * 40, 2_592_000),
    ],
)
def test_retry_after(value: str, seconds: int | None) -> None:
    at = retry_after(value, NOW)
    assert (at - NOW).total_seconds() == seconds if at else seconds is None


def test_the_clients_name_is_clear_and_no_proxy_is_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    seen: dict[str, str] = {}

    async def look(request: web.BaseRequest) -> web.StreamResponse:
        seen.update(request.headers)
        return web.Response(text="ok")

    site.pages["/"] = look
    get(site.url("/"), state=FetchState(url="x", etag='"7"', last_modified="yesterday"))
    assert seen["User-Agent"].startswith("newsloom/")
    assert (seen["If-None-Match"], seen["If-Modified-Since"]) == ('"7"', "yesterday")


def test_decompression_of_what_is_broken() -> None:
    whole = gzip.compress(b"hello " * 1_000)
    assert b"hello ".startswith(decompress(whole[: len(whole) // 2], "gzip", 10_000)[:6])
    assert decompress(whole + whole, "gzip", 20_000) == b"hello " * 2_000
    with pytest.raises(ValueError):
        decompress(b"no zip", "gzip", 100)
    with pytest.raises(TooLarge):
        decompress(whole, "gzip", 100)


# rounds


def feed_of(site: Site, *paths: str) -> str:
    items = "".join(f"<item><title>{path}</title><link>{site.url(path)}</link></item>" for path in reversed(paths))
    return f"<rss><channel><title>Echo</title>{items}</channel></rss>"


def round_of(
    site: Site, state: dict[str, FetchState], *sources: Source, now: datetime = NOW, **named: Any
) -> list[Any]:
    made = sources or (Source(id=SourceId("echo"), kind="feed", url=site.url("/feed")),)
    options = {"settings": QUICK, "host_delay": 0.0, "allow_private": True, **named}
    return list(collect(made, state, now=lambda: now, **options))


def test_a_round_gives_pages_then_the_visit_and_asks_no_page_twice(site: Site) -> None:
    site.add("/feed", feed_of(site, "/1", "/2", "/3"), ETag='"a"')
    site.add("/1", "<p>one</p>")
    site.add("/2", "<p>two</p>", ETag='"2"')
    state: dict[str, FetchState] = {}
    told: list[Visit] = []
    given = round_of(site, state, progress=told.append)
    assert [item.url for item in given if isinstance(item, RawPage)] == [site.url("/1"), site.url("/2")]
    assert given[0].link.headline == "/1" and given[0].link.outlet == "Echo"
    assert [(item.item, item.reason) for item in given if isinstance(item, Refused)] == [
        (site.url("/3"), "HTTP 404 Not Found")
    ]
    visit = given[-1]
    assert isinstance(visit, Visit) and told == [visit]
    assert (visit.outcome, visit.links, visit.pages, visit.refused) == ("ok", 3, 2, 1)
    assert visit.due_at == NOW + timedelta(minutes=15)
    again = round_of(site, state, now=NOW + timedelta(minutes=20))
    assert len(again) == 1 and site.asked["/1"] == site.asked["/2"] == 1
    assert due([Source(id=SourceId("e"), kind="feed", url=site.url("/feed"))], state, NOW + timedelta(minutes=10)) == []


def test_an_unchanged_feed_is_not_read_again_and_pages_are_looked_at_for_edits(site: Site) -> None:
    async def conditional(request: web.BaseRequest) -> web.StreamResponse:
        if request.headers.get("If-None-Match") == '"a"':
            return web.Response(status=304)
        return web.Response(text=feed_of(site, "/1"), headers={"ETag": '"a"'})

    site.pages["/feed"] = conditional
    site.add("/1", "<p>one</p>")
    state: dict[str, FetchState] = {}
    round_of(site, state)
    (visit,) = round_of(site, state, now=NOW + timedelta(minutes=20))
    assert visit.outcome == "not modified"
    site.add("/feed", feed_of(site, "/1"))
    later = round_of(site, state, now=NOW + timedelta(hours=2))
    assert [type(item) for item in later] == [RawPage, Visit] and site.asked["/1"] == 2


def test_nothing_is_remembered_of_a_page_that_the_caller_has_not_taken(site: Site) -> None:
    site.add("/feed", feed_of(site, "/1", "/2"), ETag='"a"')
    site.add("/1", "<p>one</p>")
    site.add("/2", "<p>two</p>")
    state: dict[str, FetchState] = {}
    source = Source(id=SourceId("echo"), kind="feed", url=site.url("/feed"))
    items = collect([source], state, host_delay=0.0, allow_private=True, now=lambda: NOW, settings=QUICK)
    assert isinstance(next(items), RawPage)
    items.close()  # type: ignore[attr-defined]
    assert state == {}


def test_a_feed_whose_page_failed_for_now_is_read_in_full_again(site: Site) -> None:
    site.add("/feed", feed_of(site, "/1"), ETag='"a"')
    site.add("/1", status=500)
    state: dict[str, FetchState] = {}
    round_of(site, state)
    assert state[site.url("/feed")].etag == ""
    site.add("/1", "<p>one</p>")
    assert any(isinstance(item, RawPage) for item in round_of(site, state, now=NOW + timedelta(hours=1)))


def test_robots_txt_is_kept_to_and_asked_once(site: Site) -> None:
    site.add("/robots.txt", "User-agent: *\nDisallow: /private\n\nUser-agent: other\nDisallow: /")
    site.add("/feed", feed_of(site, "/private/1", "/2"))
    site.add("/private/1", "<p>one</p>")
    site.add("/2", "<p>two</p>")
    given = round_of(site, {})
    assert [item.reason for item in given if isinstance(item, Refused)] == ["robots.txt does not allow it"]
    assert site.asked["/private/1"] == 0 and site.asked["/robots.txt"] == 1


def test_a_server_that_cannot_give_its_rules_is_not_asked(site: Site) -> None:
    site.add("/robots.txt", status=503)
    (visit,) = round_of(site, {})
    assert visit.outcome == "failed" and "robots.txt" in visit.reason and site.asked["/feed"] == 0


def test_one_host_is_asked_with_a_pause(site: Site) -> None:
    site.add("/feed", feed_of(site, "/1"))
    site.add("/1", "<p>one</p>")
    started = monotonic()
    round_of(site, {}, host_delay=0.3)
    assert monotonic() - started >= 0.6  # robots.txt, feed, page


def test_a_host_that_asks_to_be_left_alone_is(site: Site) -> None:
    site.add("/feed", feed_of(site, "/1", "/2", "/3"))
    for path in ("/1", "/2", "/3"):
        site.add(path, status=429, Retry_After="7200")
    state: dict[str, FetchState] = {}
    given = round_of(site, state)
    assert site.asked["/1"] == 1 and site.asked["/2"] == 0
    assert "asks to be left alone" in given[1].reason and isinstance(given[-1], Visit)


def test_failures_are_visits_too_and_the_wait_doubles(site: Site) -> None:
    site.add("/feed", status=500)
    state: dict[str, FetchState] = {}
    waits = []
    for _ in range(3):
        (visit,) = round_of(site, state)
        assert visit.outcome == "failed" and visit.reason.startswith("HTTP 500")
        waits.append((visit.due_at - NOW).total_seconds() / 60)
    assert waits == [15, 30, 60]


def test_a_document_that_is_no_feed_is_a_failed_visit(site: Site) -> None:
    site.add("/feed", "<html><body>Sorry</body></html>")
    refused, visit = round_of(site, {})
    assert isinstance(refused, Refused) and visit.outcome == "failed" and "no feed" in visit.reason


def test_sitemap_indexes_pages_and_several_sources(site: Site) -> None:
    site.add("/map", f"<sitemapindex><sitemap><loc>{site.url('/map2')}</loc></sitemap></sitemapindex>")
    site.add("/map2", f"<urlset><url><loc>{site.url('/1')}</loc></url></urlset>")
    site.add("/1", "<p>one</p>")
    site.add("/alone", "<p>alone</p>")
    given = round_of(
        site,
        {},
        Source(id=SourceId("map"), kind="sitemap", url=site.url("/map")),
        Source(id=SourceId("alone"), kind="page", url=site.url("/alone")),
        Source(id=SourceId("guarded"), kind="page", url="ftp://a.example/"),
    )
    assert {item.url for item in given if isinstance(item, RawPage)} == {site.url("/1"), site.url("/alone")}
    assert {item.source_id: item.outcome for item in given if isinstance(item, Visit)} == {
        "map": "ok",
        "alone": "ok",
        "guarded": "failed",
    }


def test_the_guard_stands_in_a_round(site: Site) -> None:
    (visit,) = round_of(site, {}, allow_private=False)
    assert visit.outcome == "failed" and "--allow-private" in visit.reason and not site.asked


def test_waits_are_never_shorter_than_a_server_asks_nor_longer_than_a_day() -> None:
    past = FetchState(url="x", failures=11)
    day = timedelta(hours=24)
    assert after_failure(past, None, NOW, QUICK).due_at == NOW + day
    assert after_failure(FetchState(url="x"), NOW + timedelta(hours=3), NOW, QUICK).due_at == NOW + timedelta(hours=3)
    assert after_failure(FetchState(url="x"), NOW + timedelta(days=30), NOW, QUICK).due_at == NOW + day
    state = FetchState(url="x")
    waits = []
    for _ in range(4):
        state = after_page(state, "", "", NOW, QUICK)
        waits.append(state.due_at and (state.due_at - NOW).total_seconds() / 3600)
    assert waits == [1.0, 6.0, 24.0, None]
