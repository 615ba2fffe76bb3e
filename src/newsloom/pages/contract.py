"""story.json as types: its fields, in the page's order. docs/schema/story.schema.json is made from these.

C is a citation; S is a sentence or any other words shown, with our insertions in square brackets inside `text`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from newsloom.records import Kind, Outcome, Part, Says, Status


class C(msgspec.Struct, frozen=True):
    """A citation: `text` is exactly what stands at `start` to `end` (code points) of that part of that version."""

    id: str
    given_id: str
    version: int
    part: Part
    start: int
    end: int
    text: str


class S(msgspec.Struct, frozen=True):
    """Words shown; brackets aside, they are words of the citations."""

    text: str
    cites: list[C]


class StatusJson(msgspec.Struct, frozen=True):
    event: str
    value: Status
    since: str
    cites: list[C]


class CountsJson(msgspec.Struct, frozen=True):
    reports: int
    outlets: int
    texts: int
    origins: int
    unnamed: int
    disagreements: int


class CardJson(msgspec.Struct, frozen=True):
    entity: str
    name: str
    kind: Kind
    role: S | None
    also: list[str]
    not_: list[str] = msgspec.field(name="not")
    reports: int
    told: list[S]


class ValueJson(msgspec.Struct, frozen=True):
    value: str
    origins: int
    said: str
    cites: list[C]


class DisagreementJson(msgspec.Struct, frozen=True):
    topic: str
    kind: Literal["contradiction", "later update", "wording", "attribution"]
    values: list[ValueJson]


class TimelineJson(msgspec.Struct, frozen=True):
    """`date` is an ISO 8601 day, week, month or instant, as precise as the reports are."""

    date: str
    status: Status
    reported: str
    sentences: list[S]


class BecameJson(msgspec.Struct, frozen=True):
    """What became of an announced event: `due` is what it was set for, `date` when it took place or is now set for (""
    where none is told); `evidence` is null where no report collected says what became of it."""

    due: str
    announced: str
    outcome: Outcome
    date: str
    plan: S
    evidence: S | None


class StepJson(msgspec.Struct, frozen=True):
    """`said`: the day on which reports told it."""

    value: Status
    said: str
    cites: list[C]


class ChainJson(msgspec.Struct, frozen=True):
    """How a central event stood, oldest step first."""

    event: str
    steps: list[StepJson]


class PositionJson(msgspec.Struct, frozen=True):
    """`stance` is our verb."""

    party: str
    stance: str
    sentences: list[S]


class SpeakerJson(msgspec.Struct, frozen=True):
    """`entity` is null where the speaker is no known person: `name` is then the report's words ("an official")."""

    entity: str | None
    name: str
    role: S | None


class QuoteJson(msgspec.Struct, frozen=True):
    """`speaker` is null where no report says who speaks."""

    id: str
    speaker: SpeakerJson | None
    to: str | None
    variants: list[S]


class SaysJson(msgspec.Struct, frozen=True):
    id: str
    says: Says


class CoverageJson(msgspec.Struct, frozen=True):
    claim: S
    reports: list[SaysJson]


class LineageJson(msgspec.Struct, frozen=True):
    """`first` is null where only the day is known: nobody is named first, and `later` has all carriers."""

    first: C | None
    later: list[C]


class SpreadJson(msgspec.Struct, frozen=True):
    """A report that carries words which their outlet has corrected. `until`: when it was seen without them; null: it
    still has them."""

    cite: C
    until: str | None


class CorrectionJson(msgspec.Struct, frozen=True):
    """What an outlet edited or took out in substance. `at`: when the changed version was seen; `after` is null where
    the words were taken out."""

    kind: Literal["edited", "withdrawn"]
    at: str
    before: C
    after: C | None
    carriers: list[SpreadJson]


class RootJson(msgspec.Struct, frozen=True):
    """`texts`: how many texts rest on it; 0: it is only quoted. `counts.origins` counts the named roots with texts,
    `counts.unnamed` the others with texts; all `texts` add up to `counts.texts`."""

    name: str
    named: bool
    reports: list[str]
    texts: int


class ReportJson(msgspec.Struct, frozen=True):
    """`published` is a day where the outlet gave only a day, null where it gave none; `text` numbers the text group;
    `kind` is "opinion", "live page", "newsletter" or "round-up", "" for plain news."""

    id: str
    given_id: str
    outlet: str
    headline: str
    url: str
    published: str | None
    text: int
    own_words: float
    versions: int
    kind: str


class RelatedJson(msgspec.Struct, frozen=True):
    story: str
    reason: str


class StoryJson(msgspec.Struct, frozen=True):
    """A story's or a thread's page. A field that cannot be filled is an empty list or null, never left out."""

    id: str
    as_of: str
    language: str
    headline: S
    status: StatusJson | None
    counts: CountsJson
    summary: list[S]
    people: list[CardJson]
    disagreements: list[DisagreementJson]
    timeline: list[TimelineJson]
    next: list[TimelineJson]
    became: list[BecameJson]
    chains: list[ChainJson]
    positions: list[PositionJson]
    quotes: list[QuoteJson]
    coverage: list[CoverageJson]
    lineage: list[LineageJson]
    roots: list[RootJson]
    reports: list[ReportJson]
    related: list[RelatedJson]
    limits: list[str]
    corrections: list[CorrectionJson]
