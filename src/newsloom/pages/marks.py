"""Cited passages in the page of a report: they overlap, so the text is cut wherever one begins or ends.

In: an article and the ranges cited of it. Out: headline and paragraphs as runs that know which passages they are in.
Each passage has an empty anchor where it begins; a style sheet (`mark_rules`) lights up all runs of the passage that is
the page's target, so no script is needed. Invariant: the runs of a paragraph, in order, are the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from newsloom.records import Article, Part, Range
from newsloom.text.sentences import split_paragraphs

MOST_MARKS = 400  # passages of one report that light up; later ones are only scrolled to


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; numbers are places in the cited ranges: those that it is in, begins and ends."""

    text: str
    within: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A report's words, ready to be shown: `cited` gives the numbers in the runs their meaning."""

    cited: tuple[Range, ...]
    headline: tuple[Run, ...]
    paragraphs: tuple[tuple[Run, ...], ...]


def mark_text(article: Article, cited: Iterable[Range]) -> MarkedText:
    """The whole report with every cited passage anchored; ranges outside the text are left out."""
    kept = tuple(sorted({c for c in cited if article.text_of(c).strip()}, key=lambda c: (c.part, c.start, c.end)))
    bounds = article.paragraphs or split_paragraphs(article.text)
    stretches = [("headline", 0, len(article.headline)), *(("text", start, end) for start, end in bounds)]
    cut = [cut_runs(start, end, part, kept) for part, start, end in stretches]  # type: ignore[arg-type]
    flat = [(row, n, number) for row, runs in enumerate(cut) for n, (_, _, w) in enumerate(runs) for number in w]
    first = {number: (row, n) for row, n, number in reversed(flat)}
    last = {number: (row, n) for row, n, number in flat}
    shown = tuple(
        tuple(
            Run(
                article.text_of(Range(start, end, part)),  # type: ignore[arg-type]
                within,
                tuple(number for number in within if first[number] == (row, n)),
                tuple(number for number in within if last[number] == (row, n)),
            )
            for n, (start, end, within) in enumerate(runs)
        )
        for row, (runs, (part, _, _)) in enumerate(zip(cut, stretches, strict=True))
    )
    return MarkedText(kept, shown[0], shown[1:])


def cut_runs(start: int, end: int, part: Part, cited: tuple[Range, ...]) -> list[tuple[int, int, tuple[int, ...]]]:
    """Runs of the stretch [start, end) with the numbers of the ranges that they are in.

    >>> cut_runs(0, 9, "text", (Range(2, 6), Range(4, 9)))
    [(0, 2, ()), (2, 4, (0,)), (4, 6, (0, 1)), (6, 9, (1,))]
    """
    here = [(n, c) for n, c in enumerate(cited) if c.overlaps(Range(start, end, part))]
    edges = sorted({start, end, *(min(max(edge, start), end) for _, c in here for edge in (c.start, c.end))})
    return [(a, b, tuple(n for n, c in here if c.start <= a and b <= c.end)) for a, b in pairwise(edges)]


def mark_rules() -> str:
    """The style sheet: where the anchor of passage n is the target, its runs are lit and its link is shown."""
    return "".join(
        f":root:has(.x{n}:target) .p{n}{{background:var(--mark);box-shadow:0 .12em var(--mark),0 -.12em var(--mark)}}"
        f":root:has(.x{n}:target) .o{n}{{display:inline}}\n"
        for n in range(MOST_MARKS)
    )
