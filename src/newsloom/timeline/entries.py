"""Sentences of a timeline: an outlet's own words, with our insertions where a date has to be spelt out.

In: an event and its report. Out: a CitedSentence of `article.at(range)` words, and an Insert behind a date's words
that do not name the day themselves ("Thursday [31 May 2018]"); what the outlet printed into the sentence that is no
part of it (boilerplate) is left out, so that a gap shows.
"""

from __future__ import annotations

from newsloom.langs.shapes import Calendar
from newsloom.records import CitedSentence, Event, Insert, Range, Report, Words
from newsloom.text.sentences import trim
from newsloom.timeline.expressions import grammar_of
from newsloom.timeline.reckoning import first_day, last_day, precision


def cite(report: Report, event: Event, also: tuple[Words, ...] = ()) -> CitedSentence | None:
    """The event's sentence as its outlet has it; None where nothing but boilerplate is left.

    "They meet Thursday." -> Words("They meet Thursday"), Insert("31 May 2018"), Words(".")
    """
    insert = _insert(report, event)
    pieces: list[Words | Insert] = []
    for start, end in _own_stretches(report, event.sentence):
        at = event.dated_by.end if event.dated_by else -1
        if insert and start < at <= end:
            pieces += [*_words(report, start, at, event.sentence), insert, *_words(report, at, end, event.sentence)]
        else:
            pieces += _words(report, start, end, event.sentence)
    return CitedSentence(tuple(pieces), also) if any(isinstance(piece, Words) for piece in pieces) else None


def _own_stretches(report: Report, sentence: Range) -> list[tuple[int, int]]:
    stretches, at = [], sentence.start
    for cut in report.analysis.boilerplate:
        if cut.overlaps(sentence):
            stretches.append((at, max(at, cut.start)))
            at = max(at, cut.end)
    return [*stretches, (at, max(at, sentence.end))]


def _words(report: Report, start: int, end: int, sentence: Range) -> list[Words]:
    text = report.article.text if sentence.part == "text" else report.article.headline
    kept = trim(text, start, min(end, sentence.end))
    return [report.article.at(Range(*kept, sentence.part))] if kept else []


def _insert(report: Report, event: Event) -> Insert | None:
    spelt = day_in_full(report, event)
    return Insert(spelt, (report.article.at(event.dated_by),)) if spelt and event.dated_by else None


def day_in_full(report: Report, event: Event) -> str:
    """The event's day spelt out, where the words that date it name it by its weekday or from another day; else ""."""
    grammar = grammar_of(report.article.language)
    if event.dated_by is None or not event.when or grammar is None:
        return ""
    words = report.article.text_of(event.dated_by)
    return "" if _names_its_day(words, event.when, grammar.calendar) else spell(event.when, grammar.calendar)


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
