"""The store's pages -> the static site."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

from newsloom import __version__
from newsloom.config import Settings
from newsloom.engine.known_as import KnownAs
from newsloom.engine.run import Progress
from newsloom.engine.views import StoreArchive
from newsloom.pages.gathered import gather_people
from newsloom.pages.outlets import gather_outlets
from newsloom.pages.rows import PersonView, articles_for, row_of
from newsloom.pages.site import SiteContent, write_site
from newsloom.records import StoryPage
from newsloom.store import Store
from newsloom.store.pages import PageKind

SETTINGS = Settings()
STATE = ".newsloom-state"  # in the folder of a site: what it was written from


def publish(store: Store, target: Path, progress: Progress) -> None:
    """Write the site of everything stored; an empty store gives an empty site that says so.

    A folder that holds the site of just this state is left as it is.
    """
    state = _state(store)
    kept = target / STATE
    if (target / "index.html").is_file() and kept.is_file() and kept.read_text("utf-8") == state:
        return
    kept.unlink(missing_ok=True)
    archive = StoreArchive(store)
    content = SiteContent(
        stories=_pages(store, "story", progress),
        archive=archive,
        threads=_pages(store, "thread", progress),
        people=_people(store, archive),
        outlets=gather_outlets(_stored(store)),
    )
    write_site(target, content)
    kept.write_text(state, "utf-8")


def _state(store: Store) -> str:
    """What a site is made of: the store's pages, the engine that made them, the templates that render them."""
    made_by = f"{__version__} {SETTINGS.analyser} {SETTINGS.engine}"
    look = blake2b(made_by.encode(), digest_size=12)
    for folder in ("templates", "templates/sections", "static"):
        for file in sorted((files("newsloom.pages") / folder).iterdir(), key=lambda entry: entry.name):
            look.update(file.read_bytes() if file.is_file() else b"")
    return f"{store.address} {store.ledger.last()} {store.pages.fingerprint()} {look.hexdigest()}"


def _pages(store: Store, kind: PageKind, progress: Progress) -> Iterator[StoryPage]:
    """Every stored page, one at a time."""
    ids, known = store.pages.ids(kind), KnownAs(store)
    for done, page_id in enumerate(ids, 1):
        page = store.pages.page(page_id, kind)
        if page is not None:
            yield known.name(page)
        progress(f"writing {kind} pages", done, len(ids))


def _stored(store: Store) -> Iterator[StoryPage]:
    return (page for page_id in store.pages.ids() if (page := store.pages.page(page_id)))


def _people(store: Store, archive: StoreArchive) -> Iterator[PersonView]:
    known = KnownAs(store)
    pages = (known.name(page) for page in _stored(store))
    return gather_people((page, row_of(page, articles_for(page, archive))) for page in pages)
