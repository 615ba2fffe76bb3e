from __future__ import annotations

import itertools

from msgspec.structs import replace
from tests.unit.passages.passage_reports import article_of, report_of

from newsloom.passages.lineage import group_texts, own_words, trace
from newsloom.passages.reuse import match_among
from newsloom.records import ArticleId, Report

SHARED = "The harbour board voted on Monday to close the eastern lock for repairs that may last until autumn."
NEXT = "Ferry captains warned that the detour would add forty minutes to every crossing of the northern bay."
OWN = {
    "a": "A spokesman for the town council declined to say who would pay for new gates.",
    "b": "Hotel owners in neighbouring villages fear that visitors will simply stay away this summer.",
    "c": "Engineers found cracks in both chambers when divers looked at them last winter.",
}


def story(*rows: tuple[str, str, int, int | None]) -> tuple[Report, ...]:
    return tuple(report_of(article_of(text, id_, day, hour)) for id_, text, day, hour in rows)


def test_the_earliest_published_is_first_and_the_others_follow() -> None:
    reports = story(
        ("c", f"{OWN['c']} {SHARED}", 3, 9), ("a", f"{SHARED} {OWN['a']}", 1, 9), ("b", f"{OWN['b']} {SHARED}", 2, 9)
    )
    (copy,) = trace((), reports)
    assert copy.first.span.article_id == "a"
    assert [words.span.article_id for words in copy.later] == ["b", "c"]
    assert copy.order_known


def test_neighbouring_sentences_of_the_same_carriers_are_one_passage() -> None:
    reports = story(("a", f"{SHARED} {NEXT} {OWN['a']}", 1, 9), ("b", f"{OWN['b']} {SHARED} {NEXT}", 2, 9))
    (copy,) = trace((), reports)
    assert copy.first.text == f"{SHARED} {NEXT}".rstrip(".")


def test_within_one_day_without_times_nobody_is_known_to_be_first() -> None:
    (copy,) = trace((), story(("a", SHARED, 1, None), ("b", SHARED, 1, None)))
    assert not copy.order_known


def test_a_day_counts_as_its_end_against_an_instant() -> None:
    (copy,) = trace((), story(("a", SHARED, 1, None), ("b", SHARED, 1, 22)))
    assert copy.first.span.article_id == "b"
    assert copy.order_known


def test_the_most_carried_passage_comes_first() -> None:
    reports = story(
        ("a", f"{NEXT}\n\n{OWN['a']}\n\n{SHARED}", 1, 9),
        ("b", f"{SHARED}\n\n{OWN['b']}\n\n{NEXT}", 2, 9),
        ("c", f"{SHARED}\n\n{OWN['c']}", 3, 9),
    )
    assert [len(copy.later) for copy in trace((), reports)] == [2, 1]


def test_the_order_of_the_reports_makes_no_difference() -> None:
    rows = [("a", f"{SHARED} {OWN['a']}", 1, 9), ("b", f"{OWN['b']} {SHARED}", 2, 9), ("c", f"{SHARED} {NEXT}", 3, 9)]
    traces = {trace((), story(*order)) for order in itertools.permutations(rows)}
    assert len(traces) == 1


def test_reports_that_share_most_of_their_words_are_one_text() -> None:
    reports = story(("a", f"{SHARED} {NEXT}", 2, 9), ("b", f"{SHARED} {NEXT} {OWN['b']}", 3, 9), ("c", OWN["c"], 1, 9))
    assert group_texts(match_among(reports), reports) == {"c": 1, "a": 2, "b": 2}


def test_own_words_are_those_that_nobody_had_before() -> None:
    reports = story(("a", f"{SHARED} {OWN['a']}", 1, 9), ("b", f"{SHARED} {OWN['b']}", 2, 9))
    shares = own_words(match_among(reports), reports)
    assert shares[ArticleId("a")] == 1.0
    assert 0.4 < shares[ArticleId("b")] < 0.5


def test_carriers_of_one_instant_borrow_from_nobody() -> None:
    reports = story(("a", SHARED, 1, None), ("b", SHARED, 1, None))
    assert own_words(match_among(reports), reports) == {"a": 1.0, "b": 1.0}


def test_a_match_with_another_version_counts_for_nothing() -> None:
    reports = story(("a", SHARED, 1, 9), ("b", SHARED, 2, 9))
    stale = tuple(replace(match, left_version=7) for match in match_among(reports))
    assert own_words(stale, reports) == {"a": 1.0, "b": 1.0}


def test_no_reports_have_no_copies() -> None:
    assert trace((), ()) == ()
    assert group_texts((), ()) == {}


def test_news_stands_before_stock_background() -> None:
    reports = story(
        ("a", f"{NEXT}\n\n{OWN['a']}", 1, 9),
        ("b", f"{OWN['b']}\n\n{NEXT}", 5, 9),
        ("c", f"{OWN['c']}\n\n{NEXT}\n\n{SHARED}", 9, 9),
        ("d", SHARED, 9, 12),
    )
    copies = trace((), reports)
    assert [(copy.first.text[:11], copy.background) for copy in copies] == [
        ("The harbour", False),
        ("Ferry capta", True),
    ]


def test_what_one_outlet_repeats_is_background() -> None:
    reports = tuple(
        report_of(article_of(f"{SHARED} {OWN[id_]}", id_, 1, hour, outlet="The Post"))
        for id_, hour in (("a", 9), ("b", 12))
    )
    (copy,) = trace((), reports)
    assert copy.background


def test_the_longest_that_most_outlets_took_over_comes_first() -> None:
    long = f"{NEXT} {OWN['a']} {OWN['b']}"
    reports = story(("a", f"{long}\n\n{SHARED}", 1, 9), ("b", f"{SHARED}\n\n{long}", 1, 10), ("c", SHARED, 1, 11))
    assert [len(copy.later) for copy in trace((), reports)] == [1, 2]
