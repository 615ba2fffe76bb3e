"""One headline for a story, whole, out of its reports' own.

In: reports and the instant of the page. Out: a cited headline without the outlet's name behind it, never cut short. The
one that the others support most and that the newest reports still bear out; news before comment, statements before
questions. Where no report has a headline that can stand, the first sentence of the newest one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import sqrt

from newsloom.pages.coverage import Told, concepts, weigh
from newsloom.pages.opinion import in_first_person, opinion_share
from newsloom.pages.wording import newest_first, newness, rules_of, stems_of
from newsloom.records import Article, CitedSentence, Range, Report, Words
from newsloom.text.fingerprints import plain_word
from newsloom.text.sentences import split_sentences, trim
from newsloom.text.tokens import WORD, words

HALF_LIFE_DAYS = 1.0
OLD_NEWS = 0.02
LEAD = 0.4  # what an opening sentence counts against a headline
QUESTION, COMMENT, LABELLED = 0.5, 0.25, 0.6
FEWEST_WORDS, MOST_WORDS = 4, 26
CUT = re.compile(r"(\.\.\.|…|[-–—:;,&])\s*\Z")
SUFFIX = re.compile(r"\s+[-–—|•»]\s+(?P<outlet>[^-–—|•»]{2,40})\Z")
PREFIX = re.compile(r"(?:[A-Z]{3,}[A-Z ]*|Opinion|Exclusive|Breaking|Live|Video|Watch|Analysis|Update)\s*[:|]\s+")
ODD = re.compile(r"https?://|www\.|@\w|#\w|[{}<>]")


def choose_headline(reports: tuple[Report, ...], as_of: datetime) -> CitedSentence:
    """The headline that fits the story best: "Ministers agree on fish quotas - The Daily" -> its first five words."""
    newest = newest_first(reports)
    places = {report.id: place for report in newest if (place := whole_headline(report.article))}
    whole = {id_: tuple(words(_text(newest, id_, place))) for id_, place in places.items()}
    weights = weigh([told for report in newest for told in _told(report, as_of)])
    best: tuple[float, Report] | None = None
    for report in newest:
        if report.id not in places or _is_cut_form(whole[report.id], whole.values()):
            continue
        worth = _worth(report, places[report.id], weights, as_of)
        if best is None or worth > best[0]:
            best = (worth, report)
    if best is None:
        return CitedSentence((_first_words(newest),))
    return CitedSentence((best[1].article.at(places[best[1].id]),))


def whole_headline(article: Article) -> Range | None:
    """The headline without the outlet's name; None where it is cut short, shouted, or no sentence of news."""
    text = article.headline
    bounds = trim(text, 0, len(text))
    if bounds is None:
        return None
    start, end = bounds
    if (found := SUFFIX.search(text, start, end)) and _is_outlet(found["outlet"], article):
        end = found.start()
    tokens = WORD.findall(text[start:end])
    shown = text[start:end]
    shouted = sum(word.isupper() and len(word) > 1 for word in tokens) > 0.5 * len(tokens)
    if not FEWEST_WORDS <= len(tokens) <= MOST_WORDS or CUT.search(shown) or ODD.search(shown) or shouted:
        return None
    rules = rules_of(article)
    if rules and tokens[-1].lower() in rules.unfinished:
        return None
    return Range(start, end, "headline")


def _is_outlet(name: str, article: Article) -> bool:
    """Whether what stands behind the dash is the outlet: its words are in the outlet's name or address, or it is short
    and all capitalised."""
    own = f"{article.outlet} {article.url}".lower()
    tokens = [plain_word(word) for word in WORD.findall(name)]
    known = [word for word in tokens if len(word) > 2 and word in own]
    capitals = all(word[:1].isupper() for word in WORD.findall(name))
    return bool(known) or (1 < len(tokens) <= 3 and capitals)


def _is_cut_form(own: tuple[str, ...], others: Iterable[tuple[str, ...]]) -> bool:
    return any(len(other) > len(own) and other[: len(own)] == own for other in others)


def _worth(report: Report, place: Range, weights: dict[str, float], as_of: datetime) -> float:
    text = report.article.text_of(place)
    own = concepts(stems_of(report.article, text))
    support = sum(share * weights.get(concept, 0.0) for concept, share in own.items())
    rules = rules_of(report.article)
    factor = 1 - (1 - COMMENT) * opinion_share(report)
    factor *= QUESTION if "?" in text else 1.0
    factor *= LABELLED if PREFIX.match(text) else 1.0
    factor *= COMMENT if rules and in_first_person(text, rules) else 1.0
    return round(support * factor * sqrt(_newness(report, as_of)) / sqrt(max(4, len(own))), 9)


def _told(report: Report, as_of: datetime) -> list[Told]:
    new, outlet = _newness(report, as_of), report.article.outlet or report.id
    lead = report.analysis.sentences[:2]
    return [
        Told(outlet, stems_of(report.article, report.article.headline), new),
        *(Told(outlet, stems_of(report.article, report.article.text_of(sentence)), LEAD * new) for sentence in lead),
    ]


def _newness(report: Report, as_of: datetime) -> float:
    return newness(report, as_of, HALF_LIFE_DAYS, OLD_NEWS)


def _text(reports: Sequence[Report], article_id: str, place: Range) -> str:
    return next(report.article.text_of(place) for report in reports if report.id == article_id)


def _first_words(newest: Sequence[Report]) -> Words:
    """A headline that is no more than a label, or the first sentence of a text: something whole in any case."""
    for report in newest:
        if bounds := trim(report.article.headline, 0, len(report.article.headline)):
            return report.article.words(*bounds, "headline")
    article = newest[0].article
    sentences = newest[0].analysis.sentences
    if sentences:
        return article.at(sentences[0])
    bounds = next(iter(split_sentences(article.text, article.language or "en")), (0, len(article.text)))
    return article.words(*bounds)
