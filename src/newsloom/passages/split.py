"""Sentences and passages of one report, without what is no part of it.

In: an Article. Out: ranges of its text. Boilerplate (advertisements, captions, newsletters, links to other stories,
also those glued into a sentence) is found first and blanked, so that it neither makes nor breaks a sentence; the text
itself is never altered. A sentence may hold a stretch of boilerplate: what shows it leaves that out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import islice, takewhile

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.furniture import Furniture
from newsloom.records import Article, Passage, Range
from newsloom.text import sentences as segmenter
from newsloom.text.fingerprints import fingerprints, hash_stop_words, word_hashes

FEWEST_WORDS = 6  # a passage of fewer says nothing about who copied whom
FEWEST_CONTENT = 3
LONGEST_GLUED = 600  # characters of links glued behind a name
LINE = re.compile(r"[^\n\r]+")
JOINT = re.compile(  # "TrumpGOP": where a link's first word was glued to a name; but not "Mac|Donald"
    r"(?<=[a-zß-ÿ]{2})(?<!\b[A-Z]ac)(?<!\bFitz)(?<!\bVan)(?=[A-Z0-9]|[‘“'\"][A-Z0-9])"
)
NAME_RUN = re.compile(r"(?:[A-Z(][\w.’'()-]*\s+){0,8}\Z")
NOT_A_LINE = re.compile(r"(?!)")


@lru_cache(maxsize=16)
def _patterns(furniture: Furniture | None) -> tuple[re.Pattern[str], ...]:
    if furniture is None:
        return (NOT_A_LINE,) * 4
    kinds = (furniture.whole, furniture.opening, furniture.within, furniture.caption)
    return tuple(re.compile("|".join(f"(?:{p})" for p in kind) or "(?!)", re.I) for kind in kinds)


def is_furniture(line: str, furniture: Furniture | None) -> bool:
    """Whether a line, taken by itself, is no part of a report: "ADVERTISEMENT", "Read more: …"."""
    whole, opening, within, caption = _patterns(furniture)
    longest = furniture.longest if furniture else 0
    if len(line) > 2 * longest:
        return False
    if whole.fullmatch(line) or caption.fullmatch(line):
        return True
    return len(line) <= longest and bool(opening.match(line) or within.search(line))


def find_boilerplate(article: Article) -> tuple[Range, ...]:
    """Ranges that are no part of the report, in order, none overlapping.

    "He left.\\n\\nADVERTISEMENT\\n\\nShe stayed." -> the range of "ADVERTISEMENT".
    """
    language = LANGUAGES.get(article.language)
    furniture = language.furniture if language else None
    found: list[Range] = []
    title = _plain(article.headline)
    for number, line in enumerate(LINE.finditer(article.text)):
        bounds = segmenter.trim(article.text, *line.span())
        if bounds is None:
            continue
        words = article.text[bounds[0] : bounds[1]]
        if is_furniture(words, furniture) or (number < 3 and title and _plain(words) == title):
            found.append(Range(*bounds))
        elif furniture and furniture.link_end:
            found.extend(glued_links(article.text, *bounds, furniture.link_end))
    return tuple(found)


def glued_links(text: str, start: int, end: int, link_end: str) -> list[Range]:
    """Links glued behind a person's name, up to the word that closes them.

    "said Ann Lee Ann Maria LeeSenate votes late MORE (R) on Monday" -> the range of "Ann Maria LeeSenate … MORE"
    """
    found, at = [], start
    for closing in re.finditer(rf"\b{re.escape(link_end)}\b", text[start:end]):
        stop = start + closing.end()
        low = max(at, stop - LONGEST_GLUED)
        joint = JOINT.search(text, low, stop)
        if joint:
            found.append(Range(_where_links_begin(text, low, joint.start()), stop))
            at = stop
    return found


def _where_links_begin(text: str, low: int, joint: int) -> int:
    """The name before the joint is printed twice, short and in full: the links begin with the second time."""
    word = re.search(r"[^\W\d_]+\Z", text[low:joint])
    name_start = low + word.start() if word else joint
    surname = text[name_start:joint]
    run = NAME_RUN.search(text, max(low, name_start - 120), name_start)
    run_start = run.start() if run else name_start
    before = text.rfind(surname, run_start, name_start)
    if surname and before >= 0:
        return before + len(surname) + 1
    return joint


def split_sentences(article: Article, boilerplate: tuple[Range, ...] | None = None) -> tuple[Range, ...]:
    """Ranges of the report's sentences, boilerplate left out.

    "He left.\\n\\nADVERTISEMENT\\n\\nShe stayed." -> the ranges of "He left." and "She stayed."
    """
    blanks = find_boilerplate(article) if boilerplate is None else boilerplate
    masked = _blank(article.text, blanks)
    return tuple(Range(*bounds) for bounds in segmenter.split_sentences(masked, article.language or "en"))


def split_passages(
    article: Article, sentences: tuple[Range, ...], boilerplate: tuple[Range, ...] | None = None
) -> tuple[Passage, ...]:
    """Sentences that are long enough to tell a copy from chance, with the fingerprints that find their copies."""
    blanks = find_boilerplate(article) if boilerplate is None else boilerplate
    stop_words = stop_hashes(article.language)
    texts = ((sentence, passage_text(article, sentence, blanks)) for sentence in sentences)
    return tuple(passage for place, text in texts if (passage := _passage(place, text, stop_words)))


def passages_of_text(text: str, language: str = "en") -> tuple[Passage, ...]:
    """Passages of words that stand in no report, as a reader types them; a short one is a passage too."""
    bounds = segmenter.split_sentences(text, language)
    stop_words = stop_hashes(language)
    return tuple(
        Passage(Range(start, end), fingerprints(word_hashes(text[start:end]), stop_words)) for start, end in bounds
    )


def stop_hashes(language: str) -> frozenset[int]:
    """Hashes of a language's stop words; none where the language is unknown."""
    known = LANGUAGES.get(language)
    return hash_stop_words(known.stop_words if known else frozenset())


def _passage(place: Range, text: str, stop_words: frozenset[int]) -> Passage | None:
    hashes = word_hashes(text)
    if len(hashes) < FEWEST_WORDS or sum(word not in stop_words for word in hashes) < FEWEST_CONTENT:
        return None
    return Passage(place, fingerprints(hashes, stop_words))


def without_links(text: str, language: str) -> str:
    """A passage's words with links glued into it blanked; as long as before, so that places stay true."""
    known = LANGUAGES.get(language)
    link_end = known.furniture.link_end if known and known.furniture else ""
    if not link_end or link_end not in text:
        return text
    return _blank(text, tuple(glued_links(text, 0, len(text), link_end)))


def passage_text(article: Article, place: Range, boilerplate: tuple[Range, ...]) -> str:
    """The words of a passage, boilerplate inside it blanked; as long as the passage, so that places stay true."""
    first = bisect_right(boilerplate, place.start, key=lambda cut: cut.end)
    inside = list(takewhile(lambda cut: cut.start < place.end, islice(boilerplate, first, None)))
    text = article.text_of(place)
    if not inside:
        return text
    moved = (Range(max(cut.start, place.start) - place.start, min(cut.end, place.end) - place.start) for cut in inside)
    return _blank(text, tuple(moved))


def _blank(text: str, ranges: tuple[Range, ...]) -> str:
    """The text with these ranges blanked: same length, same line breaks."""
    pieces, at = [], 0
    for place in ranges:
        pieces += [text[at : place.start], " " * (place.end - place.start)]
        at = place.end
    return "".join([*pieces, text[at:]])


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
