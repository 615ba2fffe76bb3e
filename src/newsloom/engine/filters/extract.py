"""`newsloom extract`: pages in, one row for each report, in input order; a refused page gives a Refused and no row.

Pages are parsed in killable worker processes (`articles.guarded`), a few ahead of the row that is written.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from newsloom.articles.guarded import extract_guarded
from newsloom.records import Article, RawPage, Refused

PAGE_SECONDS = 20.0  # longest time that one page may take
Named = tuple[str, RawPage]


def rows(pages: Iterable[Named | Refused], processes: int) -> Iterator[dict[str, Any] | Refused]:
    """A row for each named page, or why there is none. Refusals of the input come before the row read after them."""
    names: deque[str] = deque()
    early: deque[Refused] = deque()

    def unnamed() -> Iterator[RawPage]:
        for item in pages:
            if isinstance(item, Refused):
                early.append(item)
            else:
                names.append(item[0])
                yield item[1]

    for outcome in extract_guarded(unnamed(), processes, PAGE_SECONDS):
        while early:
            yield early.popleft()
        name = names.popleft()
        if isinstance(outcome, Article):
            yield row(name, outcome)
        else:
            yield Refused(outcome.source, name, outcome.reason)
    yield from early


def row(name: str, article: Article) -> dict[str, Any]:
    """An article as `newsloom extract` prints it; where only the day is known, `published` is the day alone."""
    published, updated = article.published_at, article.updated_at
    return {
        "id": name,
        "url": article.url or None,
        "canonical_url": article.canonical_url or None,
        "headline": article.headline,
        "byline": list(article.byline),
        "published": (published.date() if article.day_only else published).isoformat() if published else None,
        "updated": updated.isoformat() if updated else None,
        "language": article.language,
        "outlet": article.outlet,
        "image": article.image or None,
        "text": article.text,
    }
