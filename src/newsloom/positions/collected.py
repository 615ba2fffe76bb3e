"""What was read of each outlet, and until when: the ground on which silence is told from "not collected".

In: a story's reports and the last reading of every registered source. Out: instants, and the names of sources that
could not be read at all in the hours of the story. Invariant: an outlet without a registered source is never said to
be "not collected", for nobody set out to collect it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from newsloom.records import ArticleId, CitedSentence, LastRead, Report

LEEWAY = timedelta(hours=1)  # a source read so shortly before a statement was read in its hours
MOST_NAMED = 5


def last_read(reports: Sequence[Report], sources: Sequence[LastRead]) -> dict[ArticleId, datetime]:
    """For each report that a registered source gave: when its outlet was last read, by any source or report of it."""
    read = {source.source_id: source.read_at for source in sources}
    by_outlet: dict[str, datetime] = {}
    for article in (report.article for report in reports):
        if article.source_id in read:
            latest = max(filter(None, (read[article.source_id], article.seen_at, by_outlet.get(article.outlet))))
            by_outlet[article.outlet] = latest
    return {r.id: by_outlet[r.article.outlet] for r in reports if r.article.outlet in by_outlet}


def known_since(claim: CitedSentence, reports: Mapping[ArticleId, Report]) -> datetime | None:
    """From when on a reading of an outlet could bring a statement: its earliest teller's instant, less the leeway."""
    tellers = {words.span.article_id for words in claim.words()} & reports.keys()
    return min((_earliest(reports[teller]) for teller in sorted(tellers)), default=None)


def _earliest(report: Report) -> datetime:
    return min(report.article.told_at, report.article.seen_at) - LEEWAY


def never_read(reports: Sequence[Report], sources: Sequence[LastRead]) -> tuple[str, ...]:
    """Names of the sources without a report here that were visited in vain, and only so, in the story's hours."""
    given = {report.article.source_id for report in reports}
    first = min(map(_earliest, reports))
    last = max(report.article.seen_at for report in reports) + LEEWAY
    return tuple(
        source.name
        for source in sources
        if source.source_id not in given
        and (source.read_at is None or source.read_at < first)
        and source.failing_since is not None
        and source.failing_since <= last
    )


def gap_line(names: Sequence[str]) -> str:
    """Our line on a page about sources that could not be read: "Not collected: A, B and 2 more (…)"."""
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"Not collected: {', '.join(names[:MOST_NAMED])}{more} (could not be read in the hours of these reports)."
