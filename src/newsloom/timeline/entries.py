"""Sentences of a timeline: an outlet's own words, with our insertions where a date has to be spelt out.

In: an event and its report. Out: a CitedSentence of `article.at(range)` words, and an Insert behind a date's words
that do not name the day themselves ("Thursday [31 May 2018]"); what the outlet printed into the sentence that is no
part of it (boilerplate) is left out, so that a gap shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsloom.langs.shapes import Calendar
from newsloom.records import CitedSentence, Event, Insert, Range, Report, Timex, Words
from newsloom.text.datelines import after_dateline
from newsloom.text.sentences import trim
from newsloom.timeline.expressions import grammar_of
from newsloom.timeline.reckoning import first_day, last_day, precision

PRECISE = ("D", "W", "WE", "M")


def cite(report: Report, event: Event, also: tuple[Words, ...] = ()) -> CitedSentence | None:
    """The event's sentence as its outlet has it; None where nothing but boilerplate is left.

    "They meet Thursday." -> Words("They meet Thursday"), Insert("31 May 2018"), Words(".")
    """
    return cite_range(report, event.sentence, also)


def cite_range(report: Report, sentence: Range, also: tuple[Words, ...] = ()) -> CitedSentence | None:
    """A sentence or headline of a report, its loose dates spelt out; None where nothing but boilerplate is left."""
    inserts = dict(_inserts(report, sentence)) if sentence.part == "text" else {}
    pieces: list[Words | Insert] = []
    for start, end in _own_stretches(report, sentence):
        at = start
        for place in sorted(place for place in inserts if start < place <= end):
            pieces += [*_words(report, at, place, sentence), inserts[place]]
            at = place
        pieces += _words(report, at, end, sentence)
    return CitedSentence(tuple(pieces), also) if any(isinstance(piece, Words) for piece in pieces) else None


def _own_stretches(report: Report, sentence: Range) -> list[tuple[int, int]]:
    if sentence.part == "headline":
        return [(sentence.start, sentence.end)]
    stretches, at = [], after_dateline(report.article.text, sentence.start, sentence.end)
    for cut in report.analysis.boilerplate:
        if cut.overlaps(sentence):
            stretches.append((at, max(at, cut.start)))
            at = max(at, cut.end)
    return [*stretches, (at, max(at, sentence.end))]


def _words(report: Report, start: int, end: int, sentence: Range) -> list[Words]:
    text = report.article.text if sentence.part == "text" else report.article.headline
    kept = trim(text, start, min(end, sentence.end))
    return [report.article.at(Range(*kept, sentence.part))] if kept else []


def _inserts(report: Report, sentence: Range) -> Iterator[tuple[int, Insert]]:
    """Insertions by the place behind which they stand, each day once."""
    seen: set[str] = set()
    for timex in report.analysis.dates:
        if sentence.covers(timex.range) and (spelt := in_full(report, timex)) and spelt not in seen:
            seen.add(spelt)
            yield _behind(report, timex.range), Insert(spelt, (report.article.at(timex.range),))


def _behind(report: Report, place: Range) -> int:
    """Behind the word and its possessive, so that "Friday’s" stays whole."""
    ending = report.article.text[place.end : place.end + 2]
    return place.end + len(ending) if ending in ("'s", "’s") else place.end


def in_full(report: Report, timex: Timex) -> str:
    """A date spelt out, where its words name it by a weekday or from another day; "" where they name it themselves or
    nobody can be sure of it."""
    grammar = grammar_of(report.article.language)
    value = timex.value.partition("T")[0]
    if timex.type not in ("DATE", "TIME") or not timex.sure or grammar is None or precision(value) not in PRECISE:
        return ""
    words = report.article.text_of(timex.range)
    return "" if _names_its_day(words, value, grammar.calendar) else spell(value, grammar.calendar)


def _names_its_day(text: str, value: str, calendar: Calendar) -> bool:
    lower = text.lower()
    begin = first_day(value)
    if begin is None or str(begin.year) in text:
        return begin is not None
    return precision(value) == "D" and any(
        month in lower and str(begin.day) in lower for month, number in calendar.months.items() if number == begin.month
    )


def spell(value: str, calendar: Calendar) -> str:
    """A value in a language's words: "2018-05-31" -> "31 May 2018", "2018-W22" -> "28 May 2018 – 3 June 2018"."""
    begin, end = first_day(value), last_day(value)
    if begin is None or end is None:
        return ""
    names: dict[int, str] = {}
    for name, number in calendar.months.items():
        names[number] = max(names.get(number, ""), name, key=len)
    month = {number: name.capitalize() if calendar.proper else name for number, name in names.items()}
    if precision(value) == "M":
        return f"{month[begin.month]} {begin.year}"
    if precision(value) == "D":
        return f"{begin.day} {month[begin.month]} {begin.year}"
    return f"{begin.day} {month[begin.month]} {begin.year} – {end.day} {month[end.month]} {end.year}"
