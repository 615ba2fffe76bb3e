"""Where reports speak of a happening by its noun ("summit", "strike"), and what each place tells of how it stands.

In: one report with its events. Out: Mentions, each with its noun, the status told of it there (None: none is) and how
much it counts. Headline and opening sentences tell the news of the day and count most; what only looks back ("a day
after he had called it off") counts little, whatever it says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Language, Statuses
from newsloom.records import Event, Range, Report, Status
from newsloom.timeline.events import read_status, singular
from newsloom.timeline.reckoning import first_day, precision

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CLOSE = 45  # characters between a cue and the noun that it is about
CLOSE_POSSIBLE = 25  # the same for "could", "may"
CLOSE_DENIED = 12  # the same for a denial of what can be announced
OCCURS = 5  # words from "could" on among which a word for taking place stands
CLAUSE = re.compile(r"[^,;]*[^,;\s]")
LONGEST_NAME = 4  # words
GENERIC = 0.6  # what a noun of so many happenings counts for
HEADLINE = 4.0
BY_PLACE = (3.0, 3.0, 1.5, 1.5, 1.5)  # of the first sentences
DEEP = 0.6  # of all others
LOOKS_BACK = 0.15
UNSAID = 0.5  # "happened" for want of any cue, where the happening could have been announced
BACK_DAYS = 1  # a day before the report's own that still is its news
BEHIND = 7  # words before a cue in which "after", "had" and the like put it behind
OF_SUDDEN: frozenset[Status] = frozenset({"happened", "under way", "denied", "doubted"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence (or headline) with one noun of a happening in it; `status` None: nothing is told about this noun.

    `noun`: of nouns used alike the one that stands for them, but "meeting" for "to meet"; `kind`: that one in any case.
    `event` is the sentence's, None for a headline. `cued`: words tell the status. `entitled`: no bystander speaks.
    `announced`: a happening that can be planned. `weight`: how central a noun is; `force`: how much the place counts.
    """

    report: Report
    sentence: Range
    event: Event | None
    noun: str
    kind: str
    name: str
    status: Status | None
    cued: bool
    entitled: bool
    announced: bool
    weight: float
    force: float


def find_mentions(report: Report) -> Iterator[Mention]:
    """The headline's mentions, then those of the report's events in order."""
    language = LANGUAGES.get(report.article.language)
    if language is None or language.statuses is None:
        return
    for clause in _headline_clauses(report.article.headline):
        cue, status = read_status(report.article.text_of(clause), language.statuses)
        yield from _mentions(report, None, clause, _shift(cue, clause), status, language)
    for event in report.analysis.events:
        yield from _mentions(report, event, event.sentence, event.cue, event.status, language)


def _headline_clauses(headline: str) -> Iterator[Range]:
    """ "A day after calling it off, Trump says summit could happen" -> its two clauses; a question tells nothing."""
    if not headline.rstrip().endswith("?"):
        for clause in CLAUSE.finditer(headline):
            yield Range(*clause.span(), "headline")


def _shift(cue: tuple[int, int] | None, place: Range) -> Range | None:
    return Range(place.start + cue[0], place.start + cue[1], place.part) if cue else None


def _mentions(
    report: Report, event: Event | None, place: Range, cue: Range | None, status: Status, language: Language
) -> Iterator[Mention]:
    statuses = language.statuses
    text = report.article.text_of(place)
    words = list(WORD.finditer(text))
    if statuses is None:
        return
    entitled = not any(word.group().lower() in statuses.bystanders for word in words)
    force = _force(report, event, place) * (LOOKS_BACK if _looks_back(text, cue, place, statuses) else 1.0)
    months = {name.capitalize() for name in language.calendar.months} if language.calendar else frozenset()
    seen: set[str] = set()
    for at, word in enumerate(words):
        act = _act(words, at, statuses)
        noun = act or singular(word.group().lower())
        if word.group() in months:
            continue  # "March 8"
        if noun not in statuses.happenings or noun in seen or not (act or _is_noun(words, at)):
            continue
        seen.add(noun)
        sudden = noun in statuses.sudden and not act
        told = _told(event, cue, status, place, word, statuses) or ("planned" if act else None)
        unsaid = told == "happened" and cue is None and not sudden
        bare = act or (event is None and word.group())  # headlines string words together
        yield Mention(
            report,
            place,
            event,
            noun if act else statuses.alike.get(noun, noun),
            statuses.alike.get(noun, noun),
            bare or _named(words, at, text, statuses, language.stop_words),
            told,
            bool(told and (cue or act)),
            entitled,
            not sudden,
            GENERIC if noun in statuses.generic else 1.0,
            force * (UNSAID if unsaid else 1.0),
        )


def _force(report: Report, event: Event | None, place: Range) -> float:
    """How much what stands here is the news of the report's day."""
    if event is None:
        return HEADLINE
    number = bisect_left(report.analysis.sentences, place)
    force = BY_PLACE[number] if number < len(BY_PLACE) else DEEP
    day = first_day(event.when) if precision(event.when) == "D" else None
    old = day is not None and (report.article.told_at.date() - day).days > BACK_DAYS
    return force * (LOOKS_BACK if old else 1.0)


def _looks_back(text: str, cue: Range | None, place: Range, statuses: Statuses) -> bool:
    """Whether a cue stands in words that step back from the day: "eight days after he had called the meeting off"."""
    if cue is None:
        return False
    before = [word.lower() for word in WORD.findall(text[: cue.start - place.start])[-BEHIND:]]
    return not statuses.behind.isdisjoint(before)


def _told(
    event: Event | None, cue: Range | None, status: Status, place: Range, word: re.Match[str], statuses: Statuses
) -> Status | None:
    """The status that a sentence tells of a noun: its cue's where that stands close (in a headline: in one clause).

    "Possible" is what a summit is that "could still happen", not one that "may bring peace".
    """
    sudden = singular(word.group().lower()) in statuses.sudden
    if cue is None:
        return status if event or sudden else None
    start, end = place.start + word.start(), place.start + word.end()
    if status == "possible":
        follows = [found.lower() for found in WORD.findall(word.string[cue.start - place.start :])[:OCCURS]]
        if cue.start < end or cue.start - end > CLOSE_POSSIBLE or statuses.occurs.isdisjoint(follows):
            return None
    gap = max(cue.start - end, start - cue.end, 0)
    if status == "denied" and not sudden and gap > CLOSE_DENIED:
        return None  # who denies most often denies a charge, not a hearing
    return status if (event is None or gap <= CLOSE) and not (sudden and status not in OF_SUDDEN) else None


def _act(words: list[re.Match[str]], at: int, statuses: Statuses) -> str:
    """ "Crews vote to strike" -> "strike": the verb of a happening that is still to come; else ""."""
    before = words[at - 1].group().lower() if at else ""
    return statuses.acts.get(words[at].group().lower(), "") if before in statuses.toward else ""


def _is_noun(words: list[re.Match[str]], at: int) -> bool:
    """Verbs share their form with these nouns ("to vote", "they strike"): a noun has a word before it that is no "to"
    and no pronoun."""
    before = words[at - 1].group().lower() if at else ""
    return before not in {"to", "they", "we", "you", "i", "will", "would", "could", "can", "not", "should", "may"}


def _named(words: list[re.Match[str]], at: int, text: str, statuses: Statuses, stop_words: frozenset[str]) -> str:
    """The noun with the words that qualify it: "last week's Senate confirmation hearing" -> "Senate confirmation
    hearing"."""
    first = at
    while (
        first
        and at - first < LONGEST_NAME - 1
        and text[words[first - 1].end() : words[first].start()] == " "
        and words[first - 1].group().lower() not in stop_words
        and not words[first - 1].group().endswith(("'s", "’s"))
        and words[first - 1].group().lower() not in statuses.deeds
    ):
        first -= 1
    return text[words[first].start() : words[at].end()]
