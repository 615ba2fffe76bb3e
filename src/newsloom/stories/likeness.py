"""One report against whole stories: the features that the model weighs.

In: the report, and for each story some of its members with their sum. Out: a row for each story: how like the members
are on average, how like the nearest is, and how like all of them taken together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from newsloom.stories.compare import FEATURES, Comparer
from newsloom.stories.model import Rows
from newsloom.stories.vectors import Block, Vector, block_of

SIMILAR = DAYS = FEATURES.index("days apart")  # the features before it rise with likeness
COLUMNS = (
    *FEATURES,
    *(f"{name}, nearest" for name in FEATURES[:SIMILAR]),
    *(f"{name}, together" for name in FEATURES[:SIMILAR]),
    "days apart, nearest",
    "size",
)


def plain_name(column: str) -> str:
    """A feature's name whichever way it was taken: "same names, nearest" -> "same names"."""
    return column.partition(",")[0]


NAMES = tuple(dict.fromkeys(map(plain_name, COLUMNS)))
NAME_OF = np.array([NAMES.index(plain_name(column)) for column in COLUMNS])


def by_name(effects: Rows) -> dict[str, float]:
    """What each feature did, whichever ways it was taken: one number of each name for one of each of COLUMNS."""
    sums = np.round(np.bincount(NAME_OF, effects, len(NAMES)), 4)
    return dict(zip(NAMES, sums.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Side:
    """A story as it is compared: its newest members, these one by one with all that count added up, and how many."""

    members: tuple[Vector, ...]
    block: Block
    size: int

    @classmethod
    def of(cls, vectors: Sequence[Vector], most: int) -> Side:
        """Of these reports of a story, the first `most` one by one, and all of them together."""
        return cls(tuple(vectors[:most]), block_of(vectors, most), len(vectors))


def likeness(comparer: Comparer, report: Vector, sides: Sequence[Side]) -> Rows:
    """A row of COLUMNS for each story."""
    rows = comparer.features(report, [side.block for side in sides])
    ends = np.cumsum([len(side.block.hours) for side in sides])
    counts = np.array([len(side.members) for side in sides])
    together, starts = rows[ends - 1], np.cumsum(counts) - counts
    single = np.ones(len(rows), bool)
    single[ends[np.array([side.size for side in sides]) > 1] - 1] = False
    each = rows[single]
    mean = np.add.reduceat(each, starts) / counts[:, None]
    nearest = np.maximum.reduceat(each[:, :SIMILAR], starts)
    days = np.minimum.reduceat(each[:, DAYS], starts)
    size = np.log1p([side.size for side in sides])
    return np.round(np.column_stack([mean, nearest, together[:, :SIMILAR], days, size]), 6)
