"""The reports recent enough to be joined, and which of them share telling terms with a new one.

In: vectors as they come. Out: the nearest. Memory is bounded twice: a report leaves when the news has moved on past it,
and when more than `most` are newer. The newest day is one that several reports have reached, so that one report dated
next year drops nothing. What is found depends on the live reports alone, not on what has left.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from newsloom.records import ArticleId
from newsloom.stories.frequency import SPACES, Frequencies, Ints, distinct, starts_of
from newsloom.stories.vectors import FIELDS, MASK, SPACE_OF, Vector
from newsloom.text.tokens import HASH_BITS

KEYS = ("headline", "lede", "names", "slug")  # fields whose terms find candidates
IS_KEY = np.array([name in KEYS for name in FIELDS])
ASKED = 40  # telling terms of a report that are looked up
CROWD = 4_000  # reports: a term that more of the window has finds nobody
AHEAD = 20  # reports that must have reached a day before it counts as today
SLACK_DAYS = 5  # kept beyond the window, for reports that come late
WORTH_BITS = 10  # a term counts for up to 1,000
NEVER = -(1 << 30)  # the hour of a report that has left
SPARE = 1_000  # places of reports that have left, before the places are numbered anew


@dataclass(slots=True)
class Window:
    """`places`: the reports in the order in which they came, each at its place; `postings`: for each key the places of
    the reports that have it, some of which may have left; `holders`: how many have not."""

    days: int
    most: int = 100_000
    vectors: dict[ArticleId, Vector] = field(default_factory=dict)
    by_day: dict[int, dict[ArticleId, int]] = field(default_factory=dict)  # with the place of each
    places: list[ArticleId] = field(default_factory=list)
    hours: array[int] = field(default_factory=lambda: array("i"))
    postings: dict[int, array[int]] = field(default_factory=dict)
    holders: Ints = field(default_factory=lambda: np.zeros(SPACES << HASH_BITS, np.int32))

    def fill(self, vectors: dict[ArticleId, Vector]) -> None:
        """Add many to an empty window, in the order in which they came, at once; nothing leaves."""
        self.vectors, self.places = dict(vectors), list(vectors)
        self.hours = array("i", [vector.hour for vector in vectors.values()])
        for place, (article_id, vector) in enumerate(vectors.items()):
            self.by_day.setdefault(vector.hour // 24, {})[article_id] = place
        if not vectors:
            return
        found = [keys_of(vector) for vector in vectors.values()]
        keys = np.concatenate(found)
        order = np.argsort(keys, kind="stable")
        places = np.repeat(np.arange(len(found), dtype=np.int32), [len(each) for each in found])[order]
        distinct, starts, counts = np.unique(keys[order], return_index=True, return_counts=True)
        self.holders[distinct] = counts
        for key, start, count in zip(distinct.tolist(), starts.tolist(), counts.tolist(), strict=True):
            self.postings[key] = array("i", places[start : start + count].tobytes())

    def add(self, article_id: ArticleId, vector: Vector) -> None:
        self.drop(article_id)
        self.vectors[article_id] = vector
        place, keys = len(self.places), keys_of(vector)
        self.places.append(article_id)
        self.hours.append(vector.hour)
        self.holders[keys] += 1
        postings = self.postings
        for key in keys.tolist():
            if key in postings:
                postings[key].append(place)
            else:
                postings[key] = array("i", (place,))
        day = vector.hour // 24
        if day not in self.by_day:
            self.by_day[day] = {}
            self._move_on()
        self.by_day[day][article_id] = place
        while len(self.vectors) > self.most:
            self.drop(next(iter(self.by_day[min(self.by_day)])))
        if len(self.places) > 2 * len(self.vectors) + SPARE:
            self._number_anew()

    def drop(self, article_id: ArticleId) -> None:
        vector = self.vectors.pop(article_id, None)
        if vector is None:
            return
        day = vector.hour // 24
        self.hours[self.by_day[day].pop(article_id)] = NEVER
        if not self.by_day[day]:
            del self.by_day[day]
        self.holders[keys_of(vector)] -= 1

    def near(self, vector: Vector, frequencies: Frequencies, most: int, days: int) -> list[ArticleId]:
        """The reports within `days` that share most with this one, the likeliest first; ties by id."""
        keys = keys_of(vector)
        weights = frequencies.weights(vector.language, keys)
        order = np.lexsort((keys, -np.round(weights, 4)))[:ASKED]
        order = order[(self.holders[keys[order]] > 0) & (self.holders[keys[order]] <= CROWD)]
        if not len(order):
            return []
        found = [np.frombuffer(self.postings[key], np.int32) for key in keys[order].tolist()]
        worth = np.repeat((weights[order] ** 2 * 1000).astype(np.int64), [len(each) for each in found])
        met = np.sort(np.concatenate(found).astype(np.int64) << WORTH_BITS | worth)
        starts = starts_of(met >> WORTH_BITS)
        scores = np.add.reduceat(met & ((1 << WORTH_BITS) - 1), starts)
        places = met[starts] >> WORTH_BITS
        inside = np.abs(np.frombuffer(self.hours, np.int32)[places] - vector.hour) <= days * 24
        scores, places = scores[inside], places[inside]
        if len(scores) > most:
            best = scores >= np.partition(scores, -most)[-most]
            scores, places = scores[best], places[best]
        ranked = sorted(zip((-scores).tolist(), map(self.places.__getitem__, places.tolist()), strict=True))
        return [article_id for _, article_id in ranked[:most]]

    def live(self) -> Iterator[ArticleId]:
        """The reports in the window, in the order in which they came: added in this order, they make the same one."""
        return (self.places[at] for at in np.flatnonzero(np.frombuffer(self.hours, np.int32) != NEVER).tolist())

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

    def _number_anew(self) -> None:
        """Strike the places of reports that have left."""
        alive = np.frombuffer(self.hours, np.int32) != NEVER
        number = np.cumsum(alive, dtype=np.int32) - 1
        for key, places in list(self.postings.items()):
            held = np.frombuffer(places, np.int32)
            kept = number[held[alive[held]]]
            if len(kept):
                self.postings[key] = array("i", kept.tobytes())
            else:
                del self.postings[key]
        self.places = list(self.live())
        self.hours = array("i", np.frombuffer(self.hours, np.int32)[alive].tobytes())
        numbers = {article_id: place for place, article_id in enumerate(self.places)}
        for day, held_ids in self.by_day.items():
            self.by_day[day] = {article_id: numbers[article_id] for article_id in held_ids}


def keys_of(vector: Vector) -> Ints:
    """The terms by which a report is found."""
    field = vector.terms >> HASH_BITS
    kept = IS_KEY[field]
    return distinct(SPACE_OF[field[kept]] | (vector.terms[kept] & MASK))
