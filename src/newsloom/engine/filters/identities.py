"""Who is who across a whole input without a store: what the filters `people` and `quotes` print as `entity`.

In: reports in input order. Out: a Person for each entity. Whole names are resolved report by report, as the engine
does; a bare surname goes to its bearer in the reports most like its own, else to the one bearer that the whole input
knows. The same input gives the same ids.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from newsloom.passages.split import find_boilerplate
from newsloom.people.mentions import find_entities
from newsloom.people.settle import count_forms, describe, loose_form, name_bearers, name_whole, settle, sure_bearer
from newsloom.records import Analysis, Article, Entity, EntityId, Person, PersonId, Range, Report
from newsloom.text.sentences import split_sentences, trim
from newsloom.text.tagger import load_tagger

NEIGHBOURS = 12  # reports whose names are asked
COMMON = 0.1  # share of reports from which on a name tells nothing of likeness
FEW = 20  # inputs smaller than this have no such names


@dataclass(frozen=True, slots=True)
class Identities:
    """`of`: every entity's person; `people`: in order of their first entity."""

    of: Mapping[EntityId, Person]
    people: tuple[Person, ...]


def name_report(article: Article, light: bool) -> Report:
    """An article with its entities alone. All its text is read, also what is no part of the report: credits name
    people too, and the filters print every name."""
    entities = find_entities(article, whole_sentences(article), load_tagger(light))
    return Report(article, Analysis(article_id=article.id, version=article.version, analyser="", entities=entities))


def whole_sentences(article: Article) -> tuple[Range, ...]:
    """All sentences of a text, cut where boilerplate begins or ends: a link glued to a name is no part of it."""
    edges = sorted({edge for place in find_boilerplate(article) for edge in (place.start, place.end)})
    pieces: list[Range] = []
    for start, end in split_sentences(article.text, article.language):
        inner = edges[bisect_right(edges, start) : bisect_left(edges, end)]
        for left, right in pairwise([start, *inner, end]):
            if kept := trim(article.text, left, right):
                pieces.append(Range(*kept))
    return tuple(pieces)


def identify(reports: Sequence[Report]) -> Identities:
    """Everybody in the input, each once."""
    whole = name_whole(reports, ())
    ids = _settle_near(reports, whole)
    articles = {report.id: report.article for report in reports}
    members: dict[PersonId, list[Entity]] = {}
    for report in reports:
        for entity in report.analysis.entities:
            members.setdefault(ids[entity.id], []).append(entity)
    people = {p: describe(p, found, None, count_forms(articles, found)) for p, found in members.items()}
    return Identities({e: people[p] for e, p in ids.items()}, tuple(people.values()))


def _settle_near(reports: Sequence[Report], whole: dict[EntityId, PersonId]) -> dict[EntityId, PersonId]:
    """Bare names by the likest reports; then by the whole input; then by their own form."""
    everything = [(report.id, e) for report in reports for e in report.analysis.entities]
    overall = name_bearers(everything, whole)
    holders: dict[PersonId, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        for person in dict.fromkeys(whole[e.id] for e in report.analysis.entities if e.id in whole):
            holders[person].append(number)
    ids = settle(reports, whole)  # initials, and bare names that nobody bears
    for number, report in enumerate(reports):
        loose = [e for e in report.analysis.entities if e.id not in whole]
        rivals = [e for e in loose if len(overall.get((e.kind, loose_form(e)), ())) > 1]
        if not rivals:
            continue
        near = [reports[i] for i in _nearest(number, report, whole, holders, len(reports))]
        bearers = name_bearers([(r.id, e) for r in near for e in r.analysis.entities], whole)
        for entity in rivals:
            fits = sure_bearer(bearers.get((entity.kind, loose_form(entity)), Counter()))
            if fits is not None:
                ids[entity.id] = fits
    return ids


def _nearest(
    number: int, report: Report, ids: Mapping[EntityId, PersonId], holders: Mapping[PersonId, list[int]], total: int
) -> list[int]:
    """The reports that share most names with this one; a name in many reports counts little, in very many nothing."""
    shared: Counter[int] = Counter()
    for person in dict.fromkeys(ids[e.id] for e in report.analysis.entities if e.id in ids):
        bearing = holders[person]
        if total < FEW or len(bearing) <= COMMON * total:
            weight = round(1000 * log(1 + total / len(bearing)))
            for other in bearing:
                shared[other] += weight if other != number else 0
    ranked = sorted((i for i in shared if shared[i]), key=lambda i: (-shared[i], i))
    return ranked[:NEIGHBOURS]
