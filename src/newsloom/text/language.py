"""Which language a text is written in.

In: a text. Out: an ISO 639-1 code. Most texts tell by the words that join their sentences, at a tenth of the cost of
the classifier, and also where everything is in capitals; short ones, and languages without a word list, go to it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from newsloom.langs import LANGUAGES
from newsloom.text.tokens import WORD

SHORTEST = 20  # characters; below this any guess is noise
READ = 2_000  # characters are enough
OPENING = 800  # characters in which the joining words are counted
WORDS = 40  # that it takes for them to tell
SHARE = 0.3  # of the words: kin languages (Spanish, Catalan for French) share "de" and "la", and stay below
DIFFERENT = 12  # joining words: kin languages share fewer


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect_language(text: str, least: float = 0.6) -> str:
    """ISO 639-1 code, or "" where the text is too short or the guess too weak (below `least`, a probability)."""
    if len(text.strip()) < SHORTEST:
        return ""
    if code := _by_joining_words(text[:OPENING]):
        return code
    code, probability = _identifier().classify(text[:READ])
    return str(code) if probability >= least else ""


def _by_joining_words(opening: str) -> str:
    """The one language whose stop words make up the opening as they do any text of it; "" where none or two do."""
    words = WORD.findall(opening.lower())
    if len(words) < WORDS:
        return ""
    different = set(words)
    told = [code for code, language in LANGUAGES.items() if _tells(words, different, language.stop_words)]
    return told[0] if len(told) == 1 else ""


def _tells(words: list[str], different: set[str], stop_words: frozenset[str]) -> bool:
    joining = different & stop_words
    return len(joining) >= DIFFERENT and sum(word in joining for word in words) >= SHARE * len(words)
