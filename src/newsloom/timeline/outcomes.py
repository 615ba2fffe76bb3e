"""What became of it: each announced event that has fallen due, with what reports say of it since.

In: the reports of a story. Out: Became rows in order of their due day: happened, moved, cancelled, or that no report
collected says. Only a day that lies ahead of its report is announced, and only later reports can tell what became of
it: the last word before the day decides whether the plan still stood, a report of the day itself or of the days behind
it whether it took place. Words that the whole story shares tell nothing of which plan is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from newsloom.records import Became, Outcome, Report, Status
from newsloom.timeline.chains import SAME_PLAN, Happening, Told, first_told, join, told_events, weigh
from newsloom.timeline.entries import cite_range
from newsloom.timeline.lines import Line, line_of, lines_of, names_end
from newsloom.timeline.reckoning import first_day, is_near, last_day, precision

MOST_BECAME = 16
DUE_UNITS = ("D", "W", "WE", "M")
PLANS: frozenset[Status] = frozenset({"planned", "back on"})
NO_PLAN: frozenset[Status] = frozenset({"cancelled", "denied", "possible", "doubted"})
STILL_AHEAD: frozenset[Status] = frozenset({"planned", "possible", "back on", "cancelled", "postponed"})
HELD: frozenset[Status] = frozenset({"happened", "under way"})
ENDED: Mapping[Status, Outcome] = {"cancelled": "cancelled", "postponed": "moved"}
RESETS: frozenset[Status] = frozenset({"postponed", "back on"})
ALIKE = 0.9  # weight of words that a report shares with a plan, where they share the happening's noun
CLOSELY = 1.8  # the same where the noun stands farther from its day than another
ALIKE_ON_DAY = 0.5  # the same where it tells of the very day, or says that it was set anew
ALIKE_ELSE = 2.0  # the same where they share no noun of a happening
RARE = 1.2  # weight of a word that one report alone has; what all have weighs the rest above 1
LATE = 1  # days after its own on which a happening may have been dated
COMPLETED_DAYS = 7  # days behind its deadline in which a report may tell that something was completed
FEWEST_SHARED = 2  # words of a plan that have all to stand in a line, whatever they weigh
UNDATED_DAYS = 2  # days from its own on in which a headline or an opening tells of it without a day
_Rank: TypeAlias = Callable[[Line], tuple[float, int, str]]


@dataclass(frozen=True, slots=True)
class _Plan:
    """An announced event by the line that announces it best."""

    due: str
    announced: date
    line: Line
    deadline: bool = False  # it may be done before its day: "expected to wrap up by Friday"


def find_outcomes(reports: tuple[Report, ...], as_of: datetime) -> tuple[Became, ...]:
    """Announced events whose day is over, and what became of each.

    "The council will vote on Friday", then "The council approved it on Friday" -> Became(…, "happened", "2018-06-01")
    """
    weights = weigh(reports)
    plans = join((one for one in told_events(reports) if _is_announced(one)), weights, SAME_PLAN)
    due = [one for one in plans if _is_due(one.date, as_of)]
    if not due:
        return ()
    most_told = sorted(due, key=lambda one: (-one.score, one.date, one.told[0][0].id))[:MOST_BECAME]
    lines = [line for report in reports for line in lines_of(report)]
    found = (_became(plan, lines, weights) for plan in _each_once([_plan(one) for one in most_told]))
    return tuple(sorted(filter(None, found), key=lambda one: (one.due, one.announced)))


def _each_once(plans: list[_Plan]) -> Iterator[_Plan]:
    """Plans without those of the same kind for the same day: the first is told best."""
    seen: set[tuple[str, str]] = set()
    for plan in plans:
        kind = plan.due, plan.line.noun
        if not plan.line.noun or plan.line.generic or kind not in seen:
            seen.add(kind)
            yield plan


def _is_announced(one: Told) -> bool:
    """Whether a sentence sets a happening for a time that is not over: for a day ahead whatever it tells besides, for
    the rest of a week or month only where words announce it."""
    report, event = one
    unit, day = precision(event.when), report.article.told_at.date()
    begin, end = first_day(event.when), last_day(event.when)
    if unit not in DUE_UNITS or begin is None or end is None or event.status in NO_PLAN:
        return False
    if unit == "D":  # "on Friday, local time" may be tomorrow and past
        return begin > day and (event.cue is not None or (begin - day).days > 1)
    return end > day and event.cue is not None and event.status in PLANS


def _is_due(when: str, as_of: datetime) -> bool:
    end = last_day(when)
    return end is not None and end <= as_of.date()


def _plan(happening: Happening) -> _Plan:
    report, event = happening.told[0]
    line = line_of(report, event.sentence, event)
    return _Plan(happening.date, first_told(happening).article.told_at.date(), line, names_end(report, event.sentence))


def _became(plan: _Plan, lines: list[Line], weights: Mapping[str, float]) -> Became | None:
    later = [line for line in lines if _is_answer(plan, line)]
    alike = {id(line): _likeness(plan, line, weights) for line in later}
    about = [line for line in later if alike[id(line)]]
    outcome, line = _outcome(plan, about, lambda one: (alike[id(one)], -one.place.start, one.report.id))
    announcement = cite_range(plan.line.report, plan.line.place)
    if announcement is None:
        return None
    evidence = cite_range(line.report, line.place) if line else None
    when = _date(line, outcome) if line else ""
    return Became(plan.due, plan.announced.isoformat(), announcement, outcome, when, evidence)


def _is_answer(plan: _Plan, line: Line) -> bool:
    """Whether it comes after the announcement: told later, of no day before it, and not its own words."""
    told = last_day(line.when)
    before = told is not None and told < plan.announced
    own = (line.report.id, line.place) == (plan.line.report.id, plan.line.place)
    return line.day > plan.announced and not before and not own


def _date(line: Line, outcome: Outcome) -> str:
    """When it took place, or is now set for."""
    return line.when if outcome in ("happened", "moved") and line.status not in ENDED else ""


def _likeness(plan: _Plan, line: Line, weights: Mapping[str, float]) -> float:
    """Weight of the shared words; 0 where they are too few for one happening, or where it names others alone."""
    shared = sum(RARE - weights.get(word, 0.0) for word in sorted(plan.line.words & line.words))
    exact = _exact(plan, line)
    if plan.line.noun and plan.line.noun in line.nouns:
        if _is_completed(plan, line) or (len(plan.line.words) >= FEWEST_SHARED and plan.line.words <= line.words):
            return max(shared, ALIKE)
        if _resets(plan, line) and shared >= ALIKE_ON_DAY:
            return shared
        return shared if shared >= (ALIKE_ON_DAY if exact and not plan.line.generic else ALIKE) else 0.0
    same_actor = bool(plan.line.subject & line.words)
    return shared if shared >= ALIKE_ELSE and same_actor and (exact or not plan.line.noun) else 0.0


def _outcome(plan: _Plan, about: list[Line], best: _Rank) -> tuple[Outcome, Line | None]:
    """What called it off or put it off before its day; otherwise what was told of the very day; otherwise another day
    that it was set for; otherwise what was told of about that time, or later."""
    begin = first_day(plan.due)
    before = [line for line in about if begin and line.day <= begin]
    after = [line for line in about if begin and line.day >= begin]
    held = max(
        (line for line in after if _is_held(plan, line)),
        key=lambda line: (_exact(plan, line), plan.line.noun in line.done, best(line)),
        default=None,
    )
    ended = _last_word(plan, before, best)
    if ended and ended[1].status in ENDED:
        return _reset(plan, ended, about, best)
    if ended and (held is None or not _exact(plan, held) or plan.line.noun not in held.nouns):
        return ended
    if held := held or max((line for line in about if _is_completed(plan, line)), key=best, default=None):
        return "happened", held
    return _last_word(plan, after, best) or ("no report", None)


def _reset(plan: _Plan, ended: tuple[Outcome, Line], about: list[Line], best: _Rank) -> tuple[Outcome, Line]:
    """What was called off, or put off, and later set for another day was moved to that."""
    again = [
        line
        for line in about
        if line.day > ended[1].day and _taken_back(plan, line, best(line)[0]) == "moved" and _sets(line)
    ]
    first = min(again, key=lambda line: (line.day, line.report.id, line.place), default=None)
    return ("moved", first) if first else ended


def _exact(plan: _Plan, line: Line) -> bool:
    """Whether a line's own words date what it tells to the very day."""
    dated = line.event is not None and line.event.dated_by is not None and precision(line.when) == "D"
    return dated and is_near(line.when, plan.due, 0)


def _last_word(plan: _Plan, lines: list[Line], best: _Rank) -> tuple[Outcome, Line] | None:
    """What the newest of these say of the plan, None where as many still stand by it."""
    said = [(outcome, line) for line in lines if (outcome := _taken_back(plan, line, best(line)[0]))]
    stands = [line.day for line in lines if _sets(line) and is_near(line.when, plan.due, 0)]
    newest = max((line.since for _, line in said), default=None)
    if newest is None or any(at > newest for at in stands):
        return None
    last = [(outcome, line) for outcome, line in said if line.since == newest]
    if stands.count(newest) >= len(last):
        return None
    return max(last, key=lambda one: (one[0] != "cancelled", best(one[1])))


def _taken_back(plan: _Plan, line: Line, alike: float) -> Outcome | None:
    """Called off, or set for another day."""
    close = plan.line.noun in line.nouns and alike >= CLOSELY
    if plan.line.noun != line.noun and not close:
        return None
    if line.status in ENDED and line.cued:
        return ENDED[line.status]
    return "moved" if _sets(line) and not is_near(line.when, plan.due, 0) else None


def _sets(line: Line) -> bool:
    return line.event is not None and _is_announced((line.report, line.event))


def _is_held(plan: _Plan, line: Line) -> bool:
    """Whether it tells that the plan's happening took place; a report of the day itself may still be looking ahead."""
    begin, end = first_day(plan.due), last_day(plan.due)
    if line.status in STILL_AHEAD or (begin and line.day <= begin and line.status not in HELD):
        return False
    if line.when:
        told = last_day(line.when)
        return is_near(line.when, plan.due, LATE) and bool(begin and told and told >= begin)
    return end is not None and line.day <= end + timedelta(days=UNDATED_DAYS)


def _is_completed(plan: _Plan, line: Line) -> bool:
    """Whether it tells that what had a deadline was completed, be it before its day."""
    end = last_day(plan.due)
    in_time = end is not None and line.day <= end + timedelta(days=COMPLETED_DAYS)
    told = line.over and line.status in HELD and plan.line.noun in line.nouns
    return plan.deadline and not plan.line.generic and in_time and told


def _resets(plan: _Plan, line: Line) -> bool:
    """Whether it sets such a happening for another day: "has rescheduled the vote for Friday"."""
    return line.status in RESETS and line.noun == plan.line.noun and not line.generic and _sets(line)


def overdue(became: Iterable[Became]) -> tuple[Became, ...]:
    """Of these, what no report collected says anything of."""
    return tuple(one for one in became if one.outcome == "no report")
