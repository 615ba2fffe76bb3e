"""How somebody died, as reports have it.

In: a story's reports, and the persons that their entities are. Out: disagreements of kind "contradiction": manners that
exclude each other, of one person, or of one whom no report but by a word names ("the gunman"). The one who died stands
right before the words that tell how.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Slots
from newsloom.positions.numbers import phrase_pattern
from newsloom.positions.sides import Found, Side
from newsloom.records import EntityId, Person, Range, Report
from newsloom.text.tokens import find_words

LONGEST = 500  # characters of a sentence
NEAR = 45  # characters between the one who died and how
UNREAL_WORDS = 4
DEATH_WORDS = 5  # before a circumstance
CLOSED = frozenset(';:“”"()')


@dataclass(frozen=True, slots=True)
class Death:
    report: Report
    sentence: Range
    words: str
    manner: str
    who: str
    name: str


def disputed_deaths(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """Every death of which reports say that it came about in two ways: "strangled", "killed in a fistfight"."""
    by_person: dict[str, list[Death]] = defaultdict(list)
    for report in reports:
        for death in _deaths(report, speakers):
            by_person[death.who].append(death)
    for who in sorted(by_person):
        deaths = by_person[who]
        told = [one for one in deaths if any(_excludes(one, other) for other in deaths)]
        if told:
            language = LANGUAGES[told[0].report.article.language]
            topic = language.slots.death_topic if language.slots else "{who}"
            sides = tuple(Side(one.report, one.sentence, one.words, one.manner) for one in told)
            yield Found(topic.format(who=told[0].name), "contradiction", sides, 2.8)


def _excludes(one: Death, other: Death) -> bool:
    language = LANGUAGES[one.report.article.language]
    wider = language.slots.wider if language.slots else {}
    may_both = other.manner in wider.get(one.manner, ()) or one.manner in wider.get(other.manner, ())
    return one.report.id != other.report.id and one.manner != other.manner and not may_both


def _deaths(report: Report, speakers: Mapping[EntityId, Person]) -> Iterator[Death]:
    language = LANGUAGES.get(report.article.language)
    slots = language.slots if language else None
    if slots is None or not slots.manners:
        return
    manners = {**slots.manners, **slots.circumstances}
    for found in phrase_pattern(tuple(manners)).finditer(report.article.text.replace("’", "'")):
        place = Range(*found.span())
        sentence = next((one for one in report.analysis.sentences if one.covers(place)), None)
        if sentence is None or sentence.end - sentence.start > LONGEST:
            continue
        phrase = " ".join(found.group().lower().split())
        start = place.start if phrase in slots.manners else _death_before(report, sentence, place, slots)
        if start is None:
            continue
        before = report.article.text[sentence.start : start]
        victim = _victim(report, sentence, start, speakers) or _unnamed(before, slots)
        if victim is not None and not _is_unreal(before, slots):
            words = " ".join(report.article.text[start : place.end].split())
            yield Death(report, sentence, words, manners[phrase], *victim)


def _death_before(report: Report, sentence: Range, place: Range, slots: Slots) -> int | None:
    """Where the word of dying stands that a circumstance follows: "killed" in "killed at home in a fight"."""
    before = report.article.text[sentence.start : place.start]
    for start, end in reversed(find_words(before)[-DEATH_WORDS:]):
        if before[start:end].lower() in slots.deaths:
            return sentence.start + start
    return None


def _is_unreal(before: str, slots: Slots) -> bool:
    near = [before[start:end].lower() for start, end in find_words(before)][-UNREAL_WORDS:]
    return any(word in slots.unreal or word.endswith(("n't", "n’t")) for word in near)


def _victim(report: Report, sentence: Range, start: int, speakers: Mapping[EntityId, Person]) -> tuple[str, str] | None:
    """The person whose name or pronoun is the last before the words, near them, with no mark of speech between."""
    last: tuple[Range, Person] | None = None
    for entity in report.analysis.entities:
        person = speakers.get(entity.id)
        if entity.kind != "person" or person is None:
            continue
        for mention in (*entity.mentions, *entity.pronouns):
            if sentence.covers(mention) and mention.end <= start and (last is None or mention.end > last[0].end):
                last = mention, person
    if last is None:
        return None
    between = report.article.text[last[0].end : start]
    return (last[1].id, last[1].name) if len(between) <= NEAR and not CLOSED & set(between) else None


def _unnamed(before: str, slots: Slots) -> tuple[str, str] | None:
    """ "the gunman": the one who died, where nobody's name stands before the words."""
    near = before[-NEAR:].lower()
    words = [near[start:end] for start, end in find_words(near)]
    found = [slots.victims[word] for word in words if word in slots.victims]
    return (found[-1], found[-1]) if found else None
