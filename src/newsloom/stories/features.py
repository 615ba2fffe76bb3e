"""Article -> StoryTerms: what reports are compared by, as counts of hashed terms.

In: one article. Out: whole numbers alone, the same in every process. Nothing here reads what the tagger finds: names
are runs of capitalised words. Words are cut to a prefix in place of a stemmer for each language; text without spaces
(Chinese, Japanese) becomes pairs of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from newsloom.langs import LANGUAGES
from newsloom.records import Article, StoryTerms
from newsloom.stories.days import find_days
from newsloom.text.tokens import WORD, count_terms

READ = 8_000  # characters of a text that tell which story it is; live blogs run to hundreds of thousands
LEDE = 60  # words
PREFIX = 7  # characters of a word that count: "shootings" and "shooting" are one term
NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
POSSESSIVE = re.compile(r"['’]s?$")
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
SENTENCE_END = re.compile(r"[.!?:;\n\"“”—–]['’)\]]*\s*$")
DATELINE = re.compile(r"^\s*([^\W\d_][^\n(—–]{1,40}?)\s*(?:\([A-Z][^)\n]{1,25}\)\s*)?[—–]")
PLACE_CUES = {  # words after which a capitalised word is often a place
    "en": frozenset("in at near outside from".split()),
    "de": frozenset("in bei nahe aus nach".split()),
    "es": frozenset("en desde cerca".split()),
    "fr": frozenset("à en dans près".split()),
    "it": frozenset("a in presso da".split()),
    "nl": frozenset("in bij te uit".split()),
    "pt": frozenset("em no na".split()),
}
SLUG_WORD = re.compile(r"[^\W\d_]{3,}")


def story_terms(article: Article) -> StoryTerms:
    """The terms of one report; empty fields where it has nothing of the kind.

    The headline "Fire in Lyon" gives `headline` the terms "fire", "in" and "lyon".
    """
    text = article.text[:READ]
    language = article.language
    body = _tokens(text)
    headline = _tokens(article.headline)
    names, places = _names(text, language)
    return StoryTerms(
        body=count_terms(_terms(body, language)),
        headline=count_terms(_terms(headline or body[:LEDE], language)),
        lede=count_terms(_terms(body[:LEDE], language)),
        names=count_terms(names),
        places=count_terms(places),
        numbers=count_terms(_numbers(f"{article.headline}\n{text}", str(article.told_at.year))),
        slug=count_terms(map(normal, _slug_words(article.canonical_url))),
        dates=count_terms(day.isoformat() for day in find_days(text, language, article.told_at.date())),
    )


def _tokens(text: str) -> list[str]:
    return WORD.findall(text)


@lru_cache(1 << 17)
def normal(word: str) -> str:
    """One spelling for the forms of a word: "Kim's" -> "kim", "negotiations" -> "negotia"."""
    return POSSESSIVE.sub("", word.lower())[:PREFIX]


@cache
def _stop_words(language: str) -> frozenset[str]:
    return LANGUAGES[language].stop_words if language in LANGUAGES else frozenset()


def _terms(tokens: Iterable[str], language: str) -> Iterator[str]:
    stop_words = _stop_words(language)
    for token in tokens:
        if NO_SPACES.search(token):
            yield from (token[at : at + 2] for at in range(max(1, len(token) - 1)))
        elif token.lower() not in stop_words:
            yield normal(token)


def _names(text: str, language: str) -> tuple[list[str], list[str]]:
    """Names and places: each capitalised word, and each run of them whole.

    A word that opens a sentence is capitalised anyway: it counts only where it leads a run or is a name elsewhere.
    """
    cues, stop_words = PLACE_CUES.get(language, PLACE_CUES["en"]), _stop_words(language)
    names: list[str] = []
    places: list[str] = []
    doubtful: list[str] = []
    for run, before, opens in _runs(text, stop_words):
        found = _run_terms(run)
        if opens and len(run) == 1:
            doubtful += found
        else:
            names += found
            if before in cues:
                places += found
    sure = set(names)
    names += [name for name in doubtful if name in sure]
    if dateline := DATELINE.match(text):
        places += _run_terms(WORD.findall(dateline[1]))
    return names, places


def _run_terms(run: list[str]) -> list[str]:
    plain = [normal(word) for word in run]  # as in the other fields: a name is known again in the headline
    return [*plain, " ".join(plain)] if len(plain) > 1 else plain


def _runs(text: str, stop_words: frozenset[str]) -> Iterator[tuple[list[str], str, bool]]:
    """Runs of capitalised words, with the word before each, and whether it opens a sentence."""
    run: list[str] = []
    before, last, end, opens = "", "", 0, True
    for found in WORD.finditer(text):
        word, gap = found[0], text[end : found.start()]
        breaks = end == 0 or SENTENCE_END.search(gap) is not None
        named = word[0].isupper() and len(word) > 1 and bool(run or word.lower() not in stop_words)
        if run and (not named or breaks or gap.strip(" .")):
            yield run, before, opens
            run = []
            named = named and word.lower() not in stop_words
        if named:
            if not run:
                before, opens = last, breaks
            run.append(word)
        last, end = word.lower(), found.end()
    if run:
        yield run, before, opens


def _numbers(text: str, year: str) -> Iterator[str]:
    """Figures, and figures with the word that follows them; the report's own year says nothing."""
    for found in NUMBER.finditer(text):
        figure = found[0].replace(",", "")
        if figure == year:
            continue
        following = WORD.search(text, found.end(), found.end() + 24)
        if len(figure) > 1:
            yield figure
        if following:
            yield f"{figure} {normal(following[0])}"


def _slug_words(url: str) -> list[str]:
    """Words of the address's most wordy segment: ".../2018/05/24/kim-letter.html" -> ["kim", "letter", "html"]."""
    path = url.partition("://")[2].partition("?")[0].split("/")[1:]
    return max((SLUG_WORD.findall(part) for part in path), key=len, default=[])
