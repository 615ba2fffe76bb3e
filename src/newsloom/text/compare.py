"""Two wordings of one thing, word by word. Pure; in: two strings, out: runs that are kept, gone or new.

Invariant: kept and new runs, joined by blanks, are the second string's words; kept and gone runs the first's.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MOST_WORDS = 600  # the comparison is quadratic: longer strings are compared as wholes


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words of one kind."""

    kind: Literal["kept", "gone", "new"]
    text: str


def compare_words(before: str, after: str) -> tuple[Run, ...]:
    """Runs of words; case, punctuation and the shape of quotation marks make no difference.

    >>> compare_words("the eyes and hope", "“The eyes and hopes”")
    (Run(kind='kept', text='“The eyes and'), Run(kind='gone', text='hope'), Run(kind='new', text='hopes”'))
    """
    left, right = before.split(), after.split()
    if max(len(left), len(right)) > MOST_WORDS:
        return (Run("kept", after),) if left == right else (Run("gone", before), Run("new", after))
    matcher = SequenceMatcher(None, [bare(word) for word in left], [bare(word) for word in right], autojunk=False)
    runs: list[Run] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            runs.append(Run("kept", " ".join(right[k:m])))
            continue
        if i < j:
            runs.append(Run("gone", " ".join(left[i:j])))
        if k < m:
            runs.append(Run("new", " ".join(right[k:m])))
    return tuple(runs)


def same_words(before: str, after: str) -> bool:
    """True where nothing but case and punctuation differs."""
    return [*filter(None, map(bare, before.split()))] == [*filter(None, map(bare, after.split()))]


def bare(word: str) -> str:
    """The letters and digits of a word, in lower case: "“The" -> "the"; a lone dash -> ""."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    return "".join(char for char in folded if char.isalnum())
