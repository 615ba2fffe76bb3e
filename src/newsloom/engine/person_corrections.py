"""What an editor says of persons -> ledger entries.

Verdicts name entities (a person, organisation or place as one report names it), never persons, so they outlive any
later naming; each of these commands is one or a few of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsloom.engine.corrections import Impossible, Signed
from newsloom.people.resolve import person_keys
from newsloom.records import EntityId, Entry, PersonId, Retracted, Seq, Verdict
from newsloom.store import Store
from newsloom.text.gazetteer import fold

LISTED = 5  # persons that a message lists


def find_person(store: Store, said: str) -> PersonId:
    """The one person, organisation or place of this name, or whose mention in a report has an id that begins so.

    Raises Impossible where nobody or several are meant.
    """
    found = store.decisions.persons_at(said) or _called(store, said)
    if len(found) == 1:
        return found[0]
    names = "; ".join(f"{one} {person.name}" for one in found[:LISTED] if (person := store.decisions.person(one)))
    raise Impossible(f"{said}: {f'several are called so: {names}' if found else 'nobody is called so'}")


def _called(store: Store, said: str) -> tuple[PersonId, ...]:
    known = store.decisions.persons(person_keys(" ".join(said.split())))
    wanted = fold(" ".join(said.split()))
    return tuple(person.id for person in known if wanted in map(fold, (person.name, *person.aliases)))


def merge(store: Store, left: PersonId, right: PersonId, signed: Signed) -> tuple[Entry, ...]:
    """Two persons are one. Raises Impossible where they are already."""
    if left == right:
        raise Impossible(f"{left} is one person already")
    return (_verdict(_evidence(store, left), _evidence(store, right), True, signed),)


def split(store: Store, person: PersonId, places: Sequence[str], signed: Signed) -> tuple[Entry, ...]:
    """What some reports say of a person is said of another: those mentions leave, together.

    `places`: ids, or their beginnings, of reports or of mentions in them. A person keeps the mention that it is named
    after, so where that is among these, all the others leave. Raises Impossible where one is nowhere, or none stays.
    """
    members = store.decisions.entities_of(person)
    chosen = tuple(dict.fromkeys(one for place in places for one in _members_at(store, members, place)))
    rest = tuple(one for one in members if one not in chosen)
    if not rest:
        raise Impossible("these are all the mentions of that person: nothing would be left")
    opener = EntityId(person)
    leaving, stays = (rest, opener) if opener in chosen else (chosen, opener if opener in rest else rest[0])
    apart = (_verdict(stays, one, False, signed) for one in leaving)
    together = (_verdict(leaving[0], one, True, signed) for one in leaving[1:])
    return (*apart, *together)


def left_by(entries: Iterable[Entry]) -> EntityId:
    """The mention that leaves by what `split` says."""
    return next(EntityId(one.right) for one in entries if isinstance(one, Verdict) and not one.same)


def _members_at(store: Store, members: Iterable[EntityId], place: str) -> tuple[EntityId, ...]:
    reports = store.find_articles(place)
    found = tuple(one for one in members if one.startswith(place) or one.split(".", 1)[0] in reports)
    if not found:
        raise Impossible(f"{place}: that person is not named there")
    return found


def undo(store: Store, number: int | None, signed: Signed) -> tuple[Seq, tuple[Entry, ...]]:
    """A verdict about persons, by default the last, binds no more. Raises Impossible where there is none."""
    given = [seq for seq, verdict in store.ledger.verdicts() if verdict.about == "person"]
    if not given or (number is not None and number not in given):
        raise Impossible(f"no verdict {number} about persons" if number is not None else "no verdict about persons")
    seq = Seq(number) if number is not None else given[-1]
    return seq, (Retracted(seq, signed.by, signed.at),)


def _evidence(store: Store, person: PersonId) -> EntityId:
    """The mention that a person is named after, or, where that has moved on, the first of its own."""
    members = store.decisions.entities_of(person)
    return EntityId(person) if EntityId(person) in members or not members else members[0]


def _verdict(left: EntityId, right: EntityId, same: bool, signed: Signed) -> Verdict:
    return signed.verdict(left, right, same, "person")
