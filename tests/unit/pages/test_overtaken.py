from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.unit.pages.page_reports import report_of

from newsloom.pages.overtaken import count_newest, is_overtaken
from newsloom.records import Claim, Report


def told(low: float, high: float | None, id_: str, days: float, slot: str = "sunk ships") -> Report:
    """A report whose one sentence gives this count."""
    report = report_of("A storm sank ships in the bay.", id_, days)
    (sentence,) = report.analysis.sentences
    claim = Claim(sentence=sentence, range=sentence, slot=slot, value=str(low), low=low, high=high)
    return Report(report.article, replace(report.analysis, claims=(claim,)))


def overtaken(report: Report, *others: Report) -> bool:
    return is_overtaken(report, report.analysis.sentences[0], count_newest((report, *others)))


OLD = told(50, 50, "a", 5)
NEW = (told(58, 58, "b", 1), told(58, 58, "c", 0))


def test_a_count_that_the_newest_reports_correct_is_overtaken() -> None:
    assert overtaken(OLD, *NEW)


def test_the_newest_counts_are_not() -> None:
    assert not is_overtaken(NEW[0], NEW[0].analysis.sentences[0], count_newest((OLD, *NEW)))


def test_an_open_count_that_still_holds_is_not() -> None:
    assert not overtaken(told(50, None, "a", 5), *NEW)


def test_one_newer_report_alone_corrects_nobody() -> None:
    assert not overtaken(OLD, NEW[1])
    assert not overtaken(OLD, told(50, 50, "b", 4), NEW[1])


@pytest.mark.parametrize("slot", ["", "age", "money crown"])
def test_what_is_no_count_is_left_alone(slot: str) -> None:
    prices = [told(low, low, id_, days, slot) for low, id_, days in ((5, "a", 5), (9, "b", 1), (9, "c", 0))]
    assert not overtaken(prices[0], *prices[1:])
