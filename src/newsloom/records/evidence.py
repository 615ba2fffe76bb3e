"""Candidates that pure functions find in ONE report. Candidates never become truth by themselves.

Stored by the million, hence msgspec structs with ranges local to the report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

import msgspec

from newsloom.records.observed import Article, ArticleId, EntityId, Range

Kind: TypeAlias = Literal["person", "organisation", "place"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Status: TypeAlias = Literal[
    "planned",
    "doubted",
    "threatened",
    "cancelled",
    "possible",
    "back on",
    "postponed",
    "under way",
    "happened",
    "denied",
]
STATUSES: tuple[Status, ...] = get_args(Status)
Terms: TypeAlias = tuple[tuple[int, int], ...]  # (hashed term, count), sorted: integers only, taken back exactly


class Passage(msgspec.Struct, frozen=True, array_like=True):
    """A stretch that other reports may carry too, with the fingerprints by which it is found."""

    range: Range
    fingerprints: tuple[int, ...]


class Role(msgspec.Struct, frozen=True, array_like=True):
    """Words in which this report says what somebody is: "North Korea's first vice foreign minister"."""

    range: Range
    former: bool = False


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Mentions of one person, organisation or place within one report (coreference done, no claim beyond it).

    `name` is the fullest form in the report, without title or possessive; `full`: it can stand for itself across
    reports (a first name and a surname, an organisation's or place's whole name), where "Kim" or "the president"
    cannot. `mentions` are names in order of place, headline first; `pronouns` are he, she, "the president" and the
    like that stand for it. `gender` is "" where the report does not show it.
    """

    id: EntityId
    kind: Kind
    name: str
    full: bool = True
    gender: Literal["", "f", "m"] = ""
    titles: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Range, ...] = ()
    pronouns: tuple[Range, ...] = ()


class Quote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words given to somebody. Direct and mixed ranges include their quotation marks.

    `speaker`: the report's own entity, where the speaker is one; `speaker_range`: the words that name the speaker
    ("the official", "he"); `named`: fuller words elsewhere in the report for a speaker who is no entity ("a senior
    official"). All None: the report does not say, and nobody guesses. `to`, `via`, `where`: whom it was
    said to, through whom it was relayed, and the occasion. `utterance` numbers the utterances of the report.
    """

    range: Range
    kind: Literal["direct", "indirect", "mixed"]
    cue: Range | None = None
    speaker: EntityId | None = None
    speaker_range: Range | None = None
    named: Range | None = None
    to: Range | None = None
    via: Range | None = None
    where: Range | None = None
    utterance: int = 0


class Timex(msgspec.Struct, frozen=True, array_like=True):
    """A calendar expression in TIMEX3 terms; `value` is "" where it cannot be known.

    `sure` False: the likelier of two days ("Thursday", and nothing tells whether the last or the next one), good enough
    to reckon with and never to be shown as a date.
    """

    range: Range
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    sure: bool = True


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sentence that tells of a happening with a date or a status.

    `when`: ISO 8601 day, week, month or instant of the happening, "" where unknown; `dated_by` the expression that
    says so. `what`: the head words (lower-case stems) that tell this happening from others of the story.
    """

    sentence: Range
    status: Status
    when: str = ""
    dated_by: Range | None = None
    cue: Range | None = None
    actors: tuple[EntityId, ...] = ()
    what: tuple[str, ...] = ()


class Claim(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A slot and its filler: what disagreements are made of. `low` and `high` bound a numeric filler. `about`: the
    entity that the slot is of, where it is of one ("age")."""

    sentence: Range
    range: Range
    slot: str
    value: str
    low: float | None = None
    high: float | None = None
    about: EntityId | None = None


class Position(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a party wants, offers, refuses, …: `stance` is our verb, `cue` the report's."""

    sentence: Range
    party: EntityId
    stance: str
    cue: Range | None = None


class StoryTerms(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What `stories` compares reports by: hashed and counted, so that whole numbers can be taken back exactly."""

    body: Terms = ()
    headline: Terms = ()
    lede: Terms = ()
    names: Terms = ()
    places: Terms = ()
    numbers: Terms = ()
    slug: Terms = ()
    dates: Terms = ()


class Analysis(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that one report says, found by a pure function; kept with its analyser's version."""

    article_id: ArticleId
    version: int
    analyser: str
    sentences: tuple[Range, ...] = ()
    boilerplate: tuple[Range, ...] = ()  # spans of the text that are no part of the report
    passages: tuple[Passage, ...] = ()
    terms: StoryTerms = StoryTerms()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """An article with its analysis: what the ordered steps and the views read."""

    article: Article
    analysis: Analysis

    @property
    def id(self) -> ArticleId:
        return self.article.id
