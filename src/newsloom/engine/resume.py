"""The story index as the ledger's decided entries left it: from the last checkpoint, and the entries after it.

In: the store. Out: the index after the last decided entry. State in memory is a checkpoint of the ledger, no more: with
one, without one, or with a damaged one the index is the same, it only takes longer.
"""

from __future__ import annotations

from newsloom.config import Settings
from newsloom.records import Entry, Forgotten, Report, Retracted, Seq, Taken, Verdict
from newsloom.store import Store, StoreError
from newsloom.stories.cluster import StoryIndex
from newsloom.stories.snapshot import LAYOUT, pack, unpack

LEAST = 2_000  # entries between two checkpoints; more where the window holds many reports
SHARE = 10  # one in so many of the reports in the window: writing then costs a fraction of deciding
START = Seq(0)


def resume(store: Store, settings: Settings) -> StoryIndex:
    """The index after the last decided entry."""
    index, seq = _from_checkpoint(store, settings)
    replay(index, store, seq)
    return index


def keep_checkpoint(index: StoryIndex, store: Store, settings: Settings, seq: Seq, forgot: bool) -> None:
    """Keep the state after entry `seq`, where it is time to; always where a report was forgotten, so that no checkpoint
    holds what is left of it."""
    since = seq - store.checkpoints.last(maker(settings))
    if forgot or since >= max(LEAST, len(index.window.vectors) // SHARE):
        store.checkpoints.put(seq, maker(settings), pack(index))


def maker(settings: Settings) -> str:
    """What must be the same for a checkpoint to be resumed from."""
    return f"{LAYOUT} {settings.engine} {settings.stories!r}"


def _from_checkpoint(store: Store, settings: Settings) -> tuple[StoryIndex, Seq]:
    seq = store.checkpoints.last(maker(settings))
    if 0 < seq <= store.decisions.cursor() and (parts := store.checkpoints.parts(maker(settings))):
        try:
            return unpack(settings.stories, parts), seq
        except ValueError:  # damaged: the ledger tells it all again
            pass
    return StoryIndex(settings.stories), START


def replay(index: StoryIndex, store: Store, after: Seq = START) -> None:
    """Recorded decisions applied, none made anew."""
    entries = store.ledger.entries(after)
    for decided in store.decisions.decided(after):
        seq, entry = next(entries)
        if seq != decided.seq:
            raise StoreError(
                f"{store.address}: entry {seq} has no decision; `newsloom rebuild --redecide` makes them anew"
            )
        take_in(index, store, seq, entry)
        index.apply(decided.decisions, seq)


def take_in(index: StoryIndex, store: Store, seq: Seq, entry: Entry) -> None:
    """What an entry adds to the index beside its decisions."""
    match entry:
        case Taken():
            report = store.ledger.counted(entry.article_id, entry.version)
            if report is not None:
                index.count(report, version_before(entry, store))
        case Forgotten():
            index.forget(entry.article_id, store.ledger.owed(entry.article_id))
        case Verdict() if entry.about != "person":
            index.rule(frozenset((entry.left, entry.right)), entry.same, seq)
        case Retracted():
            verdict = store.ledger.entry(entry.verdict)
            if isinstance(verdict, Verdict):
                index.unrule(frozenset((verdict.left, verdict.right)), entry.verdict)


def version_before(entry: Taken, store: Store) -> Report | None:
    """The version whose place this one takes."""
    return store.ledger.counted(entry.article_id, entry.version - 1) if entry.version > 1 else None
