"""Days told by a length and what it is reckoned from."""

from __future__ import annotations

import pytest
from tests.unit.timeline.timeline_reports import article, report

FILLER = "The town lies on the river. " * 6


def days(text: str) -> list[tuple[str, str]]:
    return [(event.when, event.status) for event in report(article(text)).analysis.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor revived the summit on Friday, eight days after he had called the meeting off.", "2018-05-24"),
        ("Two weeks after cancelling the summit, the mayor has revived it.", "2018-05-18"),
    ],
)
def test_so_many_days_after_is_a_day_of_its_own_and_has_its_clauses_status(text: str, expected: str) -> None:
    assert (expected, "cancelled") in days(text)
    assert ("2018-06-01", "back on") in days(text)


def test_a_length_deep_in_a_report_is_reckoned_from_nothing() -> None:
    assert days(FILLER + "The vote came two days after the mayor had called the meeting off.") == []


def test_a_length_behind_another_day_is_reckoned_from_nothing() -> None:
    told = days("The board met on May 3, two days after the mayor had called the vote off.")
    assert [when for when, _ in told] == ["2018-05-03"]
