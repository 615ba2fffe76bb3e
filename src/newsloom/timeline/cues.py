"""What words tell of how a happening stands, and whether they tell it as news or only look back.

In: a sentence, clause or headline. Out: Cues in order of place. Each has a depth: 0 what the clause itself tells, 1
what a relative clause adds ("the summit, which he had planned"), 2 what lies behind the day told of ("a day after he
called it off"). What a sentence tells is its strongest cue of the least depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from newsloom.langs.shapes import Statuses
from newsloom.records import Status

NOUN_AHEAD = re.compile(r"[  ][^\W\d_]")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*\d|\d")
CLAUSE_END = re.compile(r"[,;:]\s|\s[-–—]+\s|[()]")  # where what was said before no longer governs a cue
MAIN, RELATIVE, BEHIND = 0, 1, 2
FARTHEST = 60  # characters before a cue that are looked at
GOVERNING = 6  # words before a cue among which one may refuse it
DEMANDED: frozenset[Status] = frozenset({"cancelled", "postponed", "denied"})
REFUSED: frozenset[Status] = frozenset({"cancelled", "postponed", "possible"})
FEW = 3  # words of a relative clause before its verb
TURNED: dict[Status, Status] = {
    "cancelled": "planned",
    "postponed": "planned",
    "planned": "cancelled",
    "denied": "happened",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """text[start:end] tells `status`; `rank` is its place in the language's table, the stronger first."""

    start: int
    end: int
    status: Status
    rank: int
    depth: int


@dataclass(frozen=True, slots=True)
class _Compiled:
    pattern: re.Pattern[str]
    told: tuple[Status, ...]


@lru_cache(maxsize=8)
def _compiled(cues: tuple[tuple[str, Status], ...]) -> _Compiled:
    named = (f"(?P<c{number}>{pattern})" for number, (pattern, _) in enumerate(cues))
    return _Compiled(re.compile(rf"\b(?:{'|'.join(named)})", re.I), tuple(status for _, status in cues))


def find_cues(text: str, statuses: Statuses) -> tuple[Cue, ...]:
    """Every cue of a text, in order of place.

    "A day after calling it off, she said it could still happen" -> ("cancelled", depth 2), ("possible", depth 0)
    """
    compiled = _compiled(statuses.cues)
    cues: list[Cue] = []
    for found in compiled.pattern.finditer(text):
        rank = int((found.lastgroup or "c0")[1:])
        status = _turned(compiled.told[rank], found, statuses)
        named = found.group().lower() in statuses.attributes and NOUN_AHEAD.match(text, found.end())
        depth = BEHIND if named else _depth(text, found.start(), bool(cues), statuses)
        cues.append(Cue(*found.span(), status, rank, depth))
    return tuple(cues)


def _turned(status: Status, found: re.Match[str], statuses: Statuses) -> Status:
    """A cue's status as the words before it leave it: "neither of them will leave early" and "she refused to call it
    off" call nothing off, "they should call it off" only asks for it."""
    clause = _clause_before(found.string[max(0, found.start() - FARTHEST) : found.start()], FARTHEST)
    words = [word.lower() for word in WORD.findall(clause)]
    before = words[-1:] if status == "planned" else words[-2:]
    if not statuses.demands.isdisjoint(before) and status in DEMANDED:
        return "possible"
    governed = re.fullmatch(statuses.governed, found.group().lower()) or words[-1:] == ["to"]
    refused = governed and not statuses.refusals.isdisjoint(words[-GOVERNING:])
    if refused and status in REFUSED:
        return "planned"
    return TURNED.get(status, status) if any(_negates(word, statuses) for word in before) else status


def strongest(cues: Iterable[Cue]) -> Cue | None:
    """What a text tells: its strongest cue of the least depth."""
    return min(cues, key=lambda cue: (cue.depth, cue.rank, cue.start), default=None)


def read_status(text: str, statuses: Statuses, deepest: int = MAIN) -> tuple[Cue | None, Status]:
    """A text's telling cue and its status; what lies deeper is none, and without one a text tells what happened.

    "The summit is back on" -> (Cue(15, 22, …), "back on"); "Days after calling it off he met her" -> (None, "happened")
    """
    told = strongest(find_cues(text, statuses))
    return (None, "happened") if told is None or told.depth > deepest else (told, told.status)


def _negates(word: str, statuses: Statuses) -> bool:
    return word in statuses.negations or word.replace("’", "'").endswith("n't")


def is_main(text: str, place: int, statuses: Statuses) -> bool:
    """Whether text[place:] stands in a main clause: not behind "after", "which" or "as"."""
    words = (word.lower() for word in WORD.findall(_clause_before(text, place)))
    return statuses.beside.isdisjoint(words) and _depth(text, place, False, statuses) == MAIN


def _depth(text: str, place: int, later: bool, statuses: Statuses) -> int:
    words = _governing([word.lower() for word in WORD.findall(_clause_before(text, place))], statuses)
    if not statuses.behind.isdisjoint(words):
        return BEHIND
    return RELATIVE if _is_relative(words, later, statuses) else MAIN


def _is_relative(words: list[str], later: bool, statuses: Statuses) -> bool:
    """Whether a relative clause is still open: "the race that she left will go ahead" has had its verb already, be it a
    deed or, where a cue is not its text's first (`later`), one that tells a status."""
    begun = next((at for at in range(len(words) - 1, -1, -1) if words[at] in statuses.relatives), None)
    if begun is None:
        return False
    rest = words[begun + 1 :]
    return statuses.deeds.isdisjoint(rest) and not (later and len(rest) > FEW)


def _governing(words: list[str], statuses: Statuses) -> list[str]:
    """The words of a clause that a cue behind them depends on: what was said begins anew, whatever stands before."""
    for at in range(len(words) - 1, -1, -1):
        if words[at] in statuses.tells:
            said = words[at + 1 :]
            if "that" in said:  # "said after a meeting that it would postpone the vote"
                return said[said.index("that") + 1 :]
            if at and words[at - 1] in statuses.conjunctions:  # "called off the talks that had been set and said it"
                return said
            return [word for word in words if word != "had"]  # "said he had called it off" is news
    return words


def _clause_before(text: str, place: int) -> str:
    """From the last end of a clause up to a cue."""
    start = max((found.end() for found in CLAUSE_END.finditer(text, 0, place)), default=0)
    return text[start:place]
