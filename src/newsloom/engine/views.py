"""What commands and server show of a store: read, render, decide nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

from newsloom.engine.known_as import KnownAs
from newsloom.engine.verdicts import write_verdict
from newsloom.engine.weave import weave
from newsloom.pages.rows import articles_for
from newsloom.pages.story_json import story_json
from newsloom.records import Article, ArticleId, ReadMark, Seq, StoryId, StoryPage, Taken
from newsloom.store import Store
from newsloom.store.ledger import published_text
from newsloom.text.urls import canonical_url

CACHED_ARTICLES = 5_000


def story_page(
    store: Store, story_id: StoryId, until: datetime | None = None, decided_until: Seq | None = None
) -> StoryPage | None:
    """The page as stored, or as it would have been at an instant (`until`) or ledger place. None: nothing was known."""
    if until is None and decided_until is None and (page := store.pages.page(story_id)):
        return KnownAs(store).name(page)
    evidence = store.pages.evidence((story_id,), seen_until=until, decided_until=decided_until)
    return KnownAs(store).name(weave(evidence)) if evidence else None


def thread_page(store: Store, thread_id: StoryId) -> StoryPage | None:
    """The page of an affair, as stored."""
    page = store.pages.page(thread_id, "thread")
    return KnownAs(store).name(page) if page else None


def page_as_read(store: Store, mark: ReadMark) -> StoryPage | None:
    """The page that the reader had before him when he set the mark; None where nothing of it is left."""
    return story_page(store, mark.story_id, mark.as_of, mark.seq)


def mark_read(store: Store, page: StoryPage) -> ReadMark:
    """Set the read mark of a story at its page as it stands."""
    built = store.pages.built_at(page.story_id)
    mark = ReadMark(page.story_id, built[0] if built else store.ledger.last(), page.as_of)
    store.marks.put(mark)
    return mark


class StoreArchive:
    """What pages need from beyond themselves, read from the store (`pages.rows.Archive`).

    What is looked up again and again is kept until another connection writes.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._article = lru_cache(maxsize=CACHED_ARTICLES)(self._read_article)
        self._threads = lru_cache(maxsize=1)(self._read_threads)

    def article(self, article_id: ArticleId, version: int | None = None) -> Article | None:
        return self._article(article_id, version, self._store.connection.mark())

    def title(self, story_id: StoryId) -> str | None:
        listing = self._store.pages.listing(story_id)
        return listing.headline if listing else None

    def thread(self, story_id: StoryId) -> StoryId | None:
        return self._threads(self._store.connection.mark()).get(story_id)

    def _read_article(self, article_id: ArticleId, version: int | None, mark: int) -> Article | None:
        return self._store.ledger.article(article_id, version)

    def _read_threads(self, mark: int) -> dict[StoryId, StoryId]:
        return {
            story: thread
            for thread in self._store.pages.ids("thread")
            if (built := self._store.pages.built_at(thread, "thread"))
            for story in built[1]
        }


def as_json(store: Store, page: StoryPage) -> dict[str, Any]:
    """The page as story.json has it."""
    return story_json(page, articles_for(page, StoreArchive(store)))


def export_rows(store: Store) -> Iterator[dict[str, Any]]:
    """The ledger in its order, as input lines: `weave` of these into a new store gives the same stories and ids."""
    standing = dict(store.ledger.verdicts())
    for seq, entry in store.ledger.entries():
        if isinstance(entry, Taken):
            article = store.ledger.article(entry.article_id, entry.version)
            if article is not None:
                yield article_row(article)
        elif seq in standing:
            yield write_verdict(standing[seq])


def article_row(article: Article) -> dict[str, Any]:
    """An article as an input line; its `url` is one that leads to the same id again."""
    same = article.url and canonical_url(article.url) == article.canonical_url
    row = {
        "id": article.given_id or article.id,
        "url": article.url if same else article.canonical_url,
        "outlet": article.outlet,
        "published": published_text(article),
        "seen": article.seen_at.isoformat(),
        "headline": article.headline,
        "byline": list(article.byline),
        "language": article.language,
        "text": article.text,
    }
    return {field: value for field, value in row.items() if value}
