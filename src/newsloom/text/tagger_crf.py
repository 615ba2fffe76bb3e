"""The light tagger: a conditional random field over words, their shapes and the gazetteers' tables.

Weights: models/names.crfsuite (models/README.md: data, licence, score, how to retrain).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

from newsloom.text.gazetteer import fold, gazetteer
from newsloom.text.tagger import Name, may_hold_a_name, names_of, tokenise

LONGEST = 200  # tokens tagged at a time: a "sentence" longer than this is a table or a list
LONG_PLACE = 3  # words of the longest place looked up
DIGIT = re.compile(r"\d")
SHOUTED = 0.6  # share of words in capitals from which on capitals tell nothing


class CrfTagger:
    """Wraps the native tagger, whose only state is its weights."""

    def __init__(self, path: str) -> None:
        import pycrfsuite

        self._crf: Any = pycrfsuite.Tagger()
        self._crf.open(path)

    def tag(self, sentences: Sequence[str]) -> list[tuple[Name, ...]]:
        return [self._tag(sentence) if may_hold_a_name(sentence) else () for sentence in sentences]

    def _tag(self, sentence: str) -> tuple[Name, ...]:
        tokens = tokenise(sentence)
        tags: list[str] = []
        for at in range(0, len(tokens), LONGEST):
            tags += self._crf.tag(features([sentence[start:end] for start, end in tokens[at : at + LONGEST]]))
        return names_of(tokens, tags)


@cache
def load_crf() -> CrfTagger:
    with as_file(files("newsloom") / "models" / "names.crfsuite") as path:
        return CrfTagger(str(path))


def features(words: list[str]) -> list[list[str]]:
    """What the field sees of each word: itself, its neighbours, shapes, endings and the tables that know it."""
    spelt = [_spelling(word) for word in words]
    marks = _marks(words)
    shouted = sum(w.isupper() and len(w) > 1 for w in words) > SHOUTED * max(1, sum(w[0].isalpha() for w in words))
    last = len(words) - 1
    rows: list[list[str]] = []
    for i, (lower, shape, own) in enumerate(spelt):
        row = [*own, *marks[i]]
        if shouted:
            row.append("shouted")
        if i:
            row += (f"-1={spelt[i - 1][0]}", f"-1s={spelt[i - 1][1]}", f"-1s|s={spelt[i - 1][1]}|{shape}")
            row += (f"-1|0={spelt[i - 1][0]}|{lower}", *(f"-1{mark}" for mark in marks[i - 1]))
            if i > 1:
                row += (f"-2={spelt[i - 2][0]}", f"-2s={spelt[i - 2][1]}", f"-2|-1={spelt[i - 2][0]}|{spelt[i - 1][0]}")
        else:
            row += ("first", f"first={shape}")
        if i < last:
            row += (f"+1={spelt[i + 1][0]}", f"+1s={spelt[i + 1][1]}", f"s|+1s={shape}|{spelt[i + 1][1]}")
            row += (f"0|+1={lower}|{spelt[i + 1][0]}", *(f"+1{mark}" for mark in marks[i + 1]))
            if i < last - 1:
                row += (f"+2={spelt[i + 2][0]}", f"+2s={spelt[i + 2][1]}", f"+1|+2={spelt[i + 1][0]}|{spelt[i + 2][0]}")
        else:
            row.append("last")
        rows.append(row)
    return rows


@lru_cache(maxsize=100_000)
def _spelling(word: str) -> tuple[str, str, tuple[str, ...]]:
    """(lower-cased word, short shape, features of the word alone)."""
    lower = DIGIT.sub("0", word.lower())
    shape = _shape(word)
    own = ["bias", f"w={lower}", f"s={shape}", f"full={word}", f"len={min(len(word), 8)}"]
    own += [f"p{n}={lower[:n]}" for n in (1, 2, 3, 4) if len(lower) > n]
    own += [f"e{n}={lower[-n:]}" for n in (1, 2, 3, 4) if len(lower) > n]
    if "-" in word:
        own += (f"hyphen={lower.rpartition('-')[2]}", "hyphened")
    return lower, shape, tuple(own)


def _shape(word: str) -> str:
    """Xx, X, x, 0 and marks, runs shortened: "McDonald" -> "XxXx", "U.S." -> "X.X."."""
    shape = ""
    for c in word:
        sort = "X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c
        if not shape or shape[-1] != sort:
            shape += sort
    return "X1" if shape == "X" and len(word) == 1 else shape


def _marks(words: list[str]) -> list[list[str]]:
    """The tables that hold each word, or the run of words that it is part of."""
    table = gazetteer()
    folded = [fold(word) for word in words]
    found: list[list[str]] = []
    for word, plain in zip(words, folded, strict=True):
        marks: list[str] = []
        if word[:1].isupper():
            marks += ["forename"] if plain in table.forenames else []
            marks += ["surname"] if plain in table.surnames else []
        found.append(marks)
    for start, word in enumerate(words):
        if word[:1].isupper() and folded[start] in table.place_words:
            for size in range(min(LONG_PLACE, len(words) - start), 0, -1):
                run = " ".join(folded[start : start + size])
                sort = "country" if run in table.countries else "place" if run in table.places else ""
                if sort:
                    for i in range(start, start + size):
                        found[i].append(f"{sort}{'B' if i == start else 'I'}")
                    break
    return found
