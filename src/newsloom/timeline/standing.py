"""How a story's central event stands now: the newest news among those entitled to say it.

In: reports with their events. Out: the noun that the story's reports dwell on ("summit", "shooting", "vote"), named as
a report names it, with its status, since when, and the sentence that says so. Each report has one voice: what its
headline and opening tell. Newer voices count more, and a bystander's nothing where anybody else speaks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from newsloom.records import CitedSentence, Range, Report, Status, StatusNow
from newsloom.text.sentences import trim
from newsloom.timeline.entries import cite_range
from newsloom.timeline.mentions import GENERIC, Mention, find_mentions
from newsloom.timeline.reckoning import precision
from newsloom.timeline.sayers import FULL, day_of, sayers

LEAST = 0.3  # share of the reports that dwell on a central event
BESIDE = 0.4  # score of a second central event against the first's
FEWEST_TELLING, LEAST_TELLING = 3, 0.2  # reports that say how a second central event stands, and their share
MOST_MATTERS = 3
LEAST_FORCE = 3.0  # a lone report tells a status only in its headline or first sentences
IN_QUESTION = 2.5  # a noun whose status reports tell weighs more than one that is only mentioned
IN_HEADLINE = 1.5  # what a report counts for that has the noun in its headline or first sentences
LATEST_PLANS = 9  # tellings of its day that are looked at
HALF_LIFE_DAYS = 0.5
FADES_DAYS = 7.0  # half-life of what a story dwells on
AGAIN = 0.2  # what each further sentence of a report adds that says the same
MOST_AGAIN = 5
SOFT = 0.6  # what is only planned or possible, against what moves the event
MOVES: frozenset[Status] = frozenset({"cancelled", "postponed", "back on"})
DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Matter:
    """A happening that a story's reports dwell on: its noun, its name, and what counts of what is told of it; `deeds`
    tell by a verb alone that such a happening took place."""

    noun: str
    name: str
    told: tuple[Mention, ...]
    deeds: tuple[Mention, ...] = ()


def find_matters(reports: tuple[Report, ...]) -> tuple[Matter, ...]:
    """The central event first, then others that several of the reports say how they stand; none where nothing is
    dwelt on."""
    every = [mention for report in reports for mention in find_mentions(report)]
    mentions, deeds = [one for one in every if not one.by_verb], [one for one in every if one.by_verb]
    if len(reports) == 1:  # what a lone report does not open with is not what it is about
        mentions = [one for one in mentions if one.force >= LEAST_FORCE and (one.cued or not one.announced)]
    nouns = _central(mentions, len(reports))
    if not nouns:  # told of as "to meet" by some and as a summit by others
        mentions = [replace(one, noun=one.kind) for one in mentions]
        nouns = _central(mentions, len(reports))
    if not nouns and len(reports) == 1:  # "The two mayors met on Tuesday"
        mentions = [one for one in deeds if one.force >= LEAST_FORCE]
        nouns = _central(mentions, 1)
    return tuple(_matter(noun, [one for one in mentions if one.noun == noun], deeds) for noun in nouns)


def _matter(noun: str, about: list[Mention], deeds: list[Mention]) -> Matter:
    kinds, plans = {one.kind for one in about}, _plans(about)
    own = tuple(one for one in deeds if one.kind in kinds)
    told = _believed([*(one for one in about if one.status), *_held_as_planned(own, plans)], plans)
    return Matter(noun, _name(about, noun), tuple(told), own)


def _held_as_planned(deeds: tuple[Mention, ...], plans: list[tuple[str, str]]) -> list[Mention]:
    """What an opening tells by its verb of a day that the event was set for: "The senators voted on Friday"."""
    days = {when for _, when in plans}
    return [one for one in deeds if one.force >= LEAST_FORCE and one.event and one.event.when in days]


def find_standing(matters: tuple[Matter, ...]) -> StatusNow | None:
    """The central event's newest status; None where the reports dwell on none, or none says how it stands."""
    return standing_of(matters[0]) if matters else None


def standing_of(matter: Matter, until: str = "9999") -> StatusNow | None:
    """How a matter stands by what was told up to a day."""
    told = [one for one in matter.told if day_of(one) <= until]
    value = _standing_of(told)
    if value is None:
        return None
    since = _since(told, value)
    deeds = [one for one in matter.deeds if day_of(one) <= until]
    sentence = next((cited for one in sayers(told, deeds, value, since) if (cited := _cited(one))), None)
    return StatusNow(matter.name, value, since, sentence) if sentence else None


def value_of(matter: Matter, until: str) -> Status | None:
    """The status alone by what was told up to a day."""
    return _standing_of([one for one in matter.told if day_of(one) <= until])


def told_days(matter: Matter) -> tuple[str, ...]:
    """The days on which anything was told of it, in order."""
    return tuple(sorted({day_of(one) for one in matter.told}))


def _cited(one: Mention) -> CitedSentence | None:
    if not one.in_headline:
        return cite_range(one.report, one.sentence)
    headline = one.report.article.headline
    kept = trim(headline, 0, len(headline))
    return cite_range(one.report, Range(*kept, "headline")) if kept else None


def _plans(about: list[Mention]) -> list[tuple[str, str]]:
    """When it was told, and for which day the event was set."""
    set_for = [(day_of(one), one.event.when) for one in about if one.event and precision(one.event.when) == "D"]
    return sorted((told, when) for told, when in set_for if when > told)


def _believed(told: list[Mention], plans: list[tuple[str, str]]) -> list[Mention]:
    """What counts: nobody's "happened" before the day that the event is set for; those entitled before bystanders."""
    early = frozenset[Status](("happened", "under way"))
    due = [one for one in told if not (one.announced and one.status in early and _is_early(day_of(one), plans))]
    return [one for one in due if one.entitled] or due


def _is_early(day: str, plans: list[tuple[str, str]]) -> bool:
    """Whether the day that most reports last named for it had not come yet."""
    known = [when for told, when in plans if told <= day][-LATEST_PLANS:]
    return bool(known) and max(sorted(set(known)), key=known.count) > day


def _central(mentions: list[Mention], reports: int) -> list[str]:
    """The nouns that most reports dwell on, those counting for more that tell how it stands or open with it; of the
    others after the first only what several reports move, and nothing that is the first by another name."""
    newest = max((one.report.article.told_at for one in mentions), default=None)
    by_noun: dict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        by_noun[one.noun].append(one)
    dwelt = {noun: _dwelt_on(about, newest) for noun, about in by_noun.items()}
    enough = min(max(2, LEAST * reports), reports)
    ranked = sorted(
        (noun for noun in dwelt if dwelt[noun].reports >= enough), key=lambda noun: (-dwelt[noun].score, noun)
    )
    if not ranked:
        return []
    first = dwelt[ranked[0]]
    others = [
        noun
        for noun in ranked[1:]
        if dwelt[noun].kind != first.kind
        and dwelt[noun].weight > GENERIC
        and dwelt[noun].moving >= max(FEWEST_TELLING, LEAST_TELLING * reports)
        and dwelt[noun].score >= BESIDE * first.score
    ]
    return [ranked[0], *others[: MOST_MATTERS - 1]]


@dataclass(frozen=True, slots=True)
class _Dwelt:
    """How much reports dwell on a noun: how many, how many of them move it, and what that is worth together."""

    kind: str
    weight: float
    reports: int
    moving: int
    score: float


def _dwelt_on(about: list[Mention], newest: datetime | None) -> _Dwelt:
    dwelling: dict[str, float] = defaultdict(float)
    telling: dict[str, float] = {}
    moving: set[str] = set()
    for one in about:
        fresh = _freshness(one, newest)
        opens = IN_HEADLINE if one.in_headline or one.force >= LEAST_FORCE else 1.0
        dwelling[one.report.id] = max(opens * fresh, dwelling[one.report.id])
        if _is_in_question(one):
            telling[one.report.id] = fresh
            if one.announced:
                moving.add(one.report.id)
    weight = max(one.weight for one in about)
    score = weight * (sum(dwelling.values()) + (IN_QUESTION - 1) * sum(sorted(telling.values())))
    return _Dwelt(about[-1].kind, weight, len(dwelling), len(moving), score)


def _is_in_question(one: Mention) -> bool:
    """Whether it tells how a happening stands that may stand otherwise: one that is announced, or of which it is not
    certain whether it took place ("the suspected murder")."""
    return one.cued and (one.announced or one.status not in (None, "happened", "under way"))


def _freshness(one: Mention, newest: datetime | None) -> float:
    """What a mention counts for what a story is about: what it was about weeks ago it may be about no more."""
    age = (newest - one.report.article.told_at).total_seconds() / DAY if newest else 0.0
    return round(float(0.5 ** (age / FADES_DAYS)), 6)


def _leading(told: list[Mention]) -> Status | None:
    """What the reports' voices say, a newer one counting for more: half as much for each half-life before the last."""
    if not told:
        return None
    newest = max(one.report.article.told_at for one in told)
    by_report: dict[str, list[Mention]] = defaultdict(list)
    for one in told:
        by_report[one.report.id].append(one)
    counts: Counter[Status] = Counter()
    for mentions in by_report.values():
        force, status = _voice(mentions)
        age = (newest - mentions[0].report.article.told_at).total_seconds() / DAY
        counts[status] += round(1000 * force * 0.5 ** (age / HALF_LIFE_DAYS))
    return min(counts, key=lambda status: (-counts[status], status))


def _voice(mentions: list[Mention]) -> tuple[float, Status]:
    """What one report says, and with what force: its most telling place, a little more for each that agrees."""
    forces: dict[Status, list[float]] = defaultdict(list)
    for one in mentions:
        if one.status:
            forces[one.status].append(one.force * (SOFT if _is_soft(one) else 1.0))
    summed = {status: _summed(values) for status, values in forces.items()}
    best = min(summed, key=lambda status: (-summed[status], status))
    return min(1.0, summed[best] / FULL), best


def _is_soft(one: Mention) -> bool:
    """Whether it moves nothing: a plan, or what is called possible anywhere but in a headline."""
    return one.status == "planned" or (one.status == "possible" and not one.in_headline)


def _summed(forces: list[float]) -> float:
    first, *rest = sorted(forces, reverse=True)
    return first + AGAIN * sum(rest[:MOST_AGAIN])


def _standing_of(told: list[Mention]) -> Status | None:
    """What leads; a plan once called off and revived is back on until it is held."""
    value = _leading(told)
    return "back on" if value == "planned" and _last_move(told) == "back on" else value


def _last_move(told: list[Mention]) -> Status | None:
    """What moved the event last, told in an opening."""
    moves = [one for one in told if one.status in MOVES and one.force >= LEAST_FORCE]
    days = sorted({day_of(one) for one in moves}, reverse=True)
    return _leading([one for one in moves if day_of(one) == days[0]]) if days else None


def _since(told: list[Mention], value: Status) -> str:
    """The first day of the last unbroken run of days at whose end the reports said so."""
    since = ""
    for day in sorted({day_of(one) for one in told}, reverse=True):
        if _standing_of([one for one in told if day_of(one) <= day]) != value:
            break
        since = day
    return since


def _name(mentions: Iterable[Mention], noun: str) -> str:
    """The name that most reports use for it, the longer of two used alike; the noun itself before others for it."""
    names: dict[str, set[str]] = defaultdict(set)
    own = [one for one in mentions if one.name.lower().endswith((noun, f"{noun}s"))]
    for one in own or mentions:
        if one.noun == noun:
            names[one.name].add(one.report.id)
    return min(names, key=lambda name: (-len(names[name]), -len(name.split()), name))
