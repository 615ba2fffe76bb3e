"""The story index as bytes and back: what a checkpoint holds, so that a restart need not read the whole ledger.

In: an index. Out: named parts, numbers in arrays; `unpack` makes an index that decides as the packed one would. A part
that cannot be read raises ValueError: whoever asked then reads the ledger instead. LAYOUT goes up when the
form changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate, pairwise
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from newsloom.config import StorySettings
from newsloom.records import ArticleId, Seq, StoryId
from newsloom.stories.cluster import StoryIndex
from newsloom.stories.frequency import Counts
from newsloom.stories.places import Move, Places
from newsloom.stories.rulings import Rulings
from newsloom.stories.threads import Threads
from newsloom.stories.vectors import FIELDS, Vector

LAYOUT = 1


class PackedCounts(msgspec.Struct, array_like=True):
    language: str
    reports: int
    terms: bytes
    counts: bytes


class PackedWindow(msgspec.Struct, array_like=True):
    """The live reports in the order in which they came; the arrays of one after the other's."""

    ids: list[str]
    languages: list[str]
    hours: list[int]
    sizes: bytes
    terms: bytes
    counts: bytes


class PackedPlaces(msgspec.Struct, array_like=True):
    """`names`: every id, those of reports first, in the order in which they were placed; all else numbers them."""

    names: list[str]
    reports: int
    stories: bytes
    members: bytes  # of one story after the other
    sizes: bytes
    opened: bytes
    opened_at: bytes
    moves: dict[ArticleId, tuple[Move, ...]]
    merged: dict[StoryId, tuple[Move, ...]]


class PackedRest(msgspec.Struct, array_like=True):
    rulings: dict[str, dict[str, list[tuple[Seq, bool]]]]
    threads: list[list[StoryId]]


def pack(index: StoryIndex) -> dict[str, bytes]:
    """All that its decisions rest on."""
    parts: dict[str, Any] = {
        "counts": [_pack_counts(name, counts) for name, counts in index.frequencies.languages.items()],
        "window": _pack_window({each: index.window.vectors[each] for each in index.window.live()}),
        "places": _pack_places(index.places),
        "rest": PackedRest(
            {one: {other: list(told.items()) for other, told in of.items()} for one, of in index.rulings.of.items()},
            list(index.threads.stories.values()),
        ),
    }
    return {name: msgspec.msgpack.encode(part) for name, part in parts.items()}


def unpack(settings: StorySettings, parts: Mapping[str, bytes]) -> StoryIndex:
    """The index that was packed. Raises ValueError where a part is missing or damaged."""
    index = StoryIndex(settings)
    try:
        for packed in msgspec.msgpack.decode(parts["counts"], type=list[PackedCounts]):
            index.frequencies.languages[packed.language] = _unpack_counts(packed)
        index.window.fill(_unpack_window(msgspec.msgpack.decode(parts["window"], type=PackedWindow)))
        index.places = _unpack_places(msgspec.msgpack.decode(parts["places"], type=PackedPlaces))
        rest = msgspec.msgpack.decode(parts["rest"], type=PackedRest)
    except (KeyError, IndexError, msgspec.MsgspecError) as error:
        raise ValueError(f"no checkpoint of this form: {error}") from error
    index.rulings = Rulings(
        {one: {other: dict(told) for other, told in of.items()} for one, of in rest.rulings.items()}
    )
    index.threads = Threads(
        {story: group[0] for group in rest.threads for story in group}, {group[0]: group for group in rest.threads}
    )
    return index


def _pack_counts(language: str, counts: Counts) -> PackedCounts:
    terms = np.flatnonzero(counts.of).astype(np.int32)
    return PackedCounts(language, counts.reports, terms.tobytes(), counts.of[terms].tobytes())


def _unpack_counts(packed: PackedCounts) -> Counts:
    counts = Counts(packed.reports)
    counts.of[_ints(packed.terms)] = _ints(packed.counts)
    return counts


def _pack_window(vectors: dict[ArticleId, Vector]) -> PackedWindow:
    every = list(vectors.values())
    return PackedWindow(
        list(vectors),
        [vector.language for vector in every],
        [vector.hour for vector in every],
        b"".join(vector.sizes.tobytes() for vector in every),
        b"".join(vector.terms.tobytes() for vector in every),
        b"".join(vector.counts.tobytes() for vector in every),
    )


def _unpack_window(packed: PackedWindow) -> dict[ArticleId, Vector]:
    sizes, terms = _ints(packed.sizes).reshape(-1, len(FIELDS)), _ints(packed.terms)
    counts = np.frombuffer(packed.counts, np.uint16)
    ends = [0, *np.cumsum(sizes.sum(axis=1)).tolist()]
    if ends[-1] != len(terms) or len(terms) != len(counts):
        raise ValueError("arrays of other lengths")
    rows = zip(packed.ids, pairwise(ends), sizes, packed.languages, packed.hours, strict=True)
    return {
        ArticleId(one): Vector(terms[start:end], counts[start:end], held, language, hour)
        for one, (start, end), held, language, hour in rows
    }


def _pack_places(places: Places) -> PackedPlaces:
    names = list(dict.fromkeys([*places.story, *map(ArticleId, places.members), *map(ArticleId, places.opened)]))
    number = {name: at for at, name in enumerate(names)}

    def numbers(ids: Any) -> bytes:
        return np.fromiter((number[one] for one in ids), np.int32).tobytes()

    return PackedPlaces(
        list(names),
        len(places.story),
        numbers(places.members),
        numbers(member for members in places.members.values() for member in members),
        np.fromiter(map(len, places.members.values()), np.int32).tobytes(),
        numbers(places.opened),
        np.fromiter(places.opened.values(), np.int32).tobytes(),
        places.moves,
        places.merged,
    )


def _unpack_places(packed: PackedPlaces) -> Places:
    names, stories = packed.names, _ints(packed.stories).tolist()
    members, sizes = _ints(packed.members).tolist(), _ints(packed.sizes).tolist()
    story: dict[ArticleId, StoryId] = dict.fromkeys(map(ArticleId, names[: packed.reports]), StoryId(""))
    held: dict[StoryId, tuple[ArticleId, ...]] = {}
    for at, (start, end) in zip(stories, pairwise(accumulate(sizes, initial=0)), strict=True):
        mine = held[StoryId(names[at])] = tuple(ArticleId(names[member]) for member in members[start:end])
        for member in mine:
            story[member] = StoryId(names[at])
    opened = zip(_ints(packed.opened).tolist(), _ints(packed.opened_at).tolist(), strict=True)
    return Places(
        story,
        held,
        packed.moves,
        {StoryId(names[at]): when for at, when in opened},
        packed.merged,
    )


def _ints(kept: bytes) -> npt.NDArray[np.int32]:
    return np.frombuffer(kept, np.int32)
