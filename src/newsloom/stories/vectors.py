"""Reports as arrays of terms, one by one and side by side.

In: StoryTerms. Out: whole numbers alone, and logarithms of them: nothing here remembers a weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from newsloom.records import StoryTerms
from newsloom.stories.frequency import Floats, Ints, distinct
from newsloom.text.tokens import HASH_BITS

FIELDS = ("body", "headline", "lede", "names", "places", "numbers", "slug", "dates")
SPACE = (0, 0, 0, 1, 1, 2, 0, 2)  # which counts of Frequencies a field is weighed by
WORDED = ("body", "headline", "lede", "slug")
Shorts = npt.NDArray[np.uint16]
MOST = np.iinfo(np.uint16).max
MASK = (1 << HASH_BITS) - 1
FIELD_OF = np.arange(len(FIELDS), dtype=np.int32) << HASH_BITS
SPACE_OF = np.array(SPACE, np.int32) << HASH_BITS


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
        return Block(one.terms, at, damped_of(one.counts), one.sizes[None, :], np.array([one.hour], np.int32))
    singly = vectors[:most]
    terms, places = np.unique(np.concatenate([each.terms for each in vectors]), return_inverse=True)
    damped = damped_of(np.concatenate([each.counts for each in vectors]))
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
    return distinct(places_of(vector.terms))


def places_of(terms: Ints) -> Ints:
    """Where terms are counted: a field's terms share the space of its kind (words, names, figures)."""
    places: Ints = SPACE_OF[terms >> HASH_BITS] | (terms & MASK)
    return places


def damped_of(counts: Ints | Shorts) -> Floats:
    """A term that occurs often says more, but not as much more."""
    return np.log(counts.astype(np.float32)) + np.float32(1)
