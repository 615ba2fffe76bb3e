"""How much of a report is comment: what its headline, address and outlet call it, and how often its writer says "I"."""

from __future__ import annotations

import re

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.standing import Standing
from newsloom.pages.quoted import outside_quotes
from newsloom.records import Article, Report
from newsloom.text.tokens import WORD

OPENING = 20  # sentences that are read
MOST_FIRST_PERSON = 0.15  # of the sentences: all comment


def opinion_share(report: Report) -> float:
    """0 for news, 1 for comment: an address with "/opinion/" or a writer's "I think" in every sixth sentence."""
    language = LANGUAGES.get(report.article.language)
    rules = language.standing if language else None
    if rules is None:
        return 0.0
    if is_called_opinion(report.article, rules):
        return 1.0
    sentences = report.analysis.sentences[:OPENING]
    spoken = sum(in_first_person(report.article.text_of(sentence), rules) for sentence in sentences)
    return min(1.0, spoken / len(sentences) / MOST_FIRST_PERSON) if sentences else 0.0


def is_called_opinion(article: Article, rules: Standing) -> bool:
    """Whether headline, address or outlet call a report comment."""
    named = re.split(r"[^a-z-]+", f"{article.url} {article.outlet}".lower())
    head = article.headline.lower()
    return not set(rules.opinion).isdisjoint(named) or any(head.startswith(f"{word}:") for word in rules.opinion)


def in_first_person(text: str, rules: Standing) -> bool:
    """Whether a writer speaks of himself, outside quotation marks: "We met", not "“We met,” she said", not "the US"."""
    plain = WORD.findall(outside_quotes(text).replace("’", "'"))
    return any(word.lower() in rules.first_person for word in plain if len(word) == 1 or not word.isupper())
