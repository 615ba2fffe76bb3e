from __future__ import annotations

from dataclasses import replace

import msgspec
from tests.unit.pages.page_reports import report_of

from newsloom.pages.facts import COUNT, KIND_OF_STANCE, STANCE, facts_of
from newsloom.records import Claim, Position, Report

TEXT = "Ann Lee refused to close the lock. The flood killed three people. Nothing else was said of it."


def told() -> Report:
    report = report_of(TEXT)
    first, second, _ = report.analysis.sentences
    (lee,) = [entity for entity in report.analysis.entities if entity.name == "Ann Lee"]
    claim = Claim(sentence=second, range=second, slot="killed people", value="three", low=3.0, high=3.0)
    position = Position(sentence=first, party=lee.id, stance="refuses")
    return replace(report, analysis=msgspec.structs.replace(report.analysis, claims=(claim,), positions=(position,)))


def test_facts_of_a_sentence() -> None:
    report = told()
    first, second, third = report.analysis.sentences
    assert facts_of(report, first) == {"stance lee refuses": STANCE, "stance refuses": KIND_OF_STANCE}
    assert facts_of(report, second) == {"count killed people": COUNT, "count killed people 3 to 3": COUNT}
    assert facts_of(report, third) == {}
