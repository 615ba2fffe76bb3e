"""Stories -> threads: the affair over weeks, as links between stories.

In: links decided when reports came. Out: for each story its thread. A thread is named after its earliest story.
Links are few: a story asks for one only while it is in no thread, and the whole thread, not its nearest story alone,
must be like the report, so that a name that is always in the news does not make one thread of everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsloom.records import Linked, StoryId
from newsloom.stories.likeness import COLUMNS
from newsloom.stories.model import Rows

SHARED = (  # a feature that is at least so high, and how a reader is told
    ("same names", 0.3, "same names"),
    ("same places", 0.3, "same place"),
    ("telling headline words shared, nearest", 0.4, "same words in the headline"),
    ("days named in both, nearest", 0.5, "same day named"),
    ("same numbers", 0.3, "same figures"),
)
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


def reason(row: Rows, hours_later: int) -> str:
    """Why two stories are of one affair: "same names and same place, 3 days later"."""
    values = dict(zip(COLUMNS, row.tolist(), strict=True))
    shared = [words for feature, least, words in SHARED if values[feature] >= least] or ["much the same words"]
    return f"{_listed(shared)}, {_later(hours_later)}"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _later(hours: int) -> str:
    days = round(abs(hours) / HOURS)
    if not days:
        return "on the same day"
    return f"{days} day{'s' if days > 1 else ''} {'later' if hours > 0 else 'earlier'}"
