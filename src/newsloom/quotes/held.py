"""What somebody's noun of saying or wanting holds: "Kim's claim that …", "his decision to …".

In: a clause. Out: (frame, first token, last token), as of `find_contents`; the frame's cue is the noun, its subject the
owner. A noun without an owner right before it gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsloom.quotes.clauses import POSSESSIVES, Clause, Phrase
from newsloom.quotes.frames import Frame
from newsloom.quotes.grammar import DASHES, Grammar

BETWEEN: Final = 2  # words between the owner and the noun: "his [first public] claim"
ENDS: Final = frozenset((",", ";", ":", ".", "?", "!", *DASHES))
LEAST: Final = 3  # tokens with "that" or "to"


def find_held(clause: Clause, grammar: Grammar) -> Iterator[tuple[Frame, int, int]]:
    """Contents of nouns with an owner: "[his] decision [to leave]" -> (frame of "decision", "to", "leave")."""
    saying = grammar.saying
    for noun, token in enumerate(clause.tokens):
        if token.kind != "word" or token.word not in saying.held or not _opens(clause, noun + 1, grammar):
            continue
        owner = _owner(clause, noun, grammar)
        last = _end(clause, noun + 1, grammar)
        if owner and last - noun >= LEAST:
            yield Frame(noun, noun, "wish", owner), noun + 1, last


def _opens(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Whether "that" or an infinitive follows, not a place: "threat [to the city]"."""
    saying, after = grammar.saying, clause.word(at + 1)
    if clause.word(at) in saying.that:
        return after not in saying.auxiliaries
    return clause.word(at) in saying.to and clause.kind(at + 1) == "word" and after not in grammar.determiners


def _owner(clause: Clause, noun: int, grammar: Grammar) -> Phrase | None:
    for at in range(noun - 1, max(noun - 2 - BETWEEN, -1), -1):
        if clause.word(at) in grammar.saying.possessives and clause.kind(at) == "word":
            return Phrase(at, at + 1, at)
        if clause.word(at) in POSSESSIVES:
            return grammar.left(clause, at - 1)
        if clause.kind(at) != "word" or clause.word(at) in grammar.saying.breaks | grammar.saying.prepositions:
            return None
    return None


def _end(clause: Clause, start: int, grammar: Grammar) -> int:
    """What is held ends before the main verb or the next mark: "his claim that it was late [was] false" is cut at the
    second verb of a form of "be" or an auxiliary."""
    verbs = clause.word(start) in grammar.saying.to
    for at in range(start + 1, len(clause.tokens)):
        word = clause.word(at)
        if clause.kind(at) == "mark" and word in ENDS:
            return at - 1
        if word in grammar.saying.auxiliaries - grammar.saying.to and not word.startswith(("'", "’")):
            chained = clause.word(at - 1) in grammar.saying.auxiliaries
            if verbs and not chained:
                return at - 1
            verbs = True
    return len(clause.tokens) - 1
