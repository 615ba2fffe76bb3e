"""Quoted strings: where quotation marks open and close. Text in, ranges out; knows nothing of speakers.

Every mark is read by its character and by its shape (what stands on either side), so that straight marks, French and
German customs, and marks typed the wrong way round all work. A quoted string never leaves its paragraph: without a
closing mark it ends where the paragraph ends. Linear time, never raises.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from newsloom.text.sentences import Bounds

DOUBLE = re.compile(r"''|``|[\"“”„«»‟〝〞]")
STRAIGHT = re.compile('"')
SINGLE = re.compile(r"[‘’‚'`‹›]")
OPENERS = frozenset("“„«‟〝") | {"``"}
CLOSERS = frozenset("”»〞")
LEADS = frozenset("([{—–-―/:;,…>\u00a0")  # what may stand right before an opening mark
TAILS = frozenset(".,;:!?)]}—–-―/…<'’”\"*&")
ELISIONS = re.compile(r"(?:em|tis|twas|til|cause|n|bout|round|s|t|re|ll|ve|d|\d\ds?)\b", re.I)
ENDS = frozenset(".!?…’'")
STOP = re.compile(r"[.!?,](?=\s)")
LONGEST_SINGLE = 600  # characters: an apostrophe does not close a mark further away

Shape = Literal["open", "close", ""]


class Marked(NamedTuple):
    """A quoted string with its marks. `closed` false: the paragraph ended first."""

    start: int
    end: int
    closed: bool
    single: bool


def find_marked(text: str, paragraphs: tuple[Bounds, ...]) -> tuple[Marked, ...]:
    """Outermost quoted strings in order of place; quotes within quotes belong to the outer one.

    >>> [text[m.start:m.end] for text in ['He said, "I go," and „bye“.'] for m in find_marked(text, ((0, 27),))]
    ['"I go,"', '„bye“']
    """
    found: list[Marked] = []
    for start, end in paragraphs:
        doubles = tuple(_doubles(text, start, end))
        found += doubles
        edges = [start, *(edge for mark in doubles for edge in (mark.start, mark.end)), end]
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            found += _singles(text, left, right)
    return tuple(sorted(found))


def _shape(text: str, start: int, end: int, low: int, high: int) -> Shape:
    """Whether the mark at [start, end) hugs the word after it ("open"), before it ("close"), or neither."""
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    free_before, free_after = before.isspace() or before in LEADS, after.isspace() or after in TAILS
    if free_before and not after.isspace() and not (free_after and not before.isspace()):
        return "open" if after not in ",.;!?" or (before.isspace() and after == ".") else ""
    if not before.isspace() and free_after:
        return "close"
    return ""


def _doubles(text: str, low: int, high: int) -> Iterator[Marked]:
    opened: int | None = None
    depth = 0
    for mark in DOUBLE.finditer(text, low, high):
        sign, shape = mark.group(), _shape(text, mark.start(), mark.end(), low, high)
        if opened is None:
            if (sign in OPENERS and shape != "close") or shape == "open" or (not shape and sign not in CLOSERS):
                opened, depth = mark.start(), 0
        elif (shape == "open" and sign in OPENERS) or sign == "``":
            depth += 1  # a quote within the quote, or the end of this one was forgotten
            if not _closes_later(text, mark.end(), high, depth + 1):
                end = _forgotten_end(text, opened, mark.start())
                yield Marked(opened, end, False, False)
                opened, depth = mark.start(), 0
        elif shape == "open" and sign == '"' and _is_inner(text, mark.end(), low, high):
            depth += 1
        elif shape == "open" and sign not in CLOSERS and _looks_new(text, opened, mark.start()):
            yield Marked(opened, _forgotten_end(text, opened, mark.start()), False, False)
            opened, depth = mark.start(), 0
        elif depth and shape != "open":
            depth -= 1
        elif shape != "open" or sign in CLOSERS or sign == '"':
            yield Marked(opened, mark.end(), True, False)
            opened = None
    if opened is not None:
        yield Marked(opened, high, False, False)


def _closes_later(text: str, start: int, high: int, wanted: int) -> bool:
    """Whether as many closing marks follow as quotes are open."""
    seen = 0
    for mark in DOUBLE.finditer(text, start, min(high, start + 4000)):
        seen += mark.group() in CLOSERS or (mark.group() in ("''", '"', "“") and mark.group() not in ("``",))
        if mark.group() in OPENERS and mark.group() != "“":
            return False
        if seen >= wanted:
            return True
    return False


def _is_inner(text: str, start: int, low: int, high: int) -> bool:
    """Whether a straight mark opens a quote within the quote: two closing ones follow, and no opening one between."""
    following = itertools.islice(STRAIGHT.finditer(text, start, high), 2)
    shapes = [_shape(text, mark.start(), mark.end(), low, high) for mark in following]
    return shapes == ["close", "close"]


def _looks_new(text: str, opened: int, at: int) -> bool:
    """A second opening mark after a sentence's end, far from the first: the first was never closed."""
    before = text[opened:at].rstrip()
    return len(before) > 40 and before[-1:] in ".!?" and text[at - 1 : at].isspace()


def _forgotten_end(text: str, opened: int, limit: int) -> int:
    """Where a quote without a closing mark most likely ended before `limit`: after its first sentence-like stop."""
    kept = text[opened:limit].rstrip()
    if kept[-1:] in ENDS:
        return opened + len(kept)
    stop = STOP.search(text, opened + 1, limit)
    return stop.end() if stop else opened + max(len(kept), 1)


def _singles(text: str, low: int, high: int) -> Iterator[Marked]:
    at = low
    while opener := _single_opener(text, at, low, high):
        if closer := _single_closer(text, opener, high):
            yield Marked(opener, closer, True, True)
            at = closer
        else:
            at = opener + 1


def _single_opener(text: str, at: int, low: int, high: int) -> int | None:
    for mark in SINGLE.finditer(text, at, high):
        place, sign = mark.start(), mark.group()
        before = text[place - 1] if place > low else " "
        after = text[mark.end()] if mark.end() < high else " "
        spaced = (sign == "`" and after == " ") or sign == "‹"
        if (before.isspace() or before in LEADS) and (after.isalnum() or spaced or after in '…[$£€“"'):
            if sign in "'’" and ELISIONS.match(text, mark.end(), high):
                continue
            if sign in "’›" and not before.isspace():
                continue
            return place
    return None


def _single_closer(text: str, opener: int, high: int) -> int | None:
    """The mark that closes: an apostrophe inside a word never does, nor a plural's ("the workers' union") if a later
    mark can."""
    limit, spare = min(high, opener + LONGEST_SINGLE), None
    for mark in re.compile(r"[’'›]").finditer(text, opener + 2, limit):
        before, after = text[mark.start() - 1], text[mark.end()] if mark.end() < high else " "
        if before.isspace() or after.isalnum():
            continue
        if before in ".,!?…;" or not (before == "s" and after.isspace()):
            return mark.end()
        spare = spare or mark.end()
    return spare
