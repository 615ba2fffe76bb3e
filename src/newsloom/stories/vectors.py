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
Segments = npt.NDArray[np.signedinteger[Any]]
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
    "headline of one in the text of the other",
    "days apart",
    "length",
    "places named",
    "days named",
)
TELLING = ("headline", "names", "places", "numbers", "dates")  # in the order of FEATURES
HOURS = 6  # reports less than this apart count as of one time


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """`terms`: field << HASH_BITS | hash, in order, with their `counts` beside them; `sizes` of the fields."""

    terms: Ints
    counts: Ints
    sizes: Ints
    language: str
    hour: int


def vector_of(terms: StoryTerms, language: str, hour: int) -> Vector:
    """A report's terms as arrays. `hour`: hours since 1970 when it was told."""
    found = [getattr(terms, name) for name in FIELDS]
    sizes = np.array([len(each) for each in found], np.int32)
    both = np.fromiter(chain.from_iterable(chain.from_iterable(found)), np.int32, 2 * int(sizes.sum())).reshape(-1, 2)
    in_field = both[:, 0] | np.repeat(FIELD_OF, sizes)
    return Vector(in_field, both[:, 1].copy(), sizes, language, hour)


def sum_of(vectors: Sequence[Vector]) -> Vector:
    """Several reports as one: their counts added up; told when the first of them was."""
    if len(vectors) == 1:
        return vectors[0]
    terms, place = np.unique(np.concatenate([each.terms for each in vectors]), return_inverse=True)
    counts = np.bincount(place, np.concatenate([each.counts for each in vectors])).astype(np.int32)
    sizes = np.bincount(terms >> HASH_BITS, minlength=len(FIELDS)).astype(np.int32)
    return Vector(terms, counts, sizes, vectors[0].language, vectors[0].hour)


def counted_terms(vector: Vector) -> Ints:
    """The distinct terms by which a report is counted, as places in the counts."""
    return np.unique(_places(vector.terms))


def _places(terms: Ints) -> Ints:
    places: Ints = SPACE_OF[terms >> HASH_BITS] | (terms & MASK)
    return places


def _damped(counts: Ints) -> Floats:
    """A term that occurs often says more, but not as much more."""
    return np.log(counts.astype(np.float32)) + np.float32(1)


class Comparer:
    """One report against many. Holds a scratch array, zero between calls."""

    def __init__(self, frequencies: Frequencies) -> None:
        self.frequencies = frequencies
        self.scratch = np.zeros(len(FIELDS) << HASH_BITS, np.float32)

    def features(self, one: Vector, others: Sequence[Vector]) -> npt.NDArray[np.float64]:
        """A row for each of the others, columns as in FEATURES."""
        terms = np.concatenate([other.terms for other in others])
        sizes = np.stack([other.sizes for other in others])
        segment = np.repeat(np.arange(sizes.size), sizes.ravel())
        weights = self.frequencies.weights(one.language, _places(terms))
        own = self.frequencies.weights(one.language, _places(one.terms))
        worth = weights * _damped(np.concatenate([other.counts for other in others]))
        own_worth = own * _damped(one.counts)
        cosines = self._cosines(one, own_worth, terms, worth, segment, sizes)
        shared = self._shared(one, own, terms, weights, segment, sizes)
        crossed = self._crossed(one, own, terms, weights, segment, sizes)
        return self._columns(one, others, sizes, cosines, shared, crossed)

    def _cosines(
        self, one: Vector, own: Floats, terms: Ints, worth: Floats, segment: Segments, sizes: Ints
    ) -> npt.NDArray[np.float64]:
        self.scratch[one.terms] = own
        dots = np.bincount(segment, worth * self.scratch[terms], sizes.size)
        self.scratch[one.terms] = 0
        norms = np.sqrt(np.bincount(segment, worth * worth, sizes.size)).reshape(sizes.shape)
        field = np.repeat(np.arange(len(FIELDS)), one.sizes)
        own_norms = np.sqrt(np.bincount(field, own * own, len(FIELDS)))
        return np.asarray(dots.reshape(sizes.shape) / np.maximum(norms * own_norms, 1e-9))

    def _shared(
        self, one: Vector, own: Floats, terms: Ints, weights: Floats, segment: Segments, sizes: Ints
    ) -> npt.NDArray[np.float64]:
        """How much telling is shared: the sum over shared terms, each at the cube of its weight."""
        self.scratch[one.terms] = own**2
        sums = np.bincount(segment, weights * self.scratch[terms], sizes.size).reshape(sizes.shape)
        self.scratch[one.terms] = 0
        return np.asarray(sums[:, [FIELDS.index(name) for name in TELLING]])

    def _crossed(
        self, one: Vector, own: Floats, terms: Ints, weights: Floats, segment: Segments, sizes: Ints
    ) -> npt.NDArray[np.float64]:
        """Share of each one's headline, by weight, that stands in the other's text; the mean of both ways."""
        body, headline = FIELDS.index("body"), FIELDS.index("headline")
        field = one.terms >> HASH_BITS
        mine = one.terms[field == headline] & MASK
        mine_worth = own[field == headline] ** 2
        text = one.terms[field == body] & MASK
        squares = weights**2
        self.scratch[mine] = mine_worth
        there = np.bincount(segment, self.scratch[terms], sizes.size).reshape(sizes.shape)[:, body]
        self.scratch[mine] = 0
        self.scratch[headline << HASH_BITS | text] = 1
        here = np.bincount(segment, squares * self.scratch[terms], sizes.size).reshape(sizes.shape)[:, headline]
        self.scratch[headline << HASH_BITS | text] = 0
        theirs = np.bincount(segment, squares, sizes.size).reshape(sizes.shape)[:, headline]
        return np.asarray((there / max(float(mine_worth.sum()), 1e-9) + here / np.maximum(theirs, 1e-9)) / 2)

    def _columns(
        self,
        one: Vector,
        others: Sequence[Vector],
        sizes: Ints,
        cosines: npt.NDArray[np.float64],
        shared: npt.NDArray[np.float64],
        crossed: npt.NDArray[np.float64],
    ) -> npt.NDArray[np.float64]:
        for name in ("headline", "lede", "names", "slug"):  # a field that one of them lacks says no more than the text
            column = FIELDS.index(name)
            lacking = (sizes[:, column] == 0) | (one.sizes[column] == 0)
            cosines[lacking, column] = cosines[lacking, 0]
        apart = np.abs(np.array([other.hour for other in others]) - one.hour) // HOURS * HOURS / 24
        least = np.minimum(sizes, one.sizes)
        extra = [crossed, apart, np.log1p(least[:, 0]), *(least[:, FIELDS.index(name)] for name in ("places", "dates"))]
        return np.round(np.column_stack([cosines, shared, *extra]), 6)
