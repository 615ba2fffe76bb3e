"""Report -> story, online.

In: one report and the state after all earlier ledger entries. Out: decisions. `place`, `obey` and `retract` read only;
state changes by `rule`, `unrule`, `count`, `uncount`, `apply` and `forget` alone, holds whole numbers alone, and never
asks the clock: the state after ledger entry n is a function of entries 1..n.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp

from newsloom.config import StorySettings
from newsloom.records import (
    Article,
    ArticleId,
    Decision,
    Linked,
    Merged,
    Placed,
    Report,
    Seq,
    StoryId,
    StoryTerms,
    Verdict,
)
from newsloom.stories.compare import FEATURES, Comparer
from newsloom.stories.frequency import Frequencies
from newsloom.stories.likeness import Side, by_name, likeness
from newsloom.stories.model import Rows, load_trees
from newsloom.stories.places import Places
from newsloom.stories.rulings import Pair, Rulings
from newsloom.stories.threads import Focus, Threads, Topics, alike, leniency, reason, topics_of
from newsloom.stories.vectors import Vector, block_of, counted_terms, vector_of
from newsloom.stories.window import Window
from newsloom.text.kinds import kind_of

NO_SEQ = Seq(0)
SAME = 0.3  # from here on a cosine is worth a word
NOTHING = vector_of(StoryTerms(), "", 0)
OFTEN_ASKED = 8  # reports of a story
TOPICS = 10_000  # reports whose topics are kept between look-ups
REMEMBERED = 4_000_000  # terms of stories that are kept added up between look-ups: some 50 MB


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that a report may belong to: log odds, and the features that they rest on."""

    story_id: StoryId
    log_odds: float
    row: Rows

    @property
    def score(self) -> float:
        return probability(self.log_odds)


class StoryIndex:
    def __init__(self, settings: StorySettings) -> None:
        self.settings = settings
        self.frequencies = Frequencies()
        self.window = Window(max(settings.window_days, settings.thread_days if settings.threads else 0), settings.live)
        self.places = Places()
        self.rulings = Rulings()
        self.threads = Threads()
        self.trees = load_trees(settings.model)
        self._comparer = Comparer(self.frequencies)
        self._last: tuple[Report | None, Vector] = (None, NOTHING)
        self._topics: dict[Vector, Topics] = {}  # so can these
        self._sides: dict[StoryId, tuple[list[Vector], Side]] = {}  # what can be made again at any time
        self._remembered = 0  # terms in them

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
        if ruled := self._ruled(me):
            return (Placed(me, ruled[0], 1.0, (("a verdict", 1.0),)),)
        candidates = self.candidates(report)
        best, apart = candidates[0] if candidates else None, told_apart(report)
        if best is None or best.score < self.settings.join_at:
            nearest = 0.0 if best is None else best.score
            opened = Placed(me, StoryId(me), round(1 - nearest, 6), (*apart, *self._reasons(best)))
            return (opened,) if apart else (opened, *self._links(report, StoryId(me)))
        if apart:
            return (Placed(me, best.story_id, best.score, (*apart, *self._reasons(best))),)
        merges = self._merges(best, candidates[1:])
        home = merges[0].into if merges else best.story_id
        return (Placed(me, home, best.score, self._reasons(best)), *merges, *self._links(report, home))

    def candidates(self, report: Report) -> list[Candidate]:
        """The stories it may belong to, the likeliest first; ties by id. Those that a verdict bars are left out."""
        barred = self.barred(report.id)
        free = [story for story in self.near(report) if story not in barred][: self.settings.compared]
        sides = {story: side for story in free if (side := self._side(story))}
        return self.weigh(report, sides)

    def near(self, report: Report) -> list[StoryId]:
        """The stories of the reports that share telling terms with it, the most telling first."""
        found = self._near(self._vector(report), report.id, self.settings.window_days)
        return list(dict.fromkeys(self.places.story[near] for near in found))

    def barred(self, article_id: ArticleId) -> set[StoryId | None]:
        """The stories that a verdict keeps it out of."""
        return {self.places.story.get(ArticleId(one)) for one in self.rulings.ruled(article_id, same=False)}

    def weigh(self, report: Report, sides: Mapping[StoryId, Side]) -> list[Candidate]:
        """The report against these stories, the likeliest first; ties by id."""
        return sorted(self._judge(self._vector(report), sides), key=lambda one: (-one.log_odds, one.story_id))

    def obey(self, verdict: Verdict) -> tuple[Decision, ...]:
        """What a verdict moves: the same -> one story; not the same -> the second leaves, to a story of its own."""
        left, right = ArticleId(verdict.left), ArticleId(verdict.right)
        if left == right or left not in self.places.story or right not in self.places.story:
            return ()
        here, there = self.places.story[left], self.places.story[right]
        if verdict.same and here != there:
            return (Merged(there, here, 1.0),)
        if not verdict.same and here == there:
            leaving = left if str(here) == str(right) else right
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
        vector = self._vector(report)
        self.frequencies.add(vector.language, counted_terms(vector), 1)
        self.window.add(report.id, vector)

    def uncount(self, report: Report) -> None:
        """Take a report's terms back exactly; it must have been counted, in just this version."""
        vector = self._vector(report)
        self.frequencies.add(vector.language, counted_terms(vector), -1)
        self.window.drop(report.id)

    def apply(self, decisions: Iterable[Decision], seq: Seq = NO_SEQ) -> set[StoryId]:
        """Take decisions over, made anew or recorded; the stories whose page they change."""
        changed: set[StoryId] = set()
        for decision in decisions:
            changed.update(self.places.put(decision, seq))
            if isinstance(decision, Linked):
                self.threads.join(decision.earlier, decision.story_id)
            elif isinstance(decision, Merged) and len(self.threads.of(decision.story_id)) > 1:
                self.threads.join(decision.into, decision.story_id)
        return changed

    def forget(self, article_id: ArticleId, counted: Report | None = None) -> set[StoryId]:
        """The place stays, the words go. `counted`: the report as it was counted last, needed where it is too old for
        the window to know its terms."""
        if known := self.window.vectors.get(article_id):
            self.frequencies.add(known.language, counted_terms(known), -1)
            self.window.drop(article_id)
        elif counted is not None:
            self.uncount(counted)
        return {self.places.story[article_id]} if article_id in self.places.story else set()

    # ---- parts
    def _vector(self, report: Report) -> Vector:
        """A report's arrays; those of the last one asked for are kept, since it is placed and then counted."""
        if self._last[0] is not report:
            self._last = report, vector_of(report.analysis.terms, report.article.language, told_hour(report.article))
        return self._last[1]

    def _near(self, vector: Vector, me: ArticleId, days: int) -> list[ArticleId]:
        found = self.window.near(vector, self.frequencies, self.settings.looked_up, days)
        return [near for near in found if near != me]

    def _links(self, report: Report, home: StoryId) -> tuple[Linked, ...]:
        """The other thread that a report's story belongs to: the one most like its own, if the report is like it too.
        Asked of each of the first reports of a story, and then each time they have doubled."""
        reports = len(self.places.members.get(home, ())) + 1
        if not self.settings.threads or (reports > OFTEN_ASKED and reports & (reports - 1)):
            return ()
        vector, own = self._vector(report), self.threads.of(home)
        nearest: dict[StoryId, ArticleId] = {}  # first story of a thread -> its report that is most like this one
        for near in self._near(vector, report.id, self.settings.thread_days):
            if self.places.story[near] not in own:
                nearest.setdefault(self.threads.of(self.places.story[near])[0], near)
        mine, ours = self._focus([vector]), self._focus([vector, *self._newest_of(own)])
        found: list[tuple[float, StoryId, float]] = []
        for first in list(nearest)[: self.settings.compared]:
            theirs = self._focus(self._newest_of(self.threads.of(first)))
            score = min(self._alike(one, theirs, vector.language) for one in (mine, ours))
            found.append((score - self.settings.link_at * leniency(ours, theirs), first, score))
        margin, first, score = min(found, key=lambda each: (-each[0], each[1]), default=(-1.0, home, 0.0))
        return (self._linked(vector, home, nearest[first], score),) if margin >= 0 else ()

    def _focus(self, vectors: Sequence[Vector]) -> Focus:
        """What reports are about; each one's topics are kept until there are too many."""
        if len(self._topics) >= TOPICS:
            self._topics.clear()
        for vector in vectors:
            if vector not in self._topics:
                self._topics[vector] = topics_of(vector)
        return Focus.of([self._topics[vector] for vector in vectors])

    def _alike(self, one: Focus, other: Focus, language: str) -> float:
        return alike(one, other, self.window.holders, len(self.window.vectors), language)

    def _linked(self, vector: Vector, home: StoryId, near: ArticleId, score: float) -> Linked:
        """The later of two stories linked to the earlier, with the reason in words."""
        story, other = self.places.story[near], self.window.vectors[near]
        opened = self.places.opened
        later, earlier = sorted((home, story), key=lambda one: (-opened.get(one, len(self.story) + 1), one))
        row = self._comparer.features(vector, [block_of([other])])[0]
        hours = (vector.hour - other.hour) * (1 if later == home else -1)
        people, place, words = (
            bool(row[FEATURES.index(f"same {name}")] >= SAME) for name in ("names", "places", "body")
        )
        return Linked(later, earlier, score, (reason(people, place, words, hours),))

    def _judge(self, vector: Vector, sides: Mapping[StoryId, Side]) -> list[Candidate]:
        if not sides:
            return []
        rows = likeness(self._comparer, vector, list(sides.values()))
        odds = self.trees.log_odds(rows).tolist()
        return [Candidate(story, odd, row) for story, odd, row in zip(sides, odds, rows, strict=True)]

    def _side(self, story_id: StoryId) -> Side | None:
        """A story by its newest members in the window; what was added up last time is kept while it is still so."""
        newest = enough_of(self._newest(story_id), self.settings.together)
        if not newest:
            return None
        known = self._sides.get(story_id)
        if known is None or known[0] != newest:  # the very same arrays: a new version of a report has others
            known = newest, Side.of(newest, self.settings.members)
            self._remembered += len(known[1].block.at)
            if self._remembered > REMEMBERED:
                self._sides.clear()
                self._remembered = len(known[1].block.at)
            self._sides[story_id] = known
        return known[1]

    def _newest(self, story_id: StoryId) -> Iterator[Vector]:
        members, vectors = self.places.members.get(story_id, ()), self.window.vectors
        return (vectors[member] for member in reversed(members) if member in vectors)

    def _newest_of(self, stories: list[StoryId]) -> list[Vector]:
        """The newest reports of a thread."""
        most = self.settings.thread_members
        recent = [vector for story in stories[-most:] for vector in islice(self._newest(story), most)]
        return sorted(recent, key=lambda vector: -vector.hour)[:most]

    def _merges(self, best: Candidate, others: list[Candidate]) -> tuple[Merged, ...]:
        """A second story that a report shows to be the same: it belongs to both, and they to each other. The smaller
        goes into the larger; of equals, the less likely one."""
        for other in others:
            if other.score < self.settings.merge_at or self._parted(other.story_id, best.story_id):
                continue
            if (score := self._likeness(other.story_id, best.story_id)) >= self.settings.merge_at:
                sizes = [len(self.places.members[each.story_id]) for each in (best, other)]
                into, gone = (best, other) if sizes[0] >= sizes[1] else (other, best)
                return (Merged(gone.story_id, into.story_id, score),)
        return ()

    def _likeness(self, one: StoryId, other: StoryId) -> float:
        """How likely one story's members belong to the other: the mean over its newest."""
        side, against = self._side(one), self._side(other)
        if side is None or against is None:
            return 0.0
        found = [c.log_odds for vector in side.members for c in self._judge(vector, {other: against})]
        return probability(sum(found) / len(found)) if found else 0.0

    def _reasons(self, candidate: Candidate | None) -> tuple[tuple[str, float], ...]:
        """What each feature did to the log odds, the weightiest first."""
        if candidate is None:
            return ()
        effects = by_name(self.trees.effects(candidate.row))
        named = sorted(effects.items(), key=lambda one: (-abs(one[1]), one[0]))
        return tuple((name, effect) for name, effect in named if effect)[: self.settings.reasons]

    def _ruled(self, me: ArticleId) -> list[StoryId]:
        """Stories that a verdict puts this report in, and none bars."""
        fellows = [ArticleId(other) for other in self.rulings.ruled(me, same=True)]
        stories = [self.places.story[fellow] for fellow in fellows if fellow in self.places.story]
        return [story for story in stories if not self._barred(me, story)]

    def _barred(self, me: ArticleId, story_id: StoryId) -> bool:
        members = self.places.members[story_id]
        return any(ArticleId(other) in members for other in self.rulings.ruled(me, same=False))

    def _parted(self, one: StoryId, other: StoryId) -> bool:
        return self.rulings.part(self.places.members[one], self.places.members[other])


def told_apart(report: Report) -> tuple[tuple[str, float], ...]:
    """Why a report brings no stories together, as a reason of its placing; () for plain news, which may.

    What a comment, a live page, a newsletter or a round-up holds together need not belong together.
    """
    kind = kind_of(report.article)
    return ((f"{kind}: brings no stories together", 0.0),) if kind else ()


def enough_of(newest: Iterable[Vector], most: int) -> list[Vector]:
    """A story's newest members, until they have `most` terms: many headlines, or a few long texts."""
    found, terms = list[Vector](), 0
    for vector in newest:
        found.append(vector)
        terms += len(vector.terms)
        if terms >= most:
            break
    return found


def probability(log_odds: float) -> float:
    return round(1 / (1 + exp(-log_odds)), 6)


def told_hour(article: Article) -> int:
    """Hours since 1970 when a report was told. Nobody tells what we have already seen a day later: a claim that does
    is a wrong one, and the time at which we saw it stands in."""
    told, seen = article.told_at.timestamp(), article.seen_at.timestamp()
    return int((told if told <= seen + 86_400 else seen) // 3600)
