"""Names of ONE report where they stand: what the tagger saw, cleaned, agreed upon and completed by the whole report.

In: an article, its sentences, a tagger. Out: sightings in order of place, headline first, never overlapping; each is
the name without title, possessive or ending ("-led"). A name seen once is seen wherever the same words stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from newsloom.langs.shapes.naming import Naming
from newsloom.people.spelling import read_name
from newsloom.records import Article, Kind, Range
from newsloom.text.gazetteer import fold, gazetteer
from newsloom.text.tagger import Tagger, tokenise

TITLED, WHOLE, TABLED, CITY = 3, 2, 2, 1  # votes for a kind beside the tagger's own
PARTY = re.compile(r"[A-Z]-[A-Z][A-Za-z]+$")  # "R-Maine", "D-Calif"
GLUED = re.compile(r"([A-Z][a-zß-öø-ÿ]{2,})([A-Z]{2,}\w*|[A-Z][a-zß-öø-ÿ]+)$")  # "MistralGOP": two lines of a page
BRACKETS = frozenset("()[]#@")
LONG = 5  # letters of a name beside which a longer word in -ing is none
LOWER = re.compile(r"(?<![@#/.\w-])[a-z][a-z'’-]+(?![@/\w])")  # not in addresses and handles


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
        """The words as written: a lone apostrophe clings to what it follows, "Seafarers’ Union"."""
        return "".join(word if word in "’'" else f" {word}" for word in self.words).lstrip()


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


def tagged_sightings(article: Article, lines: tuple[Line, ...], tagger: Tagger, naming: Naming) -> list[Sighting]:
    """What the tagger saw, cleaned; of a headline in title case only what the text bears out."""
    seen: list[Sighting] = []
    for number, (line, names) in enumerate(
        zip(lines, tagger.tag([article.text_of(line.range) for line in lines]), strict=True)
    ):
        for name in names:
            start, end = line.range.start + name.start, line.range.start + name.end
            first = bisect_right(line.tokens, start, key=itemgetter(1))  # tokens stand in order: no long line is slow
            last = bisect_left(line.tokens, end, key=itemgetter(0))
            if kept := trim(line, number, first, last, name.kind, naming):
                seen.append(kept)
    return _doubtful_headline(seen, lines, naming)


def lower_words(text: str) -> Counter[str]:
    """How often each word stands in lower case, addresses and handles aside."""
    return Counter(LOWER.findall(text))


def trim(line: Line, number: int, first: int, last: int, kind: Kind, naming: Naming) -> Sighting | None:
    """A tagged run without titles, articles, possessives and marks at its ends; None where nothing is left."""
    words = line.words
    while first < last and (not words[first][0].isalnum() or fold(words[first]) in naming.articles):
        first += 1
    while last > first and (
        words[last - 1] in ("'s", "’s") or (not words[last - 1][-1].isalnum() and words[last - 1][-1] != ".")
    ):
        last -= 1
    while last - first > 1 and (words[last - 1] == words[last - 2] or _contraction(words[last - 1])):
        last -= 1
    while last - first > 1 and fold(words[last - 1]) in naming.clause_verbs | naming.openers:
        last -= 1
    if kind == "person":
        first, last = _one_person(line, first, last, naming)
        inner = [i for i in range(first, last - 1) if fold(words[i]).rstrip(".") in naming.titles]
        if inner and inner[-1] > first and _shows_a_name(words[inner[-1]], naming):
            first = inner[-1]  # "London Mayor Boris Johnson"
        while first < last - 1 and fold(words[first]) in naming.openers:
            first += 1
        while first < last - 1 and fold(words[first]).rstrip(".") in naming.titles:
            first += 1
        while last - first > 1 and fold(words[last - 1]) in naming.circles:
            last -= 1
        if first == last - 1 and not _may_stand_alone(line, first, naming):
            return None
    if first >= last or not any(c.isalnum() for c in "".join(words[first:last])):
        return None
    end = line.tokens[last - 1][1]
    kept = list(words[first:last])
    if kind == "person" and (glued := GLUED.match(kept[-1])) and fold(glued[1]) not in naming.name_starts:
        end -= len(glued[2])
        kept[-1] = glued[1]
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


def _one_person(line: Line, first: int, last: int, naming: Naming) -> tuple[int, int]:
    """The tokens that name one person: "Danley" of "Paddock's girlfriend Danley", "Ada Mistral" of "Ada Mistral of
    Norland Radio" and of a page's "Ada Mistral Adelaide Mistral"."""
    words = line.words
    for i in range(last - 2, first, -1):
        if words[i] in ("'s", "’s"):
            first = i + 1
            break
    while first < last - 1 and words[first][0].islower() and fold(words[first]) not in naming.particles:
        first += 1
    if last - first > 1 and not first and len(words[0]) > LONG and words[0].endswith("ing"):
        first += not is_forename(words[0], naming)  # "Rushing Mistral was no help"
    for i in range(first + 1, last):
        of = words[i] in naming.seats and fold(words[first]) not in naming.mononymic
        listed = words[i] == "," and fold(words[i + 1] if i + 1 < len(words) else "").rstrip(".") not in naming.suffixes
        if of or listed or words[i] in BRACKETS or (i > first + 1 and _begins_again(words, first, i, last, naming)):
            return first, i
    if last - first > 2 and words[last : last + 3] == ("(", words[first], ")"):
        last -= 1  # "Ada Mistral Adelaide (Ada) Mistral", as pages do
    return first, last


def _begins_again(words: Sequence[str], first: int, at: int, last: int, naming: Naming) -> bool:
    """Whether the name is told a second time from here, as pages do: "Mike Mistral Michael …"; not "Ali Hassan Ali"."""
    one, other = fold(words[first]), fold(words[at])
    if one == other:
        return last - at > 1
    longer = len(one) > 2 and other.startswith(one)
    return longer or any(one in names and other in names for names in naming.nicknames)


def _may_stand_alone(line: Line, at: int, naming: Naming) -> bool:
    """Not a title ("the President", but "Mr. Judge"), a party's mark ("R-Maine") or a part of an address."""
    word, before = line.words[at], line.words[at - 1] if at else ""
    titled = fold(before).rstrip(".") in naming.titles and before[0].isupper()
    if PARTY.match(word) or (before in ("@", "/") and line.tokens[at - 1][1] == line.tokens[at][0]):
        return False
    return titled or fold(word).rstrip(".") not in naming.titles


def _shows_a_name(title: str, naming: Naming) -> bool:
    plain = fold(title).rstrip(".")
    return plain not in naming.untitled or plain in naming.mononymic


def _contraction(word: str) -> bool:
    return word[0].islower() and ("'" in word or "’" in word)


def titles_before(line: Line, first: int, naming: Naming) -> tuple[str, ...]:
    """The titles right before a name, in order: "Vice President Mike Pence" -> ("Vice", "President")."""
    at = first
    while at and fold(line.words[at - 1]).rstrip(".") in naming.titles and line.words[at - 1][0].isupper():
        at -= 1
    return line.words[at:first]


def _doubtful_headline(seen: list[Sighting], lines: tuple[Line, ...], naming: Naming) -> list[Sighting]:
    """A headline in title case shows no names by itself: of each run only the words that the text names too are kept,
    or the whole run where a known forename begins it. Of another headline, a lone person must be in the text.
    """
    told = {fold(word) for s in seen if lines[s.line].range.part == "text" for word in s.words}
    kept = (
        s if lines[s.line].range.part == "text" else _borne_out(s, lines[s.line], told, naming)
        for s in seen
    )  # fmt: skip
    return [s for s in kept if s]


def _borne_out(s: Sighting, line: Line, told: Collection[str], naming: Naming) -> Sighting | None:
    if not in_title_case(line):
        strangers = [word for word in s.words if fold(word) not in told]
        if s.kind != "person" or not strangers or (len(s.words) > 1 and is_forename(s.words[0], naming)):
            return s
        if len(strangers) == len(s.words):
            return None if len(s.words) == 1 else s
    first = next((i for i in range(s.first, s.last) if fold(line.words[i]) in told), s.last)
    last = next((i for i in range(first, s.last) if fold(line.words[i]) not in told), s.last)
    if first < last:
        return trim(line, s.line, first, last, s.kind, naming)
    known = len(s.words) > 1 and s.kind == "person" and fold(s.words[0]) in gazetteer().forenames
    return s if known else None


def in_title_case(line: Line) -> bool:
    """Whether nearly every longer word has a capital, as in headlines."""
    spelt = [word for word in line.words if word[0].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in spelt) > 0.7 * len(spelt)


def is_forename(word: str, naming: Naming) -> bool:
    """Whether a word is a forename and nothing else that the tables know."""
    plain, table = fold(word), gazetteer()
    known = plain in table.forenames or any(plain in names for names in naming.nicknames)
    return known and plain not in table.countries and plain not in table.places and plain not in naming.common_capitals


def reads_as_person(words: Sequence[str], naming: Naming) -> bool:
    """ "Maurice Cheeks": a forename and one or two words more, none of which heads an organisation or thing."""
    if not 1 < len(words) < 4 or not is_forename(words[0], naming):
        return False
    rest = [fold(word) for word in words[1:]]
    return not any(word in naming.organisation_nouns or word in naming.things for word in rest) and all(
        word[0].isupper() or fold(word) in naming.particles for word in words[1:]
    )


def is_label(s: Sighting, line: Line) -> bool:
    """ "STAHL: …": who speaks, in a transcript."""
    after = line.words[s.last] if s.last < len(line.words) else ""
    return not s.first and after == ":" and s.name.isupper() and len(s.words) == 1 and len(s.name) > 3


def agree(seen: list[Sighting], lines: tuple[Line, ...], naming: Naming) -> list[Sighting]:
    """One kind for one form in one report: the tagger's votes, titles, and a whole name that the form is part of."""
    table = gazetteer()
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for s in seen:
        form = fold(s.name)
        votes[form][s.kind] += 1
        if s.titles and len(s.words) <= 3:
            votes[form]["person"] += TITLED
        if reads_as_person(s.words, naming):
            votes[form]["person"] += WHOLE
        if is_label(s, lines[s.line]):
            votes[form]["person"] += TITLED
        if form in table.countries:
            votes[form]["place"] += TABLED
        unborne = s.kind == "person" and not s.titles
        if unborne and form in table.places and not any(w in table.surnames for w in form.split()):
            votes[form]["place"] += CITY
        if unborne and len(s.words) > 1 and fold(s.words[-1]) in naming.things:
            votes[form]["place"] += WHOLE  # "Jackson County"
    people = [fold(s.name) for s in seen if s.kind == "person" and len(s.words) > 1]
    parts = {part for name in people for part in (read_name(name).family, *read_name(name).given[:1])}
    for form in sorted(parts & votes.keys()):
        if form not in table.countries:
            votes[form]["person"] += WHOLE
    decided = {form: max(count, key=lambda kind: (count[kind], kind)) for form, count in votes.items()}
    return [s if decided[fold(s.name)] == s.kind else replace(s, kind=decided[fold(s.name)]) for s in seen]
