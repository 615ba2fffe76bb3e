"""What pages are made of: pure functions of evidence and decisions, always rebuildable, never read by a decision.

`StoryPage` has the fields of `story.json` (docs/filters.md), in the page's order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

import msgspec

from newsloom.records.evidence import Kind, Report, Status
from newsloom.records.ledger import Linked, Matched
from newsloom.records.observed import Article, ArticleId, EntityId, PersonId, SourceId, Span, StoryId, Words


class Insert(msgspec.Struct, frozen=True, tag="insert"):
    """Our words, shown in square brackets, with the words that bear them out."""

    text: str
    because: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """Outlets' words and our marked insertions; without words of an outlet it cannot be built.

    A gap between two `Words` of one report is shown as "…". `also`: where other reports say the same.
    """

    pieces: tuple[Words | Insert, ...]
    also: tuple[Words, ...] = ()

    def __post_init__(self) -> None:
        if not any(isinstance(piece, Words) for piece in self.pieces):
            raise ValueError("a sentence without a source does not exist")

    def words(self) -> Iterator[Words]:
        """Every citation: the sentence's own words first, then what bears out our insertions, then `also`."""
        yield from (piece for piece in self.pieces if isinstance(piece, Words))
        for piece in self.pieces:
            if isinstance(piece, Insert):
                yield from piece.because
        yield from self.also


@dataclass(frozen=True, slots=True)
class Person:
    """A person, organisation or place as a set of reports' entities. `name`: the fullest usual form."""

    id: PersonId
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    entities: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class LastRead:
    """A registered source and when it was last read; `failing_since`: the first vain visit after that, if any."""

    source_id: SourceId
    name: str
    read_at: datetime | None
    failing_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoryEvidence:
    """Everything a story page may be made of, cut at one instant and one ledger place. What it lacks can't be shown.

    `reports`: the newest version of each, in order of published time, then id. `people`: what the decisions say of
    the story's own entities. `matches`: shared passages among these reports. `related`: links to other stories.
    `earlier`: for a story in a thread, ids of reports that belong to earlier stories of it (in `reports` too only
    where a thread page is woven). `withdrawn`: sentences of earlier versions that the outlet took out. `sources`: every
    registered source that was visited, with its last reading: the ground for "not collected". `before`: the earlier
    versions of the reports, oldest first. `rulings`: verdicts on the reports' entities that bind (left, right, whether
    they are the same), in ledger order.
    """

    story_id: StoryId
    reports: tuple[Report, ...]
    people: tuple[Person, ...] = ()
    matches: tuple[Matched, ...] = ()
    related: tuple[Linked, ...] = ()
    versions: tuple[tuple[ArticleId, int], ...] = ()
    withdrawn: tuple[Words, ...] = ()
    sources: tuple[LastRead, ...] = ()
    before: tuple[Report, ...] = ()
    rulings: tuple[tuple[EntityId, EntityId, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class StatusNow:
    """How the story's central event stands: `event` names it in a report's own words."""

    event: str
    value: Status
    since: str  # ISO 8601 day, or instant
    sentence: CitedSentence


@dataclass(frozen=True, slots=True)
class StatusStep:
    """One turn of a chain: `said` is the day on which reports told it, `sentence` says so."""

    value: Status
    said: str  # ISO 8601 day
    sentence: CitedSentence


@dataclass(frozen=True, slots=True)
class StatusChain:
    """How a central event stood, oldest step first; `event` names it in a report's own words."""

    event: str
    steps: tuple[StatusStep, ...]


Outcome: TypeAlias = Literal["happened", "moved", "cancelled", "no report"]


@dataclass(frozen=True, slots=True)
class Became:
    """What became of an announced event that fell due. `due`: the ISO 8601 day, week or month it was set for;
    `announced`: the day of the report that said so first; `plan` its words. `date`: when it took place or is now set
    for, "" where none is told. `evidence` is None where no report collected says what became of it."""

    due: str
    announced: str
    plan: CitedSentence
    outcome: Outcome
    date: str = ""
    evidence: CitedSentence | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Who is who: one card. `role`: a report's own words; `distinct_from`: names not to be confused with this one;
    `told`: sentences on what the story tells of them, the oldest report's first."""

    person: Person
    role: CitedSentence | None
    also: tuple[str, ...]
    distinct_from: tuple[str, ...]
    reports: int
    told: tuple[CitedSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One side of a disagreement: the value in short, who says so, on how many independent origins, and when."""

    value: str
    said: str  # ISO 8601 day or instant of the earliest report that says so
    origins: int
    sentences: tuple[CitedSentence, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    topic: str
    kind: Literal["contradiction", "later update", "wording", "attribution"]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One happening. `date`: ISO 8601 day, week, month or instant; `reported`: when it was first reported."""

    date: str
    status: Status
    reported: str
    sentences: tuple[CitedSentence, ...]
    note: str = ""  # how the date is known: "“Wednesday” → 23 May, from the dateline"
    turn: bool = False  # it tells of a turn of a status chain


@dataclass(frozen=True, slots=True)
class Stance:
    """What a party wants, offers, refuses, …; newest first. `stance` is our verb and shown as ours."""

    party: Person
    stance: str
    sentences: tuple[CitedSentence, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said, with every outlet's cut of it; first carrier first. A paraphrase is never in it."""

    id: str  # the span of its first carrier: "<article>.<version>.<start>-<end>"
    speaker: Person | None
    speaker_words: Words | None  # "a senior official", where the speaker is no known person
    role: CitedSentence | None  # as held on the day of the report
    to: Words | None
    variants: tuple[CitedSentence, ...]


Says: TypeAlias = Literal["says", "differs", "copied", "not found", "not collected"]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    claim: CitedSentence
    reports: tuple[tuple[ArticleId, Says], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A shared passage: its carriers by published time. `first` is None in the sense of nobody named first where
    only the day is known (`order_known` false): the page then says "same day, order not known"."""

    first: Words
    later: tuple[Words, ...]
    order_known: bool = True
    background: bool = False  # words that are printed again on other days, not news that was passed on


@dataclass(frozen=True, slots=True)
class Spread:
    """Another report's words that an outlet has since corrected in its own. `until`: when a version of that report was
    seen without them; None: it still carries them."""

    words: Words
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What an outlet edited or took out, in substance. `at`: when the changed version was seen; `carriers`: who has the
    old words, in order of publication."""

    kind: Literal["edited", "withdrawn"]
    before: Words
    after: Words | None
    at: datetime
    carriers: tuple[Spread, ...] = ()


@dataclass(frozen=True, slots=True)
class Root:
    """A source, named or (`named` false) one that nobody names, with the reports that carry a statement of it.

    `texts`: how many texts rest on it, each text on the one source of its lead statement; with 0 it is only quoted and
    no origin of the story. `Counts.origins` and `Counts.unnamed` count the roots with texts.
    """

    name: str
    named: bool
    reports: tuple[ArticleId, ...]
    sentence: CitedSentence | None = None
    texts: int = 0


@dataclass(frozen=True, slots=True)
class ReportRow:
    article: Article
    text: int  # number of its text group, from 1
    own_words: float  # share of its words that no other report of the story had before, 0 to 1
    versions: int
    kind: str = ""  # "opinion", "live page", "newsletter", "round-up"; "" for plain news


@dataclass(frozen=True, slots=True)
class Related:
    story_id: StoryId
    reason: str


@dataclass(frozen=True, slots=True)
class Counts:
    reports: int
    outlets: int
    texts: int
    origins: int
    unnamed: int
    disagreements: int


@dataclass(frozen=True, slots=True)
class StoryPage:
    story_id: StoryId
    as_of: datetime
    language: str
    headline: CitedSentence
    status: StatusNow | None
    counts: Counts
    summary: tuple[CitedSentence, ...]
    people: tuple[Card, ...]
    disagreements: tuple[Disagreement, ...]
    timeline: tuple[TimelineEntry, ...]
    next: tuple[TimelineEntry, ...]
    positions: tuple[Stance, ...]
    quotes: tuple[Utterance, ...]
    coverage: tuple[CoverageRow, ...]
    lineage: tuple[Copy, ...]
    roots: tuple[Root, ...]
    reports: tuple[ReportRow, ...]
    related: tuple[Related, ...]
    limits: tuple[str, ...]
    chains: tuple[StatusChain, ...] = ()
    became: tuple[Became, ...] = ()
    corrections: tuple[Correction, ...] = ()
    changed_at: datetime | None = None  # when headline, status or summary last said something new


@dataclass(frozen=True, slots=True)
class Change:
    kind: Literal["new", "changed", "withdrawn", "corrected"]
    before: CitedSentence | None
    after: CitedSentence | None


def span_id(span: Span) -> str:
    """Name of a quote or passage: its span. `Span("a1", 1, "text", 4, 9)` -> "a1.1.4-9" (headline: "a1.1.h4-9")."""
    return f"{span.article_id}.{span.version}.{'h' if span.part == 'headline' else ''}{span.start}-{span.end}"
