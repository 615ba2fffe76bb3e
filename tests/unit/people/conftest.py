"""Reports of our own invention, and a tagger that knows the names it is given: rules are tested, not weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from newsloom.people.mentions import find_entities
from newsloom.records import Analysis, Article, ArticleId, Entity, Kind, Range, Report
from newsloom.text.sentences import split_sentences
from newsloom.text.tagger import Name

NOW = datetime(2031, 5, 1, tzinfo=UTC)
Names = dict[str, Kind]
MakeReport = Callable[..., Report]


class KnownNames:
    """Tags each given name wherever it stands; longer names first."""

    def __init__(self, names: Names) -> None:
        self.names = sorted(names.items(), key=lambda item: (-len(item[0]), item[0]))

    def tag(self, sentences: Sequence[str]) -> list[tuple[Name, ...]]:
        return [self._tag(sentence) for sentence in sentences]

    def _tag(self, sentence: str) -> tuple[Name, ...]:
        found: list[Name] = []
        for name, kind in self.names:
            start = sentence.find(name)
            while start >= 0:
                end = start + len(name)
                if not any(start < other.end and other.start < end for other in found):
                    found.append(Name(start, end, kind))
                start = sentence.find(name, end)
        return tuple(sorted(found))


@pytest.fixture
def report() -> MakeReport:
    """`report(text, {name: kind}, headline=…, id=…, day=…)` -> a Report with its entities."""

    def make(text: str, names: Names, headline: str = "", id: str = "a1", day: int = 1, language: str = "en") -> Report:
        article = Article(
            id=ArticleId(id),
            version=1,
            given_id=id,
            headline=headline,
            text=text,
            language=language,
            seen_at=datetime(2031, 5, day, 12, tzinfo=UTC),
            published_at=datetime(2031, 5, day, 9, tzinfo=UTC),
        )
        sentences = tuple(Range(start, end) for start, end in split_sentences(text))
        entities = find_entities(article, sentences, KnownNames(names))
        return Report(article, Analysis(article_id=article.id, version=1, analyser="t", entities=entities))

    return make


@pytest.fixture
def named() -> Callable[[Report, str], Entity]:
    """The one entity of that name."""

    def find(report: Report, name: str) -> Entity:
        (found,) = [entity for entity in report.analysis.entities if entity.name == name]
        return found

    return find
