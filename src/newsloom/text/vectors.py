"""Sentences as sets of stems, and how much two of them have in common. Linear in the words; never raises."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache, lru_cache

import snowballstemmer

from newsloom.text.fingerprints import plain_word
from newsloom.text.tokens import WORD


def content_stems(text: str, stop_words: Collection[str], stemmer: str = "") -> tuple[str, ...]:
    """Stems of the words that are no stop words, in order: "He denies the claims" -> ("deni", "claim")."""
    stem = _stemmer(stemmer)
    plain = (plain_word(word) for word in WORD.findall(text))
    return tuple(stem(word) for word in plain if word not in stop_words and (len(word) > 1 or word.isdigit()))


def overlap(left: Collection[str], right: Collection[str]) -> float:
    """The share of the smaller set that is in the other: ({"a", "b"}, {"b", "c", "d"}) -> 0.5; 0 where one is empty."""
    smaller, larger = sorted((frozenset(left), frozenset(right)), key=len)
    return len(smaller & larger) / len(smaller) if smaller else 0.0


@cache
def _stemmer(name: str) -> Callable[[str], str]:
    if not name:
        return str
    stemmer = snowballstemmer.stemmer(name)
    return lru_cache(maxsize=1 << 16)(lambda word: str(stemmer.stemWord(word)))
