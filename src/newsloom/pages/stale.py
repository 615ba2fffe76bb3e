"""Sentences that time itself has overtaken: "will meet on Tuesday", on Wednesday.

In: a report, one of its sentences, the instant of the page. Out: whether it looks ahead to what is past by then. What a
report says has been said stays true: "said on Monday that prices could rise" is no less so on Friday.
"""

from __future__ import annotations

from datetime import date, datetime

from newsloom.langs.shapes.standing import Standing
from newsloom.pages.dated import day_of
from newsloom.pages.wording import rules_of
from newsloom.records import Range, Report, Timex
from newsloom.text.tokens import WORD

LONGEST_AHEAD = 3  # days for which what is to come without a date is news …
LONGEST_OPEN = 7  # … and what only may come


def is_stale(report: Report, sentence: Range, as_of: datetime) -> bool:
    """Whether a sentence looks ahead to a day that is past: "will meet on Tuesday", on Wednesday."""
    rules = rules_of(report.article)
    if rules is None:
        return False
    dated = [
        (day, timex) for timex in report.analysis.dates if sentence.covers(timex.range) and (day := day_of(timex.value))
    ]
    told, today = report.article.told_at.date(), as_of.date()
    latest = max((day for day, _ in dated), default=None)
    if latest and told < latest < today:
        return True
    ahead = _ahead(report, sentence, rules)
    if not ahead:
        return False
    if latest:
        return latest == told < today and _is_set_for(told, dated, ahead)
    longest = LONGEST_OPEN if rules.open.issuperset(word for word, _ in ahead) else LONGEST_AHEAD
    return (today - told).days > longest


def _ahead(report: Report, sentence: Range, rules: Standing) -> list[tuple[str, int]]:
    """The words that look ahead, each with its place."""
    found = WORD.finditer(report.article.text, sentence.start, sentence.end)
    return [(word, place.start()) for place in found if (word := place.group().lower()) in rules.ahead]


def _is_set_for(day: date, dated: list[tuple[date, Timex]], ahead: list[tuple[str, int]]) -> bool:
    """Whether a day stands behind a word that looks ahead: "will meet on Tuesday", not "said on Tuesday he will"."""
    places = [timex.range.start for of, timex in dated if of == day]
    return any(place < at for _, place in ahead for at in places)


__all__ = ["is_stale"]
