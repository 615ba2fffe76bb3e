"""What became of announced events: happened, moved, cancelled, or that no report says."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.unit.timeline.timeline_reports import article, report

from newsloom.records import Became, Report
from newsloom.timeline.outcomes import find_outcomes, overdue


def told(day: str, text: str, name: str, headline: str = "") -> Report:
    return report(article(text, f"{day}T12:00:00+00:00", headline, name=name))


PLAN = told("2018-05-21", "The harbour council will vote on the new ferry pier on Friday, its clerk said.", "a")


def became(*reports: Report, now: str = "2018-06-10") -> list[Became]:
    return list(find_outcomes(reports, datetime.fromisoformat(f"{now}T12:00:00+00:00")))


def outcomes(*reports: Report) -> list[tuple[str, str, str]]:
    return [(one.due, one.outcome, one.date) for one in became(*reports)]


def test_what_a_later_report_tells_of_the_day_happened() -> None:
    held = told("2018-05-26", "The harbour council passed the ferry pier in a vote on Friday, seven to four.", "b")
    assert outcomes(PLAN, held) == [("2018-05-25", "happened", "2018-05-25")]
    assert became(PLAN, held)[0].announced == "2018-05-21"


def test_a_headline_of_the_day_tells_it_too() -> None:
    held = told("2018-05-25", "Crews cheered.", "b", "Harbour council votes for ferry pier")
    assert outcomes(PLAN, held) == [("2018-05-25", "happened", "")]


def test_called_off_before_its_day() -> None:
    off = told("2018-05-24", "The harbour council cancelled the vote on the ferry pier on Thursday.", "b")
    assert outcomes(PLAN, off) == [("2018-05-25", "cancelled", "")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The harbour council postponed the vote on the ferry pier on Thursday, citing a storm.", ""),
        ("The harbour council will now vote on the ferry pier on June 1, the clerk said.", "2018-06-01"),
    ],
)
def test_put_off_or_set_for_another_day(text: str, date: str) -> None:
    assert ("2018-05-25", "moved", date) in outcomes(PLAN, told("2018-05-24", text, "b"))


def test_called_off_and_set_for_another_day_is_moved() -> None:
    off = told("2018-05-24", "The harbour council cancelled the vote on the ferry pier on Thursday.", "b")
    again = told("2018-05-28", "The harbour council will vote on the ferry pier on June 4, the clerk said.", "c")
    assert ("2018-05-25", "moved", "2018-06-04") in outcomes(PLAN, off, again)


def test_nothing_told_is_no_report_and_overdue() -> None:
    other = told("2018-05-27", "A shark was seen on Saturday off the old lighthouse in the bay.", "b")
    found = became(PLAN, other)
    assert [(one.outcome, one.evidence) for one in found] == [("no report", None)]
    assert overdue(found) == tuple(found)


def test_another_vote_is_no_answer() -> None:
    other = told("2018-05-26", "Parliament passed the budget in a vote on Friday, to nobody's surprise.", "b")
    assert [one.outcome for one in became(PLAN, other)] == ["no report"]


def test_what_is_not_due_or_was_never_ahead_is_none() -> None:
    assert became(PLAN, now="2018-05-24") == []
    past = told("2018-05-26", "The harbour council passed the ferry pier in a vote on Friday, seven to four.", "b")
    assert became(past) == []
    assert became(told("2018-05-26", "", "c"), told("2018-05-26", "One two three.", "d")) == []


def test_every_row_is_made_of_the_reports_words() -> None:
    held = told("2018-05-26", "The harbour council passed the ferry pier in a vote on Friday, seven to four.", "b")
    texts = {"a": PLAN.article.text, "b": held.article.text}
    for row in became(PLAN, held):
        for sentence in filter(None, (row.plan, row.evidence)):
            for words in sentence.words():
                assert texts[words.span.article_id][words.span.start : words.span.end] == words.text


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The council will vote on 31 February 2018 on the pier.", "2018-02-01T12:00:00+00:00"),
        ("The council will vote on 12 June 2099 on the pier.", "2018-05-01T12:00:00+00:00"),
        ("The council will vote on Friday at 9 a.m. XQZ on the pier.", None),
        ("In 1876 the council said it will vote on 4 July 1876 on the pier.", "2018-05-01T12:00:00+00:00"),
        ("The council will vote in the year 0 on the pier on 0 June.", "2018-05-01T12:00:00+00:00"),
    ],
)
def test_bad_dates_are_neither_due_nor_guessed(text: str, published: str | None) -> None:
    odd = report(article(text, published, "Council vote", name="odd"))
    later = told("2018-06-12", "The council passed the pier in a vote on Monday.", "later")
    assert became(odd, later, now="2018-07-01") == []


def test_what_had_a_deadline_may_be_completed_before_it() -> None:
    plan = told("2018-05-21", "The harbour inquiry is expected to wrap up by Friday, its clerk said.", "a")
    early = told(
        "2018-05-24", "Ships sailed. It rained. Crews sang. Gulls cried. The clerk completed the inquiry.", "b"
    )
    wish = told("2018-05-24", "Ships sailed. It rained. Crews sang. Gulls cried. The inquiry should be completed.", "b")
    assert outcomes(plan, early) == [("2018-05-25", "happened", "")]
    assert outcomes(plan, wish) == [("2018-05-25", "no report", "")]


def test_a_rescheduled_vote_was_moved() -> None:
    again = told("2018-05-28", "The harbour clerk has rescheduled the vote on the pier for this Friday.", "b")
    off = told("2018-05-24", "The harbour council postponed its vote on the new ferry pier, the clerk said.", "c")
    assert outcomes(PLAN, off, again)[0][:2] == ("2018-05-25", "moved")
    assert "rescheduled" in str(became(PLAN, off, again)[0].evidence)


def test_a_plan_told_twice_is_one_row() -> None:
    twice = told("2018-05-22", "Sailors waited for the vote of the council that will come on Friday.", "b")
    assert len(outcomes(PLAN, twice)) == 1


def test_what_somebody_might_do_is_not_announced() -> None:
    maybe = told("2018-05-21", "The harbour clerk is willing to testify at the inquiry on Friday.", "a")
    assert outcomes(maybe) == []


def test_the_sentence_whose_verb_tells_it_is_the_evidence() -> None:
    aside = told("2018-05-26", "Gulls circled on Friday after the harbour council's vote on the new ferry pier.", "b")
    plain = told("2018-05-27", "The harbour council voted on Friday for the pier.", "c")
    assert "voted" in str(became(PLAN, aside, plain)[0].evidence)
