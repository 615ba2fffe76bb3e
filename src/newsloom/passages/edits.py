"""What an outlet changed from one version of a report to the next, in substance.

In: two versions of one report. Out: the sentences that were reworded or taken out. A comma, a stop word, a letter
doubled or swapped, a sentence moved, split or joined is no edit of substance; neither is another copy of an agency's
text, a text written anew, nor a better extraction of ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsloom.langs import LANGUAGES
from newsloom.passages.align import common_words
from newsloom.passages.split import FEWEST_WORDS
from newsloom.records import Article, Range, Report
from newsloom.text.agencies import agency_named, find_agency
from newsloom.text.fingerprints import plain_word
from newsloom.text.tokens import WORD

SAME_SENTENCE = 0.5  # of the words of the longer of two: one sentence, reworded
STILL_THERE = 0.8  # of a sentence's words: it stands in the other version, joined to another or split
MOST_CHANGED = 0.5  # of a report's sentences: above it the text was written anew


@dataclass(frozen=True, slots=True)
class Edit:
    """`before` in the old version, `after` in the new one; None: taken out."""

    before: Range
    after: Range | None


@dataclass(frozen=True, slots=True)
class _Sentence:
    place: Range
    words: tuple[str, ...]


def find_edits(before: Report, after: Report) -> tuple[Edit, ...]:
    """Edits of substance in the order of the old version.

    "The fire killed 12 people." -> "The fire killed 14 people." is one; "The fire, it said, …" -> "The fire it said …"
    is none.
    """
    if after.article.ours or _is_agency_copy(before.article):
        return ()
    old, new = _sentences(before), _sentences(after)
    gone, come = _without(old, new), _without(new, old)
    if len(gone) > MOST_CHANGED * len(old):
        return ()
    language = LANGUAGES.get(before.article.language)
    small = language.stop_words if language else frozenset()
    turning = language.stances.negations if language and language.stances else frozenset()
    return tuple(_edits(gone, come, new, small - turning))


def _edits(
    gone: Sequence[_Sentence], come: list[_Sentence], new: Sequence[_Sentence], small: frozenset[str]
) -> Iterator[Edit]:
    for sentence in gone:
        partner = _partner(sentence, come)
        if partner is not None:
            come.remove(partner)
            if _differs(sentence.words, partner.words, small) and not _is_parted(sentence, partner, gone, new):
                yield Edit(sentence.place, partner.place)
        elif len(sentence.words) >= FEWEST_WORDS and not _is_still_there(sentence, new):
            yield Edit(sentence.place, None)


def gone_words(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """The words of the first that the second lacks, in order: ("a", "b", "c"), ("a", "c") -> ("b",)."""
    kept = {left for left, _ in common_words(before, after)}
    return tuple(word for n, word in enumerate(before) if n not in kept)


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text, each in one spelling."""
    return tuple(map(plain_word, WORD.findall(text)))


def _is_agency_copy(article: Article) -> bool:
    """An agency's text under another outlet's name: its new version is the agency's, not the outlet's edit."""
    agency = find_agency(article)
    return agency is not None and agency_named(article.outlet) != agency


def _sentences(report: Report) -> list[_Sentence]:
    return [_Sentence(place, plain_words(report.article.text_of(place))) for place in report.analysis.sentences]


def _without(these: Sequence[_Sentence], those: Sequence[_Sentence]) -> list[_Sentence]:
    """Sentences that do not stand among the others word for word."""
    held = Counter(sentence.words for sentence in those)
    left = []
    for sentence in these:
        if held[sentence.words]:
            held[sentence.words] -= 1
        else:
            left.append(sentence)
    return left


def _partner(sentence: _Sentence, come: Sequence[_Sentence]) -> _Sentence | None:
    """The new sentence that shares most words with an old one, if these are enough; the first of equals."""
    best, most = None, 0.0
    for other in come:
        longer = max(len(sentence.words), len(other.words), 1)
        if min(len(sentence.words), len(other.words)) < SAME_SENTENCE * longer:
            continue
        share = len(common_words(sentence.words, other.words)) / longer
        if share >= SAME_SENTENCE and share > most:
            best, most = other, share
    return best


def _is_parted(sentence: _Sentence, partner: _Sentence, gone: Sequence[_Sentence], new: Sequence[_Sentence]) -> bool:
    """Whether two old sentences were joined into the new one, or the old one was split into two."""
    joined, split = gone_words(partner.words, sentence.words), gone_words(sentence.words, partner.words)
    return (not split and _holds(joined, gone, sentence)) or (not joined and _holds(split, new, partner))


def _holds(words: Sequence[str], others: Sequence[_Sentence], but: _Sentence) -> bool:
    """Whether most of another sentence stands in these words."""
    return any(
        len(common_words(other.words, words)) >= STILL_THERE * len(other.words)
        for other in others
        if other is not but and 0 < STILL_THERE * len(other.words) <= len(words)
    )


def _is_still_there(sentence: _Sentence, new: Sequence[_Sentence]) -> bool:
    least = STILL_THERE * len(sentence.words)
    own = frozenset(sentence.words)
    return any(
        len(common_words(sentence.words, other.words)) >= least
        for other in new
        if len(own.intersection(other.words)) >= STILL_THERE * len(own)
    )


def _differs(before: Sequence[str], after: Sequence[str], small: frozenset[str]) -> bool:
    """Whether more than small words and spelling differ."""
    gone, come = gone_words(before, after), gone_words(after, before)
    misspelt = Counter(map(_letters, gone)) & Counter(map(_letters, come))
    return any(word not in small and not misspelt[_letters(word)] for word in (*gone, *come))


def _letters(word: str) -> str:
    """What is left of a word when letters are doubled or swapped by mistake: "recieve", "receive" -> one; numbers are
    kept as they are."""
    if not word.isalpha():
        return word
    return "".join(sorted(letter for letter, _ in groupby(word)))
