"""Which sightings of ONE report are one person, organisation or place.

In: sightings in order of place. Out: groups of them, each with its fullest name; a sighting is in one group. A
surname goes to the person who bears it, of the right gender, named last before it; an unsure one stands for itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.naming import Gender, Naming
from newsloom.people.sightings import Sighting
from newsloom.people.spelling import GENERATIONS, bare, compare, read_name
from newsloom.records import Kind
from newsloom.text.gazetteer import fold, gazetteer

JOINED = 0.75  # likeness from which two whole names of one report are one person


@dataclass(slots=True)
class Group:
    """Sightings of one person, organisation or place while they are gathered; `name` is the fullest."""

    kind: Kind
    name: str
    sightings: list[Sighting] = field(default_factory=list)
    gender: Gender = ""
    full: bool = True

    def add(self, sighting: Sighting, gender: Gender = "") -> None:
        self.sightings.append(sighting)
        self.gender = self.gender or gender


def group_sightings(sightings: tuple[Sighting, ...], naming: Naming) -> tuple[Group, ...]:
    """Groups in order of their first sighting."""
    people = [s for s in sightings if s.kind == "person"]
    others = [s for s in sightings if s.kind != "person"]
    groups = [*group_people(people, naming), *group_others(others, naming)]
    for group in groups:
        group.sightings.sort(key=lambda s: (s.line, s.first))
    return tuple(sorted(groups, key=lambda g: (g.sightings[0].line, g.sightings[0].first)))


def title_gender(sighting: Sighting, naming: Naming) -> Gender:
    """Gender that the titles before a name show."""
    shown = [naming.titles.get(fold(title).rstrip("."), "") for title in sighting.titles]
    return next((gender for gender in shown if gender), "")


def forename_gender(name: str) -> Gender:
    """Gender of the forename where the tables are sure; East Asian forenames tell nothing."""
    parts = read_name(name)
    gender = gazetteer().forenames.get(parts.given[0], "") if parts.full else ""
    return "f" if gender == "f" else "m" if gender == "m" else ""


def group_people(people: list[Sighting], naming: Naming) -> list[Group]:
    whole: list[Group] = []
    full = sorted((s for s in people if _is_whole(s, naming)), key=lambda s: (-len(s.words), s.line, s.first))
    fathers = _fathers(full, naming)
    for sighting in full:
        sons = [g for g in whole if generation(g.name)] if fold(sighting.name) in fathers else []
        home = _home(sighting, [g for g in whole if g not in sons])
        if home is None:
            home = Group("person", sighting.name, gender=forename_gender(sighting.name))
            whole.append(home)
        home.add(sighting, title_gender(sighting, naming))
    loose: dict[str, Group] = {}
    bare_ones = [s for s in people if not _is_whole(s, naming)]
    strangers = _strangers(bare_ones, whole, naming)
    for sighting in bare_ones:
        gender = title_gender(sighting, naming)
        known = [g for g in whole if (fold(sighting.name), g.name) not in strangers or _shown_by(sighting, g, naming)]
        found = _bearer(sighting, gender, known)
        if found is None:
            form = fold(sighting.name)
            key = (
                form if not loose.get(form) or loose[form].gender in ("", gender) or not gender else f"{form} {gender}"
            )
            found = loose.setdefault(key, Group("person", sighting.name, full=False))
            found.full = found.full or any(fold(t).rstrip(".") in naming.mononymic for t in sighting.titles)
        found.add(sighting, gender)
    return [*whole, *loose.values()]


def generation(name: str) -> str:
    """ "jr" of "Ben Okoro Jr.", "" of others."""
    suffix = read_name(name).suffix
    return suffix if suffix in GENERATIONS else ""


def _fathers(full: list[Sighting], naming: Naming) -> set[str]:
    """Whole names that are another person's than the same with "Jr.": named first, in one sentence with it, or under a
    title that the other never has. A report that says "Martin King Jr." and later "Martin King" means one man."""
    found: set[str] = set()
    sons = [s for s in full if generation(s.name) and s.range.part == "text"]
    for name in {" ".join(s.words[:-1]) for s in sons if len(s.words) > 2}:
        plain = [s for s in full if s.name == name and s.range.part == "text"]
        junior = [s for s in sons if " ".join(s.words[:-1]) == name]
        titles = [{fold(t).rstrip(".") for s in those for t in s.titles} & naming.bearers for those in (plain, junior)]
        beside = {s.line for s in plain} & {s.line for s in junior}
        if plain and (beside or plain[0].line < junior[0].line or titles[0] - titles[1]):
            found.add(fold(name))
    return found


def _strangers(bare_ones: list[Sighting], whole: list[Group], naming: Naming) -> set[tuple[str, str]]:
    """(bare name, whole name) that are not one: "President Trump", told of before "Melania Trump" is named at all.

    Nor is "King Salman" Mohammed bin Salman; "President Trump" is no "Jr.", and no woman who is not called so.
    """
    found: set[tuple[str, str]] = set()
    for form in dict.fromkeys(fold(s.name) for s in bare_ones):
        same = [s for s in bare_ones if fold(s.name) == form and s.range.part == "text"]
        held = {fold(title).rstrip(".") for s in same for title in s.titles} & naming.bearers
        for group in whole:
            named = [s for s in group.sightings if s.range.part == "text"]
            theirs = {fold(title).rstrip(".") for s in named for title in s.titles}
            first = min(((s.line, s.first) for s in named), default=(-1, -1))
            before = (same[0].line, same[0].first) < first if same else False
            if held and not held & theirs and (before or _no_sovereign(group, held, theirs, naming)):
                found.add((form, group.name))
    return found


def _shown_by(sighting: Sighting, group: Group, naming: Naming) -> bool:
    """ "Ms. Trump" is the woman, also where "President Trump" is somebody else."""
    held = {fold(title).rstrip(".") for title in sighting.titles}
    gender = title_gender(sighting, naming)
    return bool(gender) and gender == group.gender and not held & naming.bearers


def _no_sovereign(group: Group, held: set[str], theirs: set[str], naming: Naming) -> bool:
    if not held & naming.sovereigns:
        return False
    name = read_name(group.name)
    son = name.family.split()[0] in naming.patronymics or name.suffix in GENERATIONS
    return son or group.gender != "m" or bool(theirs & naming.bearers)


def _is_whole(sighting: Sighting, naming: Naming) -> bool:
    """A forename and a surname, not "bin Salman", "al Thani"."""
    first = sighting.words[0]
    return len(sighting.words) > 1 and not first[0].islower() and first not in ("Bin", "Ibn", "Von")


def _home(sighting: Sighting, groups: list[Group]) -> Group | None:
    """The group whose name is likest; parts of a longer name count ("López Obrador" in "Andrés López Obrador")."""
    same = next((group for group in groups if group.name == sighting.name), None)
    if same:
        return same
    best, home = JOINED, None
    words = tuple(fold(w) for w in sighting.words)
    for group in groups:
        likeness = compare(group.name, sighting.name)
        long = tuple(fold(w) for w in group.name.split())
        if len(words) < len(long) and (long[-len(words) :] == words or long[: len(words)] == words):
            likeness = max(likeness, 0.9)
        if likeness > best or (likeness == best and home is None):
            best, home = likeness, group
    return home


def _bearer(sighting: Sighting, gender: Gender, whole: list[Group]) -> Group | None:
    """The person whom a part of a name stands for: by family name, else forename, else initials."""
    form = bare(fold(sighting.name).rstrip("."))
    fits = [g for g in whole if not gender or g.gender in ("", gender)]
    for test in (_has_family, _has_forename, _has_last, _has_initials):
        bearers = [g for g in fits if test(g, form)]
        if bearers:  # a bare name is the father's where the son is called "Jr."
            return _nearest([g for g in bearers if not generation(g.name)] or bearers, sighting)
    return None


def _has_family(group: Group, form: str) -> bool:
    return bare(read_name(group.name).family) == form


def _has_forename(group: Group, form: str) -> bool:
    parts = read_name(group.name)
    return len(form) > 2 and form in (*parts.given[:2], fold(group.name.split()[0]))


def _has_last(group: Group, form: str) -> bool:
    """A later word: "Un" of "Kim Jong Un", "Obrador" of "López Obrador"."""
    words = [bare(fold(word)) for word in group.name.split()]
    return form in words[1:]


def _has_initials(group: Group, form: str) -> bool:
    words = [word for word in group.name.split() if word[0].isalpha()]
    return len(words) > 2 and form.isalpha() and form == "".join(word[0] for word in words).lower()


def _nearest(bearers: list[Group], sighting: Sighting) -> Group:
    """The bearer named in full last before this place; before all of them, the one named first."""
    if len(bearers) == 1:
        return bearers[0]
    here = (sighting.line, sighting.first)
    headline = sighting.range.part == "headline"

    def distance(group: Group) -> tuple[int, int]:
        before = [s for s in group.sightings if (s.line, s.first) < here]
        if before and not headline:
            return (0, -max(s.line for s in before) * 1000 - max(s.first for s in before))
        return (1, -len(group.sightings) if headline else min(s.line for s in group.sightings))

    return min(bearers, key=distance)


def group_others(others: list[Sighting], naming: Naming) -> list[Group]:
    """Organisations and places: the same words, initials, or a whole name's head where only one has it."""
    groups: dict[tuple[Kind, str], Group] = {}
    for sighting in sorted(others, key=lambda s: (-len(s.words), s.line, s.first)):
        form = usual_form(sighting.name, sighting.kind)
        home = groups.get((sighting.kind, form)) or _longer(sighting, groups, naming)
        if home is None:
            home = groups[(sighting.kind, form)] = Group(
                sighting.kind, sighting.name, full=_stands_alone(sighting, naming)
            )
        home.add(sighting)
    return list(groups.values())


def _stands_alone(sighting: Sighting, naming: Naming) -> bool:
    """ "Senate" or "Ministry" alone may be any; "KCNA", "Reuters" and "White House" may not."""
    return len(sighting.words) > 1 or fold(sighting.name) not in naming.organisation_nouns


@lru_cache(maxsize=20_000)
def usual_form(name: str, kind: Kind) -> str:
    """A form under which spellings of one organisation or place meet: countries by code, no stops or articles."""
    plain = fold(name).removeprefix("the ")
    code = gazetteer().countries.get(plain) if kind == "place" else None
    if code:
        return code
    words = plain.replace(".", "").replace("-", " ").split()
    while len(words) > 1 and words[-1] in ("inc", "corp", "ltd", "llc", "plc", "co"):
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=20_000)
def initials(name: str) -> str:
    """ "Korean Central News Agency" -> "kcna"; words like "of" are skipped."""
    joiners = (LANGUAGES["en"].naming or Naming()).joiners
    return "".join(word[0] for word in fold(name).split() if word not in joiners and word[0].isalnum())


def _longer(sighting: Sighting, groups: dict[tuple[Kind, str], Group], naming: Naming) -> Group | None:
    """The one longer name that a short one stands for; two that fit are none."""
    if len(sighting.words) > 1 and sighting.kind == "place":
        return None
    form = usual_form(sighting.name, sighting.kind)
    same = [group for (kind, _), group in groups.items() if kind == sighting.kind]
    if len(sighting.words) == 1 and sighting.name.replace(".", "").isupper() and len(form) > 1:
        fits = [group for group in same if initials(group.name) == form]
        if len(fits) == 1:
            return fits[0]
    if sighting.kind == "place":
        return _country(form, same)
    words = form.split()
    fits = [g for g in same if _ends(usual_form(g.name, g.kind).split(), words)]
    return fits[0] if len(fits) == 1 and (len(words) > 1 or words[0] in naming.organisation_nouns) else None


def _country(first: str, places: list[Group]) -> Group | None:
    """The one country whose name begins with a word that stands alone: "the North" -> North Korea."""
    countries = gazetteer().countries
    fits = [g for g in places if fold(g.name).split()[0] == first and " " in g.name and fold(g.name) in countries]
    return fits[0] if len(fits) == 1 else None


def _ends(long: list[str], short: list[str]) -> bool:
    """Whether the short name is the end (or, of two words and more, the beginning) of the long one."""
    return len(short) < len(long) and (long[-len(short) :] == short or (len(short) > 1 and long[: len(short)] == short))


def common_name(group: Group) -> str:
    """The fullest form; of equally full ones the commonest, then the first."""
    counts = Counter(s.name for s in group.sightings)
    return max(counts, key=lambda name: (len(name.split()), not name.isupper(), counts[name], name))
