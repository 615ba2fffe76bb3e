"""The reports recent enough to be joined, and which of them share telling terms with a new one.

Memory is bounded by the window: a report leaves when the news has moved on past it. The newest day is one that several
reports have reached, so that one report dated next year drops nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from heapq import nsmallest

import numpy as np

from newsloom.records import ArticleId
from newsloom.stories.frequency import Frequencies, Ints
from newsloom.stories.vectors import FIELDS, MASK, SPACE_OF, Vector
from newsloom.text.tokens import HASH_BITS

KEYS = ("headline", "lede", "names", "slug")  # fields whose terms find candidates
IS_KEY = np.array([name in KEYS for name in FIELDS])
ASKED = 40  # telling terms of a report that are looked up
CROWD = 4_000  # reports: a term that more of the window has finds nobody
AHEAD = 20  # reports that must have reached a day before it counts as today
SLACK_DAYS = 5  # kept beyond the window, for reports that come late


@dataclass(slots=True)
class Window:
    days: int
    vectors: dict[ArticleId, Vector] = field(default_factory=dict)
    postings: dict[int, dict[ArticleId, None]] = field(default_factory=dict)
    by_day: dict[int, dict[ArticleId, None]] = field(default_factory=dict)

    def add(self, article_id: ArticleId, vector: Vector) -> None:
        self.drop(article_id)
        self.vectors[article_id] = vector
        for key in keys_of(vector).tolist():
            self.postings.setdefault(key, {})[article_id] = None
        day = vector.hour // 24
        if day not in self.by_day:
            self.by_day[day] = {}
            self._move_on()
        self.by_day[day][article_id] = None

    def drop(self, article_id: ArticleId) -> None:
        vector = self.vectors.pop(article_id, None)
        if vector is None:
            return
        for key in keys_of(vector).tolist():
            holders = self.postings[key]
            del holders[article_id]
            if not holders:
                del self.postings[key]
        day = vector.hour // 24
        del self.by_day[day][article_id]
        if not self.by_day[day]:
            del self.by_day[day]

    def near(self, vector: Vector, frequencies: Frequencies, most: int, days: int) -> list[ArticleId]:
        """The reports within `days` that share most with this one, the likeliest first; ties by id."""
        keys = keys_of(vector)
        weights = frequencies.weights(vector.language, keys)
        order = np.lexsort((keys, -np.round(weights, 4)))[:ASKED]
        found: Counter[ArticleId] = Counter()
        for key, weight in zip(
            keys[order].tolist(), (weights[order] ** 2 * 1000).astype(np.int64).tolist(), strict=True
        ):
            holders = self.postings.get(key, ())
            if len(holders) <= CROWD:
                for holder in holders:
                    found[holder] += weight
        hours = days * 24
        vectors, hour = self.vectors, vector.hour
        inside = ((-score, holder) for holder, score in found.items() if abs(vectors[holder].hour - hour) <= hours)
        return [holder for _, holder in nsmallest(most, inside)]

    def _move_on(self) -> None:
        """Drop what lies too far before the newest day that AHEAD reports have reached."""
        reached = 0
        for day in sorted(self.by_day, reverse=True):
            reached += len(self.by_day[day])
            if reached > AHEAD:
                break
        else:
            return
        for old in [each for each in self.by_day if each < day - self.days - SLACK_DAYS]:
            for article_id in list(self.by_day[old]):
                self.drop(article_id)


def keys_of(vector: Vector) -> Ints:
    """The terms by which a report is found."""
    field = vector.terms >> HASH_BITS
    kept = IS_KEY[field]
    keys: Ints = np.unique(SPACE_OF[field[kept]] | (vector.terms[kept] & MASK))
    return keys
