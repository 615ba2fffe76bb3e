"""Archives, folders, JSON Lines, and what kind a file is."""

import gzip
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newsloom.records import Article, RawPage, Refused, Source, SourceId
from newsloom.sources import FROM_FILES, SOURCES, archive, detect_kind, jsonl
from newsloom.sources.folder import read_folder
from newsloom.sources.page import feeds_of

NOW = datetime(2021, 3, 4, tzinfo=UTC)
HTML = b"<html><body><p>The quay is shut.</p></body></html>"


def warc(count: int = 3, zipped: bool = True, kind: str = "text/html", encode: str = "") -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=zipped)
    for number in range(count):
        body = gzip.compress(HTML) if encode == "gzip" else HTML
        headers = [("Content-Type", kind)] + ([("Content-Encoding", encode)] if encode else [])
        record = writer.create_warc_record(
            f"https://echo.example/{number}",
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": f"2018-06-0{number + 1}T10:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()


def read_warc(body: bytes) -> tuple[list[RawPage], list[Refused]]:
    found = list(archive.read(Source(id=SourceId("w"), kind="archive", url="x.warc"), body))
    return [item for item in found if isinstance(item, RawPage)], [item for item in found if isinstance(item, Refused)]


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("encode", ["", "gzip", "br"])
def test_pages_of_archives(zipped: bool, encode: str) -> None:
    pages, refused = read_warc(warc(zipped=zipped, encode=encode))
    assert [page.url for page in pages] == [f"https://echo.example/{number}" for number in range(3)]
    assert pages[0].body == HTML and pages[1].fetched_at == datetime(2018, 6, 2, 10, tzinfo=UTC)
    assert refused == []


def test_an_archive_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc())
    assert len(list(archive.read(Source(id=SourceId("w"), kind="archive", url=str(path)), b""))) == 3


def test_what_is_no_page_is_left_out() -> None:
    assert read_warc(warc(kind="image/png")) == ([], [])


def test_reading_goes_on_after_a_broken_record() -> None:
    body = bytearray(warc(5, zipped=False))
    second = body.index(b"WARC/1.0", 10)
    body[second : second + 8] = b"XXXX/0.0"
    pages, refused = read_warc(bytes(body))
    assert {"https://echo.example/0", "https://echo.example/3", "https://echo.example/4"} <= {
        page.url for page in pages
    }
    assert refused and "after byte" in refused[0].item


@pytest.mark.parametrize("zipped", [True, False])
def test_no_cut_and_no_flipped_byte_raises(zipped: bool) -> None:
    body = warc(2, zipped)
    for at in range(1, len(body), 29):
        read_warc(body[:at])
        read_warc(body[:at] + bytes([body[at] ^ 0x55]) + body[at + 1 :])


@given(st.binary(max_size=200))
def test_no_bytes_raise(body: bytes) -> None:
    for start in (b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"filedesc:"):
        read_warc(start + body)


def make_folder(root: Path) -> None:
    (root / "feeds").mkdir()
    (root / "pages" / "echo").mkdir(parents=True)
    item = "<item><title>Quay shut</title><link>https://echo.example/quay</link>"
    item += "<pubDate>1 Jun 2018 09:00 GMT</pubDate></item>"
    (root / "feeds" / "echo.xml").write_text(f"<rss><channel><title>The Echo</title>{item}</channel></rss>")
    for name in ("quay.html", "quay-2.html", "pier.html"):
        (root / "pages" / "echo" / name).write_text(f"<html><p>{name}</p></html>")
    (root / "pages" / "echo" / "alone.html").write_text('<link rel="canonical" href="https://echo.example/alone">')
    index = {
        "https://echo.example/pier": {"file": "echo/pier.html", "fetched_at": "2018-06-01T12:00:00Z"},
        "https://echo.example/quay": [
            {"file": "echo/quay-2.html", "fetched_at": "2018-06-02T08:00:00Z"},
            {"file": "echo/quay.html", "fetched_at": "2018-06-01T10:00:00Z"},
        ],
        "https://echo.example/gone": {"file": "echo/gone.html", "fetched_at": "2018-06-01T10:00:00Z"},
        "https://echo.example/out": {"file": "../../secret.html", "fetched_at": "2018-06-01T10:00:00Z"},
        "https://echo.example/when": {"file": "echo/pier.html", "fetched_at": "some day"},
    }
    (root / "pages" / "index.json").write_text(json.dumps(index))


def test_a_folder_in_order_of_time_with_its_announcements(tmp_path: Path) -> None:
    make_folder(tmp_path)
    found = list(read_folder(tmp_path))
    pages = [item for item in found if isinstance(item, RawPage)]
    assert [(page.url, page.fetched_at.hour) for page in pages[:3]] == [
        ("https://echo.example/quay", 10),
        ("https://echo.example/pier", 12),
        ("https://echo.example/quay", 8),
    ]
    assert pages[0].link and pages[0].link.headline == "Quay shut" and pages[0].link.outlet == "The Echo"
    assert pages[1].link is None and pages[3].url == "https://echo.example/alone"
    reasons = sorted(item.reason for item in found if isinstance(item, Refused))
    assert [reason.split(":")[0] for reason in reasons] == [
        "fetched_at is no instant",
        "no such file",
        "outside of the folder",
    ]


def articles(*lines: bytes) -> tuple[list[str], list[tuple[str, str]]]:
    found = list(jsonl.read_articles("f.jsonl", lines, NOW))
    given_ids = [item.given_id for item in found if isinstance(item, Article)]
    return given_ids, [(item.item, item.reason) for item in found if isinstance(item, Refused)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b'{"id":"a","text":"\xff\xfe"}', "not JSON"),
        (b"[1]", "not an object"),
        (b'{"text":"x"}', 'no "id"'),
        (b'{"id":"a","text":" "}', 'no "text"'),
        (b'{"id":"a","text":3}', "not a string"),
        (b'{"id":"a","text":"x","published":"soon"}', "no ISO 8601 date"),
        (b'{"id":"a","text":"x","published":"0001-01-01T00:00:00+14:00"}', "outside the calendar"),
        (b'{"id":"a","text":"\\ud800"}', ""),
        (b'{"id":"a","text":"x\\u0000"}', "no text may hold"),
        (b'{"a":' * 50_000, "not JSON"),
        (b'{"id":"a","text":"' + b"x" * 10_000_001 + b'"}', "longer than"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: bytes, reason: str) -> None:
    given_ids, refused = articles(b'{"id":"1","text":"One."}', line, b'{"id":2,"text":"Two."}')
    assert given_ids == ["1", "2"]
    assert len(refused) == 1 and refused[0][0] == "f.jsonl:2" and reason in refused[0][1]


def test_of_a_key_given_twice_the_last_counts() -> None:
    assert articles(b'{"id":"a","id":"b","text":"x"}')[0] == ["b"]


def test_days_seen_and_urls() -> None:
    row = {"id": "7", "text": "One.\n\nTwo.", "published": "2018-06-01", "url": "http://www.e.example/a/?utm_source=x"}
    (article,) = jsonl.read_articles("f", [json.dumps(row)], NOW)
    assert isinstance(article, Article)
    assert article.day_only and article.seen_at == article.published_at
    assert (article.canonical_url, article.outlet) == ("https://e.example/a", "e.example")
    (bare,) = jsonl.read_articles("f", ['{"id":"7","text":"x","outlet":"E","published":""}'], NOW)
    assert isinstance(bare, Article) and bare.canonical_url == "urn:newsloom:E:7" and bare.seen_at == NOW


@pytest.mark.parametrize("cut", [10, 40, 60, 200])
def test_a_broken_zip_gives_the_lines_before_and_one_refusal(cut: int, tmp_path: Path) -> None:
    body = gzip.compress(b"".join(b'{"id":"%d","text":"%d."}\n' % (n, n * n) for n in range(500)))[:-cut]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(body)
    for given_body in (body, b""):
        found = list(jsonl.read(Source(id=SourceId("s"), kind="jsonl", url=str(path)), given_body))
        assert sum(isinstance(item, Refused) for item in found) >= 1
        assert all(isinstance(item, Article | Refused) for item in found)


def test_an_overlong_line_is_one_refusal() -> None:
    body = b'{"id":"1","text":"' + b"x" * 25_000_000 + b'"}\n{"id":"2","text":"Two."}\n'
    found = list(jsonl.read(Source(id=SourceId("s"), kind="jsonl", url="f"), body))
    assert [type(item) for item in found] == [Refused, Article]


def test_pages_as_json_lines() -> None:
    lines = [b'{"id":"1","url":"https://e.example/1","html":"<p>x</p>"}', b'{"id":"2"}', b'{"html":"<p>"}', b"x"]
    found = list(jsonl.read_pages("f", lines, NOW))
    assert isinstance(found[0], RawPage) and found[0].body == b"<p>x</p>"
    assert [item.item for item in found if isinstance(item, Refused)] == ["f:2", "f:3", "f:4"]


@pytest.mark.parametrize(
    ("name", "body", "content_type", "kind"),
    [
        ("a/sample", b"", "", "folder"),
        ("a.warc.gz", b"", "", "archive"),
        ("a.arc", b"filedesc:", "", "archive"),
        ("x", b"WARC/1.0\r\n", "", "archive"),
        ("a.jsonl.gz", b"", "", "jsonl"),
        ("-", b'{"id":"1"}', "", "jsonl"),
        ("a.opml", b"", "", "opml"),
        ("a.xml", b'<?xml version="1.0"?>\n<!-- x -->\n<opml version="1.0">', "", "opml"),
        ("https://e.example/feed", b"\xef\xbb\xbf <?xml version='1.0'?><rss>", "text/html", "feed"),
        ("https://e.example/feed", b"<feed xmlns='x'>", "", "feed"),
        ("https://e.example/feed", b"<rdf:RDF>", "", "feed"),
        ("https://e.example/feed", b'{"version": "https://jsonfeed.org/version/1"', "application/json", "feed"),
        ("https://e.example/feed", "<rss>".encode("utf-16"), "", "feed"),
        ("https://e.example/s", b"<urlset>", "", "sitemap"),
        ("https://e.example/s.xml.gz", gzip.compress(b"<sitemapindex >", mtime=0), "", "sitemap"),
        ("https://e.example/", b"<!doctype html><html>", "text/html", "page"),
        ("https://e.example/", b"", "application/rss+xml", "feed"),
        ("a.html", b"hello", "", "page"),
    ],
)
def test_kinds_are_told_by_name_then_content_then_type(name: str, body: bytes, content_type: str, kind: str) -> None:
    assert detect_kind(name, body, content_type) == kind


def test_every_kind_has_a_line_in_the_table() -> None:
    assert set(FROM_FILES) < set(SOURCES) == {"feed", "sitemap", "page", "jsonl", "opml", "archive", "folder"}


def test_feeds_that_a_page_announces() -> None:
    links = (
        '<link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" hreflang="fr" href="/fr">'
    )
    assert feeds_of("https://e.example/news", f"<html><head>{links}</head></html>".encode()) == (
        "https://e.example/rss",
    )
