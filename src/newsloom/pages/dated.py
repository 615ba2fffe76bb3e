"""Loose dates made clear: "Thursday" -> [31 May 2018], borne out by the expression where it stands.

In: a report and a calendar expression in it. Out: an insertion; True where none is needed; None where the day cannot be
known, so that a sentence which needs it is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.standing import Selected, Standing
from newsloom.records import Article, Insert, Timex
from newsloom.text.tokens import WORD

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?\Z")
DIGIT = re.compile(r"\d")
POSSESSIVE = ("'s", "’s")
SURE_ON: Mapping[tuple[Selected, bool], range] = {  # week or weekend, days from Monday (1): "this week", until Saturday
    ("last", False): range(1, 7),
    ("this", False): range(1, 7),
    ("next", False): range(1, 7),
    ("last", True): range(1, 6),
    ("this", True): range(4, 8),
}
AFTER_WEEKEND = range(1, 5)  # days on which "the weekend" of a past tense is the last one
FARTHEST_DAYS = 45  # "Thursday", "the day before": a loose day farther off is more likely misread than meant


def day_of(value: str) -> date | None:
    """The day of a TIMEX3 value, None where it has none: "2018-05-31TNI" -> 31 May 2018."""
    found = DAY.match(value)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def date_insert(article: Article, timex: Timex, rules: Standing | None) -> Insert | bool | None:
    """ "Thursday" -> Insert("31 May 2018"); "May 31" -> True; "Thursday", last or next -> None."""
    words = article.text_of(timex.range)
    if timex.type not in ("DATE", "TIME") or DIGIT.search(words) or words.isupper() or rules is None:
        return True
    if _is_title(words, article):
        return True
    if timex.value == "" or not rules.astray.isdisjoint(words.lower().split()):
        return None
    if not timex.sure:
        return True if _is_plain(article, timex, rules) else None
    if day := day_of(timex.value):
        if abs((day - article.told_at.date()).days) > FARTHEST_DAYS:
            return None
        return Insert(show_day(day, rules), (article.at(timex.range),))
    if week := WEEK.match(timex.value):
        try:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        except ValueError:
            return True
        sunday, told = monday + timedelta(days=6), article.told_at.date()
        if not _is_sure_week(words, bool(week[3]), told, sunday < told, rules):
            return None
        first_day = sunday - timedelta(days=1) if week[3] else monday
        first = str(first_day.day) if first_day.month == sunday.month else show_day(first_day, rules)
        shown = f"{first} – {show_day(sunday, rules)}"
        return Insert(shown, (article.at(timex.range),))
    return True


def counts_from(article: Article, timex: Timex, rules: Standing) -> bool:
    """Whether an expression counts from a day named before it, "a week earlier": clear where its sentence names one."""
    return not rules.counting.isdisjoint(article.text_of(timex.range).lower().split())


def _is_sure_week(words: str, weekend: bool, told: date, past: bool, rules: Standing) -> bool:
    """Whether a week or weekend has but one meaning on the day of its report: "last week", but on a Sunday; "over the
    weekend", of the one past; not "next weekend"."""
    selected = [rules.selecting[word] for word in words.lower().split() if word in rules.selecting]
    if not selected:
        return weekend and past and told.isoweekday() in AFTER_WEEKEND
    return len(selected) == 1 and told.isoweekday() in SURE_ON.get((selected[0], weekend), ())


def _is_title(words: str, article: Article) -> bool:
    """Whether an expression is the name of something: "This Week", of a programme; no weekday, that all capitalise."""
    language = LANGUAGES.get(article.language)
    weekdays = language.calendar.weekdays if language and language.calendar else {}
    tokens = WORD.findall(words)
    return len(tokens) > 1 and all(token[0].isupper() and token.lower() not in weekdays for token in tokens)


def _is_plain(article: Article, timex: Timex, rules: Standing) -> bool:
    """Whether a date that nobody can be sure of may be left as it is: "the morning", "Sunday's match"; not "Thursday",
    last or next, nor "the next day"."""
    language = LANGUAGES.get(article.language)
    weekdays = language.calendar.weekdays if language and language.calendar else {}
    tokens = [word.lower() for word in WORD.findall(article.text_of(timex.range))]
    if not rules.pointing.isdisjoint(tokens):
        return False
    named = any(word in weekdays for word in tokens)
    return not named or article.text[timex.range.end : timex.range.end + 2] in POSSESSIVE


def show_day(day: date, rules: Standing) -> str:
    """A day in a language's own words: "31 May 2018"."""
    return rules.day_format.format(day=day.day, month=rules.months[day.month - 1], year=day.year)
