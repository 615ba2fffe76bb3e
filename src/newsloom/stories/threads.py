"""Stories -> threads: the affair over weeks, as links between stories.

In: links decided when reports came. Out: for each story its thread. A thread is named after its earliest story.
A story is measured against the whole thread, never against its nearest story alone, and by what is rare outside the
two: a chain of stories, each like the next, makes no thread, nor does a name that is always in the news.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from newsloom.records import Linked, StoryId
from newsloom.stories.frequency import Ints, usual
from newsloom.stories.vectors import FIELDS, MASK, SPACE_OF, Vector
from newsloom.text.tokens import HASH_BITS

Strengths = npt.NDArray[np.float64]

BODY, HEADLINE, LEDE, NAMES = map(FIELDS.index, ("body", "headline", "lede", "names"))
IN_LEDE = 0.5  # of a word of the headline
MINOR = 0.1  # share of the reports: what fewer are about, the whole is not about
LEAN = 200.0  # reports of news at large that stand beside those of these weeks
OFTEN = 3  # times a name stands in a report that is about it
HOURS = 24
UNEVEN, LEAST_ASKED = 0.15, 0.6  # how much less is asked where one side has many more reports (set on affairs/)


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
class Topics:
    """What one report is about: distinct terms, and how much it is about each."""

    terms: Ints
    strengths: Strengths


def topics_of(vector: Vector) -> Topics:
    """What a report is about: the words of its headline and lede, and the names that stand there or come back often.

    A term is as strong as it comes back in the text: who and what a report is about is said again and again, while most
    words of a lede are said once.
    """
    field, hashes = vector.terms >> HASH_BITS, vector.terms & MASK
    headline, named = hashes[field == HEADLINE], field == NAMES
    opening = np.union1d(headline, hashes[field == LEDE])
    main = named & (np.isin(hashes, opening) | (vector.counts >= OFTEN))
    words = np.log1p(_times(opening, hashes[field == BODY], vector.counts[field == BODY]))
    words *= np.where(np.isin(opening, headline), 1.0, IN_LEDE)
    names = np.log1p(vector.counts[main].astype(np.float64))
    return Topics(np.concatenate([opening, hashes[main] | SPACE_OF[NAMES]]), np.concatenate([words, names]))


def _times(words: Ints, body: Ints, counts: npt.NDArray[np.uint16]) -> Strengths:
    """How often each word stands in a body (distinct terms, in order); once where it stands in the headline alone."""
    times = np.ones(len(words))
    at = np.searchsorted(body, words)
    there = at < len(body)
    there[there] = body[at[there]] == words[there]
    times[there] = counts[at[there]]
    return times


@dataclass(frozen=True, slots=True)
class Focus:
    """What one or several reports are about: terms, in order, how strongly on average, and how many are about each."""

    terms: Ints
    strengths: Strengths
    counts: Ints
    reports: int

    @classmethod
    def of(cls, topics: Sequence[Topics]) -> Focus:
        """Of the topics of each report; what few of them are about is left out."""
        terms, places = np.unique(np.concatenate([each.terms for each in topics]), return_inverse=True)
        counts = np.bincount(places, minlength=len(terms))
        strengths = np.bincount(places, np.concatenate([each.strengths for each in topics]), len(terms)) / len(topics)
        kept = counts >= len(topics) * MINOR
        return cls(terms[kept], strengths[kept], counts[kept].astype(np.int32), len(topics))

    def among(self, terms: Ints) -> tuple[Strengths, Ints]:
        """How strongly it is about each of these terms, which include all of its own, and how many reports are."""
        strengths, counts = np.zeros(len(terms)), np.zeros(len(terms), np.int32)
        at = np.searchsorted(terms, self.terms)
        strengths[at], counts[at] = self.strengths, self.counts
        return strengths, counts


def alike(one: Focus, other: Focus, holders: Ints, reports: int, language: str) -> float:
    """How much one is about what the other is about, 0 to 1: a cosine in which a term weighs by how strongly they are
    about it and by how rare it is in the news of these weeks outside the two. A name that all news names weighs
    nothing; the names and words that only these reports have weigh most, and those that one has and the other lacks
    keep them apart.

    `holders`: how many of all `reports` have each term.
    """
    terms = np.union1d(one.terms, other.terms)
    (mine, my_counts), (theirs, their_counts) = one.among(terms), other.among(terms)
    outside = np.maximum(holders[terms] - my_counts - their_counts, 0) + LEAN * usual(terms, language)
    weights = np.maximum(np.log((max(1, reports - one.reports - other.reports) + LEAN) / outside), 0)
    left, right = weights * mine, weights * theirs
    norm = float(np.sqrt((left**2).sum() * (right**2).sum()))
    return round(float((left * right).sum()) / norm, 6) if norm else 0.0


def leniency(one: Focus, other: Focus) -> float:
    """The share of the usual likeness that is asked of these two, 1 for two of one size. One report has words of its
    own that no other has, and so is less like a large thread that it belongs to than two halves of that thread are."""
    few, many = sorted((one.reports, other.reports))
    return float(max(LEAST_ASKED, (many / few) ** -UNEVEN))


def reason(people: bool, places: bool, words: bool, hours_later: int) -> str:
    """Why two stories are of one affair: "same people and place, 3 days later"."""
    shared = [name for name, same in (("people", people), ("place", places)) if same] or ["subject"]
    also = ["much the same words"] if words else []
    return f"same {' and '.join([' and '.join(shared), *also])}, {_later(hours_later)}"


def _later(hours: int) -> str:
    days = round(abs(hours) / HOURS)
    if not days:
        return "on the same day"
    return f"{days} day{'s' if days > 1 else ''} {'later' if hours > 0 else 'earlier'}"
