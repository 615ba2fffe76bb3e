"""Fingerprints of a passage: few numbers by which another passage with most of the same words is found.

In: words of a passage. Out: the smallest of its pair hashes. A pair is two content words that follow each other when
stop words are left out, so that an edit of a stop word breaks nothing; the smallest hashes are the same choice in every
passage that holds them. Hashes are the same in every process and fit a signed 64 bit column.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

from newsloom.text.tokens import WORD

BITS = 63
FEWEST = 8  # fingerprints of a short passage; of a long one, half its content words


@lru_cache(maxsize=1 << 17)
def hash_word(word: str) -> int:
    """A number below 2**63 for a lower-case word."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def plain_word(word: str) -> str:
    """One spelling for a word: "Kim’s" -> "kim"; "don’t" -> "don't"."""
    low = word.lower().replace("’", "'")
    return low.removesuffix("'s")


@lru_cache(maxsize=1 << 17)
def hash_form(word: str) -> int:
    """The hash of a word in its one spelling, however it is written."""
    return hash_word(plain_word(word))


def word_hashes(text: str) -> list[int]:
    """Hashes of all words of a text, in order, in one spelling each."""
    return [hash_form(word) for word in WORD.findall(text)]


@lru_cache(maxsize=32)
def hash_stop_words(stop_words: frozenset[str]) -> frozenset[int]:
    """Hashes of a language's stop words."""
    return frozenset(hash_word(word) for word in stop_words)


def pair_hashes(content: Sequence[int]) -> set[int]:
    """One number for each two neighbours, in their order."""
    return {_mix(left, right) for left, right in pairwise(content)}


def fingerprints(hashes: Sequence[int], stop_words: frozenset[int]) -> tuple[int, ...]:
    """The smallest pair hashes of a passage: eight, or half as many as it has content words if that is more."""
    content = [word for word in hashes if word not in stop_words]
    return tuple(sorted(pair_hashes(content))[: max(FEWEST, len(content) // 2)])


def _mix(left: int, right: int) -> int:
    mixed = (left * 0x9E3779B97F4A7C15 + right) & 0xFFFFFFFFFFFFFFFF
    mixed ^= mixed >> 32
    mixed = (mixed * 0xD6E8FEB86659FD93) & 0xFFFFFFFFFFFFFFFF
    return (mixed ^ (mixed >> 32)) >> (64 - BITS)
