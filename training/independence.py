"""How often newsloom would take one source for several: the gold statements of the affairs, counted by origins.

    NEWSLOOM_DATA=… python training/independence.py STORE AFFAIR DATE      (the store that holds the affair's reports)

A gold statement names its root (or several) and the reports that carry it. In each of these that is stored, the place
where it stands is the sentence that shares most content words with the gold's own span or wording; a report without
such a sentence is left out. newsloom counts the origins of these places (`quotes.sources.count_sources`). Independence
is overstated where it counts more than the gold names, understated where it counts fewer. Statements that fewer than
two stored reports carry cannot be overstated: they are counted apart.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsloom.langs import LANGUAGES
from newsloom.people.cast import build_cast
from newsloom.quotes.sources import count_sources, statement_sources
from newsloom.records import Range, Report, StoryEvidence, StoryId
from newsloom.store import Store, open_store
from newsloom.text.vectors import content_stems

LEAST_SHARED = 0.4  # of the content words of the gold's wording: below it the sentence may say something else
NUMBERS = {"two": 2, "three": 3, "four": 4}  # as the gold puts it: "three roots: …"
DATA = Path(os.environ.get("NEWSLOOM_DATA", "/nonexistent"))


def stems(text: str) -> frozenset[str]:
    return frozenset(content_stems(text, LANGUAGES["en"].stop_words, "english"))


def place_of(report: Report, gold: dict[str, Any]) -> Range | None:
    """Where a report makes the statement: the gold's own place in the report it quotes, else the likest sentence."""
    if report.article.given_id == gold["report"]:
        return Range(gold["start"], gold["end"])
    wanted = [stems(gold["span"]), stems(gold["statement"])]
    scored = [
        (max(len(own & want) / max(1, len(want)) for want in wanted), -place.start, place)
        for place in report.analysis.sentences
        if (own := stems(report.article.text_of(place)))
    ]
    best = max(scored, default=(0.0, 0, None))
    return best[2] if best[0] >= LEAST_SHARED else None


def evidence_of(store: Store) -> StoryEvidence:
    """All stored reports as one: statements travel between stories."""
    stories = tuple(sorted({StoryId(one) for one in store.decisions.placed().values()}))
    evidence = store.pages.evidence(stories)
    assert evidence is not None
    return evidence


def roots_named(gold: dict[str, Any]) -> int:
    """How many independent roots the gold gives a statement."""
    told = next((n for word, n in NUMBERS.items() if gold["root"].startswith(f"{word} roots")), 1)
    listed: int = gold["root"].count(";") + 1
    return max(told, len(gold.get("roots") or ()), listed)


def counted(
    store: Store, affair: str, until: str
) -> Iterator[tuple[dict[str, Any], int, int, list[tuple[list[str], str]]]]:
    """Gold statements that two stored reports carry: (statement, origins counted, roots of the gold, who is behind)."""
    evidence = evidence_of(store)
    speakers = build_cast(evidence.reports, evidence.people).of
    by_given = {report.article.given_id: report for report in evidence.reports}
    with (DATA / "affairs" / affair / "roots.jsonl").open(encoding="utf-8") as lines:
        for gold in map(json.loads, lines):
            reports = [by_given[one] for one in gold["carried_by"] if one in by_given]
            reports = [report for report in reports if report.article.told_at.date().isoformat() <= until]
            places = [(report, place) for report in reports if (place := place_of(report, gold))]
            if len(places) > 1:
                behind = [
                    ([one.name for one in statement_sources(*place, speakers)], place[0].article.text_of(place[1]))
                    for place in places
                ]
                yield gold, count_sources(places, speakers), roots_named(gold), behind


def main(address: str, affair: str, until: str) -> None:
    """Print every statement that is overstated, and the shares."""
    found = list(counted(open_store(address, readonly=True), affair, until))
    over = [one for one in found if one[1] > one[2]]
    for gold, count, named, behind in over:
        print(f"overstated: {count} for {named}: {gold['root']}: {gold['statement']}")
        print(*(f"    {names}: {text}" for names, text in behind), sep="\n")
    total, under = max(1, len(found)), sum(count < named for _, count, named, _ in found)
    shares = f"{len(over) / total:.1%} overstated, {under / total:.1%} understated"
    print(f"{affair} {until}: {len(found)} statements with two carriers, {shares}")


if __name__ == "__main__":
    main(*sys.argv[1:4])
