from __future__ import annotations

import pytest
from tests.unit.pages.page_reports import NOW, report_of

from newsloom.pages.stale import is_stale


def stale(text: str, days: float) -> bool:
    """Whether the only sentence of a report of so many days ago has been overtaken by NOW, a Thursday."""
    report = report_of(text, days=days)
    return is_stale(report, report.analysis.sentences[0], NOW)


def test_what_was_ahead_and_is_past_is_stale() -> None:
    assert stale("The council of Port Ellen will meet on Tuesday to vote on the terminal.", 4)
    assert not stale("The council of Port Ellen will meet on Friday to vote on the terminal.", 0)
    assert not stale("The council of Port Ellen met on Tuesday to vote on the terminal.", 1)


def test_a_day_that_was_to_come_and_is_past_is_stale_in_whatever_words() -> None:
    assert stale("The council of Port Ellen has agreed to hear the ferrymen on June 7.", 5)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Port Ellen suggested on Monday that rising tides could be behind the loss of the ferry.",
        "The harbour master announced on Monday that he would not attend the opening of the terminal.",
    ],
)
def test_what_was_said_stays_said(text: str) -> None:
    assert not stale(text, 3)


def test_a_day_behind_what_is_to_come_is_the_day_on_which_it_comes() -> None:
    assert stale("The mayor of Port Ellen is expected to visit the yard on Monday, the council said.", 3)


def test_what_only_may_come_is_news_for_longer() -> None:
    assert stale("The council of Port Ellen will sell the old ferry to a buyer from the mainland.", 5)
    assert not stale("The council of Port Ellen could sell the old ferry to a buyer from the mainland.", 5)
    assert stale("The council of Port Ellen could sell the old ferry to a buyer from the mainland.", 9)
