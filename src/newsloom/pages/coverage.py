"""Which sentences together tell most of what the reports tell: weighted coverage of concepts, chosen greedily.

A concept is a stem or a fact (pages/facts.py). It weighs as much as the reports that
carry it: newer ones and opening sentences more, each outlet once. What one outlet alone says weighs little. In:
sentences as concepts. Out: their numbers, the best first; no two share more than half their content words. Ties go to
the earlier sentence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsloom.text.vectors import overlap

ALONE = 0.2  # weight of what only one outlet says
LENGTH_POWER = 0.5  # how much a sentence pays for its words
MOST_SHARED = 0.5  # content words of two chosen sentences
TOPICS = 30  # the heaviest stems: what the story is about
SAME_VOICE = 0.8  # worth of a sentence for each one of its outlet that was chosen before
NONE: Mapping[str, float] = {}
ON_TOPIC = 2  # of them in a sentence; with none it is worth half


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence as it is weighed: who says it, its stems in order, how much its saying counts, what it states."""

    outlet: Hashable
    stems: tuple[str, ...]
    weight: float
    facts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence that may be chosen: its stems, its words' number, a factor for how fit it is, who says it, what it
    states."""

    stems: tuple[str, ...]
    words: int
    fitness: float
    outlet: Hashable = None
    facts: Mapping[str, float] = field(default_factory=dict)


def concepts(stems: Sequence[str], facts: Mapping[str, float] = NONE) -> dict[str, float]:
    """Stems and facts, each with its own weight: ("trade", "war") -> {"trade": 1, "war": 1}."""
    return {**dict.fromkeys(stems, 1.0), **facts}


def shared_stems(told: Iterable[Told]) -> frozenset[str]:
    """The stems that more than one outlet uses."""
    outlets: dict[str, set[Hashable]] = defaultdict(set)
    for sentence in told:
        for stem in sentence.stems:
            outlets[stem].add(sentence.outlet)
    return frozenset(stem for stem, tellers in outlets.items() if len(tellers) > 1)


def borne_out(stems: Sequence[str], shared: frozenset[str]) -> float:
    """The share of a sentence's words that other outlets use too; 0 for none at all."""
    own = frozenset(stems)
    return len(own & shared) / len(own) if own else 0.0


def weigh(told: Sequence[Told]) -> dict[str, float]:
    """Weight of each concept: for each outlet the most that one of its sentences gives it, summed.

    A sentence that another outlet told in the same words is that outlet's: a reprint is no second voice.
    """
    by_outlet: dict[str, dict[Hashable, float]] = defaultdict(dict)
    tellers: dict[tuple[str, ...], Hashable] = {}
    for sentence in told:
        teller = tellers.setdefault(sentence.stems, sentence.outlet)
        for concept in concepts(sentence.stems, sentence.facts):
            seen = by_outlet[concept]
            seen[teller] = max(seen.get(teller, 0.0), sentence.weight)
    return {
        concept: sum(sorted(seen.values())) * (1.0 if len(seen) > 1 else ALONE) for concept, seen in by_outlet.items()
    }


def choose(choices: Sequence[Choice], weights: dict[str, float], most: int, leading: Collection[int] = ()) -> list[int]:
    """Numbers of the chosen sentences, in the order in which they were chosen; the first is of `leading`, if any."""
    own = [concepts(choice.stems, choice.facts) for choice in choices]
    topics = frozenset(sorted((c for c in weights if " " not in c), key=lambda c: (-weights[c], c))[:TOPICS])
    worth = [_worth(choice, topics) for choice in choices]
    covered: set[str] = set()
    chosen: list[int] = []
    left = [n for n, choice in enumerate(choices) if choice.stems]
    while left and len(chosen) < most:
        heard = Counter(choices[n].outlet for n in chosen)
        gains = {n: _gain(own[n], weights, covered) * worth[n] * SAME_VOICE ** heard[choices[n].outlet] for n in left}
        first = [] if chosen else [n for n in left if n in leading]
        best = max(first or left, key=lambda n: (round(gains[n], 9), -n))
        if gains[best] <= 0:
            break
        chosen.append(best)
        covered |= own[best].keys()
        left = [n for n in left if n != best and overlap(choices[n].stems, choices[best].stems) <= MOST_SHARED]
    return chosen


def _gain(own: dict[str, float], weights: dict[str, float], covered: set[str]) -> float:
    return sum(share * weights.get(concept, 0.0) for concept, share in own.items() if concept not in covered)


def _worth(choice: Choice, topics: frozenset[str]) -> float:
    on_topic = min(ON_TOPIC, len(topics.intersection(choice.stems))) / ON_TOPIC
    return float(choice.fitness * (1 + on_topic) / 2 / max(choice.words, 8) ** LENGTH_POWER)
