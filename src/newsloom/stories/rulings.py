"""What people have ruled: these two reports are, or are not, of one story. The latest verdict on a pair stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsloom.records import Seq

Pair = frozenset[str]


@dataclass(slots=True)
class Rulings:
    """`of`: for each report, each other one ruled on, and the verdicts in the order in which they were given."""

    of: dict[str, dict[str, dict[Seq, bool]]] = field(default_factory=dict)

    def rule(self, pair: Pair, same: bool, seq: Seq) -> None:
        for left, right in _both_ways(pair):
            self.of.setdefault(left, {}).setdefault(right, {}).pop(seq, None)
            self.of[left][right][seq] = same

    def withdraw(self, pair: Pair, seq: Seq) -> None:
        """That verdict binds no more; an earlier one on the same pair does again."""
        for left, right in _both_ways(pair):
            verdicts = self.of.get(left, {}).get(right, {})
            verdicts.pop(seq, None)
            if not verdicts and left in self.of:
                self.of[left].pop(right, None)
                if not self.of[left]:
                    del self.of[left]

    def ruled(self, report: str, same: bool) -> list[str]:
        """The reports with which this one was ruled the same (or not the same), in the order of the first ruling."""
        return [other for other, verdicts in self.of.get(report, {}).items() if list(verdicts.values())[-1] is same]

    def part(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Whether a verdict keeps a report on the left from one on the right."""
        others = set(right)
        return any(other in others for report in left for other in self.ruled(report, same=False))


def _both_ways(pair: Pair) -> tuple[tuple[str, str], ...]:
    if len(pair) != 2:
        return ()
    left, right = sorted(pair)
    return ((left, right), (right, left))
