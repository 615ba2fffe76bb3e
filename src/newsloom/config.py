"""Settings: one frozen record per step. A calibrated threshold says which set calibrated it.

Nothing here is read from the environment; the command line builds a Settings and hands it down.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`analyser` and `engine` name what made a kept analysis or decision; raise them when their output changes."""

    analyser: str = "1"
    engine: str = "1"
    light: bool = False  # the light tagger: faster, finds fewer names
