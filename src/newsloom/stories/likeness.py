"""One report against whole stories: the features that the model weighs.

In: the report, and for each story some of its members and their sum. Out: a row for each story: how like the members
are on average, how like the nearest is, and how like all of them taken together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from newsloom.stories.model import Rows
from newsloom.stories.vectors import FEATURES, Comparer, Vector

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


@dataclass(frozen=True, slots=True)
class Side:
    """A story as it is compared: its newest members, all that count added up, and how many these are."""

    members: tuple[Vector, ...]
    together: Vector
    size: int


def likeness(comparer: Comparer, report: Vector, sides: Sequence[Side]) -> Rows:
    """A row of COLUMNS for each story."""
    members = [member for side in sides for member in side.members]
    rows = comparer.features(report, [*members, *(side.together for side in sides)])
    each, together = rows[: len(members)], rows[len(members) :]
    starts = np.cumsum([0, *(len(side.members) for side in sides)])[:-1]
    counts = np.array([len(side.members) for side in sides])[:, None]
    mean = np.add.reduceat(each, starts) / counts
    nearest = np.maximum.reduceat(each[:, :SIMILAR], starts)
    days = np.minimum.reduceat(each[:, DAYS], starts)
    size = np.log1p([side.size for side in sides])
    return np.round(np.column_stack([mean, nearest, together[:, :SIMILAR], days, size]), 6)
