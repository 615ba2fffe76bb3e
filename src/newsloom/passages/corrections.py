"""A correction's spread: what outlets edited or took out, who else carries the old words, and for how long.

In: the newest versions of a story's reports and their earlier ones. Out: corrections, the newest first. A carrier is
another report that has, in some version, the old words rather than the new ones; it carries them until a version of it
was seen without them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from newsloom.passages.align import Tokens, align, common_words, tokenise
from newsloom.passages.edits import Edit, find_edits, gone_words, plain_words
from newsloom.passages.split import stop_hashes
from newsloom.records import Article, ArticleId, Correction, Range, Report, Spread

MOST_CORRECTIONS = 40  # of one story
MOST_CARRIERS = 60  # of one correction

Versions = tuple[Report, ...]  # of one report, oldest first


@dataclass(frozen=True, slots=True)
class _Old:
    """The words that were changed: `gone` are those that the new wording lacks."""

    text: str
    tokens: Tokens
    words: tuple[str, ...]
    new: tuple[str, ...]
    gone: frozenset[str]


def find_corrections(reports: Sequence[Report], before: Sequence[Report]) -> tuple[Correction, ...]:
    """What changed in substance, with its spread: A corrects 12 to 14 dead, B and C still say 12 -> B, C."""
    if not before:
        return ()
    histories = _histories(reports, before)
    found = [
        (later, edit, earlier)
        for versions in histories.values()
        for earlier, later in pairwise(versions)
        for edit in find_edits(earlier, later)
    ]
    found.sort(key=lambda one: one[1].before)
    found.sort(key=lambda one: (one[0].article.seen_at, one[0].id), reverse=True)
    return tuple(_correction(earlier, later, edit, histories) for later, edit, earlier in found[:MOST_CORRECTIONS])


def _histories(reports: Sequence[Report], before: Sequence[Report]) -> dict[ArticleId, Versions]:
    """The versions of each report at hand, in order of publication of the reports."""
    versions: dict[ArticleId, list[Report]] = defaultdict(list)
    for report in (*before, *reports):
        versions[report.id].append(report)
    ordered = sorted(reports, key=lambda report: (report.article.told_at, report.id))
    return {report.id: tuple(sorted(versions[report.id], key=lambda r: r.article.version)) for report in ordered}


def _correction(earlier: Report, later: Report, edit: Edit, histories: dict[ArticleId, Versions]) -> Correction:
    after = later.article.at(edit.after) if edit.after else None
    old = _old(earlier.article, edit.before, after.text if after else "")
    others = (versions for article_id, versions in histories.items() if article_id != earlier.id)
    carriers = [spread for versions in others if (spread := _spread(old, versions))]
    return Correction(
        kind="edited" if after else "withdrawn",
        before=earlier.article.at(edit.before),
        after=after,
        at=later.article.seen_at,
        carriers=tuple(carriers[:MOST_CARRIERS]),
    )


def _old(article: Article, place: Range, new: str) -> _Old:
    text = article.text_of(place)
    words, after = plain_words(text), plain_words(new)
    tokens = tokenise(text, Range(0, len(text)), stop_hashes(article.language))
    return _Old(text, tokens, words, after, frozenset(gone_words(words, after)) if new else frozenset())


def _spread(old: _Old, versions: Versions) -> Spread | None:
    """The last version of a report that carries the old words, and when a later one was seen without them."""
    for number, report in reversed(list(enumerate(versions))):
        place = next(filter(None, map(partial(_carried, old, report), report.analysis.sentences)), None)
        if place is not None:
            gone_at = versions[number + 1].article.seen_at if number + 1 < len(versions) else None
            return Spread(report.article.at(place), gone_at)
    return None


def _carried(old: _Old, report: Report, sentence: Range) -> Range | None:
    """Where a sentence has the old words: most of them, some of those that were changed, and not the new ones."""
    theirs = tokenise(report.article.text_of(sentence), sentence, stop_hashes(report.article.language))
    aligned = align(old.tokens, theirs)
    if aligned is None:
        return None
    words = plain_words(report.article.text_of(aligned.right))
    if old.new and not _is_older(old, words, plain_words(report.article.text_of(sentence))):
        return None
    return aligned.right


def _is_older(old: _Old, stretch: Sequence[str], sentence: Sequence[str]) -> bool:
    """Whether words are nearer to the old wording than to the new one."""
    if old.gone and not old.gone.intersection(sentence):
        return False
    return _likeness(old.words, stretch) > _likeness(old.new, stretch)


def _likeness(left: Sequence[str], right: Sequence[str]) -> float:
    return 2 * len(common_words(left, right)) / max(1, len(left) + len(right))


def corrections_of(corrections: Sequence[Correction], article_id: ArticleId) -> Iterator[Correction]:
    """Those that one report made, and none of those that it only carries."""
    return (one for one in corrections if one.before.span.article_id == article_id)
