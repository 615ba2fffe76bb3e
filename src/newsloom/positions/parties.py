"""Who takes a position in a sentence: the party that stands as the subject of a verb. Candidates only.

In: a sentence, the report's mentions and pronouns in it, a cue. Out: the entity whose mention the cue's subject is, or
None. Nothing is guessed: between the mention and its verb only adverbs, auxiliaries, or one apposition in commas may
stand, and nothing before the mention may govern it ("a spokesman for Kim rejected" is no position of Kim's).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from newsloom.langs.shapes import Stances
from newsloom.records import Article, Entity, EntityId, Range
from newsloom.text.governments import capital_code, countries_named, country_code, governments

WORD = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof|St|M|Mme)\.|[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
GAP_WORDS = 5  # between a party and its verb
APPOSITION = 110  # characters in commas behind a party
CLOSED = re.compile(r"[.;:!?“”\"()]")
LONGEST_LEAD = 20  # characters
ADJECTIVE = re.compile(r"\b(?P<land>(?:(?:North|South)[ -])?[A-Z][a-z]+)\s+(?P<head>[a-z]+)\b")  # "Turkish officials"
TITLE = re.compile(r"^[A-Z][\w.'’-]*$")


@dataclass(frozen=True, slots=True)
class Naming:
    """A stretch that names a party: a mention, or a pronoun; `person`: the party is one human being."""

    range: Range
    entity: EntityId
    pronoun: bool
    person: bool = True


def namings(
    article: Article, entities: tuple[Entity, ...], subjects: frozenset[str], stances: Stances
) -> tuple[Naming, ...]:
    """Every mention and pronoun of those who may take a position, in order of place; "his" and "him" act nowhere.
    A capital names its country, and so does "Turkish" before "officials"."""
    homes = governments(entities)
    found = [
        Naming(place, homes.get(entity.id, entity.id), pronoun, entity.kind == "person")
        for entity in entities
        if may_hold_positions(entity)
        for places, pronoun in ((entity.mentions, False), (entity.pronouns, True))
        for place in places
        if not pronoun or " " in (words := article.text_of(place).lower()) or words in subjects
    ]
    found += _by_adjective(article, entities, stances)
    return tuple(sorted(found, key=lambda naming: (naming.range.part, naming.range.start, naming.range.end)))


def _by_adjective(article: Article, entities: tuple[Entity, ...], stances: Stances) -> Iterator[Naming]:
    """ "[Turkish] officials": the country that the report names; not where the adjective is part of a longer name."""
    homes = countries_named(entities)
    taken = {place.start for entity in entities for place in entity.mentions if place.part == "text"}
    for found in ADJECTIVE.finditer(article.text):
        home = homes.get(stances.demonyms.get(found["land"].lower(), ""))
        before = article.text[max(0, found.start() - LONGEST_LEAD) : found.start()].split(" ")
        leads = before[-1] or (before[-2].lower() if len(before) > 1 else "")  # what touches, else the word before
        whole = not leads[-1:].isalnum() or leads in stances.leading
        if home and whole and found["head"] in stances.heads and found.start("land") not in taken:
            yield Naming(Range(*found.span("land"), "text"), home, pronoun=False, person=False)


def may_hold_positions(entity: Entity) -> bool:
    """Persons and organisations; of places only countries and capitals speak ("Seoul wants")."""
    return entity.kind != "place" or bool(country_code(entity) or capital_code(entity))


def inside(found: tuple[Naming, ...], sentence: Range) -> tuple[Naming, ...]:
    """The namings of one sentence."""
    low = bisect_left(found, (sentence.part, sentence.start), key=lambda n: (n.range.part, n.range.start))
    kept = []
    for naming in found[low:]:
        if naming.range.part != sentence.part or naming.range.start >= sentence.end:
            break
        kept.append(naming)
    return tuple(kept)


def sure(here: tuple[Naming, ...], before: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Without the pronouns of whom neither this sentence nor the one before speaks first, by name, and without those
    before which somebody else is named last: "Lee told Ray that he wants"."""
    openers = {names[0].entity for names in (here, before) if names and not names[0].pronoun}
    kept: list[Naming] = []
    last: EntityId | None = None
    for naming in here:
        if not naming.pronoun or (naming.entity in openers and last in (None, naming.entity)):
            kept.append(naming)
        if not naming.pronoun and naming.person:
            last = naming.entity
    return tuple(kept)


def subject(text: str, base: int, cue: tuple[int, int], held: tuple[Naming, ...], stances: Stances) -> Naming | None:
    """The party whose verb the cue is; `cue` in offsets of the sentence, which begins at `base` of its part."""
    before = [n for n in held if n.range.end - base <= cue[0]]
    if not before:
        return None
    found = _nearest(text, base, cue[0], before, stances) or _tells_of_itself(text, base, cue[0], before, stances)
    if found and found.person and text[cue[0] : cue[1]].lower() in stances.plural:
        joined = text[: found.range.start - base].split()[-1:]
        return found if joined and joined[0] in ("and", "et") else None  # not "demanded that Lee denounce it"
    return found


def _tells_of_itself(text: str, base: int, at: int, before: list[Naming], stances: Stances) -> Naming | None:
    """ "Orsk has said that it" wants: a party that tells of itself, in the words right before the verb."""
    words = [(found.group().lower(), found.start()) for found in WORD.finditer(text[:at])]
    while words and _is_between(words[-1][0], stances):
        words.pop()
    if not words or words.pop()[0] not in stances.pronouns:
        return None
    while words and (words[-1][0] in stances.that or _is_between(words[-1][0], stances)):
        words.pop()
    if not words or words[-1][0] not in stances.telling:
        return None
    return _nearest(text, base, words[-1][1], [n for n in before if n.range.end - base <= words[-1][1]], stances)


def _nearest(text: str, base: int, at: int, before: list[Naming], stances: Stances) -> Naming | None:
    if not before:
        return None
    nearest = before[-1]
    if _reaches(text[nearest.range.end - base : at], stances) and not _governed(text, nearest, base, stances):
        return nearest
    for naming in reversed(before[-4:]):
        between = text[naming.range.end - base : at]
        if _is_apposition(between, stances) and not _governed(text, naming, base, stances):
            return naming
    return None


def _reaches(between: str, stances: Stances) -> bool:
    """Whether nothing but adverbs, auxiliaries, ", who" or the body that speaks for the party stands between."""
    words = [word.lower() for word in WORD.findall(between)]
    if len(words) > GAP_WORDS:
        return False
    if words and words[0] in stances.heads:
        words = words[1:]
    if words[:1] == [","] and len(words) > 1 and words[1] in stances.relative:
        words = words[2:]
    return all(_is_between(word, stances) for word in words)


def _is_between(word: str, stances: Stances) -> bool:
    if word in stances.between:
        return True
    return bool(stances.adverb_ending) and len(word) > 4 and word.endswith(stances.adverb_ending)


def _is_apposition(between: str, stances: Stances) -> bool:
    """ ", the first vice foreign minister, rejected": commas around words without a verb's subject of their own."""
    bare = between.strip()
    if not bare.startswith(",") or "," not in bare[1:] or len(bare) > APPOSITION or CLOSED.search(bare):
        return False
    inner, _, rest = bare[1:].rpartition(",")
    first = inner.strip().split(" ")[0].lower() if inner.strip() else ""
    if first in stances.relative or inner.count(",") > 1 or not first:
        return False
    return all(_is_between(word.lower(), stances) for word in WORD.findall(rest)) and not _verbal(inner, stances)


def _verbal(inner: str, stances: Stances) -> bool:
    words = {word.lower() for word in WORD.findall(inner)}
    return bool(words & (stances.passive | stances.modals | stances.negations)) or any(
        word in stances.cues for word in words
    )


def _governed(text: str, naming: Naming, base: int, stances: Stances) -> bool:
    """Whether a preposition, or a doubt, stands before the party and its titles: "supporters of Senator Lee"."""
    words = WORD.findall(text[: naming.range.start - base])
    while len(words) > 1 and TITLE.match(words[-1]) and words[-1].lower() not in stances.doubting | stances.between:
        words.pop()
    if words and words[-1].lower() in ("the", "le", "la", "les", "l"):
        words.pop()
    if words and words[-1].lower() in ("and", "et"):  # "the leaders of France and Italy"
        while words and _in_a_list(words[-1], stances):
            words.pop()
    last = words[-1].lower() if words else ""
    if last in stances.that and len(words) > 1:
        last = words[-2].lower() if words[-2].lower() in stances.denials else last
        return last in stances.denials
    return last in stances.governed or last in stances.doubting or last in ("'s", "’s", "'", "’")


def _in_a_list(word: str, stances: Stances) -> bool:
    low = word.lower()
    return low in ("and", "et", ",") or bool(TITLE.match(word) and low not in stances.doubting | stances.governed)
