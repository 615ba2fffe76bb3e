"""Where a report itself says that one contradicts another: both stand together.

In: a story's reports, and the persons that their entities are. Out: disagreements of kind "contradiction". Either the
sentence points back ("Her remarks contradicted the port, which says …") and the one before it is the other side; or it
names who is disputed ("disagreed with Lee's claim that the exit was open"), and a sentence of hers in telling words of
that claim is. Nothing is compared here but what the report sets against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Language
from newsloom.positions.numbers import phrase_pattern
from newsloom.positions.sides import Found, Side
from newsloom.positions.telling import heft, stems_of, weigh
from newsloom.records import Entity, EntityId, Person, Range, Report
from newsloom.text.tokens import find_words

SHORTEST, LONGEST = 40, 420  # characters of a sentence that is shown
SUBJECT = 6  # words before "contradicted" that may point back
NAMED, CLAIM = 40, 4  # characters up to the name of who is disputed; words from there to what is disputed
SHARED = 2  # telling words of what is disputed and of the sentence that says it
SHOWN_WORDS = 8
WEIGHT = 2.3


@dataclass(frozen=True, slots=True)
class _Disputed:
    """text of `sentence` disputes what `person` said; `stems` tell what that was."""

    report: Report
    sentence: Range
    start: int
    person: Person
    stems: frozenset[str]


def told_contradictions(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """What reports themselves call a contradiction: "His remarks contradicted the port, which …"."""
    weights: Mapping[str, float] | None = None
    for report in reports:
        language = LANGUAGES.get(report.article.language)
        if language is None or language.slots is None or not language.slots.contradicts:
            continue
        yield from _pointing_back(report, speakers, language)
        for disputed in _disputed(report, speakers, language):
            if weights is None:
                weights = weigh(frozenset(_stems(each, place)) for each in reports for place in each.analysis.sentences)
            if said := _said(disputed, reports, speakers, weights):
                sides = (_side(*said, said[1].start, "said"), _of(disputed))
                yield Found(_topic(language, disputed.person.name), "contradiction", sides, WEIGHT)


def _pointing_back(report: Report, speakers: Mapping[EntityId, Person], language: Language) -> Iterator[Found]:
    slots, stances = language.slots, language.stances
    if slots is None or stances is None:
        return
    pattern = phrase_pattern(tuple(sorted(slots.contradicts)))
    for before, sentence in pairwise(report.analysis.sentences):
        text = report.article.text_of(sentence)
        found = pattern.search(text) if _fits(report, before) and _fits(report, sentence) else None
        subject = [text[s:e].lower() for s, e in find_words(text[: found.start()])] if found else []
        if not found or not 1 < len(subject) <= SUBJECT or subject[0] not in stances.pointers:
            continue
        if not slots.remarks.isdisjoint(subject):
            sides = (
                _side(report, before, before.start, "said"),
                _side(report, sentence, sentence.start, "contradicted"),
            )
            person = _speaker(report, before, speakers)
            topic = _topic(language, person.name if person else text[: found.start()].strip())
            yield Found(topic, "contradiction", sides, WEIGHT)


def _speaker(report: Report, sentence: Range, speakers: Mapping[EntityId, Person]) -> Person | None:
    here = (quote.speaker for quote in report.analysis.quotes if quote.range.overlaps(sentence) and quote.speaker)
    return next((speakers[speaker] for speaker in here if speaker in speakers), None)


def _disputed(report: Report, speakers: Mapping[EntityId, Person], language: Language) -> Iterator[_Disputed]:
    """ "disagreed with Ms. Lee's claim that …": a word of dispute, a name with its possessive, and a word for what was
    said."""
    slots = language.slots
    if slots is None:
        return
    pattern = phrase_pattern(tuple(sorted(slots.disputes)))
    for sentence in report.analysis.sentences:
        text = report.article.text_of(sentence)
        for found in pattern.finditer(text) if _fits(report, sentence) else ():
            at = sentence.start + found.end()
            mention = next(
                (m for m in _mentions(report) if at <= m[0].start <= at + NAMED and sentence.covers(m[0])), None
            )
            if mention is None or mention[1].id not in speakers:
                continue
            behind = Range(mention[0].end, sentence.end)
            words = [word.lower() for word in _words(report, behind)][: CLAIM + 1]
            possessive = report.article.text_of(behind)[:2] in ("'s", "’s")
            if possessive and not slots.claims.isdisjoint(words):
                stems = frozenset(_stems(report, behind))
                yield _Disputed(report, sentence, at - len(found.group()), speakers[mention[1].id], stems)
                break


def _mentions(report: Report) -> Iterator[tuple[Range, Entity]]:
    for entity in report.analysis.entities:
        for mention in entity.mentions:
            yield mention, entity


def _words(report: Report, place: Range) -> list[str]:
    text = report.article.text_of(place)
    return [text[start:end] for start, end in find_words(text)]


def _said(
    disputed: _Disputed, reports: Sequence[Report], speakers: Mapping[EntityId, Person], weights: Mapping[str, float]
) -> tuple[Report, Range] | None:
    """The sentence of who is disputed that shares most with what is disputed; None where none shares enough."""
    best: tuple[float, Report, Range] | None = None
    for report in reports:
        for quote in report.analysis.quotes:
            person = speakers.get(quote.speaker) if quote.speaker else None
            if person is None or person.id != disputed.person.id:
                continue
            for sentence in report.analysis.sentences:
                if not sentence.overlaps(quote.range) or not _fits(report, sentence):
                    continue
                if (report.id, sentence) == (disputed.report.id, disputed.sentence):
                    continue
                shared = disputed.stems & frozenset(_stems(report, sentence))
                score = heft(shared, weights)
                if len(shared) >= SHARED and (best is None or score > best[0]):
                    best = score, report, sentence
    return best[1:] if best else None


def _stems(report: Report, place: Range) -> tuple[str, ...]:
    return stems_of(report, report.article.text_of(place))


def _fits(report: Report, sentence: Range) -> bool:
    """Whether a sentence can be shown: neither a scrap nor a page; what was printed into it does not count."""
    printed = sum(cut.end - cut.start for cut in report.analysis.boilerplate if sentence.covers(cut))
    return sentence.part == "text" and SHORTEST <= sentence.end - sentence.start - printed <= LONGEST


def _of(disputed: _Disputed) -> Side:
    return _side(disputed.report, disputed.sentence, disputed.start, "disputed")


def _side(report: Report, sentence: Range, start: int, key: str) -> Side:
    words = report.article.text_of(Range(start, sentence.end, sentence.part)).split()
    short = " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")
    return Side(report, sentence, short, key)


def _topic(language: Language, who: str) -> str:
    return language.slots.contradicted_topic.format(who=who) if language.slots else who
