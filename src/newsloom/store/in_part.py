"""Stored reports read in part: what one step needs, at a fraction of the work of reading them whole.

In: the kept bytes of an article and its analysis. Out: a `Report` whose other fields are empty. Whoever gets one looks
at nothing else of it.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from newsloom.records import Analysis, Article, ArticleId, Passage, Range, Report, StoryTerms


class _Told(msgspec.Struct):
    id: ArticleId
    version: int
    seen_at: datetime
    language: str = ""
    published_at: datetime | None = None
    day_only: bool = False


class _Terms(msgspec.Struct):
    analyser: str
    terms: StoryTerms = StoryTerms()


class _Text(msgspec.Struct):
    id: ArticleId
    version: int
    seen_at: datetime
    text: str
    language: str = ""


class _Passages(msgspec.Struct):
    analyser: str
    boilerplate: tuple[Range, ...] = ()
    passages: tuple[Passage, ...] = ()


_told = msgspec.msgpack.Decoder(_Told).decode
_text = msgspec.msgpack.Decoder(_Text).decode
_passages = msgspec.msgpack.Decoder(_Passages).decode
_terms = msgspec.msgpack.Decoder(_Terms).decode


def read_terms(row: tuple[bytes, bytes]) -> Report:
    """A report without its words: a tenth of the work of reading it whole."""
    told, found = _told(row[0]), _terms(row[1])
    article = Article(
        id=told.id, version=told.version, seen_at=told.seen_at, language=told.language, published_at=told.published_at,
        day_only=told.day_only, text="",
    )  # fmt: skip
    return Report(
        article, Analysis(article_id=told.id, version=told.version, analyser=found.analyser, terms=found.terms)
    )


def read_passages(row: tuple[bytes, bytes]) -> Report:
    """A report with its text and passages, and nothing else that the analysis found: a third of the work."""
    told, found = _text(row[0]), _passages(row[1])
    return Report(
        Article(id=told.id, version=told.version, seen_at=told.seen_at, language=told.language, text=told.text),
        Analysis(
            article_id=told.id, version=told.version, analyser=found.analyser, boilerplate=found.boilerplate,
            passages=found.passages,
        ),
    )  # fmt: skip
