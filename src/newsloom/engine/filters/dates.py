"""`newsloom dates`: articles -> `{"id","dates":[{"start","end","text","type","value"}]}`, offsets into the text.

Dates of what is no part of the report (captions, link lists, copyright lines) do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newsloom.config import Settings
from newsloom.engine.parallel import Mapper
from newsloom.passages.split import split_sentences
from newsloom.records import Article
from newsloom.timeline.dates import find_dates


def rows(articles: Iterable[Article], settings: Settings, mapper: Mapper) -> Iterator[dict[str, Any]]:
    """One row for each article, in input order, streaming."""
    return mapper(row_of, articles)


def row_of(article: Article) -> dict[str, Any]:
    """The expressions of one article's text; the headline's are left out, their offsets would not fit the text."""
    dates = [timex for timex in find_dates(article, split_sentences(article)) if timex.range.part == "text"]
    return {
        "id": article.given_id,
        "dates": [
            {
                "start": timex.range.start,
                "end": timex.range.end,
                "text": article.text_of(timex.range),
                "type": timex.type,
                "value": timex.value,
            }
            for timex in dates
        ],
    }
