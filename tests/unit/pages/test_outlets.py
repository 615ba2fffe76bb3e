from __future__ import annotations

from dataclasses import replace

from tests.affair import PAGE, SMALL

from newsloom.pages.outlets import Between, gather_outlets, outlet_json
from newsloom.records import Copy

VIEWS = {view.name: view for view in gather_outlets((PAGE, SMALL))}
WORDS = len(PAGE.lineage[0].first.text.split())


def test_each_outlet_has_its_reports_stories_and_own_words() -> None:
    wire = VIEWS["Halden Wire"]
    assert (wire.reports, wire.stories, wire.own_words) == (2, ("a1", "f6"), 1.0) or wire.stories == ("a1",)
    assert VIEWS["Northern Post"].own_words == 0.31


def test_who_copies_whom_is_counted_in_passages_and_words() -> None:
    assert VIEWS["Northern Post"].copied == (Between("Halden Wire", 1, WORDS),)
    assert VIEWS["Halden Wire"].copied_by == (Between("Northern Post", 1, WORDS),)
    assert (VIEWS["Halden Wire"].first_of, VIEWS["Northern Post"].first_of) == (1, 0)


def test_background_and_passages_whose_order_is_not_known_count_for_nobody() -> None:
    page = replace(PAGE, lineage=tuple(replace(copy, background=True) for copy in PAGE.lineage))
    assert all(not view.copied and not view.first_of for view in gather_outlets((page,)))
    unknown = replace(PAGE, lineage=tuple(replace(copy, order_known=False) for copy in PAGE.lineage))
    assert all(not view.copied and not view.first_of for view in gather_outlets((unknown,)))


def test_an_outlet_that_repeats_itself_copies_nobody() -> None:
    first = PAGE.lineage[0].first
    (wire, *_) = gather_outlets((replace(PAGE, lineage=(Copy(first, (first,)),)),))
    assert not wire.copied and not wire.copied_by


def test_corrections_count_for_the_outlet_that_made_them() -> None:
    assert [name for name, view in VIEWS.items() if view.corrections] == ["Halden Wire"]


def test_as_data() -> None:
    shown = outlet_json(VIEWS["Northern Post"])
    assert shown["copied"] == [{"outlet": "Halden Wire", "passages": 1, "words": WORDS}]
    assert list(shown) == [
        "outlet", "reports", "stories", "own_words", "first_of", "corrections", "copied", "copied_by",
    ]  # fmt: skip


def test_no_stories_no_outlets() -> None:
    assert gather_outlets(()) == ()
