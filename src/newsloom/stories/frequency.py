"""How common terms are, in each language, as far as the ledger has told: whole numbers, taken back exactly.

A language with few reports leans on what all languages together have seen (short headlines are often taken for another
language), and English on what is common in news at large (models/background.npz): in an archive of thirty reports on
one affair, the affair's own words must not pass for common ones. Memory: 12 MB for each language, however many reports.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from newsloom.text.tokens import HASH_BITS

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

SPACES = 3  # words, names, figures: the same hash in two spaces is two terms
ALL = ""  # the counts of all languages together
LEAN = 200.0  # reports: how many of its own a language needs to weigh as much as all together


def starts_of(rising: npt.NDArray[np.signedinteger[Any]]) -> npt.NDArray[np.intp]:
    """Where each stretch of one value starts: [3, 3, 5, 7, 7] -> [0, 2, 3]."""
    new = np.ones(len(rising), np.bool_)
    np.not_equal(rising[1:], rising[:-1], out=new[1:])
    return np.flatnonzero(new)


def distinct(terms: Ints) -> Ints:
    """The values in order, each once; some times faster than numpy's own on the few hundred terms of a report."""
    rising = np.sort(terms)
    return rising[starts_of(rising)]


@dataclass(slots=True)
class Counts:
    """Reports of one language, and of each term the number of reports that have it."""

    reports: int = 0
    of: Ints = field(default_factory=lambda: np.zeros(SPACES << HASH_BITS, np.int32))


BACKGROUND = "en"  # the language of models/background.npz


@cache
def background() -> Counts:
    """Reports that no archive has to tell first, and how many of them have each term."""
    with (files("newsloom") / "models" / "background.npz").open("rb") as kept, np.load(kept) as table:
        counts = Counts(int(table["reports"]))
        counts.of[table["terms"]] = table["counts"]
    return counts


def usual(terms: Ints, language: str) -> npt.NDArray[np.float64]:
    """The share of reports of news at large that have each term; the least there is where the language has no table."""
    table = background()
    seen = table.of[terms] if language == BACKGROUND else np.zeros(len(terms))
    return np.asarray((seen + 0.5) / (table.reports + 1))


@dataclass(slots=True)
class Frequencies:
    languages: dict[str, Counts] = field(default_factory=dict)

    def add(self, language: str, terms: Ints, sign: int) -> None:
        """Count a report's distinct terms, or (sign -1) take them back."""
        for name in (language, ALL):
            counts = self.languages.get(name) or self.languages.setdefault(name, Counts())
            counts.reports += sign
            counts.of[terms] += sign
            if not counts.reports:
                del self.languages[name]

    def weights(self, language: str, terms: npt.NDArray[np.signedinteger[Any]]) -> Floats:
        """How telling each term is: 1 for one never seen, near 0 for one that every report has."""
        everywhere = self.languages.get(ALL)
        if everywhere is None:
            return np.ones(len(terms), np.float32)
        terms = terms.astype(np.intp)  # once, not at each look-up
        seen, total = everywhere.of.take(terms).astype(np.float32), everywhere.reports
        if own := self.languages.get(language):
            seen *= np.float32(LEAN / total)
            seen += own.of.take(terms).astype(np.float32)
            seen_of = own.reports + LEAN
        else:
            seen_of = float(total)
        if language == BACKGROUND:
            seen += background().of.take(terms).astype(np.float32)
            seen_of += background().reports
        seen += 1
        weights: Floats = np.log((np.float32(seen_of) + 2) / seen)
        weights *= 1 / np.log(np.float32(seen_of + 2))
        return np.maximum(weights, 0, out=weights)
