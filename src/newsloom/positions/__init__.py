"""What each party wants, where reports disagree, and which report says what."""

from newsloom.positions.claims import find_claims
from newsloom.positions.collected import gap_line, never_read
from newsloom.positions.coverage import build_coverage
from newsloom.positions.disagreements import find_disagreements
from newsloom.positions.stances import build_stances, find_positions

__all__ = [
    "build_coverage",
    "build_stances",
    "find_claims",
    "find_disagreements",
    "find_positions",
    "gap_line",
    "never_read",
]
