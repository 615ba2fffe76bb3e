"""Sources with what is known of their last visit, and the writer's lease."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from newsloom.records import Source, SourceId
from newsloom.store.dialects import Connection, StoreError

_encode = msgspec.msgpack.Encoder().encode
_source = msgspec.msgpack.Decoder(Source).decode


class Roster:
    def __init__(self, address: str, connection: Connection) -> None:
        self._address = address
        self._db = connection

    def add(self, source: Source) -> bool:
        """Register a source; False where it is known already (nothing is changed then)."""
        with self._db.transaction():
            known = next(self._db.run("SELECT 1 FROM source WHERE id = ?", (source.id,)), None)
            if not known:
                self._db.run("INSERT INTO source(id, body) VALUES (?, ?)", (source.id, _encode(source)))
        return not known

    def sources(self, due_by: str | None = None) -> tuple[Source, ...]:
        """All sources, or those due by an ISO 8601 instant (UTC), in order of id."""
        rows = (
            self._db.run("SELECT body FROM source ORDER BY id")
            if due_by is None
            else self._db.run("SELECT body FROM source WHERE due <= ? ORDER BY id", (due_by,))
        )
        return tuple(_source(body) for (body,) in rows)

    def state(self, source_id: SourceId) -> bytes | None:
        """What the last visit left (as the collector wrote it)."""
        row = next(self._db.run("SELECT state FROM source WHERE id = ?", (source_id,)), None)
        return row[0] if row else None

    def visited(self, source_id: SourceId, state: bytes, due: str) -> None:
        self._db.run("UPDATE source SET state = ?, due = ? WHERE id = ?", (state, due, source_id))

    @contextmanager
    def lease(self, holder: str) -> Iterator[None]:
        """Only one loom at a time. Raises StoreError naming the holder; a dead process's lease is taken over."""
        with self._db.transaction():
            row = next(self._db.run("SELECT holder, pid FROM lease"), None)
            if row and is_alive(row[1]) and row[1] != os.getpid():
                raise StoreError(f"{self._address}: `{row[0]}` (process {row[1]}) is at work on it; wait until it ends")
            self._db.run("INSERT OR REPLACE INTO lease(one, holder, pid) VALUES (1, ?, ?)", (holder, os.getpid()))
        try:
            yield
        finally:
            self._db.run("DELETE FROM lease WHERE pid = ?", (os.getpid(),))


def is_alive(pid: int) -> bool:
    """Whether a process of this machine still runs (a zombie does not)."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    stat = Path(f"/proc/{pid}/stat")
    try:
        return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
