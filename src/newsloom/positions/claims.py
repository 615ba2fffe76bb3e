"""Slots and fillers in one report: what disagreements are made of.

In: a report's sentences, entities and dates. Out: claims in order of place. A slot names what is counted in words that
are the same in every report ("killed people", "duration", "gallon"); the filler's range is the report's own words.
Left out: dates and clock times, parts of another number ("12 more"), what did not happen ("could kill"), and sentences
of another time ("in 2012"), whose figures are of other events.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Counting
from newsloom.positions.numbers import Number, Token, find_numbers, tokenise
from newsloom.records import Article, Claim, Entity, Range, Timex
from newsloom.text.vectors import content_stems

BARE = ""  # slot of a number whose noun is left out: "the company says 2,000"
LONGEST = 900  # characters: a longer stretch is no sentence, but a table or list
BEFORE, AFTER = 5, 7  # tokens between a number and the word that tells what befell the people
NOUN_WORDS = 4  # of a noun phrase behind a number
LINGERING, RATE = 5, 5  # tokens behind a fate, or a number, that make it another figure
SITE_WORDS = 9  # tokens around a toll that may name its site
TOLD = 9  # tokens around a bare number that hold a verb of estimating
UNREAL_WORDS = 9  # tokens before a number that may undo it
BACKGROUND_DAYS = 45  # a day so long before the report is of another event
DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its tokens, in one language."""

    article: Article
    range: Range
    text: str
    tokens: tuple[Token, ...]
    counting: Counting
    stop_words: frozenset[str]

    def word(self, at: int) -> str:
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def words(self, start: int, end: int) -> str:
        return " ".join(token.word for token in self.tokens[max(start, 0) : end])

    def place(self, first: int, last: int) -> Range:
        start, end = self.tokens[first].start, self.tokens[last].end
        return Range(self.range.start + start, self.range.start + end, self.range.part)


def find_claims(
    article: Article, sentences: tuple[Range, ...], entities: tuple[Entity, ...], dates: tuple[Timex, ...]
) -> tuple[Claim, ...]:
    """Every number with what it counts: "At least 58 people were killed" -> slot "killed people", value "At least 58",
    bounds 58 and infinity."""
    language = LANGUAGES.get(article.language)
    if language is None or language.counting is None:
        return ()
    dated = _Dated(article, dates)
    found: list[Claim] = []
    for sentence in sentences:
        text = article.text_of(sentence)
        if len(text) > LONGEST or text.endswith("?") or dated.is_background(sentence):
            continue
        tokens = tokenise(text)
        line = Line(article, sentence, text, tokens, language.counting, language.stop_words)
        taken = dated.inside(sentence)
        for number in find_numbers(text, tokens, language.counting):
            place = line.place(number.core, number.last)
            if not any(place.overlaps(one) for one in taken):
                claims = tuple(_claims(line, number, entities))
                taken += [claim.range for claim in claims]  # the total in "18 of 20 sailings"
                found += claims
    return tuple(found)


class _Dated:
    """Calendar expressions of a report, by place."""

    def __init__(self, article: Article, dates: tuple[Timex, ...]) -> None:
        self.day = article.published_at.date() if article.published_at else None
        self.dates = sorted((timex for timex in dates if timex.type in ("DATE", "TIME")), key=lambda t: t.range.start)
        self.starts = [timex.range.start for timex in self.dates]

    def _within(self, sentence: Range) -> Iterator[Timex]:
        for timex in self.dates[bisect_right(self.starts, sentence.start - 1) :]:
            if timex.range.start >= sentence.end:
                return
            if sentence.covers(timex.range):
                yield timex

    def inside(self, sentence: Range) -> list[Range]:
        return [timex.range for timex in self._within(sentence)]

    def is_background(self, sentence: Range) -> bool:
        """Whether a date in the sentence lies long before the report: "in 2012"."""
        return any(self._long_ago(timex.value) for timex in self._within(sentence))

    def _long_ago(self, value: str) -> bool:
        found = DAY.match(value)
        if self.day is None or not found:
            return False
        year, month, day = (int(part) if part else 0 for part in found.groups())
        try:
            latest = date(year, month or 12, day or 28)
        except ValueError:
            return False
        return latest < self.day - timedelta(days=BACKGROUND_DAYS)


def _claims(line: Line, number: Number, entities: tuple[Entity, ...]) -> Iterator[Claim]:
    """The number's claim: the first of the ways of counting that fits."""
    for way in (_age,) if _is_compound(line, number) else (_age, _fate, _measure, _things, _bare):
        claim = way(line, number, entities)
        if claim is not None:
            yield claim
            return


def _is_compound(line: Line, number: Number) -> bool:
    """ "32-year-old", "five-member": part of a word, which counts nothing by itself."""
    end = line.tokens[number.last].end
    return line.text[end : end + 1] == "-" and line.text[end + 1 : end + 2].isalpha()


def _claim(line: Line, number: Number, slot: str, last: int | None = None, first: int | None = None) -> Claim:
    place = line.place(number.first if first is None else first, number.last if last is None else last)
    value = " ".join(line.article.text_of(place).split())
    return Claim(sentence=line.range, range=place, slot=slot, value=value, low=number.low, high=_finite(number.high))


def _finite(bound: float) -> float | None:
    return None if bound == float("inf") else bound


def _is_aside(line: Line, number: Number) -> bool:
    """Whether a toll is of another event ("two weeks after …"), of one site alone ("at the North Station"), or taken
    back ("exaggerated")."""
    counting = line.counting
    if any(token.word in counting.discredited for token in line.tokens):
        return True
    if any(t.word in counting.durations and line.word(at + 1) in counting.apart for at, t in enumerate(line.tokens)):
        return True
    told = {at for at in range(number.last + 1, number.last + SITE_WORDS) if line.word(at - 1) in counting.fates_after}
    if line.word(number.first - 2) in counting.relatives:  # "the attack at the North Station, which killed 20"
        told |= set(range(max(0, number.first - SITE_WORDS), number.first))
    return any(line.word(at) in counting.sites and _is_named_site(line, at + 1) for at in sorted(told))


def _is_named_site(line: Line, at: int) -> bool:
    """ "the North Station": a capital behind "at", an article passed over."""
    at += line.word(at) in ("the", "a")
    return at < len(line.tokens) and line.text[line.tokens[at].start].isupper()


def _undone(line: Line, number: Number) -> bool:
    """Whether words before the number say that it did not happen, or that it is part of another number."""
    for at in range(number.first - 1, max(number.first - UNREAL_WORDS, 0) - 1, -1):
        word = line.word(at)
        if word in (";", ".", ":") or (word in line.counting.fates_after and at < number.first - 1):
            break  # an earlier figure's fate ends what bears on this one
        if (word in line.counting.unreal and not _is_month(line, at)) or word.endswith("n't"):
            return True
    near = {line.word(number.first - 1), line.word(number.last + 1), line.word(number.core - 1)}
    behind = {line.word(at) for at in range(number.last + 1, number.last + RATE)}
    return bool(near & line.counting.partial or behind & line.counting.rates)


def _is_month(line: Line, at: int) -> bool:
    """ "May 24" is no "may"."""
    return line.text[line.tokens[at].start].isupper() and line.word(at + 1)[:1].isdigit()


def _age(line: Line, number: Number, entities: tuple[Entity, ...]) -> Claim | None:
    """ "Ann Lee, 64," or "64-year-old Ann Lee": the age of the entity that is named there."""
    if not 10 <= number.low == number.high <= 115 or number.first != number.core:
        return None
    place = line.place(number.core, number.last)
    text, at = line.article.text if place.part == "text" else line.article.headline, place
    hyphened = text[at.end : at.end + 9].lower() == "-year-old"
    in_commas = text[at.start - 2 : at.start] == ", " and text[at.end : at.end + 1] in ",."
    for entity in entities if hyphened or in_commas else ():
        if entity.kind != "person":
            continue
        for mention in entity.mentions:
            if mention.part != place.part:
                continue
            if (in_commas and mention.end == at.start - 2) or (hyphened and mention.start == at.end + 10):
                return Claim(
                    sentence=line.range, range=place, slot="age", value=text[at.start : at.end],
                    low=number.low, high=number.high, about=entity.id,
                )  # fmt: skip
    return None


def _fate(line: Line, number: Number, entities: tuple[Entity, ...]) -> Claim | None:
    """ "12 people were killed", "killing 12", "the death toll rose to 12"."""
    found = _fate_after(line, number) or _fate_before(line, number) or _toll(line, number)
    if found is None or number.currency or number.high < number.low or _undone(line, number) or _is_aside(line, number):
        return None
    fate, noun = found
    return _claim(line, number, f"{fate} {noun}")


def _fate_after(line: Line, number: Number) -> tuple[str, str] | None:
    counting, noun, at = line.counting, "people", number.last + 1
    if line.word(at) in ("of", "in", "de"):
        return None
    for place in range(at, min(at + AFTER, len(line.tokens))):
        word = line.word(place)
        if word in counting.fates_after:
            still = any(line.word(n) in counting.lingering for n in range(place + 1, place + LINGERING))
            return None if still else (counting.fates_after[word], noun)
        if word in counting.auxiliaries:
            continue
        if place - at >= 3 or not _is_noun(word, line) or word in counting.uncounted:
            return None
        noun = "people" if word in counting.people else _stem(line, word)
    return None


def _fate_before(line: Line, number: Number) -> tuple[str, str] | None:
    counting = line.counting
    word = line.word(number.first - 1)
    if word not in counting.fates_before or line.word(number.last + 1) in ("of", "%", "percent"):
        return None
    head = _head(line, number.last + 1)
    if head is not None and (
        line.word(head) in counting.durations or line.word(head) in counting.uncounted - {"others"}
    ):
        return None
    generic = head is None or line.word(head) in counting.people
    return counting.fates_before[word], "people" if generic else _stem(line, line.word(head or 0))


def _toll(line: Line, number: Number) -> tuple[str, str] | None:
    """ "the number of people killed … has risen to eight": the toll's name stands before, with no number between."""
    before = line.words(number.first - 22, number.first)
    if line.word(number.first - 1) not in ("to", "at", "is", "was", "of", "past", "reached", "stands", "à"):
        return None
    if any(token[0].isdigit() for token in before.split()):
        return None
    for toll, fate in line.counting.tolls.items():
        if f" {toll} " in f" {before} ":
            return fate, "people"
    return None


def _measure(line: Line, number: Number, entities: tuple[Entity, ...]) -> Claim | None:
    """Money, shares and durations."""
    counting, after = line.counting, line.word(number.last + 1)
    if number.vague or _undone(line, number):
        return None
    if number.currency or after in counting.money:
        return _claim(
            line, number, f"money {number.currency or counting.money[after]}", number.last + (not number.currency)
        )
    if after == "d'euros" or (after in ("d'", "de") and line.word(number.last + 2) in counting.money):
        return _claim(line, number, "money euro", number.last + 1 + (after != "d'euros"))
    if after in counting.percent or f"{after} {line.word(number.last + 2)}" in counting.percent:
        return _claim(line, number, "percent", number.last + 1 + (after not in counting.percent))
    if after in counting.durations and line.word(number.last + 2) not in ("old", "ago", "later", "after", "before"):
        claim = _claim(line, number, "duration", number.last + 1)
        return _in_minutes(claim, number, counting.durations[after])
    return None


def _in_minutes(claim: Claim, number: Number, unit: int) -> Claim:
    """Bounds in minutes; whole hours and longer units are rounded by a quarter."""
    slack = 0.25 if unit > 1 and number.low == number.high else 0.0
    return Claim(
        sentence=claim.sentence, range=claim.range, slot=claim.slot, value=claim.value,
        low=(number.low - slack) * unit, high=_finite((number.high + slack) * unit),
    )  # fmt: skip


def _things(line: Line, number: Number, entities: tuple[Entity, ...]) -> Claim | None:
    """Anything else that is counted, by the stem of its noun: "18 sailings", "11 of 20 sailings"."""
    if number.vague or number.low == number.high == 1 or _undone(line, number):
        return None
    if any(token.word in line.counting.votes for token in line.tokens):
        return None
    head = _head(line, number.last + 1)
    if head is None or line.word(head) in line.counting.uncounted or line.word(head) in line.counting.durations:
        return None
    return _claim(line, number, _stem(line, line.word(head)), head)


def _bare(line: Line, number: Number, entities: tuple[Entity, ...]) -> Claim | None:
    """A number without its noun, where somebody gives it as a figure: "the company says 2,000"."""
    if number.vague or number.high <= 1 or number.currency or line.word(number.last + 1) in line.counting.partial:
        return None
    if number.first and line.text[line.tokens[number.first - 1].start].isupper() and number.first > 1:
        return None  # "Channel 13"
    after = line.word(number.last + 1)
    ends = not after or not after[0].isalnum() or after in line.stop_words or after in line.counting.auxiliaries
    near = line.tokens[max(number.first - TOLD, 0) : number.last + TOLD]
    told = any(token.word in line.counting.estimating for token in near)
    return _claim(line, number, BARE) if ends and told and after not in ("%", "-", "/", ":") else None


def _head(line: Line, at: int) -> int | None:
    """The first plural noun of the words behind a number; "of 20" and "of the 20" are passed over."""
    if line.word(at) in ("of", "sur") and line.word(at + 1)[:1].isdigit():
        at += 2
    for place in range(at, min(at + NOUN_WORDS, len(line.tokens))):
        word = line.word(place)
        if not _is_noun(word, line):
            return None
        if _is_plural(word, line):
            return place
    return None


def _is_noun(word: str, line: Line) -> bool:
    return bool(word) and word[0].isalpha() and word not in line.stop_words and word not in line.counting.auxiliaries


def _is_plural(word: str, line: Line) -> bool:
    ending = line.counting.plural_ending
    return word in line.counting.plurals or (
        len(word) > 3 and word.endswith(ending) and not word.endswith((ending * 2, "'s", "us", "is"))
    )


def _stem(line: Line, word: str) -> str:
    return " ".join(content_stems(word, (), line.counting.stemmer))
