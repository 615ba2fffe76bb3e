"""Indirect statements: what somebody is reported to have said, without quotation marks.

In: clauses with their frames. Out: (frame, content) pairs; the content is a stretch of the clause: what follows "said
that", what stands before ", Kim said", what "according to" vouches for. A stretch that quoted strings make up for the
most part is left to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsloom.quotes.clauses import Clause, Phrase
from newsloom.quotes.frames import Frame, trails
from newsloom.quotes.grammar import DASHES, Grammar
from newsloom.quotes.held import find_held

LEAST: Final = 2  # tokens of content
QUOTED: Final = 0.6  # share of the content's characters; above it the quoted strings stand for it
SETTING: Final = 8  # tokens: how far a verb stands behind "On Thursday, however,"
AFAR: Final = 12  # tokens: how far behind the verb "that" may stand ("said in a statement on Friday that")
INNER: Final = ("judge", "wish")
STOPS = frozenset(".;:!?,—–―")


def find_contents(clause: Clause, frames: tuple[Frame, ...], grammar: Grammar) -> Iterator[tuple[Frame, int, int]]:
    """Frames with the first and last token of what is said, in order of place."""
    found: list[tuple[Frame, int, int]] = []
    for number, frame in enumerate(frames):
        bounds = _content(clause, frame, frames[number + 1 :], grammar)
        least = 1 if frame.sort == "judge" and bounds and clause.kind(bounds[0]) == "name" else LEAST
        if bounds and (kept := _trim(clause, *bounds, least)) and not _quoted(clause, *kept):
            found.append((frame, *kept))
    found += find_held(clause, grammar)
    for one in found:
        if one[0].sort not in INNER or not any(_is_within(clause, one, other, grammar) for other in found):
            yield one


def _is_within(clause: Clause, one: tuple[Frame, int, int], other: tuple[Frame, int, int], grammar: Grammar) -> bool:
    """Whether a belief or judgement is told only inside another's statement: "Kim said that Lee [hopes so]". What an
    outlet relays stands by itself: "Harbour News reported that Lee [hopes so]"."""
    holds = other[0] != one[0] and other[1] <= one[0].first and one[2] <= other[2]
    return holds and other[0].sort != "according" and clause.word(other[0].last) not in grammar.saying.outlets_by


def _content(clause: Clause, frame: Frame, later: tuple[Frame, ...], grammar: Grammar) -> tuple[int, int] | None:
    if frame.subject is None or frame.unsaid:
        return None
    if frame.passive:
        return _undergoes(clause, frame, grammar)
    opening = min(frame.first, frame.subject.low)
    if frame.sort == "according":
        if opening <= 1:
            return frame.subject.high, len(clause.tokens) - 1
        return 0, opening - 1
    end = _end(clause, frame, later, grammar)
    if not frame.participle and trails(clause, frame) and opening > 1 and _is_medial(clause, frame, grammar):
        return 0, len(clause.tokens) - 1
    behind = _behind(clause, frame, end, grammar)
    if (
        behind
        and clause.word(frame.last) in grammar.saying.sensing
        and clause.word(behind[0]) not in grammar.saying.that
    ):
        return None
    if not frame.participle and trails(clause, frame) and opening > 2 and not behind:
        return None if _sets_out(clause, frame, grammar) else (0, opening - 1)
    return behind


def _undergoes(clause: Clause, frame: Frame, grammar: Grammar) -> tuple[int, int] | None:
    """Whom or what a passive judges: "[the deal] was criticised by Kim"."""
    theme = grammar.before(clause, frame.first) if frame.sort == "judge" else None
    if theme is None:
        return None
    between = [clause.word(n) for n in range(theme.high, frame.first)]
    is_done = any(word in grammar.saying.be for word in between) and all(map(grammar.is_adverb, between))
    return (theme.low, theme.high - 1) if is_done else None


def _sets_out(clause: Clause, frame: Frame, grammar: Grammar) -> bool:
    """Whether what stands before a verb says only when or where words were said that follow: "In May, Kim said "…"."""
    saying = grammar.saying
    opens = clause.word(0) in saying.prepositions | saying.temporal | saying.days | saying.as_
    brief = frame.first <= SETTING and clause.word(frame.last) in saying.answering
    return opens and (brief or any(token.kind == "quote" for token in clause.tokens[frame.last :]))


def _is_medial(clause: Clause, frame: Frame, grammar: Grammar) -> bool:
    """Whether a verb stands inside what is said: "The truth, [Kim said] then, was another"."""
    if frame.sort != "say":
        return False
    last = max(frame.last, frame.subject.high - 1 if frame.subject else 0)
    for at in range(last + 1, min(last + AFAR, len(clause.tokens) - LEAST)):
        word = clause.word(at)
        if word == ",":
            return clause.kind(at + 1) != "quote" and not clause.word(at + 1).endswith("ing")
        timely = word in grammar.saying.days or word in grammar.saying.adverbs
        if clause.kind(at) not in ("word", "name") or (word in grammar.saying.breaks and not timely):
            return False
        if at == last + 1 and not timely and word not in grammar.saying.prepositions:
            return False
    return False


def _end(clause: Clause, frame: Frame, later: tuple[Frame, ...], grammar: Grammar) -> int:
    """What is said ends with the sentence, or before what the reporter goes on to tell: "and warned …", ", adding …",
    ", Kim said", ", which …", "; …"."""
    start = frame.last + 1
    end = len(clause.tokens) - 1
    start = _past_setting(clause, start, end, grammar)
    for following in later:
        if following.subject is None or following.first <= frame.last:
            continue
        opening = following.first if following.subject == frame.subject else min(following.first, following.subject.low)
        shared = following.subject == frame.subject and clause.word(opening - 1) in grammar.saying.conjunctions
        if opening > start and (shared or clause.word(opening - 1) == ","):
            end = min(end, opening - 2)
    for at in range(start + LEAST, end):
        if _leaves(clause, at, grammar) or (frame.sort in INNER and _turns(clause, at, grammar)):
            return at - 1
    return end


def _past_setting(clause: Clause, start: int, end: int, grammar: Grammar) -> int:
    """The comma behind a setting that opens a statement: "that [if it rained,] …", "that [in the county, which …,] …";
    else the start."""
    saying = grammar.saying
    if clause.word(start) not in saying.that or clause.word(start + 1) not in saying.prepositions | saying.parting:
        return start
    for at in range(start + 2, min(start + AFAR, end)):
        if clause.word(at) == ",":
            return _past_relative(clause, at, end, grammar)
    return start


def _past_relative(clause: Clause, comma: int, end: int, grammar: Grammar) -> int:
    if not _leaves(clause, comma, grammar):
        return comma
    return next((at for at in range(comma + 1, min(comma + AFAR, end)) if clause.word(at) == ","), comma)


def _leaves(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Whether the mark at a place parts the reporter's words from what was said."""
    mark, after = clause.word(at), clause.word(at + 1)
    return mark == ";" or (mark == "," and after in grammar.saying.relatives - grammar.saying.that)


def _turns(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Whether the reporter goes on behind a judgement or a wish: ", but …", ", after …", " – …"."""
    mark, after = clause.word(at), clause.word(at + 1)
    return mark in DASHES or (mark == "," and after in grammar.saying.turns)


def _behind(clause: Clause, frame: Frame, end: int, grammar: Grammar) -> tuple[int, int] | None:
    """What follows the verb: past the hearer, the day and the occasion, from "that" on where there is one."""
    saying = grammar.saying
    at = (frame.subject.high if frame.subject else frame.last + 1) if frame.inverted else frame.last + 1
    if clause.word(frame.last) in saying.telling and (hearer := hearer_of(clause, frame, grammar)):
        at = hearer.high
    if (that := _that(clause, at, min(at + AFAR, end), grammar)) is not None:
        return that, end
    while at < end and clause.kind(at) == "word" and clause.word(at) in saying.days and clause.word(at) != "in":
        at += 1
    if clause.word(at) == ",":
        return None
    if clause.word(at) in saying.topical or clause.word(at) == saying.phrasal.get(clause.word(frame.last)):
        at += 1
    elif clause.word(at) in saying.temporal | saying.as_ or (
        frame.sort == "say" and (clause.word(at) in saying.prepositions - saying.to or _hears(clause, at, grammar))
    ):
        return None
    return (at, end) if end - at + 1 >= LEAST else None


def _hears(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Whether "to" names who hears it or what is answered: "spoke [to the crowd]", "did not respond [to requests]"."""
    if clause.word(at) not in grammar.saying.to:
        return False
    somebody = clause.kind(at + 1) in ("name", "quote") or clause.word(at + 1) in grammar.determiners
    return somebody or clause.word(at - 1) in grammar.saying.answering


def _that(clause: Clause, at: int, limit: int, grammar: Grammar) -> int | None:
    """The "that" of a verb of saying, past days, places and occasions, but not one that hangs on a noun of what is
    said: "the raid that …"."""
    saying = grammar.saying
    free = True  # only an adjunct stands between
    for place in range(at, limit):
        word, kind = clause.word(place), clause.kind(place)
        if word in saying.that and kind == "word":
            return place if free else None
        if (word in STOPS and place > at and not (free and word == ",")) or kind == "quote":
            return None
        if place == at:
            free = word in saying.prepositions or word in saying.days or word in saying.adverbs
    return None


def hearer_of(clause: Clause, frame: Frame, grammar: Grammar) -> Phrase | None:
    """ "told [Reuters]", "told [reporters]": the phrase right behind a verb of telling."""
    if clause.word(frame.last) not in grammar.saying.telling or frame.inverted:
        return None
    at = frame.last + 1
    token = clause.tokens[at] if at < len(clause.tokens) else None
    if token is None or token.kind in ("quote", "mark") or token.word in grammar.saying.that | grammar.saying.to:
        return None
    phrase = grammar.right(clause, at)
    if phrase is None and token.word not in grammar.saying.breaks | grammar.saying.prepositions:
        return Phrase(at, at + 1, at)
    if phrase and phrase.high - phrase.low > 4 and token.kind == "name":
        return Phrase(at, at + 1, at)
    return phrase


def heard_by(clause: Clause, frame: Frame, grammar: Grammar) -> Phrase | None:
    """ "told [Reuters]", "said to [reporters]", "in an interview with [Harbour News]": whom words were said to."""
    if told := hearer_of(clause, frame, grammar):
        return told
    occasion = occasion_of(clause, frame, grammar)
    for before in (frame.last, occasion.head if occasion else None):
        if before is not None and clause.word(before + 1) in grammar.saying.hearing:
            phrase = grammar.right(clause, before + 2)
            if phrase and phrase.low == before + 2 and grammar.is_voice(clause, phrase):
                return phrase
    return None


def relay_of(clause: Clause, frame: Frame, frames: tuple[Frame, ...], grammar: Grammar) -> Phrase | None:
    """ "…, [Harbour News] reported", ", according to [Harbour News]", "[Harbour News] quoted Kim as saying": a body
    through which somebody else is heard."""
    for other in frames:
        if other == frame or other.subject is None or other.subject == frame.subject:
            continue
        head = clause.tokens[other.subject.head]
        if head.kind == "name" and not head.person and _is_relay(clause, frame, other, grammar):
            return other.subject
    return None


def _is_relay(clause: Clause, frame: Frame, other: Frame, grammar: Grammar) -> bool:
    if other.sort == "according":
        return True
    if clause.word(other.last) not in grammar.saying.outlets_by:
        return False
    quoted = other.first < frame.first and clause.word(frame.first - 1) in grammar.saying.as_
    return quoted or other.passive or (other.first > frame.last and trails(clause, other))


def occasion_of(clause: Clause, frame: Frame, grammar: Grammar) -> Phrase | None:
    """ "in a statement", "at a news conference", "on Twitter": the occasion near a verb of saying."""
    saying = grammar.saying
    low = frame.last + 1
    if frame.sort != "say":
        return None
    for at in range(low, min(low + AFAR, len(clause.tokens))):
        if clause.kind(at) == "quote" or clause.word(at) in saying.that:
            return None
        if clause.word(at) in saying.settings and (head := _occasion(clause, at, grammar)):
            return Phrase(at, head + 1, head)
    return None


def _occasion(clause: Clause, preposition: int, grammar: Grammar) -> int | None:
    """The noun behind a preposition: "in a floor [speech]", "in a series of [tweets]"."""
    saying = grammar.saying
    for at in range(preposition + 1, preposition + 7):
        if clause.kind(at) not in ("word", "name"):
            return None
        if clause.word(at) in saying.occasions:
            return at + 1 if clause.word(at + 1) in saying.occasions else at
        if clause.word(at) in saying.prepositions and clause.word(at) not in saying.genitive:
            return None
        if clause.word(at) in saying.breaks:
            return None
    return None


def _trim(clause: Clause, first: int, last: int, least: int = LEAST) -> tuple[int, int] | None:
    while first <= last and clause.word(first) in STOPS and clause.kind(first) == "mark":
        first += 1
    while last >= first and clause.word(last) in STOPS and clause.kind(last) == "mark":
        last -= 1
    return (first, last) if last - first + 1 >= least else None


def _quoted(clause: Clause, first: int, last: int) -> bool:
    tokens = clause.tokens[first : last + 1]
    quoted = sum(token.end - token.start for token in tokens if token.kind == "quote")
    return quoted > QUOTED * (tokens[-1].end - tokens[0].start)
