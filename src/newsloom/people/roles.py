"""What ONE report says somebody is: the words before or after the name that tell it, verbatim and without the name.

In: a sighting of a person and its sentence. Out: `Role` ranges in order of place. A role's words hold a role noun
("minister", "columnist"), an office ("who leads …") or a seat ("R-Maine", "Norland's"); "former" and the like are
flagged, also where they stand outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from newsloom.langs.shapes.naming import Naming
from newsloom.people.sightings import Line, Sighting, in_title_case
from newsloom.people.spots import ENDS, POSSESSIVES, Spot, acts, phrase_end, role_at
from newsloom.records import Range, Role
from newsloom.text.gazetteer import gazetteer

LONGEST_BEFORE = 9  # tokens of a role right before a name
LONGEST_LEAD = 14  # tokens of a role parted from the name by a comma
HEAD_WITHIN = 9  # tokens in which an apposition's role noun must come
LONGEST_TITLED = 5  # words with capitals after a title: "Speaker Pro Tem Ada Mistral"
LONGEST_SEAT = 3  # words of a place that somebody stands for
LONGEST_BODY = 6  # words of a body that somebody is of
LONGEST_TAIL = 6  # words of "of Homeland Security" between a role noun and the name
NAMED_WITHIN = 6  # tokens between "identified" and "as": "by the police on Monday"
OPENS = (",", "(", "—", "–")
CLOSES = (",", ".", "—", "–", ")")
PARTY = re.compile(r"[A-Z][-–](?:(?:[A-Z]\.){2,}|[A-Z][A-Za-z]+)")  # "R-Maine", "D–Calif", "R-S.D."


def find_roles(
    sighting: Sighting, line: Line, others: Collection[int], naming: Naming, bodies: Collection[int] = ()
) -> tuple[Role, ...]:
    """Roles told at one place, each rule's once. `others`: tokens of the line that name persons; `bodies`: those that
    name organisations and places."""
    spot = Spot(sighting, line, others, naming, bodies)
    found = (rule(spot) for rule in RULES)
    return tuple(dict.fromkeys(role for role in found if role))


def _before(spot: Spot) -> Role | None:
    """ "former spy chief" Kim Yong Chol; "South Korean President" Moon Jae-in; "chief of staff" Ada Mistral."""
    at, naming = spot.sighting.first, spot.naming
    tail = _tail(spot, at)
    if not at or not (tail < at or spot.heads(at - 1) or naming.titles.get(spot.plain(at - 1)) == ""):
        return None
    first = tail - 1
    while first > max(0, at - LONGEST_BEFORE) and first - 1 not in spot.others and _may_stand_before(spot, first - 1):
        first -= 1
    first = max((i + 1 for i in range(first, at - 1) if _begins_anew(spot, i, at)), default=first)
    while first < at - 1 and _leads_nothing(spot, first):
        first += 1
    told = any(spot.heads(i) or spot.plain(i) in naming.rank_titles for i in range(first, at))
    return role_at(spot, first, at) if told else None


def _begins_anew(spot: Spot, link: int, at: int) -> bool:
    """Whether a whole title stands between a link and the name, and no role before it: "of Norland and" Sen. …; "One
    of" President …; not "Secretary of State", "Health and Human Services Secretary"."""
    naming = spot.naming
    if spot.plain(link) not in naming.joiners or (spot.heads(link - 1) and not _friend_of_a_title(spot, link)):
        return False
    first = next((i for i in range(link + 1, at) if not _is_a_place(spot, link + 1, i + 1)), at)
    return first < at and all(spot.plain(i) in naming.titles or spot.word(i) in POSSESSIVES for i in range(first, at))


def _friend_of_a_title(spot: Spot, link: int) -> bool:
    """ "critic of Mr." somebody; not "secretary of State"."""
    return (
        spot.word(link - 1)[0].islower()
        and spot.word(link + 1)[0].isupper()
        and spot.plain(link + 1) in spot.naming.titles.keys() - spot.naming.untitled
    )


def _tail(spot: Spot, at: int) -> int:
    """Where "of Homeland Security", "of staff", "in charge" begins, if that stands between a role noun and the name."""
    naming = spot.naming
    ground = spot.plain(at - 1) in naming.grounds and spot.plain(at - 2) in naming.articles
    if spot.plain(at - 1) in naming.joiners or ground:
        return at  # "chief of staff to" somebody; "governor of a state" that somebody won
    for first in range(at - 1, max(0, at - LONGEST_TAIL), -1):
        word, plain = spot.word(first), spot.plain(first)
        if first in spot.others or (plain in naming.titles.keys() - naming.untitled and first < at - 1):
            return at
        known = spot.plain(at - 1) in naming.tails.get(plain, ())
        if known or plain in naming.seats:
            fits = spot.heads(first - 1) or naming.titles.get(spot.plain(first - 1)) == ""
            return first if fits and (known or _names_a_body(spot, first + 1, at)) else at
        if not word[0].isalnum():
            return at
    return at


def _names_a_body(spot: Spot, first: int, last: int) -> bool:
    """Whether all words have capitals or are known ends: "Homeland Security", "the House", "staff"."""
    naming = spot.naming
    if spot.plain(first) in naming.articles:
        first += 1
    known = frozenset().union(*naming.tails.values()) if naming.tails else frozenset()
    return first < last and all(
        (spot.word(i)[0].isupper() and not spot.heads(i)) or spot.plain(i) in known or spot.plain(i) in naming.joiners
        for i in range(first, last)
    )


def _may_stand_before(spot: Spot, at: int) -> bool:
    """Modifiers, nouns of roles and capitals; what links capitals: "Secretary of State", "Korea's leader"."""
    word, plain, naming = spot.word(at), spot.plain(at), spot.naming
    if word in POSSESSIVES:
        return spot.word(at - 1)[0].isupper()
    if plain in naming.role_modifiers or spot.heads(at) or plain in naming.gendered:
        return True
    if word == "-" and at and spot.line.tokens[at][0] > spot.line.tokens[at - 1][1]:
        return False  # a dash with a blank before it ends a dateline: "WASHINGTON - United States President …"
    if plain in naming.joiners or word in ("&", "-"):
        return at > 0 and spot.word(at - 1)[0].isupper() and spot.word(at + 1)[0].isupper() and not word[0].isupper()
    if "-" in word and plain.rpartition("-")[2] in naming.compound_ends:
        return True
    capital = word[0].isupper() and plain not in naming.common_capitals and plain not in naming.articles
    if spot.line.range.part == "headline" and at not in spot.bodies and in_title_case(spot.line):
        return capital and (plain in naming.titles or plain in gazetteer().countries)
    return capital and plain not in naming.openers


def _leads_nothing(spot: Spot, first: int) -> bool:
    """Words before a role that are none of it: articles, marks, a verb ("Added Sen. …", "has accused …")."""
    word, plain, naming = spot.word(first), spot.plain(first), spot.naming
    if not word[0].isalnum() or plain in naming.joiners | naming.articles:
        return True
    if plain in naming.grounds and spot.plain(first + 1) in naming.sovereigns and spot.word(first + 1)[0].isupper():
        return True  # "he won a state President Mistral lost"
    if plain in naming.regions and spot.plain(first + 1) in naming.sovereigns:
        return True  # "in Nogales, Ariz. President Mistral spoke"
    if word[0].islower() and plain in naming.also_verbs and spot.plain(first - 1) in naming.verb_openers:
        return True  # "he did not fire Director Ada Mistral"
    if first in spot.bodies or not plain.endswith((*naming.verb_ends, *naming.adverb_ends)):
        return plain in naming.clause_verbs
    if spot.opens(first):
        return plain not in naming.role_modifiers
    described = naming.articles | naming.joiners | naming.conjunctions | naming.agents
    return word[0].islower() and spot.word(first - 1)[0].isalnum() and spot.plain(first - 1) not in described


def _after(spot: Spot) -> Role | None:
    """Mike Pompeo, "the US Secretary of State", …; an age before it, and "who is", are passed over."""
    at, naming = spot.sighting.last, spot.naming
    if spot.word(at) not in OPENS:
        return None
    first = at + 1
    if spot.word(first).isdigit() and spot.word(first + 1) == ",":
        first += 2
    if spot.plain(first) in naming.relatives:
        if spot.plain(first + 1) not in naming.copulas:
            return _office(spot, first)
        first += 2
    if spot.plain(first) in naming.conjunctions:
        return None
    last = phrase_end(spot, first)
    if any(i in spot.others and spot.heads(i - 1) for i in range(first + 1, last)):
        return None  # "…, Mayor Ada Mistral and others": the role of the next name
    if _begins_a_clause(spot, first, last) or (spot.sighting.titles and _next_is_titled(spot, first, last)):
        return None
    return _noun_phrase(spot, first, last)


def _begins_a_clause(spot: Spot, first: int, last: int) -> bool:
    """ "According to Ben Okoro, the mayor said"; "Ben Okoro, aides say"; not "Ben Okoro, a driver said"."""
    naming, before = spot.naming, spot.sighting.first - 1
    if spot.plain(last) not in naming.clause_verbs:
        return False
    while spot.plain(before) in naming.titles:
        before -= 1
    led = spot.plain(first) in naming.articles or any(spot.word(i) in POSSESSIVES for i in range(first, last))
    return not led or spot.plain(before) in (naming.joiners | naming.agents) - naming.conjunctions


def _next_is_titled(spot: Spot, first: int, comma: int) -> bool:
    """King Ben, "the king's son", Prince Ada: a person with a title stands right after the phrase, which is his."""
    after = comma + 1
    while spot.plain(after) in spot.naming.titles and after not in spot.others:
        after += 1
    led = spot.plain(first) in spot.naming.articles and spot.word(comma) == ","
    return led and after > comma + 1 and after in spot.others


def _office(spot: Spot, first: int) -> Role | None:
    """Ada Mistral, "who leads the Norland Port Authority"; "who served as harbour master" tells of the past."""
    if spot.plain(first) not in spot.naming.who or spot.plain(first + 1) not in spot.naming.office_verbs:
        return None
    last = phrase_end(spot, first + 2)
    if last < first + 3:
        return None
    role = role_at(spot, first, last)
    return Role(role.range, role.former or spot.naming.office_verbs[spot.plain(first + 1)] == "past")


def _noun_phrase(spot: Spot, first: int, last: int) -> Role | None:
    """The words if they are a noun phrase whose head is a role noun; not a clause, not the next name's title."""
    heads = (i for i in range(first, min(last, first + HEAD_WITHIN)) if spot.heads(i) and i not in spot.others)
    head = next(heads, -1)
    if head < 0 or not all(_may_lead(spot, i) for i in range(first, head)):
        return None
    if any(_ties(spot, i) for i in range(first, head)) or _names_somebody(spot, first, head, last):
        return None
    rest = range(head + 1, last)
    if any(acts(spot, i) for i in range(first, last)) or _is_a_clause(spot, first, head):
        return None  # "the wife of the nominee flatly denied it"
    titled = spot.word(head)[0].isupper() and 0 < len(rest) <= LONGEST_TITLED
    if titled and all(spot.word(i)[0].isupper() for i in rest):
        return None  # "and President Donald Trump"
    if last - first > 1 and spot.plain(first) in spot.naming.articles - spot.naming.possessives:
        first += 1
    if spot.plain(last - 1) in spot.naming.joiners | spot.naming.agents or spot.word(last - 1)[0].isdigit():
        return None  # "classmate of", and then a name; "architect of the 1994", and then a law
    return role_at(spot, first, last)


def _ties(spot: Spot, at: int) -> bool:
    """A preposition before the role noun, and no capital before it: "death of the activist", "in the general"."""
    naming = spot.naming
    tied = naming.seats | naming.agents | (naming.joiners - naming.articles - naming.conjunctions)
    return spot.plain(at) in tied and spot.word(at).isalpha() and not spot.word(at - 1)[0].isupper()


def _names_somebody(spot: Spot, first: int, head: int, last: int) -> bool:
    """Whether the words are somebody else, not what somebody is: "Mark Judge", "Ben Okoro and her husband", "Speaker
    of the House Ben Okoro"; not "Ben Okoro's husband", "Okoro aide", "aide to Ben Okoro"."""
    naming = spot.naming
    named = head == first + 1 == last - 1 and spot.plain(first) in gazetteer().forenames
    if named and spot.word(head)[0].isupper() and not _is_a_place(spot, first, head):
        return True
    if any(
        i in spot.others and i + 1 not in spot.others and spot.plain(i + 1) in naming.conjunctions
        for i in range(first, head)
    ):
        return True
    begins = (i for i in range(head + 1, last) if i in spot.others and i - 1 not in spot.others)
    return any(i - 1 == head or _runs_into(spot, head, i) for i in begins)


def _runs_into(spot: Spot, head: int, name: int) -> bool:
    """Whether the capitals before a name are no title and no work's: "of the House Ben Okoro", not "The New Ben"."""
    first = name
    while first - 1 > head and spot.word(first - 1)[0].isupper():
        first -= 1
    titled = spot.plain(name - 1) in spot.naming.titles
    return first < name and not titled and spot.plain(first) not in spot.naming.articles


def _is_a_clause(spot: Spot, first: int, head: int) -> bool:
    """ "consider the president a challenge"; (they) "advocate preserving it"."""
    naming, after = spot.naming, spot.plain(head + 1)
    if after in naming.articles - naming.possessives and spot.word(head)[0].islower():
        return True
    return first == head and spot.plain(head) in naming.also_verbs and after.endswith(naming.adverb_ends)


def _may_lead(spot: Spot, at: int) -> bool:
    """Whether a word may stand before a role noun in its phrase."""
    word, plain, naming = spot.word(at), spot.plain(at), spot.naming
    if word[0].isupper() or word in POSSESSIVES or word in "-'’&" or "-" in plain:
        return True
    if plain in naming.articles or plain in naming.role_modifiers or plain in naming.joiners or spot.heads(at):
        return True
    return (
        plain.isalpha() and plain not in naming.openers | naming.clause_verbs and not plain.endswith(naming.adverb_ends)
    )


def _before_comma(spot: Spot) -> Role | None:
    """ "North Korea's first vice foreign minister", Kim Kye Gwan, …"""
    at, naming = spot.sighting.first, spot.naming
    if at < 2 or spot.word(at - 1) != "," or spot.word(spot.sighting.last) not in CLOSES:
        return None
    if spot.line.range.part == "headline" and in_title_case(spot.line):
        return None
    first = at - 1
    while first > max(0, at - 1 - LONGEST_LEAD) and not _begins_before(spot, first - 1):
        first -= 1
    heads = [i for i in range(first, at - 1) if spot.heads(i)]
    if not heads:
        return None
    # of "bodyguard to the leader's father" the father is meant where the phrase ends with him
    own = heads[-1] if heads[-1] == at - 2 else heads[0]
    opened = [i for i in range(first, own) if spot.plain(i) in naming.articles]
    if opened:
        first = opened[-1]
    elif not spot.word(first)[0].isupper() and not spot.heads(first):
        return None
    return _noun_phrase(spot, first, at - 1)


def _begins_before(spot: Spot, at: int) -> bool:
    """Whether the phrase before a comma cannot hold this word."""
    word, plain, naming = spot.word(at), spot.plain(at), spot.naming
    if word in ENDS or word in (",", "'", "’") or plain in naming.conjunctions or plain in naming.clause_verbs:
        return True
    return plain in (naming.openers - naming.joiners) | naming.relatives or acts(spot, at)


def _copula(spot: Spot) -> Role | None:
    """Kim "is the North's top negotiator"; of "was a retired driver" the verb stays, which tells that it is past."""
    at, naming = spot.sighting.last, spot.naming
    if spot.plain(at) not in naming.copulas | naming.past_copulas:
        return None
    if spot.plain(at + 1) not in naming.articles - naming.possessives:
        return None
    role = _noun_phrase(spot, at + 1, phrase_end(spot, at + 1))
    if role is None or spot.plain(at) in naming.copulas:
        return role
    return Role(Range(spot.line.tokens[at][0], role.range.end, role.range.part), True)


def _identified(spot: Spot) -> Role | None:
    """ "the gunman" was identified by the police as Ada Mistral."""
    at, naming = spot.sighting.first - 1, spot.naming
    while at > 0 and (spot.word(at)[0].isdigit() or spot.word(at) in ("-", ",") or spot.plain(at) in naming.articles):
        at -= 1  # "64-year-old"
    if spot.plain(at) not in naming.as_words:
        return None
    verb = next((i for i in range(at - 1, max(-1, at - NAMED_WITHIN), -1) if spot.plain(i) in naming.identifying), -1)
    first = verb
    while first > 0 and (spot.plain(first - 1) in naming.auxiliaries or spot.word(first - 1) == ","):
        first -= 1
    if verb < 1 or not spot.heads(first - 1):
        return None
    last = first
    first -= 1
    while first > 0 and spot.plain(first - 1) in naming.role_modifiers:
        first -= 1
    return role_at(spot, first, last)


def _seat(spot: Spot) -> Role | None:
    """Sen. Susan Collins, "R-Maine"; Gov. Jerry Brown "of California": whom or what a titled person stands for."""
    at = spot.sighting.last
    if spot.word(at) in OPENS:
        text, ends = spot.joined(at + 1, 8)
        if (found := PARTY.match(text)) and found.end() in ends:
            return Role(spot.range(at + 1, at + 2 + ends.index(found.end())))
        if spot.plain(at + 1) in spot.naming.parties and spot.word(at + 2) == ")":
            last = _place_end(spot, at + 4) if spot.plain(at + 3) in spot.naming.seats else at + 3
            if spot.word(at) == ",":
                return Role(spot.range(at + 1, at + 2))  # "(Ada Mistral, R)"
            return Role(spot.range(at, max(last, at + 3)))
        return None
    if not spot.sighting.titles or spot.plain(at) not in spot.naming.seats | spot.naming.from_words:
        return None
    last = _place_end(spot, at + 1)
    if spot.plain(at) in spot.naming.from_words and not _is_a_place(spot, at + 1, last):
        return None  # "Secretary Ada Mistral from Air Force One"
    return Role(spot.range(at, last)) if last > at + 1 else None


def _is_a_place(spot: Spot, first: int, last: int) -> bool:
    name = " ".join(spot.plain(i) for i in range(first, last))
    table, regions = gazetteer(), map(str.lower, spot.naming.regions.values())
    return name in table.countries or name in table.places or name in regions


def _place_end(spot: Spot, first: int) -> int:
    last = first
    while last < first + LONGEST_SEAT and spot.word(last)[0].isupper():
        last += 1
    return last


def _of_body(spot: Spot) -> Role | None:
    """Ada Mistral "of the Norland Port Authority": whose she is, where nothing else is told."""
    at = spot.sighting.last
    if spot.plain(at) not in spot.naming.seats or spot.sighting.titles:
        return None
    first = at + 1 + (spot.plain(at + 1) in spot.naming.articles)
    last = first
    while last < first + LONGEST_BODY and (
        last in spot.bodies or (last > first and spot.plain(last) in spot.naming.joiners and last + 1 in spot.bodies)
    ):
        last += 1
    theirs = spot.word(last) in (*POSSESSIVES, "'", "’")  # "warned Mistral of Norland's power"
    return Role(spot.range(at, last)) if last > first and not theirs else None


def _possessed(spot: Spot) -> Role | None:
    """ "Norland"'s Ada Mistral: the country or body that a name is given to."""
    at = spot.sighting.first
    if at < 2 or spot.word(at - 1) not in POSSESSIVES or at - 2 not in spot.bodies:
        return None
    first = at - 2
    while first - 1 in spot.bodies and at - first < LONGEST_BODY:
        first -= 1
    return Role(spot.range(first, at - 1))


RULES: tuple[Callable[[Spot], Role | None], ...] = (
    _before, _after, _before_comma, _copula, _identified, _seat, _of_body, _possessed,
)  # fmt: skip
