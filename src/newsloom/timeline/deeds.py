"""Where a sentence itself says that a happening took place: by its verb, or by a verb that holds it.

In: a text. Out: Deeds in order of place. "The two men met" tells a meeting, "they held a summit" and "the vote took
place" what they name; "after the men met" and "as they met" tell it too, but state something else (`main`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsloom.langs.shapes import Language, Statuses
from newsloom.timeline.cues import WORD, is_main
from newsloom.timeline.events import singular

REACH = 5  # words between "held" and what was held
CLAUSE_BREAK = re.compile(r"[,;:()]")


@dataclass(frozen=True, slots=True)
class Deed:
    """text[start:end] says that a happening took place; `noun` is it, `main` whether a main clause says so."""

    start: int
    end: int
    noun: str
    by_verb: bool
    main: bool


def find_deeds(text: str, language: Language) -> Iterator[Deed]:
    """ "The mayors met on Monday and held a vote" -> (met, "meeting"), (held, "vote"); "will be held": none."""
    statuses = language.statuses
    if statuses is None:
        return
    words = list(WORD.finditer(text))
    lower = [word.group().lower() for word in words]
    for at, word in enumerate(words):
        noun = statuses.done.get(lower[at], "") or _held(text, words, lower, at, statuses)
        if noun and not _is_undone(lower, at, language):
            by_verb = lower[at] in statuses.done
            yield Deed(*word.span(), noun, by_verb, is_main(text, word.start(), statuses))


def _is_undone(lower: Sequence[str], at: int, language: Language) -> bool:
    """ "will be held", "not held", "to be held"."""
    before = lower[max(0, at - 2) : at]
    statuses, calendar = language.statuses, language.calendar
    passive = calendar.passive if calendar else frozenset()
    if statuses is None or not before:
        return False
    return before[-1] in passive | statuses.toward or not statuses.negations.isdisjoint(before)


def _held(text: str, words: Sequence[re.Match[str]], lower: Sequence[str], at: int, statuses: Statuses) -> str:
    """The noun of what was held: behind "held", or before "took place" and "was held"."""
    if lower[at] in statuses.holds:
        for other in range(at + 1, min(len(words), at + 1 + REACH)):
            if CLAUSE_BREAK.search(text, words[at].end(), words[other].start()):
                break
            if singular(lower[other]) in statuses.happenings:
                return singular(lower[other])
    if " ".join(lower[at : at + 2]) in statuses.took_place:
        nouns = (singular(word) for word in reversed(lower[max(0, at - REACH) : at]))
        return next((noun for noun in nouns if noun in statuses.happenings), "")
    return ""
