"""Sitemaps and OPML."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsloom.records import Link, Refused, Source, SourceId
from newsloom.sources import opml, sitemap

SOURCE = Source(id=SourceId("s"), kind="sitemap", url="https://echo.example/sitemap.xml")
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://echo.example/2</loc><n:news><n:publication><n:name>The Echo</n:name><n:language>en</n:language>
</n:publication><n:publication_date>2018-06-02T08:00:00+02:00</n:publication_date>
<n:title>Quay shut</n:title></n:news></url>
<url><loc>https://echo.example/1</loc><n:news><n:publication_date>2018-06-01</n:publication_date></n:news></url>
<url><lastmod>2018-06-01</lastmod></url></urlset>"""


def test_news_sitemaps() -> None:
    for body in (NEWS.encode(), gzip.compress(NEWS.encode())):
        found = list(sitemap.read(SOURCE, body))
        first, second = (item for item in found if isinstance(item, Link))
        assert (first.url, first.day_only) == ("https://echo.example/1", True)
        assert (second.headline, second.outlet) == ("Quay shut", "The Echo")
        assert [item.reason for item in found if isinstance(item, Refused)] == ["no address"]


def test_lastmod_is_no_publication() -> None:
    (link,) = sitemap.read(
        SOURCE, b"<urlset><url><loc>https://e.example/1</loc><lastmod>2018-06-01</lastmod></url></urlset>"
    )
    assert isinstance(link, Link) and link.published_at is None


def test_an_index_is_known_as_one() -> None:
    body = b"<sitemapindex><sitemap><loc>https://echo.example/news.xml.gz</loc></sitemap></sitemapindex>"
    assert sitemap.is_index(body) and sitemap.is_index(gzip.compress(body)) and not sitemap.is_index(NEWS.encode())
    assert [item.url for item in sitemap.read(SOURCE, body) if isinstance(item, Link)] == [
        "https://echo.example/news.xml.gz"
    ]


def test_a_zipped_bomb_is_refused() -> None:
    (refused,) = sitemap.read(SOURCE, gzip.compress(b"\0" * 70_000_000))
    assert isinstance(refused, Refused) and "more than" in refused.reason


@given(st.binary(max_size=200))
def test_no_sitemap_raises(body: bytes) -> None:
    list(sitemap.read(SOURCE, body))
    list(sitemap.read(SOURCE, b"\x1f\x8b" + body))


OPML = """<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="World"><outline text="Echo &amp; Co" title="Echo &amp; Co" type="rss" xmlUrl="https://echo.example/rss"/>
<outline text="Wire" xmlurl="http://wire.example/atom"/></outline>
<outline text="Again" xmlUrl="https://www.echo.example/rss/"/>
<outline text="Empty"/><outline text="Odd" type="rss" xmlUrl="ftp://x.example/"/>
<outline text="A video" type="video" xmlUrl="https://v.example/1"/></body></opml>"""


def test_every_outline_is_a_source_or_is_named_in_the_log() -> None:
    found = list(opml.read_sources(OPML.encode(), "mine.opml"))
    sources = [item for item in found if isinstance(item, Source)]
    assert [(source.title, source.url, source.tags) for source in sources] == [
        ("Echo & Co", "https://echo.example/rss", ("World",)),
        ("Wire", "http://wire.example/atom", ("World",)),
    ]
    log = {item.item: item.reason for item in found if isinstance(item, Refused)}
    assert log == {
        "mine.opml outline 4 (Again)": "named twice: https://www.echo.example/rss/",
        "mine.opml outline 5 (Empty)": "no xmlUrl",
        "mine.opml outline 6 (Odd)": "not an http address: 'ftp://x.example/'",
        "mine.opml outline 7 (A video)": "an outline of type 'video'",
    }


@pytest.mark.parametrize("body", [b"", b"<rss/>", b"not xml", b"\xff\xfe"])
def test_what_is_no_opml_is_refused(body: bytes) -> None:
    (refused,) = opml.read_sources(body, "x")
    assert isinstance(refused, Refused)


titles = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=20).filter(
    lambda text: "," not in text
)


@given(
    st.lists(
        st.tuples(titles, st.lists(titles.filter(lambda t: t.strip("/ ")).map(lambda t: t.strip("/ ")), max_size=2))
    )
)
def test_what_is_written_is_read_back(rows: list[tuple[str, list[str]]]) -> None:
    sources = [
        Source(
            id=opml.source_id(f"https://e.example/{number}"),
            kind=("feed", "sitemap", "page")[number % 3],
            url=f"https://e.example/{number}",
            title=title or "untitled",
            tags=tuple(dict.fromkeys(tags)),
        )
        for number, (title, tags) in enumerate(rows)
    ]
    assert list(opml.read_sources(opml.write(sources).encode())) == sources
