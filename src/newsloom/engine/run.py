"""One turn of the loom.

    pages    -> extract -> Article    take      ledger entry, durable, then acknowledged
    articles -> analyse -> Analysis   keep      pure, in any process, in any order
    entries  -> decide  -> Decided    put       one writer, entry by entry, in ledger order
    stories  -> weave   -> StoryPage  put_page  the stale ones: pure, in any process, newest first

What there is to do is always a query on the store, never a variable: a kill anywhere is mended by the next turn, and
`add`, `collect`, `weave`, `run` and `rebuild` differ only in what they put into, or take out of, the store beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from newsloom.config import Settings
from newsloom.engine.analyse import analyse_safely
from newsloom.engine.decide import decide, store_decided
from newsloom.engine.parallel import Mapper, batches
from newsloom.engine.resume import keep_checkpoint, resume
from newsloom.engine.threads import weave_threads
from newsloom.engine.weave import weave_safely
from newsloom.records import Article, Forgotten, Refused, Seq, StoryEvidence, StoryId, Verdict
from newsloom.store import Store

BATCH = 100  # entries a commit: each still sees the decisions of those before it
Item = Article | Refused | Verdict


@dataclass(slots=True)
class Tally:
    """What became of the input of one turn."""

    stored: int = 0
    known: int = 0
    quarantined: int = 0


# called for each report stored and each refusal, after the commit: (what it is, source)
Acknowledge = Callable[[Article | Refused], None]
Failed = Callable[[Refused], None]
# called as work goes on: (what is being done, done, of how many; 0 = not known)
Progress = Callable[[str, int, int], None]


def turn(
    store: Store,
    items: Iterable[Item],
    settings: Settings,
    mapper: Mapper,
    now: str,
    acknowledge: Acknowledge = lambda item: None,
    progress: Progress = lambda what, done, total: None,
) -> Tally:
    """Take the items, then do whatever the store says is to do. What a step fails on is quarantined, counted, shown."""
    tally = take(store, items, now, acknowledge, progress)

    def failed(refused: Refused) -> None:
        store.ledger.refuse(refused, now)
        tally.quarantined += 1
        acknowledge(refused)

    analyse_all(store, settings, mapper, failed, progress)
    decide_all(store, settings, progress)
    weave_stale(store, mapper, failed, progress)
    return tally


def take(store: Store, items: Iterable[Item], now: str, acknowledge: Acknowledge, progress: Progress) -> Tally:
    """Items -> ledger. Each is acknowledged after its commit: what is acknowledged survives kill -9."""
    tally = Tally()
    for some in batches(items, BATCH):
        with store.transaction():
            done = [_take_one(store, item, now, tally) for item in some]
        for item in done:
            if item is not None:
                acknowledge(item)
        progress("reading", tally.stored + tally.known + tally.quarantined, 0)
    return tally


def _take_one(store: Store, item: Item, now: str, tally: Tally) -> Article | Refused | None:
    if isinstance(item, Refused):
        store.ledger.refuse(item, now)
        tally.quarantined += 1
        return item
    if isinstance(item, Verdict):
        standing = {(v.about, v.left, v.right, v.same, v.at) for _, v in store.ledger.verdicts()}
        if (item.about, item.left, item.right, item.same, item.at) not in standing:
            store.ledger.append(item)
        return None
    outcome, article = store.ledger.take(item)
    if outcome == "stored":
        tally.stored += 1
        return article
    tally.known += 1
    return None


def analyse_all(store: Store, settings: Settings, mapper: Mapper, failed: Failed, progress: Progress) -> None:
    """Articles without analysis -> kept analyses; of an article on which a step fails, an empty one."""
    total, done = store.ledger.count_unanalysed(), 0
    if not total:
        return
    work: Callable[[Article], Any] = partial(analyse_safely, settings=settings)
    for found in batches(mapper(work, store.ledger.unanalysed()), BATCH):
        with store.transaction():
            for analysis, _ in found:
                store.ledger.keep(analysis)
        for _, refused in found:
            if refused:
                failed(refused)
        done += len(found)
        progress("analysing", done, total)


def decide_all(store: Store, settings: Settings, progress: Progress) -> None:
    """Entries past the cursor -> decisions, one after the other."""
    first, last = store.decisions.cursor(), store.ledger.last()
    if first == last:
        return
    index = resume(store, settings)
    for entries in batches(store.ledger.entries(after=first), BATCH):
        with store.transaction():
            for seq, entry in entries:
                store_decided(decide(seq, entry, index, store, settings), entry, store)
            forgot = any(isinstance(entry, Forgotten) for _, entry in entries)
            keep_checkpoint(index, store, settings, entries[-1][0], forgot)
        progress("deciding", entries[-1][0] - first, last - first)


def weave_stale(store: Store, mapper: Mapper, failed: Failed, progress: Progress) -> None:
    """Stale stories -> pages, the newest first; then the threads that they belong to."""
    marks = dict(store.pages.stale())
    for done, woven in enumerate(mapper(weave_safely, _evidence_of(store, marks)), 1):
        if woven.page is not None and woven.listing is not None:
            store.pages.put_page(woven.page, woven.listing, marks[woven.story_id])
        if woven.refused is not None:
            failed(woven.refused)
            store.pages.unmark(woven.story_id, marks[woven.story_id])
        progress("weaving", done, len(marks))
    weave_threads(store, mapper, failed, progress)


def _evidence_of(store: Store, marks: dict[StoryId, Seq]) -> Iterable[StoryEvidence]:
    for story_id, marked_at in marks.items():
        evidence = store.pages.evidence((story_id,))
        if evidence is None:
            store.pages.drop_page(story_id, marked_at)
        else:
            yield evidence
