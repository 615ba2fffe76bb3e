"""What a CitedSentence looks like: the one place where outlets' words, our insertions and gaps become text.

In: a CitedSentence and the articles. Out: pieces in order; joined they are the `text` of story.json and the text of the
page, so the two cannot differ. Invariant: every piece that is not ours stands, blanks aside, inside one citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from newsloom.records import Article, ArticleId, CitedSentence, Insert, Span, StoryPage, Words

GAP = " … "
OPENING = tuple("([{“‘«„¿¡")  # after these an insertion needs no blank before it
CLOSING = (*",.;:!?)]}”’»…", "'s")  # before these it needs none after it
OPEN_OR_CLOSE = re.compile(r"[\[\]]")
BRACKETED = re.compile(r"\[([^\[\]]{1,80})\]")
PLAIN_BRACKETS = str.maketrans("[]", "()")

Articles = Mapping[ArticleId, Article]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: an outlet's words (`span` says where they stand), or ours (`span` None)."""

    text: str
    span: Span | None = None
    gap: bool = False

    @property
    def ours(self) -> bool:
        return self.span is None and not self.gap


def pieces_of(sentence: CitedSentence, articles: Articles) -> tuple[Piece, ...]:
    """The sentence as it is shown: words, "[insertions]" with blanks where needed, " … " for what is left out.

    Words("He"), Insert("Trump"), Words("spoke") -> "He", " [Trump] ", "spoke"
    """
    shown: list[Piece] = []
    own = own_words(sentence, articles)
    for piece in join_words(sentence.pieces, articles):
        before = shown[-1] if shown else None
        if isinstance(piece, Insert):
            blank = " " if before and not before.text.endswith((" ", *OPENING)) else ""
            shown.append(Piece(f"{blank}{bracketed(piece.text)}"))
            continue
        text = " ".join(piece.text.split())
        if before and before.span:
            shown.append(Piece(GAP, gap=True))
        elif before and not text.startswith(CLOSING):
            shown.append(Piece(" ", gap=True))
        shown.append(Piece(text, next((whole.span for whole in own if _within(piece, whole)), piece.span)))
    return (*shown, *_own_brackets(shown))


def _own_brackets(shown: list[Piece]) -> Iterator[Piece]:
    """A note of ours where an outlet prints square brackets: nobody shall take them for ours, also when copied.

    "“[They] knew,” he said" -> " [brackets around “They”: the report’s]"
    """
    printed = [piece.text for piece in shown if piece.span and OPEN_OR_CLOSE.search(piece.text)]
    if printed:
        within = dict.fromkeys(found for text in printed for found in BRACKETED.findall(text))
        around = " around " + ", ".join(f"“{words}”" for words in within) if within else ""
        yield Piece(f" {bracketed(f'brackets{around}: the report’s')}")


def text_of(sentence: CitedSentence, articles: Articles) -> str:
    """The sentence as one string, as in story.json."""
    return "".join(piece.text for piece in pieces_of(sentence, articles))


def bracketed(ours: str) -> str:
    """Our words, marked in the text itself so that copying and print keep the mark: "24 May" -> "[24 May]"."""
    return f"[{' '.join(ours.translate(PLAIN_BRACKETS).split())}]"


def join_words(pieces: tuple[Words | Insert, ...], articles: Articles) -> tuple[Words | Insert, ...]:
    """Neighbouring words that only blanks part in their report become one: no "…" where nothing is cut."""
    joined: list[Words | Insert] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if isinstance(before, Words) and isinstance(piece, Words) and (whole := _stretch(before, piece, articles)):
            joined[-1] = whole
        else:
            joined.append(piece)
    return tuple(joined)


def _stretch(left: Words, right: Words, articles: Articles) -> Words | None:
    a, b, article = left.span, right.span, articles.get(left.span.article_id)
    if article is None or (a.article_id, a.version, a.part) != (b.article_id, b.version, b.part):
        return None
    whole = article.text if a.part == "text" else article.headline
    if article.version != a.version or not a.end <= b.start < len(whole) or whole[a.end : b.start].strip():
        return None
    return article.words(a.start, b.end, a.part)


def cited_by(sentence: CitedSentence, articles: Articles) -> tuple[Words, ...]:
    """Every citation once, in order: the sentence's own words, what else bears out our insertions, who else says it."""
    own = own_words(sentence, articles)
    because = (word for piece in sentence.pieces if isinstance(piece, Insert) for word in piece.because)
    rest = (word for word in because if not any(_within(word, whole) for whole in own))
    return tuple(dict.fromkeys((*own, *rest, *sentence.also)))


def own_words(sentence: CitedSentence, articles: Articles) -> tuple[Words, ...]:
    """The stretches of reports that a sentence is made of: an insertion of ours parts none.

    "He", [Ann Lee], " spoke" -> "He spoke"
    """
    words = tuple(piece for piece in sentence.pieces if isinstance(piece, Words))
    return tuple(piece for piece in join_words(words, articles) if isinstance(piece, Words))


def _within(inner: Words, outer: Words) -> bool:
    a, b = inner.span, outer.span
    same = (a.article_id, a.version, a.part) == (b.article_id, b.version, b.part)
    return same and b.start <= a.start and a.end <= b.end


def sentences_in(shown: Any) -> Iterator[CitedSentence | Words]:
    """Everything cited below a page or a part of it, in order, whatever section it stands in."""
    if isinstance(shown, CitedSentence | Words):
        yield shown
    elif isinstance(shown, tuple):
        for item in shown:
            yield from sentences_in(item)
    elif is_dataclass(shown):
        for field in fields(shown):
            yield from sentences_in(getattr(shown, field.name))


def words_in(shown: Any, articles: Articles) -> Iterator[Words]:
    """Every citation below a page or a part of it; a passage cited twice comes twice."""
    for item in sentences_in(shown):
        yield from (item,) if isinstance(item, Words) else cited_by(item, articles)


def is_earlier(shown: Any, page: StoryPage) -> bool:
    """True where nothing cited is from the page's own reports: it reaches back into the story's thread."""
    own = {row.article.id for row in page.reports}
    cited = [word.span.article_id for word in words_in(shown, {})]
    return bool(cited) and own.isdisjoint(cited)
