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
from newsloom.records import Event, Part, Range, Report, Status
from newsloom.timeline.cues import BEHIND, MAIN, Cue, find_cues, is_main, strongest
from newsloom.timeline.deeds import Deed, find_deeds
from newsloom.timeline.events import singular
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
OVER = 4  # words from "after" to a noun that is over by then
OF_SUDDEN: frozenset[Status] = frozenset({"happened", "under way", "denied", "doubted"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence (or headline) with one noun of a happening in it; `status` None: nothing is told about this noun.

    `noun`: of nouns used alike the one that stands for them, but "meeting" for "to meet"; `kind`: that one in any case.
    `event`: the sentence's, None for a headline and where a sentence has none. `cued`: words tell the status.
    `entitled`: no bystander speaks. `announced`: a happening that can be planned. `weight`: how central a noun is;
    `force`: how much the place counts.
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
    passing: bool = False  # what is told of it looks back or stands in a relative clause
    states: bool = False  # a main clause of the sentence itself says so
    at: int = 0  # where in its text: the cue, the verb, or the noun
    by_verb: bool = False  # told by its verb alone ("met"), without its noun

    @property
    def in_headline(self) -> bool:
        return self.sentence.part == "headline"


def find_mentions(report: Report) -> Iterator[Mention]:
    """The headline's mentions, those of the report's events, and what its first sentences tell without a day."""
    language = LANGUAGES.get(report.article.language)
    if language is None or language.statuses is None:
        return
    for clause in _headline_clauses(report.article.headline):
        yield from _mentions(report, None, clause, language)
    for event in report.analysis.events:
        yield from _mentions(report, event, event.sentence, language)
    dated = {event.sentence for event in report.analysis.events}
    for sentence in report.analysis.sentences[: len(BY_PLACE)]:
        if sentence not in dated and not report.article.text_of(sentence).rstrip().endswith("?"):
            yield from (one for one in _mentions(report, None, sentence, language) if one.cued)


def _headline_clauses(headline: str) -> Iterator[Range]:
    """ "A day after calling it off, Trump says summit could happen" -> its two clauses; a question tells nothing."""
    if not headline.rstrip().endswith("?"):
        for clause in CLAUSE.finditer(headline):
            yield Range(*clause.span(), "headline")


def _mentions(report: Report, event: Event | None, place: Range, language: Language) -> Iterator[Mention]:
    statuses = language.statuses
    text = report.article.text_of(place)
    words = list(WORD.finditer(text))
    if statuses is None:
        return
    entitled = not any(word.group().lower() in statuses.bystanders for word in words)
    force, cues = _force(report, event, place), find_cues(text, statuses)
    months = {name.capitalize() for name in language.calendar.months} if language.calendar else frozenset()
    seen: set[str] = set()
    deeds = tuple(find_deeds(text, language))
    for at, word in enumerate(words):
        act = _act(words, at, statuses)
        noun = act or singular(word.group().lower())
        if word.group() in months:
            continue  # "March 8"
        if noun not in statuses.happenings or noun in seen or not (act or _is_noun(words, at)):
            continue
        seen.add(noun)
        sudden = noun in statuses.sudden and not act
        cue = _about(cues, place.part, word, statuses)
        deed = _deed(deeds, noun, cue)
        cue = None if deed else cue
        over = cue is None and not sudden and _is_over(words, at, language, place.part == "headline")
        told = cue.status if cue else "happened" if over or deed else _untold(cues, event, sudden)
        told = told or ("planned" if act else None)
        behind = cue is not None and cue.depth == BEHIND
        unsaid = told == "happened" and cue is None and not sudden and not over and not deed
        says = cue.start if cue else deed.start if deed else word.start()
        bare = act or (place.part == "headline" and word.group())  # headlines string words together
        yield Mention(
            report,
            place,
            event,
            noun if act else statuses.alike.get(noun, noun),
            statuses.alike.get(noun, noun),
            bare or _named(words, at, text, statuses, language.stop_words),
            told,
            bool(told and (cue or over or act or deed)),
            entitled,
            not sudden,
            GENERIC if noun in statuses.generic else 1.0,
            force * (LOOKS_BACK if behind else UNSAID if unsaid else 1.0),
            cue is not None and cue.depth > MAIN,
            (bool(cue or deed or sudden or act) and is_main(text, says, statuses))
            or (unsaid and _is_done(deeds, statuses.alike.get(noun, noun), statuses)),
            says,
        )
    kinds = {statuses.alike.get(noun, noun) for noun in seen}
    for deed in deeds:
        kind = statuses.alike.get(deed.noun, deed.noun)
        if deed.by_verb and deed.main and kind not in kinds:
            yield _by_verb(report, place, event, deed, kind, force, entitled, statuses)


def _by_verb(
    report: Report,
    place: Range,
    event: Event | None,
    deed: Deed,
    kind: str,
    force: float,
    entitled: bool,
    statuses: Statuses,
) -> Mention:
    sudden, weight = kind in statuses.sudden, GENERIC if kind in statuses.generic else 1.0
    told: Status = "happened"
    return Mention(
        report,
        place,
        event,
        noun=kind,
        kind=kind,
        name=deed.noun,
        status=told,
        cued=True,
        entitled=entitled,
        announced=not sudden,
        weight=weight,
        force=force,
        states=True,
        at=deed.start,
        by_verb=True,
    )


def _is_done(deeds: tuple[Deed, ...], kind: str, statuses: Statuses) -> bool:
    """ "The mayors met at the summit": another word for what the noun names has the main clause's verb."""
    return any(deed.by_verb and deed.main and statuses.alike.get(deed.noun, deed.noun) == kind for deed in deeds)


def _deed(deeds: tuple[Deed, ...], noun: str, cue: Cue | None) -> Deed | None:
    """What tells that a noun's happening took place, where no cue of the clause itself tells anything else of it."""
    told = next((deed for deed in deeds if deed.noun == noun and not deed.by_verb), None)
    return told if cue is None or cue.depth > MAIN else None


def _force(report: Report, event: Event | None, place: Range) -> float:
    """How much what stands here is the news of the report's day."""
    if place.part == "headline":
        return HEADLINE
    number = bisect_left(report.analysis.sentences, place)
    force = BY_PLACE[number] if number < len(BY_PLACE) else DEEP
    if event is None:
        return force
    day = first_day(event.when) if precision(event.when) == "D" else None
    old = day is not None and (report.article.told_at.date() - day).days > BACK_DAYS
    return force * (LOOKS_BACK if old else 1.0)


def _about(cues: tuple[Cue, ...], part: Part, word: re.Match[str], statuses: Statuses) -> Cue | None:
    """The cue that tells how a noun's happening stands: the strongest of those that stand close to it (in a headline:
    in its clause) and fit it."""
    return strongest(cue for cue in cues if _fits(cue, part, word, statuses))


def _fits(cue: Cue, part: Part, word: re.Match[str], statuses: Statuses) -> bool:
    """ "Possible" is what a summit is that "could still happen", not one that "may bring peace"; who denies most often
    denies a charge, not a hearing, and who doubts a tie doubts no killing; a shooting is not planned."""
    sudden = singular(word.group().lower()) in statuses.sudden
    gap = max(cue.start - word.end(), word.start() - cue.end, 0)
    if cue.status == "possible" and not _occurs(cue.start, cue.end, word.string, statuses):
        follows = _occurs(cue.start, len(word.string), word.string, statuses)
        if cue.start < word.end() or gap > CLOSE_POSSIBLE or not follows:
            return False
    if cue.status in (("denied", "doubted") if sudden else ("denied",)) and gap > CLOSE_DENIED:
        return False
    return (part == "headline" or gap <= CLOSE) and not (sudden and cue.status not in OF_SUDDEN)


def _occurs(start: int, end: int, text: str, statuses: Statuses) -> bool:
    """Whether the first words of text[start:end] hold one for taking place."""
    words = [found.lower() for found in WORD.findall(text[start:end])[:OCCURS]]
    return not statuses.occurs.isdisjoint(words)


def _is_over(words: list[re.Match[str]], at: int, language: Language, headline: bool) -> bool:
    """ "She spoke after the first summit": what something past came after has been held."""
    statuses, calendar = language.statuses, language.calendar
    if statuses is None or calendar is None:
        return False
    before = [word.group().lower() for word in words[:at]]
    near = before[-OVER:]
    ahead = not statuses.toward.isdisjoint(near) or not calendar.coming.isdisjoint(before)
    if statuses.afterwards.isdisjoint(near) or ahead:
        return False
    if headline:
        return True
    every = (word.group() for word in words)
    return any(word in calendar.past or re.fullmatch(calendar.past_form, word) for word in every)


def _untold(cues: tuple[Cue, ...], event: Event | None, sudden: bool) -> Status | None:
    """What a sentence tells of a noun that no cue is about: that it happened, where it has no cue at all."""
    return "happened" if not cues and (event or sudden) else None


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
