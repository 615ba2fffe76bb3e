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
from newsloom.text.agencies import agency_named, find_agency

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

PART = re.compile(r"[,;:.!?\"“”«»()\n]")  # what parts a speaker's words from others
LONGEST_TELLING = 80  # characters between "people" and their verb: "familiar with the talks"


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
        for source in filter(None, (lead_root(report, speakers), _agency(report))):
            _carry(found, source, report, None)
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
    none: the agency whose copy the report is, else its own outlet. What an unnamed source told an agency, or says in an
    agency's copy, rests on that agency."""
    agency = _agency(report)
    for quote in _lead(report):
        source = _source(report, quote, speakers)
        heard = _outlet(report, quote.to, speakers) if quote.to is not None else None
        if heard and (source is None or not source.named):
            return heard
        if source and _is_said(report, quote):
            return source if source.named or agency is None else agency
    return agency or _own(report)


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
    name = report.article.outlet or report.article.given_id or report.id
    return Source(_body_key(name), name, True)


def _agency(report: Report) -> Source | None:
    """The news agency whose copy the report is, under whatever outlet's name."""
    name = find_agency(report.article)
    return Source(_body_key(name), name, True) if name else None


def _body_key(name: str) -> str:
    """One key for an outlet, an agency or another organisation, whether it reports or is reported."""
    words = WORD.findall((agency_named(name) or name).casefold())
    return "body " + " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


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
    return _described(report, quote) if quote.speaker_range else None


def _of_entity(report: Report, entity_id: EntityId, speakers: Mapping[EntityId, Person]) -> Source | None:
    person = speakers.get(entity_id)
    entity = next((e for e in report.analysis.entities if e.id == entity_id), None)
    known = person or entity
    if known is None:
        return None
    if known.kind == "organisation":
        return Source(_body_key(known.name), agency_named(known.name) or known.name, True)
    return Source(f"person {person.id}" if person else f"name {known.name.casefold()}", known.name, True)


def _described(report: Report, quote: Quote) -> Source | None:
    """ "a senior Turkish official", "Turkish officials" -> one unnamed source, known by the words before the function;
    "the Turkish foreign ministry" -> a named one. None where the words tell nothing ("people", "President")."""
    saying = _saying(report)
    text = _teller(_speaker_words(report, quote, saying), saying)
    found = [(word.group(), word.end()) for word in WORD.finditer(text)]
    first = found[0][0].lower() if found else ""
    at = next((n for n, (word, _) in enumerate(found) if _singular(word.lower(), saying)), None)
    if at is None or not text[0].isalpha() or first in saying.relatives or first in saying.pronouns:
        return None
    if any(word.lower() in saying.prepositions for word, _ in found[:at]):  # "a letter to officials" is not theirs
        return None
    kept = [word for word, _ in found[: at + 1] if word.lower() not in saying.definite | saying.indefinite]
    head = _singular(kept[-1].lower(), saying) if kept else ""
    if not head:
        return None
    bare = at == 0 and head == kept[0].lower() and head not in saying.body_nouns | saying.spokes
    behind = found[at + 1][0].lower() if at + 1 < len(found) else ""
    crowd = head in saying.crowd
    if len(kept) == 1 and (crowd or bare) and not (crowd and behind):
        return None
    name = " ".join((text if crowd or behind in saying.genitive else text[: found[at][1]]).split())
    key = " ".join([*(word.lower() for word in kept[:-1]), head])
    return Source(f"described {key}", name, _is_known_body(kept, head, first, saying))


def _speaker_words(report: Report, quote: Quote, saying: Saying) -> str:
    """The words that name a speaker, up to the verb: "people" -> "people familiar with the talks"."""
    place, cue = quote.speaker_range, quote.cue
    if place is None:
        return ""
    words = report.article.text_of(place)
    if (
        cue is None
        or not place.end < cue.start <= place.end + LONGEST_TELLING
        or words.lower() not in saying.people_nouns
    ):
        return words
    between = report.article.text_of(Range(place.end, cue.start, place.part))
    first = WORD.search(between)
    plain = first is not None and first.group().lower() not in saying.adverbs | saying.auxiliaries
    return words + between.rstrip() if plain and not PART.search(between) else words


def _teller(text: str, saying: Saying) -> str:
    """Behind a document, whom it is from: "a report from the inspector general's office" -> the office."""
    for word in WORD.finditer(text):
        low = word.group().lower()
        if low in saying.from_ or low in saying.by:
            return text[word.end() :].lstrip()
        if _singular(low, saying):
            break
    return text.lstrip()


def _is_known_body(kept: list[str], head: str, first: str, saying: Saying) -> bool:
    """Whether a description says which body speaks: "the Lee administration", "Turkish police"; not "the
    presidential office", which a reader could not look up."""
    if head not in saying.body_nouns or head in saying.generic_bodies or head in saying.crowd or len(kept) < 2:
        return False
    return first not in saying.indefinite and any(word[0].isupper() for word in kept[:-1])


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
