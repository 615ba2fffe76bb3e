"""What each party wants, offers, refuses.

In: a report's sentences, entities and quotes. Out: positions, each with the party as the report names it, our verb, and
the report's own cue. `build_stances` makes of all reports' positions what a page shows: a view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Stances
from newsloom.positions.numbers import phrase_pattern
from newsloom.positions.parties import Naming, inside, namings, subject, sure
from newsloom.positions.parties_shown import show_stances
from newsloom.positions.voiced import find_named, find_voiced, without_repeats
from newsloom.records import Article, Entity, EntityId, Person, Position, Quote, Range, Report, Stance

LONGEST = 700  # characters of a sentence
AFTER_WORDS = 3
ENDED = re.compile(r"[.!;][\"”’'»)\]\s]*$")  # no question, caption or cut-off text
WORDS_BEFORE = 4
RULING_WORDS = 8
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*|[^\w\s]")


def find_positions(
    article: Article, sentences: tuple[Range, ...], entities: tuple[Entity, ...], quotes: tuple[Quote, ...]
) -> tuple[Position, ...]:
    """Every position that a sentence gives a party: "China opposes the plan" -> China, "opposes", cue "opposes"."""
    language = LANGUAGES.get(article.language)
    if language is None or language.stances is None:
        return ()
    subjects = language.naming.subject_pronouns if language.naming else frozenset()
    held = namings(article, entities, subjects, language.stances)
    quoted = tuple(quote.range for quote in quotes if quote.kind != "indirect")
    found: list[Position] = []
    before: tuple[Naming, ...] = ()
    for sentence in sentences:
        text = article.text_of(sentence)
        here = inside(held, sentence)
        if len(text) <= LONGEST and ENDED.search(text):
            found += _positions(text, sentence, sure(here, before), quoted, language.stances)
            found += find_named(text, sentence, here, language.stances)
        before = here
    parties = frozenset(naming.entity for naming in held)
    found += find_voiced(article, sentences, quotes, parties, language.stances)
    return without_repeats(found)


def build_stances(reports: tuple[Report, ...], speakers: Mapping[EntityId, Person]) -> tuple[Stance, ...]:
    """Positions by party and stance, the newest first; the parties that most reports speak of first."""
    return show_stances(reports, speakers)


def _positions(
    text: str,
    sentence: Range,
    held: tuple[Naming, ...],
    quoted: tuple[Range, ...],
    stances: Stances,
) -> Iterator[Position]:
    seen: set[tuple[EntityId, str]] = set()
    for found in phrase_pattern(tuple(stances.cues)).finditer(text.replace("’", "'")):
        cue = Range(sentence.start + found.start(), sentence.start + found.end(), sentence.part)
        stance = stances.cues[" ".join(found.group().lower().split())]
        if any(place.covers(cue) for place in quoted) or not _stands(text, found.span(), stances):
            continue
        if stance == "denies" and _is_ruling(text[found.end() :], stances):
            continue
        party = subject(text, sentence.start, found.span(), held, stances)
        if party is not None and (party.entity, stance) not in seen:
            seen.add((party.entity, stance))
            yield Position(sentence=sentence, party=party.entity, stance=stance, cue=cue)


def _stands(text: str, cue: tuple[int, int], stances: Stances) -> bool:
    """Whether the cue says that somebody does so: active, not negated, not merely possible, with something behind."""
    words = " ".join(text[cue[0] : cue[1]].lower().split())
    before = [word.lower() for word in WORD.findall(text[: cue[0]])][-WORDS_BEFORE:]
    after = [word.lower() for word in WORD.findall(text[cue[1] :])][:AFTER_WORDS]
    near = before[-2:]
    if set(before[-3:]) & stances.negations or any(word.endswith("n't") for word in before[-3:]):
        return False
    if set(near) & stances.modals or (before and before[-1] in stances.passive):
        return False
    if "whether" in stances.doubting and "whether" in [word.lower() for word in WORD.findall(text[: cue[0]])]:
        return False
    if not after or (words in stances.nouny and after[0] not in stances.objects):
        return False
    phrases = {" ".join(after[:length]) for length in range(1, AFTER_WORDS + 1)}
    return not phrases & (stances.empty["*"] | stances.empty.get(words, frozenset()))


def _is_ruling(after: str, stances: Stances) -> bool:
    """ "denied the company's request": a decision, no denial."""
    return any(word.lower() in stances.granted for word in WORD.findall(after)[:RULING_WORDS])
