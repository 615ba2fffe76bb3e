"""What a date is reckoned from: the day of the report, its dateline, and whether a sentence tells what was or will be.

Words of tense and of datelines are the language's own (its Calendar).
"""

from __future__ import annotations

import re
from datetime import date

from newsloom.langs.shapes import Calendar
from newsloom.records import Article
from newsloom.timeline.expressions import Grammar, find_expressions
from newsloom.timeline.reckoning import first_day, precision
from newsloom.timeline.setting import Setting
from newsloom.timeline.values import mean

WORD = re.compile(r"['’]ll\b|[^\W\d_]+")
DATELINE = re.compile(r"\s*(?:[A-Z][\w.'’ -]{2,30},\s*)?[A-Z][^\n]{2,70}?(?:\)\s*[-–—]{1,2}|\s[-–—]{1,2}\s)")
FARTHEST = 4  # days between a dateline and its publication
REACH = 160  # characters in which a verb can tell what a date is


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


def lean(text: str, start: int, end: int, sentence: tuple[int, int], calendar: Calendar, headline: bool = False) -> int:
    """-1 where the words around text[start:end] tell what was, 1 what will be, 0 where nothing tells.

    The nearest telling word before the date decides, otherwise the nearest after it: "will meet Friday, he said" -> 1.
    """
    before = WORD.findall(text, max(sentence[0], start - REACH), start)
    if f" {' '.join(before[-3:])}".lower().endswith(tuple(f" {words}" for words in calendar.until)):
        return 1
    for word in reversed(before):
        if told := _tense(word.lower(), calendar, headline):
            return told
    for word in WORD.findall(text, end, min(sentence[1], end + REACH)):
        if told := _tense(word.lower(), calendar, headline):
            return told
    return 0


def _tense(word: str, calendar: Calendar, headline: bool) -> int:
    if word in calendar.future or (headline and word in calendar.headline_future):
        return 1
    return -1 if word in calendar.past or (len(word) > 4 and re.fullmatch(calendar.past_form, word)) else 0
