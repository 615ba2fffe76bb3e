"""How telling a word is in a story: heavy where few of its sentences have it. In: sentences as stems; out: weights."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from newsloom.langs import LANGUAGES
from newsloom.records import Report
from newsloom.text.vectors import content_stems

UNKNOWN = 2.0  # weight of what stands in no sentence, as a person's id


def stems_of(report: Report, text: str) -> tuple[str, ...]:
    """Stems of the words that are no stop words, in the report's language."""
    language = LANGUAGES.get(report.article.language)
    if language is None:
        return content_stems(text, ())
    return content_stems(text, language.stop_words, language.counting.stemmer if language.counting else "")


def weigh(sentences: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """The weight of each stem: the rarer, the heavier."""
    seen: Counter[str] = Counter()
    total = 1
    for stems in sentences:
        total += 1
        seen.update(stems)
    return {stem: math.log((total + 1) / (n + 0.5)) for stem, n in seen.items()}


def heft(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weight of several stems together, the same in whatever order they come."""
    return math.fsum(weights.get(stem, UNKNOWN) for stem in sorted(stems))


def likeness(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """The share of the lighter one's weight that both have: 0 where one is empty."""
    lighter = min(heft(one, weights), heft(other, weights))
    return heft(one & other, weights) / lighter if lighter else 0.0
