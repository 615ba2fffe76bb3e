"""Datelines: the place, day and agency that a report's first sentence is printed behind."""

from __future__ import annotations

import re

from newsloom.records import Range

PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]{2,40}(?:,? ?[A-Z][a-zà-þ.]+){0,3}"
DAY = r"(?:(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)"
AGENCY = r"\([A-Za-z][\w .&/-]{1,30}\)"
PLACED = rf"{PLACE}(?:,? ?{DAY})?,? ?"
DATELINE = re.compile(
    rf"(?:{PLACED}(?:{AGENCY} ?)?|{AGENCY} ?)[-–—]+ +|{PLACED}{AGENCY} +|\([A-Z][\w .&]{{1,20}}\) ",
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Where the sentence text[start:end] begins behind its dateline; without one, where it begins.

    "SEOUL, June 1 (Reuters) - They met." -> 26
    """
    found = DATELINE.match(text, start, end)
    return found.end() if found and found.end() < end else start


def behind_dateline(text: str, sentence: Range) -> Range:
    """A sentence of the text without the dateline that it is printed behind; a headline has none."""
    if sentence.part != "text":
        return sentence
    return Range(after_dateline(text, sentence.start, sentence.end), sentence.end)
