"""State in memory, as it was after some ledger entry: kept to be resumed from, and never the only record of anything.

Invariant: there is one checkpoint, put in the writer's transaction; one that is missing, made by another engine, or
damaged is as if there were none. What it counts of reports forgotten since is owed (see `Ledger.counted`) until a newer
one is put: that one counts them no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from newsloom.records import Seq
from newsloom.store.dialects import Connection


class Checkpoints:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def put(self, seq: Seq, made_by: str, parts: Mapping[str, bytes]) -> None:
        """Keep this one in place of the one before it: the state after entry `seq`, in named parts."""
        with self._db.transaction():
            self.drop()
            self._db.run_many(
                "INSERT INTO checkpoint(part, seq, made_by, sum, body) VALUES (?, ?, ?, ?, ?)",
                ((part, seq, made_by, crc32(body), body) for part, body in parts.items()),
            )

    def drop(self) -> None:
        """There is none any more, and nothing is owed to it."""
        self._db.run("DELETE FROM checkpoint")
        self._db.run("DELETE FROM owed")

    def last(self, made_by: str) -> Seq:
        """After which entry it was made; 0 where there is none by this maker."""
        row = next(self._db.run("SELECT min(seq) FROM checkpoint WHERE made_by = ?", (made_by,)), (None,))
        return Seq(row[0] or 0)

    def parts(self, made_by: str) -> dict[str, bytes]:
        """The parts by name; none where they are damaged, of different entries, or by another maker."""
        rows = list(self._db.run("SELECT part, seq, made_by, sum, body FROM checkpoint"))
        whole = all(maker == made_by and crc32(body) == total for _, _, maker, total, body in rows)
        one = len({seq for _, seq, *_ in rows}) == 1
        return {part: body for part, *_, body in rows} if whole and one else {}
