"""Counts, durations and amounts that reports, or parties within a report, give differently.

In: the claims of a story's reports. Out: disagreements. Two figures of two reports are of one thing only where their
sentences have most of their telling words in common; where one report gives both, they are of two things, unless two
parties give them there.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from newsloom.langs import LANGUAGES
from newsloom.positions.claims import BARE
from newsloom.positions.contested import contested, two_tellers
from newsloom.positions.figures import FATES, Figure, apart, counting_of, side_of, topic_of
from newsloom.positions.numbers import find_numbers, tokenise
from newsloom.positions.sides import Found
from newsloom.positions.telling import likeness, stems_of, weigh
from newsloom.records import Claim, EntityId, Person, Range, Report

ALIKE, SHARED = 0.45, 3  # share and number of telling words that two sentences about one thing have in common
ALIKE_UNNAMED, SHARED_UNNAMED = 0.7, 5  # the same, for money and shares: of them there are many in a story
WIDER_ALIKE, WIDER_SHARED = 0.25, 5  # the same, with the sentences before them, for things that are named
FARTHEST, WIDER_FARTHEST = 5.0, 3.0  # times: figures further apart are of two things
MANY = 10  # of a few one report may count others than the next does
MOST_COUNTED = 2  # figures of one slot in a report: where it counts more, it counts several things
BEHIND, SAME_DAYS = 7, 3  # words behind a duration that name what lasted; days within which it is told
AROUND = 110  # characters of a figure's sentence on each side
MOST_FIGURES = 150  # of one slot, the newest: they are compared pair by pair
UNNAMED = ("money", "percent", "duration")


def disputed_counts(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """Every disagreement about a count, a duration or an amount; what parties contest is told but once."""
    weights = weigh(frozenset(_stems(r, sentence)) for r in reports for sentence in r.analysis.sentences)
    by_slot: dict[str, list[Figure]] = defaultdict(list)
    for report in reports:
        for figure in _figures(report, speakers):
            by_slot[figure.claim.slot].append(figure)
    told = dict(_contested(reports, by_slot))
    yield from told.values()
    for slot in sorted(by_slot):
        if slot not in told and slot != BARE:
            yield from _aligned(slot, by_slot[slot][-MOST_FIGURES:], weights)


def _figures(report: Report, speakers: Mapping[EntityId, Person]) -> Iterator[Figure]:
    before = {other: one for one, other in pairwise(report.analysis.sentences)}
    for claim in report.analysis.claims:
        if not claim.slot.startswith((*FATES, "age")):
            context = _context(report, claim, speakers)
            previous = before.get(claim.sentence)
            wider = context | _told(report, previous, speakers) if previous else context
            yield Figure(report, claim, context, wider)


def _context(report: Report, claim: Claim, speakers: Mapping[EntityId, Person]) -> frozenset[str]:
    """Stems around a figure in its sentence, and those who are named there."""
    sentence, place = claim.sentence, claim.range
    ahead = Range(max(sentence.start, place.start - AROUND), place.start, place.part)
    behind = Range(place.end, min(sentence.end, place.end + AROUND), place.part)
    return frozenset(_stems(report, ahead) + _stems(report, behind)) | _named(report, sentence, speakers)


def _told(report: Report, sentence: Range, speakers: Mapping[EntityId, Person]) -> frozenset[str]:
    return frozenset(_stems(report, sentence)) | _named(report, sentence, speakers)


def _stems(report: Report, place: Range) -> list[str]:
    counting = counting_of(report)
    stems = stems_of(report, report.article.text_of(place))
    return [stem for stem in stems if not stem[0].isdigit() and not (counting and stem in counting.words)]


def _named(report: Report, sentence: Range, speakers: Mapping[EntityId, Person]) -> frozenset[str]:
    return frozenset(
        speakers[entity.id].id
        for entity in report.analysis.entities
        if entity.id in speakers and any(sentence.covers(place) for place in (*entity.mentions, *entity.pronouns))
    )


def _contested(reports: Sequence[Report], by_slot: Mapping[str, list[Figure]]) -> Iterator[tuple[str, Found]]:
    """What two parties say of one thing, slot by slot, with every other figure that agrees with one of them alone."""
    pairs: dict[str, list[tuple[Figure, Figure]]] = defaultdict(list)
    for report in reports:
        language = LANGUAGES.get(report.article.language)
        for one, other in contested(report, language) if language and language.counting else ():
            pairs[one.slot].append((Figure(report, one), Figure(report, other)))
    for slot, found in pairs.items():
        first, second = found[0]
        figures = [figure for pair in found for figure in pair] + by_slot.get(slot, [])
        sides = [
            replace(side_of(figure), key=apart(figure, first))
            for figure in figures
            if apart(figure, first) != apart(figure, second)
        ]
        yield slot, Found(topic_of(first, slot.split(" ")[0]), "contradiction", tuple(sides), 2.5)


def _aligned(slot: str, figures: Sequence[Figure], weights: Mapping[str, float]) -> Iterator[Found]:
    """Figures of one slot whose sentences are alike, and which exclude each other."""
    taken: set[int] = set()
    for n, one in enumerate(figures):
        rivals = [m for m in range(n + 1, len(figures)) if m not in taken and _rival(one, figures[m], figures, weights)]
        if n in taken or not rivals:
            continue
        same = [m for m, figure in enumerate(figures) if m not in rivals and _agrees(one, figure, weights)]
        taken.update((n, *rivals, *same))
        sides = tuple(side_of(figures[m]) for m in sorted({n, *rivals, *same}))
        yield Found(topic_of(one, slot.split(" ")[0]), "contradiction", sides, 1.6)


def _rival(one: Figure, other: Figure, figures: Sequence[Figure], weights: Mapping[str, float]) -> bool:
    """Whether two reports give two figures of one thing."""
    if one.report.id == other.report.id or not apart(one, other) or not _of_one_thing(one, other, weights):
        return False
    if _proper(one) != _proper(other):  # "23 British diplomats", "60 Russian diplomats"
        return False
    counted = Counter(figure.report.id for figure in figures)
    if max(counted[one.report.id], counted[other.report.id]) > MOST_COUNTED:
        return False
    doubled = _gives(one, other) or _gives(other, one) or _holds(figures, one, other) or _holds(figures, other, one)
    return not doubled


def _proper(figure: Figure) -> frozenset[str]:
    """Proper adjectives and names within the words that are counted."""
    words = figure.claim.value.split()[1:]
    return frozenset(word for word in words if word[0].isupper())


def _agrees(one: Figure, other: Figure, weights: Mapping[str, float]) -> bool:
    """Whether another report gives the very figure in a sentence about the same."""
    same = (one.low, one.high) == (other.low, other.high)
    return same and one.report.id != other.report.id and _of_one_thing(one, other, weights)


def _of_one_thing(one: Figure, other: Figure, weights: Mapping[str, float]) -> bool:
    ratio = max(one.low, other.low) / max(min(one.low, other.low), 1.0)
    if ratio > FARTHEST:
        return False
    if one.claim.slot == "duration" and (_lasts_alike(one, other) or _of_alike(one, other)):
        return True
    if not one.claim.slot.startswith(UNNAMED) and min(one.low, other.low) < MANY:
        return False
    shared, bare = one.context & other.context, one.claim.slot.startswith(UNNAMED)
    least, alike = (SHARED_UNNAMED, ALIKE_UNNAMED) if bare else (SHARED, ALIKE)
    if len(shared) >= least and likeness(one.context, other.context, weights) >= alike:
        return True
    if one.claim.slot.startswith(UNNAMED) or ratio > WIDER_FARTHEST:
        return False
    return len(one.wider & other.wider) >= WIDER_SHARED and likeness(one.wider, other.wider, weights) >= WIDER_ALIKE


def _lasts_alike(one: Figure, other: Figure) -> bool:
    """ "spent about 80 minutes", "spent nearly two hours": one verb right before, two more words or names shared."""
    verb = _verb_before(one)
    return bool(verb) and verb == _verb_before(other) and len(one.wider & other.wider) >= SHARED


def _of_alike(one: Figure, other: Figure) -> bool:
    """ "eight hours of testimony", "almost nine hours of emotional testimony": told within some days, in one unit."""
    things, days = (
        _things_behind(one) & _things_behind(other),
        abs((one.report.article.told_at - other.report.article.told_at).days),
    )
    same_unit = one.claim.value.split()[-1] == other.claim.value.split()[-1]
    return bool(things) and same_unit and days <= SAME_DAYS


def _things_behind(figure: Figure) -> frozenset[str]:
    """What lasted, where "of" follows the figure: the stems of the words up to the next stop word."""
    language = LANGUAGES.get(figure.report.article.language)
    claim = figure.claim
    if language is None or language.counting is None:
        return frozenset()
    text = figure.report.article.text_of(Range(claim.range.end, claim.sentence.end, claim.range.part))
    words = [token.word for token in tokenise(text)][:BEHIND]
    if words[:1] and words[0] in language.counting.worth:
        words = words[1:]
    if not words or words[0] not in language.counting.of:
        return frozenset()
    named = list(takewhile(lambda word: word[0].isalpha() and word not in language.stop_words, words[1:]))
    return frozenset(stems_of(figure.report, " ".join(named)))


def _verb_before(figure: Figure) -> str:
    counting, claim = counting_of(figure.report), figure.claim
    text = figure.report.article.text_of(Range(claim.sentence.start, claim.range.start, claim.range.part))
    word = text.split()[-1].lower() if text.split() else ""
    return word if counting and word in counting.lasting else ""


def _holds(figures: Sequence[Figure], one: Figure, other: Figure) -> bool:
    """Whether the first figure's report gives the other's figure too: then they are of two things, unless two parties
    give them there."""
    language = LANGUAGES.get(one.report.article.language)
    return any(
        figure.report.id == one.report.id
        and not apart(figure, other)
        and not (language and two_tellers(one.report, figure.claim, one.claim, language))
        for figure in figures
        if figure is not one
    )


def _gives(one: Figure, other: Figure) -> bool:
    """Whether the first figure's sentence gives the other's number too, of whatever: "eight are out, four remain"."""
    counting = counting_of(one.report)
    if counting is None:
        return False
    text = one.report.article.text_of(one.claim.sentence)
    tokens = tokenise(text)
    numbers = find_numbers(text, tokens, counting)
    middle = other.low if math.isinf(other.high) else (other.low + other.high) / 2
    if any(number.low <= middle <= number.high for number in numbers):
        return True
    joined = (pair for pair in pairwise(numbers) if tokens[pair[1].first - 1].word in counting.joiner)
    return any(left.low + right.low <= middle <= left.high + right.high for left, right in joined)  # "48 and 12" are 60
