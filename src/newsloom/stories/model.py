"""Boosted trees, evaluated: rows of features -> log odds that two reports are of one story, and what each feature did.

The weights are `models/stories.json` (see the card beside it); `training/stories.py` makes them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float64]
Nodes = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Trees:
    """All nodes of all trees in one table; a leaf leads to itself. `below` holds two places for each node: where a
    value up to the threshold leads, and where a greater one does. `value` of an inner node is the mean below it."""

    base: float
    depth: int
    roots: Nodes
    feature: Nodes
    threshold: Rows
    below: Nodes
    value: Rows

    @property
    def prior(self) -> float:
        """The log odds of a row of which nothing is known."""
        return round(self.base + float(self.value[self.roots].sum()), 6)

    def log_odds(self, rows: Rows) -> Rows:
        """One number for each row, rounded so that equal evidence compares equal everywhere."""
        odds: Rows = np.round(self.base + self.value[self._paths(rows)[-1]].sum(axis=1), 6)
        return odds

    def effects(self, row: Rows) -> Rows:
        """What each feature added to the log odds of one row: the change of the mean at each step down each tree."""
        path = np.stack(self._paths(row[None, :]))
        steps = np.diff(self.value[path], axis=0)
        return np.round(np.bincount(self.feature[path[:-1]].ravel(), steps.ravel(), len(row)), 4)

    def _paths(self, rows: Rows) -> list[Nodes]:
        """Where each row stands in each tree, from the roots to the leaves."""
        flat, starts = rows.ravel(), np.arange(0, rows.size, rows.shape[1])[:, None]
        nodes = [self.roots[None, :]]
        for _ in range(self.depth):
            node = nodes[-1]
            above = flat.take(self.feature.take(node) + starts) > self.threshold.take(node)
            nodes.append(self.below.take(2 * node + above))
        return nodes


@cache
def load_trees(name: str) -> Trees:
    """The trees of `models/<name>.json`."""
    return trees_of(json.loads(files("newsloom").joinpath("models", f"{name}.json").read_text("utf-8")))


def trees_of(kept: dict[str, Any]) -> Trees:
    """The trees as they are kept: one list for each column of the table."""
    return Trees(
        base=kept["base"],
        depth=kept["depth"],
        roots=np.array(kept["roots"], np.intp),
        feature=np.array(kept["feature"], np.intp),
        threshold=np.array(kept["threshold"]),
        below=np.array([kept["left"], kept["right"]], np.intp).T.ravel(),
        value=np.array(kept["value"]),
    )
