"""For which state somebody sits, as reports put it behind or before the name: "(R-S.D.)", "North Dakota's".

In: a story's reports, and the persons that their entities are. Out: disagreements of kind "contradiction" about one
person's state. Only the two plain forms count: a party's letter with a state's name or short form in brackets or
between commas directly behind the name, and a state's possessive directly before it. A report that gives one person
two states gives none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Slots
from newsloom.positions.sides import Found, Side
from newsloom.records import EntityId, Person, Range, Report

AROUND = 32  # characters before or behind a name
WEIGHT = 1.9


@dataclass(frozen=True, slots=True)
class _Seat:
    report: Report
    sentence: Range
    words: str
    state: str
    person: Person


def disputed_seats(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """Every person whom reports give two states: "Lee (D-Ohio)", "Iowa's Lee"."""
    by_person: dict[str, list[_Seat]] = defaultdict(list)
    for report in reports:
        given = list(_seats(report, speakers))
        for one in given:
            if {other.state for other in given if other.person.id == one.person.id} == {one.state}:
                by_person[one.person.id].append(one)
    for person in sorted(by_person):
        seats = by_person[person]
        if len({one.state for one in seats}) > 1:
            language = LANGUAGES[seats[0].report.article.language]
            topic = language.slots.seat_topic if language.slots else "{who}"
            sides = tuple(Side(one.report, one.sentence, one.words, one.state) for one in seats)
            yield Found(topic.format(who=seats[0].person.name), "contradiction", sides, WEIGHT)


def _seats(report: Report, speakers: Mapping[EntityId, Person]) -> Iterator[_Seat]:
    language = LANGUAGES.get(report.article.language)
    slots = language.slots if language else None
    if slots is None or not slots.states:
        return
    text = report.article.text
    for entity in report.analysis.entities:
        person = speakers.get(entity.id)
        for mention in entity.mentions if person is not None and entity.kind == "person" else ():
            sentence = next((one for one in report.analysis.sentences if one.covers(mention)), None)
            found = _behind(text, mention, slots) or _before(text, mention, slots)
            if sentence is not None and found is not None and person is not None and mention.part == "text":
                yield _Seat(report, sentence, found[0], found[1], person)


def _behind(text: str, mention: Range, slots: Slots) -> tuple[str, str] | None:
    found = _patterns(slots)[0].match(text, mention.end, mention.end + AROUND)
    return (found[1], slots.states[found[2]]) if found else None


def _before(text: str, mention: Range, slots: Slots) -> tuple[str, str] | None:
    found = _patterns(slots)[1].search(text[max(0, mention.start - AROUND) : mention.start])
    return (found[1], slots.states[found[2]]) if found else None


@lru_cache(maxsize=8)
def _patterns(slots: Slots) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(re.escape(name) for name in sorted(slots.states, key=lambda name: (-len(name), name)))
    letters = "".join(sorted(slots.party_letters))
    return (
        re.compile(rf"(?:,\s+|\s+\()([{letters}]\s?[-–—]\s?({names}))(?=[),])"),
        re.compile(rf"(?<!\w)(({names})['’]s)\s+(?:(?:Sen|Rep|Gov)\.\s+)?$"),
    )
