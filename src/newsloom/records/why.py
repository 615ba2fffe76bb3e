"""Why a report stands where it stands: what was decided, and what the features say now. No decision reads it."""

from __future__ import annotations

from dataclasses import dataclass

from newsloom.records.observed import ArticleId, Seq, StoryId

CAME = "it came"  # what the first decision about a report is made upon


@dataclass(frozen=True, slots=True)
class Weight:
    """One feature: its values ("on average" over the story's newest reports, "nearest", "together"), and what it adds
    to the log odds that report and story belong together."""

    feature: str
    values: tuple[tuple[str, float], ...]
    effect: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """A report against a story, as if it came now. `log_odds` is `prior` and the effects, added up; `score` the
    probability that they stand for. `barred`: a verdict keeps the two apart, whatever the score."""

    story_id: StoryId
    score: float
    log_odds: float
    prior: float
    weights: tuple[Weight, ...]
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision that placed or moved the report: of which ledger entry, by which engine, upon what."""

    entry: Seq
    engine: str
    upon: str
    story_id: StoryId
    score: float
    reasons: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """`nearest`: the stories that it is most like, the likeliest first, its own among them; `asked`: the one asked
    about, None where that story has no other report. From `join_at` on a report joins."""

    article_id: ArticleId
    story_id: StoryId
    recorded: tuple[Recorded, ...]
    asked: Weighed | None
    nearest: tuple[Weighed, ...]
    join_at: float
