"""Quotations of one report, and who speaks.

In: an article, its sentences and its entities. Out: quotes in order of place, headline first. Every range lies in the
report and holds its own marks; a speaker that the report does not give stays None.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Saying
from newsloom.quotes.attribute import Attribution, Attributor
from newsloom.quotes.cast import Cast, Voice
from newsloom.quotes.clauses import Named, split_clauses
from newsloom.quotes.frames import Frame
from newsloom.quotes.grammar import Grammar
from newsloom.quotes.indirect import find_contents, heard_by, occasion_of, relay_of
from newsloom.quotes.marks import Marked, find_marked
from newsloom.quotes.repeats import share_speakers
from newsloom.quotes.scare import FEW, is_spoken
from newsloom.records import Article, Entity, Part, Quote, Range

NO_WORDS = Saying(verbs=frozenset())  # of a language without data: quoted strings are found, speakers are not


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a language; of one without data, a grammar that knows no words."""
    known = LANGUAGES.get(language)
    return Grammar(known.saying if known and known.saying else NO_WORDS)


def find_quotes(article: Article, sentences: tuple[Range, ...], entities: tuple[Entity, ...]) -> tuple[Quote, ...]:
    """Direct, mixed and indirect quotes of headline and text."""
    grammar = grammar_of(article.language)
    found: list[Quote] = []
    parts: tuple[Part, Part] = ("headline", "text")
    for part in parts:
        found += _of_part(article, part, sentences, entities, grammar)
    return tuple(found)


def _of_part(
    article: Article, part: Part, sentences: tuple[Range, ...], entities: tuple[Entity, ...], grammar: Grammar
) -> list[Quote]:
    text = article.text if part == "text" else article.headline
    if not text.strip():
        return []
    whole = ((0, len(text)),)
    paragraphs = (article.paragraphs or whole) if part == "text" else whole
    bounds = tuple((s.start, s.end) for s in sentences if s.part == part) if part == "text" else whole
    marked = _in_house_style(text, find_marked(text, paragraphs))
    names = {
        m.start: Named(m.end, n, e.kind == "person")
        for n, e in enumerate(entities)
        for m in e.mentions
        if m.part == part
    }
    clauses = split_clauses(text, bounds or whole, paragraphs, marked, names, grammar.saying)

    def spoken(mark: Marked, one: Attribution) -> bool:
        return is_spoken(text, mark, one, grammar.saying, _is_somebody(one, entities))

    cast = Cast(article, entities, grammar.saying, grammar.titles)
    attributor = Attributor(clauses, marked, cast, grammar, spoken)
    given = share_speakers(text, marked, attributor.run(), attributor.spoken)
    quotes = [
        _quote(text, part, mark, given[number], attributor, entities)
        for number, mark in enumerate(marked)
        if number in attributor.spoken
    ]
    quotes += _indirect(part, attributor, entities)
    return sorted(quotes, key=lambda quote: quote.range)


def _in_house_style(text: str, marked: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Where a text has no double marks and sentences in single ones, these are its quotation marks, and not its
    doubts about a word."""
    speech = any(len(text[mark.start : mark.end].split()) > FEW for mark in marked)
    if speech and all(mark.single for mark in marked):
        return tuple(mark._replace(single=False) for mark in marked)
    return marked


def _quote(
    text: str, part: Part, mark: Marked, one: Attribution, attributor: Attributor, entities: tuple[Entity, ...]
) -> Quote:
    voice = one.voice
    around = _around(attributor, one.frame, one.frame_clause, part)
    return Quote(
        range=Range(mark.start, mark.end, part),
        kind="direct" if _whole(text, mark) else "mixed",
        cue=Range(*one.cue, part) if one.cue else None,
        speaker=entities[voice.entity].id if voice and voice.entity is not None else None,
        speaker_range=Range(voice.words.start, voice.words.end, part) if voice else None,
        named=_named(voice, part),
        to=around.to,
        via=around.via,
        where=around.where,
        utterance=one.utterance,
    )


def _named(voice: Voice | None, part: Part) -> Range | None:
    return Range(voice.full.start, voice.full.end, part) if voice and voice.full else None


def _is_somebody(one: Attribution, entities: tuple[Entity, ...]) -> bool:
    """Whether the speaker is a person, or somebody described."""
    voice = one.voice
    return voice is not None and (voice.entity is None or entities[voice.entity].kind == "person")


class Around(NamedTuple):
    """Whom something was said to, through whom it was relayed, and the occasion."""

    to: Range | None = None
    via: Range | None = None
    where: Range | None = None


def _around(attributor: Attributor, frame: Frame | None, number: int, part: Part) -> Around:
    if frame is None or frame.sort == "according":
        return Around()
    clause, grammar = attributor.clauses[number], attributor.grammar
    hearer = heard_by(clause, frame, grammar)
    found = (
        hearer if hearer and grammar.is_told(clause, hearer) else None,
        relay_of(clause, frame, attributor.frames[number], grammar),
        occasion_of(clause, frame, grammar),
    )
    return Around(*(Range(*clause.bounds(phrase), part) if phrase else None for phrase in found))


def _indirect(part: Part, attributor: Attributor, entities: tuple[Entity, ...]) -> Iterator[Quote]:
    """Statements without quotation marks; one that holds quoted strings is of their utterance."""
    utterance = attributor.utterance
    for number, clause in enumerate(attributor.clauses):
        for frame, first, last in find_contents(clause, attributor.frames[number], attributor.grammar):
            voice = attributor.speaker(number, frame.subject) if frame.subject else None
            if voice is None:
                continue
            inside = [attributor.found[t.ref] for t in clause.tokens[first : last + 1] if t.kind == "quote"]
            utterance += 0 if inside else 1
            around = _around(attributor, frame, number, part)
            yield Quote(
                range=Range(clause.tokens[first].start, clause.tokens[last].end, part),
                kind="indirect",
                cue=Range(clause.tokens[frame.first].start, clause.tokens[frame.last].end, part),
                speaker=entities[voice.entity].id if voice.entity is not None else None,
                speaker_range=Range(voice.words.start, voice.words.end, part),
                named=_named(voice, part),
                to=around.to,
                via=around.via,
                where=around.where,
                utterance=inside[0].utterance if inside else utterance,
            )


def _whole(text: str, mark: Marked) -> bool:
    """Whether the quoted string is a sentence, not words within ours: it begins with a capital or is long."""
    inner = text[mark.start : mark.end].strip("\"“”„«»‘’'` ")
    return bool(inner) and (inner[0].isupper() or not inner[0].isalpha()) and len(inner.split()) > 2
