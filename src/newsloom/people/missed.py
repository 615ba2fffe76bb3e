"""Names of ONE report that the tagger left out, though the rest of the report or their surroundings tell them.

In: the sightings so far and the sentences. Out: the sightings with those added; none overlaps another. A single word
that the report writes in lower case nearly as often as with a capital is never taken for a name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from newsloom.langs.shapes.naming import Naming
from newsloom.people.sightings import Line, Sighting, in_title_case, is_forename, titles_before, trim
from newsloom.people.spelling import read_name
from newsloom.records import Kind, Range
from newsloom.text.gazetteer import fold, gazetteer

LONGEST = 7  # words of a name looked for again
LONGEST_SYLLABLE = 6  # letters
INITIAL = re.compile(r"(?!I$)[A-Z]\.?$")
OFTEN = 3  # times as often a name as a common word: then it is a name also where nobody tagged it


def without_pairs(seen: list[Sighting]) -> list[Sighting]:
    """The sightings but "Trump-Kim" and "Trump Kim": two persons named elsewhere are no third one."""
    people = {fold(s.name): s for s in seen if s.kind == "person"}
    families = {form: read_name(s.name).family for form, s in people.items() if len(s.words) > 1}
    words = {fold(word) for s in people.values() for word in s.words if "-" not in word}
    kept: list[Sighting] = []
    for s in seen:
        own = fold(s.name)
        others = {family for form, family in families.items() if form != own}
        two = s.kind == "person" and len(s.words) == 2 and all(fold(word) in others for word in s.words)
        if not two and not any(_pairs(word, words) for word in s.words):
            kept.append(s)
    return kept


def _pairs(word: str, families: Collection[str]) -> bool:
    pieces = word.split("-")
    return len(pieces) == 2 and all(piece[:1].isupper() and fold(piece) in families for piece in pieces)


def complete(seen: list[Sighting], lines: tuple[Line, ...], lower: Mapping[str, int], naming: Naming) -> list[Sighting]:
    """The sightings, and every other place where the same words stand untagged; surnames of whole names too."""
    forms = known_forms(seen, lower, naming)
    shouted = {tuple(word.upper() for word in form): form for form in forms if len("".join(form)) > 3}
    starts = {form[0] for form in (*forms, *shouted)}
    taken = {(s.line, i) for s in seen for i in range(s.first, s.last)}
    found = list(seen)
    for number, line in enumerate(lines):
        at = 0
        while at < len(line.words):
            form: tuple[str, ...] = ()
            if (number, at) not in taken and line.words[at] in starts:
                form = _form_at(line, number, at, forms, shouted, taken)
            if form and not _part_of_more(line, at, len(form), forms[form], naming):
                place = Range(line.tokens[at][0], line.tokens[at + len(form) - 1][1], line.range.part)
                titles = titles_before(line, at, naming)
                found.append(Sighting(place, forms[form], form, titles, number, at, at + len(form)))
            elif "-" in line.words[at] and (number, at) not in taken:
                found += _within(line, number, at, forms)
            at += len(form) or 1
    return found


def _form_at(
    line: Line,
    number: int,
    at: int,
    forms: Mapping[tuple[str, ...], Kind],
    shouted: Mapping[tuple[str, ...], tuple[str, ...]],
    taken: set[tuple[int, int]],
) -> tuple[str, ...]:
    """The longest known form that stands here, as it is usually spelt; () for none."""
    for size in range(min(LONGEST, len(line.words) - at), 0, -1):
        words = line.words[at : at + size]
        form = words if words in forms else shouted.get(words, ())
        if form and not any((number, i) in taken for i in range(at, at + size)):
            return form
    return ()


def _part_of_more(line: Line, at: int, size: int, kind: Kind, naming: Naming) -> bool:
    """Whether a person's surname is here a part of some thing's name: "Trump Tower", "The O'Reilly Factor"."""
    if kind != "person":
        return False
    after = line.words[at + size] if at + size < len(line.words) else "."
    before = line.words[at - 1] if at else "."
    if fold(before) in naming.things and before[0].isupper():
        return True
    if size == 1 and fold(line.words[at]) in naming.titles and after[0].isupper():
        return True  # "Judge Kavanaugh" names no Mark Judge
    return after[0].isupper() and fold(after) in naming.things


def _within(line: Line, number: int, at: int, forms: dict[tuple[str, ...], Kind]) -> list[Sighting]:
    """Persons named inside a compound: "anti-Trump", "Obama-era", "Warren-Sanders"."""
    found, start = [], line.tokens[at][0]
    for piece in line.words[at].split("-"):
        if forms.get((piece,)) == "person":
            place = Range(start, start + len(piece), line.range.part)
            found.append(Sighting(place, "person", (piece,), (), number, at, at + 1))
        start += len(piece) + 1
    return found


def known_forms(seen: Iterable[Sighting], lower: Mapping[str, int], naming: Naming) -> dict[tuple[str, ...], Kind]:
    """Forms worth looking for again. A single word that the report also writes in lower case is none."""
    counts: dict[tuple[str, ...], Counter[Kind]] = defaultdict(Counter)
    for s in seen:
        counts[s.words][s.kind] += 1
        if s.kind == "person" and len(s.words) > 1:
            parts = read_name(s.name)
            spelt = [word for word in s.words if fold(word).rstrip(".") not in naming.suffixes] or list(s.words)
            family = spelt[0] if fold(spelt[0]) == parts.family else spelt[-1]
            if parts.full and len(family) > 2 and family[0].isupper():
                counts[(family,)]["person"] += 1
    return {
        form: max(count, key=lambda kind: (count[kind], kind))
        for form, count in counts.items()
        if len(form) > 1 or _is_a_name(form[0], sum(count.values()), lower)
    }


def _is_a_name(word: str, times: int, lower: Mapping[str, int]) -> bool:
    return word[:1].isupper() and len(word) > 1 and times >= OFTEN * lower.get(word.lower(), 0)


def add_named(
    seen: list[Sighting], lines: tuple[Line, ...], lower: Mapping[str, int], naming: Naming
) -> list[Sighting]:
    """Names that the tagger missed though their surroundings tell: after a title, or a forename and one more word.

    A forename left outside a tagged surname is taken in ("Peter" before "Ford").
    """
    seen = [_whole(_with_forename(s, lines[s.line], lower, naming), lines[s.line], naming) for s in seen]
    seen = [s for s in seen if not any(_inside(s, other) for other in seen)]
    taken = {(s.line, i) for s in seen for i in range(s.first, s.last)}
    found = list(seen)
    for number, line in enumerate(lines):
        if line.range.part == "headline" and in_title_case(line):
            continue
        at = 0
        while at < len(line.words):
            last = at if (number, at) in taken else _named_until(line, at, lower, naming)
            if last > at and not any((number, i) in taken for i in range(at, last)):
                if kept := trim(line, number, at, last, "person", naming):
                    found.append(kept)
                at = last
            else:
                at += 1
    return found


def _with_forename(s: Sighting, line: Line, lower: Mapping[str, int], naming: Naming) -> Sighting:
    if not s.first or s.titles or len(s.words) > 2 or (s.kind == "place" and len(s.words) > 1):
        return s
    before = line.words[s.first - 1]
    if not _forename(before, lower, naming) or fold(s.words[-1]) in naming.things | naming.organisation_nouns:
        return s
    if s.kind != "person" and fold(s.name) in gazetteer().countries:
        return s
    place = Range(line.tokens[s.first - 1][0], s.range.end, s.range.part)
    titles = titles_before(line, s.first - 1, naming)
    return replace(s, range=place, kind="person", words=(before, *s.words), titles=titles, first=s.first - 1)


def _whole(s: Sighting, line: Line, naming: Naming) -> Sighting:
    """A person's name with the initials before it ("K S Varga", "W. Mark Felt"), and with a part that a hyphen between
    blanks cuts off ("Chen Li - shu", "Hamad al - Varga")."""
    if s.kind != "person" or s.titles:
        return s
    first, last = s.first, s.last
    while first and INITIAL.match(line.words[first - 1]) and not (first == 1 and last - s.first == 1):
        first -= 1
    while line.words[last : last + 1] == ("-",) and _goes_on(line, first, last, naming):
        last += 2
    if (first, last) == (s.first, s.last):
        return s
    place = Range(line.tokens[first][0], line.tokens[last - 1][1], s.range.part)
    titles = titles_before(line, first, naming)
    return replace(s, range=place, words=line.words[first:last], titles=titles, first=first, last=last)


def _goes_on(line: Line, first: int, hyphen: int, naming: Naming) -> bool:
    """Whether the word after a hyphen is a part of the name: a syllable after an East Asian surname, "al - Varga"."""
    after = line.words[hyphen + 1] if hyphen + 1 < len(line.words) else ""
    syllable = after.islower() and len(after) <= LONGEST_SYLLABLE and hyphen - first > 1
    if syllable and any(gazetteer().surnames.get(fold(word), False) for word in line.words[first:hyphen]):
        return True
    return fold(line.words[hyphen - 1]) in naming.particles and after[:1].isupper()


def _inside(s: Sighting, other: Sighting) -> bool:
    """Whether a sighting is a smaller part of another."""
    smaller = s.last - s.first < other.last - other.first
    return s.line == other.line and smaller and other.first <= s.first and s.last <= other.last


def _forename(word: str, lower: Mapping[str, int], naming: Naming) -> bool:
    plain = fold(word)
    return word.istitle() and is_forename(word, naming) and plain not in naming.titles and not lower.get(plain)


def _named_until(line: Line, at: int, lower: Mapping[str, int], naming: Naming) -> int:
    """Where a name that begins here ends, if its surroundings tell that it is one; else `at`."""
    words = line.words
    before = words[at - 1] if at else ""
    if fold(before).rstrip(".") in naming.saints:
        return at
    titled = before[:1].isupper() and naming.titles.get(fold(before).rstrip("."), None) is not None
    if not (titled and fold(before).rstrip(".") not in naming.untitled) and not _forename(words[at], lower, naming):
        return at
    last = at
    while last < len(words) and last - at < 3 and _name_word(words[last], lower, naming):
        last += 1
    if last < len(words) and words[last][0].isupper() and (last - at == 3 or fold(words[last]) in naming.things):
        return at
    return last if titled or last - at > 1 else at


def _name_word(word: str, lower: Mapping[str, int], naming: Naming) -> bool:
    plain = fold(word).rstrip(".")
    if len(word) == 2 and word[1] == "." and word[0].isupper():
        return True
    return (
        word[:1].isupper()
        and len(word) > 1
        and not word.isupper()
        and word.isalpha() | ("-" in word) | ("'" in word) | ("’" in word)
        and not lower.get(word.lower())
        and plain not in naming.titles
        and plain not in naming.common_capitals
        and plain not in naming.organisation_nouns
        and plain not in naming.things
        and plain not in gazetteer().countries
        and plain not in naming.role_nouns
    )
