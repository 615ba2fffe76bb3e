"""On whom one statement of a report rests, or the report itself. Pure.

In: a report and the persons that its entities are. Out: a `Source`: named (a person, an organisation, an agency, an
outlet) or one that nobody names. Two unnamed sources are never taken for two where they may be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Saying
from newsloom.records import EntityId, Person, Quote, Range, Report
from newsloom.text.agencies import agency_named, find_agency

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

PART = re.compile(r"[,;:.!?\"“”«»()\n]")  # what parts a speaker's words from others
LONGEST_TELLING = 80  # characters between "people" and their verb: "familiar with the talks"


class Source(NamedTuple):
    """Whom a statement rests on. `key` is equal where two statements rest on the same source."""

    key: str
    name: str
    named: bool


def statement_sources(report: Report, place: Range, speakers: Mapping[EntityId, Person]) -> tuple[Source, ...]:
    """Who is said to say what stands there; empty where the report says it in its own voice, or does not tell.

    "The port will close, Ann Lee said" -> Ann Lee; "Ships waited." -> nobody
    """
    found: dict[str, Source] = {}
    for quote in report.analysis.quotes:
        if quote.range.overlaps(place) and _is_said(report, quote):
            for source in _behind(report, quote, speakers):
                found.setdefault(source.key, source)
    return tuple(found.values())


def count_sources(statement: Iterable[tuple[Report, Range]], speakers: Mapping[EntityId, Person]) -> int:
    """On how many independent origins one statement rests, over all places where it stands; at least 1.

    Only sources that a place names (not by "he" or "the president") are counted apart, and only where nothing links
    them: a place that gives it to one and names the other ("Lee told Marsh that …", "Marsh, of the Lee administration,
    said …") may be about one telling. Whoever says it without a source may have it from any of the others, and two
    unnamed sources may be one.
    """
    named: dict[str, set[str]] = {}  # source -> all whom the places that rest on it name
    for report, place in statement:
        sources = statement_sources(report, place, speakers)
        if sources and sources[0].named and _by_name(report, place, sources[0], speakers):
            about = named.setdefault(sources[0].key, {sources[0].key})
            about.update(source.key for source in sources if source.named)
            for told in (place, *_roles(report, place)):
                about.update(_named_in(report, told, speakers))
    groups: list[set[str]] = []
    for key, about in named.items():
        linked = [group for group in groups if group & about or any(key in named[other] for other in group)]
        groups = [group for group in groups if group not in linked] + [{key}.union(*linked)]
    return max(1, len(groups))


def _by_name(report: Report, place: Range, source: Source, speakers: Mapping[EntityId, Person]) -> bool:
    """Whether a place, or who is said to speak there, names the source: a pronoun may stand for somebody else."""
    quotes = [quote for quote in report.analysis.quotes if quote.range.overlaps(place)]
    told = (place, *(quote.speaker_range for quote in quotes if quote.speaker_range))
    entities = [e for e in report.analysis.entities if _of_entity(report, e.id, speakers) == source]
    return not entities or any(mention.overlaps(one) for e in entities for mention in e.mentions for one in told)


def _roles(report: Report, place: Range) -> Iterator[Range]:
    """Words that say what the speakers of a place are: "the White House press secretary"."""
    speaking = {quote.speaker for quote in report.analysis.quotes if quote.range.overlaps(place)}
    for entity in report.analysis.entities:
        if entity.id in speaking:
            yield from (role.range for role in entity.roles)


def _named_in(report: Report, place: Range, speakers: Mapping[EntityId, Person]) -> Iterator[str]:
    """Keys of everybody whom the words of a place name."""
    for entity in report.analysis.entities:
        named = any(mention.overlaps(place) for mention in (*entity.mentions, *entity.pronouns))
        if named and (source := _of_entity(report, entity.id, speakers)):
            yield source.key


def lead_root(report: Report, speakers: Mapping[EntityId, Person]) -> Source:
    """The one source of the lead statement: of the headline, else of the first attributed sentence near the top;
    none: the agency whose copy the report is, else its own outlet. What an unnamed source told an agency, or says in an
    agency's copy, rests on that agency."""
    agency = agency_of(report)
    for quote in _lead(report):
        source = _source(report, quote, speakers)
        heard = _outlet(report, quote.to, speakers) if quote.to is not None else None
        if heard and (source is None or not source.named):
            return heard
        if source and _is_said(report, quote):
            return source if source.named or agency is None else agency
    return agency or _own(report)


def _behind(report: Report, quote: Quote, speakers: Mapping[EntityId, Person]) -> Iterator[Source]:
    """The speaker; where nobody names one, the outlet that was told or that relays it, before the unnamed one."""
    source = _source(report, quote, speakers)
    if source and source.named:
        yield source
    for place in filter(None, (quote.to, quote.via)):
        if outlet := _outlet(report, place, speakers):
            yield outlet
    if source and not source.named:
        yield source


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


def agency_of(report: Report) -> Source | None:
    """The news agency whose copy the report is, under whatever outlet's name."""
    name = find_agency(report.article)
    return Source(_body_key(name), name, True) if name else None


def _body_key(name: str) -> str:
    """One key for an outlet, an agency or another organisation, whether it reports or is reported."""
    words = WORD.findall((agency_named(name) or name).casefold())
    return "body " + " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def quoted_sources(report: Report, speakers: Mapping[EntityId, Person]) -> Iterator[tuple[Source, Quote]]:
    """Every source of the report's statements, with the quote that rests on it."""
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
    place, cue = quote.named or quote.speaker_range, quote.cue
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
