"""How long a restart takes: a checkpoint of many reports put into a store, and resumed from.

    python training/restart.py [--reports 1000000] [--live 100000]

The index is filled with made-up terms and places, as many as the real one would hold; what is measured is packing and
storing (the writer's part) and reading and unpacking (the restart's), in seconds of processor time, and the file.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np

from newsloom.config import Settings
from newsloom.engine.resume import maker
from newsloom.records import ArticleId, Placed, Seq, StoryId
from newsloom.store import open_store
from newsloom.stories.cluster import StoryIndex
from newsloom.stories.snapshot import pack, unpack
from newsloom.stories.vectors import FIELDS, Vector, counted_terms
from newsloom.text.tokens import HASH_BITS

TERMS = 320  # of a report of 3,000 characters, on average
SHARES = (0.55, 0.03, 0.1, 0.2, 0.03, 0.03, 0.03, 0.03)  # of each field


def filled(reports: int, live: int) -> StoryIndex:
    """An index of that many reports, half of which opened a story."""
    chance, index = np.random.default_rng(0), StoryIndex(Settings().stories)
    sizes = (np.array(SHARES) * TERMS).astype(np.int32)
    spaces = np.repeat(np.arange(len(FIELDS), dtype=np.int32) << HASH_BITS, sizes)
    vectors: dict[ArticleId, Vector] = {}
    for number in range(reports):
        name = ArticleId(f"{number:016x}")
        index.places.put(Placed(name, StoryId(name) if number % 2 == 0 else StoryId(f"{number - 1:016x}"), 1.0), Seq(1))
        if number >= reports - live:
            hashes = (chance.zipf(1.2, len(spaces)) % (1 << HASH_BITS)).astype(np.int32)
            terms = np.unique(hashes | spaces)
            held = np.bincount(terms >> HASH_BITS, minlength=len(FIELDS)).astype(np.int32)
            vectors[name] = Vector(terms, np.ones(len(terms), np.uint16), held, "en", number // 200)
            index.frequencies.add("en", counted_terms(vectors[name]), 1)
    index.window.fill(vectors)
    return index


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reports", type=int, default=1_000_000)
    options.add_argument("--live", type=int, default=100_000)
    chosen = options.parse_args()
    index, settings = filled(chosen.reports, chosen.live), Settings()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(str(Path(folder) / "store.db"))
        started = time.process_time()
        store.checkpoints.put(Seq(chosen.reports), maker(settings), pack(index))
        stored = time.process_time()
        again = unpack(settings.stories, store.checkpoints.parts(maker(settings)))
        resumed = time.process_time()
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
        store.close()
    assert again.places.story == index.places.story and len(again.window.vectors) == chosen.live
    print(f"{chosen.reports:,} reports, {chosen.live:,} in the window:")
    print(f"stored in {stored - started:.1f} s, resumed in {resumed - stored:.1f} s, {size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
