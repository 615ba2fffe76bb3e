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
from newsloom.text.datelines import behind_dateline
from newsloom.text.vectors import overlap

MOST_PARTIES = 8
CHIEF = 3  # parties: their second stance stands before others' first
MOST_STANCES = 4  # of one party
MOST_SENTENCES = 3  # of one stance
MOST_WORDS = 500  # of all of them
SAME = 0.75  # of the shorter sentence's stems: two reports say the same
SHORTEST, LONGEST = 40, 420  # characters of a sentence that can be shown by itself
SHOWN_AS = {"demands": "wants"}  # one entry for what a party wants, however strongly
WORTH = {"wants": 1.5, "refuses": 1.4, "opposes": 1.3, "supports": 1.2, "offers": 1.2, "denies": 1.2, "threatens": 1.1}
LESS = {"condemns": 0.7, "accuses": 0.7}  # they tell of another's deeds more than of what is wanted


@dataclass(frozen=True, slots=True)
class Held:
    """A position with its report."""

    report: Report
    position: Position
    person: Person
    stems: frozenset[str]

    @property
    def sentence(self) -> Range:
        return behind_dateline(self.report.article.text, self.position.sentence)

    @property
    def words(self) -> Words:
        return self.report.article.at(self.sentence)


def show_stances(reports: tuple[Report, ...], speakers: Mapping[EntityId, Person]) -> tuple[Stance, ...]:
    """Each party's weightiest stances, the chief parties' first, until the words are used up; party by party."""
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
    parties = [
        _stances(by_party[party], MOST_SENTENCES - (n >= CHIEF)) for n, party in enumerate(ranked[:MOST_PARTIES])
    ]
    places = [(n, turn) for n, stances in enumerate(parties) for turn in range(len(stances))]
    kept: dict[tuple[int, int], Stance] = {}
    words = 0
    for n, turn in sorted(places, key=lambda place: (CHIEF * place[1] + place[0], place)):
        size = _size(parties[n][turn])
        if not kept or words + size <= MOST_WORDS:
            kept[n, turn] = parties[n][turn]
            words += size
    return tuple(kept[place] for place in sorted(kept))


def _size(stance: Stance) -> int:
    return sum(len(piece.text.split()) for sentence in stance.sentences for piece in sentence.pieces)


def _reports(held: list[Held]) -> int:
    return len({one.report.id for one in held})


def _held(report: Report, speakers: Mapping[EntityId, Person]) -> list[Held]:
    found = []
    for position in report.analysis.positions:
        person, text = speakers.get(position.party), report.article.text_of(position.sentence)
        printed_in = position.cue and any(position.cue.overlaps(cut) for cut in report.analysis.boilerplate)
        if (
            person is not None
            and not printed_in
            and SHORTEST <= len(text) <= LONGEST
            and position.sentence.part == "text"
        ):
            stems = frozenset(stems_of(report, text))
            found.append(Held(report, position, person, stems))
    return found


def _stances(held: list[Held], most: int) -> list[Stance]:
    """A party's stances, the weightiest first; a sentence stands but once."""
    by_stance: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        by_stance[SHOWN_AS.get(one.position.stance, one.position.stance)].append(one)
    ranked = sorted(
        by_stance, key=lambda stance: (-_weight(stance, by_stance[stance]), _newest(by_stance[stance]), stance)
    )
    shown: set[tuple[str, Range]] = set()
    found = []
    for stance in ranked[:MOST_STANCES]:
        groups = [g for g in _alike(by_stance[stance]) if (g[0].report.id, g[0].position.sentence) not in shown]
        shown.update((group[0].report.id, group[0].position.sentence) for group in groups)
        sentences = tuple(cite(group) for group in _best(groups, most))
        if sentences:
            found.append(Stance(held[0].person, stance, sentences))
    return found


def _weight(stance: str, held: list[Held]) -> float:
    return _reports(held) * (WORTH | LESS).get(stance, 1.0)


def _best(groups: list[list[Held]], most: int) -> list[list[Held]]:
    """The sentences that most reports carry, and that name the party; the newest first again."""
    ranked = sorted(range(len(groups)), key=lambda n: (-_carried(groups[n]), n))
    return [groups[n] for n in sorted(ranked[:most])]


def _carried(group: list[Held]) -> int:
    entity = _entity(group[0].report, group[0].position.party)
    named = entity is not None and any(group[0].position.sentence.covers(place) for place in entity.mentions)
    return len(group) + named


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
    sentence, entity = one.sentence, _entity(one.report, one.position.party)
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
