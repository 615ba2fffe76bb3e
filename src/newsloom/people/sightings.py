"""Names of ONE report where they stand: what the tagger saw, cleaned, agreed upon and completed by the whole report.

In: an article, its sentences, a tagger. Out: sightings in order of place, headline first, never overlapping; each is
the name without title, possessive or ending ("-led"). A name seen once is seen wherever the same words stand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newsloom.langs.shapes.naming import Naming
from newsloom.people.spelling import read_name
from newsloom.records import Article, Kind, Range
from newsloom.text.gazetteer import fold, gazetteer
from newsloom.text.tagger import Tagger, tokenise

LONGEST = 7  # words of a name looked for again
TITLED, WHOLE, TABLED = 3, 2, 2  # votes for a kind beside the tagger's own
LOWER = re.compile(r"\b[a-z][a-z'’-]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its tokens, by offsets into its part."""

    range: Range
    tokens: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name where it stands. `line`: number of its sentence; `first`, `last`: its tokens, last excluded."""

    range: Range
    kind: Kind
    words: tuple[str, ...]
    titles: tuple[str, ...]
    line: int
    first: int
    last: int

    @property
    def name(self) -> str:
        return " ".join(self.words)


def read_lines(article: Article, sentences: Sequence[Range]) -> tuple[Line, ...]:
    """The headline, then the sentences of the text."""
    places = [place for place in sentences if place.part == "text"]
    if article.headline.strip():
        places.insert(0, Range(0, len(article.headline), "headline"))
    lines = []
    for place in places:
        text = article.text_of(place)
        tokens = tokenise(text)
        lines.append(
            Line(
                place,
                tuple((place.start + start, place.start + end) for start, end in tokens),
                tuple(text[start:end] for start, end in tokens),
            )
        )
    return tuple(lines)


def find_sightings(article: Article, lines: tuple[Line, ...], tagger: Tagger, naming: Naming) -> tuple[Sighting, ...]:
    """All names of a report."""
    tagged = tagger.tag([article.text_of(line.range) for line in lines])
    seen: list[Sighting] = []
    for number, (line, names) in enumerate(zip(lines, tagged, strict=True)):
        for name in names:
            start, end = line.range.start + name.start, line.range.start + name.end
            first = next((i for i, token in enumerate(line.tokens) if token[1] > start), len(line.tokens))
            last = next((i for i, token in enumerate(line.tokens) if token[0] >= end), len(line.tokens))
            if kept := trim(line, number, first, last, name.kind, naming):
                seen.append(kept)
    lower = frozenset(LOWER.findall(article.text))
    seen = _doubtful_headline(seen, lines, lower)
    seen = agree(seen, naming)
    return tuple(sorted(complete(seen, lines, lower, naming), key=lambda s: (s.line, s.first)))


def trim(line: Line, number: int, first: int, last: int, kind: Kind, naming: Naming) -> Sighting | None:
    """A tagged run without titles, articles, possessives and marks at its ends; None where nothing is left."""
    words = line.words
    while first < last and (not words[first][0].isalnum() or fold(words[first]) in naming.articles):
        first += 1
    while last > first and (
        words[last - 1] in ("'s", "’s") or (not words[last - 1][-1].isalnum() and words[last - 1][-1] != ".")
    ):
        last -= 1
    if kind == "person":
        while first < last - 1 and fold(words[first]).rstrip(".") in naming.titles:
            first += 1
        if first == last - 1 and fold(words[first]).rstrip(".") in naming.titles and not words[first].istitle():
            return None
    if first >= last or not any(c.isalnum() for c in "".join(words[first:last])):
        return None
    end = line.tokens[last - 1][1]
    kept = list(words[first:last])
    head, hyphen, tail = kept[-1].rpartition("-")
    if hyphen and head[:1].isupper() and fold(tail) in naming.compound_ends:
        end -= len(tail) + 1
        kept[-1] = head
    start = line.tokens[first][0]
    head, hyphen, tail = kept[0].partition("-")
    if hyphen and tail[:1].isupper() and fold(head) in naming.compound_starts:
        start += len(head) + 1
        kept[0] = tail
    if len(kept) == 1 and fold(kept[0]).rstrip(".") in naming.common_capitals and kind == "person":
        return None
    place = Range(start, end, line.range.part)
    return Sighting(place, kind, tuple(kept), titles_before(line, first, naming), number, first, last)


def titles_before(line: Line, first: int, naming: Naming) -> tuple[str, ...]:
    """The titles right before a name, in order: "Vice President Mike Pence" -> ("Vice", "President")."""
    at = first
    while at and fold(line.words[at - 1]).rstrip(".") in naming.titles and line.words[at - 1][0].isupper():
        at -= 1
    return line.words[at:first]


def _doubtful_headline(seen: list[Sighting], lines: tuple[Line, ...], lower: frozenset[str]) -> list[Sighting]:
    """A headline in capitals or title case shows no names by itself: only what the text names too is kept there."""
    told = {fold(word) for s in seen if lines[s.line].range.part == "text" for word in s.words}
    return [
        s
        for s in seen
        if lines[s.line].range.part == "text"
        or all(fold(w) in told for w in s.words)
        or (not any(fold(w) in lower for w in s.words) and len(s.words) > 1)
        or not _title_case(lines[s.line])
    ]


def _title_case(line: Line) -> bool:
    spelt = [word for word in line.words if word[0].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in spelt) > 0.7 * len(spelt)


def agree(seen: list[Sighting], naming: Naming) -> list[Sighting]:
    """One kind for one form in one report: the tagger's votes, titles, and a whole name that the form is part of."""
    table = gazetteer()
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for s in seen:
        form = fold(s.name)
        votes[form][s.kind] += 1
        if s.titles and len(s.words) <= 3:
            votes[form]["person"] += TITLED
        if form in table.countries:
            votes[form]["place"] += TABLED
    people = [fold(s.name) for s in seen if s.kind == "person" and len(s.words) > 1]
    surnames = {read_name(name).family for name in people}
    for form in sorted(surnames & votes.keys()):
        if form not in table.countries:
            votes[form]["person"] += WHOLE
    decided = {form: max(count, key=lambda kind: (count[kind], kind)) for form, count in votes.items()}
    return [s if decided[fold(s.name)] == s.kind else replace(s, kind=decided[fold(s.name)]) for s in seen]


def complete(seen: list[Sighting], lines: tuple[Line, ...], lower: frozenset[str], naming: Naming) -> list[Sighting]:
    """The sightings, and every other place where the same words stand untagged; surnames of whole names too."""
    forms = known_forms(seen, lower)
    starts = {form[0] for form in forms}
    taken = {(s.line, i) for s in seen for i in range(s.first, s.last)}
    found = list(seen)
    for number, line in enumerate(lines):
        at = 0
        while at < len(line.words):
            if (number, at) in taken:
                at += 1
                continue
            size = 0
            if line.words[at] in starts or line.words[at].isupper():
                size = _match(line, number, at, forms, taken)
            if size:
                kind = forms[_key(line.words[at : at + size], forms)]
                place = Range(line.tokens[at][0], line.tokens[at + size - 1][1], line.range.part)
                words = _key(line.words[at : at + size], forms)
                found.append(Sighting(place, kind, words, titles_before(line, at, naming), number, at, at + size))
            elif "-" in line.words[at]:
                found += _within(line, number, at, forms)
            at += size or 1
    return found


def _key(words: tuple[str, ...], forms: dict[tuple[str, ...], Kind]) -> tuple[str, ...]:
    return words if words in forms else tuple(word.title() for word in words)


def _match(line: Line, number: int, at: int, forms: dict[tuple[str, ...], Kind], taken: set[tuple[int, int]]) -> int:
    """How many words from here on are a known form, 0 for none; the longest wins."""
    for size in range(min(LONGEST, len(line.words) - at), 0, -1):
        words = line.words[at : at + size]
        known = words in forms or (
            all(w.isupper() and len(w) > 2 for w in words) and tuple(w.title() for w in words) in forms
        )
        if known and not any((number, i) in taken for i in range(at, at + size)):
            return size
    return 0


def _within(line: Line, number: int, at: int, forms: dict[tuple[str, ...], Kind]) -> list[Sighting]:
    """Persons named inside a compound: "anti-Trump", "Obama-era", "Warren-Sanders"."""
    found, start = [], line.tokens[at][0]
    for piece in line.words[at].split("-"):
        if forms.get((piece,)) == "person":
            place = Range(start, start + len(piece), line.range.part)
            found.append(Sighting(place, "person", (piece,), (), number, at, at + 1))
        start += len(piece) + 1
    return found


def known_forms(seen: Iterable[Sighting], lower: frozenset[str]) -> dict[tuple[str, ...], Kind]:
    """Forms worth looking for again. A single word that the report also writes in lower case is none."""
    counts: dict[tuple[str, ...], Counter[Kind]] = defaultdict(Counter)
    for s in seen:
        counts[s.words][s.kind] += 1
        if s.kind == "person" and len(s.words) > 1:
            parts = read_name(s.name)
            family = s.words[0] if fold(s.words[0]) == parts.family else s.words[-1]
            if (
                parts.full
                and len(family) > 2
                and family[0].isupper()
                and family.rstrip(".").lower() not in ("jr", "sr", "iii")
            ):
                counts[(family,)]["person"] += 1
    return {
        form: max(count, key=lambda kind: (count[kind], kind))
        for form, count in counts.items()
        if len(form) > 1 or (form[0][:1].isupper() and len(form[0]) > 1 and form[0].lower() not in lower)
    }
