"""Sources with what is known of their last visit, and the writer's lease."""

from __future__ import annotations

import os
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from newsloom.records import FetchState, LastRead, Source, SourceId, Visit
from newsloom.store.dialects import Connection, StoreError

_encode = msgspec.msgpack.Encoder().encode
_source = msgspec.msgpack.Decoder(Source).decode
_visit = msgspec.msgpack.Decoder(Visit).decode
_fetched = msgspec.msgpack.Decoder(FetchState).decode


class Roster:
    def __init__(self, address: str, connection: Connection) -> None:
        self._address = address
        self._db = connection
        self._reads: tuple[object, tuple[LastRead, ...]] = None, ()

    def add(self, source: Source) -> bool:
        """Register a source; False where it is known already (nothing is changed then)."""
        with self._db.transaction():
            known = next(self._db.run("SELECT 1 FROM source WHERE id = ?", (source.id,)), None)
            if not known:
                self._db.run("INSERT INTO source(id, body) VALUES (?, ?)", (source.id, _encode(source)))
        return not known

    def sources(self) -> tuple[Source, ...]:
        """All sources, in order of id."""
        return tuple(_source(body) for (body,) in self._db.run("SELECT body FROM source ORDER BY id"))

    def visited(self, visit: Visit) -> None:
        """Keep what happened at a source: the ground for "not collected" as against "silent". Pages that say "not
        collected" of a source that could now be read are stale, those of threads too: they count as never built."""
        self._db.run("INSERT INTO visit VALUES (?, ?, ?)", (visit.source_id, visit.at.isoformat(), _encode(visit)))
        if visit.outcome != "failed":
            self._db.run(
                "INSERT OR REPLACE INTO stale SELECT story_id, (SELECT coalesce(max(seq), 0) FROM ledger) FROM awaited"
                " WHERE source_id = ?",
                (visit.source_id,),
            )
            self._db.run(
                "UPDATE page SET built_at = 0 WHERE kind = 'thread'"
                " AND id IN (SELECT story_id FROM awaited WHERE source_id = ?)",
                (visit.source_id,),
            )

    def last_reads(self, until: datetime | None = None) -> tuple[LastRead, ...]:
        """Every source that was visited by then, in order of id, with its last reading."""
        newest = next(self._db.run("SELECT max(rowid) FROM visit"))[0]
        if newest is None:
            return ()
        if self._reads[0] != (newest, until):  # asked once for each page that is woven
            found = (self._last_read(source, until) for source in self.sources())
            self._reads = (newest, until), tuple(last for last in found if last.read_at or last.failing_since)
        return self._reads[1]

    def _last_read(self, source: Source, until: datetime | None) -> LastRead:
        rows = self._db.run("SELECT body FROM visit WHERE source_id = ? ORDER BY at DESC", (source.id,))
        name, failing_since = source.title or source.url, None
        for visit in (_visit(body) for (body,) in rows):
            if until is None or visit.at <= until:
                if visit.outcome != "failed":
                    return LastRead(source.id, name, visit.at, failing_since)
                failing_since = visit.at
        return LastRead(source.id, name, None, failing_since)

    def last_visit(self, source_id: SourceId) -> Visit | None:
        rows = self._db.run("SELECT body FROM visit WHERE source_id = ? ORDER BY at DESC LIMIT 1", (source_id,))
        return next((_visit(body) for (body,) in rows), None)

    @property
    def remembered(self) -> MutableMapping[str, FetchState]:
        """What is remembered of addresses between rounds."""
        return _Remembered(self._db)

    @contextmanager
    def lease(self, holder: str) -> Iterator[None]:
        """Only one loom at a time. Raises StoreError naming the holder; a dead process's lease is taken over."""
        mine = os.getpid()
        with self._db.transaction():
            row = next(self._db.run("SELECT holder, pid, began FROM lease"), None)
            if row and row[1] != mine and began_at(row[1]) == row[2]:
                raise StoreError(f"{self._address}: `{row[0]}` (process {row[1]}) is at work on it; wait until it ends")
            held = (holder, mine, began_at(mine))
            self._db.run("INSERT OR REPLACE INTO lease(one, holder, pid, began) VALUES (1, ?, ?, ?)", held)
        try:
            yield
        finally:
            self._db.run("DELETE FROM lease WHERE pid = ?", (os.getpid(),))


class _Remembered(MutableMapping[str, FetchState]):
    """The table `fetched` as the mapping that a round of collecting reads and writes."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def __getitem__(self, url: str) -> FetchState:
        for (body,) in self._db.run("SELECT body FROM fetched WHERE url = ?", (url,)):
            return _fetched(body)
        raise KeyError(url)

    def __setitem__(self, url: str, state: FetchState) -> None:
        self._db.run("INSERT OR REPLACE INTO fetched VALUES (?, ?)", (url, _encode(state)))

    def __delitem__(self, url: str) -> None:
        self._db.run("DELETE FROM fetched WHERE url = ?", (url,))

    def __iter__(self) -> Iterator[str]:
        yield from (row[0] for row in self._db.run("SELECT url FROM fetched ORDER BY url"))

    def __len__(self) -> int:
        return int(next(self._db.run("SELECT count(*) FROM fetched"))[0])


def began_at(pid: int) -> str | None:
    """When a process of this machine began, in the kernel's ticks; None where it runs no more (a zombie does not).

    A number is given to another process in time, number and beginning together never are. Where the kernel does not
    tell ("": no /proc), the number alone must do.
    """
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        pass  # another user's: it runs
    try:
        state, *fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return "" if not Path("/proc/self/stat").exists() else None
    return None if state == "Z" else fields[18]
