"""What a date is reckoned from: the day of its report, by the dateline or by its publication."""

from __future__ import annotations

import re
from datetime import date

from newsloom.records import Article
from newsloom.timeline.expressions import Grammar, find_expressions
from newsloom.timeline.reckoning import first_day, precision
from newsloom.timeline.setting import Setting
from newsloom.timeline.values import mean

DATELINE = re.compile(r"\s*(?:[A-Z][\w.'’ -]{2,30},\s*)?[A-Z][^\n]{2,70}?(?:\)\s*[-–—]{1,2}|\s[-–—]{1,2}\s)")
FARTHEST = 4  # days between a dateline and its publication


def day_of_report(article: Article, grammar: Grammar) -> date | None:
    """The day a report speaks from: its dateline's where that names a day shortly before publication, otherwise the
    day of publication in the zone that the outlet gave. None where neither is known.

    "SEOUL, June 1 (Reuters) -" published 2018-06-02 -> 2018-06-01
    """
    published = article.published_at.date() if article.published_at else None
    dateline = DATELINE.match(article.text, 0, 120)
    if not dateline:
        return published
    for found in find_expressions(article.text, 0, dateline.end(), grammar):
        if found.means == "day":
            _, value = mean(found.means, found.parts, Setting(grammar.calendar, published))
            told = first_day(value) if precision(value) == "D" else None
            if told and (published is None or 0 <= (published - told).days <= FARTHEST):
                return told
    return published
