"""Tolls and ages that reports give differently.

In: the claims of a story's reports. Out: disagreements whose sides exclude each other: bounds that overlap are none. A
toll is each report's figure of this event: a sentence that names a place which the story does not share tells of
another. An age is one person's.
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

DEEDS = ("interviewed ", "sanctioned ", "rescued ", "expelled ", "indicted ")  # what was done to so many
PARTS = 3.0  # times a report's first toll: a larger figure is of another event
SCOPE = 2.0  # times: of tolls further apart the smaller one must have been told before
DAILY, DAILY_SCOPE = ("arrested ", "evacuated ", *DEEDS), 1.25  # counted anew each day: far apart, they are of two days
DATELINE = 25  # characters behind a place that hold the mark of a dateline
OPENING = 4  # sentences of a report, its headline among them
AGE_DAYS = 14  # within which nobody's age changes
FATES = (
    "killed ",
    "injured ",
    "missing ",
    "arrested ",
    "hospitalised ",
    "evacuated ",
    "displaced ",
    "infected ",
    *DEEDS,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim with its report; for counts, the telling words around it (`context`) and before its sentence too
    (`wider`)."""

    report: Report
    claim: Claim
    context: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()

    @property
    def low(self) -> float:
        return self.claim.low or 0.0

    @property
    def high(self) -> float:
        return math.inf if self.claim.high is None else self.claim.high


def disputed_figures(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """Every disagreement about a toll or an age."""
    yield from _tolls(reports)
    yield from _ages(reports, speakers)


def apart(one: Figure, other: Figure) -> bool:
    """Whether both cannot be true: 58 and "at least 59"; not "nearly 60" and 58."""
    return one.high < other.low or other.high < one.low


def _tolls(reports: Sequence[Report]) -> Iterator[Found]:
    """What befell how many in this event, as each report has it."""
    shared, leading = _shared_places(reports), _leading_places(reports)
    by_slot: dict[str, list[Figure]] = defaultdict(list)
    for report in reports:
        for slot, figures in _fates_of(report, shared, leading).items():
            by_slot[slot].append(_whole(figures))
    for slot in sorted(by_slot):
        figures = in_conflict(by_slot[slot])
        if figures:
            yield Found(_fate_topic(figures[0], slot), "later update", tuple(map(side_of, figures)), 3.0 + len(figures))


def _fates_of(report: Report, shared: frozenset[str], leading: frozenset[str]) -> dict[str, list[Figure]]:
    """A report's tolls of this event by slot; a sentence with two of one slot gives parts of a whole."""
    found: dict[str, list[Figure]] = defaultdict(list)
    counted = Counter((claim.slot, claim.sentence) for claim in report.analysis.claims)
    for claim in report.analysis.claims:
        single = counted[claim.slot, claim.sentence] == 1
        if claim.slot.startswith(FATES) and single and _is_here(report, claim.sentence, shared):
            found[claim.slot].append(Figure(report, claim, _places_in(report, claim.sentence) - leading))
    return found


def _whole(figures: Sequence[Figure]) -> Figure:
    """The largest of a report's figures that is not far above its first: the others are parts of it."""
    near = [figure for figure in figures if figure.low <= PARTS * figures[0].low]
    return max(near, key=lambda figure: figure.low, default=figures[0])


def _fate_topic(figure: Figure, slot: str) -> str:
    """ "People killed", of whomever: "killed worker" too."""
    return topic_of(figure, f"{slot.split(' ')[0]} people")


def _shared_places(reports: Sequence[Report]) -> frozenset[str]:
    """Names of places that two reports or more have, and a third of them."""
    names = sorted({e.name for report in reports for e in report.analysis.entities if e.kind == "place"})
    texts = [f"{report.article.headline}\n{report.article.text}" for report in reports]
    counted = {name: sum(name in text for text in texts) for name in names}
    return frozenset(name for name, n in counted.items() if n >= 2 and 3 * n >= len(reports))


def _leading_places(reports: Sequence[Report]) -> frozenset[str]:
    """Places that half of the reports begin with: the story's own, so that a toll "in Riverton" is the whole toll."""
    counted: Counter[str] = Counter()
    for report in reports:
        opening = report.analysis.sentences[:OPENING]
        counted.update({name for sentence in opening for name in _places_in(report, sentence)})
    return frozenset(name for name, n in counted.items() if 2 * n >= len(reports))


def _is_here(report: Report, sentence: Range, shared: frozenset[str]) -> bool:
    """Whether a sentence names no place but those of the story; what stands in brackets is an agency's name."""
    text = report.article.text
    return not any(
        sentence.covers(mention)
        and not _is_dateline(report, mention, sentence)
        and not (mention.part == "text" and text[mention.start - 1 : mention.start] == "(")
        for entity in report.analysis.entities
        if entity.kind == "place" and entity.name not in shared
        for mention in entity.mentions
    )


def _places_in(report: Report, sentence: Range) -> frozenset[str]:
    return frozenset(
        entity.name
        for entity in report.analysis.entities
        if entity.kind == "place"
        and any(sentence.covers(place) and not _is_dateline(report, place, sentence) for place in entity.mentions)
    )


def _is_dateline(report: Report, place: Range, sentence: Range) -> bool:
    """ "RIVERTON (AP) —": where the report was written, no place of what it tells."""
    behind = report.article.text_of(Range(place.end, min(place.end + DATELINE, sentence.end), place.part))
    return place.start == sentence.start and any(mark in behind for mark in (" — ", " – ", " - ", "("))


def in_conflict(figures: Sequence[Figure]) -> list[Figure]:
    """The figures that exclude another one of another report."""
    return [one for one in figures if any(_excludes(one, other) for other in figures)]


def _excludes(one: Figure, other: Figure) -> bool:
    if one.report.id == other.report.id or not apart(one, other):
        return False
    if not one.claim.slot.startswith(FATES):
        return True
    small, large = sorted((one, other), key=lambda figure: figure.low)
    if one.claim.slot.startswith(DAILY) and large.low > DAILY_SCOPE * small.low:
        return False
    far = large.low > SCOPE * max(small.low, 1.0)
    rising = small.report.article.told_at < large.report.article.told_at
    return one.context == other.context and (rising or not far)  # 600 in the country, 160 in one town: two scopes


def side_of(figure: Figure) -> Side:
    return Side(figure.report, figure.claim.sentence, figure.claim.value, (figure.low, figure.high))


def topic_of(figure: Figure, slot: str) -> str:
    """Our label: "People killed"; of a count, with the report's noun: "How many sailings"."""
    counting = counting_of(figure.report)
    topics = counting.topics if counting else {}
    what = figure.claim.value.split()[-1]
    return topics.get(slot) or topics.get("count", "{what}").format(what=what)


def counting_of(report: Report) -> Counting | None:
    language = LANGUAGES.get(report.article.language)
    return language.counting if language else None


def _ages(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    by_person: dict[PersonId, list[Figure]] = defaultdict(list)
    for report in reports:
        for claim in report.analysis.claims:
            if claim.slot == "age" and claim.about is not None and claim.about in speakers:
                by_person[speakers[claim.about].id].append(Figure(report, claim))
    for figures in by_person.values():
        days = [figure.report.article.told_at for figure in figures]
        conflict = in_conflict(figures)
        ages = [figure.low for figure in conflict]
        if conflict and (max(ages) - min(ages) > 1 or (max(days) - min(days)).days <= AGE_DAYS):
            person = speakers[conflict[0].claim.about or EntityId("")]
            yield Found(
                f"{topic_of(conflict[0], 'age')}: {person.name}", "contradiction", tuple(map(side_of, conflict)), 2.0
            )
