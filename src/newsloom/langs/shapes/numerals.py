"""A language's words for numbers: its calendar and its counting read them from one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Numerals:
    """`cardinals`: words below a hundred ("twenty"), in lower case; `ordinals`: "third", "1er"."""

    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int] = field(default_factory=dict)


def numbered(groups: Iterable[str], first: int = 1, step: int = 1) -> dict[str, int]:
    """The words of each group with its number.

    ("january jan", "february") -> {"january": 1, "jan": 1, "february": 2}
    """
    return {word: first + step * at for at, group in enumerate(groups) for word in group.split()}
