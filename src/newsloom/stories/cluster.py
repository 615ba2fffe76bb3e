"""Report -> story, online.

In: one report and the state after all earlier ledger entries. Out: decisions. `place`, `obey` and `retract` read only;
state changes by `rule`, `unrule`, `count`, `uncount`, `apply` and `forget` alone, holds whole numbers alone, and never
asks the clock: the state after ledger entry n is a function of entries 1..n.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp

import numpy as np

from newsloom.config import StorySettings
from newsloom.records import Article, ArticleId, Decision, Merged, Placed, Report, Seq, StoryId, Verdict
from newsloom.stories.frequency import Frequencies
from newsloom.stories.model import Rows, load_trees
from newsloom.stories.places import Places
from newsloom.stories.rulings import Pair, Rulings
from newsloom.stories.vectors import FEATURES, Comparer, Vector, counted_terms, vector_of
from newsloom.stories.window import Window

NO_SEQ = Seq(0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that a report may belong to: log odds, and the features against the members, one row each."""

    story_id: StoryId
    log_odds: float
    rows: Rows

    @property
    def score(self) -> float:
        return round(1 / (1 + exp(-self.log_odds)), 6)


class StoryIndex:
    def __init__(self, settings: StorySettings) -> None:
        self.settings = settings
        self.frequencies = Frequencies()
        self.window = Window(settings.window_days)
        self.places = Places()
        self.rulings = Rulings()
        self._trees = load_trees(settings.model)
        self._comparer = Comparer(self.frequencies)

    @property
    def story(self) -> dict[ArticleId, StoryId]:
        """Where each report stands."""
        return self.places.story

    # ---- decide (reads only)
    def place(self, report: Report) -> tuple[Decision, ...]:
        """Where a report goes, and what its coming brings together. A later version stays where the report is."""
        me = report.id
        if me in self.places.story:
            return ()
        ruled = next(
            (self.places.story[o] for o in self._ruled_same(me) if not self._barred(me, self.places.story[o])), None
        )
        if ruled is not None:
            return (Placed(me, ruled, 1.0, (("a verdict", 1.0),)),)
        candidates = self.candidates(report)
        best = candidates[0] if candidates else None
        if best is None or best.score < self.settings.join_at:
            nearest = 0.0 if best is None else best.score
            return (Placed(me, StoryId(me), round(1 - nearest, 6), self._reasons(best)),)
        return (Placed(me, best.story_id, best.score, self._reasons(best)), *self._merges(best, candidates[1:]))

    def candidates(self, report: Report) -> list[Candidate]:
        """The stories it may belong to, the likeliest first; ties by id. Those that a verdict bars are left out."""
        vector = _vector(report)
        stories: dict[StoryId, None] = {}
        for near in self.window.near(vector, self.frequencies, self.settings.looked_up):
            if near != report.id:
                stories.setdefault(self.places.story[near])
        free = [story for story in stories if not self._barred(report.id, story)][: self.settings.compared]
        found = self._judge(vector, [(story, self._recent(story)) for story in free])
        return sorted(found, key=lambda one: (-one.log_odds, one.story_id))

    def obey(self, verdict: Verdict) -> tuple[Decision, ...]:
        """What a verdict moves: the same -> one story; not the same -> the second leaves, to a story of its own."""
        left, right = ArticleId(verdict.left), ArticleId(verdict.right)
        if left == right or left not in self.places.story or right not in self.places.story:
            return ()
        here, there = self.places.story[left], self.places.story[right]
        if verdict.same and here != there:
            return (Merged(there, here, 1.0),)
        if not verdict.same and here == there:
            leaving = left if here == right else right
            return (Placed(leaving, StoryId(leaving), 1.0, (("a verdict", 1.0),)),)
        return ()

    def retract(self, seq: Seq) -> tuple[Decision, ...]:
        """What it moves that the verdict of ledger entry `seq` binds no more: each report it moved goes back."""
        back = self.places.stands(without=seq)
        return tuple(Placed(a, story, 1.0, (("a verdict taken back", 1.0),)) for a, story in back.items())

    # ---- state
    def rule(self, pair: Pair, same: bool, seq: Seq = NO_SEQ) -> None:
        """Keep a verdict: the latest on a pair is the one that stands."""
        self.rulings.rule(pair, same, seq)

    def unrule(self, pair: Pair, seq: Seq) -> None:
        """Strike the verdict of ledger entry `seq`, and the moves it made. Call `retract` before, `apply` after."""
        self.rulings.withdraw(pair, seq)
        self.places.take_back(seq)

    def count(self, report: Report, before: Report | None = None) -> None:
        """Count a report's terms and let later ones find it. `before`: the version that it takes the place of, needed
        where that one is too old for the window to know it."""
        if known := self.window.vectors.get(report.id):
            self.frequencies.add(known.language, counted_terms(known), -1)
        elif before is not None:
            self.uncount(before)
        vector = _vector(report)
        self.frequencies.add(vector.language, counted_terms(vector), 1)
        self.window.add(report.id, vector)

    def uncount(self, report: Report) -> None:
        """Take a report's terms back exactly; it must have been counted, in just this version."""
        vector = _vector(report)
        self.frequencies.add(vector.language, counted_terms(vector), -1)
        self.window.drop(report.id)

    def apply(self, decisions: Iterable[Decision], seq: Seq = NO_SEQ) -> set[StoryId]:
        """Take decisions over, made anew or recorded; the stories whose page they change."""
        return {story for decision in decisions for story in self.places.put(decision, seq)}

    def forget(self, article_id: ArticleId) -> set[StoryId]:
        """The place stays, the words go. Call `uncount` with the report first: only it knows its terms."""
        self.window.drop(article_id)
        return {self.places.story[article_id]} if article_id in self.places.story else set()

    # ---- parts
    def _judge(self, vector: Vector, stories: list[tuple[StoryId, list[Vector]]]) -> list[Candidate]:
        stories = [(story, members) for story, members in stories if members]
        if not stories:
            return []
        rows = self._comparer.features(vector, [member for _, members in stories for member in members])
        odds = self._trees.log_odds(rows)
        ends = np.cumsum([len(members) for _, members in stories])[:-1]
        parts = zip(stories, np.split(rows, ends), np.split(odds, ends), strict=True)
        return [Candidate(story, self._pool(own_odds), own_rows) for (story, _), own_rows, own_odds in parts]

    def _pool(self, odds: Rows) -> float:
        """One figure for a story from the log odds against its members: their mean, and the nearest."""
        share = self.settings.nearest_share
        return round(float(odds.mean() * (1 - share) + odds.max() * share), 6)

    def _recent(self, story_id: StoryId) -> list[Vector]:
        """The newest members still in the window, some only: a story of a thousand reports is as well known by few."""
        vectors: list[Vector] = []
        for member in reversed(self.places.members[story_id]):
            if vector := self.window.vectors.get(member):
                vectors.append(vector)
                if len(vectors) == self.settings.members:
                    break
        return vectors

    def _merges(self, best: Candidate, others: list[Candidate]) -> tuple[Merged, ...]:
        """Stories that a report shows to be one: it belongs to both, and they to each other."""
        merges = []
        for other in others:
            if other.score < self.settings.merge_at or self._parted(other.story_id, best.story_id):
                continue
            if (score := self._likeness(other.story_id, best.story_id)) >= self.settings.merge_at:
                merges.append(Merged(other.story_id, best.story_id, score))
        return tuple(merges)

    def _likeness(self, one: StoryId, other: StoryId) -> float:
        members = self._recent(other)
        found = [self._judge(vector, [(other, members)])[0].log_odds for vector in self._recent(one)] if members else []
        return round(1 / (1 + exp(-sum(found) / len(found))), 6) if found else 0.0

    def _reasons(self, candidate: Candidate | None) -> tuple[tuple[str, float], ...]:
        """What each feature did, against the members' mean; the weightiest first."""
        if candidate is None:
            return ()
        effects = self._trees.effects(candidate.rows.mean(axis=0)).tolist()
        named = sorted(zip(FEATURES, effects, strict=True), key=lambda one: (-abs(one[1]), one[0]))
        return tuple((name, effect) for name, effect in named if effect)[: self.settings.reasons]

    def _ruled_same(self, me: ArticleId) -> list[ArticleId]:
        return [ArticleId(o) for o in self.rulings.ruled(me, same=True) if ArticleId(o) in self.places.story]

    def _barred(self, me: ArticleId, story_id: StoryId) -> bool:
        members = self.places.members[story_id]
        return any(ArticleId(other) in members for other in self.rulings.ruled(me, same=False))

    def _parted(self, one: StoryId, other: StoryId) -> bool:
        return self.rulings.part(self.places.members[one], self.places.members[other])


def _vector(report: Report) -> Vector:
    return vector_of(report.analysis.terms, report.article.language, told_hour(report.article))


def told_hour(article: Article) -> int:
    """Hours since 1970 when a report was told. Nobody tells what we have already seen a day later: a claim that does
    is a wrong one, and the time at which we saw it stands in."""
    told, seen = article.told_at.timestamp(), article.seen_at.timestamp()
    return int((told if told <= seen + 86_400 else seen) // 3600)
