from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.affair import WIRE

from newsloom.pages.marks import MOST_MARKS, Run, mark_rules, mark_text
from newsloom.records import Range

LENGTH = len(WIRE.text)
RANGES = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 160)).map(lambda p: Range(p[0], min(LENGTH, sum(p))))


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(st.lists(RANGES, max_size=12))
def test_runs_are_the_report_and_each_passage_is_lit_whole(cited: list[Range]) -> None:
    marked = mark_text(WIRE, cited)
    runs = [run for row in marked.paragraphs for run in row]
    assert squeezed("".join(run.text for run in runs)) == squeezed(WIRE.text)
    for number, place in enumerate(marked.cited):
        lit = "".join(run.text for run in runs if number in run.within)
        assert squeezed(lit) == squeezed(WIRE.text_of(place))
        assert sum(number in run.begins for run in runs) == sum(number in run.ends for run in runs) == 1


def test_overlapping_passages_are_cut_where_they_begin_and_end() -> None:
    marked = mark_text(WIRE, [Range(4, 10), Range(7, 17), Range(4, 10)])
    assert marked.paragraphs[0][:4] == (
        Run("The "),
        Run("Hal", (0,), (0,), ()),
        Run("den", (0, 1), (1,), (0,)),
        Run(" bridge", (1,), (), (1,)),
    )


def test_the_headline_has_anchors_of_its_own() -> None:
    marked = mark_text(WIRE, [Range(0, 6, "headline"), Range(0, 10)])
    assert marked.headline[0].text == "Halden"
    assert marked.cited[marked.headline[0].begins[0]].part == "headline"


def test_ranges_outside_the_text_are_left_out() -> None:
    assert mark_text(WIRE, [Range(LENGTH + 5, LENGTH + 9), Range(0, 0)]).cited == ()


def test_the_style_sheet_has_a_rule_for_each_mark() -> None:
    assert mark_rules().count(":target) .p") == MOST_MARKS
