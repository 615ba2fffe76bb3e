"""Which sentence says best how a happening stands: the one quoted beside a status.

In: what was told of a happening, the status, and the day it turned. Out: the mentions that say so, the best first: one
whose own main clause says it ("The two met in Singapore on Tuesday"), told when it turned, that names who, where and
when, in words that other outlets have too. One that only looks back ("a day after the summit") comes last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from math import log2

from newsloom.langs import LANGUAGES
from newsloom.records import Status
from newsloom.text.datelines import after_dateline
from newsloom.timeline.events import content_stems
from newsloom.timeline.mentions import Mention
from newsloom.timeline.reckoning import first_day, precision

FULL = 3.0  # force of a report that tells it in its opening
NEAR_DAYS = 1  # days from the turn in which it is told as news
MOST_WEIGHED = 40  # sentences that are compared with one another
SAME_NEWS = 4  # stems by which another outlet's sentence tells the same
LONG = 300  # characters of a sentence that is quoted for a status only where no shorter one says it
HEADLINE, LENGTHY, LATE_IN_SENTENCE = 1.0, 0.7, 0.5  # what speaks against a sentence
KINDS, DATED, OWN_CUE = 0.5, 0.5, 0.5  # and for it: each kind of name in it, a day of its own, words that tell it


@dataclass(frozen=True, slots=True)
class _Sayer:
    mention: Mention
    stems: frozenset[str]


def sayers(told: list[Mention], deeds: list[Mention], value: Status, since: str) -> list[Mention]:
    """Who says so, the best sentence first; `deeds` tell "happened" of the days about the turn."""
    saying = [one for one in told if one.status == value and day_of(one) >= since]
    saying = saying or [one for one in told if one.status == value]
    if value == "happened" and not any(one.cued or one.states or not one.announced for one in saying):
        return []  # spoken of in the past tense, and by nobody said to have taken place
    if not saying:
        return []
    turn = since if saying[0].announced else max(day_of(one) for one in saying)
    if value == "happened":
        saying += [one for one in deeds if _is_of(one, since)]
    first = sorted(saying, key=lambda one: (_rank(one, turn), -one.force, *_place(one)))
    weighed = [_Sayer(one, _stems(one)) for one in first[:MOST_WEIGHED]]
    best = sorted(weighed, key=lambda one: (_rank(one.mention, turn), -_worth(one, weighed), *_place(one.mention)))
    return [*(one.mention for one in best), *first[MOST_WEIGHED:]]


def day_of(mention: Mention) -> str:
    """The day on which its report told it."""
    told_at: datetime = mention.report.article.told_at
    return told_at.date().isoformat()


def _rank(one: Mention, turn: str) -> tuple[bool, bool]:
    return not one.states, _apart(day_of(one), turn) > NEAR_DAYS


def _place(one: Mention) -> tuple[str, int, int]:
    return one.report.id, one.sentence.start, one.at


def _is_of(deed: Mention, since: str) -> bool:
    """Whether it tells of the turn's own day or the day before, as news: "met on Tuesday", told on Wednesday."""
    when = deed.event.when if deed.event else day_of(deed)
    return precision(when) == "D" and -NEAR_DAYS <= _days(since, when) <= 0


def _days(start: str, end: str) -> int:
    first, last = first_day(start), first_day(end)
    return (last - first).days if first and last else 0


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _worth(one: _Sayer, every: Iterable[_Sayer]) -> float:
    """How well a sentence tells it: its place, its names, its day, and how many other outlets tell the same."""
    mention, own = one.mention, one.mention.report.article.outlet
    outlets = {
        other.mention.report.article.outlet
        for other in every
        if other.mention.report.article.outlet != own and len(one.stems & other.stems) >= SAME_NEWS
    }
    dated = mention.event is not None and mention.event.dated_by is not None
    return round(
        min(mention.force, FULL) / FULL
        + log2(1 + len(outlets))
        + KINDS * len(_kinds(mention))
        + DATED * dated
        + OWN_CUE * mention.cued
        - HEADLINE * mention.in_headline
        - LENGTHY * (mention.sentence.end - mention.sentence.start > LONG)
        - LATE_IN_SENTENCE * _is_late(mention),
        6,
    )


def _kinds(one: Mention) -> frozenset[str]:
    """Who and where: the kinds of names in the sentence."""
    entities = one.report.analysis.entities
    return frozenset(entity.kind for entity in entities if any(one.sentence.covers(name) for name in entity.mentions))


def _is_late(one: Mention) -> bool:
    """Whether a clause of something else comes first."""
    if one.in_headline:
        return False
    text, place = one.report.article.text, one.sentence
    start = after_dateline(text, place.start, place.end)
    return "," in text[start : place.start + one.at]


def _stems(one: Mention) -> frozenset[str]:
    language = LANGUAGES.get(one.report.article.language)
    if language is None or language.statuses is None:
        return frozenset()
    return frozenset(content_stems(one.report.article.text_of(one.sentence), language.statuses, language.stop_words))
