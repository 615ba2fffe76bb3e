"""Read marks: how far the reader has read each story. One reader; marks are set by people and outlive a rebuild."""

from __future__ import annotations

from datetime import datetime

from newsloom.records import ReadMark, Seq, StoryId
from newsloom.store.dialects import Connection


class Marks:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def put(self, mark: ReadMark) -> None:
        """Set the mark of a story; the one before is gone."""
        with self._db.transaction():
            self._db.run(
                "INSERT OR REPLACE INTO read_mark(story_id, seq, as_of) VALUES (?, ?, ?)",
                (mark.story_id, mark.seq, mark.as_of.isoformat()),
            )

    def last(self, story_id: StoryId) -> ReadMark | None:
        """The newest mark of a story or of one that is part of it now; None where it was never marked."""
        rows = self._db.run(
            "SELECT m.story_id, m.seq, m.as_of FROM read_mark m JOIN place p ON p.article_id = m.story_id"
            " WHERE p.story_id = ? ORDER BY m.seq DESC, m.story_id LIMIT 1",
            (story_id,),
        )
        found = next(iter(rows), None)
        return ReadMark(StoryId(found[0]), Seq(found[1]), datetime.fromisoformat(found[2])) if found else None
