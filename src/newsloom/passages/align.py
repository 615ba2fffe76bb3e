"""Two passages, word by word: what they share and whether it is more than chance.

In: the words of two passages. Out: the stretch of each that is the other's, or None. The longest common subsequence
of words is cut to its densest stretch, so that a clause inside two otherwise different sentences is found too.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from newsloom.records import Range
from newsloom.text.fingerprints import hash_word, plain_word
from newsloom.text.tokens import WORD

GAP_COST = 0.6  # of each word of either side that stands between shared words
LEAST_WHOLE = 0.58  # shared words of the longer passage: the whole is one passage, edited
LEAST_SCORE = 6.5  # shared words less gaps: a clause
LEAST_CONTENT = 2  # shared content words, always
LEAST_TELLING = 3  # of these that are neither names nor numbers, in a clause; one in a whole passage
LEAST_CONTENT_SHARE = 0.5  # of the content words of the shorter passage, where the whole is one passage
MOST_WORDS = 400  # of a passage; what is longer is compared by its beginning


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of a passage as hashes, with their ranges; the content words, and those of them that are no names."""

    hashes: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    content: tuple[int, ...]
    telling: frozenset[int]
    place: Range


@dataclass(frozen=True, slots=True)
class Alignment:
    """The stretches that two passages share; `shared`: of the words of the longer stretch."""

    left: Range
    right: Range
    shared: float


def tokenise(text: str, place: Range, stop_words: frozenset[int]) -> Tokens:
    """Words of a passage that stands at `place`; their ranges are the report's."""
    found = list(WORD.finditer(text))[:MOST_WORDS]
    hashes = tuple(hash_word(plain_word(word.group())) for word in found)
    places = tuple((place.start + word.start(), place.start + word.end()) for word in found)
    content = tuple(word for word in hashes if word not in stop_words)
    plain = (word.group() == word.group().lower() and not word.group()[0].isdigit() for word in found)
    telling = frozenset(h for h, is_plain in zip(hashes, plain, strict=True) if is_plain and h not in stop_words)
    return Tokens(hashes, places, content, telling, place)


def align(left: Tokens, right: Tokens) -> Alignment | None:
    """The stretches shared, or None where they may be chance or a name.

    "The talks will go on in June, he said" and "The talks go on in June, aides said" share "The talks … in June".
    """
    if len(set(left.content) & set(right.content)) < LEAST_CONTENT or not left.telling & right.telling:
        return None
    pairs = common_words(left.hashes, right.hashes)
    whole = _is_whole(left, right, pairs)
    stretch = pairs if whole else densest(pairs)
    told = {left.hashes[i] for i, _ in stretch} & left.telling & right.telling
    if not told or (not whole and (len(told) < LEAST_TELLING or score(stretch) < LEAST_SCORE)):
        return None
    (left_from, right_from), (left_to, right_to) = stretch[0], stretch[-1]
    return Alignment(
        Range(left.places[left_from][0], left.places[left_to][1], left.place.part),
        Range(right.places[right_from][0], right.places[right_to][1], right.place.part),
        round(len(stretch) / (max(left_to - left_from, right_to - right_from) + 1), 4),
    )


def _is_whole(left: Tokens, right: Tokens, pairs: list[tuple[int, int]]) -> bool:
    """Whether the two are one passage, edited: most words, and half the content words of the shorter, are shared."""
    content = set(left.content) & set(right.content) & {left.hashes[i] for i, _ in pairs}
    most = len(pairs) >= LEAST_WHOLE * max(len(left.hashes), len(right.hashes))
    enough = max(LEAST_CONTENT, LEAST_CONTENT_SHARE * min(len(set(left.content)), len(set(right.content))))
    return most and len(content) >= enough


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
