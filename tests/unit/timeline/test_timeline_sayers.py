"""Which sentence stands beside a status: one that itself says so."""

from __future__ import annotations

import pytest
from tests.unit.timeline.test_timeline_status import at, shown
from tests.unit.timeline.timeline_reports import article, report

from newsloom.langs import LANGUAGES
from newsloom.records import Report
from newsloom.timeline.deeds import find_deeds
from newsloom.timeline.standing import find_matters, find_standing
from newsloom.timeline.steps import build_chains

PLAN = report(article("The two mayors will hold a summit in Ostend on 12 June.", at("2018-05-10"), name="plan"))
TOLD = report(
    article("Mayors Ann Lee and Bo Karst met in Ostend on Tuesday and signed a letter.", at("2018-06-12"), name="met")
)
AFTER = report(
    article(
        "The Ostend summit was praised by the harbour's guild on Wednesday, a day after the summit ended.",
        at("2018-06-13"),
        "Guild gives a dinner after the summit",
        name="after",
    )
)
PRESS = report(
    article("The Gazette gave its front page to a photo after the summit.", at("2018-06-13"), name="a-press")
)


def told(text: str, language: str = "en") -> list[tuple[str, bool]]:
    return [(deed.noun, deed.main) for deed in find_deeds(text, LANGUAGES[language])]


def sentence(*reports: Report) -> str:
    found = find_standing(find_matters(reports))
    assert found is not None
    return shown(found.sentence)


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("The two mayors met in Ostend on Tuesday.", [("meeting", True)]),
        ("Crews held a strike on Monday.", [("strike", True)]),
        ("The vote took place on Friday.", [("vote", True)]),
        ("Shares fell after the mayors met.", [("meeting", False)]),
        ("Shares fell as the mayors met.", [("meeting", False)]),
        ("The letter, which the mayors signed when they met, is short.", [("meeting", False)]),
        ("A vote will be held on Friday.", []),
        ("The mayors have not met.", []),
        ("She held a cup, and the vote was near.", []),
        ("", []),
    ],
)
def test_a_deed_is_told_by_its_verb_and_knows_its_clause(text: str, deeds: list[tuple[str, bool]]) -> None:
    assert told(text) == deeds


def test_a_deed_in_french() -> None:
    assert told("Le vote a eu lieu vendredi.", "fr") == [("vote", True)]


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_verb_tells_a_noun_of_a_happening(code: str) -> None:
    statuses = LANGUAGES[code].statuses
    if statuses is not None:
        assert set(statuses.done.values()) <= statuses.happenings


def test_what_states_the_event_stands_before_what_looks_back_to_it() -> None:
    reports = (PLAN, TOLD, AFTER, PRESS)
    assert sentence(*reports).startswith("Mayors Ann Lee and Bo Karst met in Ostend")
    (chain,) = build_chains(find_matters(reports))
    assert shown(chain.steps[-1].sentence).startswith("Mayors Ann Lee and Bo Karst met")


def test_another_meeting_of_another_day_says_nothing_of_it() -> None:
    earlier = report(article("Aides met in Bruges on Friday over fish.", at("2018-06-02"), name="aides"))
    assert "Bruges" not in sentence(PLAN, earlier, AFTER, PRESS)


def test_a_clause_beside_the_news_does_not_say_it_best() -> None:
    beside = report(
        article(
            "Shares rose on Friday as the mayor said that the Ostend summit would take place after all.",
            at("2018-06-01"),
            name="a",
        )
    )
    plain = report(article("The Ostend summit is back on, the mayor said on Friday.", at("2018-06-01"), name="b"))
    assert sentence(PLAN, beside, plain).startswith("The Ostend summit is back on")


def test_what_most_outlets_tell_is_preferred() -> None:
    texts = (
        "The mayor of Bruges cancelled the harbour summit on Thursday, citing a letter.",
        "The mayor of Bruges cancelled the harbour summit on Thursday, a spokesman said.",
        "Hotels lost bookings when somebody cancelled the summit on Thursday.",
    )
    reports = [report(article(text, at("2018-05-24"), name=name)) for name, text in zip("yza", texts, strict=True)]
    assert sentence(*reports).startswith("The mayor of Bruges cancelled")


def test_a_lone_report_tells_a_meeting_by_its_verb() -> None:
    found = find_standing(find_matters((TOLD,)))
    assert found is not None and (found.event, found.value) == ("meeting", "happened")


def test_a_strike_that_is_held_is_no_longer_put_off() -> None:
    text = "Most ferries stayed in port on Monday as crews held a strike that they had put off a week earlier."
    held = report(article(text, at("2018-06-04"), name="held"))
    found = find_standing(find_matters((held,)))
    assert found is not None and found.value == "happened"


def test_what_nobody_says_has_happened_has_no_status() -> None:
    texts = (
        "The ships of Norland are no subject for the summit, the minister told a dinner on Saturday.",
        "The minister spoke of the summit at a dinner on Saturday and left early.",
    )
    reports = [report(article(text, at("2018-06-03"), name=name)) for name, text in zip("ab", texts, strict=True)]
    assert find_standing(find_matters(tuple(reports))) is None
