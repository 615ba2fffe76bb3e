"""What each feature says of a report and a story, in the model's own terms.

In: the index and one candidate of it. Out: `Weighed`; the effects and the prior add up to the log odds.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsloom.records import Report, Weighed, Weight
from newsloom.stories.cluster import Candidate, StoryIndex, enough_of, told_hour
from newsloom.stories.likeness import COLUMNS, Side, plain_name
from newsloom.stories.vectors import vector_of


def side_of(index: StoryIndex, newest: Iterable[Report]) -> Side | None:
    """Reports of a story, the newest first, as they are compared; None where there are none."""
    every = (vector_of(one.analysis.terms, one.article.language, told_hour(one.article)) for one in newest)
    vectors = enough_of(every, index.settings.together)
    return Side.of(vectors, index.settings.members) if vectors else None


def weighed(index: StoryIndex, report: Report, candidate: Candidate) -> Weighed:
    """A candidate with every feature, the weightiest first."""
    values: dict[str, list[tuple[str, float]]] = {}
    effects: dict[str, float] = {}
    found = zip(COLUMNS, candidate.row.tolist(), index.trees.effects(candidate.row).tolist(), strict=True)
    for column, value, effect in found:
        name, way = plain_name(column), column.partition(", ")[2] or "on average"
        values.setdefault(name, []).append((way, round(value, 4)))
        effects[name] = effects.get(name, 0.0) + effect
    weights = [Weight(name, tuple(values[name]), round(effect, 4)) for name, effect in effects.items()]
    return Weighed(
        candidate.story_id,
        candidate.score,
        candidate.log_odds,
        index.trees.prior,
        tuple(sorted(weights, key=lambda one: (-abs(one.effect), one.feature))),
        candidate.story_id in index.barred(report.id),
    )
