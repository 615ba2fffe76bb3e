"""Where each report stands, and how it came there, so that a verdict taken back leaves it where the others put it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from newsloom.records import ArticleId, Decision, Merged, Placed, Seq, StoryId

Move = tuple[Seq, StoryId]
Key = TypeVar("Key", ArticleId, StoryId)


@dataclass(slots=True)
class Places:
    """`moves` is kept only for reports that moved: most stay where they were first put."""

    story: dict[ArticleId, StoryId] = field(default_factory=dict)
    members: dict[StoryId, tuple[ArticleId, ...]] = field(default_factory=dict)  # most have one: 50 bytes, not 230
    moves: dict[ArticleId, tuple[Move, ...]] = field(default_factory=dict)
    opened: dict[StoryId, int] = field(default_factory=dict)  # how many reports stood when it opened
    merged: dict[StoryId, tuple[Move, ...]] = field(default_factory=dict)

    def put(self, decision: Decision, seq: Seq) -> list[StoryId]:
        """Take a decision over; the stories whose members changed."""
        if isinstance(decision, Placed):
            return self._move(decision.article_id, decision.story_id, seq)
        if isinstance(decision, Merged) and decision.story_id != decision.into:
            self.merged[decision.story_id] = (*self.merged.get(decision.story_id, ()), (seq, decision.into))
            for article_id in self.members.get(decision.story_id, ()):
                self._move(article_id, decision.into, seq)
            return [decision.story_id, decision.into]
        return []

    def take_back(self, seq: Seq) -> None:
        """Strike the moves that ledger entry `seq` made; nobody is moved yet."""
        _strike(self.moves, seq)
        _strike(self.merged, seq)

    def stands(self, without: Seq) -> dict[ArticleId, StoryId]:
        """The reports that would stand elsewhere if entry `without` had moved nothing, and where."""
        there: dict[ArticleId, StoryId] = {}
        for article_id, moves in self.moves.items():
            kept = [story for seq, story in moves if seq != without]
            home = self._leads_to(kept[-1] if kept else StoryId(article_id), without)
            if len(kept) < len(moves) and home != self.story[article_id]:
                there[article_id] = home
        return dict(sorted(there.items()))

    def _leads_to(self, story_id: StoryId, without: Seq) -> StoryId:
        """Where an emptied story went, whatever entry `without` did."""
        passed = {story_id}
        while story_id not in self.members:
            into = [story for seq, story in self.merged.get(story_id, ()) if seq != without]
            if not into or into[-1] in passed:
                break
            story_id = into[-1]
            passed.add(story_id)
        return story_id

    def _move(self, article_id: ArticleId, story_id: StoryId, seq: Seq) -> list[StoryId]:
        before = self.story.get(article_id)
        if before == story_id:
            return [story_id]
        if before is not None:
            self.moves.setdefault(article_id, ((Seq(0), before),))
            self._leave(article_id, before)
        self.story[article_id] = story_id
        self.opened.setdefault(story_id, len(self.story))
        self.members[story_id] = (*self.members.get(story_id, ()), article_id)
        if article_id in self.moves and (not self.moves[article_id] or self.moves[article_id][-1][1] != story_id):
            self.moves[article_id] += ((seq, story_id),)
        return [story_id] if before is None else [before, story_id]

    def _leave(self, article_id: ArticleId, story_id: StoryId) -> None:
        left = tuple(one for one in self.members[story_id] if one != article_id)
        if left:
            self.members[story_id] = left
        else:
            del self.members[story_id]


def _strike(moves: dict[Key, tuple[Move, ...]], seq: Seq) -> None:
    for key, made in list(moves.items()):
        kept = tuple(move for move in made if move[0] != seq)
        if kept != made:
            moves[key] = kept
