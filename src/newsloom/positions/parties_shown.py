"""Positions of all reports -> what a page shows of them. A view.

In: reports with their positions, the persons that their entities are. Out: stances by party, the party that most
reports speak of first, the newest sentence first. Every word shown is an outlet's; where a sentence does not name the
party itself, its name is inserted, with the words that bear it out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from newsloom.positions.telling import stems_of
from newsloom.records import (
    CitedSentence,
    Entity,
    EntityId,
    Insert,
    Person,
    PersonId,
    Position,
    Range,
    Report,
    Stance,
    Words,
)
from newsloom.text.vectors import overlap

MOST_PARTIES = 8
MOST_STANCES = 3  # of one party
MOST_SENTENCES = 2  # of one stance
SAME = 0.75  # of the shorter sentence's stems: two reports say the same
SHORTEST, LONGEST = 40, 420  # characters of a sentence that can be shown by itself


@dataclass(frozen=True, slots=True)
class Held:
    """A position with its report."""

    report: Report
    position: Position
    person: Person
    stems: frozenset[str]

    @property
    def words(self) -> Words:
        return self.report.article.at(self.position.sentence)


def show_stances(reports: tuple[Report, ...], speakers: Mapping[EntityId, Person]) -> tuple[Stance, ...]:
    held = [one for report in reports for one in _held(report, speakers)]
    spoken_of = Counter(
        person
        for report in reports
        for person in {speakers[e.id].id for e in report.analysis.entities if e.id in speakers}
    )
    by_party: dict[PersonId, list[Held]] = defaultdict(list)
    for one in held:
        by_party[one.person.id].append(one)
    ranked = sorted(by_party, key=lambda party: (-_reports(by_party[party]), -spoken_of[party], party))
    return tuple(stance for party in ranked[:MOST_PARTIES] for stance in _stances(by_party[party]))


def _reports(held: list[Held]) -> int:
    return len({one.report.id for one in held})


def _held(report: Report, speakers: Mapping[EntityId, Person]) -> list[Held]:
    found = []
    for position in report.analysis.positions:
        person, text = speakers.get(position.party), report.article.text_of(position.sentence)
        if person is not None and SHORTEST <= len(text) <= LONGEST and position.sentence.part == "text":
            stems = frozenset(stems_of(report, text))
            found.append(Held(report, position, person, stems))
    return found


def _stances(held: list[Held]) -> list[Stance]:
    """A party's stances: those that most reports carry, the newest first within each; a sentence stands but once."""
    by_stance: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        by_stance[one.position.stance].append(one)
    ranked = sorted(by_stance, key=lambda stance: (-_reports(by_stance[stance]), _newest(by_stance[stance]), stance))
    shown: set[tuple[str, Range]] = set()
    found = []
    for stance in ranked[:MOST_STANCES]:
        sentences = []
        for group in _alike(by_stance[stance])[:MOST_SENTENCES]:
            key = (group[0].report.id, group[0].position.sentence)
            if key not in shown:
                shown.add(key)
                sentences.append(cite(group))
        if sentences:
            found.append(Stance(held[0].person, stance, tuple(sentences)))
    return found


def _newest(held: list[Held]) -> float:
    return -max(one.report.article.told_at.timestamp() for one in held)


def _alike(held: list[Held]) -> list[list[Held]]:
    """Sentences that say the same together, the first teller first; the newest group first."""
    groups: list[list[Held]] = []
    for one in sorted(held, key=lambda one: (one.report.article.told_at, one.report.id, one.position.sentence)):
        same = next((group for group in groups if overlap(group[0].stems, one.stems) >= SAME), None)
        if same is None:
            groups.append([one])
        elif all(other.report.id != one.report.id for other in same):
            same.append(one)
    return sorted(groups, key=lambda group: _newest(group[:1]))


def cite(group: list[Held]) -> CitedSentence:
    """The first teller's sentence, with the party's name where it says "he"; the others' beside it."""
    one = group[0]
    sentence, entity = one.position.sentence, _entity(one.report, one.position.party)
    also = tuple(other.words for other in group[1:])
    if entity is None or _names(entity, one.position):
        return CitedSentence((one.words,), also)
    article, mention = one.report.article, entity.mentions[0]
    insert = Insert(one.person.name, (article.at(mention),))
    cue = one.position.cue or sentence
    places = [place for place in entity.pronouns if sentence.covers(place) and place.end <= cue.start]
    if not places or places[-1].end >= sentence.end:
        return CitedSentence((insert, one.words), also)
    head, tail = Range(sentence.start, places[-1].end), Range(places[-1].end, sentence.end)
    return CitedSentence((article.at(head), insert, article.at(_unblank(one.report, tail))), also)


def _entity(report: Report, entity_id: EntityId) -> Entity | None:
    return next((entity for entity in report.analysis.entities if entity.id == entity_id), None)


def _names(entity: Entity, position: Position) -> bool:
    return not entity.mentions or any(position.sentence.covers(place) for place in entity.mentions)


def _unblank(report: Report, place: Range) -> Range:
    start = place.start
    while start < place.end - 1 and report.article.text[start].isspace():
        start += 1
    return Range(start, place.end, place.part)
