"""Who the entities of several reports are: whole names resolved, initials spelt out, bare names given to their bearers.

In: reports with their entities, and persons that are known already. Out: a person for each entity. A bare name goes
to the one who is named in full in far more of these reports than any other bearer; an unsure one stays by itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newsloom.people.resolve import decide, person_keys, spells_out, whole_forms
from newsloom.people.spelling import bare, read_name
from newsloom.records import Article, ArticleId, Entity, EntityId, Person, PersonId, Report
from newsloom.text.gazetteer import fold

FAR_OFTENER = 2.0  # times as many reports as the next bearer of the name
MOST_ALIASES = 12


def name_whole(reports: Sequence[Report], people: Iterable[Person]) -> dict[EntityId, PersonId]:
    """Persons of the entities that stand for themselves: as decided, else resolved among this story's own."""
    given = {entity: person.id for person in people for entity in person.entities}
    known = {person.id: person for person in people}
    index: dict[str, list[PersonId]] = defaultdict(list)
    for person in known.values():
        _index(index, person, (person.name, *person.aliases))
    ids: dict[EntityId, PersonId] = {}
    for report in reports:
        for entity in report.analysis.entities:
            if entity.id in given:
                ids[entity.id] = given[entity.id]
                continue
            if not entity.full:
                continue
            forms = whole_forms(report, entity)
            found = dict.fromkeys(p for f in forms for key in person_keys(f, entity.kind) for p in index.get(key, ()))
            person_id = decide(entity, forms, tuple(known[p] for p in found)).person_id
            ids[entity.id] = person_id
            before = known.get(person_id) or Person(person_id, entity.kind, entity.name)
            new = tuple(f for f in forms if f != before.name and f not in before.aliases)
            known[person_id] = replace(
                before, aliases=(*before.aliases, *new)[:MOST_ALIASES], entities=(*before.entities, entity.id)
            )
            _index(index, known[person_id], forms)
    return ids


def _index(index: dict[str, list[PersonId]], person: Person, names: Iterable[str]) -> None:
    for name in names:
        for key in person_keys(name, person.kind):
            if person.id not in index[key]:
                index[key].append(person.id)


def settle(reports: Sequence[Report], whole: dict[EntityId, PersonId]) -> dict[EntityId, PersonId]:
    """Every entity's person: whole names as given, initials with what they stand for, bare names by who bears them."""
    ids = dict(whole)
    entities = [(report.id, e) for report in reports for e in report.analysis.entities]
    for short, long in _spelt_out([e for _, e in entities], whole).items():
        ids = {entity: long if person == short else person for entity, person in ids.items()}
    bearers = name_bearers(entities, ids)
    ids = _settle_titled(entities, ids, bearers)
    loose: dict[tuple[str, str], PersonId] = {}
    for _, entity in entities:
        if entity.id in ids:
            continue
        counts = bearers.get((entity.kind, loose_form(entity)), Counter())
        fits = sure_bearer(counts)
        if fits is None and not counts:
            fits = loose.setdefault((entity.kind, loose_form(entity)), PersonId(entity.id))
        ids[entity.id] = fits or PersonId(entity.id)
    return ids


def _settle_titled(
    entities: Sequence[tuple[str, Entity]],
    ids: Mapping[EntityId, PersonId],
    bearers: Mapping[tuple[str, str], Counter[PersonId]],
) -> dict[EntityId, PersonId]:
    """ "Prince Mohammed" -> the one Mohammed who is a prince in these reports; not "King Salman" -> his son."""
    titles: dict[PersonId, set[str]] = defaultdict(set)
    for _, entity in entities:
        if entity.kind == "person" and entity.id in ids and " " in entity.name:
            titles[ids[entity.id]].update(fold(title) for title in entity.titles)
    settled = dict(ids)
    for _, entity in entities:
        if entity.kind == "person" and entity.full and " " not in entity.name and entity.id in ids:
            held = {fold(title) for title in entity.titles}
            counts = bearers.get((entity.kind, loose_form(entity)), Counter())
            fits = Counter({person: n for person, n in counts.items() if held & titles[person]})
            settled[entity.id] = sure_bearer(fits) or ids[entity.id]
    return settled


def name_bearers(
    entities: Sequence[tuple[str, Entity]], ids: Mapping[EntityId, PersonId]
) -> dict[tuple[str, str], Counter[PersonId]]:
    """(kind, bare name) -> in how many reports each bearer of it is named in full."""
    seen: set[tuple[str, str, str, PersonId]] = set()
    bearers: dict[tuple[str, str], Counter[PersonId]] = defaultdict(Counter)
    for report, entity in entities:
        if entity.full and entity.kind == "person" and entity.id in ids:
            for form in bare_forms(entity.name):
                row = (report, entity.kind, form, ids[entity.id])
                if row not in seen:
                    seen.add(row)
                    bearers[(entity.kind, form)][ids[entity.id]] += 1
    return bearers


def bare_forms(name: str) -> tuple[str, ...]:
    """What a person may be called for short: "Kim Jong Un" -> ("kim",); "Mohammed bin Salman" -> ("salman", …)."""
    parts = read_name(name)
    family = bare(parts.family)
    return tuple(dict.fromkeys(form for form in (family, *parts.given) if len(form) > 1))


def loose_form(entity: Entity) -> str:
    """ "Mr. Kim's" bare name as a key."""
    return bare(fold(entity.name).rstrip("."))


def sure_bearer(counts: Counter[PersonId]) -> PersonId | None:
    """The one bearer, or the one far oftener named than the next; None where it is not sure."""
    first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not first or (len(first) > 1 and first[0][1] < FAR_OFTENER * first[1][1]):
        return None
    return first[0][0]


def _spelt_out(entities: Sequence[Entity], ids: Mapping[EntityId, PersonId]) -> dict[PersonId, PersonId]:
    """Organisations named by initials -> the one that this story spells out so."""
    names: dict[PersonId, str] = {}
    for entity in entities:
        if entity.kind == "organisation" and entity.id in ids:
            names.setdefault(ids[entity.id], entity.name)
    longs = [(name, person) for person, name in names.items() if " " in name]
    found: dict[PersonId, PersonId] = {}
    for person, name in names.items():
        fits = [long for spelt, long in longs if spells_out(name, spelt)] if name.replace(".", "").isupper() else []
        if len(fits) == 1 and " " not in name:
            found[person] = fits[0]
    return found


def describe(person_id: PersonId, entities: Sequence[Entity], known: Person | None, forms: Counter[str]) -> Person:
    """A person with the fullest usual name and the other forms, the commonest first."""
    names = Counter(e.name for e in entities if e.full) or Counter(e.name for e in entities)
    best = max(names, key=lambda n: (_usual(n, names), n)) if names else (known.name if known else "")
    best = _usual_cut(best, forms)
    others = [form for form, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0])) if form != best]
    return Person(
        id=person_id,
        kind=entities[0].kind if entities else (known.kind if known else "person"),
        name=best,
        aliases=tuple(dict.fromkeys([*others, *(known.aliases if known else ())]))[:MOST_ALIASES],
        entities=tuple(sorted({e.id for e in entities} | set(known.entities if known else ()))),
    )


def _usual_cut(name: str, forms: Counter[str]) -> str:
    """The name without middle names, if that is how the reports write it: "Ada Mistral" for "Ada Brooke Mistral"."""
    first, last = name.split()[:1], name.split()[-1:]
    cuts = [form for form in forms if form.split()[:1] == first and form.split()[-1:] == last and " " in form]
    return max(cuts, key=lambda form: (forms[form], len(form), form), default=name) if " " in name else name


def _usual(name: str, names: Counter[str]) -> tuple[bool, bool, int, int]:
    """Initials last, capitals last; then the form that most reports use, then the longer."""
    return (" " in name, not name.isupper(), names[name], len(name))


def count_forms(articles: Mapping[ArticleId, Article], entities: Sequence[Entity]) -> Counter[str]:
    """How often each form of a name stands in the reports."""
    counts: Counter[str] = Counter()
    for entity in entities:
        article = articles[ArticleId(entity.id.rsplit(".", 2)[0])]
        for place in entity.mentions:
            form = " ".join(article.text_of(place).split())
            if not form.isupper() or entity.kind != "person":
                counts[form] += 1
    return counts
