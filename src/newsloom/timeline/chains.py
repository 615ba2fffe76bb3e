"""Events of several reports that tell of one happening, and how much each happening matters to the story.

In: reports with their events. Out: Happenings: those of one date whose words overlap are one, also where reports put
it on neighbouring days and say the same; sorted, and scored by who tells of them. All counts are of reports and
outlets, so six sentences of one report weigh no more than one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import TypeAlias

from newsloom.langs import LANGUAGES
from newsloom.records import Event, Report
from newsloom.text.tokens import WORD
from newsloom.timeline.reckoning import first_day, is_near, precision

SAME = 0.34  # shared weight of words from which two events are one happening
SAME_PLAN = 0.0  # any shared word
LEANS = 0.5  # worth of a sentence that begins with a pronoun
COARSE = frozenset({"M", "W", "WE"})
Told: TypeAlias = tuple[Report, Event]


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening: its date, what reports tell of it (best sentence first), and how much it matters."""

    date: str
    told: tuple[Told, ...]
    score: float

    @property
    def stems(self) -> frozenset[str]:
        """The words of the sentences that would be shown of it."""
        return frozenset(stem for _, event in self.told[:2] for stem in event.what)

    @property
    def reports(self) -> int:
        return len({report.id for report, _ in self.told})


def weigh(reports: tuple[Report, ...]) -> Mapping[str, float]:
    """Each stem's weight in the story: more where more reports use it, nothing where one alone does."""
    carriers: Counter[str] = Counter()
    for report in reports:
        carriers.update(sorted({stem for event in report.analysis.events for stem in event.what}))
    total = max(2, len(reports))
    return {stem: log(1 + count) / log(1 + total) for stem, count in carriers.items()}


def told_events(reports: tuple[Report, ...]) -> Iterator[Told]:
    """Every dated event of the reports, by report."""
    for report in reports:
        for event in report.analysis.events:
            if event.when and not _is_boilerplate(report, event):
                yield report, event


def _is_boilerplate(report: Report, event: Event) -> bool:
    """Whether a date stands in what was printed into the sentence and is no part of it."""
    return event.dated_by is not None and any(cut.overlaps(event.dated_by) for cut in report.analysis.boilerplate)


def join(told: Iterable[Told], weights: Mapping[str, float], same: float = SAME) -> list[Happening]:
    """Happenings in order of date. Two events of one date are one happening where their words overlap; what is ahead
    is told of in fewer words, and the same day with less in common is then the same plan (`same`: SAME_PLAN)."""
    days: dict[str, list[Told]] = defaultdict(list)
    for report, event in told:
        days[event.when].append((report, event))
    found: list[Happening] = []
    for day in sorted(days):
        for group in _groups(days[day], weights, same):
            best = tuple(sorted(group, key=lambda one: (-rate(one, group, weights), one[0].article.told_at, one[0].id)))
            found.append(Happening(day, best, _score(best)))
    return found


def _groups(told: list[Told], weights: Mapping[str, float], same: float) -> list[list[Told]]:
    groups: list[tuple[Counter[str], list[Told]]] = []
    for one in sorted(told, key=lambda one: (one[0].article.told_at, one[0].id, one[1].sentence)):
        best, most = _continued(one, groups), same
        for group in groups if best is None else ():
            alike = likeness(one[1].what, group[0], len(group[1]), weights)
            if alike > most:
                best, most = group, alike
        if best is None:
            groups.append((Counter(one[1].what), [one]))
        else:
            best[0].update(one[1].what)
            best[1].append(one)
    return [members for _, members in groups]


def _continued(one: Told, groups: list[tuple[Counter[str], list[Told]]]) -> tuple[Counter[str], list[Told]] | None:
    """The group whose sentence this one goes on from: it has its day from there."""
    report, event = one
    if event.dated_by is None or event.sentence.covers(event.dated_by):
        return None
    for group in groups:
        if any(other.id == report.id and told.sentence.covers(event.dated_by) for other, told in group[1]):
            return group
    return None


def likeness(what: tuple[str, ...], group: Mapping[str, int], members: int, weights: Mapping[str, float]) -> float:
    """Shared weight of an event's words and a group's, 0 to 1; rare words tell more than those of every report."""

    def rare(stem: str) -> float:
        return 1.2 - weights.get(stem, 0.0)

    shared = sum(rare(stem) * group[stem] / members for stem in what if stem in group)
    own = sum(rare(stem) for stem in what)
    theirs = sum(rare(stem) * count / members for stem, count in group.items())
    return shared / (own + theirs - shared) if own and theirs else 0.0


def rate(one: Told, group: Iterable[Told], weights: Mapping[str, float]) -> float:
    """How well a sentence tells its happening: central words, a date of its own, no more words than needed."""
    event = one[1]
    central = sum(weights.get(stem, 0.0) for stem in event.what)
    length = event.sentence.end - event.sentence.start
    clear = LEANS if _leans(one) else 1.0
    return central * clear * (1.2 if event.dated_by else 1.0) * min(1.0, 320 / max(1, length))


def _leans(one: Told) -> bool:
    """Whether a sentence begins with a pronoun: "They signed it." tells little away from its report."""
    report, event = one
    language = LANGUAGES.get(report.article.language)
    rules = language.standing if language else None
    first = WORD.search(report.article.text_of(event.sentence)[:40])
    if rules is None or first is None:
        return False
    return first.group().lower() in rules.persons | rules.plurals | rules.things


def _score(told: tuple[Told, ...]) -> float:
    outlets = len({report.article.outlet or report.id for report, _ in told})
    texts = len({report.id for report, _ in told})
    exact = 0.6 if precision(told[0][1].when) in COARSE else 1.0
    clear = LEANS if _leans(told[0]) else 1.0
    return (1 + log(texts) + log(outlets)) * exact * clear


def first_told(happening: Happening) -> Report:
    """The report that told of it first."""
    return min((report for report, _ in happening.told), key=lambda report: (report.article.told_at, report.id))


def in_order(happenings: Iterable[Happening]) -> list[Happening]:
    """By the day on which each begins; a coarse date stands after the days that it holds."""
    return sorted(
        happenings, key=lambda one: (first_day(one.date) is None, first_day(one.date), len(one.date), -one.score)
    )


__all__ = ["Happening", "Told", "first_told", "in_order", "is_near", "join", "likeness", "told_events", "weigh"]
