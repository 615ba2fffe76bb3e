"""Article -> StoryTerms: what reports are compared by, as counts of hashed terms.

In: one article. Out: whole numbers alone, the same in every process. Nothing here reads what the tagger finds: names
are runs of capitalised words. Words are cut to a prefix in place of a stemmer for each language; text without spaces
(Chinese, Japanese) becomes pairs of characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from newsloom.langs import LANGUAGES
from newsloom.records import Article, StoryTerms, Terms
from newsloom.stories.days import find_days
from newsloom.text.tokens import PARTED, WORD, count_terms, hash_term

READ = 8_000  # characters of a text that tell which story it is; live blogs run to hundreds of thousands
LEDE = 60  # words
REMEMBERED = 1 << 17  # words
TITLED = 0.6  # share of the words: from here on a text is written like a title
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
    text, language = article.text[:READ], article.language
    parts = PARTED.split(text)
    gaps, body = parts[::2], parts[1::2]
    names, places = _names(body, gaps, language)
    if dateline := DATELINE.match(text):
        places += _run_terms(WORD.findall(dateline[1]))
    return StoryTerms(
        body=_count_words(body, language),
        headline=_count_words(WORD.findall(article.headline) or body[:LEDE], language),
        lede=_count_words(body[:LEDE], language),
        names=count_terms(names),
        places=count_terms(places),
        numbers=count_terms(_numbers(f"{article.headline}\n{text}", str(article.told_at.year))),
        slug=count_terms(map(normal, _slug_words(article.canonical_url))),
        dates=count_terms(day.isoformat() for day in find_days(body, language, article.told_at.date())),
    )


@lru_cache(REMEMBERED)
def normal(word: str) -> str:
    """One spelling for the forms of a word: "Kim's" -> "kim", "negotiations" -> "negotia"."""
    return POSSESSIVE.sub("", word.lower())[:PREFIX]


@cache
def _stop_words(language: str) -> frozenset[str]:
    return LANGUAGES[language].stop_words if language in LANGUAGES else frozenset()


STOP, PAIRS = -1, -2  # in place of a hash: a word that says nothing; one that is written without spaces


class WordHashes(dict[str, int]):
    """The hash of each word's term in one language, or STOP, or PAIRS: what a word becomes is worked out once."""

    def __init__(self, stop_words: frozenset[str]) -> None:
        super().__init__()
        self.stop_words = stop_words

    def __missing__(self, word: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        unspaced = NO_SPACES.search(word) is not None
        self[word] = PAIRS if unspaced else STOP if word.lower() in self.stop_words else hash_term(normal(word))
        return self[word]


@cache
def _hashes(language: str) -> WordHashes:
    return WordHashes(_stop_words(language))


def _count_words(words: Sequence[str], language: str) -> Terms:
    """Counts of the words' hashed terms: one for each word that is no stop word, pairs of characters without spaces."""
    hashes = _hashes(language)
    counts = Counter(map(hashes.__getitem__, words))
    del counts[STOP]
    if counts.pop(PAIRS, 0):
        unspaced = (word for word in words if hashes[word] == PAIRS)
        counts.update(hash_term(word[at : at + 2]) for word in unspaced for at in range(max(1, len(word) - 1)))
    return tuple(sorted(counts.items()))


def _names(words: Sequence[str], gaps: Sequence[str], language: str) -> tuple[list[str], list[str]]:
    """Names and places: each capitalised word, and each run of them whole.

    A word that opens a sentence is capitalised anyway: it counts only where it leads a run or is a name elsewhere.
    Where Most Words Have a Capital, it names nobody.
    """
    if sum(word[0].isupper() for word in words) > TITLED * len(words):
        return [], []
    cues = PLACE_CUES.get(language, PLACE_CUES["en"])
    names: list[str] = []
    places: list[str] = []
    doubtful: list[str] = []
    for run, before, opens in _runs(words, gaps, _stop_words(language)):
        found = _run_terms(run)
        if opens and len(run) == 1:
            doubtful += found
        else:
            names += found
            if before in cues:
                places += found
    sure = set(names)
    names += [name for name in doubtful if name in sure]
    return names, places


def _run_terms(run: list[str]) -> list[str]:
    plain = [normal(word) for word in run]  # as in the other fields: a name is known again in the headline
    return [*plain, " ".join(plain)] if len(plain) > 1 else plain


def _runs(
    words: Sequence[str], gaps: Sequence[str], stop_words: frozenset[str]
) -> Iterator[tuple[list[str], str, bool]]:
    """Runs of capitalised words, with the word before each, and whether it opens a sentence. `gaps[n]`: what stands
    before the nth word."""
    run: list[str] = []
    before, last, opens = "", -1, True
    for at in [at for at, word in enumerate(words) if word[0].isupper() and len(word) > 1]:
        word, (breaks, parts) = words[at], _gap(gaps[at])
        breaks = breaks or at == 0
        if run and at == last + 1 and not breaks and not parts:
            run.append(word)
        else:
            if run:
                yield run, before, opens
            run = [] if word.lower() in stop_words else [word]
            before, opens = words[at - 1].lower() if at else "", breaks
        last = at
    if run:
        yield run, before, opens


@lru_cache(1 << 12)
def _gap(gap: str) -> tuple[bool, bool]:
    """Whether what stands between two words ends a sentence, and whether it parts a name."""
    return SENTENCE_END.search(gap) is not None, bool(gap.strip(" ."))


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
    """Words of the address's most wordy segment: ".../2018/05/24/kim-letter.html" -> ["kim", "letter", "html"].

    A word alone is a section or a template as often as a subject (".../ferry", ".../article"): it says nothing.
    """
    path = url.partition("://")[2].partition("?")[0].split("/")[1:]
    words = max((SLUG_WORD.findall(part) for part in path), key=len, default=[])
    return words if len(words) > 1 else []
