"""Lines of reports that may tell what became of a plan: headlines, openings, events, and what tells that it is over.

In: a report. Out: Lines, each with its status, its day and the happenings that it names. What stands for the most part
in quotation marks is none: what somebody says of a happening tells of none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Language, Statuses
from newsloom.records import Event, Range, Report, Status
from newsloom.text.sentences import trim
from newsloom.timeline.cues import WORD, read_status
from newsloom.timeline.deeds import find_deeds
from newsloom.timeline.events import content_stems, stem
from newsloom.timeline.reckoning import last_day

OPENING = 4  # sentences
BEFORE_END = 4  # words before one of completion that may make it unreal


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or headline that may tell what became of a plan: its status, its day ("" where it has none).

    `noun`: of its happenings the one that its day, or else its cue, stands next to; `nouns`: all of them; `subject`:
    the words before its cue; `generic`: there are many such happenings. `done`: happenings that its main clause tells
    by their verb ("voted"); `over`: it tells that something is completed.
    """

    report: Report
    place: Range
    event: Event | None
    status: Status
    cued: bool
    when: str
    noun: str
    nouns: frozenset[str]
    words: frozenset[str]
    subject: frozenset[str] = frozenset()
    generic: bool = False
    done: frozenset[str] = frozenset()
    over: bool = False

    @property
    def day(self) -> date:
        return self.report.article.told_at.date()

    @property
    def since(self) -> date:
        """The day of what it tells, where that lies behind its report: "called it off in May", told in June."""
        told = last_day(self.when)
        return min(self.day, told) if told else self.day


def lines_of(report: Report) -> Iterator[Line]:
    """A report's headline, its events, what its first sentences tell without a day, and what tells that it is over."""
    headline = trim(report.article.headline, 0, len(report.article.headline))
    if headline:
        yield line_of(report, Range(*headline, "headline"))
    for event in report.analysis.events:
        if not _is_spoken(report, event.sentence):
            yield line_of(report, event.sentence, event)
    dated = {event.sentence for event in report.analysis.events}
    for number, place in enumerate(report.analysis.sentences):
        if place not in dated and (number < OPENING or _is_over(report, place)) and not _is_spoken(report, place):
            yield line_of(report, place)


def names_end(report: Report, place: Range) -> bool:
    """Whether a word of completion stands in it, be it of what is still to come: "expected to wrap up by Friday"."""
    return bool(_ends(report, place))


def _is_over(report: Report, place: Range) -> bool:
    """Whether it tells that something is completed: not that it should or will be."""
    language = LANGUAGES.get(report.article.language)
    if language is None or language.statuses is None:
        return False
    return any(language.statuses.unreal.isdisjoint(before) for before in _ends(report, place))


def _ends(report: Report, place: Range) -> list[list[str]]:
    """The words before each word of completion."""
    language = LANGUAGES.get(report.article.language)
    if language is None or language.statuses is None:
        return []
    words = [word.lower() for word in WORD.findall(report.article.text_of(place))]
    return [words[max(0, at - BEFORE_END) : at] for at, word in enumerate(words) if word in language.statuses.ended]


def _is_spoken(report: Report, place: Range) -> bool:
    """Whether half of it stands in quotation marks: what somebody says of a happening tells of none."""
    return any(
        quote.kind == "direct"
        and quote.range.overlaps(place)
        and 2 * (min(place.end, quote.range.end) - max(place.start, quote.range.start)) > place.end - place.start
        for quote in report.analysis.quotes
    )


def line_of(report: Report, place: Range, event: Event | None = None) -> Line:
    language = LANGUAGES.get(report.article.language)
    statuses = language.statuses if language else None
    if language is None or statuses is None:
        return Line(report, place, event, "happened", False, "", "", frozenset(), frozenset())
    text, code = report.article.text_of(place), report.article.language
    told, status = read_status(text, statuses)
    cue = Range(place.start + told.start, place.start + told.end, place.part) if told else None
    dated = event.dated_by if event and event.dated_by and place.covers(event.dated_by) else None
    if event:
        cue, status = event.cue, event.status
    named = _named(text, code, statuses)
    announced = {at: noun for at, noun in named.items() if noun not in stems_of(code, "sudden")}
    nearest = _nearest(announced, cue if status in ("cancelled", "postponed") else dated or cue, place)
    before = text[: cue.start - place.start] if cue else text
    return Line(
        report,
        place,
        event,
        status,
        cued=cue is not None,
        when=event.when if event else "",
        noun=nearest,
        nouns=frozenset(named.values()),
        words=_telling(_undated(report, place), language, statuses),
        subject=_telling(before, language, statuses),
        generic=nearest in stems_of(code, "generic"),
        done=frozenset(_stem_for(deed.noun, statuses) for deed in find_deeds(text, language) if deed.main),
        over=_is_over(report, place),
    )


def _telling(text: str, language: Language, statuses: Statuses) -> frozenset[str]:
    """Stems of the words that tell which happening is meant: not of those that only say that one is planned."""
    planning = {stem(word, statuses.stemmer) for word in sorted(statuses.planning)}
    return frozenset(content_stems(text, statuses, language.stop_words)) - planning


def _stem_for(noun: str, statuses: Statuses) -> str:
    return stem(statuses.alike.get(noun, noun), statuses.stemmer)


def _undated(report: Report, place: Range) -> str:
    """A sentence without its dates: two votes of one Friday may have nothing else in common."""
    text = report.article.text_of(place)
    for timex in report.analysis.dates:
        if place.covers(timex.range):
            start, end = timex.range.start - place.start, timex.range.end - place.start
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _named(text: str, code: str, statuses: Statuses) -> dict[int, str]:
    """Where a text names happenings, and which; of nouns used alike the one that stands for them."""
    known = _happening_stems(code)
    words = ((found.start(), known.get(stem(found.group().lower(), statuses.stemmer))) for found in WORD.finditer(text))
    return {at: noun for at, noun in words if noun}


def _nearest(named: Mapping[int, str], to: Range | None, place: Range) -> str:
    if to is None or not named:
        return ""
    at = to.start - place.start
    return named[min(named, key=lambda start: (abs(start - at), start))]


@lru_cache(maxsize=8)
def _happening_stems(code: str) -> Mapping[str, str]:
    """Stems of a language's nouns and verbs of happenings, each with the stem that stands for it."""
    language = LANGUAGES.get(code)
    statuses = language.statuses if language else None
    if statuses is None:
        return {}
    names = {noun: noun for noun in sorted(statuses.happenings)} | dict(statuses.acts)
    return {
        stem(word, statuses.stemmer): stem(statuses.alike.get(noun, noun), statuses.stemmer)
        for word, noun in names.items()
    }


@lru_cache(maxsize=8)
def stems_of(code: str, kind: Literal["sudden", "generic"]) -> frozenset[str]:
    """Stems of the happenings that nobody announces, or of those that there are many of."""
    language = LANGUAGES.get(code)
    statuses = language.statuses if language else None
    return frozenset(stem(noun, statuses.stemmer) for noun in getattr(statuses, kind)) if statuses else frozenset()
