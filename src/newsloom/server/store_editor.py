"""What an editor does to a store from a page: the same corrections as on the command line, signed with a name.

Each correction opens the store for itself, appends to the ledger and, where no loom is at work, weaves what follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from threading import Lock

from newsloom.config import Settings
from newsloom.engine import corrections
from newsloom.engine.corrections import Impossible, Signed, find_report
from newsloom.engine.parallel import map_here
from newsloom.engine.verdicts import put
from newsloom.pages.corrections import Ruling
from newsloom.records import ArticleId, Entry, StoryId
from newsloom.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Asked:
    """A form as it was sent: what to do, to which reports of which story (any report of it), where to, why."""

    action: str
    story: str
    reports: tuple[str, ...] = ()
    target: str = ""
    verdict: str = ""
    why: str = ""


class StoreEditor:
    """One editor of one store. Raises Impossible where a correction can't be made, StoreError where the store can't."""

    def __init__(self, address: str, name: str) -> None:
        self._address = address
        self._name = name
        self._one_at_a_time = Lock()

    def correct(self, asked: Asked) -> str:
        """Do what is asked. Out: "" or, where a loom at work will take it up, the line that says so."""
        entries = ACTIONS.get(asked.action)
        if entries is None:
            raise Impossible(f"no such correction: {asked.action[:40]}")
        signed = Signed(self._name, datetime.now(UTC), asked.why)
        with self._opened() as store:
            return put(store, entries(store, asked, signed), Settings(), map_here, signed.at.isoformat())

    def rulings(self, story: StoryId) -> list[Ruling]:
        """The verdicts that bind on reports of a story, the latest first."""
        with self._opened() as store:
            members = set(store.decisions.members(story))
            binding = [(seq, one) for seq, one in store.ledger.verdicts() if one.about == "story"]
            touching = [(seq, one) for seq, one in binding if {one.left, one.right} & members]
            return [Ruling(s, v, _title(store, v.left), _title(store, v.right)) for s, v in reversed(touching)]

    @contextmanager
    def _opened(self) -> Iterator[Store]:
        with self._one_at_a_time:
            store = open_store(self._address)
            try:
                yield store
            finally:
                store.close()


def _title(store: Store, report: str) -> str:
    article = store.ledger.article(ArticleId(report), None)
    return f"{article.outlet}: {article.headline}" if article else ""


def _split(store: Store, asked: Asked, signed: Signed) -> tuple[Entry, ...]:
    return corrections.split(store, ArticleId(asked.story), _chosen(store, asked), signed)


def _move(store: Store, asked: Asked, signed: Signed) -> tuple[Entry, ...]:
    return corrections.move(store, _chosen(store, asked), _target(store, asked), signed)


def _merge(store: Store, asked: Asked, signed: Signed) -> tuple[Entry, ...]:
    return corrections.merge(ArticleId(asked.story), _target(store, asked), signed)


def _undo(store: Store, asked: Asked, signed: Signed) -> tuple[Entry, ...]:
    standing = {str(seq): seq for seq, _ in store.ledger.verdicts()}
    if asked.verdict not in standing:
        raise Impossible(f"verdict {asked.verdict[:20]} does not bind")
    return corrections.undo(standing[asked.verdict], signed)


def _chosen(store: Store, asked: Asked) -> Sequence[ArticleId]:
    if not asked.reports:
        raise Impossible("choose one or more reports")
    return [find_report(store, report) for report in asked.reports]


def _target(store: Store, asked: Asked) -> ArticleId:
    """The report that an id or the address of a story's or report's page names."""
    steps = [step for step in asked.target.strip().split("?")[0].split("/") if step and step != "index.html"]
    pages = [after for kind, after in pairwise(steps) if kind in ("stories", "reports")]
    named = (pages or steps)[-1:]
    if not named:
        raise Impossible("say which story: its address, or its id")
    return find_report(store, named[0])


ACTIONS: Mapping[str, Callable[[Store, Asked, Signed], tuple[Entry, ...]]] = {
    "split": _split, "move": _move, "merge": _merge, "undo": _undo,
}  # fmt: skip
