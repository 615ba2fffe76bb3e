from __future__ import annotations

from datetime import timedelta

from tests.unit.pages.page_reports import NOW, cited, report_of

from newsloom.pages.substance import changed_at
from newsloom.records import CitedSentence, Report, StatusChain, StatusNow, StatusStep

CLOSED = "The council of Port Ellen has closed the old ferry pier after a winter storm tore off its roof."
AGAIN = "The old ferry pier is closed after its roof was torn off by a winter storm, the council of Port Ellen said."
HURT = "Five dock hands of Port Ellen were hurt in the storm that tore the roof off."
MORE = "Seven dock hands of Port Ellen were hurt in the storm that tore the roof off."

FIRST, SECOND, THIRD = (
    report_of(text, id_, days) for text, id_, days in ((CLOSED, "a", 3), (HURT, "b", 2), (AGAIN, "c", 0))
)


def days_ago(reports: tuple[Report, ...], *shown: CitedSentence, status: StatusNow | None = None) -> float:
    return (NOW - changed_at(shown, status, (), reports, NOW)) / timedelta(days=1)


def test_the_newest_thing_told_dates_a_page() -> None:
    assert days_ago((FIRST, SECOND), cited(FIRST), cited(SECOND)) == 2


def test_what_is_told_again_moves_nothing_even_where_its_words_are_shown() -> None:
    assert days_ago((FIRST, SECOND, THIRD), cited(THIRD), cited(SECOND)) == 2
    assert days_ago((FIRST, THIRD), cited(THIRD)) == 3


def test_another_number_is_something_new() -> None:
    more = report_of(MORE, "d", 0)
    assert days_ago((SECOND, more), cited(more)) == 0
    digits = report_of(HURT.replace("Five", "5"), "e", 0)
    assert days_ago((SECOND, digits), cited(digits)) == 2


def test_a_status_is_as_old_as_its_turn() -> None:
    status = StatusNow("pier", "cancelled", "2021-06-07", cited(THIRD))
    assert days_ago((FIRST, THIRD), status=status) == 0
    chain = StatusChain("pier", (StatusStep("cancelled", "2021-06-07", cited(FIRST)),))
    assert changed_at((), status, (chain,), (FIRST, THIRD), NOW) == FIRST.article.seen_at


def test_a_page_of_nothing_is_dated_by_its_instant() -> None:
    assert days_ago(()) == 0
