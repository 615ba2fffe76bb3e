"""Happenings of a report: sentences that say that something took place, is planned, doubted, called off, …, and when.

In: an article with its sentences, dates, entities and quotes. Out: Events in order of place; a sentence that names two
days (told on Tuesday, set for Friday) is two events. A sentence that stands inside somebody's quotation is left out:
what a speaker thinks of a happening is no happening. No event has a day that its report does not bear out: a date's
words (`dated_by`), or, for the report's opening sentences, the day of the report itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

import snowballstemmer

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Calendar, Statuses
from newsloom.records import Article, Entity, EntityId, Event, Part, Quote, Range, Status, Timex
from newsloom.timeline.anchors import day_of_report
from newsloom.timeline.cues import BEHIND, MAIN, WORD, read_status
from newsloom.timeline.expressions import grammar_of
from newsloom.timeline.lengths import reckoned_days
from newsloom.timeline.reckoning import first_day, last_day, precision

NOT_TOLD = re.compile(r"https?://|\b(?:pic\.twitter|t)\.co[m/]|\(@\w")  # posts and links printed into a text
MOSTLY = 0.7  # share of a sentence that a quotation may take
OPENING = 2  # sentences at the head of a report that tell what is new on its day
HEAD = 5  # sentences that say of which day a report tells
FEWEST, MOST = 5, 90  # words of a sentence that tells of a happening
DATED = ("D", "W", "WE", "M")  # precisions that place a happening
MOST_DATES = 4  # days in one sentence; more are a list
MOST_WHAT = 16  # stems kept
FARTHEST_AHEAD = 800  # days: a planned day beyond is a slip or a matter of no day
_Whens: TypeAlias = list[tuple[str, Range | None]]


@dataclass(frozen=True, slots=True)
class _Sentence:
    place: Range
    number: int
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Above:
    """The last sentence that named a day, and the words that name it."""

    number: int
    when: str
    dated_by: Range | None


@dataclass(frozen=True, slots=True)
class _Told:
    """One day that a sentence tells of, and how what it tells stands."""

    when: str
    dated_by: Range | None
    cue: Range | None
    status: Status


def find_events(
    article: Article,
    sentences: tuple[Range, ...],
    dates: tuple[Timex, ...],
    entities: tuple[Entity, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Event, ...]:
    """Dated or status-bearing happenings, in order of place.

    "The vote was postponed on Friday." -> Event(status="postponed", when="2018-09-28", what=("vote", "postpon"))
    """
    language = LANGUAGES.get(article.language)
    grammar = grammar_of(article.language)
    if language is None or language.statuses is None or grammar is None:
        return ()
    statuses, today = language.statuses, day_of_report(article, grammar)
    found: list[Event] = []
    above: _Above | None = None
    starts = [(timex.range.part, timex.range.start) for timex in dates]
    opening = _opening_day(today, sentences, dates)
    for sentence in _telling(article, sentences, quotes):
        within = _within(sentence.place, dates, starts)
        goes_on = above is not None and sentence.number - above.number <= 1
        if not (within or goes_on or sentence.number < OPENING or _happening(sentence, statuses)):
            continue  # neither a day nor a happening: whatever its cues, it is no event
        cue, status = _status(sentence, statuses)
        whens = _whens(sentence, within, status, today, opening, statuses) or _carried(
            sentence, within, above, statuses
        )
        above = _told_above(sentence, whens, within) or above
        told = [_Told(when, dated_by, cue, _in_time(status, when, today)) for when, dated_by in whens]
        told += _reckoned(article, sentence, within, today, grammar.calendar, statuses)
        actors, what = _actors(sentence.place, entities), _what(sentence, within, statuses, language.stop_words)
        found.extend(_event(sentence, one, actors, what) for one in told)
    return tuple(found)


def _opening_day(today: date | None, sentences: tuple[Range, ...], dates: tuple[Timex, ...]) -> date | None:
    """The day of which an opening tells that names none: the report's, unless its first sentences tell of the day
    before."""
    if today is None:
        return None
    head = sentences[:HEAD]
    yesterday = (today - timedelta(days=1)).isoformat()
    told = (timex for timex in dates if timex.sure and timex.value.partition("T")[0] == yesterday)
    return None if any(place.covers(timex.range) for timex in told for place in head) else today


def _event(sentence: _Sentence, told: _Told, actors: tuple[EntityId, ...], what: tuple[str, ...]) -> Event:
    return Event(
        sentence=sentence.place,
        status=told.status,
        when=told.when,
        dated_by=told.dated_by,
        cue=told.cue,
        actors=actors,
        what=what,
    )


def _reckoned(
    article: Article,
    sentence: _Sentence,
    within: list[Timex],
    today: date | None,
    calendar: Calendar,
    statuses: Statuses,
) -> Iterator[_Told]:
    """What is told behind "eight days after": of that day, and of the status that its own clause gives."""
    for when, length in reckoned_days(article.text, within, today, sentence.number < OPENING, calendar):
        comma = article.text.find(",", length.end, sentence.place.end)
        clause = Range(length.end, sentence.place.end if comma < 0 else comma, sentence.place.part)
        cue, status = _status(replace(sentence, place=clause, text=article.text_of(clause)), statuses, BEHIND)
        yield _Told(when, length, cue, status)


def _telling(article: Article, sentences: tuple[Range, ...], quotes: tuple[Quote, ...]) -> Iterator[_Sentence]:
    """Sentences of the report's own words that are long enough to tell of something."""
    spoken = sorted(quote.range for quote in quotes if quote.kind == "direct" and quote.range.part == "text")
    for number, place in enumerate(sentences):
        text = article.text_of(place)
        words = tuple(word.lower() for word in WORD.findall(text))
        if not FEWEST <= len(words) <= MOST or text.rstrip().endswith("?"):
            continue
        if _spoken(place, spoken) > MOSTLY * (place.end - place.start):
            continue
        if NOT_TOLD.search(text):
            continue
        yield _Sentence(place, number, text, words)


def _within(place: Range, dates: tuple[Timex, ...], starts: list[tuple[Part, int]]) -> list[Timex]:
    """The dates inside a sentence; they stand in order, headline first."""
    first, last = bisect_left(starts, (place.part, place.start)), bisect_left(starts, (place.part, place.end))
    return list(dates[first:last])


def _spoken(place: Range, quotes: list[Range]) -> int:
    """Characters of a sentence that stand in one direct quotation."""
    near = bisect_left(quotes, Range(place.end, place.end))
    return max(
        (min(place.end, quote.end) - max(place.start, quote.start) for quote in quotes[max(0, near - 3) : near]),
        default=0,
    )


def _status(sentence: _Sentence, statuses: Statuses, deepest: int = MAIN) -> tuple[Range | None, Status]:
    cue, status = read_status(sentence.text, statuses, deepest)
    start, part = sentence.place.start, sentence.place.part
    return (Range(start + cue.start, start + cue.end, part) if cue else None), status


def _in_time(status: Status, when: str, today: date | None) -> Status:
    """What lies ahead has not happened yet, whatever the tense of its sentence."""
    begin = first_day(when)
    return "planned" if status in ("happened", "under way") and begin and today and begin > today else status


def _whens(
    sentence: _Sentence,
    within: list[Timex],
    status: Status,
    today: date | None,
    opening: date | None,
    statuses: Statuses,
) -> _Whens:
    """Each day that a sentence tells of, once; "" where it has a status and no day. A list of days tells of none."""
    seen: set[str] = set()
    whens: _Whens = []
    for timex in within:
        value = timex.value.partition("T")[0] if timex.type in ("DATE", "TIME") and timex.sure else ""
        if precision(value) not in DATED or value in seen or not _is_possible(value, today):
            continue
        seen.add(value)
        whens.append((value, timex.range))
    if seen:
        return whens if len(seen) <= MOST_DATES else []
    if not all(timex.sure for timex in within):
        return []  # of a day that nobody can be sure of
    tells = not statuses.deeds.isdisjoint(sentence.words) and (statuses.behind & statuses.background).isdisjoint(
        sentence.words
    )
    if sentence.number < OPENING and opening and (tells or status != "happened"):
        return [(opening.isoformat(), None)]
    return [("", None)] if status != "happened" and _happening(sentence, statuses) else []


def _told_above(sentence: _Sentence, whens: _Whens, within: list[Timex]) -> _Above | None:
    """A sentence with one past day of its own dates what directly follows it; one with other dates dates nothing."""
    own = [(when, dated_by) for when, dated_by in whens if dated_by and sentence.place.covers(dated_by)]
    if within and len(own) != 1:
        return _Above(sentence.number, "", None)
    return _Above(sentence.number, *own[0]) if own and precision(own[0][0]) == "D" else None


def _carried(sentence: _Sentence, within: list[Timex], above: _Above | None, statuses: Statuses) -> _Whens:
    """A sentence without a date that goes on telling what the one before it has dated: that sentence's day."""
    if above is None or not above.when or within or sentence.number - above.number > 1:
        return []
    told = not statuses.deeds.isdisjoint(sentence.words) and statuses.background.isdisjoint(sentence.words)
    return [(above.when, above.dated_by)] if told else []


def _is_possible(value: str, today: date | None) -> bool:
    begin, end = first_day(value), last_day(value)
    return bool(begin and end and (today is None or (begin - today).days <= FARTHEST_AHEAD))


def _happening(sentence: _Sentence, statuses: Statuses) -> bool:
    return any(singular(word) in statuses.happenings for word in sentence.words)


def singular(word: str) -> str:
    """ "hearings" -> "hearing"; a word that is no plural stays as it is."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def _actors(place: Range, entities: tuple[Entity, ...]) -> tuple[EntityId, ...]:
    return tuple(
        entity.id for entity in entities if any(place.covers(named) for named in (*entity.mentions, *entity.pronouns))
    )


def _what(sentence: _Sentence, within: list[Timex], statuses: Statuses, stop_words: frozenset[str]) -> tuple[str, ...]:
    """Stems of the words that tell this happening apart: its happening nouns first, then its other content words."""
    text = sentence.text
    for timex in within:
        start, end = timex.range.start - sentence.place.start, timex.range.end - sentence.place.start
        text = text[:start] + " " * (end - start) + text[end:]
    return content_stems(text, statuses, stop_words)[:MOST_WHAT]


def content_stems(text: str, statuses: Statuses, stop_words: frozenset[str]) -> tuple[str, ...]:
    """Stems of a text's content words, its nouns of happenings first, each once."""
    words = [word.lower() for word in WORD.findall(text)]
    content = [word for word in words if (len(word) > 3 and word not in stop_words) or word.isdigit()]
    nouns = [singular(word) for word in content if singular(word) in statuses.happenings]
    return tuple(dict.fromkeys(stem(word, statuses.stemmer) for word in (*nouns, *content)))


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem that forms of a word share: ("postponed", "english") -> "postpon"."""
    word = word.removesuffix("'s").removesuffix("’s")
    return str(_stemmer(language).stemWord(word)) if language else word


@lru_cache(maxsize=8)
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(language)
