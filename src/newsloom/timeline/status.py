"""The timeline of a story, what comes next, and how its central event stands.

In: reports with their events, and the cast that their entities name. Out: entries in order of date, each of them made
of the reports' own words; `next`: planned happenings with a date after "now"; the newest status of the story's central
event among those entitled to say it. A story whose events nobody doubts, plans or moves may have none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from newsloom.records import (
    ArticleId,
    CitedSentence,
    Event,
    Range,
    Report,
    Status,
    StatusChain,
    StatusStep,
    TimelineEntry,
    Words,
)
from newsloom.text.datelines import after_dateline
from newsloom.timeline.chains import SAME_PLAN, Happening, Told, first_told, in_order, join, told_events, weigh
from newsloom.timeline.entries import cite
from newsloom.timeline.reckoning import first_day, is_near, iso_date, last_day, precision
from newsloom.timeline.standing import Matter

MOST_ENTRIES = 30
FEWEST = 4  # entries that a story may have, and BY_REPORT more for each of its reports
BY_REPORT = 2
LONG_AGO = 45  # days before a story's first report: what lies farther back is background
FEWEST_TELLERS = 4  # reports of a story from which on background has to be told by two of them
MOST_NEXT = 8
MOST_ALSO = 4
MOST_SENTENCES = 3  # of one entry
LONGEST_ENTRY = 700  # characters
SAME_MATTER = 3  # words of a plan in what is told of its day afterwards
STALE = 0.25  # what a word counts for that an entry of the same days has already
LEAST_NEW = 0.8  # weight of new words that a second sentence has to bring
TURN_DAYS = 2  # days between a turn and the report that told of it
SHORT = 260  # characters of a sentence up to which its length is no fault
Place: TypeAlias = tuple[ArticleId, Range]


@dataclass(frozen=True, slots=True)
class _Known:
    """What entries are made with: the story's words by weight, what sentences tell of its matters, and its turns."""

    weights: Mapping[str, float]
    badges: Mapping[Place, Status]
    turns: frozenset[Place]


def build_timeline(
    reports: tuple[Report, ...], matters: tuple[Matter, ...], chains: tuple[StatusChain, ...], as_of: datetime
) -> tuple[tuple[TimelineEntry, ...], tuple[TimelineEntry, ...]]:
    """Entries of what reports date up to now, and of what they plan after it; the dates that matter, in order.

    A date matters the more, the more reports and outlets tell of it in words that the story turns on.
    """
    weights = weigh(reports)
    told = list(told_events(reports))
    ahead = join((one for one in told if _is_ahead(one, as_of)), weights, SAME_PLAN)
    badges = _badges(matters)
    past = _of_this_story(join((one for one in told if not _is_ahead(one, as_of)), weights), reports, _named(matters))
    most = min(MOST_ENTRIES, FEWEST + BY_REPORT * len(reports))
    turns = _turns(past, chains, badges)
    known = _Known(weights, badges, turns)
    chosen = _choose([_told_first(one, turns) for one in past], weights, most, turns)
    return (
        _gathered(entry for one in in_order(chosen) if (entry := _entry(one, known))),
        tuple(entry for one in in_order(_choose(ahead, weights, MOST_NEXT)) if (entry := _plan(one, known))),
    )


def _gathered(entries: Iterable[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """What is told of one day in the same standing is one entry of a few sentences; a turn begins one of its own."""
    gathered: list[TimelineEntry] = []
    for entry in entries:
        at = next((n for n, other in enumerate(gathered) if _fits_into(entry, other)), None)
        if at is None:
            gathered.append(entry)
        else:
            other = gathered[at]
            note = other.note if other.note == entry.note else ""
            sentences, reported = (*other.sentences, *entry.sentences), min(other.reported, entry.reported)
            gathered[at] = replace(other, sentences=sentences, reported=reported, note=note)
    return tuple(gathered)


def _fits_into(entry: TimelineEntry, other: TimelineEntry) -> bool:
    together = (*other.sentences, *entry.sentences)
    same = (entry.date, entry.status) == (other.date, other.status) and not entry.turn
    return same and len(together) <= MOST_SENTENCES and _length(together) <= LONGEST_ENTRY


def _length(sentences: tuple[CitedSentence, ...]) -> int:
    return sum(len(piece.text) for sentence in sentences for piece in sentence.pieces)


def _badges(matters: tuple[Matter, ...]) -> Mapping[Place, Status]:
    """What sentences tell of the story's own matters, where that is news: it stands before whatever else they tell."""
    return {
        (one.report.id, one.sentence): one.status
        for matter in reversed(matters)
        for one in matter.told
        if one.status and one.cued and not one.passing
    }


def _turns(past: list[Happening], chains: tuple[StatusChain, ...], badges: Mapping[Place, Status]) -> frozenset[Place]:
    """The sentences that tell of a turn of a chain on its day: the step's own, otherwise one of its report that says
    the same, otherwise the first report's that does."""
    told = [one for happening in past for one in happening.told]
    found = (_turn(step, told, badges) for chain in chains for step in chain.steps)
    return frozenset((report.id, event.sentence) for report, event in filter(None, found))


def _turn(step: StatusStep, told: list[Told], badges: Mapping[Place, Status]) -> Told | None:
    said = next(step.sentence.words()).span
    words = Range(said.start, said.end, said.part)

    def likely(one: Told) -> tuple[bool, bool, bool, datetime, ArticleId, Range]:
        report, event = one
        own, place = report.id == said.article_id, (report.id, event.sentence)
        its_own = own and words.overlaps(event.sentence)
        return not own, not its_own, place not in badges, report.article.told_at, *place

    def tells_it(one: Told) -> bool:
        """A sentence that does not name the matter again may tell it too: "would meet him after all"."""
        report, event = one
        named = badges.get((report.id, event.sentence), event.status)
        return named == step.value and is_near(event.when, step.said, TURN_DAYS)

    of_its_day = filter(tells_it, told)
    return min(of_its_day, key=likely, default=None)


def _told_first(happening: Happening, turns: frozenset[Place]) -> Happening:
    """With the sentence of a turn before all others."""
    told = sorted(happening.told, key=lambda one: (one[0].id, one[1].sentence) not in turns)
    return replace(happening, told=tuple(told))


def _is_ahead(told: Told, as_of: datetime) -> bool:
    begin = first_day(told[1].when)
    return begin is not None and begin > as_of.date()


def _of_this_story(
    happenings: list[Happening], reports: tuple[Report, ...], named: Mapping[Place, Status]
) -> list[Happening]:
    """Without background that one report alone goes back to, and without plans whose outcome is told."""
    begin = min(report.article.told_at.date() for report in reports) - timedelta(days=LONG_AGO)
    few = len(reports) < FEWEST_TELLERS
    return [
        one
        for one in _come_to_pass(happenings, named)
        if few or one.reports > 1 or (day := last_day(one.date)) is None or day >= begin
    ]


def _come_to_pass(happenings: list[Happening], named: Mapping[Place, Status]) -> list[Happening]:
    """Without what was only planned for a day of which a later report tells in words of the plan what it brought, or on
    which the story's own matter took place."""
    planned = [one for one in happenings if _is_only_plan(one)]
    brought: dict[str, set[str]] = defaultdict(set)
    for one in happenings:
        if one not in planned:
            brought[one.date] |= one.stems
    held = {one.date for one in happenings if one not in planned and "happened" in _told_of(one, named)}
    over = [
        one
        for one in planned
        if len(brought[one.date] & one.stems) >= SAME_MATTER or (one.date in held and _told_of(one, named))
    ]
    return [one for one in happenings if one not in over]


def _told_of(happening: Happening, named: Mapping[Place, Status]) -> set[Status]:
    places = ((report.id, event.sentence) for report, event in happening.told)
    return {named[place] for place in places if place in named}


def _named(matters: tuple[Matter, ...]) -> Mapping[Place, Status]:
    """Every sentence that tells how one of the story's own matters stands, as news or in passing."""
    told = (one for matter in reversed(matters) for one in matter.told)
    return {(one.report.id, one.sentence): one.status for one in told if one.status}


def _is_only_plan(happening: Happening) -> bool:
    day = first_day(happening.date)
    return day is not None and all(report.article.told_at.date() < day for report, _ in happening.told)


def _choose(
    happenings: list[Happening], weights: Mapping[str, float], most: int, turns: frozenset[Place] = frozenset()
) -> list[Happening]:
    """The turns of the story, and the happenings that together tell most: each is worth what its words add to those
    chosen for its day and the days beside it, times how many tell of it."""
    told: dict[int, set[str]] = defaultdict(set)
    left = [(one, _day_number(one)) for one in happenings]
    chosen: list[Happening] = []
    while left and len(chosen) < most:
        gains = [
            (_is_turn(one, turns), round(_gain(one, told[day], weights), 9), -place)
            for place, (one, day) in enumerate(left)
        ]
        _, gain, place = max(gains)
        if gain <= 0:
            break
        one, day = left.pop(-place)
        if _is_told_finer(one, chosen):
            continue
        chosen.append(one)
        for near in (day - 1, day, day + 1):
            told[near] |= one.stems
    return chosen


def _is_told_finer(happening: Happening, chosen: list[Happening]) -> bool:
    """Whether its sentence stands under a day already: "on Thursday called off next month's vote" is no second entry
    under the month."""
    if precision(happening.date) == "D":
        return False
    report, event = happening.told[0]
    first = ((one.told[0][0].id, one.told[0][1].sentence) for one in chosen if precision(one.date) == "D")
    return (report.id, event.sentence) in set(first)


def _is_turn(happening: Happening, turns: frozenset[Place]) -> bool:
    return any((report.id, event.sentence) in turns for report, event in happening.told[:1])


def _gain(happening: Happening, told: set[str], weights: Mapping[str, float]) -> float:
    """What a happening would add: its new words by weight, and a little for those already told."""
    return happening.score * sum(
        weights.get(stem, 0.0) * (STALE if stem in told else 1.0) for stem in sorted(happening.stems)
    )


def _day_number(happening: Happening) -> int:
    begin = first_day(happening.date)
    return begin.toordinal() if begin else 0


def _entry(happening: Happening, known: _Known) -> TimelineEntry | None:
    """At most two sentences, the second that which adds most; what else tells of it stands in `also`."""
    shown = _shown(happening, known.weights)
    also = _also(happening, shown)
    sentences = [cite(*shown[0], also), *(cite(*one) for one in shown[1:])]
    kept = tuple(sentence for sentence in sentences if sentence)
    if not kept:
        return None
    date, status = iso_date(happening.date), _status_of(happening, shown[0], known.badges)
    said, turn = _said(first_told(happening)), _is_turn(happening, known.turns)
    return TimelineEntry(date, status, said, kept, _note(*shown[0]), turn)


def _plan(happening: Happening, known: _Known) -> TimelineEntry | None:
    """One sentence: of the story's own matters what the newest report says, a short one before the best."""
    told = sorted(happening.told, key=lambda one: (not _is_own(one, known), -one[0].article.told_at.timestamp()))
    first = next((one for one in told if _is_own(one, known) == _is_own(told[0], known) and _is_short(one)), told[0])
    sentence = cite(*first, _also(happening, [first]))
    if sentence is None:
        return None
    date, status = iso_date(happening.date), _status_of(happening, first, known.badges)
    said, own = _said(first_told(happening)), _is_own(first, known)
    return TimelineEntry(date, status, said, (sentence,), _note(*first), own)


def _is_own(one: Told, known: _Known) -> bool:
    return (one[0].id, one[1].sentence) in known.badges


def _is_short(one: Told) -> bool:
    return one[1].sentence.end - one[1].sentence.start <= SHORT


def _shown(happening: Happening, weights: Mapping[str, float]) -> list[Told]:
    best, *rest = happening.told
    known = set(best[1].what)

    def adds(one: Told) -> float:
        new = sum(weights.get(stem, 0.0) for stem in one[1].what if stem not in known)
        return new * min(1.0, SHORT / (one[1].sentence.end - one[1].sentence.start))

    second = max(rest, key=adds, default=None)
    if second is None or adds(second) < LEAST_NEW:
        return [best]
    return sorted([best, second], key=lambda one: (one[0].article.told_at, one[0].id, one[1].sentence))


def _also(happening: Happening, shown: list[Told]) -> tuple[Words, ...]:
    seen = {one[0].id for one in shown}
    words: list[Words] = []
    for report, event in happening.told:
        if report.id not in seen and len(words) < MOST_ALSO:
            seen.add(report.id)
            words.append(report.article.at(event.sentence))
    return tuple(words)


def _said(report: Report) -> str:
    article = report.article
    return article.told_at.date().isoformat() if article.day_only else article.told_at.isoformat()


def _note(report: Report, event: Event) -> str:
    """How the date is known, where the sentence does not say it: a date spelt out in it needs no note."""
    if event.dated_by is None:
        return "the day of the report"
    if not event.sentence.covers(event.dated_by):
        return f"“{report.article.text_of(event.dated_by)}”, in the sentence before"
    if any(timex.range == event.dated_by and timex.type == "DURATION" for timex in report.analysis.dates):
        return f"“{report.article.text_of(event.dated_by)}”, reckoned from the report's day"
    words = f"“{report.article.text_of(event.dated_by)}”"
    dateline = after_dateline(report.article.text, event.sentence.start, event.sentence.end)
    if event.dated_by.end <= dateline:
        return f"{words}, in the dateline"
    return f"{words}: Saturday and Sunday" if precision(event.when) == "WE" else ""


def _status_of(happening: Happening, shown: Told, badges: Mapping[Place, Status]) -> Status:
    """What its shown sentence tells of the story's own matter; otherwise what the newest reports of it say, and of one
    instant what its best sentence says."""
    if badge := badges.get((shown[0].id, shown[1].sentence)):
        return badge
    newest = max(report.article.told_at for report, _ in happening.told)
    return next(event.status for report, event in happening.told if report.article.told_at == newest)
