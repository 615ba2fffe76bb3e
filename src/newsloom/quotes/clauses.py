"""Sentences as tokens, with names and quoted strings as one token each, and the phrases that can name a speaker.

In: a report's words, sentences, quoted strings and mentions. Out: `Clause`s (one sentence each, never cut inside a
quoted string). Nothing is decided here about who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from newsloom.langs.shapes import Saying
from newsloom.quotes.marks import Marked
from newsloom.text.sentences import Bounds

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[A-Z][a-z]{0,4}\.(?=\s+[A-Z])|[^\W_]+(?:[-&][^\W_]+|['’](?!s\b)[^\W_]+)*|['’]s\b|[^\w\s]|_"
)
POSSESSIVES = ("'s", "’s", "'", "’")
EARLY = 7  # tokens: how far into the next sentence a clause of saying may reach


class Token(NamedTuple):
    """`ref`: number of the entity or of the quoted string."""

    start: int
    end: int
    word: str
    kind: Literal["word", "name", "quote", "mark"]
    ref: int = -1
    upper: bool = False


class Phrase(NamedTuple):
    """Tokens low to high - 1 of a clause: words that name somebody; `head` says whom."""

    low: int
    high: int
    head: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence; `paragraph` is the number of the paragraph that it stands in."""

    tokens: tuple[Token, ...]
    paragraph: int

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    def bounds(self, phrase: Phrase) -> Bounds:
        return self.tokens[phrase.low].start, self.tokens[phrase.high - 1].end

    def word(self, place: int) -> str:
        """The lower-case word there; "" beyond the ends."""
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def kind(self, place: int) -> str:
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else ""


Names = Mapping[int, tuple[int, int]]  # start of a mention -> its end, the number of its entity


def split_clauses(
    text: str,
    sentences: Sequence[Bounds],
    paragraphs: Sequence[Bounds],
    marked: Sequence[Marked],
    names: Names,
    saying: Saying,
) -> tuple[Clause, ...]:
    """Clauses in order of place."""
    whole = list(_join(text, sentences, marked, saying))
    clauses, paragraph, quote = [], 0, 0
    for start, end in whole:
        while paragraph + 1 < len(paragraphs) and paragraphs[paragraph + 1][0] <= start:
            paragraph += 1
        while quote < len(marked) and marked[quote].end <= start:
            quote += 1
        if tokens := tuple(_tokens(text, start, end, marked, quote, names)):
            clauses.append(Clause(tokens, paragraph))
    return tuple(clauses)


def _join(text: str, sentences: Sequence[Bounds], marked: Sequence[Marked], saying: Saying) -> Iterator[Bounds]:
    """Sentences, joined where the boundary lies inside a quoted string or before the "he said" that belongs to it."""
    held: Bounds | None = None
    quote = 0
    for start, end in sentences:
        if held is not None:
            while quote < len(marked) and marked[quote].end < held[1]:
                quote += 1
            near = marked[quote] if quote < len(marked) else None
            inside = near is not None and near.start < held[1] and near.end > start
            after = near is not None and near.end == held[1] and _goes_on(text, near, start, end, saying)
            if inside or after:
                held = (held[0], max(end, near.end if inside and near else end))
                continue
            yield held
        held = (start, end)
    if held is not None:
        yield held


def _goes_on(text: str, mark: Marked, start: int, end: int, saying: Saying) -> bool:
    if text[start].islower():
        return True
    if text[max(mark.end - 3, mark.start) : mark.end].rstrip("\"”’'»").endswith("."):
        return False
    early = [found.group().lower() for _, found in zip(range(EARLY), TOKEN.finditer(text, start, end), strict=False)]
    return "\n" not in text[mark.end : start] and any(word in saying.verbs for word in early)


def _tokens(text: str, start: int, end: int, marked: Sequence[Marked], quote: int, names: Names) -> Iterator[Token]:
    at = start
    while quote < len(marked) and marked[quote].start < end:
        if marked[quote].start >= at:
            yield from _words(text, at, marked[quote].start, names)
            yield Token(marked[quote].start, marked[quote].end, "", "quote", quote)
            at = marked[quote].end
        quote += 1
    yield from _words(text, at, end, names)


def _words(text: str, start: int, end: int, names: Names) -> Iterator[Token]:
    at = start
    while found := TOKEN.search(text, at, end):
        begin, stop = found.span()
        if begin in names and names[begin][0] <= end:
            stop, entity = names[begin]
            yield Token(begin, stop, text[begin:stop].lower(), "name", entity, True)
        else:
            inner = min((n for n in range(begin + 1, stop) if n in names), default=0) if stop - begin > 3 else 0
            stop = inner or stop
            word = text[begin:stop]
            alphabetic = word[0].isalnum() or word[1:] == "s"
            yield Token(begin, stop, word.lower(), "word" if alphabetic else "mark", -1, word[0].isupper())
        at = max(stop, begin + 1)


class Grammar:
    """Finds phrases that name somebody, by a language's word lists alone."""

    def __init__(self, saying: Saying) -> None:
        self.saying = saying
        self.speech = (saying.verbs | saying.judging | saying.wishing) - saying.nouny
        self.determiners = saying.definite | saying.indefinite | frozenset(saying.possessives)

    def is_adverb(self, word: str) -> bool:
        saying = self.saying
        return word in saying.adverbs or word in saying.auxiliaries or (len(word) > 4 and word.endswith("ly"))

    def before(self, clause: Clause, verb: int) -> Phrase | None:
        """The subject of a verb that stands before it: "Kim, a lawyer, has also [said]" -> Kim."""
        at = verb - 1
        while at >= 0 and clause.kind(at) == "word" and self.is_adverb(clause.word(at)):
            at -= 1
        if at < 0:
            return None
        word, saying = clause.word(at), self.saying
        if word in saying.to and at >= 1 and clause.kind(at - 1) == "word":
            return self.before(clause, at - 1) if verb - at < 3 else None
        if word in saying.conjunctions:
            return self.main(clause, at)
        if word in saying.relatives:
            return self._antecedent(clause, at)
        if word in (",", "–", "—", "-", "―"):
            return self._across(clause, at)
        if word == ")":
            while at > 0 and clause.word(at) != "(":
                at -= 1
            return self.left(clause, at - 1)
        return self.left(clause, at)

    def _antecedent(self, clause: Clause, at: int) -> Phrase | None:
        at -= 1
        if clause.word(at) == ",":
            at -= 1
        return self.left(clause, at)

    def _across(self, clause: Clause, comma: int) -> Phrase | None:
        """The subject before an apposition or aside: "[Kim], who came late, said", "[Kim], a lawyer, said"."""
        first: Phrase | None = None
        edge = comma
        for _ in range(6):
            begin = edge - 1
            while (
                begin >= 0
                and clause.word(begin) not in (",", ";", ":", "–", "—", "―")
                and clause.kind(begin) != "quote"
            ):
                begin -= 1
            lead = clause.word(begin + 1)
            phrase = self.left(clause, edge - 1) if edge - 1 > begin else None
            aside = lead in self.saying.relatives or lead in self.saying.prepositions or lead.endswith("ing")
            if phrase and not aside and phrase.low <= begin + 2:
                if clause.kind(phrase.head) == "name" or clause.word(phrase.head) in self.saying.pronouns:
                    return phrase
                if first is None or clause.word(first.low) in self.saying.indefinite:
                    first = phrase
            if begin < 0 or clause.word(begin) != ",":
                break
            edge = begin
        return first or (self.main(clause, comma) if edge < comma else None)

    def left(self, clause: Clause, last: int) -> Phrase | None:
        """The phrase that ends with token `last`."""
        if last < 0 or clause.kind(last) in ("quote", "mark") or not clause.word(last):
            return None
        saying, word = self.saying, clause.word(last)
        if word in saying.pronouns:
            return Phrase(last, last + 1, last)
        if clause.kind(last) == "word" and (word in saying.breaks or word in saying.prepositions):
            return None
        low = last
        while low > 0 and self._extends(clause, low - 1, low):
            low -= 1
        while (
            low < last
            and clause.word(low) in saying.prepositions | saying.days | saying.adverbs
            and clause.kind(low) == "word"
        ):
            low += 1
        return Phrase(low, last + 1, self.head(clause, low, last + 1))

    def _extends(self, clause: Clause, at: int, low: int) -> bool:
        """Whether the token before a phrase belongs to it."""
        kind, word, saying = clause.kind(at), clause.word(at), self.saying
        if clause.word(low) in self.determiners and clause.kind(low) == "word":
            return word in saying.prepositions and self._noun(clause, at - 1)
        if kind == "name":
            return True
        if word in ("and", "&") and clause.kind(at - 1) == "name" and clause.kind(low) == "name":
            return True
        if kind != "word":
            return False
        if word in saying.prepositions:
            return self._noun(clause, at - 1)
        return not (word in saying.breaks or word in saying.pronouns or word in self.speech or word in saying.adverbs)

    def _noun(self, clause: Clause, at: int) -> bool:
        kind, word, saying = clause.kind(at), clause.word(at), self.saying
        if kind == "name" or word in saying.people_nouns or word in saying.body_nouns:
            return True
        return (
            kind == "word"
            and not (word in saying.breaks or word in self.speech or word in saying.pronouns)
            and (clause.tokens[at].upper)
        )

    def right(self, clause: Clause, first: int) -> Phrase | None:
        """The phrase that begins with token `first`: "said [Kim's lawyer] on Monday"."""
        while clause.kind(first) == "word" and clause.word(first) in self.saying.adverbs:
            first += 1
        word, saying = clause.word(first), self.saying
        if word in saying.pronouns:
            return Phrase(first, first + 1, first)
        if not self._starts(clause, first):
            return None
        high = first + 1
        while high < len(clause.tokens) and self._continues(clause, high):
            high += 1
        while high - 1 > first and clause.word(high - 1) in saying.prepositions | self.determiners:
            high -= 1
        phrase = Phrase(first, high, self.head(clause, first, high))
        return self._named_after(clause, phrase) or phrase

    def _starts(self, clause: Clause, at: int) -> bool:
        kind, word, saying = clause.kind(at), clause.word(at), self.saying
        if kind == "name":
            return True
        if kind != "word" or word in saying.breaks or word in saying.days or word in saying.prepositions:
            return False
        return (
            word in self.determiners
            or clause.tokens[at].upper
            or word in saying.people_nouns
            or (self.right_noun(clause, at))
        )

    def right_noun(self, clause: Clause, at: int) -> bool:
        """An adjective or a function before somebody's name or function: "former aide", "co-founder Lee"."""
        return any(
            clause.kind(n) == "name" or clause.word(n) in self.saying.people_nouns
            for n in range(at + 1, min(at + 4, len(clause.tokens)))
        ) and all(clause.kind(n) in ("word", "name") for n in range(at, min(at + 2, len(clause.tokens))))

    def _continues(self, clause: Clause, at: int) -> bool:
        kind, word, saying = clause.kind(at), clause.word(at), self.saying
        if kind == "name":
            return clause.kind(at - 1) != "name" or clause.tokens[at - 1].ref == clause.tokens[at].ref or True
        if word in ("and", "&") and clause.kind(at - 1) == "name" and clause.kind(at + 1) == "name":
            return True
        if kind != "word" or word in saying.breaks or word in saying.pronouns or word in saying.days:
            return False
        if word in saying.prepositions:
            return (
                word in ("of", "for", "from", "at", "with", "de", "du", "des")
                and clause.word(at + 1) not in saying.days
            )
        return not (word in self.speech and not word.endswith("ed")) and not self.is_adverb(word)

    def _named_after(self, clause: Clause, phrase: Phrase) -> Phrase | None:
        """ "said the group's president, Bob Smith" -> Bob Smith."""
        if clause.kind(phrase.head) == "name" or clause.word(phrase.high) != ",":
            return None
        if clause.kind(phrase.high + 1) == "name" and clause.word(phrase.high + 2) in (",", ".", "", "of", "in"):
            return Phrase(phrase.low, phrase.high + 2, phrase.high + 1)
        return None

    def head(self, clause: Clause, low: int, high: int) -> int:
        """The token that says who is meant: "a spokesman for Kim" -> spokesman, "Secretary of State Ann Lee" -> Lee."""
        preposition = next(
            (
                n
                for n in range(low + 1, high - 1)
                if clause.kind(n) == "word" and clause.word(n) in self.saying.prepositions
            ),
            0,
        )
        if not preposition:
            pair = next((n for n in range(low + 1, high - 1) if clause.word(n) in ("and", "&")), 0)
            return self._core(clause, low, pair or high)
        last = high - 1
        if clause.kind(last) == "name" and last - preposition > 1 and not self._complement(clause, preposition, last):
            return last
        return self._core(clause, low, preposition)

    def _complement(self, clause: Clause, preposition: int, last: int) -> bool:
        """Whether the name is what the preposition governs: "for [Mr. Kim]", "for the former aide [Kim]"."""
        between = [clause.tokens[n] for n in range(preposition + 1, last)]
        if any(token.word in self.determiners for token in between):
            return True
        return all(token.word.rstrip(".") in TITLES_BEFORE_NAMES for token in between)

    def _core(self, clause: Clause, low: int, high: int) -> int:
        """Head of a phrase without preposition: its last word, or the last name if only small words follow."""
        last = high - 1
        while last > low and clause.word(last) in POSSESSIVES:
            last -= 1
        if clause.kind(last) == "name" or clause.word(last) in self.saying.people_nouns | self.saying.body_nouns:
            return last
        return last

    def main(self, clause: Clause, until: int) -> Phrase | None:
        """The subject of the sentence: its first phrase that names somebody, outside what prepositions govern."""
        spare: Phrase | None = None
        at = 0
        while at < until:
            kind, word = clause.kind(at), clause.word(at)
            governed = at > 0 and clause.word(at - 1) in self.saying.prepositions
            if kind == "name" or word in self.saying.pronouns or word in self.saying.people_nouns:
                phrase = self.left(clause, self._end_of(clause, at, until))
                if phrase and clause.word(phrase.high) not in POSSESSIVES:
                    behind = clause.word(phrase.low - 1) in self.saying.prepositions or governed
                    if not behind:
                        return phrase
                    spare = spare or phrase
                at = max(at, phrase.high if phrase else at)
            at += 1
        return spare

    def _end_of(self, clause: Clause, at: int, until: int) -> int:
        """Where a phrase ends that has a name or a function at `at`."""
        while at + 1 < until and (
            clause.kind(at + 1) == "name"
            or (clause.word(at + 1) in self.saying.people_nouns and clause.kind(at) != "word")
        ):
            at += 1
        return at


TITLES_BEFORE_NAMES = frozenset(
    """mr mrs ms miss dr president senator sen rep representative congressman congresswoman gov governor general gen
    judge justice king queen prince pope m mme le la""".split()
)
