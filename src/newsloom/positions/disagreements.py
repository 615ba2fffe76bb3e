"""Where reports disagree.

In: a story's reports, the persons that their entities are, the source on which each report's text rests, and the
versions that the reports replaced. Out: disagreements, the weightiest first; each value is a report's own words, with
its sentences, and is counted by origins, so that reprints of one source are one voice. Precision goes first: what may
be of two things is not shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsloom.positions.contradicted import told_contradictions
from newsloom.positions.corrected import corrected_figures
from newsloom.positions.counts import disputed_counts
from newsloom.positions.days import disputed_days
from newsloom.positions.denials import disputed_charges
from newsloom.positions.figures import disputed_figures
from newsloom.positions.manners import disputed_deaths
from newsloom.positions.seats import disputed_seats
from newsloom.positions.sides import build
from newsloom.positions.whether import disputed_plans
from newsloom.positions.wordings import disputed_words
from newsloom.records import ArticleId, Disagreement, EntityId, Person, Report

MOST = 14  # on one page


def find_disagreements(
    reports: tuple[Report, ...],
    speakers: Mapping[EntityId, Person],
    sources: Mapping[ArticleId, str],
    replaced: tuple[Report, ...] = (),
) -> tuple[Disagreement, ...]:
    """One slot with fillers that exclude each other: "58" and "at least 59" people killed; never 58 and "nearly 60"."""
    found = [
        *corrected_figures(reports, replaced),
        *disputed_figures(reports, speakers),
        *disputed_counts(reports, speakers),
        *disputed_days(reports),
        *disputed_plans(reports),
        *disputed_deaths(reports, speakers),
        *disputed_charges(reports, speakers),
        *told_contradictions(reports, speakers),
        *disputed_seats(reports, speakers),
        *disputed_words(reports, speakers),
    ]
    ranked = sorted(found, key=lambda one: -one.weight)  # stable: within a weight, in the order found
    built = (build(one, sources) for one in ranked)
    return tuple(disagreement for disagreement in built if disagreement is not None)[:MOST]
