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
    """All nodes of all trees in one table; a leaf leads to itself. `value` of an inner node is the mean below it."""

    base: float
    depth: int
    roots: Nodes
    feature: Nodes
    threshold: Rows
    left: Nodes
    right: Nodes
    value: Rows

    def log_odds(self, rows: Rows) -> Rows:
        """One number for each row, rounded so that equal evidence compares equal everywhere."""
        node = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            node = self._step(rows, node)
        odds: Rows = np.round(self.base + self.value[node].sum(axis=1), 6)
        return odds

    def effects(self, row: Rows) -> Rows:
        """What each feature added to the log odds of one row: the change of the mean at each step down each tree."""
        rows, effects = row[None, :], np.zeros(len(row))
        node: Nodes = self.roots[None, :]
        for _ in range(self.depth):
            down = self._step(rows, node)
            effects += np.bincount(self.feature[node[0]], self.value[down[0]] - self.value[node[0]], len(row))
            node = down
        return np.round(effects, 4)

    def _step(self, rows: Rows, node: Nodes) -> Nodes:
        below = np.take_along_axis(rows, self.feature[node], axis=1) <= self.threshold[node]
        return np.where(below, self.left[node], self.right[node])


@cache
def load_trees(name: str) -> Trees:
    """The trees of `models/<name>.json`."""
    return trees_of(json.loads(files("newsloom").joinpath("models", f"{name}.json").read_text("utf-8")))


def trees_of(kept: dict[str, Any]) -> Trees:
    """The trees as they are kept: one list for each column of the table."""
    whole = {key: np.array(kept[key], np.intp) for key in ("roots", "feature", "left", "right")}
    return Trees(
        base=kept["base"],
        depth=kept["depth"],
        threshold=np.array(kept["threshold"]),
        value=np.array(kept["value"]),
        **whole,
    )
