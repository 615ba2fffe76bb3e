"""Positions in a party's own words, and those that are named by a noun.

In: a report's sentences, the stretches that name parties, its quotes. Out: positions. "We want guarantees," said by a
party, is its wish; so is what it says "must" or "should" be done; "Lee's demand for an inquiry" is Lee's. The party is
the speaker whom the report gives the words to, never one who is only near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from newsloom.langs.shapes import Stances
from newsloom.positions.parties import Naming
from newsloom.records import Article, EntityId, Position, Quote, Range

LONGEST = 420  # characters of a sentence
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*|[^\w\s]")
NEAR = 3  # words on each side that may undo a wish
CLAUSE = 8  # words before it that may negate it: "I don't think that the council should"


def find_voiced(
    article: Article,
    sentences: tuple[Range, ...],
    quotes: tuple[Quote, ...],
    parties: frozenset[EntityId],
    stances: Stances,
) -> Iterator[Position]:
    """What parties say they want: "“We want guarantees,” Lee said." -> Lee, "wants"."""
    for quote in quotes:
        if quote.speaker is None or quote.speaker not in parties:
            continue
        for sentence in sentences:
            if sentence.part == quote.range.part and sentence.overlaps(quote.range):
                yield from _said(article, sentence, quote, quotes, stances)


def _said(
    article: Article, sentence: Range, quote: Quote, quotes: tuple[Quote, ...], stances: Stances
) -> Iterator[Position]:
    start, end = max(sentence.start, quote.range.start), min(sentence.end, quote.range.end)
    text = _straight(article.text_of(Range(start, end, sentence.part)))
    if sentence.end - sentence.start > LONGEST or "?" in text:
        return
    indirect = quote.kind == "indirect"
    own = None if indirect else _first_person(stances).search(text)
    if own and set(_words(text[own.end("cue") :])[:NEAR]) & stances.greeting:
        own = None
    if indirect and not _speaks_here(article, sentence, quote, stances):
        return
    found, stance = (own, stances.own[_plain(own.group("cue"))]) if own else (None, "")
    norm = None if found else _norm(stances).search(text)
    if norm is not None and not _is_idle(text, norm, stances) and not (_is_strict(norm, stances) and indirect):
        found, stance = norm, stances.norms[1 if norm.group("not") else 0]
    if found is not None:
        cue = Range(start + found.start("cue"), start + found.end("cue"), sentence.part)
        if quote.speaker is not None and _innermost(cue, quotes) == quote:
            yield Position(sentence=sentence, party=quote.speaker, stance=stance, cue=cue)


def _first_person(stances: Stances) -> re.Pattern[str]:
    """ "we want", "I strongly support"."""
    return _compiled(
        r"\b(?:{0})(?: (?!not|never)\w+ly| also| still| really)* (?P<cue>{1})(?= (?!not\b)\w)",
        stances.first,
        stances.own,
    )


def _norm(stances: Stances) -> re.Pattern[str]:
    """ "must", "should not": a word by which somebody says what is to be."""
    return _compiled(r"\b(?P<cue>(?:{0})(?P<not> not| never|n't)?)(?= (?P<next>\w+))", stances.oughts)


def _noun(stances: Stances) -> re.Pattern[str]:
    """ "'s long-standing demand for"."""
    return _compiled(r"(?:'s?)(?: \w+)? (?P<cue>{0})\b", stances.nouns)


def _voicing(stances: Stances) -> re.Pattern[str]:
    """ "has voiced its strong opposition to", also where a day stands before the last word."""
    nouns = (r"(?: \w+)? ".join(noun.split(" ", 1)) for noun in stances.nouns)
    return _compiled(r"(?: \w+)? (?:{0}) (?:{1})(?: \w+)? (?P<cue>{2})\b", stances.voicing, stances.own_words, nouns)


def _compiled(pattern: str, *phrases: Iterable[str]) -> re.Pattern[str]:
    return _pattern(pattern, *map(tuple, phrases))


def _innermost(cue: Range, quotes: tuple[Quote, ...]) -> Quote | None:
    """The shortest of the quotes that hold the cue: its speaker's words it is."""
    held = [quote for quote in quotes if quote.range.covers(cue)]
    return min(held, key=lambda quote: quote.range.end - quote.range.start, default=None)


def _speaks_here(article: Article, sentence: Range, quote: Quote, stances: Stances) -> bool:
    """Whether the speaker of indirect words stands in the sentence as a subject: no genitive, right before the cue."""
    who, cue = quote.speaker_range, quote.cue
    if who is None or cue is None or not sentence.covers(who) or not who.end <= cue.start:
        return False
    between = _words(article.text_of(Range(who.end, cue.start, who.part)))
    return all(word in stances.between or word.endswith("ly") for word in between)


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


@lru_cache(maxsize=16)
def _pattern(pattern: str, *phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern with alternatives in its places, the longest first; where a language has none, nothing matches."""
    held = ("|".join(sorted(some, key=lambda one: (-len(one), one))) or "(?!)" for some in phrases)
    return re.compile(pattern.format(*held), re.I)


def _is_idle(text: str, found: re.Match[str], stances: Stances) -> bool:
    """ "I must say", "it should be fine", "if he should": no wish."""
    before, after = _words(text[: found.start("cue")])[-CLAUSE:], _words(text[found.end("cue") :])[:NEAR]
    if not before or not before[-1][0].isalnum() or before[-1] == "i" or before[-1] in stances.doubting_norms:
        return True
    if set(before) & stances.asking:
        return True
    negated = any(word in stances.negations or word.endswith("n't") for word in before)
    if negated or set(before[-NEAR:]) & (stances.doubting - stances.oughts - stances.modals):
        return True
    return after[0] in stances.idle or (after[0] == "be" and not _is_done(after[1:], stances))


def _is_strict(found: re.Match[str], stances: Stances) -> bool:
    return _plain(found.group("cue")).split()[0] in stances.strict


def _is_done(words: list[str], stances: Stances) -> bool:
    """ "be investigated", "be held", "be immediately banned"; not "be troubling", "be pleased"."""
    told = [word for word in words if not (stances.adverb_ending and word.endswith(stances.adverb_ending))]
    return bool(told) and (told[0] in stances.done or (told[0].endswith("ed") and told[0] not in stances.undone))


def find_named(text: str, sentence: Range, held: tuple[Naming, ...], stances: Stances) -> Iterator[Position]:
    """ "Lee's demand for an inquiry", "Lee has voiced her opposition to the dam"."""
    if not stances.nouns:
        return
    text = _straight(text)
    for naming in held:
        at = naming.range.end - sentence.start
        found = (_noun(stances).match(text, at) if not naming.pronoun else None) or _voicing(stances).match(text, at)
        if found is not None:
            cue = Range(sentence.start + found.start("cue"), sentence.start + found.end("cue"), sentence.part)
            noun = _plain(found.group("cue")).split(" ")
            stance = stances.nouns[f"{noun[0]} {noun[-1]}"]
            yield Position(sentence=sentence, party=naming.entity, stance=stance, cue=cue)


def _straight(text: str) -> str:
    """With plain apostrophes: as long as before, so that places stay."""
    return text.replace("’", "'")


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def without_repeats(found: list[Position]) -> tuple[Position, ...]:
    """A party takes a stance once in a sentence: the first cue stands."""
    kept: Mapping[tuple[EntityId, str, Range], Position] = {
        (one.party, one.stance, one.sentence): one for one in reversed(found)
    }
    return tuple(
        sorted(kept.values(), key=lambda one: (one.sentence.part, one.sentence.start, one.cue or one.sentence))
    )
