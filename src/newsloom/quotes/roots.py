"""On whom a story's texts rest: the sources of its statements, over every wording and every carrier. A view.

In: the story's reports, the persons that their entities are, and the number of each report's text group. Out: one
`Root` for each source, the one that most reports rest on first. A source is named (a person, an organisation, an
agency, an outlet) or one that nobody names; two unnamed sources are never taken for two where they may be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Saying
from newsloom.records import ArticleId, CitedSentence, EntityId, Person, Quote, Range, Report, Root

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Source(NamedTuple):
    """Whom a statement rests on. `key` is equal where two statements rest on the same source."""

    key: str
    name: str
    named: bool


@dataclass(slots=True)
class _Carriers:
    source: Source
    reports: dict[ArticleId, None] = field(default_factory=dict)
    sentence: CitedSentence | None = None


def find_roots(
    reports: tuple[Report, ...], speakers: Mapping[EntityId, Person], texts: Mapping[ArticleId, int]
) -> tuple[Root, ...]:
    """Every source of the story with the reports that rest on it: six rewrites of one statement list six reports
    under one root."""
    found: dict[str, _Carriers] = {}
    ordered = sorted(reports, key=lambda report: (report.article.told_at, report.id))
    for report in ordered:
        for source, quote in _sources(report, speakers):
            _carry(found, source, report, quote)
        _carry(found, lead_root(report, speakers), report, None)
    ranked = sorted(found.values(), key=lambda one: (-_texts(one, texts), -len(one.reports), one.source.key))
    return tuple(Root(one.source.name, one.source.named, tuple(one.reports), one.sentence) for one in ranked)


def count_origins(
    reports: tuple[Report, ...], speakers: Mapping[EntityId, Person], texts: Mapping[ArticleId, int]
) -> tuple[int, int]:
    """(named, unnamed) sources of the lead statements, one for each text: its first report decides."""
    leads: dict[int, Source] = {}
    ordered = sorted(reports, key=lambda report: (report.article.told_at, report.id))
    for number, report in enumerate(ordered):
        leads.setdefault(texts.get(report.id, -1 - number), lead_root(report, speakers))
    sources = {source.key: source.named for source in leads.values()}
    return sum(sources.values()), sum(not named for named in sources.values())


def lead_root(report: Report, speakers: Mapping[EntityId, Person]) -> Source:
    """The one source of the lead statement: of the headline, else of the first attributed sentence near the top;
    none: the report's own outlet. What an unnamed source told an agency rests on that agency."""
    for quote in _lead(report):
        if quote.to is not None and (agency := _outlet(report, quote.to, speakers)):
            source = _source(report, quote, speakers)
            if source is None or not source.named:
                return agency
        if (source := _source(report, quote, speakers)) and _is_said(report, quote):
            return source
    return _own(report)


LEAD_CHARACTERS = 700  # the headline and this much of the text hold the lead statement


def _lead(report: Report) -> Iterator[Quote]:
    """Quotes of the lead in order: the headline's first."""
    for quote in report.analysis.quotes:
        if quote.range.part == "headline":
            yield quote
    for quote in sorted(report.analysis.quotes, key=lambda quote: quote.range):
        if quote.range.part == "text" and quote.range.start < LEAD_CHARACTERS:
            yield quote


def _own(report: Report) -> Source:
    outlet = report.article.outlet
    return Source(f"outlet {outlet.lower()}", outlet or report.article.given_id or report.id, True)


def _sources(report: Report, speakers: Mapping[EntityId, Person]) -> Iterator[tuple[Source, Quote]]:
    for quote in report.analysis.quotes:
        if (source := _source(report, quote, speakers)) and _is_said(report, quote):
            yield source, quote
        if quote.via is not None and (outlet := _outlet(report, quote.via, speakers)):
            yield outlet, quote


def _is_said(report: Report, quote: Quote) -> bool:
    """Whether words were said: what somebody "plans" or "wants" is no statement."""
    if quote.kind != "indirect" or quote.cue is None:
        return True
    saying = _saying(report)
    cue = [word.lower() for word in WORD.findall(report.article.text_of(quote.cue))]
    verbal = any(word in saying.verbs or word in saying.judging for word in cue[-1:])
    return verbal or tuple(cue) in saying.according


def _source(report: Report, quote: Quote, speakers: Mapping[EntityId, Person]) -> Source | None:
    if quote.speaker is not None:
        return _of_entity(report, quote.speaker, speakers)
    return _described(report, quote.speaker_range) if quote.speaker_range else None


def _of_entity(report: Report, entity_id: EntityId, speakers: Mapping[EntityId, Person]) -> Source | None:
    person = speakers.get(entity_id)
    if person is not None:
        return Source(f"person {person.id}", person.name, True)
    entity = next((e for e in report.analysis.entities if e.id == entity_id), None)
    return Source(f"name {entity.name.casefold()}", entity.name, True) if entity else None


def _described(report: Report, place: Range) -> Source | None:
    """ "a senior Turkish official", "Turkish officials" -> unnamed, known by the words before the function."""
    saying = _saying(report)
    text = report.article.text_of(place)
    kept = [word for word in WORD.findall(text) if word.lower() not in saying.definite | saying.indefinite]
    heads = [word for word in kept if _singular(word.lower(), saying)]
    if not heads or (len(kept) == 1 and kept[0].lower() in saying.pronouns):
        return None
    described = kept[: kept.index(heads[0]) + 1]
    key = " ".join(_singular(word.lower(), saying) or word.lower() for word in described)
    end = text.index(heads[0]) + len(heads[0])
    behind = WORD.match(text[end:].lstrip())
    whole = behind is not None and behind.group().lower() in saying.genitive
    return Source(f"unnamed {key}", " ".join((text if whole else text[:end]).split()), False)


def _singular(word: str, saying: Saying) -> str:
    """A function or body in the singular; "" for any other word."""
    for form in (word.removesuffix("s"), word):
        if form in saying.people_nouns or form in saying.body_nouns:
            return form
    return ""


def _outlet(report: Report, place: Range, speakers: Mapping[EntityId, Person]) -> Source | None:
    """The organisation that words name, where they are one's mention."""
    for entity in report.analysis.entities:
        if entity.kind == "organisation" and any(place.covers(m) or m.covers(place) for m in entity.mentions):
            return _of_entity(report, entity.id, speakers)
    return None


def _saying(report: Report) -> Saying:
    language = LANGUAGES.get(report.article.language)
    return language.saying if language and language.saying else Saying(verbs=frozenset())


def _carry(found: dict[str, _Carriers], source: Source, report: Report, quote: Quote | None) -> None:
    one = found.setdefault(source.key, _Carriers(source))
    one.reports.setdefault(report.id)
    if one.sentence is None and quote is not None:
        one.sentence = _sentence(report, quote)


def _sentence(report: Report, quote: Quote) -> CitedSentence:
    """The sentence that holds the quote; the quote alone where sentences are not known."""
    held = next((s for s in report.analysis.sentences if s.covers(quote.range)), quote.range)
    return CitedSentence((report.article.at(held),))


def _texts(one: _Carriers, texts: Mapping[ArticleId, int]) -> int:
    """Texts, not reports: forty reprints are one."""
    return len({texts.get(report, report) for report in one.reports})
