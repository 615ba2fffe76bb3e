from __future__ import annotations

import pytest
from tests.unit.positions.position_reports import report_of

from newsloom.positions import find_disagreements
from newsloom.records import Disagreement

OFF = "The council has called off the summit on the river."
ON = "The summit on the river is back on, the council said."


def plans(one: str, other: str, hours: float = 40) -> list[Disagreement]:
    reports = (report_of(one, "a", hours=hours), report_of(other, "b", hours=2))
    return [d for d in find_disagreements(reports, {}, {}) if d.topic.startswith("Whether")]


def test_what_was_called_off_and_is_back_on_is_a_later_update() -> None:
    (only,) = plans(OFF, ON)
    assert (only.topic, only.kind) == ("Whether the summit goes ahead", "later update")
    assert [value.value for value in only.values] == [
        "The council has called off the summit on the",
        "on the river is back on, the council said",
    ]


def test_told_on_one_day_it_is_a_contradiction() -> None:
    (only,) = plans(OFF, ON, hours=3)
    assert only.kind == "contradiction"


@pytest.mark.parametrize(
    "one, other",
    [
        (OFF, "The council threatened that it would get the summit back on."),  # nothing is decided
        ("The council may have called off the summit.", ON),
        ("The council has called off the meeting.", "The meeting is back on."),  # there are many meetings
        (OFF, "The trial is back on, the court said."),
        (OFF, "The council never called off the summit."),
        (OFF, "“The summit is back on,” somebody said."),
        (OFF, "Is the summit back on?"),
    ],
)
def test_no_disagreement_about_a_plan(one: str, other: str) -> None:
    assert not plans(one, other)
