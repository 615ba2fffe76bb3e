"""`add`, `collect` and `run` as a user runs them: real processes against a real server on this machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest
from tests.local_site import Site, local_site

NEWSLOOM = [sys.executable, "-m", "newsloom"]
POLITE = ("--allow-private", "--host-delay", "0")
PAGES = {
    "/ferry-strike": (
        "Ferry workers walk out on the Sable Islands",
        "2021-03-04T07:10:00Z",
        "Ferry workers on the Sable Islands walked out on Thursday, the harbour office said. The strike cut off two"
        " thousand people on the outer islands. “We want the winter pay that was promised,” said Ada Quill, who leads"
        " the union. The company did not answer a request for comment.",
    ),
    "/pipe-burst": (
        "Burst pipe floods the old library in Tarnholm",
        "2021-03-04T08:30:00Z",
        "A burst water pipe flooded the reading room of the old library in Tarnholm overnight, the fire brigade said."
        " About four hundred volumes were carried out by volunteers. The city engineer, Olav Brandt, said that the pipe"
        " had been laid in 1931.",
    ),
}


def html(headline: str, published: str, text: str) -> str:
    paragraphs = "".join(f"<p>{sentence}.</p>" for sentence in text.rstrip(".").split(". "))
    return (
        f'<html lang="en"><head><title>{headline}</title><meta property="article:published_time" content="{published}">'
        f'<meta property="og:site_name" content="The Local"></head><body><article><h1>{headline}</h1>{paragraphs}'
        "</article></body></html>"
    )


def put_page(site: Site, path: str, **changed: str) -> None:
    headline, published, text = PAGES[path]
    for old, new in changed.items():
        text = text.replace(old, new)
    site.add(path, html(headline, published, text), Content_Type="text/html; charset=utf-8")


def put_feed(site: Site, *paths: str) -> str:
    items = "".join(
        f"<item><title>{PAGES[path][0]}</title><link>{site.url(path)}</link><guid>{site.url(path)}</guid></item>"
        for path in paths
    )
    body = f'<rss version="2.0"><channel><title>The Local</title><link>{site.url("/")}</link>{items}</channel></rss>'
    return site.add("/feed.xml", body, Content_Type="application/rss+xml")


@pytest.fixture
def site() -> Iterator[Site]:
    with local_site() as made:
        for path in PAGES:
            put_page(made, path)
        put_feed(made, *PAGES)
        yield made


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


def newsloom(*arguments: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([*NEWSLOOM, *map(str, arguments)], capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def collected(store: Path, *options: str) -> list[dict[str, Any]]:
    return rows(newsloom("collect", "--store", store, *POLITE, "--light", "--json", *options))


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/feed.xml", None, "feed"),
        ("/ferry-strike", None, "page"),
        ("/map.xml", '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', "sitemap"),
    ],
)
def test_add_says_what_stands_at_an_address(site: Site, store: Path, path: str, body: str | None, kind: str) -> None:
    if body is not None:
        site.add(path, body, Content_Type="application/xml")
    done = newsloom("add", site.url(path), "--store", store, "--allow-private", "--json")
    assert done.returncode == 0
    (row,) = rows(done)
    assert (row["event"], row["kind"], row["url"]) == ("registered", kind, site.url(path))
    again = newsloom("add", site.url(path), "--store", store, "--allow-private", "--json")
    assert rows(again)[0]["event"] == "known" and len(rows(newsloom("sources", "--store", store, "--json"))) == 1


def test_a_front_page_stands_for_the_feed_that_it_announces(site: Site, store: Path) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><title>The Local</title>'
    site.add("/", f"<html><head>{head}</head><body><p>All the news</p></body></html>", Content_Type="text/html")
    (row,) = rows(newsloom("add", site.url("/"), "--store", store, "--allow-private", "--json"))
    assert (row["kind"], row["url"]) == ("feed", site.url("/feed.xml"))


def test_add_registers_every_source_of_a_list(site: Site, store: Path, tmp_path: Path) -> None:
    outlines = f'<outline type="rss" text="Local" xmlUrl="{site.url("/feed.xml")}"/><outline text="no address"/>'
    path = tmp_path / "sources.opml"
    path.write_text(f'<opml version="2.0"><head/><body>{outlines}</body></opml>')
    done = newsloom("add", path, "--store", store)
    assert done.returncode == 0 and "registered" in done.stdout
    assert [row["url"] for row in rows(newsloom("sources", "--store", store, "--json"))] == [site.url("/feed.xml")]


def test_the_guard_stands_for_add_and_for_collect(site: Site, store: Path) -> None:
    refused = newsloom("add", site.url("/feed.xml"), "--store", store)
    assert refused.returncode == 1 and "loopback" in refused.stderr
    newsloom("add", site.url("/feed.xml"), "--store", store, "--allow-private")
    newsloom("collect", "--store", store, "--light")
    assert rows(newsloom("reports", "--store", store, "--json")) == []
    assert site.asked["/ferry-strike"] == 0
    (broken,) = rows(newsloom("sources", "--broken", "--store", store, "--json"))
    assert "loopback" in broken["error"]


def test_a_round_stores_what_a_feed_announces_and_a_second_asks_for_no_page_again(site: Site, store: Path) -> None:
    newsloom("add", site.url("/feed.xml"), "--store", store, "--allow-private")
    first = collected(store)
    assert [event["event"] for event in first] == ["stored", "stored", "done"]
    assert {event["url"] for event in first[:2]} == {site.url(path) for path in PAGES}
    assert first[-1] == {"event": "done", "stored": 2, "known": 0, "quarantined": 0}
    listed = rows(newsloom("stories", "--store", store, "--json"))
    assert {story["headline"] for story in listed} == {headline for headline, _, _ in PAGES.values()}
    assert collected(store)[-1]["stored"] == 0  # not due yet: not even the feed is asked
    assert site.asked["/feed.xml"] == 2  # once by `add`, once by the first round
    collected(store, "--all")
    assert site.asked["/feed.xml"] == 3 and site.asked["/ferry-strike"] == 1


def test_a_new_report_is_found_by_the_next_round(site: Site, store: Path) -> None:
    put_feed(site, "/ferry-strike")
    newsloom("add", site.url("/feed.xml"), "--store", store, "--allow-private")
    assert collected(store)[-1]["stored"] == 1
    put_feed(site, *PAGES)
    (stored, done) = collected(store, "--all")
    assert (stored["event"], stored["url"], done["stored"]) == ("stored", site.url("/pipe-burst"), 1)


def test_an_outlet_that_edits_its_page_gives_a_new_version(site: Site, store: Path) -> None:
    newsloom("add", site.url("/ferry-strike"), "--store", store, "--allow-private")
    (first, _) = collected(store)
    put_page(site, "/ferry-strike", thousand="hundred")
    (second, _) = collected(store, "--all")
    assert (first["id"], first["version"], second["id"], second["version"]) == (first["id"], 1, first["id"], 2)
    assert [row["version"] for row in rows(newsloom("reports", "--store", store, "--json"))] == [1, 2]


def test_a_broken_source_and_a_lost_page_never_stop_the_rest(site: Site, store: Path) -> None:
    put_feed(site, *PAGES)
    site.add("/pipe-burst", "gone", status=410)
    site.add("/other.xml", '<rss version="2.0"><channel><title>x</title></channel></rss>')
    for path in ("/other.xml", "/feed.xml"):
        newsloom("add", site.url(path), "--store", store, "--allow-private")
    site.add("/other.xml", "<html>closed</html>", status=500)
    done = newsloom("collect", "--all", "--store", store, *POLITE, "--light", "--json")
    assert done.returncode == 0 and "/other.xml: HTTP 500" in done.stderr
    events = rows(done)
    assert events[-1] == {"event": "done", "stored": 1, "known": 0, "quarantined": 1}
    assert {"event": "quarantined", "item": site.url("/pipe-burst"), "reason": "HTTP 410 Gone"}.items() <= next(
        event for event in events if event["event"] == "quarantined"
    ).items()
    (broken,) = rows(newsloom("sources", "--broken", "--store", store, "--json"))
    assert broken["url"] == site.url("/other.xml")
    quarantine = rows(newsloom("doctor", "--store", store, "--json"))[0]["quarantine"]
    assert [row["item"] for row in quarantine] == [site.url("/pipe-burst")]


def test_add_takes_the_reports_of_a_file(store: Path, tmp_path: Path) -> None:
    headline, published, text = PAGES["/ferry-strike"]
    given = tmp_path / "in.jsonl"
    given.write_text(
        json.dumps({"id": "r1", "outlet": "Local", "published": published, "headline": headline, "text": text})
    )
    (stored, done) = rows(newsloom("add", given, "--store", store, "--light", "--json"))
    assert (stored["event"], stored["given_id"], done["stored"]) == ("stored", "r1", 1)
    assert rows(newsloom("stories", "--store", store, "--json"))[0]["headline"] == headline


def test_run_collects_weaves_and_serves_until_it_is_asked_to_end(site: Site, store: Path, tmp_path: Path) -> None:
    command = [*NEWSLOOM, "run", site.url("/feed.xml"), "--every", "0.1", "--port", "0", "--light"]
    running = subprocess.Popen(
        [*command, "--store", str(store), *POLITE], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout
    try:
        address = next(line.split()[-1] for line in running.stdout if "http" in line.split()[-1])
        deadline = time.monotonic() + 60
        while len(_served(address)) < 2 and time.monotonic() < deadline:
            time.sleep(0.2)
        assert {story["headline"] for story in _served(address)} == {headline for headline, _, _ in PAGES.values()}
        second = [*NEWSLOOM, "collect", "--store", str(store), *POLITE, "--light", "--all"]
        assert subprocess.run(second, capture_output=True, timeout=60).returncode in (0, 1)  # 1 where a round is on
        asked = time.monotonic()
        running.send_signal(signal.SIGTERM)
        _, said = running.communicate(timeout=10)
        assert running.returncode == 0 and time.monotonic() - asked < 5 and "Traceback" not in said
    finally:
        if running.poll() is None:
            os.kill(running.pid, signal.SIGKILL)
            running.communicate()
    assert rows(newsloom("doctor", "--store", store, "--json"))[0]["ok"] is True


def _served(address: str) -> list[dict[str, Any]]:
    with urlopen(f"{address}index.json") as answer:
        listed = json.load(answer)
    found: list[dict[str, Any]] = listed["stories"] if isinstance(listed, dict) else listed
    return found


def test_an_editor_corrects_a_story_of_a_running_server(site: Site, store: Path) -> None:
    newsloom("add", site.url("/feed.xml"), "--store", store, "--allow-private")
    collected(store)
    command = [*NEWSLOOM, "serve", "--port", "0", "--store", str(store), "--editor", "Ada"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout
        try:
            address, way_in = serving.stdout.readline().split()[-1], serving.stdout.readline().split()[-1]
            one, other = [story["id"] for story in _served(address)]
            browser = build_opener(HTTPCookieProcessor())
            assert browser.open(way_in).status == 200
            form = urlencode({"action": "merge", "target": other, "why": "one event"}).encode()
            assert b"one event" in browser.open(f"{address}stories/{one}/edit", form).read()
            assert [len(story["reports"]) for story in _served(address)] == [2]
        finally:
            serving.terminate()
    assert "Ada" in newsloom("verdicts", "--store", store).stdout
