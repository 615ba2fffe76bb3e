"""The server's Reader over a store. Pages are read as they were built; `at` weaves one anew as it was known then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from secrets import token_urlsafe

from newsloom.config import Settings
from newsloom.engine.tracing import trace_carriers
from newsloom.engine.views import StoreArchive, mark_read, page_as_read, story_page, thread_page
from newsloom.engine.why import Asker
from newsloom.pages.citing import cited_ranges
from newsloom.pages.gathered import gather_people
from newsloom.pages.links import slug
from newsloom.pages.outlets import OutletView, gather_outlets
from newsloom.pages.render import PersonRow
from newsloom.pages.rows import PersonView, StoryRow, Traced, articles_for
from newsloom.records import ArticleId, EntityId, PersonId, Range, ReadMark, StoryId, StoryPage, Why
from newsloom.server.app import create_app
from newsloom.server.serve import serve
from newsloom.server.store_editor import StoreEditor
from newsloom.store import Listing, Store, open_store

ROW_FIELDS = StoryRow.__slots__
MOST_COUNTED = 3_000  # stories that the pages of outlets count


class StoreReader(StoreArchive):
    """Pages and lists of one store; see server/reader.py."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._store = store
        self._outlets = lru_cache(maxsize=1)(self._gather_outlets)
        self._asker = Asker(store, Settings())

    def stories(self, start: int, most: int) -> Sequence[StoryRow]:
        return [_row(listing) for listing in self._store.pages.listings(start=start, most=most)]

    def search(self, query: str, most: int) -> Sequence[StoryRow]:
        return [_row(listing) for listing in self._store.pages.search(query, most)]

    def story_of(self, member: str) -> StoryId | None:
        return self._store.decisions.story_of(member)

    def story_page(self, story_id: StoryId, at: datetime | None = None) -> StoryPage | None:
        return story_page(self._store, story_id, at)

    def last_read(self, story_id: StoryId) -> ReadMark | None:
        return self._store.marks.last(story_id)

    def page_as_read(self, mark: ReadMark) -> StoryPage | None:
        return page_as_read(self._store, mark)

    def mark_read(self, page: StoryPage) -> None:
        store = open_store(self._store.address)
        try:
            mark_read(store, page)
        finally:
            store.close()

    def thread_page(self, thread_id: StoryId) -> StoryPage | None:
        return thread_page(self._store, thread_id)

    def people(self) -> Sequence[PersonRow]:
        persons = ((self._store.decisions.person(person), stories) for person, stories in self._store.pages.carded())
        return [PersonRow(person.id, person.name, person.kind, stories) for person, stories in persons if person]

    def person(self, person_id: PersonId) -> PersonView | None:
        now = self._store.decisions.person_of(EntityId(person_id)) or person_id
        pages = [page for story in self._store.pages.stories_with(now) if (page := self._store.pages.page(story))]
        rows = {row.id: row for page in pages if (row := self._listed(page))}
        views = gather_people((page, rows[page.story_id]) for page in pages if page.story_id in rows)
        return next((view for view in views if view.person.id == now), None)

    def outlets(self) -> Sequence[OutletView]:
        return self._outlets(self._store.pages.fingerprint())

    def _gather_outlets(self, built: str) -> Sequence[OutletView]:
        """Kept until a page is built anew; of a large archive the newest stories are counted."""
        listed = self._store.pages.listings(most=MOST_COUNTED)
        return gather_outlets(page for row in listed if (page := self._store.pages.page(row.id)))

    def outlet(self, name: str) -> OutletView | None:
        return next((view for view in self.outlets() if name in (view.name, slug(view.name))), None)

    def trace(self, sentence: str) -> Sequence[Traced]:
        return trace_carriers(self._store, sentence)

    def versions(self, article_id: ArticleId) -> Sequence[int]:
        return [article.version for article in self._store.ledger.versions(article_id)]

    def cited(self, article_id: ArticleId, version: int) -> Iterable[Range]:
        story = self._store.decisions.story_of(article_id)
        pages = [self._store.pages.page(story), self._thread_page(story)] if story else []
        found = {
            place: None
            for page in pages
            if page
            for cited_id, cited_version, place in cited_ranges(page, articles_for(page, self))
            if (cited_id, cited_version) == (article_id, version)
        }
        return sorted(found)

    def why(self, article_id: ArticleId, story_id: StoryId | None = None) -> Why | None:
        return self._asker.why(article_id, story_id)

    def _thread_page(self, story: StoryId) -> StoryPage | None:
        thread = self.thread(story)
        return self._store.pages.page(thread, "thread") if thread else None

    def _listed(self, page: StoryPage) -> StoryRow | None:
        listing = self._store.pages.listing(page.story_id)
        return _row(listing) if listing else None


def _row(listing: Listing) -> StoryRow:
    return StoryRow(**{field: getattr(listing, field) for field in ROW_FIELDS})


def serve_store(address: str, host: str, port: int, editor: str = "") -> None:
    """Serve a store's pages until SIGTERM; corrections too where an editor is named. Raises StoreError, OSError."""
    store, secret = open_store(address, readonly=True), token_urlsafe(16)
    try:
        if editor:
            app = create_app(StoreReader(store), StoreEditor(address, editor), secret)
            serve(app, host, port, editing=f"edit/{secret}")
        else:
            serve(create_app(StoreReader(store)), host, port)
    finally:
        store.close()
