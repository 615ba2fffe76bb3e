"""Figures that reports give differently: tolls, ages, counts, durations, amounts.

In: the claims of a story's reports. Out: disagreements whose sides exclude each other: bounds that overlap are none.
Two figures are compared only where they are of the same thing: a toll of this event (no place that the story does not
share), an age of one person, a count whose sentences have most of their telling words in common. Where one report
gives both figures of a slot, they are of two things.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Counting
from newsloom.positions.sides import Found, Side
from newsloom.records import Claim, EntityId, Person, PersonId, Range, Report
from newsloom.text.vectors import content_stems

AGE_DAYS = 14  # within which nobody's age changes
ALIKE = 0.45  # of the lighter context's weight, that two counts of one thing share
SHARED = 3  # telling words of their contexts
AROUND = 110  # characters of a figure's sentence on each side
FATES = ("killed ", "injured ", "missing ", "arrested ", "hospitalised ", "evacuated ", "displaced ", "infected ")


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim with its report and the telling words around it."""

    report: Report
    claim: Claim
    context: frozenset[str]

    @property
    def low(self) -> float:
        return self.claim.low or 0.0

    @property
    def high(self) -> float:
        return math.inf if self.claim.high is None else self.claim.high


def disputed_figures(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """Every disagreement about a figure."""
    yield from _tolls(reports, speakers)
    yield from _ages(reports, speakers)
    yield from _counts(reports, speakers)


def apart(one: Figure, other: Figure) -> bool:
    """Whether both cannot be true: 58 and "at least 59"; not "nearly 60" and 58."""
    return one.high < other.low or other.high < one.low


def _tolls(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """What befell how many: each report's first figure of this event."""
    shared = _shared_places(reports, speakers)
    by_slot: dict[str, list[Figure]] = defaultdict(list)
    for report in reports:
        first: dict[str, Figure] = {}
        for claim in report.analysis.claims:
            if claim.slot.startswith(FATES) and _is_here(report, claim.sentence, shared, speakers):
                first.setdefault(claim.slot, Figure(report, claim, frozenset()))
        for slot, figure in first.items():
            by_slot[slot].append(figure)
    for slot in sorted(by_slot):
        figures = _in_conflict(by_slot[slot])
        if figures:
            yield Found(_topic(figures[0], slot), "later update", tuple(map(_side, figures)), 3.0 + len(figures))


def _shared_places(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> frozenset[PersonId]:
    """Places that two reports or more speak of, and a third of them."""
    counted = Counter(
        place
        for report in reports
        for place in sorted(
            {speakers[e.id].id for e in report.analysis.entities if e.kind == "place" and e.id in speakers}
        )
    )
    return frozenset(place for place, n in counted.items() if n >= 2 and 3 * n >= len(reports))


def _is_here(report: Report, sentence: Range, shared: frozenset[PersonId], speakers: Mapping[EntityId, Person]) -> bool:
    """Whether a sentence names no place but those of the story."""
    for entity in report.analysis.entities:
        if entity.kind == "place" and any(sentence.covers(mention) for mention in entity.mentions):
            if entity.id in speakers and speakers[entity.id].id not in shared:
                return False
    return True


def _in_conflict(figures: Sequence[Figure]) -> list[Figure]:
    """The figures that exclude another one."""
    return [one for one in figures if any(apart(one, other) for other in figures if other.report.id != one.report.id)]


def _side(figure: Figure) -> Side:
    return Side(figure.report, figure.claim.sentence, figure.claim.value, (figure.low, figure.high))


def _topic(figure: Figure, slot: str) -> str:
    counting = counting_of(figure.report)
    known = counting.topics.get(slot) if counting else None
    return known or f"{(counting.topics.get('count') if counting else None) or 'Number'}: {figure.claim.value}"


def counting_of(report: Report) -> Counting | None:
    language = LANGUAGES.get(report.article.language)
    return language.counting if language else None


def _ages(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    by_person: dict[PersonId, list[Figure]] = defaultdict(list)
    for report in reports:
        for claim in report.analysis.claims:
            if claim.slot == "age" and claim.about in speakers:
                by_person[speakers[claim.about].id].append(Figure(report, claim, frozenset()))
    for figures in by_person.values():
        days = [figure.report.article.told_at for figure in figures]
        conflict = _in_conflict(figures)
        ages = [figure.low for figure in conflict]
        if conflict and (max(ages) - min(ages) > 1 or (max(days) - min(days)).days <= AGE_DAYS):
            person = speakers[conflict[0].claim.about or EntityId("")]
            yield Found(
                f"{_topic(conflict[0], 'age')}: {person.name}", "contradiction", tuple(map(_side, conflict)), 2.0
            )


def _counts(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """Counts of one thing, told by the words around them."""
    by_slot: dict[str, list[Figure]] = defaultdict(list)
    for report in reports:
        for claim in report.analysis.claims:
            if not claim.slot.startswith((*FATES, "age")):
                by_slot[claim.slot].append(Figure(report, claim, context(report, claim, speakers)))
    weights = _weights(reports)
    for slot in sorted(by_slot):
        yield from _aligned(slot, by_slot[slot], weights)


def context(report: Report, claim: Claim, speakers: Mapping[EntityId, Person]) -> frozenset[str]:
    """Stems around a figure in its sentence, and the persons named there."""
    language, counting = LANGUAGES.get(report.article.language), counting_of(report)
    if language is None or counting is None:
        return frozenset()
    sentence, place = claim.sentence, claim.range
    start, end = max(sentence.start, place.start - AROUND), min(sentence.end, place.end + AROUND)
    around = (
        report.article.text_of(Range(start, place.start, place.part))
        + " "
        + report.article.text_of(Range(place.end, end, place.part))
    )
    stems = content_stems(around, language.stop_words, counting.stemmer)
    persons = [
        speakers[e.id].id
        for e in report.analysis.entities
        if e.id in speakers and any(sentence.covers(p) for p in (*e.mentions, *e.pronouns))
    ]
    return frozenset(stem for stem in stems if not stem.isdigit() and stem not in counting.words) | frozenset(persons)


def _weights(reports: Sequence[Report]) -> Mapping[str, float]:
    """How telling a stem is in this story: rare in its sentences, heavy."""
    seen: Counter[str] = Counter()
    total = 1
    for report in reports:
        language, counting = LANGUAGES.get(report.article.language), counting_of(report)
        if language is None or counting is None:
            continue
        for sentence in report.analysis.sentences:
            total += 1
            stems = content_stems(report.article.text_of(sentence), language.stop_words, counting.stemmer)
            seen.update(set(stems))
    return {stem: math.log((total + 1) / (n + 0.5)) for stem, n in seen.items()}


def likeness(one: Figure, other: Figure, weights: Mapping[str, float]) -> tuple[float, int]:
    """The share of the lighter context that both have, and how many words that is."""
    shared = one.context & other.context
    lighter = min(_heft(one.context, weights), _heft(other.context, weights))
    return (_heft(shared, weights) / lighter if lighter else 0.0), len(shared)


def _heft(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    return math.fsum(weights.get(stem, 2.0) for stem in sorted(stems))


def _aligned(slot: str, figures: Sequence[Figure], weights: Mapping[str, float]) -> Iterator[Found]:
    taken: set[int] = set()
    for n, one in enumerate(figures):
        if n in taken:
            continue
        group = [n]
        for m in range(n + 1, len(figures)):
            other = figures[m]
            if m in taken or other.report.id == one.report.id or not apart(one, other):
                continue
            share, words = likeness(one, other, weights)
            if (
                share >= ALIKE
                and words >= SHARED
                and not _holds(figures, one, other)
                and not _holds(figures, other, one)
            ):
                group.append(m)
        if len(group) > 1:
            taken.update(group)
            yield Found(_topic(one, slot.split(" ")[0]), "contradiction", tuple(_side(figures[m]) for m in group), 1.0)


def _holds(figures: Sequence[Figure], one: Figure, other: Figure) -> bool:
    """Whether the first figure's report gives the other's figure too: then they are of two things."""
    return any(
        figure.report.id == one.report.id and not apart(figure, other) for figure in figures if figure is not one
    )
