"""The timeline of a story, what comes next, and how its central event stands.

In: reports with their events, and the cast that their entities name. Out: entries in order of date, each of them made
of the reports' own words; `next`: planned happenings with a date after "now"; the newest status of the story's central
event among those entitled to say it. A story whose events nobody doubts, plans or moves may have none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from newsloom.records import (
    EntityId,
    Person,
    Report,
    Status,
    StatusNow,
    TimelineEntry,
    Words,
)
from newsloom.timeline.chains import Happening, Told, first_told, in_order, join, told_events, weigh
from newsloom.timeline.entries import cite
from newsloom.timeline.reckoning import first_day
from newsloom.timeline.standing import find_standing

MOST_ENTRIES = 24
MOST_NEXT = 8
MOST_ALSO = 4
FADING = 0.82  # each further entry of one date counts for less, so that many dates are shown


def build_timeline(
    reports: tuple[Report, ...], speakers: Mapping[EntityId, Person], as_of: datetime
) -> tuple[tuple[TimelineEntry, ...], tuple[TimelineEntry, ...]]:
    """Entries of what reports date up to now, and of what they plan after it; the dates that matter, in order.

    A date matters the more, the more reports and outlets tell of it in words that the story turns on.
    """
    weights = weigh(reports)
    happenings = join(told_events(reports), weights)
    ahead = [one for one in happenings if _is_ahead(one, as_of)]
    past = [one for one in happenings if not _is_ahead(one, as_of)]
    return (
        tuple(entry for one in in_order(_choose(past, MOST_ENTRIES)) if (entry := _entry(one))),
        tuple(entry for one in in_order(_choose(ahead, MOST_NEXT)) if (entry := _entry(one))),
    )


def _is_ahead(happening: Happening, as_of: datetime) -> bool:
    begin = first_day(happening.date)
    return begin is not None and begin > as_of.date()


def _choose(happenings: list[Happening], most: int) -> list[Happening]:
    """The best, where the second of one date counts for a little less, the third for less again."""
    by_date: dict[str, list[Happening]] = defaultdict(list)
    for one in happenings:
        by_date[one.date].append(one)
    ranked: list[tuple[float, str, int, Happening]] = []
    for date in sorted(by_date):
        best = sorted(by_date[date], key=lambda one: (-one.score, one.told[0][0].id))
        ranked += [(round(-one.score * FADING**place, 9), date, place, one) for place, one in enumerate(best)]
    return [one for *_, one in sorted(ranked, key=lambda row: row[:3])[:most]]


def _entry(happening: Happening) -> TimelineEntry | None:
    """At most two sentences, the second from another report; what else tells of it stands in `also`."""
    (report, event), *rest = happening.told
    second = next((one for one in rest if one[0].id != report.id), None)
    shown = [happening.told[0], *([second] if second else [])]
    also = _also(happening, shown)
    sentences = [cite(*shown[0], also), *(cite(*one) for one in shown[1:])]
    kept = tuple(sentence for sentence in sentences if sentence)
    if not kept:
        return None
    first = first_told(happening)
    return TimelineEntry(happening.date, _status_of(happening), _said(first), kept, _note(report, event))


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


def _note(report: Report, event: object) -> str:
    return ""


def _status_of(happening: Happening) -> Status:
    """What the newest reports of it say; of one instant, what its best sentence says."""
    newest = max(report.article.told_at for report, _ in happening.told)
    return next(event.status for report, event in happening.told if report.article.told_at == newest)


def find_status(
    reports: tuple[Report, ...],
    speakers: Mapping[EntityId, Person],
    timeline: tuple[TimelineEntry, ...],
    as_of: datetime,
) -> StatusNow | None:
    """The newest status of the story's central event; see `newsloom.timeline.standing`."""
    return find_standing(reports)
