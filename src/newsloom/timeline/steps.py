"""Status chains: how a story's central events stood, day by day, as the reports then out told it.

In: matters. Out: for each a chain of steps, oldest first, each with the sentence that said so; the last step is how it
stands now. A step is made only where the status changed. A matter that nobody moved has no chain.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsloom.records import Status, StatusChain, StatusStep
from newsloom.timeline.standing import Matter, standing_of, told_days, value_of


def build_chains(matters: tuple[Matter, ...]) -> tuple[StatusChain, ...]:
    """One chain for each matter that changed; the central event's first.

    "planned" on 10 May, "cancelled" on 24 May -> StatusChain("summit", (planned 10 May, cancelled 24 May))
    """
    chains = (StatusChain(matter.name, tuple(_steps(matter))) for matter in matters)
    return tuple(chain for chain in chains if len(chain.steps) > 1)


def _steps(matter: Matter) -> Iterator[StatusStep]:
    last: Status | None = None
    for day in told_days(matter):
        value = value_of(matter, day)
        now = standing_of(matter, day) if value and value != last else None
        if now:
            yield StatusStep(now.value, day, now.sentence)
            last = now.value
