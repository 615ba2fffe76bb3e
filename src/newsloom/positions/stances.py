"""What each party wants, offers, refuses."""

from __future__ import annotations

from collections.abc import Mapping

from newsloom.records import Article, Entity, EntityId, Person, Position, Quote, Range, Report, Stance


def find_positions(
    article: Article, sentences: tuple[Range, ...], entities: tuple[Entity, ...], quotes: tuple[Quote, ...]
) -> tuple[Position, ...]:
    return ()


def build_stances(reports: tuple[Report, ...], speakers: Mapping[EntityId, Person]) -> tuple[Stance, ...]:
    return ()
