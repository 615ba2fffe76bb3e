from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.positions.position_reports import report_of

from newsloom.records import Range, Timex


def claims(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(claim.slot, claim.value) for claim in report_of(text, language=language).analysis.claims]


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("At least 58 people were killed on the pier.", "killed people", "At least 58"),
        ("The blast killed 12.", "killed people", "12"),
        ("The landslide left nine dead.", "killed people", "nine"),
        ("The death toll has risen to eight, the town said.", "killed people", "eight"),
        ("The number of people killed in the fire rose to nine.", "killed people", "nine"),
        ("Fourteen people were hurt.", "injured people", "Fourteen"),
        ("Police arrested about 30 people at the gate.", "arrested people", "about 30"),
        ("Four people are missing.", "missing people", "Four"),
        ("Two Riverton policeman died.", "killed policeman", "Two"),
        ("The fire at the Orsk mill killed 3 people.", "killed people", "3"),
        ("Three firefighters were injured.", "injured firefight", "Three"),
        ("The talks lasted nearly two hours.", "duration", "nearly two hours"),
        ("The bridge cost $2.4 million to mend.", "money dollar", "$2.4 million"),
        ("Turnout was 61 percent.", "percent", "61 percent"),
        ("Eighteen of 20 sailings were cancelled.", "sail", "Eighteen of 20 sailings"),
        ("The company says 2,000.", "", "2,000"),
    ],
)
def test_a_number_is_of_what_it_counts(text: str, slot: str, value: str) -> None:
    assert claims(text) == [(slot, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The bomb could have killed 40 people.",
        "They plotted to kill 12 people.",
        "Another 12 people were injured.",
        "It came two weeks after a flood killed 31 people.",
        "The storm was the deadliest since one that killed 31 people.",
        "Of them 61 people injured are still in hospital.",
        "There are 30,000 deaths every year.",
        "At least 20 people died at the North Station.",
        "It was planned like the blast at the North Station, which killed 20.",
        "The report that 100 people were killed is false.",
        "Were 100 people killed?",
    ],
)
def test_what_did_not_happen_here_is_no_toll(text: str) -> None:
    assert not [slot for slot, _ in claims(text) if slot.startswith(("killed", "injured"))]


def test_an_age_belongs_to_the_person_beside_it() -> None:
    report = report_of(
        "Ann Lee, 64, was seen with 30-year-old Bo Ray.", names={"Ann Lee": "person", "Bo Ray": "person"}
    )
    assert [(c.slot, c.value, c.about) for c in report.analysis.claims] == [
        ("age", "64", "a.1.0"),
        ("age", "30", f"a.1.{report.article.text.index('Bo Ray')}"),
    ]


def test_dates_are_no_claims_and_their_past_is_no_claim_of_today() -> None:
    text = "On May 24 the dam held. In 2012 a flood killed 40 people."
    dates = (
        Timex(Range(3, 9), "DATE", "2021-05-24"),
        Timex(Range(text.index("In 2012") + 3, text.index("In 2012") + 7), "DATE", "2012"),
    )
    assert report_of(text, dates=dates).analysis.claims == ()


def test_a_month_is_no_doubt() -> None:
    assert ("killed people", "12") in claims("RIVERTON, May 24 - 12 people were killed.")


def test_french_counts_too() -> None:
    assert claims("Trois personnes ont été tuées et douze blessées.", "fr")[0] == ("killed people", "Trois")
    assert claims("Le département l’évalue à 2,4 millions d’euros.", "fr") == [("money euro", "2,4 millions d’euros")]


def test_a_language_without_data_has_no_claims() -> None:
    assert claims("Zwölf Menschen starben.", "de") == []


@given(st.text(max_size=200))
def test_claims_are_words_of_the_report(text: str) -> None:
    report = report_of(text)
    for claim in report.analysis.claims:
        assert claim.sentence.covers(claim.range)
        assert " ".join(report.article.text_of(claim.range).split()) == claim.value
