"""Calendar expressions as words: where they stand and what parts they have, not yet what they mean.

In: text and a language's Calendar. Out: `Expression`s in order of place, none overlapping; the longest rule wins.
Only runs of calendar words are matched against the rules, so time grows with the number of dates, not of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Calendar

TOKEN = re.compile(
    r"(\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|er|e|h)?|[^\W\d_]+(?:(?:[.-]|['’](?!s\b))?[^\W\d_]+)*\.?|[$£€%©])(?:['’]s\b)?"
)
GAP = re.compile(r"[\s\xa0,/'’–—-]{0,3}\Z")
NUMERIC_CORE = re.compile(r"(?:1\d{3}|20\d\d)s?\Z|\d{1,2}:\d\d\Z|\d{1,2}h(?:\d\d)?\Z|[1-9]0s\Z|\d{1,2}\.\d\d\Z")
SHORT_YEAR = re.compile(r"['’]\d\ds?\b")
PLACEHOLDER = re.compile(r"\{([a-z_]+?)(\d?)\}")
LITERAL = re.compile(r"(?<![\\\w?<])[^\W\d_]{1,}")
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er)?(?![\d%]|[.,]\d)"
BLANK = re.compile(r"\[[^\]]*\]|[ ~]")
SPACES = {" ": r"(?:[\s\xa0]+)", "~": r"(?:[\s\xa0–-]+)"}
LONGEST = 90  # characters that one expression may take

PLAIN = {  # placeholders that are the same in every language
    "day": DAY,
    "nth": r"\d{1,2}(?:st|nd|rd|th|er?)",
    "month_number": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "year": r"(?:1\d{3}|20\d\d)(?![\d%]|[.,]\d|s\b)",
    "short_year": r"\d\d(?!\d)",
    "any_year": r"\d{1,4}(?!\d)",
    "figure": r"\d{1,3}(?:,\d{3})*(?:\.\d+)?",
    "clock": r"(?:[01]?\d|2[0-3])(?:[:h][0-5]\d(?::[0-5]\d)?(?: ?(?:a\.m\.?|p\.m\.?|am\b|pm\b))?(?: ?hrs)?"
    r"|\.[0-5]\d ?(?:a\.m\.?|p\.m\.?|am\b|pm\b)| ?(?:a\.m\.?|p\.m\.?|am\b|pm\b)|h\b| o['’]clock)",
    "zone": r"(?:\(?(?-i:[A-Z]{1,3}T|GMT|UTC)(?:[+-]\d{1,2})?\)?|local time|Eastern time|ET)\b",
    "spoken_century": r"nineteen|eighteen|seventeen|twenty",
    "century_word": r"nineteen |eighteen |mid-|early |late ",
}


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that a rule matched: their place, the rule's meaning, and its captured parts with their places."""

    start: int
    end: int
    means: str
    text: str
    parts: Mapping[str, str]
    places: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's rules, compiled: `vocabulary` are the words that a run may have, `core` those that it needs."""

    calendar: Calendar
    rules: tuple[tuple[re.Pattern[str], str], ...]
    vocabulary: frozenset[str]
    core: frozenset[str]


@cache
def grammar_of(language: str) -> Grammar | None:
    """The grammar of a language, None where it has no calendar."""
    known = LANGUAGES.get(language)
    return _compile(known.calendar, known.stop_words) if known and known.calendar else None


def find_expressions(text: str, start: int, end: int, grammar: Grammar) -> Iterator[Expression]:
    """Expressions within text[start:end], the longest first where two begin at one word."""
    at = start
    for run in _runs(text, start, end, grammar):
        for place in run:
            if place >= at and (found := _longest(text, place, min(end, place + LONGEST), grammar)):
                yield found
                at = found.end


def _longest(text: str, start: int, end: int, grammar: Grammar) -> Expression | None:
    best: tuple[int, re.Match[str], str] | None = None
    for pattern, means in grammar.rules:
        found = pattern.match(text, start, end)
        if found and (best is None or found.end() > best[0]):
            best = found.end(), found, means
    if best is None:
        return None
    _, found, means = best
    parts = {name.rstrip("_"): value.lower() for name, value in found.groupdict().items() if value}
    places = {name.rstrip("_"): found.span(name) for name, value in found.groupdict().items() if value}
    begin = found.end("lead") if "lead" in parts else start
    return Expression(begin, found.end(), means, text[begin : found.end()], parts, places)


def _runs(text: str, start: int, end: int, grammar: Grammar) -> Iterator[list[int]]:
    """Starts of the words of each run of calendar words that has a core word."""
    run: list[int] = []
    useful, last = False, start
    for token in TOKEN.finditer(text, start, end):
        word = token.group(1).lower()
        known = word in grammar.vocabulary or word[0].isdigit()
        if not known and "-" in word:
            known = not grammar.vocabulary.isdisjoint(word.split("-"))
        if not known and word[-1] == "." and word[:-1] in grammar.vocabulary:
            known, word = True, word[:-1]
        if run and not (known and GAP.match(text[last : token.start()])):
            if useful:
                yield run
            run, useful = [], False
        if known:
            begin = token.start()
            if begin > start and text[begin - 1] in "'’" and SHORT_YEAR.match(text, begin - 1):
                begin, useful = begin - 1, True
            run.append(begin)
            if "-" in word:
                run += [begin + at + 1 for at, sign in enumerate(word) if sign == "-"]
            useful = useful or _is_core(word, grammar)
        last = token.end()
    if run and useful:
        yield run


def _is_core(word: str, grammar: Grammar) -> bool:
    if word in grammar.core:
        return True
    return bool(NUMERIC_CORE.match(word)) if word[0].isdigit() else not grammar.core.isdisjoint(word.split("-"))


def _compile(calendar: Calendar, stop_words: frozenset[str]) -> Grammar:
    tables = _tables(calendar)
    filler = stop_words | {
        piece
        for table in (calendar.numbers, calendar.vague, calendar.before_time)
        for word in table
        for piece in _pieces(word)
    }
    named = [*calendar.months, *calendar.weekdays, *(f"{name}s" for name in calendar.weekdays), *calendar.units]
    named += [*calendar.seasons, *calendar.parts, *calendar.days, *calendar.hours, *calendar.decades]
    named += [*calendar.holidays, *calendar.eras, *calendar.fixed, *calendar.afternoon, *calendar.alone]
    core = {
        piece
        for word in named
        for pieces in (_pieces(word),)
        for piece in pieces
        if len(pieces) == 1 or piece not in filler
    }
    loose = (*calendar.numbers, *calendar.ordinals, *calendar.vague, *calendar.directions, *calendar.turned, *named)
    literals = {
        word.lower() for pattern, _ in calendar.rules for word in LITERAL.findall(PLACEHOLDER.sub(" ", pattern))
    }
    return Grammar(
        calendar=calendar,
        rules=tuple((_pattern(pattern, tables), means) for pattern, means in calendar.rules),
        vocabulary=frozenset(literals.union(piece for word in loose for piece in _pieces(word))),
        core=frozenset(core),
    )


def _pieces(word: str) -> list[str]:
    return [piece.lower() for piece in TOKEN.findall(word)] or [word]


def _tables(calendar: Calendar) -> dict[str, str]:
    proper = calendar.proper
    plain = [word for word, number in calendar.numbers.items() if " " not in word and len(word) > 2 and number < 1000]
    tens, ones = (
        [word for word in plain if lowest <= calendar.numbers[word] < most] for lowest, most in ((20, 100), (1, 10))
    )
    number = (
        rf"(?:{_words(tens)})[- ](?:{_words(ones)})|(?:{_words(ones)}) (?:hundred|thousand)|{_words(calendar.numbers)}"
    )
    return PLAIN | {
        "month": _words(calendar.months, proper),
        "weekday": _words(calendar.weekdays, proper),
        "unit": _words(calendar.units),
        "units": _words(word for word in calendar.units if word.endswith("s")),
        "number": rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?(?:[- ]1/2)?|{number})",
        "one": _words(calendar.single),
        "ordinal": _words(calendar.ordinals),
        "vague": _words(calendar.vague),
        "season": _words(calendar.seasons),
        "part": _words(calendar.parts),
        "direction": _words(calendar.directions),
        "turned": _words(calendar.turned),
        "days": _words(calendar.days),
        "decade": _words(calendar.decades),
        "hour": _words(calendar.hours),
        "holiday": _words(calendar.holidays),
        "fixed": _words(calendar.fixed),
        "era": _words(calendar.eras),
    }


def _words(words: Iterable[str], proper: bool = False) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    if not ordered:
        return r"(?!)"
    if proper:
        spelled = [form for word in ordered for form in (word.capitalize(), word.upper())]
        return f"(?-i:{'|'.join(map(re.escape, spelled))})"
    return "|".join(_escape(word) for word in ordered)


def _escape(word: str) -> str:
    return re.escape(word).replace(r"\ ", " ")


def _pattern(pattern: str, tables: Mapping[str, str]) -> re.Pattern[str]:
    """A rule as a regular expression. A placeholder that occurs twice in one rule is captured the first time only
    wherever it stood: each occurrence gets a name of its own, and `_longest` takes the underscores off again."""
    seen: dict[str, int] = {}

    def named(found: re.Match[str]) -> str:
        table, digit = found.groups()
        name = f"{table}{digit}"
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}{'_' * (seen[name] - 1)}>{tables[table]})"

    body = BLANK.sub(
        lambda found: SPACES.get(found.group()) or found.group().replace(" ", r"\s"), PLACEHOLDER.sub(named, pattern)
    )
    return re.compile(rf"(?:{body})(?!\w)", re.I)
