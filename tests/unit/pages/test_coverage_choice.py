from __future__ import annotations

import pytest

from newsloom.pages.coverage import ALONE, Choice, Told, borne_out, choose, shared_stems, weigh
from newsloom.text.vectors import content_stems, overlap


def test_a_concept_weighs_as_many_outlets_as_carry_it() -> None:
    weights = weigh([Told("x", ("lock", "close"), 1.0), Told("y", ("lock", "leak"), 0.5)])
    assert weights["lock"] == 1.5
    assert weights["close"] == ALONE


def test_a_reprint_is_no_second_voice() -> None:
    weights = weigh([Told("x", ("lock", "close"), 1.0), Told("y", ("lock", "close"), 1.0)])
    assert weights["lock"] == ALONE


def test_the_chosen_do_not_say_the_same() -> None:
    choices = [Choice(("lock", "close", "june"), 10, 1.0), Choice(("lock", "close", "may"), 10, 1.0)]
    assert choose(choices, {"lock": 2.0, "close": 2.0, "june": 1.0, "may": 0.5}, 7) == [0]


def test_what_adds_nothing_is_not_chosen() -> None:
    choices = [Choice(("lock", "close"), 10, 1.0), Choice(("herring",), 10, 1.0)]
    assert choose(choices, {"lock": 1.0}, 7) == [0]


def test_another_voice_is_preferred_to_the_same_again() -> None:
    choices = [Choice(("a1", "b1"), 10, 1.0, "x"), Choice(("c1",), 10, 1.0, "x"), Choice(("d1",), 10, 1.0, "y")]
    assert choose(choices, {"a1": 2.0, "b1": 2.0, "c1": 1.0, "d1": 0.9}, 2) == [0, 2]


def test_the_first_chosen_leads_where_one_does() -> None:
    choices = [Choice(("a1",), 10, 1.0), Choice(("b1",), 10, 1.0), Choice(("c1",), 10, 1.0)]
    weights = {"a1": 3.0, "b1": 1.0, "c1": 2.0}
    assert choose(choices, weights, 2) == [0, 2]
    assert choose(choices, weights, 2, leading={1}) == [1, 0]


def test_what_a_sentence_states_counts_beside_its_words() -> None:
    told = [
        Told("x", ("lock",), 1.0, {"count shut locks 3": 2.0}),
        Told("y", ("gate",), 1.0, {"count shut locks 3": 2.0}),
    ]
    weights = weigh(told)
    assert weights["count shut locks 3"] == 2.0
    choices = [Choice(("lock",), 10, 1.0), Choice(("gate",), 10, 1.0, facts={"count shut locks 3": 2.0})]
    assert choose(choices, weights, 1) == [1]


def test_how_far_other_outlets_bear_a_sentence_out() -> None:
    shared = shared_stems([Told("x", ("lock", "close"), 1.0), Told("y", ("lock", "leak"), 1.0)])
    assert shared == {"lock"}
    assert borne_out(("lock", "close"), shared) == 0.5 and borne_out((), shared) == 0.0


def test_ties_go_to_the_earlier() -> None:
    choices = [Choice(("a1",), 10, 1.0), Choice(("b1",), 10, 1.0)]
    assert choose(choices, {"a1": 1.0, "b1": 1.0}, 1) == [0]


@pytest.mark.parametrize(("left", "right", "share"), [("ab", "bcd", 0.5), ("", "a", 0.0), ("ab", "ab", 1.0)])
def test_overlap(left: str, right: str, share: float) -> None:
    assert overlap(left, right) == share


def test_content_stems() -> None:
    assert content_stems("He denies the claims", frozenset({"he", "the"}), "english") == ("deni", "claim")
    assert content_stems("Les écluses", frozenset(), "") == ("les", "écluses")
