"""Verbs by which a party wants, offers, refuses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stances:
    pass
