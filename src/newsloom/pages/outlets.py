"""An outlet's page: how much of its output is its own, whom it copies, who copies it. Counts, no rating.

In: story pages, streaming past. Out: one `OutletView` for each outlet, in order of name. What is counted: the shared
passages of news (never stock background) in stories where it is known who had them first; an outlet's own share is the
mean over its reports of the words that no earlier report of the same story has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from newsloom.pages.feeds_out import encode
from newsloom.pages.links import slug
from newsloom.pages.rows import outlets_of
from newsloom.records import ArticleId, StoryId, StoryPage

MOST_LISTED = 30  # other outlets, of each kind
FIELDS = ("outlet", "reports", "stories", "own_words", "first_of", "corrections")


@dataclass(frozen=True, slots=True)
class Between:
    """What passed between an outlet and another: passages, and words of them."""

    outlet: str
    passages: int
    words: int


@dataclass(frozen=True, slots=True)
class OutletView:
    """One outlet. `own_words`: 0 to 1; `first_of`: shared passages that it had first; `corrections`: its own, made in
    substance; `copied`: from whom it took passages over, `copied_by`: who took them from it."""

    name: str
    reports: int
    stories: tuple[StoryId, ...]
    own_words: float
    first_of: int
    corrections: int
    copied: tuple[Between, ...]
    copied_by: tuple[Between, ...]


@dataclass(slots=True)
class _Tally:
    name: str
    own: list[float] = field(default_factory=list)
    stories: dict[StoryId, None] = field(default_factory=dict)
    first_of: int = 0
    corrections: int = 0
    passages: dict[str, Counter[str]] = field(default_factory=lambda: {"from": Counter(), "to": Counter()})
    words: dict[str, Counter[str]] = field(default_factory=lambda: {"from": Counter(), "to": Counter()})

    def pass_on(self, way: str, other: str, words: int) -> None:
        self.passages[way][other] += 1
        self.words[way][other] += words

    def between(self, way: str) -> tuple[Between, ...]:
        found = [Between(other, n, self.words[way][other]) for other, n in self.passages[way].items()]
        return tuple(sorted(found, key=lambda one: (-one.words, one.outlet))[:MOST_LISTED])


def gather_outlets(pages: Iterable[StoryPage]) -> tuple[OutletView, ...]:
    """The outlets of these stories: B prints 40 words that A had first -> B copied A, A is copied by B. Names that make
    one address ("CNN", "Cnn") are one outlet."""
    found: dict[str, _Tally] = {}
    for page in pages:
        outlets = {article_id: slug(name) if name else "" for article_id, name in outlets_of(page).items()}
        for row in page.reports:
            if row.article.outlet:
                tally = found.setdefault(outlets[row.article.id], _Tally(row.article.outlet))
                tally.own.append(row.own_words)
                tally.stories.setdefault(page.story_id)
        _count_copies(page, outlets, found)
        for correction in page.corrections:
            if tally_of := found.get(outlets.get(correction.before.span.article_id, "")):
                tally_of.corrections += 1
    return tuple(_view(tally) for _, tally in sorted(found.items()))


def _count_copies(page: StoryPage, outlets: dict[ArticleId, str], found: dict[str, _Tally]) -> None:
    for copy in page.lineage:
        first = outlets.get(copy.first.span.article_id, "")
        if not first or copy.background or not copy.order_known:
            continue
        others = dict.fromkeys(outlets.get(words.span.article_id, "") for words in copy.later)
        takers = [other for other in others if other and other != first]
        found[first].first_of += bool(takers)
        words = len(copy.first.text.split())
        for other in takers:
            found[first].pass_on("to", found[other].name, words)
            found[other].pass_on("from", found[first].name, words)


def _view(tally: _Tally) -> OutletView:
    return OutletView(
        tally.name,
        len(tally.own),
        tuple(tally.stories),
        round(sum(tally.own) / len(tally.own), 4),
        tally.first_of,
        tally.corrections,
        tally.between("from"),
        tally.between("to"),
    )


def outlet_json(view: OutletView) -> dict[str, Any]:
    """`{"outlet","reports","stories":[id],"own_words","first_of","corrections","copied":[…],"copied_by":[…]}`, the last
    two as `{"outlet","passages","words"}`."""
    shown = {"copied": view.copied, "copied_by": view.copied_by}
    return {
        "outlet": view.name,
        "reports": view.reports,
        "stories": list(view.stories),
        "own_words": round(view.own_words, 2),
        "first_of": view.first_of,
        "corrections": view.corrections,
        **{
            way: [{"outlet": one.outlet, "passages": one.passages, "words": one.words} for one in others]
            for way, others in shown.items()
        },
    }


def outlets_json(views: Iterable[OutletView]) -> str:
    """Every outlet in short: the fields that are one number each; of stories how many."""
    rows = [outlet_json(view) for view in views]
    return encode({"outlets": [{**{f: row[f] for f in FIELDS}, "stories": len(row["stories"])} for row in rows]})
