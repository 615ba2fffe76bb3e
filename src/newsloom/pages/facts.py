"""What a sentence states, apart from its words: the counts that it gives and the stances that it tells of.

In: a report with its analysis. Out: names of facts with how much each is worth beside a single word. Two outlets that
give one count, or one party's refusal, state one fact, in whatever words. Pure; the same report gives the same facts.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsloom.records import Claim, Range, Report

COUNT = 3.0  # "killed people": 58; and that it counts the killed at all
STANCE = 2.0  # "Grassley refuses"
KIND_OF_STANCE = 1.0  # that somebody refuses


def facts_of(report: Report, sentence: Range) -> Mapping[str, float]:
    """Facts by name: "Ann Lee refuses" -> {"stance lee refuses": 2.0, "stance refuses": 1.0}."""
    found: dict[str, float] = {}
    for claim in report.analysis.claims:
        if claim.sentence.overlaps(sentence):
            found[f"count {claim.slot}"] = COUNT
            found[f"count {claim.slot} {_filler(claim)}"] = COUNT
    names = {entity.id: entity.name for entity in report.analysis.entities}
    for position in report.analysis.positions:
        if position.sentence.overlaps(sentence):
            last = names.get(position.party, "").lower().split()[-1:]
            found[f"stance {' '.join(last)} {position.stance}"] = STANCE
            found[f"stance {position.stance}"] = KIND_OF_STANCE
    return found


def _filler(claim: Claim) -> str:
    if claim.low is None:
        return claim.value
    return f"{claim.low:g} to {claim.high:g}" if claim.high is not None else f"{claim.low:g} or more"
