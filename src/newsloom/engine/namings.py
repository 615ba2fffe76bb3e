"""Who is who, decided: a report's entities are named, verdicts about them obeyed and taken back.

In: a report or verdict, and the store as all earlier entries left it. Out: `Named` decisions. Quotes name entities,
never persons: no quote is rewritten, the pages that show a person are made anew. Two entities that a standing verdict
parts are never one person, whatever is decided later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from newsloom.people import resolve
from newsloom.people.rulings import Rulings, company, keep_apart, standing
from newsloom.records import Entity, EntityId, Named, PersonId, Report, Seq, StoryId, Verdict
from newsloom.store import Store
from newsloom.text.gazetteer import fold

Outcome = tuple[tuple[Named, ...], set[StoryId]]


def name(report: Report, store: Store) -> tuple[Named, ...]:
    """Who the report's fully named entities are, with the keys under which later reports will find them."""
    entities = {entity.id: entity for entity in report.analysis.entities}
    candidates = store.decisions.persons(resolve.keys(report))
    borne = store.decisions.borne([person.id for person in candidates])
    tied, barred = _ruled(report, store)
    named = resolve.name_entities(report, candidates, borne, barred, _parted(store))
    return tuple(
        msgspec.structs.replace(
            one,
            person_id=tied.get(one.entity_id, one.person_id),
            kind=entities[one.entity_id].kind,
            name=entities[one.entity_id].name,
            keys=resolve.person_keys(entities[one.entity_id].name, entities[one.entity_id].kind),
        )
        for one in named
    )


def _ruled(report: Report, store: Store) -> tuple[dict[EntityId, PersonId], dict[EntityId, frozenset[PersonId]]]:
    """What verdicts on an earlier version say: the same name in the new one is meant too."""
    tied: dict[EntityId, PersonId] = {}
    barred: dict[EntityId, frozenset[PersonId]] = {}
    for ruled, other, same in store.decisions.rulings_in(report.id):
        kind, form, _ = store.decisions.naming_of(ruled)
        person = store.decisions.person_of(other)
        meant = next((e for e in report.analysis.entities if _is_named(e, kind, form)), None)
        if meant is None or person is None:
            continue
        if same:
            tied[meant.id] = person
        else:
            tied = {entity: to for entity, to in tied.items() if (entity, to) != (meant.id, person)}
            barred[meant.id] = barred.get(meant.id, frozenset()) | {person}
    return tied, barred


def _is_named(entity: Entity, kind: str, form: str) -> bool:
    return entity.full and entity.kind == kind and fold(entity.name) == fold(form)


def _parted(store: Store) -> frozenset[frozenset[PersonId]]:
    """Pairs of persons that a verdict parts."""
    pairs = (map(store.decisions.person_of, pair) for pair in standing(store.decisions.rulings()).apart)
    return frozenset(frozenset(one for one in pair if one) for pair in pairs)


def obey(verdict: Verdict, store: Store) -> Outcome:
    """Two entities are, or are not, one person: the persons become one, or one entity leaves with those tied to it."""
    given = (EntityId(verdict.left), EntityId(verdict.right), verdict.same)
    rulings = standing((*store.decisions.rulings(), given))
    left, right = (store.decisions.person_of(entity) for entity in given[:2])
    moves: dict[EntityId, PersonId] = {}
    if left is not None and right is not None and verdict.same:
        moves = dict.fromkeys(store.decisions.entities_of(right), left) if left != right else {}
    elif left is not None and left == right and given[0] != given[1]:
        leaver, stays = (given[1], given[0]) if left != PersonId(given[1]) else (given[0], given[1])
        leaving = company(leaver, stays, rulings.same, store.decisions.entities_of(left))
        moves = dict.fromkeys(leaving, PersonId(leaver))
    named = _moved(moves, rulings, store)
    return named, _stale(named, given[:2], store)


def take_back(
    seq: Seq, undone: Iterable[Named], verdict: Verdict, undone_before: frozenset[Seq], store: Store
) -> Outcome:
    """Each entity that the verdict moved stands again where the other decisions last put it, unless that is barred.

    `seq`: the verdict's place; `undone_before`: verdicts taken back before, and the entries that did it.
    """
    moved = [one.entity_id for one in undone]
    before = store.decisions.named(undone_before | {seq}) if moved else {}
    moves = {entity: before[entity].person_id for entity in moved if entity in before}
    named = _moved(moves, standing(store.decisions.rulings(without=seq)), store)
    return named, _stale(named, (EntityId(verdict.left), EntityId(verdict.right)), store)


def _moved(moves: Mapping[EntityId, PersonId], rulings: Rulings, store: Store) -> tuple[Named, ...]:
    """The moves, and those that standing verdicts then ask for; who is there already does not move."""
    ruled = dict.fromkeys(entity for pair in rulings.apart for entity in pair)
    where = {entity: person for entity in ruled if (person := store.decisions.person_of(entity))} | dict(moves)
    final = {**moves, **keep_apart(where, rulings.apart)}
    return tuple(
        Named(entity, person, 1.0, *store.decisions.naming_of(entity))
        for entity, person in sorted(final.items())
        if store.decisions.person_of(entity) not in (None, person)
    )


def _stale(named: Iterable[Named], ruled: Iterable[EntityId], store: Store) -> set[StoryId]:
    """The stories that show a person who lost or won an entity, and those of the entities ruled on."""
    ends = [(one.person_id, store.decisions.person_of(one.entity_id)) for one in named]
    entities = {entity for pair in ends for person in pair if person for entity in store.decisions.entities_of(person)}
    articles = {entity.split(".", 1)[0] for entity in (*entities, *ruled)}
    return {story for article in articles if (story := store.decisions.story_of(article))}
