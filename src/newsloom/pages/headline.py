"""One headline for a story, whole, out of its reports' own.

In: reports and the instant of the page. Out: a cited headline without the outlet's name behind it, never cut short. The
one that the others support most and that the newest reports still bear out; a question, a comment, a guide or a running
report's never, where any report tells news. Where no headline can stand, the first sentence of the newest report does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import sqrt

from newsloom.langs.shapes.standing import Standing
from newsloom.pages.coverage import Told, concepts, weigh
from newsloom.pages.opinion import opinion_share
from newsloom.pages.reporting import reports_news
from newsloom.pages.standing import speakers_of, stand_alone
from newsloom.pages.wording import newest_first, newness, rules_of, stems_of
from newsloom.records import Article, CitedSentence, Insert, Range, Report, Words
from newsloom.text.fingerprints import plain_word
from newsloom.text.sentences import split_sentences, trim
from newsloom.text.tokens import WORD, words

HALF_LIFE_DAYS = 1.0
OLD_NEWS = 0.02
LEAD = 0.4  # what an opening sentence counts against a headline
COMMENT, LABELLED = 0.25, 0.6
MOST_OPINION = 0.8  # share of comment from which on no sentence of a report stands for its headline
AHEAD = 0.4  # what a headline of an earlier day counts that looks ahead
FEWEST_SHARED = 2  # stems of a headline in the opening sentence that stands for it
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
    found = [r for r in newest if r.id in places and not _is_cut_form(whole[r.id], whole.values())]
    worths = {report.id: _worth(report, places[report.id], weights, as_of) for report in found}
    news = [report for report in found if reports_news(report, report.article.text_of(places[report.id]))]
    if not news and (lead := _leading(found)):
        return CitedSentence(lead)
    if best := max(news or found, key=lambda report: worths[report.id], default=None):
        return CitedSentence((best.article.at(places[best.id]),))
    return CitedSentence((_first_words(newest),))


def _leading(reports: Sequence[Report]) -> tuple[Words | Insert, ...] | None:
    """Where every headline asks or comments: the newest opening sentence of news that stands alone, is no longer than a
    headline and is about what its own headline is about."""
    for report in reports:
        if opinion_share(report) >= MOST_OPINION or not report.analysis.sentences:
            continue
        first = report.analysis.sentences[0]
        pieces = stand_alone(report, first, speakers_of(report, {}))
        text = report.article.text_of(first)
        about = set(stems_of(report.article, report.article.headline)).intersection(stems_of(report.article, text))
        if pieces and len(about) >= FEWEST_SHARED and len(WORD.findall(text)) <= MOST_WORDS:
            return pieces
    return None


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
    factor *= AHEAD if rules and _is_overtaken(report, text, rules, as_of) else 1.0
    factor *= LABELLED if PREFIX.match(text) else 1.0
    return round(support * factor * sqrt(_newness(report, as_of)) / sqrt(max(4, len(own))), 9)


def _is_overtaken(report: Report, text: str, rules: Standing, as_of: datetime) -> bool:
    """Whether a headline of an earlier day looks ahead: "Council to vote on Tuesday" may be over by now."""
    ahead = (rules.ahead - rules.open).intersection(words(text))
    return bool(ahead) and (as_of.date() - report.article.told_at.date()).days > 1


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
