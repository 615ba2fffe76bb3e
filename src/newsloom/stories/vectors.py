"""Reports as arrays of terms, and how alike one report is to many: the features that the model weighs.

In: StoryTerms. Out: one row of features for each other report. All from whole numbers under the counts of the moment:
nothing here remembers a weight, so that a count taken back leaves no trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from newsloom.records import StoryTerms
from newsloom.stories.frequency import Floats, Frequencies, Ints
from newsloom.text.tokens import HASH_BITS

FIELDS = ("body", "headline", "lede", "names", "places", "numbers", "slug", "dates")
SPACE = (0, 0, 0, 1, 1, 2, 0, 2)  # which counts of Frequencies a field is weighed by
WORDED = ("body", "headline", "lede", "slug")
Shorts = npt.NDArray[np.uint16]
MOST = np.iinfo(np.uint16).max
MASK = (1 << HASH_BITS) - 1
FIELD_OF = np.arange(len(FIELDS), dtype=np.int32) << HASH_BITS
SPACE_OF = np.array(SPACE, np.int32) << HASH_BITS
FEATURES = (
    *(f"same {name}" for name in FIELDS),
    "telling headline words shared",
    "telling names shared",
    "telling places shared",
    "telling figures shared",
    "days named in both",
    "the most telling headline word shared",
    "the most telling name shared",
    "headline of one in the text of the other",
    "days apart",
    "length",
    "places named",
    "days named",
)
TELLING = ("headline", "names", "places", "numbers", "dates")  # in the order of FEATURES
SHARED = [FIELDS.index(name) for name in TELLING]
MOST_TELLING = [FIELDS.index(name) for name in ("headline", "names")]  # in the order of FEATURES
BODY, HEADLINE = FIELDS.index("body"), FIELDS.index("headline")
HOURS = 6  # reports less than this apart count as of one time


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """`terms`: field << HASH_BITS | hash, in order, with their `counts` beside them; `sizes` of the fields."""

    terms: Ints
    counts: Shorts
    sizes: Ints
    language: str
    hour: int


def vector_of(terms: StoryTerms, language: str, hour: int) -> Vector:
    """A report's terms as arrays. `hour`: hours since 1970 when it was told."""
    found = [getattr(terms, name) for name in FIELDS]
    sizes = np.array([len(each) for each in found], np.int32)
    both = np.fromiter(chain.from_iterable(chain.from_iterable(found)), np.int32, 2 * int(sizes.sum())).reshape(-1, 2)
    in_field = both[:, 0] | np.repeat(FIELD_OF, sizes)
    return Vector(in_field, np.minimum(both[:, 1], MOST).astype(np.uint16), sizes, language, hour)


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Several vectors side by side, ready to be compared: their distinct terms once, `at` the place among these of each
    term of each vector, with its damped count beside it (for all together the mean: what all of them tell weighs most);
    for each vector the sizes of its fields, and its hour."""

    terms: Ints
    at: Ints
    damped: Floats
    sizes: Ints
    hours: Ints


def block_of(vectors: Sequence[Vector], most: int = 1) -> Block:
    """The first `most` vectors, one by one, and then all of them added up (told when the first of them was); a single
    one is its own sum, and stands alone."""
    if len(vectors) == 1:
        (one,) = vectors
        at = np.arange(len(one.terms), dtype=np.int32)
        return Block(one.terms, at, _damped(one.counts), one.sizes[None, :], np.array([one.hour], np.int32))
    singly = vectors[:most]
    terms, places = np.unique(np.concatenate([each.terms for each in vectors]), return_inverse=True)
    damped = _damped(np.concatenate([each.counts for each in vectors]))
    kept = sum(len(each.terms) for each in singly)
    mean = np.bincount(places, damped).astype(np.float32) / np.float32(len(vectors))
    return Block(
        terms,
        np.concatenate([places[:kept], np.arange(len(terms))]).astype(np.int32),
        np.concatenate([damped[:kept], mean]),
        np.stack([*(each.sizes for each in singly), _sizes_of(terms)]),
        np.array([*(each.hour for each in singly), vectors[0].hour], np.int32),
    )


def _sizes_of(terms: Ints) -> Ints:
    return np.bincount(terms >> HASH_BITS, minlength=len(FIELDS)).astype(np.int32)


def counted_terms(vector: Vector) -> Ints:
    """The distinct terms by which a report is counted, as places in the counts."""
    return np.unique(_places(vector.terms))


def _places(terms: Ints) -> Ints:
    places: Ints = SPACE_OF[terms >> HASH_BITS] | (terms & MASK)
    return places


def _damped(counts: Ints | Shorts) -> Floats:
    """A term that occurs often says more, but not as much more."""
    return np.log(counts.astype(np.float32)) + np.float32(1)


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The report that others are compared with. `slots`: its terms, and where its headline's words would stand in a
    text and its text's in a headline; what each one counts for in a cosine, in what is shared, and in such a crossing
    stands at the place that the comparer's scratch array gives for the slot (place 0 counts for nothing)."""

    sizes: Ints
    slots: Ints
    worth: Floats
    shared: Floats
    crossed: Floats
    norms: npt.NDArray[np.float64]
    headline: float


class Comparer:
    """One report against many. Holds a scratch array, zero between calls."""

    def __init__(self, frequencies: Frequencies) -> None:
        self.frequencies = frequencies
        self._place = np.zeros(len(FIELDS) << HASH_BITS, np.int32)

    def features(self, one: Vector, blocks: Sequence[Block]) -> npt.NDArray[np.float64]:
        """A row for each vector of each block, columns as in FEATURES."""
        terms = np.concatenate([block.terms for block in blocks])
        sizes = np.concatenate([block.sizes for block in blocks])
        starts = np.cumsum([0, *(len(block.terms) for block in blocks)], dtype=np.int32)
        at = np.concatenate([block.at + start for block, start in zip(blocks, starts[:-1], strict=True)])
        asked = self._ask(one)
        place = self._place[terms][at]
        self._place[asked.slots] = 0
        weights = self.frequencies.weights(one.language, _places(terms))[at]
        damped = np.concatenate([block.damped for block in blocks])
        worth = weights * damped
        met = np.flatnonzero(place)
        segment, place = np.repeat(np.arange(sizes.size), sizes.ravel())[met], place[met]
        in_headline = segment % len(FIELDS) == HEADLINE

        def summed(values: Floats) -> npt.NDArray[np.float64]:
            return np.asarray(np.bincount(segment, values, sizes.size), np.float64).reshape(sizes.shape)

        dots = summed(worth[met] * asked.worth[place])
        shared = summed(weights[met] * asked.shared[place])
        crossed = summed(np.where(in_headline, weights[met] ** 2, 1) * asked.crossed[place])
        held = np.minimum(damped[met], 1) * (asked.shared[place] > 0)
        most = _greatest(weights[met] * held, segment, sizes)[:, MOST_TELLING]
        norms = np.sqrt(_sums(worth * worth, sizes))
        theirs = _sums(weights * weights, sizes)[:, HEADLINE]
        cosines = dots / np.maximum(norms * asked.norms, 1e-9)
        crossing = crossed[:, BODY] / max(asked.headline, 1e-9) + crossed[:, HEADLINE] / np.maximum(theirs, 1e-9)
        hours = np.concatenate([block.hours for block in blocks])
        return self._columns(one, hours, sizes, cosines, np.hstack([shared[:, SHARED], most]), crossing / 2)

    def _ask(self, one: Vector) -> Asked:
        """Marks the report's slots in the scratch array."""
        weights = self.frequencies.weights(one.language, _places(one.terms))
        worth, field, squares = weights * _damped(one.counts), one.terms >> HASH_BITS, weights**2
        title, text = one.terms[field == HEADLINE] & MASK, one.terms[field == BODY] & MASK
        crossing = np.concatenate([title | FIELD_OF[BODY], text | FIELD_OF[HEADLINE]])
        slots = np.concatenate([one.terms, crossing])
        self._place[slots] = np.arange(1, len(slots) + 1)
        worths, shared, crossed = np.zeros((3, len(slots) + 1), np.float32)
        own, over = self._place[one.terms], self._place[crossing]  # a crossing may stand where one of its terms does
        worths[own], shared[own] = worth, squares
        crossed[over] = np.concatenate([squares[field == HEADLINE], np.ones(len(text), np.float32)])
        norms = np.sqrt(np.bincount(field, worth * worth, len(FIELDS)))
        return Asked(one.sizes, slots, worths, shared, crossed, norms, float(squares[field == HEADLINE].sum()))

    def _columns(
        self,
        one: Vector,
        hours: Ints,
        sizes: Ints,
        cosines: npt.NDArray[np.float64],
        shared: npt.NDArray[np.float64],
        crossed: npt.NDArray[np.float64],
    ) -> npt.NDArray[np.float64]:
        for name in ("headline", "lede", "names", "slug"):  # a field that one of them lacks says no more than the text
            column = FIELDS.index(name)
            lacking = (sizes[:, column] == 0) | (one.sizes[column] == 0)
            cosines[lacking, column] = cosines[lacking, 0]
        apart = np.abs(hours - one.hour) // HOURS * HOURS / 24
        least = np.minimum(sizes, one.sizes)
        extra = [crossed, apart, np.log1p(least[:, 0]), *(least[:, FIELDS.index(name)] for name in ("places", "dates"))]
        return np.round(np.column_stack([cosines, shared, *extra]), 6)


def _sums(values: Floats, sizes: Ints) -> npt.NDArray[np.float64]:
    """Sums over stretches of these sizes, one after the other; 0 for an empty one."""
    ends, filled = np.cumsum(sizes.ravel()), sizes.ravel() > 0
    sums = np.zeros(sizes.size)
    if filled.any():
        sums[filled] = np.add.reduceat(values, (ends - sizes.ravel())[filled], dtype=np.float64)
    return sums.reshape(sizes.shape)


def _greatest(values: Floats, segment: npt.NDArray[np.signedinteger[Any]], sizes: Ints) -> npt.NDArray[np.float64]:
    """The greatest value of each segment, 0 where there is none; `segment` rises."""
    greatest = np.zeros(sizes.size)
    if len(values):
        starts = np.flatnonzero(np.diff(segment, prepend=-1))
        greatest[segment[starts]] = np.maximum.reduceat(values, starts)
    return greatest.reshape(sizes.shape)
