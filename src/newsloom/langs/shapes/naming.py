"""Titles, roles, pronouns and what else tells who is meant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    pass
