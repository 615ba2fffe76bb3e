"""What changed between two pages of one story, in substance.

In: the page as it was (None: never seen) and as it is. Out: changes in the page's order: headline, status, summary,
disagreements, timeline. A sentence that says the same in other words, a new comma, another outlet's cut of it are no
change. Pure; an unchanged page gives nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newsloom.langs import LANGUAGES
from newsloom.pages.wording import numbers_in
from newsloom.records import (
    ArticleId,
    Change,
    CitedSentence,
    Disagreement,
    StatusNow,
    StoryPage,
    TimelineEntry,
    Words,
)
from newsloom.text.vectors import content_stems, overlap

SAME = 0.6  # of the content words of the shorter: one thing, told again


def diff(before: StoryPage | None, after: StoryPage) -> tuple[Change, ...]:
    """The changes of substance; against no page all of the summary is new.

    A page that gains the sentence "The talks were called off." -> Change("new", None, that sentence).
    """
    if before is None:
        return tuple(Change("new", None, sentence) for sentence in after.summary)
    same = _same_in(after.language)
    changes = (
        *_headline(before, after, same),
        *_status(before.status, after.status),
        *_summary(before, after, same),
        *_disagreements(before.disagreements, after.disagreements),
        *_timeline((*before.timeline, *before.next), (*after.timeline, *after.next), same),
    )
    return tuple(dict.fromkeys(changes))


Same = Callable[[CitedSentence, CitedSentence], bool]


def _same_in(language: str) -> Same:
    """Whether two sentences of a language say the same."""
    known = LANGUAGES.get(language)
    stop_words = known.stop_words if known else frozenset()
    stemmer = known.standing.stemmer if known and known.standing else ""

    def stems(sentence: CitedSentence) -> tuple[str, ...]:
        return content_stems(_text(sentence), stop_words, stemmer)

    def same(left: CitedSentence, right: CitedSentence) -> bool:
        return left.pieces == right.pieces or (
            overlap(stems(left), stems(right)) >= SAME
            and numbers_in(_text(left), language) == numbers_in(_text(right), language)
        )

    return same


def _text(sentence: CitedSentence) -> str:
    return " ".join(piece.text for piece in sentence.pieces if isinstance(piece, Words))


def _headline(before: StoryPage, after: StoryPage, same: Same) -> Iterator[Change]:
    if not same(before.headline, after.headline):
        yield Change("changed", before.headline, after.headline)


def _status(before: StatusNow | None, after: StatusNow | None) -> Iterator[Change]:
    if before is None and after is not None:
        yield Change("new", None, after.sentence)
    elif before is not None and after is None:
        yield Change("withdrawn", before.sentence, None)
    elif before is not None and after is not None and before.value != after.value:
        yield Change("changed", before.sentence, after.sentence)


def _summary(before: StoryPage, after: StoryPage, same: Same) -> Iterator[Change]:
    """New sentences, and old ones whose report is gone or has been edited since.

    An old sentence that newer news has pushed out is no change: it was true, and still stands in its report.
    """
    known = (*before.summary, *(s for entry in before.timeline for s in entry.sentences))
    lost = [s for s in before.summary if not _find(s, after.summary, same)]
    for sentence in after.summary:
        if _find(sentence, known, same):
            continue
        edited = next((old for old in lost if _is_new_version(old, sentence)), None)
        yield Change("corrected", edited, sentence) if edited else Change("new", None, sentence)
    held = {row.article.id for row in after.reports}
    for sentence in lost:
        if _sources(sentence).isdisjoint(held):
            yield Change("withdrawn", sentence, None)


def _is_new_version(old: CitedSentence, new: CitedSentence) -> bool:
    """Whether the new sentence stands in a later version of the old one's report."""
    versions = {words.span.article_id: words.span.version for words in old.pieces if isinstance(words, Words)}
    return any(
        words.span.version > versions.get(words.span.article_id, words.span.version)
        for words in new.pieces
        if isinstance(words, Words)
    )


def _sources(sentence: CitedSentence) -> set[ArticleId]:
    return {words.span.article_id for words in sentence.pieces if isinstance(words, Words)}


def _disagreements(before: Sequence[Disagreement], after: Sequence[Disagreement]) -> Iterator[Change]:
    """A disagreement is known by its topic; another side of it is a change, one side left alone ends it."""
    old, new = ({d.topic: d for d in side if _first(d)} for side in (before, after))
    for topic, found in new.items():
        if topic not in old:
            yield Change("new", None, _first(found))
        elif {value.value for value in found.values} != {value.value for value in old[topic].values}:
            yield Change("changed", _first(old[topic]), _newest(old[topic], found))
    for topic, found in old.items():
        if topic not in new:
            yield Change("withdrawn", _first(found), None)


def _first(found: Disagreement) -> CitedSentence | None:
    return next((sentence for value in found.values for sentence in value.sentences), None)


def _newest(old: Disagreement, new: Disagreement) -> CitedSentence | None:
    """The side that the old page did not have, else the first."""
    known = {value.value for value in old.values}
    return next((s for value in new.values if value.value not in known for s in value.sentences), _first(new))


def _timeline(before: Sequence[TimelineEntry], after: Sequence[TimelineEntry], same: Same) -> Iterator[Change]:
    """A happening is known by what is said of it; another day or status for it is a change."""
    old = [entry for entry in before if entry.sentences]
    for entry in after:
        if not entry.sentences:
            continue
        shown = entry.sentences[0]
        known = [was for was in old if any(same(s, shown) for s in was.sentences)]
        if not known:
            yield Change("new", None, shown)
        elif all((was.date, was.status) != (entry.date, entry.status) for was in known):
            yield Change("changed", known[0].sentences[0], shown)


def _find(sentence: CitedSentence, among: Iterable[CitedSentence], same: Same) -> bool:
    return any(same(sentence, other) for other in among)
