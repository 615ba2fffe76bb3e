"""A story's cast: who every entity of its reports is.

In: the story's reports and what the decisions say of their entities. Out: a Person for each entity, those who matter
most first. A view, made anew whenever the page is; nothing here is decided for good.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from newsloom.people.rulings import obey, standing
from newsloom.people.settle import count_forms, describe, name_whole, settle
from newsloom.records import Entity, EntityId, Person, PersonId, Report


@dataclass(frozen=True, slots=True)
class Cast:
    """`of`: every entity's person. `people`: those who matter most to the story first."""

    of: Mapping[EntityId, Person]
    people: tuple[Person, ...]


def build_cast(
    reports: tuple[Report, ...],
    people: tuple[Person, ...] = (),
    rulings: Iterable[tuple[EntityId, EntityId, bool]] = (),
) -> Cast:
    """Who is who in one story. Entities that no decision names yet are resolved here, in the order of the reports.

    `rulings`: what people have said of these entities (left, right, whether they are the same); it stands above all.
    """
    bare = {entity.id for report in reports for entity in report.analysis.entities if not entity.full}
    ids = obey(settle(reports, name_whole(reports, people)), standing(rulings), bare)
    members: dict[PersonId, list[Entity]] = defaultdict(list)
    for report in reports:
        for entity in report.analysis.entities:
            members[ids[entity.id]].append(entity)
    known = {person.id: person for person in people}
    articles = {report.id: report.article for report in reports}
    built = {p: describe(p, found, known.get(p), count_forms(articles, found)) for p, found in members.items()}
    weights = _weights(reports, ids)
    order = sorted(built.values(), key=lambda person: (-weights[person.id], person.id))
    return Cast(MappingProxyType({e: built[p] for e, p in ids.items()}), tuple(order))


def _weights(reports: Sequence[Report], ids: Mapping[EntityId, PersonId]) -> dict[PersonId, float]:
    """How much a person matters: reports first, then headlines and words of their own, then mentions (up to ten)."""
    weights: dict[PersonId, float] = defaultdict(float)
    for report in reports:
        speakers = {quote.speaker for quote in report.analysis.quotes}
        for entity in report.analysis.entities:
            headline = any(place.part == "headline" for place in entity.mentions)
            told = min(10, len(entity.mentions) + len(entity.pronouns))
            weights[ids[entity.id]] += 3 + 2 * headline + (entity.id in speakers) + 0.3 * told
    return weights
