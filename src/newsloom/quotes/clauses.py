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
LONGEST = 400  # tokens of a clause: what has no sentences is cut, so that the work stays linear
EARLY = 7  # tokens: how far into the next sentence a clause of saying may reach


class Token(NamedTuple):
    """`ref`: number of the entity or of the quoted string."""

    start: int
    end: int
    word: str
    kind: Literal["word", "name", "quote", "mark"]
    ref: int = -1
    upper: bool = False
    person: bool = False


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


class Named(NamedTuple):
    """A mention: where it ends, the number of its entity, and whether that is a person."""

    end: int
    entity: int
    person: bool


Names = Mapping[int, Named]  # by the start of the mention


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
    clauses: list[Clause] = []
    paragraph, quote = 0, 0
    for start, end in whole:
        while paragraph + 1 < len(paragraphs) and paragraphs[paragraph + 1][0] <= start:
            paragraph += 1
        while quote < len(marked) and marked[quote].end <= start:
            quote += 1
        tokens = tuple(_parted(_tokens(text, start, end, marked, quote, names), saying))
        clauses += [Clause(tokens[at : at + LONGEST], paragraph) for at in range(0, len(tokens), LONGEST)]
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
        return _closes(text, start, end, saying)
    early = [found.group().lower() for _, found in zip(range(EARLY), TOKEN.finditer(text, start, end), strict=False)]
    return "\n" not in text[mark.end : start] and any(word in saying.verbs for word in early)


def _closes(text: str, start: int, end: int, saying: Saying) -> bool:
    """Whether a short sentence behind a full stop only says who spoke: "Kim tweeted on Oct. 12."."""
    words = [
        found.group().lower() for _, found in zip(range(EARLY + 3), TOKEN.finditer(text, start, end), strict=False)
    ]
    said = next((n for n, word in enumerate(words[:4]) if n and word in saying.verbs), 0)
    plain = not any(word in saying.that or word == ":" for word in words)
    return (
        said > 0
        and len(words) <= EARLY + 2
        and plain
        and all(word in saying.days or not word[0].isalpha() for word in words[said + 1 :])
    )


def _parted(tokens: Iterator[Token], saying: Saying) -> Iterator[Token]:
    """Words that are written together, as tokens of their own: "a-t-il" -> a il; "l'avocate" -> l' avocate."""
    for token in tokens:
        if token.kind == "word":
            yield from _split_word(token, saying)
        else:
            yield token


def _split_word(token: Token, saying: Saying) -> Iterator[Token]:
    head = next((h for h in saying.proclitics if token.word.startswith(h) and len(token.word) > len(h)), "")
    if head:
        edge = token.start + len(head)
        yield token._replace(end=edge, word=head)
        token = token._replace(start=edge, word=token.word[len(head) :], upper=False)
    tail = next((t for t in saying.enclitics if token.word.endswith(t) and len(token.word) > len(t)), "")
    if tail:
        pronoun = tail.rpartition("-")[2]
        yield token._replace(end=token.end - len(tail), word=token.word[: -len(tail)])
        token = Token(token.end - len(pronoun), token.end, pronoun, "word")
    yield token


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
            stop, entity, person = names[begin]
            yield Token(begin, stop, text[begin:stop].lower(), "name", entity, True, person)
        else:
            inner = min((n for n in range(begin + 1, stop) if n in names), default=0) if stop - begin > 3 else 0
            stop = inner or stop
            word = text[begin:stop]
            alphabetic = word[0].isalnum() or word[1:] == "s"
            yield Token(begin, stop, word.lower(), "word" if alphabetic else "mark", -1, word[0].isupper())
        at = max(stop, begin + 1)
