"""Words that tell how a happening stands, and which words name a happening at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsloom.records import Status


@dataclass(frozen=True, slots=True)
class Statuses:
    """`cues`: regular expressions with the status that they tell, the stronger first ("could be canceled" before
    "canceled"). `happenings`: nouns of happenings, singular; `deeds`: verb forms that tell of one that took place.
    `negations`: words that turn the cue behind them around. `bystanders`: who may speak of an event but not decide it.
    `behind`: words that put the cue after them behind ("after he had called it off"). `acts`: verbs with the noun of
    their happening, and `toward` the words before such a verb by which it is still to come ("vote to strike").
    `tells`: verbs of telling, by which "said she had called it off" is news; `conjunctions`: words that join
    such a verb to the clause before it; `relatives`: words that begin a relative
    clause; `attributes`: words that right before a noun only name a plan ("the planned summit"). `afterwards`: words
    by which the noun behind them is over ("after the summit"). `occurs`: words that make "may" or "could" say of a
    happening that it is possible ("could still happen").
    `done`: past forms of verbs that tell that a happening took place, each with its noun ("met": "meeting"); `holds`:
    those that tell it of the noun behind them ("held a summit"), and `took_place` of the noun before ("took place").
    `beside`: words that begin a clause beside the news ("as the men met, markets rose").
    `background`: words by which a sentence steps back from the day told of ("had", "previously"). `sudden`:
    happenings that nobody announces: they took place or not, and are never planned or put off. `generic`: nouns of so
    many happenings that they rarely name a story's own ("meeting"). `alike`: nouns that reports use for one
    happening, each with the one that stands for them ("murder": "killing"). `supposed`: words right before a sudden
    happening by which it may not have taken place ("the suspected murder"). `undergone`: form of a cue that tells of
    the noun before it ("appeal denied", not "testimony denying"). `refusals`: words that turn around the cue that they
    govern where it has the form of `governed` ("rejected the idea of canceling"). `demands`: words before a cue by
    which it is only called for ("should cancel"). `ended`: words that tell that something is completed, and `unreal`
    words before them by which it is not yet; `planning`:
    words that only say that something is planned ("deadline"). `stemmer`: the name of the Snowball
    stemmer, "" for none.
    """

    cues: tuple[tuple[str, Status], ...]
    happenings: frozenset[str]
    deeds: frozenset[str]
    negations: frozenset[str] = frozenset()
    bystanders: frozenset[str] = frozenset()
    background: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    acts: Mapping[str, str] = field(default_factory=dict)
    done: Mapping[str, str] = field(default_factory=dict)
    holds: frozenset[str] = frozenset()
    took_place: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    toward: frozenset[str] = frozenset()
    tells: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    afterwards: frozenset[str] = frozenset()
    occurs: frozenset[str] = frozenset()
    sudden: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    alike: Mapping[str, str] = field(default_factory=dict)
    supposed: frozenset[str] = frozenset()
    undergone: str = r"(?!)"
    refusals: frozenset[str] = frozenset()
    governed: str = r"(?!)"
    demands: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()
    unreal: frozenset[str] = frozenset()
    planning: frozenset[str] = frozenset()
    stemmer: str = ""
