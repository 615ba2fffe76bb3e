"""Which person, organisation or place a report's entities are, across reports: decided once, appended, never guessed.

In: a report and the candidates that the store found under its keys. Out: one `Named` for each entity that can stand
for itself; where nobody fits, or two fit alike, it introduces one (its own id). Bare surnames wait for the cast.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from newsloom.people.coreference import initials, usual_form
from newsloom.people.spelling import compare, keys_of, read_name
from newsloom.records import Entity, EntityId, Kind, Named, Person, PersonId, Report

JOINED = 0.79  # likeness from which two whole names are one person: respelt in one part, never in both
MARGIN = 0.02  # two candidates nearer than this are an unsure join, which is not made
FAR_OFTENER = 3  # times as often named as the other whom an editor told apart from it: then it is the one meant
NOTHING: Mapping[Any, Any] = MappingProxyType({})
SURE = 0.95  # likeness that an alias must have where the person's usual name differs


def keys(report: Report) -> tuple[str, ...]:
    """Look-up keys of the report's entities that can stand for themselves."""
    found: dict[str, None] = {}
    for entity in report.analysis.entities:
        if entity.full:
            for form in whole_forms(report, entity):
                found.update(dict.fromkeys(person_keys(form, entity.kind)))
    return tuple(found)


def person_keys(name: str, kind: Kind | None = None) -> tuple[str, ...]:
    """Keys under which a person of this name, or alias, is found; without `kind`, as any kind.

    >>> person_keys("Kim Jong Un", "person") == person_keys("Kim Jong-un", "person")
    True
    """
    found: list[str] = []
    if kind in (None, "person"):
        found += keys_of(name)
    if kind in (None, "organisation"):
        found.append(f"o:{usual_form(name, 'organisation')}")
    if kind in (None, "place"):
        found.append(f"l:{usual_form(name, 'place')}")
    return tuple(found)


def whole_forms(report: Report, entity: Entity) -> tuple[str, ...]:
    """The forms in which the report names the entity and that can stand for themselves; the fullest first."""
    forms = dict.fromkeys([entity.name])
    for place in entity.mentions:
        form = " ".join(report.article.text_of(place).split())
        if entity.kind != "person" or len(form.split()) > 1:
            forms.setdefault(form)
    return tuple(form for form in forms if _stands(form, entity))


def _stands(form: str, entity: Entity) -> bool:
    if form == entity.name:
        return True
    if entity.kind == "person":
        # "López Obrador" of "Andrés López Obrador" is a surname
        return compare(form, entity.name) > 0
    return form.isupper() or usual_form(form, entity.kind) == usual_form(entity.name, entity.kind)


def name_entities(
    report: Report,
    candidates: tuple[Person, ...],
    borne: Mapping[PersonId, int] = NOTHING,
    barred: Mapping[EntityId, frozenset[PersonId]] = NOTHING,
    parted: frozenset[frozenset[PersonId]] = frozenset(),
) -> tuple[Named, ...]:
    """One decision for each entity that can stand for itself; the same candidates in any order give the same.

    `borne`: how many entities a candidate has. `barred`: persons that an entity is not. `parted`: pairs of persons that
    an editor told apart.
    """
    return tuple(
        decide(
            entity,
            whole_forms(report, entity),
            tuple(person for person in candidates if person.id not in barred.get(entity.id, ())),
            borne,
            parted,
        )
        for entity in report.analysis.entities
        if entity.full
    )


def decide(
    entity: Entity,
    forms: tuple[str, ...],
    candidates: tuple[Person, ...],
    borne: Mapping[PersonId, int] = NOTHING,
    parted: frozenset[frozenset[PersonId]] = frozenset(),
) -> Named:
    """The likeliest candidate, or a new person where none is like enough, two are alike, or an editor told two of this
    name apart and neither is far oftener named."""
    scored = sorted(
        (
            (score, borne.get(person.id, len(person.entities)), person.id)
            for person in candidates
            if person.kind == entity.kind and (score := likeness(entity.kind, forms, person)) >= JOINED
        ),
        key=lambda found: (-found[0], -found[1], found[2]),
    )
    if not scored:
        return Named(entity.id, PersonId(entity.id), 1.0)
    near = len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN
    told_apart = near and frozenset((scored[0][2], scored[1][2])) in parted
    if near and (scored[0][0] < 1.0 or (told_apart and scored[0][1] < FAR_OFTENER * scored[1][1])):
        return Named(entity.id, PersonId(entity.id), 0.5)
    return Named(entity.id, scored[0][2], scored[0][0])


def likeness(kind: Kind, forms: tuple[str, ...], person: Person) -> float:
    """How well an entity's forms fit a person's names, 0 to 1."""
    if kind != "person":
        names = {usual_form(name, kind) for name in (person.name, *person.aliases)}
        return 1.0 if any(usual_form(form, kind) in names for form in forms) else 0.0
    usual = max(compare(form, person.name) for form in forms)
    whole = [name for name in person.aliases if read_name(name).full]
    other = max((compare(form, name) for form in forms for name in whole), default=0.0)
    if not usual:
        return round(other, 3) if other >= SURE else 0.0
    return round(max(usual, other), 3)


def spells_out(short: str, long: str) -> bool:
    """Whether a name of capitals is another's initials: "KCNA", "Korean Central News Agency"."""
    plain = short.replace(".", "")
    return 1 < len(plain) < 7 and plain.isupper() and " " in long and initials(long) == plain.lower()
