"""Words that tell how an announced happening stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statuses:
    pass
