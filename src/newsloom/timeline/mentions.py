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
BEFORE_NOUN = 2  # words before a noun among which one may say that it is only supposed
SCARE = re.compile(r"[\"“‘'][^\W\d_]+[\"”’'](?!\w)")  # one word in quotation marks is somebody else's
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
    """One for each noun of a happening, then those of which a verb alone tells."""
    if language.statuses is None:
        return
    scene = _scene(report, event, place, language, language.statuses)
    kinds: set[str] = set()
    for named in _nouns(scene):
        kinds.add(scene.kind(named.noun))
        yield _by_noun(scene, named)
    for deed in scene.deeds:
        if deed.by_verb and deed.main and scene.kind(deed.noun) not in kinds:
            yield _by_verb(scene, deed)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence or headline with what is read in it."""

    report: Report
    event: Event | None
    place: Range
    language: Language
    statuses: Statuses
    text: str
    words: list[re.Match[str]]
    cues: tuple[Cue, ...]
    deeds: tuple[Deed, ...]
    entitled: bool
    force: float

    def kind(self, noun: str) -> str:
        return self.statuses.alike.get(noun, noun)

    def weight(self, noun: str) -> float:
        return GENERIC if noun in self.statuses.generic else 1.0


@dataclass(frozen=True, slots=True)
class _Noun:
    """A happening as a text names it: its word's place, and the verb that stands for it ("to strike"), "" for none."""

    at: int
    noun: str
    act: str
    sudden: bool


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a place tells of a noun, and by what: a cue, a deed, a word before it, or because it is over."""

    status: Status | None
    cue: Cue | None
    deed: Deed | None
    told: bool

    @property
    def unsaid(self) -> bool:
        return self.status == "happened" and not (self.cue or self.deed or self.told)


def _scene(report: Report, event: Event | None, place: Range, language: Language, statuses: Statuses) -> _Scene:
    text = report.article.text_of(place)
    words = list(WORD.finditer(text))
    return _Scene(
        report,
        event,
        place,
        language,
        statuses,
        text,
        words,
        cues=find_cues(text, statuses),
        deeds=tuple(find_deeds(text, language)),
        entitled=not any(word.group().lower() in statuses.bystanders for word in words),
        force=_force(report, event, place),
    )


def _nouns(scene: _Scene) -> Iterator[_Noun]:
    """The nouns and verbs of happenings, each once; "March 8" is none."""
    statuses, calendar = scene.statuses, scene.language.calendar
    months = {name.capitalize() for name in calendar.months} if calendar else frozenset()
    seen: set[str] = set()
    for at, word in enumerate(scene.words):
        act = _act(scene.words, at, statuses)
        noun = act or singular(word.group().lower())
        if word.group() in months or noun not in statuses.happenings or noun in seen:
            continue
        if act or _is_noun(scene.words, at):
            seen.add(noun)
            yield _Noun(at, noun, act, noun in statuses.sudden and not act)


def _by_noun(scene: _Scene, named: _Noun) -> Mention:
    word, statuses, kind = scene.words[named.at], scene.statuses, scene.kind(named.noun)
    telling = _telling(scene, named)
    cue, deed = telling.cue, telling.deed
    unsaid = telling.unsaid and not named.sudden
    says = cue.start if cue else deed.start if deed else word.start()
    by_words = bool(cue or deed or named.sudden or named.act) and is_main(scene.text, says, statuses)
    behind = cue is not None and cue.depth == BEHIND
    bare = named.act or (scene.place.part == "headline" and word.group())  # headlines string words together
    return Mention(
        scene.report,
        scene.place,
        scene.event,
        noun=named.noun if named.act else kind,
        kind=kind,
        name=bare or _named(scene.words, named.at, scene.text, statuses, scene.language.stop_words),
        status=telling.status,
        cued=bool(telling.status and (cue or deed or telling.told)),
        entitled=scene.entitled,
        announced=not named.sudden,
        weight=scene.weight(named.noun),
        force=scene.force * (LOOKS_BACK if behind else UNSAID if unsaid else 1.0),
        passing=cue is not None and cue.depth > MAIN,
        states=by_words or (unsaid and _is_done(scene.deeds, kind, statuses)),
        at=says,
    )


def _telling(scene: _Scene, named: _Noun) -> _Telling:
    """What the strongest fitting cue tells; else a deed, a word before the noun ("the suspected murder"), what is over
    by then, what a verb is still to bring, and last what a sentence without any cue tells: that it happened."""
    word, headline = scene.words[named.at], scene.place.part == "headline"
    cue = _about(scene.cues, scene.place.part, word, scene.statuses)
    if deed := _deed(scene.deeds, named.noun, cue):
        return _Telling("happened", None, deed, True)
    if named.sudden and _is_supposed(scene, named.at):
        return _Telling("possible", None, None, True)
    if cue:
        return _Telling(cue.status, cue, None, True)
    if not named.sudden and _is_over(scene.words, named.at, scene.language, headline):
        return _Telling("happened", None, None, True)
    if named.act:
        return _Telling("planned", None, None, True)
    if word.start() and SCARE.match(scene.text, word.start() - 1):
        return _Telling(None, None, None, False)
    return _Telling(_untold(scene.cues, scene.event, named.sudden), None, None, False)


def _is_supposed(scene: _Scene, at: int) -> bool:
    """ "The suspected murder", "feared murdered": whoever names it does not say that it took place."""
    before = [word.group().lower() for word in scene.words[max(0, at - BEFORE_NOUN) : at]]
    return not scene.statuses.supposed.isdisjoint(before)


def _by_verb(scene: _Scene, deed: Deed) -> Mention:
    kind = scene.kind(deed.noun)
    at = next((n for n, word in enumerate(scene.words) if word.start() >= deed.start), 0)
    sudden = kind in scene.statuses.sudden
    return Mention(
        scene.report,
        scene.place,
        scene.event,
        noun=kind,
        kind=kind,
        name=deed.noun,
        status="possible" if sudden and _is_supposed(scene, at) else "happened",
        cued=True,
        entitled=scene.entitled,
        announced=not sudden,
        weight=scene.weight(kind),
        force=scene.force,
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
    if cue.status in (("denied", "doubted") if sudden else ("denied",)):
        undergone = re.fullmatch(statuses.undergone, word.string[cue.start : cue.end].lower())
        if gap > CLOSE_DENIED or (cue.status == "denied" and cue.start >= word.end() and not undergone):
            return False  # "a testimony denying assault" is not denied
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
