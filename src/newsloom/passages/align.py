"""Two passages, word by word: what they share and whether it is more than chance.

In: the words of two passages. Out: the stretch of each that is the other's, or None. The longest common subsequence
of words is cut to its densest stretch, so that a clause inside two otherwise different sentences is found too.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rapidfuzz.distance import LCSseq

from newsloom.records import Range
from newsloom.text.fingerprints import hash_form, pair_hashes
from newsloom.text.tokens import WORD

GAP_COST = 0.6  # of each word of either side that stands between shared words
LEAST_WHOLE = 0.58  # shared words of the longer passage: the whole is one passage, edited
LEAST_SCORE = 6.5  # shared words less gaps: a clause
LEAST_CONTENT = 2  # shared content words, always
LEAST_TELLING = 3  # of these that are neither names nor numbers, in a clause; one in a whole passage
LEAST_CONTENT_SHARE = 0.5  # of the content words of the shorter passage, where the whole is one passage
MOST_WORDS = 400  # of a passage; what is longer is compared by its beginning


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a passage as hashes; what tells it from others.

    `content`: no stop words; `telling`: those of them that are neither names nor numbers.
    """

    hashes: tuple[int, ...]
    content: frozenset[int]
    telling: frozenset[int]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A passage's words and where it stands in its report."""

    words: Wording
    place: Range
    text: str

    def stretch(self, first: int, last: int) -> Range:
        """The report's range from one word to another, both in it."""
        at, bounds = self.place.start, [word.span() for word in islice(WORD.finditer(self.text), first, last + 1)]
        return Range(at + bounds[0][0], at + bounds[-1][1], self.place.part)

    def pairs(self, stop_words: frozenset[int]) -> list[int]:
        """Neighbouring content words as hashes, sorted, each once."""
        return sorted(pair_hashes([word for word in self.words.hashes if word not in stop_words]))


@dataclass(frozen=True, slots=True)
class Alignment:
    """The stretches that two passages share; `shared`: of the words of the longer stretch."""

    left: Range
    right: Range
    shared: float


def tokenise(text: str, place: Range, stop_words: frozenset[int]) -> Tokens:
    """The words of a passage that stands at `place`."""
    return Tokens(read_words(text, stop_words), place, text)


@lru_cache(maxsize=1 << 14)
def read_words(text: str, stop_words: frozenset[int]) -> Wording:
    """The words of a passage; a passage is read again and again, whenever a report shares a pair of words with it."""
    found = WORD.findall(text)[:MOST_WORDS]
    hashes = tuple(map(hash_form, found))
    telling = {word for form, word in zip(found, hashes, strict=True) if _is_plain(form)}
    return Wording(hashes, frozenset(hashes) - stop_words, frozenset(telling - stop_words))


@lru_cache(maxsize=1 << 17)
def _is_plain(word: str) -> bool:
    """Whether a word is neither a name nor a number, by its letters."""
    return word == word.lower() and not word[0].isdigit()


def align(left: Tokens, right: Tokens) -> Alignment | None:
    """The stretches shared, or None where they may be chance or a name.

    "The talks will go on in June, he said" and "The talks go on in June, aides said" share "The talks … in June".
    """
    mine, theirs = left.words, right.words
    if not _may_share(mine, theirs):
        return None
    pairs = common_words(mine.hashes, theirs.hashes)
    whole = _is_whole(mine, theirs, pairs)
    stretch = pairs if whole else densest(pairs)
    told = {mine.hashes[i] for i, _ in stretch} & mine.telling & theirs.telling
    if not told or (not whole and (len(told) < LEAST_TELLING or score(stretch) < LEAST_SCORE)):
        return None
    (left_from, right_from), (left_to, right_to) = stretch[0], stretch[-1]
    longer = max(left_to - left_from, right_to - right_from) + 1
    shared = round(len(stretch) / longer, 4)
    return Alignment(left.stretch(left_from, left_to), right.stretch(right_from, right_to), shared)


def _may_share(left: Wording, right: Wording) -> bool:
    """Whether words in common, in whatever order, are enough for a clause or for a whole passage."""
    telling = len(left.telling & right.telling)
    return telling >= LEAST_TELLING or (telling > 0 and len(left.content & right.content) >= _enough(left, right))


def _enough(left: Wording, right: Wording) -> float:
    return max(LEAST_CONTENT, LEAST_CONTENT_SHARE * min(len(left.content), len(right.content)))


def _is_whole(left: Wording, right: Wording, pairs: list[tuple[int, int]]) -> bool:
    """Whether the two are one passage, edited: most words, and half the content words of the shorter, are shared."""
    if len(pairs) < LEAST_WHOLE * max(len(left.hashes), len(right.hashes)):
        return False
    content = left.content & right.content & {left.hashes[i] for i, _ in pairs}
    return len(content) >= _enough(left, right)


def common_words(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of the words of a longest common subsequence: ("a b c", "a x c") -> [(0, 0), (2, 2)]."""
    pairs = []
    for step in LCSseq.opcodes(left, right):
        if step.tag == "equal":
            pairs += [(step.src_start + k, step.dest_start + k) for k in range(step.src_end - step.src_start)]
    return pairs


def densest(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretch of shared words with the highest score: one for each word, less GAP_COST for each word between."""
    best, best_score, begin, running = (0, 0), 0.0, 0, 0.0
    for number, (left, right) in enumerate(pairs):
        if number:
            running -= GAP_COST * max(left - pairs[number - 1][0] - 1, right - pairs[number - 1][1] - 1)
        if running <= 0:
            begin, running = number, 0.0
        running += 1
        if running > best_score:
            best, best_score = (begin, number + 1), running
    return pairs[best[0] : best[1]]


def score(pairs: list[tuple[int, int]]) -> float:
    """Shared words less the cost of the words between them."""
    if not pairs:
        return 0.0
    spread = max(pairs[-1][0] - pairs[0][0], pairs[-1][1] - pairs[0][1]) + 1
    return len(pairs) - GAP_COST * (spread - len(pairs))
