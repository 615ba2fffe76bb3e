from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from tests.unit.positions.position_reports import NOW, people_of, report_of

from newsloom.positions import find_disagreements
from newsloom.records import Disagreement, Report


def version(number: int, text: str) -> Report:
    report = report_of(text, "a", hours=9)
    seen = NOW - timedelta(hours=9 - number)
    article = msgspec.structs.replace(report.article, version=number, seen_at=seen)
    return Report(article, msgspec.structs.replace(report.analysis, version=number))


def corrections(new: str, *old: str) -> list[Disagreement]:
    earlier = tuple(version(number, text) for number, text in enumerate(old, 1))
    newest = version(len(old) + 1, new)
    return list(find_disagreements((newest,), people_of(newest), {}, earlier))


def test_a_new_version_with_another_figure_is_a_later_update() -> None:
    (only,) = corrections(
        "A fire at the mill killed 5 people and hurt dozens, the town said.",
        "A fire at the mill killed 3 people, the town said.",
    )
    assert (only.topic, only.kind) == ("People killed: Outlet a", "later update")
    assert [value.value for value in only.values] == ["3", "5"]
    spans = [next(value.sentences[0].words()).span for value in only.values]
    assert [span.version for span in spans] == [1, 2]


def test_a_count_is_changed_where_its_sentence_was_edited() -> None:
    (only,) = corrections(
        "The company cancelled 18 sailings to the islands on Monday morning.",
        "The company cancelled 11 sailings to the islands on Monday morning.",
    )
    assert only.kind == "later update"


@pytest.mark.parametrize(
    "new, old",
    [
        ("A fire killed at least 3 people.", "A fire killed 3 people."),  # both can be true
        ("A fire killed 3 people. Later 5 people were killed in a crash.", "A fire killed 3 people."),  # added
        ("The town mourned.", "A fire killed 3 people."),  # taken out
        ("The company cancelled 18 sailings.", "In the harbour some 40 sailings a day were counted long ago."),
    ],
)
def test_what_was_added_or_taken_out_is_no_correction(new: str, old: str) -> None:
    assert not corrections(new, old)
