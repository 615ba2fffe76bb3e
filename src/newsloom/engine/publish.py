"""The store's pages -> the static site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsloom.engine.run import Progress
from newsloom.engine.views import StoreArchive
from newsloom.pages.rows import PersonView, articles_for, gather_people, row_of
from newsloom.pages.site import SiteContent, write_site
from newsloom.records import StoryPage
from newsloom.store import Store
from newsloom.store.pages import PageKind


def publish(store: Store, target: Path, progress: Progress) -> None:
    """Write the site of everything stored; an empty store gives an empty site that says so."""
    archive = StoreArchive(store)
    content = SiteContent(
        stories=_pages(store, "story", progress),
        archive=archive,
        threads=_pages(store, "thread", progress),
        people=_people(store, archive),
    )
    write_site(target, content)


def _pages(store: Store, kind: PageKind, progress: Progress) -> Iterator[StoryPage]:
    """Every stored page, one at a time."""
    ids = store.pages.ids(kind)
    for done, page_id in enumerate(ids, 1):
        page = store.pages.page(page_id, kind)
        if page is not None:
            yield page
        progress(f"writing {kind} pages", done, len(ids))


def _people(store: Store, archive: StoreArchive) -> Iterator[PersonView]:
    pages = (page for page_id in store.pages.ids() if (page := store.pages.page(page_id)))
    return gather_people((page, row_of(page, articles_for(page, archive))) for page in pages)
