"""Whether two written names may be one person's; keys under which spellings of one name meet.

In: names as reports write them. Out: a likeness from 0 to 1, and look-up keys. The same for every pair, in any order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.naming import Naming
from newsloom.text.gazetteer import fold, gazetteer

LONG = 6  # letters from which forenames of one group that sound alike are one name spelt in two ways
SPELT = 0.99  # "Moammar", "Muammar"
SAME, SHORTER, NICKNAME, INITIAL, RESPELT = 1.0, 0.95, 0.93, 0.85, 0.8
GENERATIONS = {"jr", "sr"}  # father and son, where one name has it and the other not
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")
KOREAN = re.compile(r"[A-Z][a-z]{1,6} [A-Z][a-z]{0,6}-[a-z]{1,6}$")  # no forename is hyphened so elsewhere
SYLLABLES = re.compile(r"[a-z]{1,6}-[a-z]{1,6}$")
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"kh|gh|q|ck|c(?!h)|g", "k"), (r"ph", "f"), (r"dh|th", "t"), (r"d", "t"), (r"z", "s"), (r"v|w", "v"),
        (r"x", "ks"), (r"(?<=[^aeiouy])h|[aeiouy]", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
PARTICLE = re.compile(r"^(?:al|el|ul|bin|ibn|ben|abu)[- ]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, folded: `given` in order, `family` with its particles."""

    given: tuple[str, ...]
    family: str
    suffix: str = ""

    @property
    def full(self) -> bool:
        return bool(self.given)


@lru_cache(maxsize=20_000)
def read_name(name: str) -> PersonName:
    """Parts of a name without title.

    >>> read_name("Kim Jong-un"), read_name("Adel al-Jubeir").family, read_name("Robert S. Mueller III").suffix
    (PersonName(given=('jongun',), family='kim', suffix=''), 'al-jubeir', 'iii')
    """
    naming = LANGUAGES["en"].naming or Naming()
    words = [w for found in WORD.finditer(fold(name)) if (w := found.group().rstrip("."))]
    suffix = words.pop() if len(words) > 1 and words[-1] in naming.suffixes else ""
    if len(words) < 2:
        return PersonName((), words[0] if words else "", suffix)
    if KOREAN.match(name) or is_family_first(tuple(words)):
        return PersonName(("".join(words[1:]).replace("-", ""),), words[0], suffix)
    at = len(words) - 1
    while at > 1 and words[at - 1] in naming.particles:
        at -= 1
    return PersonName(tuple(words[:at]), " ".join(words[at:]), suffix)


def is_family_first(words: tuple[str, ...]) -> bool:
    """Whether folded words read as an East Asian name, surname first: "kim jong un", "moon jae-in", "xi jinping"."""
    table = gazetteer()
    first, rest = words[0], words[1:]
    if not table.surnames.get(first, False):
        return False
    if len(rest) == 1 and SYLLABLES.match(rest[0]):
        return True
    if len(rest) == 2:
        return all(len(w) <= 6 and w not in table.forenames and not table.places & {w} for w in rest) and all(
            len(re.findall(r"[aeiouy]+", w)) <= 1 for w in rest
        )
    return len(rest) == 1 and first not in table.forenames and rest[0] not in table.surnames and len(first) <= 5


def compare(left: str, right: str) -> float:
    """Likeness of two person names, 0 where they cannot be one: "Mike Pompeo", "Mike Pence" -> 0.

    Equal but for case, accents, hyphens 1; a middle name more .95; a nickname .93; an initial .85; other spelling .8.
    """
    a, b = read_name(left), read_name(right)
    if a.suffix != b.suffix and ((a.suffix and b.suffix) or {a.suffix, b.suffix} & GENERATIONS):
        return 0.0
    if not a.full or not b.full:
        return SAME if a.full == b.full and a.family == b.family else 0.0
    family = alike(bare(a.family), bare(b.family), table=False)
    if not family:
        return max(_turned(a, b), _reordered(a, b))
    first = _given(a.given, b.given)
    return round(family * first * (SHORTER if a.suffix != b.suffix else SAME), 3)


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    joined = "".join(a).replace("-", ""), "".join(b).replace("-", "")
    if joined[0] == joined[1]:
        return SAME
    first = alike(a[0], b[0])
    if not first:
        # known by the second forename ("J. Edgar" and "Edgar")
        return INITIAL if (len(a) > 1 and a[1] == b[0]) or (len(b) > 1 and b[1] == a[0]) else 0.0
    if len(a) > 1 and len(b) > 1:
        same = all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in zip(a[1:], b[1:], strict=False))
        return first if same else RESPELT * first if alike(a[1], b[1]) else 0.0
    return first if len(a) == len(b) else first * SHORTER


def _turned(a: PersonName, b: PersonName) -> float:
    """The same words in another order: "Ban Ki-moon", "Ki-moon Ban"."""
    left = ("".join(a.given).replace("-", ""), a.family.replace("-", ""))
    right = (b.family.replace("-", ""), "".join(b.given).replace("-", ""))
    return SHORTER if left == right and len(a.given) == len(b.given) == 1 else 0.0


def _reordered(a: PersonName, b: PersonName) -> float:
    """The same three words or more in another order: "Felipe Alonzo-Gomez", "Felipe Gomez Alonzo"."""
    left, right = (sorted(" ".join([*n.given, n.family]).replace("-", " ").split()) for n in (a, b))
    return SHORTER if left == right and len(left) > 2 and a.given[0] == b.given[0] else 0.0


@lru_cache(maxsize=50_000)
def alike(a: str, b: str, table: bool = True) -> float:
    """Likeness of two words of names. `table`: forenames, which may be short for each other."""
    a, b = a.replace("-", "").replace("'", ""), b.replace("-", "").replace("'", "")
    if a == b:
        return SAME
    if table and 1 in (len(a), len(b)):
        return INITIAL if a[:1] == b[:1] else 0.0
    if table and any(a in names and b in names for names in (LANGUAGES["en"].naming or Naming()).nicknames):
        return SPELT if min(len(a), len(b)) >= LONG and skeleton(a) == skeleton(b) else NICKNAME
    if skeleton(a) != skeleton(b) or not skeleton(a) or (len(a) < 5 and len(b) < 5 and table and _known(a, b)):
        return 0.0
    return (
        RESPELT if _distance(a, b) <= (1 if min(len(a), len(b)) < 6 else 2 if min(len(a), len(b)) < 8 else 3) else 0.0
    )


def _known(a: str, b: str) -> bool:
    forenames = gazetteer().forenames
    return a in forenames and b in forenames


def bare(family: str) -> str:
    """A family name without its Arabic particle: "al-jubeir" -> "jubeir"; other particles are joined on."""
    while PARTICLE.match(family):
        family = PARTICLE.sub("", family, count=1)
    return family.replace(" ", "")


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Consonants by sound: "Gadhafi", "Qaddafi" -> "ktf"; a leading vowel counts as one."""
    plain = word.replace("-", "").replace("'", "").replace(" ", "")
    sound = plain
    for pattern, to in SOUNDS:
        sound = pattern.sub(to, sound)
    return ("a" if plain[:1] in "aeiou" else "") + sound


def _distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def keys_of(name: str) -> tuple[str, ...]:
    """Keys under which spellings of a person's name meet: the family's sound with the forename's first sound.

    >>> keys_of("Moammar Gadhafi") == keys_of("Muammar Qaddafi")
    True
    """
    parts = read_name(name)
    if not parts.full:
        return (f"p:{skeleton(bare(parts.family))}",) if parts.family else ()
    firsts = dict.fromkeys(first[0] for first in (*_cognates(parts.given[0]), *parts.given[1:2]) if first)
    later = (bare(parts.family), *parts.given[1:], *parts.family.replace("-", " ").split())
    families = dict.fromkeys(skeleton(word) or word for word in later if len(word) > 2 or word == later[0])
    turned = f"p:{skeleton(parts.given[0]) or parts.given[0]}:{_sound(parts.family[0])}"
    found = [f"p:{family}:{_sound(first)}" for family in families for first in firsts]
    return tuple(dict.fromkeys([*found, *([turned] if len(parts.given) == 1 else [])]))


def family_key(family: str) -> str:
    """The beginning of the keys of whole names with this family name.

    >>> all(key.startswith(family_key("gadhafi")) for key in keys_of("Muammar Qaddafi")[:1])
    True
    """
    return f"p:{skeleton(bare(family)) or family}:"


def _sound(letter: str) -> str:
    return SOUND_OF.get(letter, letter)


SOUND_OF = {"q": "k", "g": "k", "c": "k", "z": "s", "d": "t", "w": "v", "y": "j", "i": "j"}


def _cognates(forename: str) -> tuple[str, ...]:
    """The forename and the first of each group of names that it may be short for."""
    groups = (LANGUAGES["en"].naming or Naming()).nicknames
    return (forename, *(min(names) for names in groups if forename in names))
