"""Stories -> threads: the affair over weeks, as links between stories.

In: links decided when reports came. Out: for each story its thread. A thread is named after its earliest story.
Links are few: a story asks for one only while it is in no thread, and the whole thread, not its nearest story alone,
must be like the report, so that a name that is always in the news does not make one thread of everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from newsloom.records import Linked, StoryId
from newsloom.stories.frequency import Floats, Frequencies, Ints
from newsloom.stories.vectors import FIELDS, MASK, SPACE_OF, Vector
from newsloom.text.tokens import HASH_BITS

TELLING = 0.3  # sum of weights: two or three names that are not in every report
OFTEN = 3  # times a name stands in a report that is about it
HOURS = 24


@dataclass(slots=True)
class Threads:
    """Which stories are linked, in the order of the links."""

    root: dict[StoryId, StoryId] = field(default_factory=dict)
    stories: dict[StoryId, list[StoryId]] = field(default_factory=dict)

    def of(self, story_id: StoryId) -> list[StoryId]:
        """The stories of its thread; itself alone where it has none."""
        return self.stories.get(self.root.get(story_id, story_id), [story_id])

    def join(self, one: StoryId, other: StoryId) -> None:
        left, right = self.root.get(one, one), self.root.get(other, other)
        if left == right:
            return
        grown = self.stories.setdefault(left, [left])
        gone = self.stories.pop(right, [right])
        grown += gone
        self.root |= dict.fromkeys((left, *gone), left)


def threads(links: Iterable[Linked], stories: Iterable[StoryId]) -> dict[StoryId, StoryId]:
    """Story -> thread, for the stories that are in one. `stories`: in the order in which they opened; links to
    others are left out.

    >>> threads([Linked(StoryId("b"), StoryId("a"), 0.9)], [StoryId("a"), StoryId("b"), StoryId("c")])
    {'a': 'a', 'b': 'a'}
    """
    order = {story: place for place, story in enumerate(stories)}
    joined = Threads()
    for link in links:
        if link.story_id in order and link.earlier in order:
            joined.join(link.earlier, link.story_id)
    named = {each: min(group, key=order.__getitem__) for group in joined.stories.values() for each in group}
    return {story: named[story] for story in order if story in named}


@dataclass(frozen=True, slots=True)
class Focus:
    """Whom and what one or several reports are about: names (hashes), and in what share of the reports each stands."""

    names: Ints
    shares: Floats

    @classmethod
    def of(cls, vectors: Sequence[Vector]) -> Focus:
        names, reports = np.unique(np.concatenate([main_names(each) for each in vectors]), return_counts=True)
        return cls(names, (reports / len(vectors)).astype(np.float32))


def main_names(vector: Vector) -> Ints:
    """Names that stand in the headline or the lede too, or that the report keeps coming back to."""
    field, hashes = vector.terms >> HASH_BITS, vector.terms & MASK
    named = field == FIELDS.index("names")
    opening = hashes[(field == FIELDS.index("headline")) | (field == FIELDS.index("lede"))]
    main: Ints = hashes[named & (np.isin(hashes, opening) | (vector.counts >= OFTEN))]
    return main


def alike(one: Focus, other: Focus, frequencies: Frequencies, language: str) -> float:
    """How much of the other's focus is one's too, 0 to 1.

    A name counts by how telling it is and by the square of its share among the reports, so that what all of them are
    about outweighs whom each one names in passing. Two names that everybody names are too little, whatever the share.
    """
    _, left, right = np.intersect1d(one.names, other.names, assume_unique=True, return_indices=True)
    if not len(left):
        return 0.0
    weights = frequencies.weights(language, other.names | SPACE_OF[FIELDS.index("names")])
    theirs, mine = other.shares, one.shares[left] / one.shares.max()
    shared = float((weights[right] * theirs[right] * np.minimum(mine, theirs[right])).sum())
    whole = float((weights * theirs**2).sum())
    told = float((weights[right] * theirs[right]).sum())
    return round(shared / whole * min(1.0, told / TELLING), 6) if whole else 0.0


def reason(places: float, words: float, hours_later: int) -> str:
    """Why two stories are of one affair: "same people and place, 3 days later"."""
    shared = ["same people" if not places else "same people and place", *(["much the same words"] if words else [])]
    return f"{' and '.join(shared)}, {_later(hours_later)}"


def _later(hours: int) -> str:
    days = round(abs(hours) / HOURS)
    if not days:
        return "on the same day"
    return f"{days} day{'s' if days > 1 else ''} {'later' if hours > 0 else 'earlier'}"
