"""Names in sentences: the runtime of the name taggers. Weights are read from `newsloom/models`.

In: the sentences of ONE report. Out: for each sentence, name spans in its own code points, in order, never
overlapping. A tagger sees one report at a time, so no report's names depend on another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from newsloom.langs import LANGUAGES
from newsloom.records import Kind

TAGS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Sens|Rep|Reps|Gov|Lt|Gen|Col|Maj|Capt|Cmdr|Sgt|Adm|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros|"
    "Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs|Ave|Del|Fla|Ala|Ariz|Calif|Colo|Conn|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|"
    "Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ft|Mt|Atty|Supt|Insp|Det|Ofc|Pres|Fr|Br|Pvt|Cpl|Brig"
)
TOKEN = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}|\b(?:{ABBREVIATIONS})\.(?!\w)|\b[A-Z]\.(?=\s?[A-Z])|[^\W_]+(?:[-'’&][^\W_]+)*|[^\w\s]|_+"
)
POSSESSIVE = re.compile(r"(['’][sS])$")
CAPITALISED = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][\w.’'-]*")
COMMON_WORDS = frozenset(word for language in LANGUAGES.values() for word in language.stop_words) - {
    "us",
    "may",
    "will",
}


class Name(NamedTuple):
    """A name in a sentence, by offsets into that sentence."""

    start: int
    end: int
    kind: Kind


class Tagger(Protocol):
    """Names of one report's sentences; the same sentences of the same report always give the same names."""

    def tag(self, sentences: Sequence[str]) -> list[tuple[Name, ...]]: ...


@cache
def load_tagger(light: bool = False) -> Tagger:
    """The tagger of this process: an encoder, or where `light` a conditional random field that is some six times
    faster and finds fewer names."""
    if light:
        from newsloom.text.tagger_crf import load_crf

        return load_crf()
    from newsloom.text.tagger_onnx import load_onnx

    return load_onnx()


@lru_cache(maxsize=2_000)  # the sentences of a report are cut by the tagger and again by what reads its names
def tokenise(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of tokens: words with inner hyphens, abbreviations with their stops, possessives and marks by themselves.

    >>> [ "Gen. Kim's U.S. aide"[s:e] for s, e in tokenise("Gen. Kim's U.S. aide") ]
    ['Gen.', 'Kim', "'s", 'U.S.', 'aide']
    """
    found: list[tuple[int, int]] = []
    for token in TOKEN.finditer(text):
        start, end = token.span()
        if end - start > 2 and (mark := POSSESSIVE.search(token.group())):
            found.append((start, start + mark.start()))
            start += mark.start()
        found.append((start, end))
    return tuple(found)


def may_hold_a_name(sentence: str) -> bool:
    """Whether a capital stands anywhere but in "I" and a common first word: else there is nothing to find.

    >>> may_hold_a_name("They said I was right."), may_hold_a_name("Mistral said so."), may_hold_a_name("so said Kim")
    (False, True, True)
    """
    return any(word.lower() not in COMMON_WORDS for word in CAPITALISED.findall(sentence))


def names_of(tokens: Sequence[tuple[int, int]], tags: Iterable[str]) -> tuple[Name, ...]:
    """BIO tags of tokens -> names. An I- without its B- begins a name."""
    names: list[Name] = []
    inside = ""
    for (start, end), tag in zip(tokens, tags, strict=True):
        label = tag[2:]
        if tag[0] == "I" and inside == label:
            names[-1] = Name(names[-1].start, end, names[-1].kind)
        elif label:
            names.append(Name(start, end, TAGS[label]))
        inside = label
    return tuple(names)
