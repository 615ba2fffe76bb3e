from datetime import UTC, datetime

import pytest

from newsloom.records import Article, ArticleId
from newsloom.text.kinds import kind_of, sections_of

AT = datetime(2018, 5, 24, 12, tzinfo=UTC)


def kind(headline: str, url: str = "", text: str = "Rain fell.", language: str = "en") -> str:
    given = Article(id=ArticleId("a"), seen_at=AT, headline=headline, url=url, text=text, language=language)
    return kind_of(given)


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("OPINION: Let the mill close", "opinion"),
        ("Let the mill close | Editorial", "opinion"),
        ("Tarnholm flood live updates: bridges shut", "live page"),
        ("Live: premier speaks", "live page"),
        ("Tarnholm flood: minute-by-minute", "live page"),
        ("Live coverage of the Tarnholm flood", "live page"),
        ("Vale, tin and the weather: Thursday's Morning Email", "newsletter"),
        ("Tuesday briefing: the mill burns", "newsletter"),
        ("World in brief: tin up, mill down", "round-up"),
        ("Mill burns down; Vale resigns; Tin up again", "round-up"),
        ("Mill burns down", ""),
        ("Court publishes its opinion on the mill", ""),
        ("Band plays live in Tarnholm", ""),
        ("Ministry drops its daily briefing", ""),
        ("Mill burns; two hurt", ""),
    ],
)
def test_a_headline_says_what_kind_of_report_it_is(headline: str, found: str) -> None:
    assert kind(headline) == found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://courier.example/opinion/2018/05/let-the-mill-close", "opinion"),
        ("https://courier.example/uk/live/2018/may/24/flood", "live page"),
        ("https://courier.example/news/opinion", ""),  # the last part is the report's own name
        ("https://courier.example/news/opinion-poll/1", ""),
        ("", ""),
        ("http://[broken", ""),
    ],
)
def test_a_section_of_the_address_says_so_too(url: str, found: str) -> None:
    assert kind("Mill burns down", url) == found


def test_entries_that_begin_with_the_time_make_a_live_page_in_any_language() -> None:
    entries = "\n\n".join(f"{hour}.15 Die Mühle brennt noch immer." for hour in range(10, 16))
    assert kind("Mühle in Flammen", text=entries, language="de") == "live page"
    assert kind("Mühle in Flammen", text="10.15 Uhr war es, als die Mühle brannte.", language="de") == ""


def test_french_has_words_of_its_own() -> None:
    assert kind("Tribune : laissons fermer le moulin", language="fr") == "opinion"
    assert kind("En direct : le pont ferme", language="fr") == "live page"
    assert kind("Le pont ferme", language="fr") == ""


def test_sections_are_all_parts_of_the_path_but_the_last() -> None:
    assert sections_of("https://Courier.example/Opinion/2018/mill?x=/live/") == ["opinion", "2018"]
    assert sections_of("urn:newsloom:courier:1") == []
