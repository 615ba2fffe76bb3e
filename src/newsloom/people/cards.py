"""The cards that tell readers who is who in a story.

In: a story's cast and its reports. Out: cards, those who matter most first: persons whose role is told or who are
central, and the organisations without which the story cannot be told. Junk of the tagger gets none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from newsloom.people.cast import Cast
from newsloom.people.mentions import naming_of
from newsloom.people.spelling import bare, compare, read_name
from newsloom.people.telling import Told, read_role, tell_role
from newsloom.records import Card, Entity, Person, PersonId, Range, Report, Role
from newsloom.text.gazetteer import fold

CENTRAL = 12  # cards that are shown whatever is told of their bearers
MOST_CARDS = 40  # the others tell a role
MOST_ORGANISATIONS = 4  # among them
FEWEST_REPORTS = 2  # in which a card's bearer is named, in a story of more than SMALL
SMALL = 4
FEWEST_MENTIONS = 2  # of somebody of whom nothing is told
MOST_FORMS = 6  # also-forms on a card


def build_cards(cast: Cast, reports: tuple[Report, ...]) -> tuple[Card, ...]:
    """Who is who: the story's central persons, and the organisations without which it cannot be told."""
    counts, mentions = _report_counts(cast, reports), _mention_counts(cast, reports)
    least = FEWEST_REPORTS if len(reports) > SMALL else 1
    roles = _roles_told(cast, reports)
    others = {fold(p.name): p.kind for p in reversed(cast.people)}
    cards: list[Card] = []
    organisations = 0
    for person in cast.people:
        if len(cards) == MOST_CARDS:
            break
        if person.kind == "place" or not _worth_a_card(person) or others[fold(person.name)] != person.kind:
            continue
        organisations += person.kind == "organisation"
        card = _card(person, cast, roles.get(person.id, []), counts[person.id])
        central = len(cards) < CENTRAL and counts[person.id] >= least and mentions[person.id] >= FEWEST_MENTIONS
        shown = central and organisations <= MOST_ORGANISATIONS if person.kind == "organisation" else central
        if shown or (card.role and person.kind == "person"):
            cards.append(card)
    return tuple(cards)


def _worth_a_card(person: Person) -> bool:
    """Not "X", "24"; not a person called "Dynamics Corp"."""
    last = fold(person.name.split()[-1])
    body = person.kind == "person" and last in naming_of("en").organisation_nouns
    return len(person.name) > 2 and not body and any(c.islower() or c.isupper() for c in person.name)


def _card(person: Person, cast: Cast, told: Sequence[Told], reports: int) -> Card:
    return Card(
        person=person,
        role=tell_role(told),
        also=tuple(form for form in person.aliases if form != person.name)[:MOST_FORMS],
        distinct_from=tuple(other.name for other in cast.people if _confusable(person, other)),
        reports=reports,
    )


def _confusable(person: Person, other: Person) -> bool:
    """Two persons of one surname, or of names that look alike."""
    if person.id == other.id or not person.kind == other.kind == "person":
        return False
    left, right = read_name(person.name), read_name(other.name)
    if not left.full or not right.full:
        return False
    return bare(left.family) == bare(right.family) or compare(person.name, other.name) > 0


def _report_counts(cast: Cast, reports: Sequence[Report]) -> Counter[PersonId]:
    counts: Counter[PersonId] = Counter()
    for report in reports:
        counts.update({cast.of[entity.id].id for entity in report.analysis.entities})
    return counts


def _mention_counts(cast: Cast, reports: Sequence[Report]) -> Counter[PersonId]:
    counts: Counter[PersonId] = Counter()
    for report in reports:
        for entity in report.analysis.entities:
            counts[cast.of[entity.id].id] += len(entity.mentions) + len(entity.pronouns)
    return counts


def _roles_told(cast: Cast, reports: Sequence[Report]) -> dict[PersonId, list[Told]]:
    """Each person's roles, oldest report first."""
    found: dict[PersonId, list[Told]] = defaultdict(list)
    ordered = sorted(reports, key=lambda report: (report.article.told_at, report.id))
    for new, report in enumerate(ordered):
        for entity in report.analysis.entities:
            for role in entity.roles:
                found[cast.of[entity.id].id].append(read_role(report, role, new, _whose(report, entity, role, cast)))
    return _without_borrowed(found, cast)


def _without_borrowed(found: Mapping[PersonId, list[Told]], cast: Cast) -> dict[PersonId, list[Told]]:
    """A title before a surname alone is that of the bearer whom more reports call so: "President Mistral" tells nothing
    of the president's daughter."""
    calls = {
        person: Counter(head for _, head in {(one.new, one.head) for one in told}) for person, told in found.items()
    }
    kin = _kin(cast)
    return {
        person: [
            one
            for one in told
            if not any(
                calls.get(other, calls[person])[one.head] > calls[person][one.head] for other in kin.get(person, ())
            )
            or not _before_a_shorter_name(one, person, cast)
        ]
        for person, told in found.items()
    }


def _kin(cast: Cast) -> dict[PersonId, list[PersonId]]:
    """Each person's namesakes by surname."""
    families: dict[str, list[PersonId]] = defaultdict(list)
    for person in cast.people:
        if person.kind == "person" and (name := read_name(person.name)).full:
            families[bare(name.family)].append(person.id)
    return {one: [other for other in family if other != one] for family in families.values() for one in family}


def _before_a_shorter_name(told: Told, person: PersonId, cast: Cast) -> bool:
    """Whether the role stands right before a mention of its bearer that is not the whole name."""
    place, article = told.role.range, told.report.article
    for entity in told.report.analysis.entities:
        if cast.of[entity.id].id == person:
            for mention in entity.mentions:
                if mention.part == place.part and place.end < mention.start <= place.end + 2:
                    return fold(article.text_of(mention)) != fold(cast.of[entity.id].name)
    return False


def _whose(report: Report, bearer: Entity, role: Role, cast: Cast) -> str:
    """Who is meant by "his" or "her" at the beginning of a role: a person of this report named in full, else ""."""
    first = report.article.text_of(role.range).split()[0]
    if fold(first) not in naming_of(report.article.language).pronouns:
        return ""
    place = Range(role.range.start, role.range.start + len(first), role.range.part)
    meant = next((e for e in report.analysis.entities if place in e.pronouns and e.id != bearer.id), None)
    person = cast.of[meant.id] if meant else None
    return person.name if person and " " in person.name and person.id != cast.of[bearer.id].id else ""
