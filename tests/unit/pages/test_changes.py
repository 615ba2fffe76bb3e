from __future__ import annotations

from msgspec.structs import replace
from tests.unit.pages.page_reports import cited, page_of, report_of

from newsloom.pages.changes import diff
from newsloom.records import (
    Change,
    CitedSentence,
    Disagreement,
    Report,
    ReportRow,
    StatusNow,
    TimelineEntry,
    Value,
)

HEADED = report_of("Anything.", headline="Council plans second ferry terminal")
HEAD = CitedSentence((HEADED.article.words(0, 35, "headline"),))
ROWS = tuple(ReportRow(report_of("Anything.", id_).article, 1, 1.0, 1) for id_ in "abcde")
PLAN = cited(report_of("The council of Port Ellen plans a second ferry terminal near the lighthouse.", "a"))
PLAN_AGAIN = cited(report_of("Port Ellen's council plans a second ferry terminal, near its lighthouse.", "b"))
STOP = cited(report_of("Fishermen have stopped the builders with a blockade of the old pier.", "c"))
NINE = cited(report_of("Builders put the cost of the terminal at nine million crowns (9 million).", "d"))
TEN = cited(report_of("Builders put the cost of the terminal at ten million crowns (10 million).", "e"))


def test_an_unchanged_page_has_no_changes() -> None:
    page = page_of(HEAD, PLAN, STOP)
    assert diff(page, page) == ()


def test_the_same_in_other_words_is_no_change() -> None:
    assert diff(page_of(HEAD, PLAN), page_of(HEAD, PLAN_AGAIN)) == ()


def test_another_number_is_a_change() -> None:
    assert diff(page_of(HEAD, NINE), page_of(HEAD, TEN, reports=ROWS)) == (Change("new", None, TEN),)


def test_a_new_sentence_is_new() -> None:
    assert diff(page_of(HEAD, PLAN), page_of(HEAD, STOP, PLAN)) == (Change("new", None, STOP),)


def test_against_no_page_all_of_the_summary_is_new() -> None:
    assert diff(None, page_of(HEAD, PLAN)) == (Change("new", None, PLAN),)


def test_another_status_is_a_change() -> None:
    planned = StatusNow("the terminal", "planned", "2021-06-01", PLAN)
    cancelled = StatusNow("the terminal", "cancelled", "2021-06-09", STOP)
    before, after = page_of(HEAD, PLAN, status=planned), page_of(HEAD, PLAN, status=cancelled)
    assert diff(before, after) == (Change("changed", PLAN, STOP),)


def test_a_sentence_whose_report_is_gone_is_withdrawn() -> None:
    kept = ReportRow(report_of("Anything at all.", "a").article, 1, 1.0, 1)
    before, after = page_of(HEAD, PLAN, STOP), page_of(HEAD, PLAN, reports=(kept,))
    assert diff(before, after) == (Change("withdrawn", STOP, None),)


def test_a_sentence_pushed_out_by_newer_news_is_no_change() -> None:
    assert diff(page_of(HEAD, PLAN, STOP), page_of(HEAD, PLAN, reports=ROWS)) == ()


def test_a_later_version_of_the_same_report_is_a_correction() -> None:
    report = report_of("Builders put the cost of the terminal at 10 million crowns.", "d")
    corrected = cited(Report(replace(report.article, version=2), report.analysis))
    assert diff(page_of(HEAD, NINE), page_of(HEAD, corrected, reports=ROWS)) == (Change("corrected", NINE, corrected),)


def test_a_new_side_of_a_disagreement_is_a_change() -> None:
    nine, ten = Value("9", "2021-06-01", 1, (NINE,)), Value("10", "2021-06-02", 1, (TEN,))
    one = Disagreement("cost", "contradiction", (nine,))
    two = Disagreement("cost", "contradiction", (nine, ten))
    before, after = page_of(HEAD, disagreements=(one,)), page_of(HEAD, disagreements=(two,))
    assert diff(before, after) == (Change("changed", NINE, TEN),)
    assert diff(page_of(HEAD), before) == (Change("new", None, NINE),)
    assert diff(before, page_of(HEAD)) == (Change("withdrawn", NINE, None),)


def test_a_happening_moved_to_another_day_is_a_change() -> None:
    first = TimelineEntry("2021-06-12", "planned", "2021-06-01", (PLAN,))
    moved = TimelineEntry("2021-07-01", "postponed", "2021-06-02", (PLAN_AGAIN,))
    before, after = page_of(HEAD, timeline=(first,)), page_of(HEAD, timeline=(moved,))
    assert diff(before, after) == (Change("changed", PLAN, PLAN_AGAIN),)
    assert diff(page_of(HEAD), before) == (Change("new", None, PLAN),)
