import pytest

from newsloom.articles.byline import names_in
from newsloom.articles.headline import choose_headline, undouble, without_site


@pytest.mark.parametrize(
    ("found", "names"),
    [
        (["By Jane Doe and John Roe, Senior Reporter"], ("Jane Doe", "John Roe")),
        (["Written by: María Núñez-O’Hara | Photos by Lee"], ("María Núñez-O’Hara",)),
        (["jane@daily.example"], ()),
        (["https://www.facebook.example/jane.doe"], ()),
        (["Jane Doe", "JANE DOE"], ("Jane Doe",)),
        (["Reuters"], ("Reuters",)),
        (["Dr. Ann Lee, MD"], ("Dr. Ann Lee",)),
        (["admin"], ()),
        (["Ann Lee for The Daily Post"], ("Ann Lee",)),
        (["Ann Lee Published 4 May 2018"], ("Ann Lee",)),
        (["Follow us", "Read more", "3 min read"], ()),
        (["x" * 5_000], ()),
        ([""], ()),
    ],
)
def test_names_of_bylines(found: list[str], names: tuple[str, ...]) -> None:
    assert names_in(found) == names


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Talks are off - The Daily", "Talks are off"),
        ("Talks are off - World - The Daily", "Talks are off - World"),
        ("The Daily: Talks are off", "The Daily: Talks are off"),
        ("The Daily | Talks are off after all", "Talks are off after all"),
        ("Ostrel quay shut for years | Local news | Daily", "Ostrel quay shut for years"),
        ("Q&A | Why the quay is shut", "Q&A | Why the quay is shut"),
        ("Rain - and more rain - ahead", "Rain - and more rain - ahead"),
        ("The Daily", "The Daily"),
        ("", ""),
    ],
)
def test_the_site_goes_and_the_headline_stays(title: str, kept: str) -> None:
    assert without_site(title, ["The Daily", "daily.example"]) == kept


def test_a_doubled_headline_is_said_once() -> None:
    assert undouble("Quay shut for two years  Quay shut for two years") == "Quay shut for two years"
    assert undouble("Quay shut for two yearsQuay shut for two years") == "Quay shut for two years"
    assert undouble("no no") == "no no"


def test_a_heading_that_the_titles_bear_out_is_taken_first() -> None:
    titles = [("json-ld", "Kim, Moon meet at border: live updates"), ("html", "Kim and Moon meet at the border | Echo")]
    headings = ["Echo", "Kim and Moon meet at the border", "Most read"]
    assert choose_headline(titles, headings, ["Echo"]) == ("Kim and Moon meet at the border", "html")


def test_a_heading_that_nothing_bears_out_is_the_last_resort() -> None:
    assert choose_headline([("opengraph", "Quay shut")], ["Breaking news at a glance"], []) == (
        "Quay shut",
        "opengraph",
    )
    assert choose_headline([], ["Quay shut"], []) == ("Quay shut", "html")
    assert choose_headline([("html", "Home")], [], []) == ("", "")
