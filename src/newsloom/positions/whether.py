"""Whether something planned is still on, as reports have it.

In: a story's reports. Out: disagreements: one report says that the summit "has been cancelled", another that it "is
back on", of kind "later update" where one was told on an earlier day than the other, else "contradiction". Only plain
words count: what may be, is feared or is asked for decides nothing; and of what there are many (meetings, talks), none
is the one that another report speaks of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Slots, Statuses
from newsloom.positions.numbers import phrase_pattern
from newsloom.positions.sides import Found, Side
from newsloom.records import Range, Report
from newsloom.text.tokens import find_words

LONGEST = 420  # characters of a sentence
AHEAD, BEHIND = 9, 7  # words before and behind the words that decide, among which the happening stands
UNREAL_WORDS = 5


@dataclass(frozen=True, slots=True)
class Standing:
    report: Report
    sentence: Range
    words: str
    act: str
    on: bool


def disputed_plans(reports: Sequence[Report]) -> Iterator[Found]:
    """Every happening of which one report says that it is off, and another that it is on."""
    by_act: dict[str, list[Standing]] = defaultdict(list)
    for report in reports:
        for one in _standings(report):
            by_act[one.act].append(one)
    for act in sorted(by_act):
        told = by_act[act]
        off, on = ([one for one in told if one.on == side] for side in (False, True))
        if any(one.report.id != other.report.id for one in off for other in on):
            yield _found(act, off, on)


def _found(act: str, off: list[Standing], on: list[Standing]) -> Found:
    language = LANGUAGES[off[0].report.article.language]
    topic = language.slots.plan_topic if language.slots else "{what}"
    first_told = [min(one.report.article.told_at.date() for one in side) for side in (off, on)]
    kind = "contradiction" if first_told[0] == first_told[1] else "later update"
    sides = tuple(Side(one.report, one.sentence, one.words, one.on) for one in (*off, *on))
    return Found(topic.format(what=act), kind, sides, 2.4)


def _standings(report: Report) -> Iterator[Standing]:
    language = LANGUAGES.get(report.article.language)
    if language is None or language.slots is None or language.statuses is None or not language.slots.off:
        return
    slots, statuses = language.slots, language.statuses
    pattern = phrase_pattern((*sorted(slots.off), *sorted(slots.on)))
    quoted = [quote.range for quote in report.analysis.quotes if quote.kind != "indirect"]
    for sentence in report.analysis.sentences:
        text = report.article.text_of(sentence) if sentence.end - sentence.start <= LONGEST else ""
        found = pattern.search(text) if text and not text.endswith("?") else None
        if found is None or any(place.overlaps(sentence) for place in quoted):
            continue
        phrase, act = " ".join(found.group().lower().split()), _act_near(text, found.span(), slots, statuses)
        if act:
            yield Standing(report, sentence, _short(text, found.span()), act, phrase in slots.on)


def _act_near(text: str, place: tuple[int, int], slots: Slots, statuses: Statuses) -> str:
    """The happening that stands nearest to the words that decide; "" where nothing is decided, or of many things."""
    before = [text[start:end].lower() for start, end in find_words(text[: place[0]])][-AHEAD:]
    after = [text[place[1] + s : place[1] + e].lower() for s, e in find_words(text[place[1] :])][:BEHIND]
    near = before[-UNREAL_WORDS:]
    if any(word in slots.unreal or word in slots.undecided or word.endswith(("n't", "n’t")) for word in near):
        return ""
    for words in (after, before[::-1]):
        for word in words:
            for noun in (word, word.removesuffix("s")):
                if noun in statuses.happenings and noun not in statuses.sudden | statuses.generic:
                    return noun
    return ""


def _short(text: str, place: tuple[int, int]) -> str:
    """The words that decide with some around them, in one line."""
    start = max((s for s, _ in find_words(text[: place[0]])[-4:][:1]), default=0)
    behind = find_words(text[place[1] :])[:4]
    end = place[1] + behind[-1][1] if behind else place[1]
    return " ".join(text[start:end].split())
