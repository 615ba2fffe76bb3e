"""Words for numbers: one table for the calendar and for counting."""

from __future__ import annotations

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.numerals import numbered


def test_the_words_of_a_group_have_one_number() -> None:
    assert numbered(("january jan", "february")) == {"january": 1, "jan": 1, "february": 2}
    assert numbered(("twenty", "thirty"), 20, 10) == {"twenty": 20, "thirty": 30}
    assert numbered(()) == {}


def test_calendar_and_counting_agree_on_every_number_word() -> None:
    for language in LANGUAGES.values():
        if language.calendar and language.counting:
            known = language.calendar.numbers
            assert all(known[word] == number for word, number in language.counting.words.items())
