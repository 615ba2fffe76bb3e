from __future__ import annotations

import pytest
from tests.unit.pages.page_reports import TODAY, report_of

from newsloom.pages.dated import date_insert, day_of
from newsloom.pages.quoted import is_balanced, outside_quotes, quoted_share
from newsloom.pages.wording import rules_of
from newsloom.records import Insert, Range, Timex


@pytest.mark.parametrize(
    ("words", "value", "shown"),
    [
        ("Tuesday", "2021-06-08", "8 June 2021"),
        ("Tuesday night", "2021-06-08TNI", "8 June 2021"),
        ("last week", "2021-W22", "31 May 2021 – 6 June 2021"),
        ("this week", "2021-W23", "7 – 13 June 2021"),
        ("over the weekend", "2021-W22-WE", "5 – 6 June 2021"),
        ("This Week", "2021-W23", None),
        ("June 8", "2021-06-08", None),
        ("last month", "2021-05", None),
    ],
)
def test_what_is_inserted(words: str, value: str, shown: str | None) -> None:
    article = report_of(f"{words} is a time.").article
    found = date_insert(article, Timex(Range(0, len(words)), "DATE", value), rules_of(article))
    assert (found.text if isinstance(found, Insert) else None) == shown
    assert found is not None


def test_a_week_that_may_be_this_or_the_last_is_not_shown() -> None:
    article = report_of("This past week is a time.").article
    assert date_insert(article, Timex(Range(0, 14), "DATE", "2021-W22"), rules_of(article)) is None


@pytest.mark.parametrize(
    ("words", "value", "days"),
    [
        ("this week", "2021-W22", 4),  # on a Sunday: the one that ends, or the one that begins?
        ("last week", "2021-W21", 4),
        ("into the weekend", "2021-W23-WE", 0),  # that is to come
        ("over the weekend", "2021-W22-WE", 5),  # on a Saturday
        ("this weekend", "2021-W23-WE", 2),  # on a Tuesday
        ("next weekend", "2021-W24-WE", 0),
        ("the week", "2021-W23", 0),
    ],
)
def test_a_week_or_weekend_that_may_be_another_is_not_shown(words: str, value: str, days: float) -> None:
    article = report_of(f"{words} is a time.", days=days).article
    assert date_insert(article, Timex(Range(0, len(words)), "DATE", value), rules_of(article)) is None


@pytest.mark.parametrize("value", ["", "2020-06-09"])
def test_a_day_that_cannot_be_known_or_is_too_far(value: str) -> None:
    article = report_of("Tuesday is a time.").article
    assert date_insert(article, Timex(Range(0, 7), "DATE", value), rules_of(article)) is None


def test_day_of() -> None:
    assert day_of("2021-06-10TMO") == TODAY
    assert day_of("2021-13-40") is None
    assert day_of("2021-W23") is None


def test_quotation_marks() -> None:
    assert outside_quotes('She said "no" twice.') == "She said   twice."
    assert quoted_share("“no”") == 1.0
    assert quoted_share("") == 0.0
    assert is_balanced("“no” (yes)")
    assert not is_balanced('"no')
    assert not is_balanced("no”")
