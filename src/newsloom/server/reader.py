"""What the server asks for: a Protocol, so that tests serve pages from memory and `serve` from a store.

Calls come one at a time (app.py holds a lock), from changing threads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from newsloom.pages.outlets import OutletView
from newsloom.pages.render import PersonRow
from newsloom.pages.rows import Archive, PersonView, StoryRow, Traced
from newsloom.records import ArticleId, PersonId, Range, ReadMark, StoryId, StoryPage, Why


class Reader(Archive, Protocol):
    """Pages and lists of one archive. None means that there is no such thing (any more)."""

    def stories(self, start: int, most: int) -> Sequence[StoryRow]:
        """Stories, the newest report first: at most `most` from place `start`."""

    def search(self, query: str, most: int) -> Sequence[StoryRow]:
        """Stories that the words of a query occur in, the best first."""

    def story_of(self, member: str) -> StoryId | None:
        """The story where a report is now, whichever story it opened or was in before."""

    def story_page(self, story_id: StoryId, at: datetime | None = None) -> StoryPage | None:
        """The page of a story, or as it was known at an instant."""

    def last_read(self, story_id: StoryId) -> ReadMark | None:
        """How far the story was read; None where it never was marked."""

    def page_as_read(self, mark: ReadMark) -> StoryPage | None:
        """The page as it was when the mark was set."""

    def mark_read(self, page: StoryPage) -> None:
        """Set the read mark of a story at this page. Raises StoreError where it can't be written."""

    def thread_page(self, thread_id: StoryId) -> StoryPage | None:
        """The page of a thread."""

    def people(self) -> Sequence[PersonRow]:
        """Everybody who has a page."""

    def person(self, person_id: PersonId) -> PersonView | None:
        """The page of a person, organisation or place, also under the id of one merged into it."""

    def outlets(self) -> Sequence[OutletView]:
        """Every outlet, in order of name."""

    def outlet(self, name: str) -> OutletView | None:
        """The page of an outlet."""

    def trace(self, sentence: str) -> Sequence[Traced]:
        """Who carries a sentence, the earliest published first."""

    def versions(self, article_id: ArticleId) -> Sequence[int]:
        """The versions of a report that are held, ascending."""

    def cited(self, article_id: ArticleId, version: int) -> Iterable[Range]:
        """The passages of that version that any page cites."""

    def why(self, article_id: ArticleId, story_id: StoryId | None = None) -> Why | None:
        """Why a report stands where it stands, weighed against that story (or its own)."""
