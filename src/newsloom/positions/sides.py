"""Sides of a disagreement, before they become values: which report says what, and where.

In: what one report says of a slot. Out: a `Value` with its short words, its earliest teller, its origins (reports that
rest on one source are one) and its sentences. Invariant: each side is made of one report's own words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC

from newsloom.records import Article, ArticleId, CitedSentence, Disagreement, Range, Report, Value
from newsloom.text.datelines import behind_dateline

MOST_VALUES = 6
LONG = 260  # characters of a sentence that stands for a value only where no shorter one does


@dataclass(frozen=True, slots=True)
class Side:
    """What one report says: `key` is equal where two reports say the same."""

    report: Report
    sentence: Range
    value: str
    key: Hashable


@dataclass(frozen=True, slots=True)
class Found:
    """A disagreement between sides; `weight` orders those of one story."""

    topic: str
    kind: str
    sides: tuple[Side, ...]
    weight: float = 0.0


def said_at(article: Article) -> str:
    """When the report says so: the day where only that is known, else the instant in UTC."""
    return article.told_at.date().isoformat() if article.day_only else article.told_at.astimezone(UTC).isoformat()


def build_values(sides: Iterable[Side], sources: Mapping[ArticleId, str]) -> tuple[Value, ...]:
    """One value for each key, the earliest said first."""
    groups: dict[Hashable, list[Side]] = defaultdict(list)
    for side in sorted(sides, key=lambda side: (side.report.article.told_at, side.report.id, side.sentence)):
        groups[side.key].append(side)
    return tuple(_value(group, sources) for group in list(groups.values())[:MOST_VALUES])


def _value(group: list[Side], sources: Mapping[ArticleId, str]) -> Value:
    """One sentence stands for all who say the same: the first that is no long one; the others are cited beside it."""
    places = list(dict.fromkeys((side.report.id, side.sentence) for side in group))
    shown = min(places, key=lambda place: place[1].end - place[1].start > LONG)
    side = next(side for side in group if (side.report.id, side.sentence) == shown)
    articles = {side.report.id: side.report.article for side in group}
    origins = {sources.get(report_id, articles[report_id].outlet or report_id) for report_id in articles}
    others = tuple(articles[report_id].at(sentence) for report_id, sentence in places if (report_id, sentence) != shown)
    told = behind_dateline(side.report.article.text, side.sentence)
    sentence = CitedSentence((side.report.article.at(told),), also=others)
    return Value(side.value, said_at(group[0].report.article), len(origins), (sentence,))


def build(found: Found, sources: Mapping[ArticleId, str]) -> Disagreement | None:
    """The disagreement as shown; None where fewer than two values are left."""
    values = build_values(found.sides, sources)
    return Disagreement(found.topic, found.kind, values) if len(values) > 1 else None  # type: ignore[arg-type]
