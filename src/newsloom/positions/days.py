"""On which day something is to be, as reports have it.

In: a story's reports with their calendar expressions. Out: disagreements of kind "later update" (the day was moved) or
"contradiction". A day belongs to a happening only where the words between them say so: "the hearing, which is scheduled
for Monday", "postponed the vote until Friday", "Monday's hearing". Where one report gives two days for the happening,
or the other day is told only after the first has passed, there are two happenings, and nothing is shown.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Language, Slots, Statuses
from newsloom.positions.numbers import Token, tokenise
from newsloom.positions.sides import Found, Side
from newsloom.records import Range, Report, Timex

DAY = re.compile(r"\d{4}-\d\d-\d\d")
LONGEST = 500  # characters of a sentence
WEEK = timedelta(days=7)
REACH = 18  # tokens between a happening and its day
NEAR_DAYS = 8  # a day called "Monday's" is near the report
FARTHEST_DAYS = 60  # days further apart are of two happenings


@dataclass(frozen=True, slots=True)
class Dated:
    """A happening with its day: `kinds` tell it from others of its noun ("committee"); `planned`: the words say that
    it is to be on that day; `moved`: that it was put there."""

    report: Report
    sentence: Range
    words: str
    act: str
    kinds: frozenset[str]
    day: date
    planned: bool
    moved: bool = False

    @property
    def told(self) -> date:
        return self.report.article.told_at.date()


def disputed_days(reports: Sequence[Report]) -> Iterator[Found]:
    """Every happening whose day reports give differently: "the hearing set for Monday", then "set for Friday"."""
    by_act: dict[str, list[Dated]] = defaultdict(list)
    for report in reports:
        for one in dated(report):
            by_act[one.act].append(one)
    for act in sorted(by_act):
        for group in map(_settled, _of_one_kind(by_act[act])):
            if _is_one_happening(group):
                yield _found(group)


def dated(report: Report) -> Iterator[Dated]:
    """Happenings of a report with their days, in order of place."""
    language = LANGUAGES.get(report.article.language)
    if language is None or language.slots is None or language.statuses is None:
        return
    days = [timex for timex in report.analysis.dates if timex.sure and DAY.match(timex.value)]
    for sentence in report.analysis.sentences if days else ():
        here = [timex for timex in days if sentence.covers(timex.range)]
        text = report.article.text_of(sentence) if here and sentence.end - sentence.start <= LONGEST else ""
        tokens = tokenise(text)
        for timex in here if text else ():
            found = _dated(report, sentence, timex, tokens, language)
            if found is not None:
                yield found


def _dated(
    report: Report, sentence: Range, timex: Timex, tokens: tuple[Token, ...], language: Language
) -> Dated | None:
    slots, statuses = language.slots, language.statuses
    if slots is None or statuses is None:
        return None
    start, end = timex.range.start - sentence.start, timex.range.end - sentence.start
    text = report.article.text_of(sentence)
    words = [token.word for token in tokens if token.end <= start][-REACH:]
    after = [token.word for token in tokens if token.start >= end][:4]
    if text[end : end + 2] in ("'s", "’s"):
        after = ["'s", *after]
    for way in (_planned, _moved, _bound, _named):
        found = way(words, after, slots, statuses)
        if found is not None:
            act, kinds = found
            break
    else:
        return None
    day = date.fromisoformat(timex.value[:10])
    planned = way in (_planned, _moved, _bound)
    if not planned and abs((day - report.article.told_at.date()).days) > NEAR_DAYS:
        return None
    return Dated(report, sentence, report.article.text_of(timex.range), act, kinds, day, planned, way is _moved)


Named = tuple[str, frozenset[str]] | None


def _planned(words: list[str], after: list[str], slots: Slots, statuses: Statuses) -> Named:
    """ "the hearing, which is now scheduled for" Monday."""
    at = len(words)
    while at and words[at - 1] in slots.before_days | {"."}:
        at -= 1
    if not at or words[at - 1] not in slots.planned:
        return None
    at -= 1
    while at and words[at - 1] in slots.opening:
        at -= 1
    return _act_before(words[:at], slots, statuses)


def _moved(words: list[str], after: list[str], slots: Slots, statuses: Statuses) -> Named:
    """ "postponed the vote until" Friday."""
    at = len(words)
    while at and words[at - 1] in slots.before_days - slots.until:
        at -= 1
    verbs = [n for n in range(max(0, at - 12), at) if words[n] in slots.moved]
    if not at or words[at - 1] not in slots.until or not verbs:
        return None
    acts = [n for n in range(verbs[-1] + 1, at) if _act(words[n], statuses)]
    return _with_kinds(words, acts[0], slots, statuses) if acts else None


def _bound(words: list[str], after: list[str], slots: Slots, statuses: Statuses) -> Named:
    """ "will testify on" Thursday: a verb that names the happening, with little between it and the day."""
    for at in range(len(words) - 1, max(0, len(words) - 9), -1):
        if words[at] in (",", ";", "“", '"'):
            return None
        if words[at] in slots.verbs:
            ahead = [word for word in words[max(0, at - 3) : at] if word != "be"]
            return (
                (_alike(slots.verbs[words[at]], statuses), frozenset())
                if ahead[-1:] and ahead[-1] in slots.toward
                else None
            )
    return None


def _named(words: list[str], after: list[str], slots: Slots, statuses: Statuses) -> Named:
    """Monday "'s hearing"; "a hearing on" Monday."""
    if after[:1] == ["'s"]:
        for n, word in enumerate(after[1:4]):
            if _act(word, statuses):
                return _act(word, statuses), frozenset(after[1 : n + 1]) - slots.plain
        return None
    at = len(words)
    while at and words[at - 1] in slots.before_days:
        at -= 1
    return (
        _with_kinds(words, at - 1, slots, statuses) if 0 < at < len(words) and _act(words[at - 1], statuses) else None
    )


def _act_before(words: list[str], slots: Slots, statuses: Statuses) -> Named:
    """The happening that the words end with, or that what they end with is about: "a vote on the nomination"."""
    found: int | None = None
    for at in range(len(words) - 1, max(-1, len(words) - 12), -1):
        if words[at] in (",", ";", ":"):
            break
        if _act(words[at], statuses) and (at == len(words) - 1 or words[at + 1] in slots.linking):
            found = at
    return _with_kinds(words, found, slots, statuses) if found is not None else None


def _with_kinds(words: list[str], at: int, slots: Slots, statuses: Statuses) -> Named:
    kinds = set()
    for word in reversed(words[max(0, at - 3) : at]):
        if word in slots.linking | slots.moved or not word[0].isalpha():
            break
        if word not in slots.plain and not word.endswith("'s"):
            kinds.add(word)
    return _act(words[at], statuses), frozenset(kinds)


def _act(word: str, statuses: Statuses) -> str:
    """The happening that a noun names, "" for none; what comes unannounced, or again and again, has no one day."""
    bare = word.rpartition("'")[2]  # "l'audience"
    for noun in (bare, bare.removesuffix("s")):
        if noun in statuses.happenings and noun not in statuses.sudden | statuses.generic:
            return _alike(noun, statuses)
    return ""


def _alike(noun: str, statuses: Statuses) -> str:
    return statuses.alike.get(noun, noun)


def _of_one_kind(told: Sequence[Dated]) -> Iterator[list[Dated]]:
    """Groups whose kinds go together: "committee" with "judiciary committee", what has none with its like."""
    groups: list[list[Dated]] = []
    for one in told:
        for group in groups:
            if all(_same_kind(one.kinds, other.kinds) for other in group):
                group.append(one)
                break
        else:
            groups.append([one])
    yield from groups


def _same_kind(one: frozenset[str], other: frozenset[str]) -> bool:
    return one == other or (bool(one) and bool(other) and (one <= other or other <= one))


def _settled(group: Sequence[Dated]) -> list[Dated]:
    """Weekdays without a date a week apart are one day: whether "Monday" was the next or the one after, most know."""
    counted = Counter(one.day for one in group)
    settled = []
    for one in group:
        near = [day for day in (one.day, one.day - WEEK, one.day + WEEK) if day in counted]
        day = one.day if _is_exact(one) else max(near, key=lambda day: (counted[day], day))
        settled.append(replace(one, day=day))
    return settled


def _is_exact(one: Dated) -> bool:
    return any(mark.isdigit() for mark in one.words)


def _is_one_happening(group: Sequence[Dated]) -> bool:
    """Whether the days are of one happening: two at least, near each other, no report with two of them unless it says
    that the day was moved, one of them planned, and each told before the one before it had passed."""
    days = sorted({one.day for one in group})
    by_report: dict[str, set[date]] = defaultdict(set)
    for one in group:
        if not one.moved:
            by_report[one.report.id].add(one.day)
    if len(days) < 2 or len(by_report) < 2 or any(len(given) > 1 for given in by_report.values()):
        return False
    if days[-1] - days[0] > timedelta(days=FARTHEST_DAYS) or not any(one.planned for one in group):
        return False
    first_told = {day: min(one.told for one in group if one.day == day) for day in days}
    return all(first_told[later] <= earlier for earlier, later in pairwise(days))


def _found(group: Sequence[Dated]) -> Found:
    language = LANGUAGES[group[0].report.article.language]
    topic = language.slots.day_topic if language.slots else "{what}"
    kinds = min((sorted(one.kinds) for one in group), key=len)
    what = " ".join([*kinds, group[0].act])
    sides = tuple(Side(one.report, one.sentence, _value(one), one.day) for one in group)
    return Found(topic.format(what=what), "later update" if _in_turn(group) else "contradiction", sides, 2.6)


def _in_turn(group: Sequence[Dated]) -> bool:
    """Whether each day was given up before the next was told."""
    told: dict[date, list[datetime]] = defaultdict(list)
    for one in sorted(group, key=lambda one: one.day):
        told[one.day].append(one.report.article.told_at)
    spans = sorted(told.values(), key=min)
    return all(max(one) <= min(other) for one, other in pairwise(spans))


def _value(one: Dated) -> str:
    """The report's words, with the day that they mean, marked as ours: "Monday [2021-06-14]"."""
    return one.words if _is_exact(one) else f"{one.words} [{one.day.isoformat()}]"
