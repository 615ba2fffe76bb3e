"""Lines that outlets print into a text and that are no part of the report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Furniture:
    """Regular expressions, one a line, matched without regard to case.

    `whole`: a line that is this and no more. `opening`: a line below `longest` characters that begins so.
    `within`: such a line that holds this. `caption`: a line that is a picture's caption, at any length up to twice
    `longest`. `link_end`: the word that closes a block of links glued into a sentence ("MORE").
    """

    whole: tuple[str, ...]
    opening: tuple[str, ...]
    within: tuple[str, ...]
    caption: tuple[str, ...]
    link_end: str = ""
    longest: int = 320
