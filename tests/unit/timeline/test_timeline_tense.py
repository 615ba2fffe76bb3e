"""What tells whether a date lies ahead, and when nobody can know."""

from __future__ import annotations

import pytest
from tests.unit.timeline.timeline_reports import article, report, sentences

from newsloom.langs import LANGUAGES
from newsloom.timeline.dates import find_dates
from newsloom.timeline.tense import Lean, lean

FILLER = "The town lies on the river. " * 6


def leaning(sentence: str, word: str = "Thursday") -> Lean:
    calendar = LANGUAGES["en"].calendar
    assert calendar is not None
    start = sentence.index(word)
    return lean(sentence, start, start + len(word), (0, len(sentence)), calendar)


@pytest.mark.parametrize(
    "sentence",
    [
        "The board released a report Thursday afternoon.",
        "The two spoke as recently as Thursday.",
        "It would hurt the mayor, according to a report on Thursday.",
        "The mayor met the union that will strike in June and left on Thursday.",
    ],
)
def test_a_past_verb_points_back(sentence: str) -> None:
    assert leaning(sentence) == Lean(-1, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor will meet the union on Thursday.",
        "The vote is expected Thursday.",
        "The hearing is to be held as soon as Thursday.",
        "Tap water may be safe by Thursday.",
        "On Thursday the board will decide.",
    ],
)
def test_a_word_of_what_is_to_come_points_ahead(sentence: str) -> None:
    assert leaning(sentence) == Lean(1, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The parties agreed to meet on Thursday.",
        "The vote was scheduled for Thursday.",
        "The strike that was to stop the ferries on Thursday has been put off.",
        "The judge gave him until Thursday.",
        "The mayor will meet the families of Thursday's fire.",
        "All eyes turn on Thursday.",
        "It happened on a Thursday in a small town.",
        "The board has a hearing Thursday.",
    ],
)
def test_what_may_be_either_is_not_sure(sentence: str) -> None:
    assert not leaning(sentence).sure


def test_a_name_is_no_modal() -> None:
    assert leaning("The contest began on May 1, well before Thursday, they said.") == Lean(-1, True)


def test_an_unsure_day_is_marked_and_dates_no_happening() -> None:
    one = article(FILLER + "The parties agreed to sign a treaty on Thursday.")
    (found,) = find_dates(one, sentences(one))
    assert not found.sure
    assert all(event.dated_by is None for event in report(one).analysis.events)


def test_the_day_of_the_report_is_sure() -> None:
    one = article("The council voted on Friday.")  # the report is of a Friday
    assert [(each.value, each.sure) for each in find_dates(one, sentences(one))] == [("2018-06-01", True)]


def test_the_same_weekday_is_the_one_told_of() -> None:
    told = article("They met on 21 May 2018. On the same Monday the strike began.")
    assert [each.value for each in find_dates(told, sentences(told))] == ["2018-05-21", "2018-05-21"]
    alone = article("On the same Tuesday last week there were more than 900.")
    assert find_dates(alone, sentences(alone))[0].value == ""


def test_the_weekday_of_tomorrow_may_have_begun_elsewhere() -> None:
    one = article("The ministry issued a statement on Saturday.")  # in a report of Friday
    assert [(each.value, each.sure) for each in find_dates(one, sentences(one))] == [("2018-05-26", False)]
