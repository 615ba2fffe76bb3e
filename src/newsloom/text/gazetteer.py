"""Tables of names: forenames with gender, surnames with order, countries, places. Read once per process.

In: `newsloom/gazetteers/*.csv`. Names are looked up folded: lower case, no accents.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Lower case without accents, one kind of apostrophe and hyphen: "Şahin’s" -> "sahin's"."""
    if name.isascii():
        return name.lower()
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‑", "-").replace("đ", "d").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`forenames`: name -> "f", "m" or "" (both); `surnames`: name -> whether it is usually written first; `countries`
    and `capitals`: name -> code of the country."""

    forenames: Mapping[str, str]
    surnames: Mapping[str, bool]
    countries: Mapping[str, str]
    capitals: Mapping[str, str]
    places: frozenset[str]
    place_words: frozenset[str]


@cache
def gazetteer() -> Gazetteer:
    places = frozenset(row["name"] for row in _rows("places.csv"))
    countries = {row["name"]: row["code"] for row in _rows("countries.csv")}
    return Gazetteer(
        forenames={row["name"]: row["gender"] for row in _rows("forenames.csv")},
        surnames={row["name"]: "first" in row["order"] for row in _rows("surnames.csv")},
        countries=countries,
        capitals={row["name"]: row["code"] for row in _rows("capitals.csv")},
        places=places,
        place_words=frozenset(word for place in (*places, *countries) for word in place.split() if len(word) > 2),
    )


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("newsloom") / "gazetteers" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
