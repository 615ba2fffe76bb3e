"""Which report says what: central statements x reports."""

from __future__ import annotations

from newsloom.records import CitedSentence, CoverageRow, Disagreement, Matched, Report


def build_coverage(
    reports: tuple[Report, ...],
    statements: tuple[CitedSentence, ...],
    disagreements: tuple[Disagreement, ...],
    matches: tuple[Matched, ...],
) -> tuple[CoverageRow, ...]:
    return ()
