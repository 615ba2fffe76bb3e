"""Why a report stands where it stands: the decisions as recorded, and its story and the nearest others as weighed now.

In: the store; it is read only. The index is resumed from it, so that this takes as long as the start of a turn.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsloom.config import Settings
from newsloom.engine.resume import resume
from newsloom.records import (
    CAME,
    ArticleId,
    Entry,
    Merged,
    Placed,
    Recorded,
    Report,
    Retracted,
    Seq,
    StoryId,
    Taken,
    Verdict,
    Why,
)
from newsloom.store import Store
from newsloom.stories.cluster import StoryIndex
from newsloom.stories.why import side_of, weighed

SHOWN = 6  # nearest stories


class Asker:
    """Answers for one store. What is asked again and again is resumed once, until something new was decided."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._index: tuple[Seq, StoryIndex] | None = None

    def why(self, article_id: ArticleId, asked: StoryId | None = None) -> Why | None:
        """Of a report, and a story (its own where none is given). None where the report has no place or no words."""
        story, article = self._store.decisions.story_of(article_id), self._store.ledger.article(article_id)
        report = self._store.ledger.counted(article_id, article.version) if article else None
        if story is None or report is None:
            return None
        index = self._resumed()
        target = asked or story
        stories = dict.fromkeys([*index.near(report)[: index.settings.compared], story, target])
        sides = {
            one: side for one in stories if (side := side_of(index, self._others(index, one, article_id))) is not None
        }
        found = [weighed(index, report, each) for each in index.weigh(report, sides)]
        return Why(
            article_id,
            story,
            tuple(self._recorded(index, article_id)),
            next((each for each in found if each.story_id == target), None),
            tuple(found[:SHOWN]),
            index.settings.join_at,
        )

    def _resumed(self) -> StoryIndex:
        cursor = self._store.decisions.cursor()
        if self._index is None or self._index[0] != cursor:
            self._index = cursor, resume(self._store, self._settings)
        return self._index[1]

    def _others(self, index: StoryIndex, story: StoryId, without: ArticleId) -> Iterator[Report]:
        """A story's reports but this one, the newest first, in the versions that stand."""
        for member in reversed(index.places.members.get(story, ())):
            article = self._store.ledger.article(member) if member != without else None
            report = self._store.ledger.counted(member, article.version) if article else None
            if report is not None:
                yield report

    def _recorded(self, index: StoryIndex, article_id: ArticleId) -> Iterator[Recorded]:
        """Every decision that placed or moved it, in order."""
        moved = [seq for seq, _ in index.places.moves.get(article_id, ()) if seq]
        taken = self._store.ledger.entries_of(article_id)
        now: StoryId | None = None
        for seq in sorted({*taken, *moved}):
            decided, entry = self._store.decisions.decided_of(seq), self._store.ledger.entry(seq)
            if decided is None or entry is None:
                continue
            for decision in decided.decisions:
                if isinstance(decision, Placed) and decision.article_id == article_id:
                    now, score, reasons = decision.story_id, decision.score, decision.reasons
                elif isinstance(decision, Merged) and decision.story_id == now:
                    now, score, reasons = decision.into, decision.score, ()
                else:
                    continue
                yield Recorded(seq, decided.engine, _upon(entry, article_id), now, score, reasons)


def _upon(entry: Entry, article_id: ArticleId) -> str:
    """What an entry was, in words."""
    match entry:
        case Taken(article_id=taken) if taken == article_id:
            return CAME
        case Taken(article_id=taken):
            return f"report {taken} showed two stories to be one"
        case Verdict(made_by=editor, why=reason):
            return f"a verdict by {editor}" + (f": {reason}" if reason else "")
        case Retracted(made_by=editor):
            return f"a verdict taken back by {editor}"
    return "a report forgotten"
