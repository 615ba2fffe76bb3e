"""Numbers with their nouns, in our own English lines."""

from __future__ import annotations


def counted(n: int, one: str, many: str = "") -> str:
    """counted(1, "report") -> "1 report"; counted(2, "story", "stories") -> "2 stories"."""
    return f"{n:,} {one if n == 1 else many or f'{one}s'}"
