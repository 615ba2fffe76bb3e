"""Article -> StoryTerms: what reports are compared by, as counts of hashed terms.

In: one article. Out: whole numbers alone, the same in every process. Nothing here reads what the tagger finds: names
are runs of capitalised words. Words are cut to a prefix in place of a stemmer for each language; text without spaces
(Chinese, Japanese) becomes pairs of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from newsloom.langs import LANGUAGES
from newsloom.records import Article, StoryTerms, Terms
from newsloom.stories.days import day_words, days_at
from newsloom.stories.frequency import starts_of
from newsloom.text.kinds import GATHERING, kind_of
from newsloom.text.tokens import HASH_BITS, PARTED, WORD, count_terms, counted, hash_term

READ = 8_000  # characters of a text that tell which story it is; live blogs run to hundreds of thousands
READ_OF_MANY = 600  # of a text that tells of many events: what it opens with is what it is most about
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
    text, language = article.text[: READ_OF_MANY if kind_of(article) in GATHERING else READ], article.language
    parts = PARTED.split(text)
    gaps, body = parts[::2], parts[1::2]
    known = _facts(language)
    facts = known.of(body)
    headline = WORD.findall(article.headline) or body[:LEDE]
    names, places = _names(body, gaps, facts, language)
    if dateline := DATELINE.match(text):
        run = WORD.findall(dateline[1])
        places += _run_terms(run, (known.of(run) & PLAIN).tolist())
    told = article.told_at
    days = days_at(body, np.flatnonzero(facts & DAY).tolist(), language, told.date())
    return StoryTerms(
        body=_count_words(body, facts),
        headline=_count_words(headline, known.of(headline)),
        lede=_count_words(body[:LEDE], facts[:LEDE]),
        names=counted(names),
        places=counted(places),
        numbers=count_terms(_numbers(f"{article.headline}\n{text}", str(told.year))),
        slug=count_terms(map(normal, _slug_words(article.canonical_url))),
        dates=count_terms(day.isoformat() for day in days),
    )


@lru_cache(REMEMBERED)
def normal(word: str) -> str:
    """One spelling for the forms of a word: "Kim's" -> "kim", "negotiations" -> "negotia"."""
    return POSSESSIVE.sub("", word.lower())[:PREFIX]


@cache
def _stop_words(language: str) -> frozenset[str]:
    return LANGUAGES[language].stop_words if language in LANGUAGES else frozenset()


# what is known of a word stands above the bits of its term's hash
STOP, PAIRS, CAPITAL, DAY = (1 << HASH_BITS + bit for bit in range(4))
PLAIN = (1 << HASH_BITS) - 1
UNCOUNTED = STOP | PAIRS
Facts = npt.NDArray[np.int32]


class WordFacts(dict[str, int]):
    """Of each word in one language the hash of its term, and whether it says nothing (STOP), is written without spaces
    (PAIRS), has a capital, or names a weekday or month (DAY): all this is worked out once."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.stop_words, self.days = _stop_words(language), day_words(language)

    def __missing__(self, word: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        plain = word.lower()
        told = (
            (PAIRS, NO_SPACES.search(word) is not None),
            (STOP, plain in self.stop_words),
            (CAPITAL, word[0].isupper()),
            (DAY, plain in self.days),
        )
        self[word] = hash_term(normal(word)) + sum(fact for fact, holds in told if holds)
        return self[word]

    def of(self, words: Sequence[str]) -> Facts:
        return np.fromiter(map(self.__getitem__, words), np.int32, len(words))


@cache
def _facts(language: str) -> WordFacts:
    return WordFacts(language)


def _count_words(words: Sequence[str], facts: Facts) -> Terms:
    """Counts of the words' hashed terms: one for each word that is no stop word, pairs of characters without spaces."""
    terms = facts[facts & UNCOUNTED == 0] & PLAIN
    if unspaced := np.flatnonzero(facts & PAIRS).tolist():
        parts = (words[at][start : start + 2] for at in unspaced for start in range(max(1, len(words[at]) - 1)))
        terms = np.concatenate([terms, np.fromiter(map(hash_term, parts), np.int32)])
    terms = np.sort(terms)
    starts = starts_of(terms)
    return tuple(zip(terms[starts].tolist(), np.diff(starts, append=len(terms)).tolist(), strict=True))


def _names(words: Sequence[str], gaps: Sequence[str], facts: Facts, language: str) -> tuple[list[int], list[int]]:
    """Names and places: each capitalised word, and each run of them whole.

    A word that opens a sentence is capitalised anyway: it counts only where it leads a run or is a name elsewhere.
    Where Most Words Have a Capital, it names nobody.
    """
    capitals = np.flatnonzero(facts & CAPITAL)
    if len(capitals) > TITLED * len(words):
        return [], []
    leads = dict(zip(capitals.tolist(), (facts[capitals] & STOP == 0).tolist(), strict=True))
    terms, cues = (facts & PLAIN).tolist(), PLACE_CUES.get(language, PLACE_CUES["en"])
    names: list[int] = []
    places: list[int] = []
    doubtful: list[int] = []
    for start, end, opens in _runs(words, gaps, leads):
        if opens and end - start == 1:
            doubtful.append(terms[start])
        else:
            names += (found := _run_terms(words[start:end], terms[start:end]))
            if start and words[start - 1].lower() in cues:
                places += found
    sure = set(names)
    names += [name for name in doubtful if name in sure]
    return names, places


def _run_terms(run: Sequence[str], terms: list[int]) -> list[int]:
    """The words as in the other fields (a name is known again in the headline), and all of them as one."""
    return [*terms, hash_term(" ".join(map(normal, run)))] if len(run) > 1 else terms


def _runs(words: Sequence[str], gaps: Sequence[str], leads: Mapping[int, bool]) -> Iterator[tuple[int, int, bool]]:
    """Runs of capitalised words (from, to), and whether each opens a sentence. `gaps[n]`: what stands before the nth
    word; `leads`: where they stand, and whether a run may begin there: a stop word ("The", "In") begins none."""
    start = end = 0
    opens = True
    for at, may_lead in leads.items():
        if len(words[at]) == 1:
            continue
        breaks, parts = _gap(gaps[at]) if gaps[at] != " " else UNBROKEN
        breaks = breaks or at == 0
        if start < end == at and not breaks and not parts:
            end = at + 1
            continue
        if start < end:
            yield start, end, opens
        start, opens = at, breaks
        end = at + may_lead
    if start < end:
        yield start, end, opens


UNBROKEN = False, False


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
