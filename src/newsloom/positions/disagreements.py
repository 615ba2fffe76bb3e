"""Where reports disagree."""

from __future__ import annotations

from collections.abc import Mapping

from newsloom.records import ArticleId, Disagreement, EntityId, Person, Report


def find_disagreements(
    reports: tuple[Report, ...], speakers: Mapping[EntityId, Person], sources: Mapping[ArticleId, str]
) -> tuple[Disagreement, ...]:
    return ()
