"""What lists and the pages of persons show: small records made of story pages, and the lookups that pages need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Protocol

from newsloom.pages.shown import Articles, text_of, words_in
from newsloom.records import (
    Article,
    ArticleId,
    CitedSentence,
    Person,
    StoryId,
    StoryPage,
    Utterance,
    Words,
)


class Archive(Protocol):
    """What a page needs from beyond itself: whole articles to quote in full, and what other stories are called."""

    def article(self, article_id: ArticleId, version: int | None = None) -> Article | None:
        """That version of a report, the newest where None; None where there is none (any more)."""

    def title(self, story_id: StoryId) -> str | None:
        """The headline of a story, None where it has no page."""

    def thread(self, story_id: StoryId) -> StoryId | None:
        """The thread that a story belongs to, None where it stands alone."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story in a list. `updated`: when the substance last changed (`substance_at`); `as_of`: the newest report."""

    id: StoryId
    headline: str
    lede: str
    status: str | None
    as_of: datetime
    updated: datetime
    language: str
    reports: tuple[ArticleId, ...]
    outlets: tuple[str, ...]
    texts: int
    origins: int
    unnamed: int
    disagreements: int


@dataclass(frozen=True, slots=True)
class PersonView:
    """The page of a person, organisation or place: what reports say it is, what it says, who speaks of it, where it
    occurs. `distinct_from`: the names of others not to be confused with it."""

    person: Person
    roles: tuple[CitedSentence, ...]
    quotes: tuple[Utterance, ...]
    stories: tuple[StoryRow, ...]
    language: str = ""
    spoken_of: tuple[Utterance, ...] = ()
    distinct_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Traced:
    """A carrier of a sentence that was asked for. `rests_on`: who is said there to say it; `newest`: whether these
    words stand in the newest version of the report."""

    article: Article
    words: Words
    story: StoryId | None
    rests_on: tuple[str, ...] = ()
    newest: bool = True


def row_of(page: StoryPage, articles: Articles) -> StoryRow:
    """The line that lists show of a page; outlets in the order in which they reported."""
    return StoryRow(
        id=page.story_id,
        headline=text_of(page.headline, articles),
        lede=text_of(page.summary[0], articles) if page.summary else "",
        status=page.status.value if page.status else None,
        as_of=page.as_of,
        updated=substance_at(page),
        language=page.language,
        reports=tuple(row.article.id for row in page.reports),
        outlets=tuple(dict.fromkeys(row.article.outlet for row in page.reports)),
        texts=page.counts.texts,
        origins=page.counts.origins,
        unnamed=page.counts.unnamed,
        disagreements=page.counts.disagreements,
    )


def outlets_of(page: StoryPage) -> dict[ArticleId, str]:
    """Whose each report of a page is."""
    return {row.article.id: row.article.outlet for row in page.reports}


def substance_at(page: StoryPage) -> datetime:
    """When what the page says last changed; where a page does not know (it is of an older version), the newest of the
    reports whose words headline, status and summary are.

    A reprint, or one more outlet that says the same, changes nothing.
    """
    if page.changed_at is not None:
        return page.changed_at
    told = {row.article.id: row.article.seen_at for row in page.reports}
    status = (page.status.sentence,) if page.status else ()
    made_of = chain((page.headline,), status, page.summary)
    words = (piece for sentence in made_of for piece in sentence.pieces if isinstance(piece, Words))
    return max((told[word.span.article_id] for word in words if word.span.article_id in told), default=page.as_of)


def articles_for(shown: StoryPage | PersonView, archive: Archive) -> dict[ArticleId, Article]:
    """Every article that a page lists or cites, whole, as its newest version."""
    listed = [row.article.id for row in shown.reports] if isinstance(shown, StoryPage) else []
    cited = [word.span.article_id for word in words_in(shown, {})]
    found = {article_id: archive.article(article_id) for article_id in dict.fromkeys((*listed, *cited))}
    return {article_id: article for article_id, article in found.items() if article}
