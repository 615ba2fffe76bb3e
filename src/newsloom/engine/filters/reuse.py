"""Articles -> passages that other articles carry too, and which article had each first.

The whole input is read before the first line is written: who was first is known only then. `first` is the earliest
published, among equals the earliest read; `group` is one number for one passage across the input.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from msgspec.structs import replace

from newsloom.config import Settings
from newsloom.engine.parallel import Mapper
from newsloom.passages.groups import Groups
from newsloom.passages.reuse import match_among
from newsloom.passages.split import find_boilerplate, split_passages, split_sentences
from newsloom.records import Analysis, Article, ArticleId, Range, Report

Place = tuple[int, Range]  # number of the article in the input, its stretch


def rows(articles: Iterable[Article], settings: Settings, mapper: Mapper) -> Iterator[dict[str, Any]]:
    """One row an article, in input order: `{"id", "passages": [{"start", "end", "group", "first"}]}`."""
    reports = [_numbered(number, report) for number, report in enumerate(mapper(partial(_split, settings), articles))]
    groups = group_passages(reports)
    shared: list[list[tuple[Range, int, int]]] = [[] for _ in reports]
    for group, members in enumerate(groups, 1):
        first = min({number for number, _ in members}, key=lambda n: (reports[n].article.told_at, n))
        for number, place in members:
            shared[number].append((place, group, first))
    for report, passages in zip(reports, shared, strict=True):
        yield {
            "id": report.article.given_id,
            "passages": [
                {"start": place.start, "end": place.end, "group": group, "first": reports[first].article.given_id}
                for place, group, first in sorted(passages)
            ],
        }


def group_passages(reports: list[Report]) -> list[list[Place]]:
    """Connected passages, each stretch once, in the order in which they first occur."""
    numbers = {report.id: number for number, report in enumerate(reports)}
    matches = match_among(reports)
    sides = [((numbers[m.left_id], m.left), (numbers[m.right_id], m.right)) for m in matches]
    hulls = _hulls(place for side in sides for place in side)
    groups = Groups(sorted(set(hulls.values())))
    for left, right in sides:
        groups.join(hulls[left], hulls[right])
    return groups.members()


def _hulls(places: Iterable[Place]) -> dict[Place, Place]:
    """Overlapping stretches of one article are one passage: each place, with the hull that holds it."""
    hulls: dict[Place, Place] = {}
    run: list[Place] = []

    def close() -> None:
        if run:
            hull = (run[0][0], Range(run[0][1].start, max(place.end for _, place in run)))
            hulls.update(dict.fromkeys(run, hull))
            run.clear()

    reach = (-1, -1)
    for number, place in sorted(set(places)):
        if (number, place.start) >= reach:
            close()
        reach = max(reach, (number, place.end))
        run.append((number, place))
    close()
    return hulls


def _split(settings: Settings, article: Article) -> Report:
    boilerplate = find_boilerplate(article)
    sentences = split_sentences(article, boilerplate)
    analysis = Analysis(
        article_id=article.id,
        version=article.version,
        analyser=settings.analyser,
        sentences=sentences,
        boilerplate=boilerplate,
        passages=split_passages(article, sentences, boilerplate),
    )
    return Report(article, analysis)


def _numbered(number: int, report: Report) -> Report:
    """Each line is an article of its own here, whatever its address: known by its place in the input."""
    return Report(replace(report.article, id=ArticleId(str(number))), report.analysis)
