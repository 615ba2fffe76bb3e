"""What reports say that somebody is, weighed: the roles to show, in the words of reports.

In: the roles that a story's reports tell of one person, oldest report first. Out: a cited sentence, or None. A role
that later reports call former is not shown as held; an abbreviation and a "his" are spelt out in marked insertions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.naming import Naming
from newsloom.people.mentions import naming_of
from newsloom.people.spots import heads_role, tells_past
from newsloom.records import CitedSentence, Insert, Report, Role, Words
from newsloom.text.gazetteer import fold
from newsloom.text.tokens import words

HELD_FOR_ONE = 4  # reports that call a role held, outweighed by one that calls it former
TELLING_WORDS = 9  # words of a role that count; more tell no more
AGREED = 4  # reports that share a word; more tell no more
MANY = 6  # reports that tell a role: from here on a word of one report alone counts little
WEAK = 0.5  # of its worth a role keeps whose noun tells little ("man"), or whose "her" is nobody known
FEWEST_NEW = 2  # words that another role must add
FEWEST_LETTERS = 3  # of "spokeswoman" without "woman"
STEM = 4  # letters that "Russia" and "Russian" share
SEAT = re.compile(r"\(?([A-Za-z])(?:[-–]((?:[A-Za-z]\.?)+)|\)|$)")  # "R-Maine", "D-N.Y.", "(R) of Norland"


@dataclass(frozen=True, slots=True)
class Told:
    """A role as one report tells it. `new`: place of the report among the story's, from the oldest; `head`: the role's
    own noun, "" for a seat alone ("of Maine"); `whose`: who "his" or "her" at its beginning is, "" where unknown."""

    report: Report
    role: Role
    new: int
    words: tuple[str, ...]
    head: str
    whose: str = ""

    @property
    def text(self) -> str:
        return self.report.article.text_of(self.role.range)


def read_role(report: Report, role: Role, new: int, whose: str = "") -> Told:
    """A report's role, read: "former director of the agency" -> head "director"."""
    language = LANGUAGES.get(report.article.language) or LANGUAGES["en"]
    spelt = [fold(word) for word in words(report.article.text_of(role.range))]
    telling = (word for word in dict.fromkeys(spelt) if len(word) > 1 and word not in language.stop_words)
    return Told(report, role, new, tuple(telling), _head(spelt, naming_of(report.article.language)), whose)


def _head(spelt: Sequence[str], naming: Naming) -> str:
    """The last of the first run of role nouns: "Republican challenger" -> "challenger"; of an office its verb."""
    heads = [heads_role(word, naming) or word in naming.rank_titles for word in spelt]
    if True in heads:
        last = heads.index(True)
        while last + 1 < len(heads) and heads[last + 1]:
            last += 1
        return _usual_head(spelt[last], naming)
    return next((word for word in spelt[:2] if word in naming.office_verbs), "")


def _usual_head(head: str, naming: Naming) -> str:
    """ "sens", "senator" -> "senator"; "chair", "chairwoman" -> "chair": one office, however it is called."""
    whole = fold(naming.short_titles.get(head, head))
    for ending in naming.role_ends:
        if whole.endswith(ending) and len(whole) > len(ending) + FEWEST_LETTERS:
            return whole.removesuffix(ending)
    return whole.removesuffix("s") if head in naming.short_titles else whole


def tell_role(told: Sequence[Told]) -> CitedSentence | None:
    """The best role, from the same report what its bearer stands for, and another role that tells something else.

    "Republican Sen. … of Maine [also] swing vote on the committee"
    """
    best = choose_role(told)
    if best is None:
        return None
    seats = [
        one
        for one in told
        if one.report is best.report
        and not one.head
        and one.role.range.part == best.role.range.part
        and _adds_a_place(one, best)
        and not one.role.range.overlaps(best.role.range)
    ]
    shown = [best, *sorted(seats, key=lambda one: (-len(one.words), one.role.range))[:1]]
    shown.sort(key=lambda one: one.role.range)
    pieces = [piece for one in shown for piece in _pieces(one, alone=len(shown) == 1)]
    other = _another(told, shown)
    return CitedSentence((*pieces, *((Insert("also"), *_pieces(other)) if other else ())))


def _adds_a_place(seat: Told, best: Told) -> bool:
    """Not "Russia's" beside "Russian president"."""
    return any(not any(word[:STEM] == other[:STEM] for other in best.words) for word in seat.words)


def _pieces(told: Told, alone: bool = False) -> Iterator[Words | Insert]:
    """The words, with "his" named and a seat or, where it stands alone, a title spelt out."""
    article, place = told.report.article, told.role.range
    naming = naming_of(article.language)
    if told.whose:
        first = place.start + len(told.text.split()[0])
        yield article.words(place.start, first, place.part)
        yield Insert(told.whose)
        yield article.words(first + 1, place.end, place.part)
    else:
        yield article.at(place)
    spelt = spell_out(told.text, naming, alone and len(told.words) == 1)
    if spelt:
        yield Insert(spelt)


def spell_out(text: str, naming: Naming, alone: bool) -> str:
    """ "R-Ariz" -> "Republican, Arizona"; "Sen." -> "Senator" where nothing else is told; else ""."""
    if found := SEAT.match(text):
        party = naming.parties.get(found[1].lower(), "")
        region = naming.regions.get((found[2] or "").lower().rstrip("."), "")
        return ", ".join(part for part in (party, region) if part)
    return naming.short_titles.get(fold(text).rstrip("."), "") if alone else ""


def choose_role(told: Sequence[Told]) -> Told | None:
    """The role that tells most in words that most reports agree on; of equal ones the newest.

    A role that reports of the story call former is left out, whoever still calls its bearer so ("President Obama"),
    unless its own words say so ("former spy chief"). One such report among many is not enough: it may be misread. So is
    one that ended with another: who is called a justice is a nominee no more.
    """
    fitting = _fitting(told)
    if not fitting:
        return None
    agreed = _agreed(fitting)
    return max(fitting, key=lambda one: (_worth(one, agreed, fitting), one.new, -one.role.range.start))


def _fitting(told: Sequence[Told]) -> list[Told]:
    """Roles held; where they tell little, past ones that say so too; else seats alone."""
    ended = _left(told) | _overtaken(told)
    held = [one for one in told if one.head and not one.role.former and one.head not in ended]
    past = [one for one in told if one.role.former and one.head and _says_so(one)]
    if held and not all(one.head in naming_of(one.report.article.language).weak_roles for one in held):
        return held
    telling = [one for one in held + past if fold(one.text) not in naming_of(one.report.article.language).role_ends]
    return telling or [one for one in told if not one.head]


def _another(told: Sequence[Told], shown: Sequence[Told]) -> Told | None:
    """A role with another noun that adds most to those shown; one report's alone must add more where many tell one."""
    have, heads = {word for one in shown for word in one.words}, {one.head for one in shown}
    said = [one for one in told if one.role.former and one.head and _says_so(one)]
    fitting = list(dict.fromkeys((*(one for one in _fitting(told) if one.head), *said)))
    agreed = _agreed(fitting)
    many = len({one.new for one in fitting}) >= MANY
    adding = [
        one
        for one in fitting
        if one.head not in heads
        and not have & {one.head}
        and not heads & set(one.words)
        and len(set(one.words) - have) >= FEWEST_NEW
        and (agreed[one.head] > 1 or not many)
        and one.head not in naming_of(one.report.article.language).weak_roles
    ]
    if not adding:
        return None
    return max(adding, key=lambda one: (_worth(one, agreed, fitting), one.new, -one.role.range.start))


def _agreed(told: Sequence[Told]) -> Counter[str]:
    """Word -> in how many reports it tells the role."""
    return Counter(word for _, word in dict.fromkeys((one.new, word) for one in told for word in one.words))


def _worth(one: Told, agreed: Counter[str], told: Sequence[Told]) -> float:
    naming = naming_of(one.report.article.language)
    noun = one.head not in naming.office_verbs and not _told_in_the_past(one)
    alone = 0.5 if len({other.new for other in told}) >= MANY else 2.0
    weights = sorted((min(agreed[w], AGREED) + 1 if agreed[w] > 1 else alone for w in one.words), reverse=True)
    worth = sum(weights[:TELLING_WORDS]) + bool(one.whose)
    first = fold(one.text.split()[0])
    unknown = first in naming.possessives and not one.whose
    return worth * WEAK if one.head in naming.weak_roles or unknown or not noun else worth


def _left(told: Sequence[Told]) -> set[str]:
    """Heads of roles that are held no more: called former in one report for every few that call them held, or last."""
    past: dict[str, set[int]] = defaultdict(set)
    held: dict[str, set[int]] = defaultdict(set)
    for one in told:
        if not _told_in_the_past(one):
            (past if one.role.former else held)[one.head].add(one.new)
    return {
        head
        for head, reports in past.items()
        if len(reports) * HELD_FOR_ONE >= len(held[head]) or max(reports) > max(held[head])
    }


def _overtaken(told: Sequence[Told]) -> set[str]:
    """ "nominee", where the newest report that tells a role tells one that nobody told before that word came up."""
    pending = {one.head for one in told if one.head in naming_of(one.report.article.language).pending}
    firsts: dict[str, int] = {}
    for one in told:
        if one.head and not one.role.former:
            firsts.setdefault(one.head, one.new)
    newest = max(firsts.values(), default=-1)
    latest = max((one.new for one in told if one.head in firsts), default=newest)
    now = {one.head for one in told if one.new == latest and one.head and not one.role.former} - pending
    return {head for head in pending if head in firsts and any(firsts[other] > firsts[head] for other in now)}


def _told_in_the_past(told: Told) -> bool:
    """ "was a driver", "who led the union": nobody calls the role former."""
    naming = naming_of(told.report.article.language)
    first = [fold(word) for word in told.text.split()[:2]]
    return first[0] in naming.past_copulas or naming.office_verbs.get(first[-1]) == "past"


def _says_so(told: Told) -> bool:
    naming = naming_of(told.report.article.language)
    return _told_in_the_past(told) or any(tells_past(word, naming) for word in told.words)
