"""Words of a text and their hashes. Hashes are the same in every process and on every machine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from newsloom.records import Terms

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
PARTED = re.compile(f"({WORD.pattern})")  # splits a text into gap, word, gap, …, word, gap
HASH_BITS = 20


def find_words(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of the words: runs of letters and digits, joined by an inner hyphen, full stop or apostrophe.

    >>> [ "Mr. Kim's U.S.-led 3.5%"[s:e] for s, e in find_words("Mr. Kim's U.S.-led 3.5%") ]
    ['Mr', "Kim's", 'U.S', 'led', '3.5']
    """
    return tuple(found.span() for found in WORD.finditer(text))


def words(text: str) -> list[str]:
    """The words, lower-cased."""
    return [found.lower() for found in WORD.findall(text)]


@lru_cache(1 << 17)
def hash_term(term: str) -> int:
    """A number below 2**HASH_BITS for a term."""
    return crc32(term.encode()) & ((1 << HASH_BITS) - 1)


def count_terms(terms: Iterable[str]) -> Terms:
    """Counts of hashed terms, sorted: never iterate over a set of strings, its order differs by process."""
    return counted(map(hash_term, terms))


def counted(hashes: Iterable[int]) -> Terms:
    """Counts of hashes, sorted: [5, 3, 5] -> ((3, 1), (5, 2))."""
    return tuple(sorted(Counter(hashes).items()))
