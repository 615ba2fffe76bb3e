"""Figures that an outlet changed in a new version of its report.

In: a story's reports in their newest version, and the versions before them. Out: disagreements of kind "later update":
the figure as it stood, and as it stands. A figure was changed where both versions count the same in a sentence that is
otherwise much the same, and the figures exclude each other; what was only added or taken out is no correction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsloom.positions.claims import BARE
from newsloom.positions.figures import FATES, Figure, apart, topic_of
from newsloom.positions.sides import Found, Side
from newsloom.positions.telling import stems_of
from newsloom.records import ArticleId, Claim, Report
from newsloom.text.vectors import overlap

SAME_SENTENCE = 0.6  # of the shorter one's stems: the sentence was edited, not written anew
SAME_TOLL = 0.3  # for tolls, whose slot says more


def corrected_figures(reports: Sequence[Report], replaced: Sequence[Report]) -> Iterator[Found]:
    """Every figure that a new version gives differently: "killed 3 people", then "killed 5 people"."""
    newest = {report.id: report for report in reports}
    shown: set[tuple[ArticleId, str]] = set()
    for old in sorted(replaced, key=lambda report: (report.id, -report.article.version)):
        new = newest.get(old.id)
        for before, after in _changed(old, new) if new is not None else ():
            if (old.id, before.slot) not in shown:
                shown.add((old.id, before.slot))
                yield _found(Figure(old, before), Figure(new or old, after))


def _changed(old: Report, new: Report) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims of one slot whose sentences are one, edited; each version's sentence is used once."""
    kept = {new.article.text_of(claim.sentence) for claim in new.analysis.claims}
    for before in old.analysis.claims:
        if before.slot == BARE or old.article.text_of(before.sentence) in kept:
            continue  # the sentence still stands as it was
        for after in new.analysis.claims:
            same_slot = after.slot == before.slot and after.sentence.part == before.sentence.part
            if same_slot and apart(Figure(old, before), Figure(new, after)) and _is_edited(old, before, new, after):
                yield before, after
                break


def _is_edited(old: Report, before: Claim, new: Report, after: Claim) -> bool:
    one = stems_of(old, old.article.text_of(before.sentence))
    other = stems_of(new, new.article.text_of(after.sentence))
    least = SAME_TOLL if before.slot.startswith(FATES) else SAME_SENTENCE
    return overlap(one, other) >= least


def _found(before: Figure, after: Figure) -> Found:
    slot = before.claim.slot
    label = f"{slot.split(' ')[0]} people" if slot.startswith(FATES) else slot.split(" ")[0]
    sides = tuple(
        Side(figure.report, figure.claim.sentence, figure.claim.value, (figure.report.article.version, figure.low))
        for figure in (before, after)
    )
    topic = f"{topic_of(after, label)}: {after.report.article.outlet}".rstrip(": ")
    return Found(topic, "later update", sides, 2.9)
