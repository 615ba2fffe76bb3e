"""Quotations of one report, and who speaks.

In: an article, its sentences and its entities. Out: quotes in order of place, headline first. Every range lies in the
report and holds its own marks; a speaker that the report does not give stays None.
"""

from __future__ import annotations

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Saying
from newsloom.quotes.attribute import Attribution, Attributor
from newsloom.quotes.cast import Cast
from newsloom.quotes.clauses import Grammar, split_clauses
from newsloom.quotes.marks import Marked, find_marked
from newsloom.quotes.scare import is_spoken
from newsloom.records import Article, Entity, Part, Quote, Range

NO_WORDS = Saying(verbs=frozenset())  # of a language without data: quoted strings are found, speakers are not


def find_quotes(article: Article, sentences: tuple[Range, ...], entities: tuple[Entity, ...]) -> tuple[Quote, ...]:
    """Direct, mixed and indirect quotes of headline and text."""
    language = LANGUAGES.get(article.language)
    saying = language.saying if language and language.saying else NO_WORDS
    found: list[Quote] = []
    for part in ("headline", "text"):
        found += _of_part(article, part, sentences, entities, saying, len(found))
    return tuple(found)


def _of_part(
    article: Article, part: Part, sentences: tuple[Range, ...], entities: tuple[Entity, ...], saying: Saying, taken: int
) -> list[Quote]:
    text = article.text if part == "text" else article.headline
    if not text.strip():
        return []
    whole = ((0, len(text)),)
    paragraphs = (article.paragraphs or whole) if part == "text" else whole
    bounds = tuple((s.start, s.end) for s in sentences if s.part == part) if part == "text" else whole
    marked = find_marked(text, paragraphs)
    names = {m.start: (m.end, n) for n, e in enumerate(entities) for m in e.mentions if m.part == part}
    clauses = split_clauses(text, bounds or whole, paragraphs, marked, names, saying)
    attributor = Attributor(clauses, marked, Cast(article, entities, saying), Grammar(saying))
    given = attributor.run()
    quotes = []
    for number, mark in enumerate(marked):
        one = given.get(number, Attribution())
        if is_spoken(text, mark, one, attributor, saying):
            quotes.append(_quote(text, part, mark, one, entities, taken))
    return quotes


def _quote(text: str, part: Part, mark: Marked, one: Attribution, entities: tuple[Entity, ...], taken: int) -> Quote:
    voice = one.voice
    return Quote(
        range=Range(mark.start, mark.end, part),
        kind="direct" if _whole(text, mark) else "mixed",
        cue=Range(*one.cue, part) if one.cue else None,
        speaker=entities[voice.entity].id if voice and voice.entity is not None else None,
        speaker_range=Range(voice.words.start, voice.words.end, part) if voice else None,
        utterance=one.utterance,
    )


def _whole(text: str, mark: Marked) -> bool:
    """Whether the quoted string is a sentence, not words within ours: it begins with a capital or is long."""
    inner = text[mark.start : mark.end].strip("\"“”„«»‘’'` ")
    return bool(inner) and (inner[0].isupper() or not inner[0].isalpha()) and len(inner.split()) > 2
