import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsloom.articles.extract import Extraction, extract, extract_with_notes
from newsloom.records import Article, Link, RawPage, Refused, SourceId
from newsloom.text.urls import article_id

SEEN = datetime(2021, 3, 4, 9, 0, tzinfo=UTC)
BODY = (
    "The harbour board of Ostrel voted on Tuesday to close the north quay for two years while its piles are replaced.",
    "“We can’t patch it for ever,” said the chairwoman, Ilse Marn, after the vote, which went seven to two.",
    "Fishermen who land their catch there must use the coal pier, half a mile to the south, from the first of May.",
)


def page(
    body: tuple[str, ...] = BODY,
    head: str = "",
    title: str = "Board shuts the north quay",
    url: str = "",
    extra: str = "",
) -> RawPage:
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    html = f"<html><head><title>{title} | The Ostrel Echo</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
    html += (
        f"<article><h1>{title}</h1>{paragraphs}</article>{extra}<footer>© 2021 The Ostrel Echo</footer></body></html>"
    )
    address = url or "https://www.ostrelecho.example/news/quay?utm_source=feed"
    return RawPage(SourceId("s"), address, SEEN, (("Content-Type", "text/html; charset=utf-8"),), html.encode())


def taken(raw: RawPage) -> Article:
    outcome = extract(raw)
    assert isinstance(outcome, Article), outcome
    return outcome


def refused(raw: RawPage) -> str:
    outcome = extract(raw)
    assert isinstance(outcome, Refused), outcome
    assert outcome.source == "s" and outcome.item == raw.url
    return outcome.reason


def test_body_headline_and_address() -> None:
    article = taken(page())
    assert article.text == "\n\n".join(BODY)
    assert [article.text[start:end] for start, end in article.paragraphs] == list(BODY)
    assert article.headline == "Board shuts the north quay"
    assert article.canonical_url == "https://ostrelecho.example/news/quay"
    assert article.id == article_id(article.canonical_url)
    assert (article.language, article.seen_at, article.version) == ("en", SEEN, 0)


def test_metadata_comes_in_order_of_trust_and_its_place_is_known() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Person", "@id": "#a", "name": "Dana Roos"},
            {
                "@type": ["Article", "NewsArticle"],
                "headline": "Board shuts the north quay",
                "author": [{"@id": "#a"}, {"name": "Piet Holm"}],
                "datePublished": "2021-03-03",
                "dateModified": "2021-03-03T18:00:00+01:00",
                "publisher": {"name": "Ostrel Media"},
            },
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    head += '<meta property="og:site_name" content="The Ostrel Echo"><meta name="author" content="Web Desk">'
    head += '<meta property="article:published_time" content="2021-03-03T16:20:00+01:00">'
    head += '<meta property="og:image" content="/img/quay.jpg">'
    notes = extract_with_notes(page(head=head))
    article = notes.outcome
    assert isinstance(article, Article)
    assert article.byline == ("Dana Roos", "Piet Holm")
    # the day of JSON-LD, with the time of day that OpenGraph adds to it
    assert article.published_at and article.published_at.isoformat() == "2021-03-03T16:20:00+01:00"
    assert article.updated_at and article.updated_at.isoformat() == "2021-03-03T18:00:00+01:00"
    assert (article.outlet, article.image) == ("The Ostrel Echo", "https://www.ostrelecho.example/img/quay.jpg")
    assert dict(notes.where)["byline"] == "json-ld" and dict(notes.where)["published"] == "opengraph"


def test_the_announcing_link_fills_what_the_page_lacks() -> None:
    raw = page(title="")
    link = Link(
        SourceId("s"), raw.url, "Quay shut for two years", datetime(2021, 3, 3, 15, tzinfo=UTC), False, "The Echo"
    )
    article = taken(RawPage(raw.source_id, raw.url, raw.fetched_at, raw.headers, raw.body, link))
    assert article.published_at == link.published_at
    assert article.outlet == "The Echo"


def test_a_page_overrules_its_link() -> None:
    raw = page(head='<meta property="article:published_time" content="2021-03-02T11:00:00Z">')
    link = Link(SourceId("s"), raw.url, "Something else", datetime(2021, 3, 3, 15, tzinfo=UTC))
    article = taken(RawPage(raw.source_id, raw.url, raw.fetched_at, raw.headers, raw.body, link))
    assert article.published_at == datetime(2021, 3, 2, 11, tzinfo=UTC)
    assert article.headline == "Board shuts the north quay"


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        ("https://m.ostrelecho.example/a/quay", "https://m.ostrelecho.example/a/quay"),
        ("/a/quay", "https://ostrelecho.example/a/quay"),
        ("https://other.example/a/quay", "https://ostrelecho.example/news/quay"),
        ("https://www.ostrelecho.example/", "https://ostrelecho.example/news/quay"),
        ("http://[broken", "https://ostrelecho.example/news/quay"),
    ],
)
def test_rel_canonical_counts_on_the_same_site_alone(canonical: str, expected: str) -> None:
    assert taken(page(head=f'<link rel="canonical" href="{canonical}">')).canonical_url == expected


def test_what_is_dropped_is_known() -> None:
    extra = (
        "Share this article",
        "[an error occurred while processing this directive]",
        "Board shuts the north quay",
        "Sign up for our daily newsletter and get the news in your inbox",
        "Copyright 2021 The Ostrel Echo. All rights reserved.",
    )
    notes = extract_with_notes(page(body=(extra[0], extra[2], BODY[0], extra[1], *BODY[1:], extra[3], extra[4])))
    assert isinstance(notes.outcome, Article) and notes.outcome.text == "\n\n".join(BODY)
    reasons = {line.reason for line in notes.dropped}
    assert {"server error", "newsletter", "copyright"} <= reasons


def test_a_date_without_a_time_stays_a_date_and_a_later_stamp_than_the_visit_is_none() -> None:
    article = taken(page(head='<meta name="date" content="2021-03-03">'))
    assert article.day_only and article.published_at == datetime(2021, 3, 3, 23, 59, 59, tzinfo=UTC)
    assert taken(page(head='<meta name="date" content="2031-03-03T10:00:00Z">')).published_at is None


def test_old_pages_laid_out_in_tables() -> None:
    paragraphs = "".join(f"<P>{text}" for text in BODY)
    cells = f"<TD><FONT SIZE=2>World<BR>Nation</FONT></TD><TD><H1>Quay shut</H1>{paragraphs}</TD>"
    html = f"<HTML><TITLE>Quay shut</TITLE><BODY><TABLE><TR>{cells}<TD>Weather</TD></TR></TABLE></BODY></HTML>"
    article = taken(RawPage(SourceId("s"), "https://old.example/story.php?id=4", SEEN, (), html.encode()))
    assert article.text == "\n\n".join(BODY)
    assert article.canonical_url == "https://old.example/story.php?id=4"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (page(body=("Sorry, there is nothing here.",), title="404 - Page not found"), "error page"),
        (
            page(body=("Checking your browser before you go on. This takes a few seconds.",), title="Just a moment..."),
            "error",
        ),
        (page(body=()), "no text"),
        (page(body=(BODY[0], "Subscribe to continue reading this article.")), "paywall"),
        (
            page(
                body=(BODY[0],),
                head='<script type="application/ld+json">{"@type":"NewsArticle","headline":"x",'
                '"isAccessibleForFree":false}</script>',
            ),
            "paywall",
        ),
        (page(body=(BODY[0],), url="https://ostrelecho.example/video/quay-shut"), "video"),
        (RawPage(SourceId("s"), "https://a.example/x", SEEN, (), b""), "empty"),
        (RawPage(SourceId("s"), "https://a.example/x", SEEN, (), b"%PDF-1.7 ..."), "binary"),
        (RawPage(SourceId("s"), "https://a.example/x", SEEN, (("content-type", "image/png"),), b"abc"), "image/png"),
    ],
)
def test_pages_that_are_no_reports(raw: RawPage, reason: str) -> None:
    assert reason in refused(raw)


def test_a_report_in_full_behind_a_meter_is_taken() -> None:
    data = '{"@type":"NewsArticle","headline":"x","isAccessibleForFree":"False"}'
    head = f'<script type="application/ld+json">{data}</script>'
    taken(page(body=BODY * 3 + ("It was the third vote on the matter since the storm.",), head=head))


def test_a_long_report_about_error_404_is_a_report() -> None:
    taken(page(title="404 people rescued from the flood in Ostrel"))


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_no_bytes_raise(body: bytes) -> None:
    assert isinstance(extract_with_notes(RawPage(SourceId("s"), "https://a.example/1", SEEN, (), body)), Extraction)


def test_extraction_is_pure() -> None:
    first = extract(page())
    extract(page(title="Another headline of the day", body=BODY[::-1]))
    assert extract(page()) == first


@pytest.mark.parametrize(
    "broken", ["{", '{"@type":"NewsArticle","headline":', "[" * 5_000, '"x"', "null", "{}", "[[]]"]
)
def test_broken_json_ld_counts_as_absent(broken: str) -> None:
    assert (
        taken(page(head=f'<script type="application/ld+json">{broken}</script>')).headline
        == "Board shuts the north quay"
    )
