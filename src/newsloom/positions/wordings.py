"""One quotation with differing words, and one with two speakers.

In: the quotes of a story's reports and the persons that their speakers are. Out: disagreements of kind "wording" and
"attribution". Two quoted strings are one quotation where a long run of words is the same; cuts, brackets, ellipses,
contractions and spelling are no difference: only words that stand in the place of others are, and words left out in
the midst of a quotation without a mark.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations

from newsloom.positions.sides import Found, Side
from newsloom.records import EntityId, Person, Quote, Range, Report
from newsloom.text.fingerprints import plain_word
from newsloom.text.tokens import find_words

LEAST_SHARED = 7  # words that two cuts of one quotation have in common
SHARE = 0.75  # of the shorter one's words
DENSE = 0.75  # share of the same words between the first and the last of them
FLANK, FLANKS = 2, 8  # words that are the same on each side of a difference, and on both
LEFT_OUT_FLANK = 3  # words that are the same on each side of words left out
MOST_REPLACED = 3  # words in one place
AROUND = 4  # words shown on both sides
MOST_WORDINGS = 6  # of one story: words that stand for others before words left out
COMMON = 40  # quotes with the same run of words: more tell nothing
MARKED = re.compile(r"[\[\](){}…*&]|\.\.\.|[-–—_]{2,}")
APOSTROPHE = re.compile(r"['’]")
ALIKE_LETTERS = 0.8  # of two words: one is a spelling or an ending of the other
NEAR = 4  # sentences around a quotation that may name who else said it
SAME_WORDS = 8  # of one string given to two speakers


@dataclass(frozen=True, slots=True)
class Said:
    """A quoted string with its words, each with its place in the string."""

    report: Report
    quote: Quote
    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    person: Person | None

    def bare(self, at: int) -> str:
        """A word as it stands, in lower case and with a plain apostrophe."""
        start, end = self.places[at]
        return self.text[start:end].lower().replace("’", "'")

    def cut(self, first: int, last: int) -> str:
        """The string's own words from one to another, in one line."""
        return " ".join(self.text[self.places[first][0] : self.places[last][1]].split())

    def place_of(self, plain: str) -> Range | None:
        """Where a run of words stands in the report; None where it is no part of the string."""
        sought = plain.split()
        for at in range(len(self.words) - len(sought) + 1):
            if list(self.words[at : at + len(sought)]) == sought:
                start, end = self.places[at][0], self.places[at + len(sought) - 1][1]
                begin = self.quote.range.start
                return Range(begin + start, begin + end, self.quote.range.part)
        return None


def disputed_words(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """Quotations whose words or speaker reports give differently."""
    said = [one for report in reports for one in _said(report, speakers)]
    shown: set[tuple[str, str]] = set()
    found: list[Found] = []
    for one, other in _pairs(said):
        if not _one_speaker(one, other):
            continue
        for first, second in _differences(one, other):
            key = (_plain(first), _plain(second))
            if key not in shown and key[::-1] not in shown and not _both(said, key):
                shown.add(key)
                found.append(_wording(said, first, second, one, other))
                break
    yield from sorted(_joined(found), key=lambda one: -one.weight)[:MOST_WORDINGS]
    yield from _attributions(said, speakers)


def _joined(found: Sequence[Found]) -> list[Found]:
    """One entry for a quotation that three reports give in three ways: those with a wording in common are joined."""
    joined: list[Found] = []
    for one in found:
        keys = {side.key for side in one.sides}
        same = next((n for n, other in enumerate(joined) if keys & {side.key for side in other.sides}), None)
        if same is None:
            joined.append(one)
        else:
            held = {(side.report.id, side.sentence, side.key) for side in joined[same].sides}
            new = (side for side in one.sides if (side.report.id, side.sentence, side.key) not in held)
            joined[same] = replace(joined[same], sides=(*joined[same].sides, *new))
    return joined


def _said(report: Report, speakers: Mapping[EntityId, Person]) -> Iterator[Said]:
    for quote in report.analysis.quotes:
        if quote.kind == "indirect":
            continue
        text = report.article.text_of(quote.range)
        places = find_words(text)
        words = tuple(plain_word(text[start:end]) for start, end in places)
        yield Said(report, quote, text, words, places, speakers.get(quote.speaker) if quote.speaker else None)


def _pairs(said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Strings of two reports that share four words in a row."""
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, one in enumerate(said):
        for key in dict.fromkeys(one.words[at : at + 4] for at in range(len(one.words) - 3)):
            runs[key].append(n)
    near = {pair for holders in runs.values() if len(holders) <= COMMON for pair in combinations(holders, 2)}
    for left, right in sorted(near):
        if said[left].report.id != said[right].report.id:
            yield said[left], said[right]


def _one_speaker(one: Said, other: Said) -> bool:
    return one.person is None or other.person is None or one.person.id == other.person.id


def _differences(one: Said, other: Said) -> Iterator[tuple[str, str]]:
    """Places where words of one string stand for others of the other, each with the words around it."""
    matcher = SequenceMatcher(None, one.words, other.words, False)
    codes = matcher.get_opcodes()
    shared = sum(j - i for tag, i, j, _, _ in codes if tag == "equal")
    if shared < LEAST_SHARED or shared < SHARE * min(len(one.words), len(other.words)) or not _dense(codes, shared):
        return
    end = ("equal", len(one.words), len(one.words), len(other.words), len(other.words))
    for before, (tag, i, j, k, m), after in zip(codes, codes[1:], [*codes[2:], end], strict=False):
        last_words = after is end and j - i == m - k == 1  # "as time goes by", "as time goes on"
        ahead, behind = before[2] - before[1], after[2] - after[1]
        flanked = ahead + behind >= FLANKS - last_words and ahead >= FLANK and (behind >= FLANK or last_words)
        left_out = tag in ("insert", "delete") and min(ahead, behind) >= LEFT_OUT_FLANK
        left_out = left_out and one.bare(i - 1) == other.bare(k - 1)  # "there is" and "there's": no word is left out
        if not ((tag == "replace" and flanked) or left_out) or max(j - i, m - k) > MOST_REPLACED:
            continue
        first = one.cut(max(i - AROUND, before[1]), min(j - 1 + AROUND, max(after[2], j) - 1))
        second = other.cut(max(k - AROUND, before[3]), min(m - 1 + AROUND, max(after[4], m) - 1))
        here, there = one.words[i:j], other.words[k:m]
        if not MARKED.search(first + second) and not _is_one(
            here, there, APOSTROPHE.search(first + second) is not None
        ):
            yield first, second


def _both(said: Sequence[Said], key: tuple[str, str]) -> bool:
    """Whether one report has both wordings: then they are two utterances."""
    holders = [{one.report.id for one in said if f" {words} " in f" {' '.join(one.words)} "} for words in key]
    return bool(holders[0] & holders[1])


def _dense(codes: Sequence[tuple[str, int, int, int, int]], shared: int) -> bool:
    """Whether few words differ between the first and the last that are the same: else they are two utterances."""
    same = [code for code in codes if code[0] == "equal"]
    spans = (same[-1][2] - same[0][1], same[-1][4] - same[0][3])
    return all(shared >= DENSE * span for span in spans)


def _same_word(left: str, right: str) -> bool:
    """Whether two words differ by spelling, hyphen, apostrophe or number's form alone."""
    if left == right or left[:1].isdigit() != right[:1].isdigit():
        return True
    if left.startswith(right) or right.startswith(left):  # "who's", "who is"; "hope", "hopes"
        return True
    return SequenceMatcher(None, left, right, False).ratio() >= ALIKE_LETTERS


def _is_one(here: Sequence[str], there: Sequence[str], drawn: bool) -> bool:
    """Whether words that stand for others are the same in another form; `drawn`: there is an apostrophe near."""
    left, right = (re.sub(r"\W", "", "".join(words)) for words in (here, there))
    if not left or not right:  # words left out
        return False
    return _same_word(left, right) or _is_short_form(here, there) or (drawn and _is_drawn(left, right))


def _is_drawn(left: str, right: str) -> bool:
    """Whether one is the other drawn together: "youd" and "youwould", "s" and "is"."""
    differ = (n for n, (one, other) in enumerate(zip(left, right, strict=False)) if one != other)
    shared = next(differ, min(len(left), len(right)))
    short, long = sorted((left[shared:], right[shared:]), key=len)
    return 0 < len(short) <= 2 and len(long) <= 5 and long.endswith(short)


def _is_short_form(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one is made of the other's initials: "U.K.", "United Kingdom"."""
    letters = [re.sub(r"\W", "", "".join(words)) for words in (one, other)]
    initials = ["".join(word[0] for word in words) for words in (one, other)]
    pairs = ((letters[0], initials[1]), (letters[1], initials[0]))
    return any(len(short) > 1 and long.endswith(short) for short, long in pairs)  # "the" may stand before


def _plain(text: str) -> str:
    return " ".join(plain_word(text[start:end]) for start, end in find_words(text))


def _wording(said: Sequence[Said], first: str, second: str, one: Said, other: Said) -> Found:
    """Every report that has either wording, on its side, by the words that differ with some around them."""
    sides = []
    for candidate in said:
        for shown in (first, second):
            place = candidate.place_of(_plain(shown))
            if place and (_one_speaker(one, candidate) or _one_speaker(other, candidate)):
                sides.append(Side(candidate.report, place, f"“{shown}”", _plain(shown)))
    speaker = one.person or other.person
    topic = f"Wording of a quotation: {speaker.name}" if speaker else "Wording of a quotation"
    left_out = abs(len(first.split()) - len(second.split())) > 0
    return Found(topic, "wording", tuple(sides), 1.3 if left_out else 1.5)


def _attributions(said: Sequence[Said], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """The same words given to two persons, each named beside them."""
    named = [one for one in said if one.person and len(one.words) >= SAME_WORDS and _is_named(one)]
    shown: set[str] = set()
    for one, other in _pairs(named):
        if _one_speaker(one, other) or not _same_string(one, other) or not (one.person and other.person):
            continue
        if _speaks_of(one, other.person, speakers) or _speaks_of(other, one.person, speakers):
            continue
        short = min((one, other), key=lambda said: len(said.words))
        if " ".join(short.words) not in shown and _two_people(one.person, other.person):
            shown.add(" ".join(short.words))
            sides = tuple(
                Side(each.report, each.quote.range, each.person.name, each.person.id)
                for each in named
                if each.person and (_same_string(each, one) or _same_string(each, other))
            )
            yield Found(f"Who said “{short.cut(0, min(7, len(short.words) - 1))} …”", "attribution", sides, 1.2)


def _is_named(one: Said) -> bool:
    """Whether the words beside the quotation name the speaker: no pronoun, no function."""
    place, report = one.quote.speaker_range, one.report
    if place is None or one.quote.cue is None:
        return False
    entity = next((e for e in report.analysis.entities if e.id == one.quote.speaker), None)
    return entity is not None and entity.kind == "person" and any(place.overlaps(m) for m in entity.mentions)


def _speaks_of(one: Said, person: Person, speakers: Mapping[EntityId, Person]) -> bool:
    """Whether the sentences around a quotation name somebody else who may be its speaker: then nobody can be sure."""
    sentences = one.report.analysis.sentences
    here = [n for n, sentence in enumerate(sentences) if sentence.overlaps(one.quote.range)]
    around = sentences[max(0, min(here) - NEAR) : max(here) + NEAR + 1] if here else ()
    return any(
        sentence.covers(mention)
        for entity in one.report.analysis.entities
        if entity.id in speakers and speakers[entity.id].id == person.id
        for mention in entity.mentions
        for sentence in around
    )


def _same_string(one: Said, other: Said) -> bool:
    left, right = f" {' '.join(one.words)} ", f" {' '.join(other.words)} "
    return left in right or right in left


def _two_people(one: Person, other: Person) -> bool:
    """Whether no part of a name is common to both."""
    left, right = ({plain_word(w) for name in (p.name, *p.aliases) for w in name.split()} for p in (one, other))
    full = all(" " in person.name for person in (one, other))
    return full and one.kind == other.kind == "person" and not left & right
