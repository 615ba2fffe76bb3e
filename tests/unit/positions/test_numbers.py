from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Counting
from newsloom.positions.numbers import find_numbers, read_digits, tokenise


def counting(language: str = "en") -> Counting:
    found = LANGUAGES[language].counting
    assert found is not None
    return found


def numbers(text: str, language: str = "en") -> list[tuple[str, float, float]]:
    tokens = tokenise(text)
    return [
        (text[tokens[n.first].start : tokens[n.last].end], round(n.low, 2), round(n.high, 2))
        for n in find_numbers(text, tokens, counting(language))
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 58", 58, math.inf),
        ("more than 500", 500, math.inf),
        ("as many as 23", 0, 23),
        ("about two dozen", 21.6, 26.4),
        ("nearly 60", 51, 60),
        ("between 10 and 20", 10, 20),
        ("twenty-five", 25, 25),
        ("9,500", 9450, 9550),
        ("500", 450, 550),
        ("58", 58, 58),
        ("2 to 3 million", 2_000_000, 3_500_000),
        ("dozens", 24, 99),
    ],
)
def test_modifiers_bound_a_number(text: str, low: float, high: float) -> None:
    assert numbers(f"They counted {text} boats.") == [(text, low, high)]


@pytest.mark.parametrize("text", ["on the 12th floor", "in the 1980s", "at 10:30", "a 3-1 win", "1.2.3"])
def test_ordinals_decades_clocks_and_scores_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


def test_a_language_writes_its_numbers() -> None:
    assert numbers("2,4 millions et quelque 9 000 ponts", "fr") == [
        ("2,4 millions", 2_350_000, 2_450_000),
        ("quelque 9 000", 8100, 9900),
    ]


@pytest.mark.parametrize(
    ("word", "value"), [("9,500", 9500), ("1.5", 1.5), ("9,50", None), ("1.2.3", None), ("1,2,3", None)]
)
def test_digits_are_read_or_given_up(word: str, value: float | None) -> None:
    assert read_digits(word, counting()) == value


@given(st.text(alphabet="0123456789,.- $%aAonetwmillion\n”“", max_size=60))
def test_nothing_raises_and_numbers_never_overlap(text: str) -> None:
    tokens = tokenise(text)
    found = find_numbers(text, tokens, counting())
    assert all(one.last < other.first or one.last < other.core for one, other in pairwise(found))
    assert all(number.low <= number.high for number in found)
