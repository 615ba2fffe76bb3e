"""A capital that speaks or decides stands for its country: "Seoul wants a treaty" is South Korea's wish.

In: the entities of one report. Out: the country's entity for each capital of a country that the report names too. A
capital alone, or a city that is none, stands for itself; whether it speaks at all is for the caller to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsloom.records import Entity, EntityId
from newsloom.text.gazetteer import fold, gazetteer


def country_code(entity: Entity) -> str | None:
    """The code of the country that a place is, None for any other: "North Korea" -> "KP"."""
    return gazetteer().countries.get(plain_name(entity)) if entity.kind == "place" else None


def capital_code(entity: Entity) -> str | None:
    """The code of the country whose capital a place is, None for any other: "Seoul" -> "KR"."""
    return gazetteer().capitals.get(plain_name(entity)) if entity.kind == "place" else None


def plain_name(entity: Entity) -> str:
    return fold(entity.name).removeprefix("the ")


def governments(entities: Iterable[Entity]) -> Mapping[EntityId, EntityId]:
    """Capital -> the country that it stands for, both of this report."""
    entities = tuple(entities)
    homes = countries_named(entities)
    found = ((entity.id, capital_code(entity)) for entity in entities)
    return {capital: homes[code] for capital, code in found if code in homes}


def countries_named(entities: Iterable[Entity]) -> dict[str, EntityId]:
    """Code -> the country's entity; of two for one country the one named first."""
    homes: dict[str, EntityId] = {}
    for entity in entities:
        if code := country_code(entity):
            homes.setdefault(code, entity.id)
    return homes
