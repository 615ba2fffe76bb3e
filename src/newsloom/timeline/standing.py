"""How a story's central event stands now: the newest word among those entitled to say it.

In: reports with their events. Out: the noun that the story's reports dwell on ("summit", "shooting", "vote"), named as
a report names it, with the status that the newest reports give it, since when, and the sentence that says so. A cue
counts for a noun only where both stand close together; a bystander's opinion does not count where anybody else speaks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Statuses
from newsloom.records import Event, Report, Status, StatusNow
from newsloom.timeline.entries import cite
from newsloom.timeline.events import singular
from newsloom.timeline.reckoning import precision

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CLOSE = 45  # characters between a cue and the noun that it is about
LEAST = 0.3  # share of the reports that dwell on a central event
IN_QUESTION = 2.5  # a noun whose status reports tell weighs more than one that is only mentioned
LONGEST_NAME = 4  # words
GENERIC = 0.6  # what a noun of so many happenings counts for
LATEST_PLANS = 9  # tellings of its day that are looked at
SOFT: frozenset[Status] = frozenset({"possible"})
OF_SUDDEN: frozenset[Status] = frozenset({"happened", "under way", "denied", "doubted"})


@dataclass(frozen=True, slots=True)
class _Mention:
    """One event's sentence with one noun of a happening in it; `status` None: the cue is not about this noun."""

    report: Report
    event: Event
    noun: str
    name: str
    status: Status | None
    entitled: bool
    announced: bool
    weight: float


def find_standing(reports: tuple[Report, ...]) -> StatusNow | None:
    """The central event's newest status; None where fewer than two reports, or too few of them, dwell on one."""
    mentions = [mention for report in reports for mention in _mentions(report)]
    noun = _central(mentions, len(reports))
    about = [one for one in mentions if one.noun == noun]
    told = _believed([one for one in about if one.status], _plans(about))
    if noun is None or not told:
        return None
    newest = max(_day(one) for one in told)
    latest = [one for one in told if _day(one) == newest]
    value = _leading(latest)
    sentence = next((cited for one in latest if one.status == value and (cited := cite(one.report, one.event))), None)
    if value is None or sentence is None:
        return None
    return StatusNow(_name(about, noun), value, _since(told, value), sentence)


def _plans(about: list[_Mention]) -> list[tuple[str, str]]:
    """When it was told, and for which day the event was set."""
    set_for = [(_day(one), one.event.when) for one in about if precision(one.event.when) == "D"]
    return sorted((told, when) for told, when in set_for if when > told)


def _believed(told: list[_Mention], plans: list[tuple[str, str]]) -> list[_Mention]:
    """What counts: nobody's "happened" before the day that the event is set for; those entitled before bystanders; what
    is only called possible changes nothing where somebody has said more."""
    due = [one for one in told if not (one.announced and one.status == "happened" and _is_early(_day(one), plans))]
    entitled = [one for one in due if one.entitled] or due
    firm = [one for one in entitled if one.status not in SOFT]
    return firm or entitled


def _is_early(day: str, plans: list[tuple[str, str]]) -> bool:
    """Whether the day that most reports last named for it had not come yet."""
    known = [when for told, when in plans if told <= day][-LATEST_PLANS:]
    return bool(known) and max(sorted(set(known)), key=known.count) > day


def _mentions(report: Report) -> Iterator[_Mention]:
    language = LANGUAGES.get(report.article.language)
    if language is None or language.statuses is None:
        return
    for event in report.analysis.events:
        text = report.article.text_of(event.sentence)
        words = list(WORD.finditer(text))
        entitled = not any(word.group().lower() in language.statuses.bystanders for word in words)
        seen: set[str] = set()
        for at, word in enumerate(words):
            noun = singular(word.group().lower())
            if noun in language.statuses.happenings and noun not in seen and _is_noun(words, at, text):
                seen.add(noun)
                start = event.sentence.start
                status = _status_of(event, start + word.start(), start + word.end(), noun in language.statuses.sudden)
                name = _named(words, at, text, language.statuses, language.stop_words)
                kind = language.statuses.alike.get(noun, noun)
                weight = GENERIC if noun in language.statuses.generic else 1.0
                announced = noun not in language.statuses.sudden
                yield _Mention(report, event, kind, name, status, entitled, announced, weight)


def _is_noun(words: list[re.Match[str]], at: int, text: str) -> bool:
    """Verbs share their form with these nouns ("to vote", "they strike"): a noun has a word before it that is no "to"
    and no pronoun."""
    before = words[at - 1].group().lower() if at else ""
    return before not in {"to", "they", "we", "you", "i", "will", "would", "could", "can", "not", "should", "may"}


def _status_of(event: Event, start: int, end: int, sudden: bool) -> Status | None:
    if event.cue is None:
        return event.status
    gap = max(event.cue.start - end, start - event.cue.end, 0)
    fits = gap <= CLOSE and not (sudden and event.status not in OF_SUDDEN)
    return event.status if fits else None


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


def _central(mentions: list[_Mention], reports: int) -> str | None:
    """The noun that most reports dwell on, those counting for more that tell how it stands."""
    dwelling: dict[str, set[str]] = defaultdict(set)
    telling: dict[str, set[str]] = defaultdict(set)
    for one in mentions:
        dwelling[one.noun].add(one.report.id)
        if one.status and one.event.cue and one.announced:
            telling[one.noun].add(one.report.id)
    weight = {one.noun: one.weight for one in sorted(mentions, key=lambda one: one.weight)}
    scores = {n: weight[n] * (len(ids) + (IN_QUESTION - 1) * len(telling[n])) for n, ids in dwelling.items()}
    best = min(scores, key=lambda noun: (-scores[noun], noun), default=None)
    if best is None or len(dwelling[best]) < max(2, LEAST * reports):
        return None
    return best


def _leading(latest: list[_Mention]) -> Status | None:
    """What most of a day's reports say; one that moves the event counts for more than one that only tells of it."""
    counts: Counter[Status] = Counter()
    for one in latest:
        if one.status:
            counts[one.status] += 3 if one.event.cue else 2
    ranked = sorted((-count, status) for status, count in counts.items())
    return ranked[0][1] if ranked else None


def _since(told: list[_Mention], value: Status) -> str:
    """The first day of the last unbroken run of reports that say so."""
    days: dict[str, list[_Mention]] = defaultdict(list)
    for one in told:
        days[_day(one)].append(one)
    since = ""
    for day in sorted(days, reverse=True):
        if since and _leading(days[day]) != value:
            break
        since = day
    return since


def _day(mention: _Mention) -> str:
    told_at: datetime = mention.report.article.told_at
    return told_at.date().isoformat()


def _name(mentions: list[_Mention], noun: str) -> str:
    """The name that most reports use for it, the longer of two used alike."""
    names: dict[str, set[str]] = defaultdict(set)
    for one in mentions:
        if one.noun == noun:
            names[one.name].add(one.report.id)
    return min(names, key=lambda name: (-len(names[name]), -len(name.split()), name))
