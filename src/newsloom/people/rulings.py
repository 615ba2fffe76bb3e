"""What people have ruled about who is who: the latest verdict on a pair stands, and "not the same" parts for ever.

In: verdicts on pairs of entities, in ledger order, and where each entity is. Out: where entities must go so that no
pair that was ruled apart is one person. Pure; the same verdicts give the same answer in any process.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsloom.records import EntityId, PersonId

Pair = tuple[EntityId, EntityId]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs as they stand, each in the order in which it was last ruled on."""

    same: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()


def standing(verdicts: Iterable[tuple[EntityId, EntityId, bool]]) -> Rulings:
    """The latest verdict on each pair, whichever of the two was named first.

    >>> standing([("a", "b", False), ("b", "a", True)]).same
    (('b', 'a'),)
    """
    latest: dict[frozenset[EntityId], tuple[Pair, bool]] = {}
    for left, right, same in verdicts:
        if left != right:
            latest.pop(frozenset((left, right)), None)
            latest[frozenset((left, right))] = ((left, right), same)
    pairs = latest.values()
    return Rulings(tuple(pair for pair, same in pairs if same), tuple(pair for pair, same in pairs if not same))


def keep_apart(where: Mapping[EntityId, PersonId], apart: Sequence[Pair]) -> dict[EntityId, PersonId]:
    """Moves after which no pair ruled apart is one person. Out: entity -> person, only those that move.

    Of a pair the right one leaves, unless the person is named after it; who leaves is a person of its own. An entity
    that has left is never in the way of itself again, so this ends.
    """
    now = dict(where)
    moved: dict[EntityId, PersonId] = {}
    while found := next((pair for pair in apart if _together(pair, now)), None):
        left, right = found
        leaver = right if now[right] != PersonId(right) else left
        now[leaver] = moved[leaver] = PersonId(leaver)
    return moved


def obey(where: Mapping[EntityId, PersonId], rulings: Rulings, bare: Collection[EntityId]) -> dict[EntityId, PersonId]:
    """Where a story's entities are once the rulings are obeyed: persons of whole names are decided already, a `bare`
    name ("Kim") goes to whom it was ruled to be."""
    now = dict(where)
    for left, right in rulings.same:
        if left in now and right in now and (left in bare or right in bare):
            mover, home = (right, left) if right in bare else (left, right)
            now[mover] = now[home]
    return now | keep_apart(now, rulings.apart)


def _together(pair: Pair, where: Mapping[EntityId, PersonId]) -> bool:
    left, right = where.get(pair[0]), where.get(pair[1])
    return left is not None and left == right


def company(of: EntityId, without: EntityId, same: Sequence[Pair], among: Iterable[EntityId]) -> tuple[EntityId, ...]:
    """Whom verdicts tie to an entity, itself first; itself alone where they tie it to `without` too."""
    members = set(among) | {of}
    found = [of]
    for one in found:
        for left, right in same:
            other = right if left == one else left if right == one else None
            if other in members and other not in found:
                found.append(other)
    return (of,) if without in found else tuple(found)
