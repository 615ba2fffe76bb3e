"""Paragraphs and sentences of a text, as ranges of code points into it. The text itself is never altered.

Sentence boundaries are those of `sentencex` (Wikimedia's segmenter, some 300 languages), within paragraphs; behind a
title that it does not know ("Ms.") a sentence goes on.
"""

from __future__ import annotations

import re
from itertools import pairwise

import sentencex

from newsloom.langs import LANGUAGES

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\r\n[^\S\n]*\r\n\s*")
LINE_BREAK = re.compile(r"\s*\n\s*")
LONG_LINE = 120  # characters: in a text without blank lines, lines longer than this are paragraphs, not wrapped text

Bounds = tuple[int, int]


def split_paragraphs(text: str) -> tuple[Bounds, ...]:
    """Ranges of the paragraphs, without the blanks around them.

    A blank line parts paragraphs; in a text that has none, each line break does if the lines are long.

    >>> split_paragraphs("One.\\n\\n Two.")
    ((0, 4), (7, 11))
    """
    gap = BLANK_LINE
    if "\n" in text and not BLANK_LINE.search(text.strip()):
        lines = [len(line) for line in text.split("\n") if line.strip()]
        if lines and sum(lines) / len(lines) > LONG_LINE:
            gap = LINE_BREAK
    edges = [0, *(edge for found in gap.finditer(text) for edge in found.span()), len(text)]
    return tuple(kept for start, end in zip(edges[::2], edges[1::2], strict=True) if (kept := trim(text, start, end)))


def split_sentences(text: str, language: str = "en") -> tuple[Bounds, ...]:
    """Ranges of the sentences, without the blanks around them; none crosses a paragraph. Linear time, never raises.

    >>> split_sentences('Mr. Kim left. "We go," he said.')
    ((0, 13), (14, 31))
    """
    known = LANGUAGES.get(language)
    titles = tuple(sorted(known.abbreviated)) if known else ()
    found: list[Bounds] = []
    for start, end in split_paragraphs(text):
        paragraph = text[start:end]
        at = start
        for piece in sentencex.segment(language or "en", paragraph):
            if kept := trim(text, at, min(at + len(piece), end)):
                if found and found[-1][0] >= start and _ends_in_title(text, found[-1], titles):
                    kept = (found.pop()[0], kept[1])
                found.append(kept)
            at += len(piece)
    return tuple(found)


def _ends_in_title(text: str, sentence: Bounds, titles: tuple[str, ...]) -> bool:
    start, end = sentence
    title = next((title for title in titles if text.endswith(title, start, end)), "")
    before = end - len(title) - 1
    return bool(title) and (before < start or not text[before].isalnum())


def trim(text: str, start: int, end: int) -> Bounds | None:
    """The range without the blanks at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def gaps(bounds: tuple[Bounds, ...]) -> tuple[Bounds, ...]:
    """The stretches between neighbours: ((0, 4), (7, 11)) -> ((4, 7),)."""
    return tuple((left[1], right[0]) for left, right in pairwise(bounds))
