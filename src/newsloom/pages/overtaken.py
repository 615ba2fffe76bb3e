"""Counts that later reports have corrected: "50 killed", when all now say 58.

In: the story's reports with their claims. Out: for each count that several outlets give, what the newest of them give
for it; a sentence with an older count that fits none of these is overtaken. A count that is not told again stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf

from newsloom.records import Claim, Range, Report

FEWEST_OUTLETS = 3  # that give a count at all: fewer are no story's toll
PRICE = "money"  # first word of a price's slot
NEWEST_OUTLETS = 2  # that must agree to the newest day's counts before an older one falls


@dataclass(frozen=True, slots=True)
class Count:
    """What the newest reports give for a slot: since when, and between which bounds each."""

    since: date
    bounds: tuple[tuple[float, float], ...]


def count_newest(reports: Iterable[Report]) -> Mapping[str, Count]:
    """The newest counts by slot: "killed people" -> since 5 October, (58, 58) and (59, 59)."""
    told: dict[str, list[tuple[date, str, tuple[float, float]]]] = defaultdict(list)
    for report in reports:
        for claim in report.analysis.claims:
            if is_count(claim):
                day = report.article.told_at.date()
                told[claim.slot].append((day, report.article.outlet or report.id, _bounds(claim)))
    return {slot: count for slot, rows in told.items() if (count := _newest(rows))}


def is_count(claim: Claim) -> bool:
    """Whether a claim counts something that was done ("killed people"), not a price, an age or a share."""
    kind, *counted = claim.slot.split()[:2] or [""]
    return claim.low is not None and bool(counted) and kind != PRICE


def is_overtaken(report: Report, sentence: Range, newest: Mapping[str, Count]) -> bool:
    """Whether a sentence gives an older count that none of the newest ones allows."""
    day = report.article.told_at.date()
    for claim in report.analysis.claims:
        if not sentence.covers(claim.sentence) or not is_count(claim):
            continue
        count = newest.get(claim.slot)
        if count and day < count.since and not any(_meet(_bounds(claim), bounds) for bounds in count.bounds):
            return True
    return False


def _newest(rows: list[tuple[date, str, tuple[float, float]]]) -> Count | None:
    """The counts of the newest days that NEWEST_OUTLETS outlets give between them."""
    if len({outlet for _, outlet, _ in rows}) < FEWEST_OUTLETS:
        return None
    days = sorted({day for day, _, _ in rows}, reverse=True)
    for since in days:
        recent = [(outlet, bounds) for day, outlet, bounds in rows if day >= since]
        if len({outlet for outlet, _ in recent}) >= NEWEST_OUTLETS:
            return Count(since, tuple(sorted({bounds for _, bounds in recent})))
    return None


def _bounds(claim: Claim) -> tuple[float, float]:
    low = -inf if claim.low is None else claim.low
    return low, inf if claim.high is None else claim.high


def _meet(left: tuple[float, float], right: tuple[float, float]) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]
