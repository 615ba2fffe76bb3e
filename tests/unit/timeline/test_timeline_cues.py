"""What words tell of how a happening stands: as news, beside it, or looking back."""

from __future__ import annotations

import pytest

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Statuses
from newsloom.records import Status
from newsloom.timeline.cues import BEHIND, MAIN, RELATIVE, find_cues, read_status


def english() -> Statuses:
    language = LANGUAGES["en"]
    assert language.statuses is not None
    return language.statuses


def told(text: str) -> Status:
    return read_status(text, english())[1]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The regatta could still take place in May", "possible"),
        ("Regatta may be back on, harbour master says", "possible"),
        ("The two ports spoke about reviving the regatta", "possible"),
        ("Talks keep hopes alive for the regatta", "possible"),
        ("The regatta is back on", "back on"),
        ("The regatta will now go ahead", "back on"),
        ("The harbour master called the regatta off", "cancelled"),
        ("The harbour master has not cancelled the regatta", "planned"),
        ("She could still cancel the regatta", "threatened"),
        ("The lake was to have been the course on 12 June", "cancelled"),
        ("The crews were to have met on Sunday", "cancelled"),
        ("The port regretted on Monday that the regatta would not proceed", "cancelled"),
    ],
)
def test_what_a_sentence_tells(text: str, status: Status) -> None:
    assert told(text) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A day after he cancelled the regatta, the harbour master said it could still happen", "possible"),
        ("The regatta that the port pulled out of will now go ahead as scheduled in May", "back on"),
        ("The regatta, which had been called off last week, is set for Sunday", "planned"),
        ("Eight days after cancelling the regatta, the harbour master welcomed the crews", "happened"),
        ("The crews left the planned regatta in anger on Monday", "happened"),
    ],
)
def test_a_mention_in_passing_is_no_status(text: str, status: Status) -> None:
    assert told(text) == status


def test_how_deep_a_cue_lies() -> None:
    text = "After he called it off, the race, which Ann postponed, is back on"
    assert [(cue.status, cue.depth) for cue in find_cues(text, english())] == [
        ("cancelled", BEHIND),
        ("postponed", RELATIVE),
        ("back on", MAIN),
    ]


def test_what_was_said_is_news_whatever_its_tense() -> None:
    assert told("The harbour master said he had called off the regatta") == "cancelled"
    assert told("She said after a meeting that the port would postpone the regatta") == "postponed"
    assert told("The crews met after he had called off the regatta") == "happened"


def test_nothing_is_told_by_nothing() -> None:
    assert find_cues("", english()) == ()
    assert read_status("…", english()) == (None, "happened")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The mayor rejected the idea of postponing the regatta", "planned"),
        ("The mayor refused to cancel the regatta", "planned"),
        ("The mayor rejected the offer and postponed the regatta", "postponed"),
        ("The council should cancel the regatta", "possible"),
        ("She began her testimony before the inquiry by thanking the crews", "happened"),
        ("The inquiry began on Monday", "under way"),
    ],
)
def test_who_refuses_or_only_demands_it_moves_nothing(text: str, status: Status) -> None:
    assert told(text) == status
