from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from tests.unit.positions.position_reports import NOW, people_of, report_of

from newsloom.positions import find_disagreements
from newsloom.records import Disagreement, Range, Report, Timex

TODAY = NOW.date()


def told(text: str, id_: str, hours: float, **days: int) -> Report:
    """A report whose weekdays are so many days after NOW (`Monday=4`)."""
    dates = tuple(
        Timex(Range(text.index(word), text.index(word) + len(word)), "DATE", str(TODAY + timedelta(days=after)))
        for word, after in days.items()
    )
    return report_of(text, id_, hours=hours, dates=dates)


def days(*reports: Report) -> list[Disagreement]:
    return [d for d in find_disagreements(reports, people_of(*reports), {}) if d.topic.startswith("Day of")]


def test_a_day_that_was_moved_is_a_later_update() -> None:
    one = told("The council’s hearing on the mill is scheduled for Monday.", "a", 30, Monday=4)
    two = told("Owners of the mill will testify before the council on Thursday, their lawyer said.", "b", 2, Thursday=7)
    (only,) = days(one, two)
    assert (only.topic, only.kind) == ("Day of the hearing", "later update")
    assert [value.value for value in only.values] == [
        f"Monday [{TODAY + timedelta(days=4)}]",
        f"Thursday [{TODAY + timedelta(days=7)}]",
    ]


def test_two_days_told_in_turns_contradict_each_other() -> None:
    one = told("The committee vote is set for Monday.", "a", 30, Monday=4)
    two = told("A committee vote is expected on Tuesday.", "b", 20, Tuesday=5)
    three = told("The committee vote is set for Monday.", "c", 2, Monday=4)
    (only,) = days(one, two, three)
    assert only.kind == "contradiction" and only.topic == "Day of the committee vote"


@pytest.mark.parametrize(
    "first, second",
    [
        ("The committee vote is set for Monday.", "The final vote is set for Friday."),  # two votes
        ("The meeting is set for Monday.", "The meeting is set for Friday."),  # there are many meetings
        ("The trial is set for Monday.", "The verdict is expected on Friday."),
        ("The trial is set for Monday.", "The trial is set for Monday, and lawyers meet on Friday."),
    ],
)
def test_days_of_two_happenings_are_no_disagreement(first: str, second: str) -> None:
    assert not days(told(first, "a", 30, Monday=4), told(second, "b", 2, **_day_of(second)))


def test_what_is_told_when_the_first_day_has_passed_is_another_happening() -> None:
    one = told("The hearing is scheduled for Monday.", "a", 200, Monday=-5)
    two = told("The hearing is scheduled for Thursday.", "b", 2, Thursday=7)
    assert not days(one, two)


def test_a_report_with_two_days_speaks_of_two_happenings_unless_it_says_that_the_day_was_moved() -> None:
    one = told("The hearing is scheduled for Monday.", "a", 30, Monday=4)
    both = told("The hearing is set for Monday. The next hearing is set for Friday.", "b", 2, Monday=4, Friday=8)
    moved = told("The hearing set for Monday was not held. They postponed the hearing until Friday.", "c", 1, Monday=4)
    assert not days(one, both)
    text = moved.article.text
    place = Range(text.index("Friday"), text.index("Friday") + 6)
    dates = (*moved.analysis.dates, Timex(place, "DATE", str(TODAY + timedelta(days=8))))
    (only,) = days(one, report_of(text, "c", hours=1, dates=dates))
    assert len(only.values) == 2


def test_a_day_that_is_not_sure_is_nobodys() -> None:
    one = told("The hearing is scheduled for Monday.", "a", 30, Monday=4)
    text = "The hearing is scheduled for Thursday."
    unsure = Timex(Range(29, 37), "DATE", str(TODAY + timedelta(days=7)), sure=False)
    assert not days(one, report_of(text, "b", dates=(unsure,)))


def _day_of(text: str) -> dict[str, int]:
    return {word: after for word, after in (("Monday", 4), ("Friday", 8)) if word in text}


def test_a_weekday_a_week_apart_is_one_day() -> None:
    one = told("The hearing is scheduled for Thursday.", "a", 30, Thursday=7)
    two = told("The hearing is set for Thursday.", "b", 20, Thursday=7)
    three = told("The hearing is set for Thursday.", "c", 2, Thursday=0)
    assert not days(one, two, three)


def test_the_day_of_a_happening_in_the_genitive() -> None:
    one = told("The hearing is scheduled for Monday.", "a", 30, Monday=4)
    two = told("Nobody will miss Tuesday’s hearing, they said.", "b", 2, Tuesday=5)
    (only,) = days(one, two)
    assert only.values[1].value.startswith("Tuesday [")


def test_days_in_french() -> None:
    one = told("L’audience est prévue lundi.", "a", 30, lundi=4)
    two = told("L’audience est fixée à jeudi.", "b", 2, jeudi=7)
    reports = tuple(
        Report(msgspec.structs.replace(report.article, language="fr"), report.analysis) for report in (one, two)
    )
    (only,) = find_disagreements(reports, {}, {})
    assert (only.topic, only.kind) == ("Date : audience", "later update")
