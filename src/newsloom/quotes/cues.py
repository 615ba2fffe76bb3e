"""Which verb brings in a quoted string: the one that touches it, the nearest before it, the one that trails.

In: a clause, its frames, and the place of a quoted string. Out: the frame and the rule that chose it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsloom.quotes.clauses import Clause
from newsloom.quotes.frames import Frame, trails
from newsloom.quotes.grammar import DASHES, Grammar

NEAR: Final = 6  # tokens between a verb and the words that it brings in


def frame_for(clause: Clause, frames: Sequence[Frame], place: int, grammar: Grammar) -> tuple[Frame | None, str]:
    """The frame that brings in a quoted string, and the rule. Who relays (", CNN reported", ", according to the
    agency") gives way to whoever was said to speak before."""
    usable = [frame for frame in frames if frame.sort != "wish"]
    before = _before(clause, usable, place, grammar)
    touching = next((frame for frame in usable if _touches_after(clause, frame, place, grammar)), None)
    if touching and before and _brings_in_the_next(clause, touching, before, place, grammar):
        return before, "before"
    if touching and not _gives_way(clause, touching, before, grammar):
        return _quoted_as(clause, touching, usable, grammar), "after"
    trailing = next((frame for frame in usable if frame.first > place and trails(clause, frame)), None)
    if trailing and _gives_way(clause, trailing, before, grammar):
        trailing = None
    if before and not (trailing and before.sort == "judge" and place - before.last > NEAR):
        return before, "before"
    if trailing:
        return trailing, "trailing"
    wishing = [frame for frame in frames if frame.last < place and frame.sort == "wish"]
    if wishing:
        return wishing[-1], "wishing"
    later = next((frame for frame in usable if frame.first > place), None)
    if later is None or _is_parted(clause, place, later, grammar):
        return None, ""
    return later, "later"


def _quoted_as(clause: Clause, frame: Frame, frames: Sequence[Frame], grammar: Grammar) -> Frame:
    """`"…," the paper quoted [Kim] as saying`: Kim's words, not the paper's."""
    if not relays(clause, frame, grammar):
        return frame
    saying = (f for f in frames if f.first > frame.last and f.participle and f.subject)
    return next((f for f in saying if clause.word(f.first - 1) in grammar.saying.as_), frame)


def _brings_in_the_next(clause: Clause, touching: Frame, before: Frame, place: int, grammar: Grammar) -> bool:
    """`To a reporter who said it was "late," Kim replied, "…"`, `Lee called it "late," Kim mocked her …`: the first
    string is not Kim's."""
    follows = touching.last + 1 if not touching.subject else max(touching.last + 1, touching.subject.high)
    while clause.word(follows) in (",", ":"):
        follows += 1
    near = place - before.last <= NEAR and before.subject is not None and not before.participle
    judged = touching.sort == "judge" and not touching.inverted and before.sort != "according"
    return near and (clause.kind(follows) == "quote" or judged)


def _is_parted(clause: Clause, place: int, later: Frame, grammar: Grammar) -> bool:
    """Whether a verb behind a quoted string is of a clause of its own: `"…" hours after Kim said so`."""
    opening = min(later.first, later.subject.low) if later.subject else later.first
    return any(clause.word(n) in grammar.saying.temporal for n in range(place + 1, opening))


def _before(clause: Clause, frames: Sequence[Frame], place: int, grammar: Grammar) -> Frame | None:
    """The nearest frame before a quoted string; one of a clause of time ("when he announced …") only if it is the
    only one."""
    earlier = [f for f in frames if f.last < place and not (f.sort == "according" and f.first > 0)]
    main = [
        f for f in earlier if not (f.subject and clause.word(f.subject.low - 1) in grammar.saying.temporal)
    ] or earlier
    said = [f for f in main if clause.word(f.last) not in grammar.saying.weak]
    named = [f for f in said if f.subject or not f.passive]
    return next((chosen[-1] for chosen in (named, said, main) if chosen), None)


def _gives_way(clause: Clause, frame: Frame, before: Frame | None, grammar: Grammar) -> bool:
    """Whether a frame behind a quoted string only says how the words came: somebody before it spoke them."""
    spoken = before is not None and before.sort == "say" and before.subject is not None
    return before is not None and (relays(clause, frame, grammar) or (frame.sort == "according" and spoken))


def relays(clause: Clause, frame: Frame, grammar: Grammar) -> bool:
    return clause.word(frame.last) in grammar.saying.outlets_by


def _touches_after(clause: Clause, frame: Frame, place: int, grammar: Grammar) -> bool:
    """`"…," Kim said` and `"…," said Kim`."""
    at = place + 1
    while clause.word(at) in (",", *DASHES):
        at += 1
    if clause.kind(at) == "mark":
        return False
    if frame.inverted:
        return (at <= frame.first <= at + 2 and frame.sort != "according") or frame.first == at
    return (
        frame.subject is not None
        and not frame.participle
        and at <= frame.subject.low <= at + 1
        and clause.word(frame.subject.low - 1) not in grammar.saying.prepositions
        and not any(token.kind == "quote" for token in clause.tokens[at : frame.first])
    )
