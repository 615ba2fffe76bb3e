"""How one page cites: the number of each report, the address of each passage, what is disputed. Read by the templates.

In: a page's reports, articles and links. Out: for a sentence its pieces and its citations. Invariant: one report has
one number all over a page; the numbers of the page's own reports are those of its list "all reports".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from newsloom.pages.links import Links, fragment
from newsloom.pages.shown import Articles, Piece, cited_by, own_words, pieces_of, words_in
from newsloom.pages.times import told
from newsloom.records import ArticleId, CitedSentence, Disagreement, Insert, Range, Span, StoryPage, Words


@dataclass(frozen=True, slots=True)
class Cite:
    """One citation as shown. `own`: the sentence is made of these words; `because`: they bear out an insertion of ours.

    `passage` tells what stands there, for what the sentence does not show itself.
    """

    number: int
    label: str  # the number; "3b" where it is the second passage of report 3 that is cited in one place
    outlet: str
    when: str
    href: str
    span: str  # joins it to the words in the sentence that it bears out
    own: bool
    because: bool
    passage: str
    language: str


@dataclass(frozen=True, slots=True)
class Citing:
    """Numbers grow where a report from beyond the page's own list is cited: hence the dict inside."""

    links: Links
    articles: Articles
    language: str
    disputed: tuple[tuple[Span, int], ...] = ()
    numbers: dict[ArticleId, int] = field(default_factory=dict)

    def number(self, article_id: ArticleId) -> int:
        return self.numbers.setdefault(article_id, len(self.numbers) + 1)

    def pieces(self, sentence: CitedSentence) -> tuple[Piece, ...]:
        return pieces_of(sentence, self.articles)

    def text(self, sentence: CitedSentence) -> str:
        return "".join(piece.text for piece in self.pieces(sentence))

    def cites(self, *sentences: CitedSentence) -> tuple[Cite, ...]:
        """The citations of a sentence; several sentences' each once. What is shown in the sentences is `own`."""
        own = {words for sentence in sentences for words in own_words(sentence, self.articles)}
        inserts = (piece for sentence in sentences for piece in sentence.pieces if isinstance(piece, Insert))
        because = {word for insert in inserts for word in insert.because}
        words = dict.fromkeys(word for sentence in sentences for word in cited_by(sentence, self.articles))
        return lettered(self.cite(word, own=word in own, because=word in because) for word in words)

    def places(self, *words: Words) -> tuple[Cite, ...]:
        """Passages cited in one place, those of one report side by side."""
        cites = lettered(self.cite(word) for word in words)
        first = {cite.number: at for at, cite in reversed(list(enumerate(cites)))}
        return tuple(sorted(cites, key=lambda cite: first[cite.number]))

    def cite(self, words: Words, own: bool = False, because: bool = False) -> Cite:
        span, article = words.span, self.articles.get(words.span.article_id)
        return Cite(
            number=(number := self.number(span.article_id)),
            label=str(number),
            outlet=article.outlet if article else "a report no longer held",
            when=told(article) if article else "",
            href=self.links.passage(span),
            span=name(span),
            own=own,
            because=because and not own,
            passage=" ".join(words.text.split()),
            language=self.foreign(span.article_id),
        )

    def foreign(self, article_id: ArticleId) -> str:
        """The language of a report, "" where it is the page's."""
        article = self.articles.get(article_id)
        return article.language if article and article.language != self.language else ""

    def outside(self, words: Words) -> str:
        """The outlet's own page at these words, "" where it has no address."""
        article = self.articles.get(words.span.article_id)
        return fragment(article.url, words.text) if article else ""

    def dispute(self, sentence: CitedSentence) -> int | None:
        """The number of the first disagreement that a sentence is part of, from 1."""
        spans = [word.span for word in cited_by(sentence, self.articles)]
        return next((n for there, n in self.disputed if any(overlaps(there, here) for here in spans)), None)


def lettered(cites: Iterable[Cite]) -> tuple[Cite, ...]:
    """Citations shown in one place, the second of one report labelled "3b"."""
    before: Counter[int] = Counter()
    labelled = []
    for cite in cites:
        before[cite.number] += 1
        labelled.append(replace(cite, label=label(cite.number, before[cite.number])))
    return tuple(labelled)


def cite_page(page: StoryPage, articles: Articles, links: Links) -> Citing:
    """Citing for a story: reports numbered as they are listed."""
    held = {**{row.article.id: row.article for row in page.reports}, **articles}
    numbers = {row.article.id: n for n, row in enumerate(page.reports, 1)}
    return Citing(links, held, page.language, tuple(disputed_spans(page.disagreements)), numbers)


def disputed_spans(disagreements: Iterable[Disagreement]) -> Iterable[tuple[Span, int]]:
    """The passages of each disagreement, with its number from 1."""
    return ((w.span, n) for n, found in enumerate(disagreements, 1) for w in words_in(found, {}))


def cited_ranges(shown: object, articles: Articles) -> Iterable[tuple[ArticleId, int, Range]]:
    """Every passage that a page links to: what the pages of reports must have anchors for."""
    for word in words_in(shown, articles):
        yield word.span.article_id, word.span.version, Range(word.span.start, word.span.end, word.span.part)


def overlaps(left: Span, right: Span) -> bool:
    same = (left.article_id, left.version, left.part) == (right.article_id, right.version, right.part)
    return same and left.start < right.end and right.start < left.end


def label(number: int, time: int) -> str:
    """label(3, 1) -> "3"; label(3, 2) -> "3b"; from the 27th on no letter tells them apart."""
    return f"{number}{chr(ord('a') + time - 1)}" if 1 < time <= 26 else str(number)


def name(span: Span) -> str:
    return f"{span.article_id}.{span.version}.{span.part[0]}{span.start}-{span.end}"
