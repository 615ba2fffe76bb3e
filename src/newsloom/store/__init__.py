"""What is kept: one `Store` over one `Connection`; backends differ in their `Dialect` alone (dialects.py).

ledger      what happened, in one order: reports, verdicts; with the analyses kept of them
decisions   what the engine decided of each entry, and where that leaves reports and names
pages       evidence for pages, stale marks, built pages
roster      sources and their state, the writer's lease
checkpoints state in memory as it was after some entry, to be resumed from
marks       how far each story was read
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from newsloom.records import ArticleId
from newsloom.store.checkpoints import Checkpoints
from newsloom.store.decisions import Decisions
from newsloom.store.dialects import SQLITE, Connection, Dialect, StoreError
from newsloom.store.ledger import Ledger
from newsloom.store.marks import Marks
from newsloom.store.pages import Listing, PageKind, Pages
from newsloom.store.roster import Roster
from newsloom.store.schema import DERIVED, MIGRATIONS

__all__ = ["DERIVED", "Listing", "PageKind", "Store", "StoreError", "open_store"]


class Store:
    """The parts over one connection; not to be shared between threads."""

    def __init__(self, address: str, connection: Connection) -> None:
        self.address = address
        self.connection = connection
        self.ledger = Ledger(connection)
        self.decisions = Decisions(connection)
        self.roster = Roster(address, connection)
        self.checkpoints = Checkpoints(connection)
        self.marks = Marks(connection)
        self.pages = Pages(connection, self.ledger, self.decisions, self.roster)

    def find_articles(self, prefix: str, most: int = 50) -> tuple[ArticleId, ...]:
        """Reports whose id begins so, or whose given id is this; forgotten ones too, by their place."""
        rows = self.connection.run(
            "SELECT article_id FROM place WHERE article_id >= ?1 AND article_id < ?1 || 'g' UNION"
            " SELECT id FROM article WHERE given_id = ?1 ORDER BY 1 LIMIT ?2",
            (prefix, most),
        )
        return tuple(ArticleId(row[0]) for row in rows)

    def report_rows(self) -> Iterator[dict[str, Any]]:
        """One row for each stored report and version, in order of id."""
        fields = ("id", "given_id", "version", "url", "outlet", "story", "published")
        for row in self.connection.run(
            "SELECT a.id, a.given_id, a.version, a.url, a.outlet, p.story_id, a.published FROM article a"
            " LEFT JOIN place p ON p.article_id = a.id ORDER BY a.id, a.version"
        ):
            yield dict(zip(fields, row, strict=True))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One immediate transaction; all of it or nothing."""
        with self.connection.transaction():
            yield

    def close(self) -> None:
        self.connection.close()


def open_store(address: str, *, readonly: bool = False, dialect: Dialect = SQLITE) -> Store:
    """Open a store, made on first use and brought up to date. Raises StoreError: unreadable, locked, not ours, or of
    a newer version. `readonly` never makes one, and changes nothing."""
    connection: Connection = dialect.connect(address, readonly)
    version = connection.version()
    if version > len(MIGRATIONS):
        connection.close()
        raise StoreError(
            f"{address}: made by a newer newsloom (store version {version}, this one knows {len(MIGRATIONS)})"
        )
    if version < len(MIGRATIONS):
        if readonly:
            connection.close()
            raise StoreError(f"{address}: of an older version ({version}); open it once with `newsloom weave` first")
        with connection.transaction():
            for number, migration in enumerate(MIGRATIONS[connection.version() :], connection.version() + 1):
                connection.script(migration)
                connection.set_version(number)
    return Store(address, connection)
