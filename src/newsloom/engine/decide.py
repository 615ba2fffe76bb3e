"""One ledger entry -> the decisions that follow from it. Entry by entry, in order, never by batch.

In: the entry, the story index and the store as all earlier entries left them. Out: `Decided`. `decide` reads; the
caller stores what it gives back (`store_decided`), and only then is the next entry looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsloom.config import Settings
from newsloom.engine import namings
from newsloom.engine.resume import version_before
from newsloom.passages import reuse
from newsloom.records import (
    ArticleId,
    Decided,
    Decision,
    Entry,
    Forgotten,
    Linked,
    Named,
    Report,
    Retracted,
    Seq,
    StoryId,
    Taken,
    Verdict,
)
from newsloom.store import Store
from newsloom.stories.cluster import StoryIndex

Outcome = tuple[tuple[Decision, ...], set[StoryId]]


def decide(seq: Seq, entry: Entry, index: StoryIndex, store: Store, settings: Settings) -> Decided:
    match entry:
        case Taken():
            decisions, stale = _take(seq, entry, index, store, settings)
        case Verdict(about="person"):
            decisions, stale = namings.obey(entry, store)
        case Verdict():
            decisions, stale = _obey_about_story(seq, entry, index)
        case Retracted():
            decisions, stale = _retract(seq, entry, index, store)
        case Forgotten():
            decisions, stale = (), index.forget(entry.article_id, store.ledger.owed(entry.article_id))
    return Decided(seq, settings.engine, decisions, tuple(sorted(stale)))


def store_decided(decided: Decided, entry: Entry, store: Store) -> None:
    """Store the outcome of an entry with all that follows from it for later look-ups."""
    store.decisions.put(decided)
    index_entry(decided.seq, entry, store)


def index_entry(seq: Seq, entry: Entry, store: Store) -> None:
    match entry:
        case Verdict(about="person"):
            store.decisions.rule(seq, entry)
        case Retracted(verdict=verdict):
            store.decisions.unrule(verdict)
        case Taken(article_id=article_id, version=version):
            report = store.ledger.report(article_id, version)
            if report is not None:
                store.ledger.index_passages(report)
        case Forgotten(article_id=article_id):
            store.decisions.strip(article_id, store.ledger.entries_of(article_id))


def _take(seq: Seq, entry: Taken, index: StoryIndex, store: Store, settings: Settings) -> Outcome:
    report = store.ledger.report(entry.article_id, entry.version)
    if report is None:  # forgotten since: the entry stands, it says nothing
        return (), set()
    placed = index.place(report)
    matches = reuse.match(report, _carriers(report, store, settings))
    named = namings.name(report, store)
    index.count(report, version_before(entry, store))
    stale = index.apply(placed, seq) | {index.story[report.id]}
    earlier = (ArticleId(d.earlier) for d in placed if isinstance(d, Linked))
    stale |= {index.story[one] for one in earlier if one in index.story}
    return (*placed, *matches, *named), stale


def _carriers(report: Report, store: Store, settings: Settings) -> Iterator[reuse.Carrier]:
    """The stored passages worth comparing, with their words; those of a forgotten report have none."""
    holders = store.ledger.holders(reuse.keys(report), settings.reuse.most_carriers)
    for (article_id, version, number), near in reuse.choose(report, holders).items():
        other = store.ledger.shared_by(article_id, version)
        if other is not None and number < len(other.analysis.passages):
            yield reuse.carrier_of(other, number, near)


def _obey_about_story(seq: Seq, verdict: Verdict, index: StoryIndex) -> Outcome:
    decisions = index.obey(verdict) if verdict.about == "story" else ()
    index.rule(frozenset((verdict.left, verdict.right)), verdict.same, seq)
    return decisions, index.apply(decisions, seq)


def _retract(seq: Seq, entry: Retracted, index: StoryIndex, store: Store) -> Outcome:
    """Each report or entity that the verdict moved stands again where the other decisions last put it."""
    undone, verdict = store.decisions.decided_of(entry.verdict), store.ledger.entry(entry.verdict)
    if undone is None or not isinstance(verdict, Verdict):
        return (), set()
    placed = index.retract(entry.verdict)
    index.unrule(frozenset((verdict.left, verdict.right)), entry.verdict)
    stale = index.apply(placed, seq)
    moved = [d for d in undone.decisions if isinstance(d, Named)]
    named, shown = namings.take_back(entry.verdict, moved, verdict, store.ledger.undone(before=seq), store)
    return (*placed, *named), stale | shown
