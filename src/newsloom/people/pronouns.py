"""He, she, "the president": which person of ONE report they stand for. Only where it is safe; unsure is left out.

In: groups of sightings and the sentences. Out: ranges by group, in order of place. A pronoun goes to the person named
or meant in this sentence or the one before, of fitting gender: the only one, or whom the nearest sentence names
first. One inside a quotation is left out. "The president" goes to the only person whom the report calls so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from newsloom.langs.shapes.naming import Gender, Naming
from newsloom.people.coreference import Group
from newsloom.people.sightings import Line
from newsloom.records import Range, Role
from newsloom.text.gazetteer import fold

REACH = 2  # sentences, this one counted, in which a person must be named to be meant
FAR = 5  # where nobody is named in those: sentences in which only one person of that gender is named or meant
LONGEST = 9  # letters of a pronoun
QUOTED = re.compile(r"“[^”]{0,2000}[”\n]|\"[^\"]{0,2000}\"|«[^»]{0,2000}»|„[^“]{0,2000}“")

Standing = list[tuple[int, int]]  # (line, number of the group), the latest last


def find_pronouns(
    groups: Sequence[Group], roles: Sequence[tuple[Role, ...]], lines: Sequence[Line], text: str, naming: Naming
) -> dict[int, tuple[Range, ...]]:
    """Number of the group -> its pronouns."""
    quoted = [found.span() for found in QUOTED.finditer(text)]
    meant = _personal(groups, lines, quoted, naming)
    for number, places in _bearers(groups, roles, lines, quoted, text, naming).items():
        meant[number] += places
    return {number: tuple(sorted(places)) for number, places in sorted(meant.items())}


def _personal(
    groups: Sequence[Group], lines: Sequence[Line], quoted: Sequence[tuple[int, int]], naming: Naming
) -> dict[int, list[Range]]:
    named: dict[int, list[tuple[int, int]]] = defaultdict(list)  # line -> (token, group)
    for index, group in enumerate(groups):
        if group.kind == "person":
            for sighting in group.sightings:
                named[sighting.line].append((sighting.first, index))
    genders = {index: group.gender for index, group in enumerate(groups)}
    found: dict[int, list[Range]] = defaultdict(list)
    standing: Standing = []
    for number, line in enumerate(lines):
        if line.range.part != "text":
            continue
        here = sorted(named.get(number, ()), reverse=True)
        for at, word in enumerate(line.words):
            while here and here[-1][0] <= at:
                standing.append((number, here.pop()[1]))
            gender = naming.pronouns.get(word) or naming.pronouns.get(word.lower()) if len(word) < LONGEST else None
            if not gender or (word.isupper() and len(word) > 2) or _inside(line.tokens[at][0], quoted):
                continue
            antecedent = choose(standing, number, gender, genders)
            if antecedent is not None:
                genders[antecedent] = genders[antecedent] or gender
                found[antecedent].append(Range(*line.tokens[at], "text"))
                standing.append((number, antecedent))
        standing = [(at, index) for at, index in standing if number + 1 - at < FAR]
    return found


def choose(standing: Standing, line: int, gender: Gender, genders: dict[int, Gender]) -> int | None:
    """The person meant, or None where it is not safe.

    A person of unknown gender is a rival: with one near, only a person of the shown gender who is named first in the
    nearest sentence is meant.
    """
    near = [(at, index) for at, index in standing if line - at < REACH and genders[index] in ("", gender)]
    if not near:
        near = [(at, index) for at, index in standing if line - at < FAR and genders[index] == gender]
        return near[0][1] if len({index for _, index in near}) == 1 else None
    candidates = list(dict.fromkeys(index for _, index in near))
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    latest = max(at for at, _ in near)
    last = list(dict.fromkeys(index for at, index in near if at == latest))
    sure = [index for index in last if genders[index] == gender]
    if len(last) == 1:
        return last[0]
    if len(sure) == 1:
        return sure[0]
    return last[0] if sure and last[0] == sure[0] else None


def _inside(place: int, quoted: Sequence[tuple[int, int]]) -> bool:
    low, high = 0, len(quoted)
    while low < high:
        middle = (low + high) // 2
        if quoted[middle][1] <= place:
            low = middle + 1
        else:
            high = middle
    return low < len(quoted) and quoted[low][0] < place


def _bearers(
    groups: Sequence[Group],
    roles: Sequence[tuple[Role, ...]],
    lines: Sequence[Line],
    quoted: Sequence[tuple[int, int]],
    text: str,
    naming: Naming,
) -> dict[int, list[Range]]:
    """ "the president", "the senator": where one person of the report alone bears that word, and not formerly."""
    holders: dict[str, set[int]] = defaultdict(set)
    for index, group in enumerate(groups):
        told = [fold(title).rstrip(".") for s in group.sightings for title in s.titles[-1:]]
        for role in roles[index]:
            words = text[role.range.start : role.range.end].split() if role.range.part == "text" else []
            told += [fold(word) for word in words if not role.former]
        for word in naming.bearers.intersection(told):
            holders[word].add(index)
    found: dict[int, list[Range]] = defaultdict(list)
    for line in lines:
        for at in range(1, len(line.words)):
            word = line.words[at]
            if line.range.part == "text" and word in holders and len(holders[word]) == 1 and _alone(line, at, naming):
                place = Range(line.tokens[at - 1][0], line.tokens[at][1], "text")
                if not _inside(place.start, quoted):
                    found[next(iter(holders[word]))].append(place)
    return found


def _alone(line: Line, at: int, naming: Naming) -> bool:
    """ "the president" and nothing that would tell of another: no "of France", no name, no other noun after it."""
    after = line.words[at + 1] if at + 1 < len(line.words) else "."
    return line.words[at - 1].lower() == "the" and not after[0].isupper() and after not in ("of", "-", "for", "and")
