"""Thread pages: an affair over weeks, woven from the reports of all its stories like any story page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsloom.engine.parallel import Mapper
from newsloom.engine.weave import Woven, weave_safely
from newsloom.records import Linked, Refused, Seq, StoryEvidence, StoryId
from newsloom.store import Store
from newsloom.stories.threads import threads


def find_threads(store: Store) -> dict[StoryId, tuple[StoryId, ...]]:
    """Thread id -> its stories (two or more), the earliest first."""
    found: dict[StoryId, list[StoryId]] = {}
    listings = {listing.id: listing for listing in store.pages.listings()}
    stories = sorted(listings, key=lambda story: (listings[story].as_of, story))
    for story, thread in threads(_links_now(store), tuple(stories)).items():
        found.setdefault(thread, []).append(story)
    return {thread: tuple(sorted(members)) for thread, members in sorted(found.items()) if len(members) > 1}


def _links_now(store: Store) -> tuple[Linked, ...]:
    """Links as decided, their ends named after the stories where the openers are now."""
    now = []
    for link in store.decisions.links():
        ends = store.decisions.story_of(link.story_id), store.decisions.story_of(link.earlier)
        if ends[0] and ends[1] and ends[0] != ends[1]:
            now.append(Linked(ends[0], ends[1], link.score, link.reasons))
    return tuple(now)


def weave_threads(
    store: Store, mapper: Mapper, failed: Callable[[Refused], None], progress: Callable[[str, int, int], None]
) -> None:
    """Make anew the threads of which a story changed; drop those that are none any more."""
    found = find_threads(store)
    for gone in set(store.pages.ids("thread")) - set(found):
        store.pages.drop_page(gone, Seq(0), "thread")
    due = {thread: seq for thread, members in found.items() if (seq := _due(store, thread, members))}
    evidence = _evidence_of(store, {thread: found[thread] for thread in due})
    for done, woven in enumerate(mapper(_weave_thread, evidence), 1):
        if woven.page is not None and woven.listing is not None:
            store.pages.put_page(woven.page, woven.listing, due[woven.story_id])
        if woven.refused is not None:
            failed(woven.refused)
        progress("weaving threads", done, len(due))


def _weave_thread(evidence: tuple[StoryEvidence, tuple[StoryId, ...]]) -> Woven:
    return weave_safely(evidence[0], "thread", evidence[1])


def _due(store: Store, thread: StoryId, members: tuple[StoryId, ...]) -> Seq | None:
    """The ledger place that the thread's page must reach; None where it is up to date."""
    newest = max((built[0] for story in members if (built := store.pages.built_at(story))), default=Seq(0))
    return None if store.pages.built_at(thread, "thread") == (newest, members) else newest


def _evidence_of(
    store: Store, due: dict[StoryId, tuple[StoryId, ...]]
) -> Iterator[tuple[StoryEvidence, tuple[StoryId, ...]]]:
    for thread, members in due.items():
        ordered = (thread, *(story for story in members if story != thread))
        if evidence := store.pages.evidence(ordered):
            yield evidence, members
