"""Days that a text refers to: "Saturday", "May 12", "12 mai", "12/05/2013" is left alone (its order is not known).

In: the words of a text, its language, the day it was told. Out: days. Names of months and weekdays are those of
Unicode CLDR.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

DAY = re.compile(r"([12]?\d|3[01])(?:st|nd|rd|th|er|º|\.)?$")
WIDTHS = ("wide", "abbreviated")


def find_days(words: Sequence[str], language: str, told: date) -> Iterator[date]:
    """Each day that is named: a weekday is the last one up to `told`, a day of a month the one nearest to it.

    >>> [str(d) for d in find_days("Shots rang out Tuesday he died Jan 3".split(), "en", date(2013, 1, 4))]
    ['2013-01-01', '2013-01-03']
    """
    named = day_words(language)
    return days_at(words, [at for at, word in enumerate(words) if word.lower() in named], language, told)


def days_at(words: Sequence[str], places: Iterable[int], language: str, told: date) -> Iterator[date]:
    """The days that the words at these places name: weekdays and months, of `day_words`."""
    weekdays, months = _calendar(language)
    for at in places:
        word = words[at].lower()
        if word in weekdays:
            back = (told.weekday() - weekdays[word]) % 7
            if told.toordinal() > back:
                yield told - timedelta(days=back)
        else:
            near = [words[place].lower() for place in (at + 1, at - 1) if 0 <= place < len(words)]
            number = next((int(found[1]) for near_word in near if (found := DAY.match(near_word))), 0)
            if number and (day := _nearest(told, months[word], number)):
                yield day


@cache
def day_words(language: str) -> frozenset[str]:
    """The names of weekdays and months, lower-cased."""
    weekdays, months = _calendar(language)
    return frozenset(weekdays) | frozenset(months)


def _nearest(told: date, month: int, number: int) -> date | None:
    days = []
    for year in (told.year - 1, told.year, told.year + 1):
        try:
            days.append(date(year, month, number))
        except ValueError:  # 29 February, or a year outside the calendar
            continue
    return min(days, key=lambda day: abs((day - told).days), default=None)


@cache
def _calendar(language: str) -> tuple[dict[str, int], dict[str, int]]:
    from babel.core import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    weekdays = {n.lower().rstrip("."): i for width in WIDTHS for i, n in locale.days["format"][width].items()}
    months = {n.lower().rstrip("."): i for width in WIDTHS for i, n in locale.months["format"][width].items()}
    if locale.language == "en":
        months["sept"] = 9
    for taken in ("mar", "sun", "sat", "wed"):  # words of their own
        weekdays.pop(taken, None)
        months.pop(taken, None)
    return weekdays, months
