from __future__ import annotations

import pytest
from tests.unit.pages.page_reports import NOW, report_of

from newsloom.pages.headline import choose_headline, whole_headline
from newsloom.records import Report

TEXT = "The council of Port Ellen has stopped the second ferry terminal after a protest by fishermen."


def chosen(*headlines: str, days: tuple[float, ...] = (), urls: tuple[str, ...] = ()) -> str:
    reports: list[Report] = [
        report_of(
            TEXT,
            f"r{n}",
            days[n] if days else 0.0,
            headline,
            url=urls[n] if urls else "",
        )
        for n, headline in enumerate(headlines)
    ]
    (words,) = choose_headline(tuple(reports), NOW).pieces
    return words.text


def test_the_headline_that_the_others_support_is_chosen() -> None:
    assert chosen(
        "Herring prices rise in spring markets again",
        "Port Ellen council stops second ferry terminal",
        "Council of Port Ellen stops ferry terminal",
    ).endswith("ferry terminal")


def test_a_cut_headline_is_not_chosen() -> None:
    whole = "Port Ellen council stops second ferry terminal after protest"
    assert chosen("Port Ellen council stops second ferry...", whole) == whole
    assert chosen("Port Ellen council stops second ferry terminal", whole) == whole


def test_the_newest_state_wins() -> None:
    assert (
        chosen(
            "Port Ellen council backs second ferry terminal",
            "Port Ellen council approves second ferry terminal",
            "Port Ellen council stops second ferry terminal",
            days=(6, 5, 0),
        )
        == "Port Ellen council stops second ferry terminal"
    )


def test_news_goes_before_comment_and_questions() -> None:
    news = "Port Ellen council stops second ferry terminal"
    assert chosen("Why did Port Ellen council stop its second ferry terminal?", news) == news
    assert (
        chosen(
            "Port Ellen council was right to stop second ferry terminal",
            news,
            urls=("https://a.example/opinion/terminal", "https://b.example/news/terminal"),
        )
        == news
    )


@pytest.mark.parametrize(
    "other",
    [
        "How the Port Ellen council stopped its second ferry terminal",
        "Live updates: Port Ellen council stops second ferry terminal",
        "Opinion: Port Ellen council stops second ferry terminal at last",
        "Fact check: Port Ellen council stops second ferry terminal",
        "Five takeaways as Port Ellen council stops second ferry terminal",
        "Port Ellen council stops ferry terminal: what we know",
        "The second ferry terminal that Port Ellen council stops, explained",
        "We should thank Port Ellen council as it stops second ferry terminal",
    ],
)
def test_only_what_reports_is_a_headline_where_any_does(other: str) -> None:
    news = "Fishermen cheer in harbour"
    assert chosen(other, other, news) == news


def test_what_is_said_behind_a_colon_is_news() -> None:
    said = "Mayor Solberg: No second ferry terminal for Port Ellen"
    assert chosen(said, "How the Port Ellen council stopped its second ferry terminal") == said


def test_where_all_ask_the_opening_sentence_stands() -> None:
    assert chosen("Why did Port Ellen council stop its second ferry terminal?") == TEXT
    assert chosen("Who rules the waves?", "What next for the harbour?") in {
        "Who rules the waves?",
        "What next for the harbour?",
    }


def test_what_was_to_come_days_ago_gives_way() -> None:
    news = "Port Ellen council turns against ferry terminal"
    assert chosen("Port Ellen council to vote on second ferry terminal, will stop it", news, days=(3, 2)) == news


@pytest.mark.parametrize("suffix", [" - The Port Gazette", " | Port Gazette", " – The Hill"])
def test_the_name_of_the_outlet_is_not_shown(suffix: str) -> None:
    report = report_of(TEXT, headline=f"Council stops second ferry terminal{suffix}", outlet="The Port Gazette")
    place = whole_headline(report.article)
    assert place is not None
    assert report.article.text_of(place) == "Council stops second ferry terminal"


@pytest.mark.parametrize(
    "headline",
    ["", "Terminal", "COUNCIL STOPS SECOND FERRY TERMINAL", "Council stops second ferry terminal of", "Council says…"],
)
def test_what_is_no_whole_headline(headline: str) -> None:
    assert whole_headline(report_of(TEXT, headline=headline).article) is None


def test_without_headlines_a_whole_sentence_stands() -> None:
    assert chosen("", "") == TEXT
