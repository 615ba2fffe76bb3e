from __future__ import annotations

import pytest
from tests.unit.positions.position_reports import Names, people_of, report_of

from newsloom.positions import find_disagreements
from newsloom.records import Disagreement

NAMES: Names = {"Tom Weil": "person", "Ann Lee": "person"}


def deaths(one: str, other: str) -> list[Disagreement]:
    reports = (report_of(one, "a", NAMES, hours=5), report_of(other, "b", NAMES, hours=2))
    return [d for d in find_disagreements(reports, people_of(*reports), {}) if d.topic.startswith("How ")]


def test_two_manners_of_one_death() -> None:
    (only,) = deaths(
        "Tom Weil was strangled in the cellar.", "Tom Weil was killed at the mill in a fight, police said."
    )
    assert (only.topic, only.kind) == ("How Tom Weil died", "contradiction")
    assert [value.value for value in only.values] == ["strangled", "killed at the mill in a fight"]


def test_the_one_whom_nobody_names() -> None:
    (only,) = deaths("The gunman killed himself before they came.", "The shooter was shot dead by police.")
    assert only.topic == "How the attacker died"


@pytest.mark.parametrize(
    "one, other",
    [
        ("Tom Weil was strangled in the cellar.", "Ann Lee was stabbed to death in the cellar."),  # two persons
        ("Tom Weil was beaten to death.", "Tom Weil died in a fight."),  # one may hold the other
        ("Tom Weil was strangled in the cellar.", "Tom Weil might have drowned, people said."),
        ("Tom Weil was strangled in the cellar.", "Tom Weil left the town in a fight over rent."),  # nobody died
        ("Tom Weil was strangled in the cellar.", "Tom Weil was strangled at home."),
        ("Tom Weil was strangled in the cellar.", "Tom Weil said: “The dog drowned.”"),
    ],
)
def test_no_disagreement_about_a_death(one: str, other: str) -> None:
    assert not deaths(one, other)


def test_manners_in_french() -> None:
    reports = tuple(
        report_of(text, id_, NAMES, language="fr", hours=hours)
        for text, id_, hours in (
            ("Tom Weil s’est suicidé dans la cave.", "a", 5),
            ("Tom Weil a été étranglé dans la cave.", "b", 2),
        )
    )
    (only,) = find_disagreements(reports, people_of(*reports), {})
    assert only.topic == "Mort de Tom Weil"
