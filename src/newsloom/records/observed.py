"""What the world sent: sources, pages, article versions, and spans of their words.

Offsets are code points. `Article.text` is kept exactly as it was given or extracted, never stripped or normalised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Literal, NewType, TypeAlias

import msgspec

ArticleId = NewType("ArticleId", str)  # hash of the canonical URL first seen; see text.urls
SourceId = NewType("SourceId", str)
EntityId = NewType("EntityId", str)  # "<article>.<version>.<place of its first mention>": as ONE report names it
StoryId = NewType("StoryId", str)  # the ArticleId of the report that opened it
PersonId = NewType("PersonId", str)  # the EntityId that introduced the person, organisation or place
Seq = NewType("Seq", int)  # place in the ledger, from 1

Part: TypeAlias = Literal["text", "headline"]


class Range(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A stretch of ONE report, known from where it stands: code points of its text or headline."""

    start: int
    end: int
    part: Part = "text"

    def covers(self, other: Range) -> bool:
        return self.part == other.part and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Range) -> bool:
        return self.part == other.part and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one version of one report, complete in itself: what citations are made of."""

    article_id: ArticleId
    version: int
    part: Part
    start: int
    end: int


class Words(msgspec.Struct, frozen=True, tag="words"):
    """Words of an outlet with the place where they stand. Only `Article.words` makes them."""

    span: Span
    text: str

    def opening(self, most: int) -> Words:
        """The first words of these, at most so many: "The talks go on in June" -> "The talks go" (3)."""
        ends = (word.end() for word in re.finditer(r"\S+", self.text))
        kept = next(islice(ends, most - 1, None), len(self.text))
        return (
            self if kept >= len(self.text) else Words(replace(self.span, end=self.span.start + kept), self.text[:kept])
        )


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is read again and again (a feed, a site), or once (a file)."""

    id: SourceId
    kind: str
    url: str
    title: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a source announces; it is fetched, and becomes a RawPage."""

    source_id: SourceId
    url: str
    headline: str = ""
    published_at: datetime | None = None
    day_only: bool = False
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class RawPage:
    """Bytes as they came, with what the announcing feed said of them."""

    source_id: SourceId
    url: str
    fetched_at: datetime
    headers: tuple[tuple[str, str], ...]
    body: bytes
    link: Link | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One version of one report.

    `seen_at`: fetch time; for archives WARC-Date; for imports `seen`, else `published`, else the time of import.
    `published_at`: the outlet's claim, with the outlet's own zone where it gave one; where only a day was given it is
    the last second of that day (UTC) and `day_only` is true: it then orders nothing within that day.
    `paragraphs`: ranges of `text`. `ours`: a better extraction by us, never to be shown as an outlet's edit.
    `given_id`: the id that an import carried. `group`: the story that a filter's input line puts it in (its "story").
    """

    id: ArticleId
    version: int = 0  # 0 until the store takes it
    given_id: str = ""
    url: str = ""
    canonical_url: str = ""
    source_id: SourceId = SourceId("")
    outlet: str = ""
    headline: str = ""
    byline: tuple[str, ...] = ()
    language: str = ""
    published_at: datetime | None = None
    day_only: bool = False
    updated_at: datetime | None = None
    seen_at: datetime
    image: str = ""
    text: str
    paragraphs: tuple[tuple[int, int], ...] = ()
    content_hash: str = ""
    ours: bool = False
    group: str = ""

    def words(self, start: int, end: int, part: Part = "text") -> Words:
        """The only way to get words that a page may show as an outlet's own. Raises ValueError outside the part."""
        whole = self.text if part == "text" else self.headline
        if not 0 <= start < end <= len(whole):
            raise ValueError(f"{self.id}.{self.version}: {part}[{start}:{end}] lies outside 0..{len(whole)}")
        return Words(Span(self.id, self.version, part, start, end), whole[start:end])

    def at(self, place: Range) -> Words:
        return self.words(place.start, place.end, place.part)

    def text_of(self, place: Range) -> str:
        return (self.text if place.part == "text" else self.headline)[place.start : place.end]

    @property
    def told_at(self) -> datetime:
        """When the outlet says it told this; without a claim, when we saw it."""
        return self.published_at or self.seen_at


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be taken, and why; quarantined, counted, shown."""

    source: str
    item: str
    reason: str


class FetchState(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is remembered of an address between rounds. `due_at` None: it is not visited again of itself.

    `etag` and `last_modified` are the server's, for a conditional request; `failures` are those since the last success.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    fetched_at: datetime | None = None
    due_at: datetime | None = None
    visits: int = 0
    failures: int = 0


class Visit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What happened when a source was visited: shown, and the ground for "not collected" as against "silent".

    `links`: how many reports it announced; `pages`: how many of them were fetched in this round; `refused`: how many
    could not be. `moved_to`: where the server says that the source has moved for good.
    """

    source_id: SourceId
    url: str
    at: datetime
    outcome: Literal["ok", "not modified", "failed"]
    reason: str = ""
    due_at: datetime | None = None
    links: int = 0
    pages: int = 0
    refused: int = 0
    moved_to: str = ""
