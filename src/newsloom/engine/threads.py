"""Thread pages: an affair over weeks, woven from the reports of all its stories like any story page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from newsloom.engine.parallel import Mapper
from newsloom.engine.weave import Woven, weave_safely
from newsloom.records import Linked, Refused, Seq, StoryEvidence, StoryId
from newsloom.store import Store
from newsloom.stories.threads import threads


def find_threads(store: Store, changed: Iterable[StoryId]) -> dict[StoryId, tuple[StoryId, ...]]:
    """The threads that these stories are in now, and those that the stories of their threads until now are in.

    Thread id -> its stories (two or more). What is read are these stories and their links, however large the archive.
    """
    links = _links_around(store, changed)
    opened = {end: told for end in _ends(links) if (told := store.pages.as_of(end))}
    stories = sorted(opened, key=lambda story: (opened[story], story))
    found: dict[StoryId, list[StoryId]] = {}
    for story, thread in threads(links, stories).items():
        found.setdefault(thread, []).append(story)
    return {thread: tuple(sorted(members)) for thread, members in sorted(found.items()) if len(members) > 1}


def _links_around(store: Store, changed: Iterable[StoryId]) -> tuple[Linked, ...]:
    """All links that lead from one of these stories to another, step by step, each end named after the story where its
    opener is now."""
    links: dict[tuple[StoryId, StoryId], Linked] = {}
    waiting = sorted(changed)
    seen = set(waiting)
    while waiting:
        for link in store.pages.related(waiting.pop()):
            links[link.story_id, link.earlier] = link
            new = [end for end in (link.story_id, link.earlier) if end not in seen]
            seen.update(new)
            waiting += new
    return tuple(link for _, link in sorted(links.items()))


def _ends(links: Iterable[Linked]) -> frozenset[StoryId]:
    return frozenset(end for link in links for end in (link.story_id, link.earlier))


def weave_threads(
    store: Store, mapper: Mapper, failed: Callable[[Refused], None], progress: Callable[[str, int, int], None]
) -> None:
    """Make anew the threads of which a story changed; drop those that are none any more."""
    changed = store.pages.unthreaded()
    before = {thread for story in changed if (thread := store.pages.thread_of(story))}
    parts = {story for thread in before if (built := store.pages.built_at(thread, "thread")) for story in built[1]}
    found = find_threads(store, parts.union(changed))
    for gone in sorted(before - set(found)):
        store.pages.drop_page(gone, Seq(0), "thread")
    due = {thread: seq for thread, members in found.items() if (seq := _due(store, thread, members))}
    evidence = _evidence_of(store, {thread: found[thread] for thread in due})
    for done, woven in enumerate(mapper(_weave_thread, evidence), 1):
        if woven.page is not None and woven.listing is not None:
            store.pages.put_page(woven.page, woven.listing, due[woven.story_id])
        if woven.refused is not None:
            failed(woven.refused)
        progress("weaving threads", done, len(due))
    store.pages.mark_threaded(changed)


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
