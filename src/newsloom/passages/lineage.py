"""Who had a passage first and who carried it later; which reports are one text; how much of a report is its own.

In: matched passages and the reports of one story. Out: copies and counts, pure functions of both. Who was first goes by
published time; a day without a time counts as that day's end (UTC), and where two carriers cannot be told apart nobody
is first. A match with another version of a report than the one at hand counts for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rapidfuzz.distance import LCSseq

from newsloom.passages.groups import Groups
from newsloom.passages.within import match_within
from newsloom.records import Article, ArticleId, Copy, Matched, Range, Report
from newsloom.text.tokens import find_words, words

MOST_COPIES = 400  # of one story
NEWS_HOURS = 36  # within which half of those who carry news have printed it; other shared words are background
SAME_PLACE = 0.5  # of the shorter of two stretches of one report: above it they are one passage
NEIGHBOURS = 60  # characters between two passages that are shown as one
MOST_OF_SHORTER = 0.5  # of a report's words: above it two reports are one text …
SOME_OF_LONGER = 0.25  # … if it is at least this much of the longer one

Place = tuple[ArticleId, Range]


@dataclass(frozen=True, slots=True)
class _Carried:
    """One passage, with its stretch in each report that carries it, in order of publication."""

    articles: tuple[Article, ...]
    stretches: tuple[Range, ...]


def told_order(article: Article) -> tuple[datetime, ArticleId]:
    """Order of publication: the outlet's claim (a day: its end, UTC), then the id so that ties have an order."""
    return article.told_at, article.id


def trace(matches: tuple[Matched, ...], reports: tuple[Report, ...]) -> tuple[Copy, ...]:
    """The story's shared passages: news before stock background, then by how many words how many outlets took over.

    A says "The talks go on." on Monday, B and C on Tuesday -> first A's words, later B's and C's.
    """
    ordered = sorted(reports, key=lambda report: told_order(report.article))
    articles = {report.id: report.article for report in ordered}
    known = [*_current(matches, articles), *match_within(ordered)]
    carried = _join_neighbours(_carried(known, articles))
    carried.sort(key=lambda c: (_is_background(c), -_weight(c), *_at(c)))
    return tuple(_copy(passage) for passage in carried[:MOST_COPIES])


def _weight(carried: _Carried) -> int:
    """Characters taken over, once for each further outlet; an outlet that repeats itself adds nothing."""
    first = carried.stretches[0]
    return (first.end - first.start) * (len({article.outlet or article.id for article in carried.articles}) - 1)


def _is_background(carried: _Carried) -> bool:
    """Whether the words are a stock phrase: one outlet's own, or printed again long after they were news.

    A toll that five outlets carry on the day is news; "the company, founded in 1901" in May, June and July is not.
    """
    outlets = [article.outlet or article.id for article in carried.articles]
    first = carried.articles[0].told_at
    soon = sum(article.told_at - first <= timedelta(hours=NEWS_HOURS) for article in carried.articles)
    return len(set(outlets)) == 1 or 2 * soon < len(outlets) or soon == 1


def group_texts(matches: tuple[Matched, ...], reports: tuple[Report, ...]) -> Mapping[ArticleId, int]:
    """The number of each report's text, from 1 in order of publication.

    Reports that share most of the words of the shorter one, and a good part of the longer one's, are one text.
    """
    ordered = sorted((report.article for report in reports), key=told_order)
    lengths = {article.id: max(1, len(find_words(article.text))) for article in ordered}
    groups = Groups(article.id for article in ordered)
    for (left, right), count in _shared_words(matches, ordered).items():
        shorter, longer = sorted((lengths[left], lengths[right]))
        if count > MOST_OF_SHORTER * shorter and count > SOME_OF_LONGER * longer:
            groups.join(left, right)
    numbers: dict[ArticleId, int] = {}
    return {article.id: numbers.setdefault(groups.of(article.id), len(numbers) + 1) for article in ordered}


def own_words(matches: tuple[Matched, ...], reports: tuple[Report, ...]) -> Mapping[ArticleId, float]:
    """The share of each report's words that no earlier report of the story carried, 0 to 1.

    Carriers that cannot be told apart in time borrow from nobody.
    """
    articles = {report.id: report.article for report in reports}
    borrowed: dict[ArticleId, list[Range]] = defaultdict(list)
    for match in _current(matches, articles):
        left, right = articles[match.left_id], articles[match.right_id]
        if left.told_at > right.told_at:
            borrowed[left.id].append(match.left)
        elif right.told_at > left.told_at:
            borrowed[right.id].append(match.right)
    return {id_: _own_share(article, borrowed.get(id_, [])) for id_, article in articles.items()}


def _own_share(article: Article, borrowed: list[Range]) -> float:
    places = find_words(article.text)
    covered = _union(place for place in borrowed if place.part == "text")
    taken, at = 0, 0
    for start, end in places:
        while at < len(covered) and covered[at][1] <= start:
            at += 1
        taken += at < len(covered) and covered[at][0] <= start and end <= covered[at][1]
    return round(1 - taken / len(places), 4) if places else 1.0


def _current(matches: Iterable[Matched], articles: Mapping[ArticleId, Article]) -> Iterator[Matched]:
    """Matches between the versions at hand."""
    for match in matches:
        left, right = articles.get(match.left_id), articles.get(match.right_id)
        if left and right and (left.version, right.version) == (match.left_version, match.right_version):
            yield match


def _shared_words(matches: Iterable[Matched], articles: Sequence[Article]) -> dict[tuple[ArticleId, ArticleId], float]:
    """Words that two reports share, counted in the first of them."""
    by_id = {article.id: article for article in articles}
    ranges: dict[tuple[ArticleId, ArticleId], dict[Range, float]] = defaultdict(dict)
    for match in _current(matches, by_id):
        swapped = match.right_id < match.left_id
        pair = (match.right_id, match.left_id) if swapped else (match.left_id, match.right_id)
        ranges[pair][match.right if swapped else match.left] = match.shared
    return {
        pair: sum(shared * len(find_words(by_id[pair[0]].text_of(place))) for place, shared in places.items())
        for pair, places in ranges.items()
    }


def _carried(matches: Sequence[Matched], articles: Mapping[ArticleId, Article]) -> list[_Carried]:
    """Connected passages, each once for each report."""
    places = {(m.left_id, m.left) for m in matches} | {(m.right_id, m.right) for m in matches}
    groups = Groups(sorted(places))
    for left, right in _same_places(sorted(places)):
        groups.join(left, right)
    for match in matches:
        groups.join((match.left_id, match.left), (match.right_id, match.right))
    return [passage for members in groups.members() for passage in _one_each(members, articles)]


def _same_places(places: list[Place]) -> Iterator[tuple[Place, Place]]:
    """Each stretch with the one before it that reaches furthest, where both are one passage of one report."""
    furthest: Place | None = None
    for place in places:
        if furthest and furthest[0] == place[0]:
            if _same_place(furthest[1], place[1]):
                yield furthest, place
            if place[1].end <= furthest[1].end:
                continue
        furthest = place


def _one_each(members: list[Place], articles: Mapping[ArticleId, Article]) -> Iterator[_Carried]:
    """The widest stretch of each report, parted where connected passages have drifted away from the first."""
    widest: dict[ArticleId, Range] = {}
    for article_id, place in members:
        best = widest.get(article_id)
        if best is None or (place.end - place.start, -place.start) > (best.end - best.start, -best.start):
            widest[article_id] = place
    leaders: list[tuple[list[str], list[Article]]] = []
    for article in sorted((articles[article_id] for article_id in widest), key=told_order):
        text = words(article.text_of(widest[article.id]))
        near = next((carriers for first, carriers in leaders if _shares_most(first, text)), None)
        if near is None:
            leaders.append((text, [article]))
        else:
            near.append(article)
    for _, carriers in leaders:
        if len(carriers) > 1:
            yield _Carried(tuple(carriers), tuple(widest[article.id] for article in carriers))


def _shares_most(left: Sequence[str], right: Sequence[str]) -> bool:
    return LCSseq.similarity(left, right) >= MOST_OF_SHORTER * min(len(left), len(right))


def _join_neighbours(carried: list[_Carried]) -> list[_Carried]:
    """Passages that follow each other in all the same reports, as one."""
    joined: list[_Carried] = []
    for passage in sorted(carried, key=_at):
        last = joined[-1] if joined else None
        if last and _follows(last, passage):
            hulls = (Range(a.start, max(a.end, b.end)) for a, b in zip(last.stretches, passage.stretches, strict=True))
            joined[-1] = _Carried(last.articles, tuple(hulls))
        else:
            joined.append(passage)
    return joined


def _follows(last: _Carried, passage: _Carried) -> bool:
    return last.articles == passage.articles and all(
        a.start <= b.start <= a.end + NEIGHBOURS for a, b in zip(last.stretches, passage.stretches, strict=True)
    )


def _at(carried: _Carried) -> tuple[tuple[ArticleId, ...], tuple[Range, ...]]:
    return tuple(article.id for article in carried.articles), carried.stretches


def _copy(carried: _Carried) -> Copy:
    words = [article.at(place) for article, place in zip(carried.articles, carried.stretches, strict=True)]
    first, second = carried.articles[:2]
    return Copy(
        first=words[0],
        later=tuple(words[1:]),
        order_known=first.told_at < second.told_at,
        background=_is_background(carried),
    )


def _same_place(left: Range, right: Range) -> bool:
    shared = min(left.end, right.end) - max(left.start, right.start)
    return left.part == right.part and shared >= SAME_PLACE * min(left.end - left.start, right.end - right.start)


def _union(places: Iterable[Range]) -> list[tuple[int, int]]:
    """Ranges without overlap, in order: (0, 4), (2, 6) -> (0, 6)."""
    merged: list[tuple[int, int]] = []
    for place in sorted(places):
        if merged and place.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], place.end))
        else:
            merged.append((place.start, place.end))
    return merged
