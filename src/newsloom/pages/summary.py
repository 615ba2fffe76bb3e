"""The summary of a story: three to seven cited sentences, the newest development first.

In: the story's reports with their analyses, who their entities are, the instant of the page. Out: sentences in the
reports' own words, cut at clauses at most, with marked insertions for open names and dates. What many outlets say, and
say now, is preferred; what a later day has overtaken, comment and the writers' own voices are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log, sqrt

from newsloom.langs.shapes.standing import Standing
from newsloom.pages.coverage import Choice, Told, borne_out, choose, shared_stems, weigh
from newsloom.pages.facts import facts_of
from newsloom.pages.opinion import opinion_share
from newsloom.pages.overtaken import count_newest, is_overtaken
from newsloom.pages.quoted import outside_quotes, quoted_share
from newsloom.pages.stale import is_stale
from newsloom.pages.standing import is_bare, speakers_of, stand_alone
from newsloom.pages.wording import newest_first, newness, rules_of, stems_of
from newsloom.records import CitedSentence, EntityId, Insert, Person, Range, Report, Words
from newsloom.text.tokens import words

FEWEST, MOST = 3, 7  # sentences; a story of one report has the fewest, and one more for each further report
DEPTH = 24  # sentences of a report that are read
HALF_LIFE_DAYS = 1.5
OLD_NEWS = 0.12  # what the weight of an old report never falls below
LEAD_FALL, LEAST_POSITION = 0.6, 0.5  # of each sentence's weight against the one before; what it never falls below
POSITION_POWER = 0.3  # how much its place counts for a sentence that may be shown
QUOTE_COST, INSERT_COST, OPINION_COST = 0.5, 0.06, 0.8
BARE_SUBJECT = 0.5  # "The devices were found …": a reader asks which
ADDING = 0.6  # "Five were also hurt": a reader asks beside what
TELLS_IT = 0.5  # of the headline's content words, in a sentence that tells what it tells
HAPPENING = 1.5  # a sentence that tells of a happening with a date or a status
LEAST_BORNE_OUT, BORNE_OUT_POWER = 0.05, 0.5  # how much it counts that other outlets use a sentence's words
SAYS_THE_SAME = 0.6  # of the content words, each as telling as it is rare: `also`
MOST_ALSO = 6
LONGEST_ALSO = 560  # characters


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that can stand by itself."""

    report: Report
    sentence: Range
    pieces: tuple[Words | Insert, ...]
    stems: tuple[str, ...]
    fitness: float


def summarise(
    reports: tuple[Report, ...],
    speakers: Mapping[EntityId, Person],
    as_of: datetime,
    candidates: Sequence[Candidate] | None = None,
    headline: str = "",
) -> tuple[CitedSentence, ...]:
    """Three to seven sentences (fewer where the reports have no more that can stand alone), newest development first,
    of one day those first that tell most of the story's headline.

    Each is a stored sentence or a part of one; `also` names the other reports that say the same. `candidates`: those of
    these reports, where they are found already.
    """
    newest = newest_first(reports)
    if candidates is None:
        candidates = current_candidates(reports, speakers, as_of)
    told = [sentence for report in newest for sentence in _told(report, as_of)]
    weights = weigh(told)
    shared = shared_stems(told)
    choices = [_choice(candidate, shared) for candidate in candidates]
    about = frozenset(stems_of(newest[0].article, headline)) if newest else frozenset()
    leading = {n for n, c in enumerate(candidates) if len(about.intersection(c.stems)) > TELLS_IT * len(about)}
    most = min(MOST, FEWEST - 1 + len(reports))
    chosen = [candidates[number] for number in choose(choices, weights, most, leading)]
    first = {_printed(candidate): candidate for candidate in candidates}  # they stand newest first: the oldest is kept
    chosen = [first[_printed(candidate)] for candidate in chosen]
    chosen.sort(key=lambda c: (c.report.article.told_at.date(), len(about.intersection(c.stems))), reverse=True)
    said = [(r, s, frozenset(_text_stems(r, s))) for r in newest for s in r.analysis.sentences[:DEPTH]]
    return tuple(CitedSentence(c.pieces, _also(c, said)) for c in chosen)


def _printed(found: Candidate) -> tuple[str, ...]:
    """Its words, whatever the marks: reprints of one sentence are one, and cited from the report that had it first."""
    return tuple(words("".join(piece.text for piece in found.pieces).replace("’", "'")))


def current_candidates(
    reports: tuple[Report, ...], speakers: Mapping[EntityId, Person], as_of: datetime
) -> list[Candidate]:
    """The sentences that may be shown and that nothing newer has overtaken, the newest report's first."""
    newest = newest_first(reports)
    counts = count_newest(newest)
    found = (c for report in newest for c in find_candidates(report, speakers, as_of))
    return [c for c in found if not is_overtaken(c.report, c.sentence, counts)]


def _choice(found: Candidate, shared: frozenset[str]) -> Choice:
    fitness = found.fitness * (LEAST_BORNE_OUT + borne_out(found.stems, shared)) ** BORNE_OUT_POWER
    facts = facts_of(found.report, found.sentence)
    return Choice(found.stems, _length(found.pieces), fitness, _outlet(found.report), facts)


def find_candidates(report: Report, names: Mapping[EntityId, Person], as_of: datetime) -> list[Candidate]:
    """The sentences of a report that may be shown, with how fit each is."""
    speakers = speakers_of(report, names)
    happenings = {event.sentence for event in report.analysis.events}
    worth = _voice(report) * sqrt(_newness(report, as_of))
    found = []
    for number, sentence in enumerate(report.analysis.sentences[:DEPTH]):
        if is_stale(report, sentence, as_of):
            continue
        if pieces := stand_alone(report, sentence, speakers):
            fitness = worth * _position(number) ** POSITION_POWER * _fitness(pieces, rules_of(report.article))
            fitness *= HAPPENING if sentence in happenings else 1.0
            found.append(Candidate(report, sentence, pieces, _stems(report, pieces), fitness))
    return found


def _told(report: Report, as_of: datetime) -> list[Told]:
    """What a report's voice adds to the weight of concepts: its headline and its sentences, the first the most."""
    outlet, worth = _outlet(report), _voice(report) * _newness(report, as_of)
    headline = Told(outlet, stems_of(report.article, report.article.headline), worth)
    sentences = enumerate(report.analysis.sentences[:DEPTH])
    return [
        headline,
        *(Told(outlet, _text_stems(report, s), worth * _position(n), facts_of(report, s)) for n, s in sentences),
    ]


def _outlet(report: Report) -> str:
    return report.article.outlet or report.id


def _voice(report: Report) -> float:
    """1 for news, less for comment."""
    return 1 - OPINION_COST * opinion_share(report)


def _newness(report: Report, as_of: datetime) -> float:
    return newness(report, as_of, HALF_LIFE_DAYS, OLD_NEWS)


def _position(number: int) -> float:
    return float(max(LEAST_POSITION, LEAD_FALL**number))


def _fitness(pieces: Sequence[Words | Insert], rules: Standing | None) -> float:
    text = "".join(piece.text for piece in pieces if isinstance(piece, Words))
    inserts = sum(isinstance(piece, Insert) for piece in pieces)
    bare = BARE_SUBJECT if rules and is_bare(text, rules) else 1.0
    bare *= ADDING if rules and not rules.adding.isdisjoint(words(outside_quotes(text))) else 1.0
    return bare * (1 - QUOTE_COST * quoted_share(text)) * (1 - INSERT_COST * inserts)


def _length(pieces: Sequence[Words | Insert]) -> int:
    return sum(len(words(piece.text)) for piece in pieces if isinstance(piece, Words))


def _stems(report: Report, pieces: Sequence[Words | Insert]) -> tuple[str, ...]:
    return stems_of(report.article, " ".join(piece.text for piece in pieces if isinstance(piece, Words)))


def _text_stems(report: Report, sentence: Range) -> tuple[str, ...]:
    return stems_of(report.article, report.article.text_of(sentence))


def _also(candidate: Candidate, told: Sequence[tuple[Report, Range, frozenset[str]]]) -> tuple[Words, ...]:
    """Where other outlets say the same: the nearest sentence of each, the newest reports first.

    Words that every sentence of the story has say little: a shared word counts the more, the rarer it is in the story.
    """
    carried = Counter(stem for _, _, stems in told for stem in stems)
    rarity = {stem: log(1 + len(told) / carried[stem]) for stem in dict.fromkeys(candidate.stems) if carried[stem]}
    whole = sum(rarity.values())
    nearest: dict[str, tuple[float, int, Words]] = {}
    for report, place, stems in told:
        outlet = _outlet(report)
        if outlet == _outlet(candidate.report) or place.end - place.start > LONGEST_ALSO:
            continue
        share = sum(weight for stem, weight in rarity.items() if stem in stems) / whole if whole else 0.0
        if share >= SAYS_THE_SAME and (outlet not in nearest or share > nearest[outlet][0]):
            nearest[outlet] = (share, len(nearest), report.article.at(place))
    return tuple(words for _, _, words in sorted(nearest.values(), key=lambda found: found[1]))[:MOST_ALSO]
