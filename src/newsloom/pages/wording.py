"""What summary and headline share: a report's language rules, the stems of its words, how new it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.standing import Standing
from newsloom.records import Article, Report
from newsloom.text.tokens import words
from newsloom.text.vectors import content_stems

MOST_REPORTS = 160  # the newest: what a story of thousands says now is in them
DAY = 86_400.0
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def rules_of(article: Article) -> Standing | None:
    """What the article's language knows of sentences that stand alone; None where it has no such rules."""
    language = LANGUAGES.get(article.language)
    return language.standing if language else None


def stems_of(article: Article, text: str) -> tuple[str, ...]:
    """Content stems of words of an article, in order."""
    language = LANGUAGES.get(article.language)
    rules = language.standing if language else None
    return content_stems(text, language.stop_words if language else frozenset(), rules.stemmer if rules else "")


def numbers_in(text: str, language: str) -> frozenset[str]:
    """The numbers of a text, in digits, "one" left out: "Five of 1,200" -> {"5", "1200"}."""
    known = LANGUAGES.get(language)
    named = known.calendar.numbers if known and known.calendar else {}
    digits = {found.group().replace(",", "") for found in DIGITS.finditer(text)}
    return frozenset(digits | {str(n) for word in words(text) if (n := named.get(word, 0)) > 1})


def newest_first(reports: Iterable[Report]) -> list[Report]:
    """The newest reports, at most MOST_REPORTS; ties by id."""
    return sorted(reports, key=lambda report: (report.article.told_at, report.id), reverse=True)[:MOST_REPORTS]


def newness(report: Report, as_of: datetime, half_life_days: float, floor: float) -> float:
    """1 for a report of now, half of it a half-life earlier, never below the floor."""
    days = max(0.0, (as_of - report.article.told_at).total_seconds() / DAY)
    return max(floor, float(0.5 ** (days / half_life_days)))
