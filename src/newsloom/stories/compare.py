"""How alike one report is to many: the features that the model weighs.

In: a report, and stories as blocks of reports. Out: one row of features for each of these. All from whole numbers under
the counts of the moment: nothing here remembers a weight, so that a count taken back leaves no trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsloom.stories.frequency import Floats, Frequencies, Ints, starts_of
from newsloom.stories.vectors import FIELD_OF, FIELDS, MASK, Block, Vector, damped_of, places_of
from newsloom.text.tokens import HASH_BITS

Rows = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

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
MAY_LACK = [FIELDS.index(name) for name in ("headline", "lede", "names", "slug")]
NAMED = [FIELDS.index(name) for name in ("places", "dates")]  # in the order of FEATURES
SAME, TELLING_SHARED, MOST_SHARED = slice(0, 8), slice(8, 13), slice(13, 15)
CROSSING, CIRCUMSTANCES = 15, slice(16, 20)
LEAST = 1e-9
LAST_FIELD = len(FIELDS) - 1  # eight of them: a mask


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
    norms: Rows
    headline: float


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """The terms of others that the report has too: for each the stretch of terms it stands in (they rise), its place
    in Asked, how telling it is, and its damped count."""

    segment: Places
    place: Ints
    weights: Floats
    damped: Floats

    def sums(self, asked: Asked, sizes: Ints) -> tuple[Rows, Rows, Rows, Rows]:
        """For each field of each vector: the dot product, what is shared, what crosses, the most telling term."""
        found = np.zeros((4, sizes.size))
        if len(self.place):
            starts = starts_of(self.segment)
            filled, shared = self.segment[starts], asked.shared.take(self.place)
            crossing = np.where(self.segment & LAST_FIELD == HEADLINE, self.weights**2, np.float32(1))
            summed = (
                self.weights * self.damped * asked.worth.take(self.place),
                self.weights * shared,
                crossing * asked.crossed.take(self.place),
            )
            for row, values in enumerate(summed):
                found[row, filled] = np.add.reduceat(values, starts, dtype=np.float64)
            held = self.weights * np.minimum(self.damped, 1) * (shared > 0)
            found[3, filled] = np.maximum.reduceat(held, starts)
        dots, telling, crossed, most = found.reshape(4, *sizes.shape)
        return dots, telling, crossed, most


class Comparer:
    """One report against many. Holds a scratch array, zero between calls."""

    def __init__(self, frequencies: Frequencies) -> None:
        self.frequencies = frequencies
        self._place = np.zeros(len(FIELDS) << HASH_BITS, np.int32)

    def features(self, one: Vector, blocks: Sequence[Block]) -> Rows:
        """A row for each vector of each block, columns as in FEATURES."""
        terms = np.concatenate([block.terms for block in blocks])
        sizes = np.concatenate([block.sizes for block in blocks])
        damped = np.concatenate([block.damped for block in blocks])
        at = _side_by_side(blocks)
        asked = self._ask(one)
        place = self._place.take(terms)
        self._place[asked.slots] = 0
        weights = self.frequencies.weights(one.language, places_of(terms)).take(at)
        met = np.flatnonzero((place != 0).take(at))
        segment = np.repeat(np.arange(sizes.size), sizes.ravel()).take(met)
        shared = Met(segment, place.take(at.take(met)), weights.take(met), damped.take(met))
        dots, telling, crossed, most = shared.sums(asked, sizes)
        norms = np.sqrt(_sums(np.square(weights * damped), sizes)) * asked.norms
        headlines = _sums(np.square(weights.take(_stretches(sizes, HEADLINE))), sizes[:, HEADLINE])
        crossing = crossed[:, BODY] / max(asked.headline, LEAST) + crossed[:, HEADLINE] / np.maximum(headlines, LEAST)
        rows = np.empty((len(sizes), len(FEATURES)))
        rows[:, SAME] = _cosines(dots / np.maximum(norms, LEAST), one, sizes)
        rows[:, TELLING_SHARED] = telling[:, SHARED]
        rows[:, MOST_SHARED] = most[:, MOST_TELLING]
        rows[:, CROSSING] = crossing / 2
        rows[:, CIRCUMSTANCES] = _circumstances(one, sizes, np.concatenate([block.hours for block in blocks]))
        return np.round(rows, 6)

    def _ask(self, one: Vector) -> Asked:
        """Marks the report's slots in the scratch array."""
        weights = self.frequencies.weights(one.language, places_of(one.terms))
        worth, squares = weights * damped_of(one.counts), np.square(weights)
        of_text, of_title = _fields(one.sizes)[BODY], _fields(one.sizes)[HEADLINE]
        text, title = one.terms[of_text] & MASK, one.terms[of_title] & MASK
        crossing = np.concatenate([title | FIELD_OF[BODY], text | FIELD_OF[HEADLINE]])
        slots = np.concatenate([one.terms, crossing])
        self._place[slots] = np.arange(1, len(slots) + 1, dtype=np.int32)
        worths, shared, crossed = np.zeros((3, len(slots) + 1), np.float32)
        own, over = self._place.take(one.terms), self._place.take(crossing)  # two slots may be one
        worths[own], shared[own] = worth, squares
        crossed[over] = np.concatenate([squares[of_title], np.ones(len(text), np.float32)])
        norms = np.sqrt(_sums(np.square(worth), one.sizes))
        return Asked(one.sizes, slots, worths, shared, crossed, norms, float(squares[of_title].sum()))


def _fields(sizes: Ints) -> list[slice]:
    """Where each field's terms stand in a vector."""
    ends = np.cumsum(sizes).tolist()
    return [slice(start, end) for start, end in zip([0, *ends], ends, strict=False)]


def _side_by_side(blocks: Sequence[Block]) -> Places:
    """The places of each block's terms among the terms of all."""
    at: Places = np.concatenate([block.at for block in blocks], dtype=np.intp)
    lengths = [len(block.terms) for block in blocks]
    at += np.repeat(np.cumsum([0, *lengths[:-1]]), [len(block.at) for block in blocks])
    return at


def _cosines(cosines: Rows, one: Vector, sizes: Ints) -> Rows:
    """A field that one of them lacks says no more than the text."""
    lacking = np.minimum(sizes, one.sizes)[:, MAY_LACK] == 0
    cosines[:, MAY_LACK] = np.where(lacking, cosines[:, :1], cosines[:, MAY_LACK])
    return cosines


def _circumstances(one: Vector, sizes: Ints, hours: Ints) -> Rows:
    """Days apart, length, and how many places and days both name at least."""
    least = np.minimum(sizes, one.sizes)
    apart = np.abs(hours - one.hour) // HOURS * HOURS / 24
    return np.stack([apart, np.log1p(least[:, BODY], dtype=np.float64), *least[:, NAMED].T], axis=1)


def _stretches(sizes: Ints, field: int) -> Places:
    """The places of a field's terms in vectors of these sizes that stand one after the other."""
    ends = np.cumsum(sizes.ravel()).reshape(sizes.shape)[:, field]
    counts = sizes[:, field]
    first = (ends - np.cumsum(counts)).astype(np.intp)
    return np.repeat(first, counts) + np.arange(counts.sum())


def _sums(values: Floats, sizes: Ints) -> Rows:
    """Sums over stretches of these sizes, one after the other; 0 for an empty one."""
    sums, filled = np.zeros(sizes.size), np.flatnonzero(sizes)
    if len(filled):
        starts = np.cumsum(sizes) - sizes.ravel()
        sums[filled] = np.add.reduceat(values, starts[filled], dtype=np.float64)
    return sums.reshape(sizes.shape)
