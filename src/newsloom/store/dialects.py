"""Where backends differ: how to connect, and what their errors mean. The only module with SQL drivers.

A backend is one `Dialect`. In: an address. Out: a `Connection` that runs SQL and raises `StoreError` with one clear
line, never a driver's error.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import apsw

WAIT_MS = 30_000
APPLICATION_ID = 0x6E657773  # "news", in the header of the file
FIXED_IN = ((3, 44, 6), (3, 50, 7), (3, 51, 3))  # releases of SQLite whose WAL-reset bug is mended

Value = str | int | float | bytes | None
Row = tuple[Any, ...]


class StoreError(Exception):
    """The store can't be used; the message names it and says why, in one line."""


class Connection(Protocol):
    """One connection to a backend; not to be shared between threads."""

    def run(self, sql: str, values: Iterable[Value] = ()) -> Iterator[Row]:
        """Rows of a statement; a statement that gives none is done when this returns."""
        ...

    def run_many(self, sql: str, rows: Iterable[Iterable[Value]]) -> None: ...

    def script(self, sql: str) -> None: ...

    def transaction(self) -> Any:
        """Context manager: one immediate transaction; commits at its end, rolls back where it raises; nests."""
        ...

    def version(self) -> int:
        """Number of migrations done; 0 for a new store."""
        ...

    def set_version(self, version: int) -> None: ...

    def mark(self) -> int:
        """A number that changes when another connection has written."""
        ...

    def problems(self) -> list[str]:
        """What the backend's own check of the whole store finds; empty: sound."""
        ...

    def copy_to(self, path: str) -> None: ...

    def purge(self) -> None:
        """Leave no trace of what was deleted in any file of the store, as far as others' reading allows."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Dialect:
    name: str
    connect: Any  # (address: str, readonly: bool) -> Connection


def is_sound(version: str) -> bool:
    """Whether this SQLite is free of the bug that can lose committed transactions when the WAL is reset.

    >>> is_sound("3.40.1"), is_sound("3.54.1"), is_sound("3.50.7")
    (False, True, True)
    """
    number = tuple(int(part) for part in version.split("."))
    return number >= FIXED_IN[-1] or any(number[:2] == fixed[:2] and number >= fixed for fixed in FIXED_IN)


class SqliteConnection:
    """SQLite through apsw: WAL, synchronous=FULL, one writer at a time with a wait of 30 s."""

    def __init__(self, path: str, readonly: bool = False) -> None:
        if not is_sound(apsw.sqlite_lib_version()):
            raise StoreError(
                f"SQLite {apsw.sqlite_lib_version()} can lose data (WAL-reset bug); 3.51.3 or newer is needed"
            )
        self.path = path
        if readonly and not Path(path).exists():
            raise StoreError(f"{path}: no such store")
        with self._errors():
            flags = apsw.SQLITE_OPEN_READWRITE | (0 if readonly else apsw.SQLITE_OPEN_CREATE)
            self._db = apsw.Connection(path, flags=flags)
            self._db.set_busy_timeout(WAIT_MS)
            self._set_up(readonly)
        self._depth = 0

    def _set_up(self, readonly: bool) -> None:
        found = self._db.pragma("application_id")
        if found not in (0, APPLICATION_ID) or (found == 0 and self._db.pragma("user_version")):
            raise StoreError(f"{self.path}: a database, but not newsloom's")
        if found == 0 and next(iter(self._db.execute("SELECT 1 FROM sqlite_master LIMIT 1")), None):
            raise StoreError(f"{self.path}: a database, but not newsloom's")
        if not readonly:
            self._db.pragma("journal_mode", "wal")
            self._db.pragma("synchronous", "full")
            if found == 0:
                self._db.pragma("application_id", APPLICATION_ID)
        self._db.pragma("foreign_keys", 1)
        self._db.pragma("secure_delete", 1)  # what is forgotten leaves no words in free pages
        self._db.pragma("cache_size", -65536)

    def run(self, sql: str, values: Iterable[Value] = ()) -> Iterator[Row]:
        with self._errors():
            cursor = self._db.execute(sql, tuple(values))
            return iter(cursor.fetchall())

    def run_many(self, sql: str, rows: Iterable[Iterable[Value]]) -> None:
        with self._errors():
            self._db.executemany(sql, (tuple(row) for row in rows))

    def script(self, sql: str) -> None:
        with self._errors():
            self._db.execute(sql)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        if self._depth:
            yield
            return
        self.script("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
            self.script("COMMIT")
        except BaseException:
            if not self._db.get_autocommit():
                self._db.execute("ROLLBACK")
            raise
        finally:
            self._depth -= 1

    def version(self) -> int:
        with self._errors():
            return int(self._db.pragma("user_version"))

    def set_version(self, version: int) -> None:
        with self._errors():
            self._db.pragma("user_version", version)

    def mark(self) -> int:
        with self._errors():
            return int(self._db.pragma("data_version"))

    def problems(self) -> list[str]:
        with self._errors():
            found = [str(row[0]) for row in self._db.execute("PRAGMA integrity_check(20)")]
        return [] if found == ["ok"] else found

    def copy_to(self, path: str) -> None:
        with self._errors():
            target = apsw.Connection(path)
            with target.backup("main", self._db, "main") as copy:
                copy.step()
            target.close()

    def purge(self) -> None:
        with self._errors():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except tuple(REASONS) as error:
            reason = next(text for kind, text in REASONS.items() if isinstance(error, kind))
            detail = f" ({error})" if reason.endswith(":") else ""
            raise StoreError(f"{self.path}: {reason.rstrip(':')}{detail}{self._hint(error)}") from error

    def _hint(self, error: Exception) -> str:
        if isinstance(error, apsw.CantOpenError):
            folder = Path(self.path).parent
            if not folder.is_dir():
                return f": there is no folder {folder}"
            return "" if os.access(folder, os.W_OK) else f": no right to write in {folder}"
        return ""


REASONS: dict[type[Exception], str] = {
    apsw.BusyError: "locked by another program for 30 s; try again when it has ended",
    apsw.LockedError: "locked by another program; try again when it has ended",
    apsw.FullError: "the disk is full; what was stored before is intact",
    apsw.CantOpenError: "can't be opened",
    apsw.NotADBError: "not a newsloom store, or damaged",
    apsw.CorruptError: "damaged; `newsloom doctor` says more:",
    apsw.ReadOnlyError: "can't be written: the file or its folder is read-only",
    apsw.PermissionsError: "can't be written: no right to",
    apsw.IOError: "the disk failed:",
    apsw.Error: "the database refused:",
}

SQLITE = Dialect("sqlite", SqliteConnection)
