import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsloom.records import Link, Refused, Source, SourceId
from newsloom.sources import feed

SOURCE = Source(id=SourceId("s"), kind="feed", url="https://echo.example/rss/feed.xml")


def links(body: str | bytes, source: Source = SOURCE) -> list[Link]:
    found = feed.read(source, body.encode() if isinstance(body, str) else body)
    return [item for item in found if isinstance(item, Link)]


def refusals(body: str | bytes) -> list[str]:
    found = feed.read(SOURCE, body.encode() if isinstance(body, str) else body)
    return [item.reason for item in found if isinstance(item, Refused)]


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Echo</title><link>https://echo.example/</link>
<item><title>Second &amp; last</title><link>https://echo.example/2</link>
<pubDate>Sat, 02 Jun 2018 08:00:00 +0200</pubDate></item>
<item><title><![CDATA[<b>First</b> &amp; foremost]]></title><link>/1</link>
<pubDate>Fri, 01 Jun 2018 08:00 GMT</pubDate></item>
</channel></rss>"""


def test_rss_oldest_first_with_headline_date_and_outlet() -> None:
    first, second = links(RSS)
    assert (first.url, first.headline, first.outlet) == ("https://echo.example/1", "First & foremost", "The Echo")
    assert second.published_at and second.published_at.isoformat() == "2018-06-02T08:00:00+02:00"
    assert second.headline == "Second & last"


def test_atom_with_bases_and_kinds_of_links() -> None:
    body = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://echo.example/blog/">
    <title type="html">&lt;i&gt;Echo</title>
    <entry xml:base="2018/">
    <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Quay <em>shut</em></div></title>
    <link rel="enclosure" href="https://cdn.example/a.mp3"/>
    <link rel="alternate" type="application/json" href="q.json"/>
    <link rel="alternate" type="text/html" href="quay"/><updated>2018-06-02T00:30:00Z</updated>
    <published>2018-06-01</published></entry></feed>"""
    (link,) = links(body)
    assert (link.url, link.headline, link.outlet) == ("https://echo.example/blog/2018/quay", "Quay shut", "Echo")
    assert link.day_only and link.published_at and link.published_at.day == 1


def test_rdf_and_guids_and_sources() -> None:
    body = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Echo</title></channel>
      <item rdf:about="https://echo.example/a"><title>A</title><dc:date>2018-06-01T10:00:00Z</dc:date></item>
      <item><title>B</title><guid>https://echo.example/b</guid>
      <source url="https://wire.example">The Wire</source></item>
      <item><title>C</title><guid isPermaLink="false">https://echo.example/c</guid></item></rdf:RDF>"""
    assert {link.url: link.outlet for link in links(body)} == {
        "https://echo.example/a": "Echo",
        "https://echo.example/b": "The Wire",
    }
    assert refusals(body) == ["no address: 'C'"]


def test_json_feed() -> None:
    items = [
        {
            "id": "1",
            "url": "https://echo.example/1",
            "title": "One &amp; only",
            "date_published": "2018-06-01T10:00:00+02:00",
        },
        {"id": "2", "title": "No address"},
        "no object",
    ]
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Echo", "items": items})
    (link,) = links(body)
    assert (link.url, link.headline, link.outlet) == ("https://echo.example/1", "One & only", "Echo")
    assert len(refusals(body)) == 2


def test_the_users_name_for_a_source_is_its_outlet() -> None:
    named = Source(id=SourceId("s"), kind="feed", url="https://echo.example/rss", title="Ostrel Echo")
    assert {link.outlet for link in links(RSS, named)} == {"Ostrel Echo"}


@pytest.mark.parametrize("cut", range(40, len(RSS), 37))
def test_a_feed_that_breaks_off_gives_what_was_whole(cut: int) -> None:
    whole = RSS[:cut].count("</item>")
    assert len(links(RSS[:cut])) >= whole or cut < 60


@pytest.mark.parametrize(
    "body", ["", "  ", "<html><body>no feed</body></html>", "{}", '{"items": 3}', "[" * 9_000, "{" * 9_000]
)
def test_what_is_no_feed_is_refused(body: str) -> None:
    assert links(body) == [] and len(refusals(body)) == 1


@given(st.binary(max_size=300))
def test_nothing_raises(body: bytes) -> None:
    list(feed.read(SOURCE, body))
    list(feed.read(SOURCE, b"<rss><channel><item><link>" + body + b"</link><title>" + body))


def test_a_script_in_a_title_is_words_at_most() -> None:
    (link,) = links(
        "<rss><item><title>&lt;script&gt;alert(1)&lt;/script&gt;Quay</title><link>https://e.example/1</link></item></rss>"
    )
    assert "<" not in link.headline


def test_an_address_of_another_scheme_is_none() -> None:
    body = "<rss><item><title>A</title><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item></rss>"
    assert links(body) == []
