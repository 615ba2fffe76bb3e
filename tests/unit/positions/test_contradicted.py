"""Where a report itself says that one contradicts another, and who sits for which state."""

from __future__ import annotations

import pytest
from tests.unit.positions.position_reports import Names, people_of, report_of

from newsloom.positions import find_disagreements
from newsloom.records import Disagreement, Report

SAID = "Ann Weil said that “nobody had counted the ferries in the harbour that night.” "


def shown(*reports: Report) -> list[Disagreement]:
    return list(find_disagreements(reports, people_of(*reports), {}))


def contradicted(*reports: Report) -> list[str]:
    return [found.topic for found in shown(*reports) if found.topic.startswith("Contradicted")]


def test_a_report_that_says_so_sets_two_sides_against_each_other() -> None:
    text = SAID + "Her remarks contradicted the port, which says that it counted every ferry."
    one = report_of(text, names={"Ann Weil": "person"}, said_by="Ann Weil")
    (found,) = shown(one)
    assert (found.topic, found.kind) == ("Contradicted: Ann Weil", "contradiction")
    assert [value.value.split()[0] for value in found.values] == ["Ann", "Her"]


@pytest.mark.parametrize(
    "then",
    [
        "The port contradicted the town, which says that it counted every ferry.",  # points back to nothing said
        "Her brother contradicted the port, which says that it counted every ferry.",
        "Her remarks pleased the port, which says that it counted every ferry.",
    ],
)
def test_only_what_points_back_to_words_is_one(then: str) -> None:
    assert contradicted(report_of(SAID + then, names={"Ann Weil": "person"}, said_by="Ann Weil")) == []


def test_a_disputed_claim_stands_with_the_sentence_that_makes_it() -> None:
    names: Names = {"Ann Weil": "person", "Tom Reyes": "person"}
    claim = report_of(
        "“Nobody counted the ferries in the harbour that night,” Ann Weil said.", "a", names, said_by="Ann Weil"
    )
    answer = report_of("Tom Reyes disagreed with Ann Weil's assertion that nobody counted the ferries.", "b", names)
    assert contradicted(claim, answer) == ["Contradicted: Ann Weil"]
    other = report_of("“The pier will open in the spring of next year,” Ann Weil said.", "a", names, said_by="Ann Weil")
    assert contradicted(other, answer) == []


def seats(one: str, other: str) -> list[list[str]]:
    reports = (report_of(one, "a", {"Ann Weil": "person"}), report_of(other, "b", {"Ann Weil": "person"}))
    return [[v.value for v in d.values] for d in shown(*reports) if d.topic == "State of Ann Weil"]


def test_two_states_of_one_senator_are_a_contradiction() -> None:
    one, other = "Sen. Ann Weil (R–S.D.) spoke of the ferries.", "North Dakota's Ann Weil spoke of the ferries."
    assert seats(one, other) == [["R–S.D.", "North Dakota's"]]
    assert seats(one, "Sen. Ann Weil, R-South Dakota, spoke of the ferries.") == []
    assert seats(one, "Ann Weil (D-Group) spoke of the ferries.") == []
    assert seats(one, other + " Ann Weil (R-S.D.) left.") == []
