"""A story's cast: who every entity of its reports is, and the cards that tell readers who is who.

In: the story's reports and what the decisions say of their entities. Out: a Person for each entity, those who matter
most first, and cards. A view, made anew whenever the page is; nothing here is decided for good. A role is shown in
the words of a report; one that later reports call former is not shown as held.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from newsloom.langs import LANGUAGES
from newsloom.people.mentions import naming_of
from newsloom.people.roles import heads_role, tells_past
from newsloom.people.settle import count_forms, describe, name_whole, settle
from newsloom.people.spelling import bare, compare, read_name
from newsloom.records import Card, CitedSentence, Entity, EntityId, Person, PersonId, Report, Role
from newsloom.text.gazetteer import fold
from newsloom.text.tokens import words

CENTRAL = 12  # cards that are shown whatever is told of their bearers
MOST_CARDS = 40  # the others tell a role
MOST_ORGANISATIONS = 4  # among them
FEWEST_REPORTS = 2  # in which a card's bearer is named, in a story of more than SMALL
SMALL = 4
MOST_FORMS = 6  # also-forms on a card
FEWEST_NEW = 2  # words that a second piece of a role must add
HELD_FOR_ONE = 4  # reports that call a role held, outweighed by one that calls it former
TELLING_WORDS = 9  # words of a role that count; more tell no more


@dataclass(frozen=True, slots=True)
class Cast:
    """`of`: every entity's person. `people`: those who matter most to the story first."""

    of: Mapping[EntityId, Person]
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A role as one report tells it; `new`: place of the report among the story's, from the oldest."""

    report: Report
    role: Role
    new: int
    words: tuple[str, ...]


def build_cast(reports: tuple[Report, ...], people: tuple[Person, ...] = ()) -> Cast:
    """Who is who in one story. Entities that no decision names yet are resolved here, in the order of the reports."""
    ids = settle(reports, name_whole(reports, people))
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
    """How much a person matters: reports first, then headlines, then mentions (ten in one report count as ten)."""
    weights: dict[PersonId, float] = defaultdict(float)
    for report in reports:
        for entity in report.analysis.entities:
            headline = any(place.part == "headline" for place in entity.mentions)
            weights[ids[entity.id]] += 3 + 2 * headline + 0.3 * min(10, len(entity.mentions) + len(entity.pronouns))
    return weights


def build_cards(cast: Cast, reports: tuple[Report, ...]) -> tuple[Card, ...]:
    """Who is who: the story's central persons, and the organisations without which it cannot be told."""
    counts = _report_counts(cast, reports)
    least = FEWEST_REPORTS if len(reports) > SMALL else 1
    roles = _roles_told(cast, reports)
    cards: list[Card] = []
    organisations = 0
    for person in cast.people:
        if len(cards) == MOST_CARDS:
            break
        if person.kind == "place" or not _worth_a_card(person):
            continue
        organisations += person.kind == "organisation"
        card = _card(person, cast, roles.get(person.id, []), counts[person.id])
        central = len(cards) < CENTRAL and counts[person.id] >= least
        if (
            (central and organisations <= MOST_ORGANISATIONS)
            if person.kind == "organisation"
            else (central or card.role)
        ):
            cards.append(card)
    return tuple(cards)


def _worth_a_card(person: Person) -> bool:
    return len(person.name) > 2 and any(letter.islower() or letter.isupper() for letter in person.name)


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


def _roles_told(cast: Cast, reports: Sequence[Report]) -> dict[PersonId, list[Told]]:
    """Each person's roles, oldest report first."""
    found: dict[PersonId, list[Told]] = defaultdict(list)
    ordered = sorted(reports, key=lambda report: (report.article.told_at, report.id))
    for new, report in enumerate(ordered):
        for entity in report.analysis.entities:
            for role in entity.roles:
                text = report.article.text_of(role.range)
                found[cast.of[entity.id].id].append(Told(report, role, new, tuple(_telling(text, report))))
    return found


def _telling(text: str, report: Report) -> Iterator[str]:
    language = LANGUAGES.get(report.article.language) or LANGUAGES["en"]
    return (word for word in dict.fromkeys(words(text)) if len(word) > 1 and word not in language.stop_words)


def tell_role(told: Sequence[Told]) -> CitedSentence | None:
    """The best role, and from the same report the words that add most to it: "Republican Sen." … "of Maine"."""
    best = choose_role(told)
    if best is None:
        return None
    more = [
        one
        for one in told
        if one.report is best.report
        and not one.role.former
        and one.role.range.part == best.role.range.part
        and len(set(one.words) - set(best.words)) >= (FEWEST_NEW if _head(one) else 1)
        and not one.role.range.overlaps(best.role.range)
    ]
    shown = [best]
    if more and len(best.words) < TELLING_WORDS:
        shown.append(max(more, key=lambda one: (len(set(one.words) - set(best.words)), -one.role.range.start)))
    places = sorted(one.role.range for one in shown)
    return CitedSentence(tuple(best.report.article.at(place) for place in places))


def choose_role(told: Sequence[Told]) -> Told | None:
    """The role that tells most in words that most reports agree on; of equal ones the newest.

    A role that reports of the story call former is left out, whoever still calls its bearer so ("President Obama"),
    unless its own words say so ("former spy chief"). One such report among many is not enough: it may be misread.
    """
    left = _left(told)
    held = [one for one in told if _head(one) and not one.role.former and _head(one) not in left]
    fitting = held or [one for one in told if one.role.former and _head(one) and _says_former(one)]
    agreed = Counter(word for one in _once_a_report(fitting) for word in one.words)
    if not fitting:
        return None

    def worth(one: Told) -> tuple[float, int, int]:
        weights = sorted((min(agreed[word], 4) + 1 for word in one.words), reverse=True)
        return (sum(weights[:TELLING_WORDS]), one.new, -one.role.range.start)

    return max(fitting, key=worth)


def _left(told: Sequence[Told]) -> set[str]:
    """Heads of roles that are held no more: called former in one report for every few that call them held, or last."""
    past: dict[str, set[int]] = defaultdict(set)
    held: dict[str, set[int]] = defaultdict(set)
    for one in told:
        (past if one.role.former else held)[_head(one)].add(one.new)
    return {
        head
        for head, reports in past.items()
        if len(reports) * HELD_FOR_ONE >= len(held[head]) or max(reports) > max(held[head])
    }


def _once_a_report(told: Sequence[Told]) -> Iterator[Told]:
    """A word said twice in one report counts once: the report's longest role stands for it."""
    longest: dict[int, Told] = {}
    for one in told:
        if one.new not in longest or len(one.words) > len(longest[one.new].words):
            longest[one.new] = one
    yield from longest.values()


def _head(told: Told) -> str:
    """The role's own noun: of "former director of the agency" it is "director"; "" for a seat alone ("of Maine")."""
    naming = naming_of(told.report.article.language)
    return next((word for word in map(fold, told.words) if heads_role(word, naming) or word in naming.rank_titles), "")


def _says_former(told: Told) -> bool:
    naming = naming_of(told.report.article.language)
    return any(tells_past(fold(word), naming) for word in told.words)
