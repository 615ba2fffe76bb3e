"""The ledger (the only truth, in one total order) and the decisions that the engine made of each entry."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

import msgspec

from newsloom.records.observed import ArticleId, EntityId, PersonId, Range, Seq, StoryId


class Taken(msgspec.Struct, frozen=True, tag="taken"):
    """One version of one report."""

    article_id: ArticleId
    version: int


class Verdict(msgspec.Struct, frozen=True, tag="verdict"):
    """A person says that two reports (entities) are, or are not, of one story (person). Names evidence, never views."""

    about: Literal["story", "person", "thread"]
    left: str
    right: str
    same: bool
    made_by: str
    at: datetime
    why: str = ""


class Retracted(msgspec.Struct, frozen=True, tag="retracted"):
    """That verdict binds no more."""

    verdict: Seq
    made_by: str
    at: datetime


class Forgotten(msgspec.Struct, frozen=True, tag="forgotten"):
    """The report loses its words everywhere; it keeps its id and its place, so its address leads on."""

    article_id: ArticleId
    made_by: str
    at: datetime


Entry: TypeAlias = Taken | Verdict | Retracted | Forgotten


class ReadMark(msgspec.Struct, frozen=True):
    """How far the reader has read a story: its page of the reports seen until `as_of`, as decided until `seq`."""

    story_id: StoryId
    seq: Seq
    as_of: datetime


class Placed(msgspec.Struct, frozen=True, tag="placed"):
    """A report goes to a story; it opens one where story_id is its own id."""

    article_id: ArticleId
    story_id: StoryId
    score: float
    reasons: tuple[tuple[str, float], ...] = ()


class Merged(msgspec.Struct, frozen=True, tag="merged"):
    """All of a story's reports go to another."""

    story_id: StoryId
    into: StoryId
    score: float


class Linked(msgspec.Struct, frozen=True, tag="linked"):
    """Two stories are of one affair: a thread is what links connect. Each reason is a phrase that a reader can read."""

    story_id: StoryId
    earlier: StoryId
    score: float
    reasons: tuple[str, ...] = ()


class Named(msgspec.Struct, frozen=True, tag="named"):
    """A report's entity is that person, organisation or place; it introduces one where person_id is its own id.

    `kind`, `name` and `keys` are the entity's: under these keys later reports find the person.
    """

    entity_id: EntityId
    person_id: PersonId
    score: float
    kind: str = ""
    name: str = ""
    keys: tuple[str, ...] = ()


class Matched(msgspec.Struct, frozen=True, tag="matched"):
    """Two reports share a passage. Undirected: who was first is a view, by published time."""

    left_id: ArticleId
    left_version: int
    left: Range
    right_id: ArticleId
    right_version: int
    right: Range
    shared: float  # 0 to 1, of the longer passage's words


Decision: TypeAlias = Placed | Merged | Linked | Named | Matched


class Decided(msgspec.Struct, frozen=True):
    """The whole outcome of one ledger entry; stored, with the cursor and the stale stories, in one transaction."""

    seq: Seq
    engine: str
    decisions: tuple[Decision, ...]
    stale: tuple[StoryId, ...]
