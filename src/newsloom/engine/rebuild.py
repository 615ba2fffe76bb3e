"""All that can be rebuilt, rebuilt: from the ledger, the kept analyses and the kept decisions."""

from __future__ import annotations

from newsloom.engine.decide import index_entry
from newsloom.engine.run import Progress
from newsloom.store import DERIVED, Store


def empty_derived(
    store: Store,
    *,
    redecide: bool = False,
    reanalyse: bool = False,
    progress: Progress = lambda what, done, total: None,
) -> None:
    """Take out what the next turn shall make anew.

    Plain: tables and pages, from the decisions as they were made. `redecide`: the automatic decisions too, which
    changes nothing if the engine is the same and nothing was forgotten. `reanalyse`: the analyses too.
    """
    redecide = redecide or reanalyse
    with store.transaction():
        store.decisions.empty(DERIVED)
        if reanalyse:
            store.ledger.drop_analyses()
        if redecide:
            store.decisions.drop_all()
            store.checkpoints.drop()
            return
        entries, last = dict(store.ledger.entries()), store.decisions.cursor()
        for decided in store.decisions.decided():
            store.decisions.put_back(decided)
            index_entry(decided.seq, entries[decided.seq], store)
            progress("replaying", decided.seq, last)
        store.decisions.mark_stale(store.decisions.stories(), last)
