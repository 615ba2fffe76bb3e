"""Settings: one frozen record per step. A calibrated threshold says which set calibrated it.

Nothing here is read from the environment; the command line builds a Settings and hands it down.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StorySettings:
    """Grouping into stories. The thresholds were set on stream/ and incidents/ (docs/benchmarks/stories.md)."""

    model: str = "stories"  # models/<name>.json
    join_at: float = 0.5  # calibrated probability: report and story
    merge_at: float = 0.9  # both, and their report
    window_days: int = 14  # a story without a report for so long takes no more, except by verdict
    looked_up: int = 60  # reports that share telling terms
    compared: int = 12  # stories
    members: int = 8  # newest of each story, one by one
    together: int = 24  # newest of each story, added up
    reasons: int = 6  # that are kept with a decision


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """Finding passages in the archive (docs/benchmarks/passages.md)."""

    most_carriers: int = 100  # of one fingerprint: above it a stock phrase, that finds nothing


@dataclass(frozen=True, slots=True)
class Settings:
    """`analyser` and `engine` name what made a kept analysis or decision; raise them when their output changes."""

    analyser: str = "1"
    engine: str = "1"
    light: bool = False  # the light tagger: faster, finds fewer names
    stories: StorySettings = StorySettings()
    reuse: ReuseSettings = ReuseSettings()
