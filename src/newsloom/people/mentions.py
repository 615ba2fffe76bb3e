"""Persons, organisations and places of ONE report, with coreference inside it.

In: an article, the ranges of its sentences, a tagger. Out: entities in order of their first mention; every mention is
a range of the article, none belongs to two entities. Nothing is claimed beyond the report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.naming import Gender, Naming
from newsloom.people.coreference import Group, common_name, group_sightings
from newsloom.people.missed import add_named, complete, without_pairs
from newsloom.people.pronouns import find_pronouns
from newsloom.people.roles import find_roles
from newsloom.people.sightings import Line, Sighting, agree, lower_words, read_lines, tagged_sightings
from newsloom.records import Article, Entity, EntityId, Kind, Range, Role
from newsloom.text.gazetteer import fold
from newsloom.text.tagger import Tagger

MOST_ROLES = 6  # kept for one person of one report: the longest tell most


def find_entities(article: Article, sentences: tuple[Range, ...], tagger: Tagger) -> tuple[Entity, ...]:
    """All that are named, each once: "Kim Jong Un" with its "Kim", "Mr. Kim" and "he"."""
    naming = naming_of(article.language)
    lines = read_lines(article, sentences)
    groups = group_sightings(find_sightings(article, lines, tagger, naming), naming)
    persons, bodies = tokens_of(groups, "person"), tokens_of(groups, "organisation", "place")
    roles = [_roles(group, lines, persons, bodies, naming) for group in groups]
    for group, told in zip(groups, roles, strict=True):
        group.gender = group.gender or _told_gender(article, told, naming)
    pronouns = find_pronouns(groups, roles, lines, article.text, naming)
    return tuple(
        _entity(article, group, told, pronouns.get(number, ()), naming)
        for number, (group, told) in enumerate(zip(groups, roles, strict=True))
    )


def find_sightings(article: Article, lines: tuple[Line, ...], tagger: Tagger, naming: Naming) -> tuple[Sighting, ...]:
    """Names where they stand, headline first, never overlapping: tagged, told by surroundings, seen elsewhere."""
    lower = lower_words(article.text)
    seen = tagged_sightings(article, lines, tagger, naming)
    seen = agree(without_pairs(add_named(seen, lines, lower, naming)), lines, naming)
    return tuple(sorted(complete(seen, lines, lower, naming), key=lambda s: (s.line, s.range.start)))


def naming_of(language: str) -> Naming:
    """A language's naming data; English for a language that has none (its titles are the likeliest guests)."""
    known = LANGUAGES.get(language)
    return (known.naming if known else None) or LANGUAGES["en"].naming or Naming()


def _entity(
    article: Article, group: Group, roles: tuple[Role, ...], pronouns: tuple[Range, ...], naming: Naming
) -> Entity:
    mentions = sorted((s.range for s in group.sightings), key=lambda r: (r.part != "headline", r.start))
    gender = group.gender or _pronoun_gender(article, pronouns, naming)
    titles = dict.fromkeys(title for s in group.sightings for title in s.titles)
    return Entity(
        id=entity_id(article, mentions[0]),
        kind=group.kind,
        name=common_name(group),
        full=group.full,
        gender=gender if group.kind == "person" else "",
        titles=tuple(titles),
        roles=roles,
        mentions=tuple(mentions),
        pronouns=pronouns,
    )


def entity_id(article: Article, first: Range) -> EntityId:
    """Named after the report, its version and the place of the first mention: "a1.1.h0" in the headline, "a1.1.57"."""
    return EntityId(f"{article.id}.{article.version}.{'h' if first.part == 'headline' else ''}{first.start}")


def tokens_of(groups: Iterable[Group], *kinds: Kind) -> dict[int, frozenset[int]]:
    """Line -> its tokens that name something of these kinds."""
    found: dict[int, set[int]] = defaultdict(set)
    for group in groups:
        if group.kind in kinds:
            for sighting in group.sightings:
                found[sighting.line].update(range(sighting.first, sighting.last))
    return {line: frozenset(tokens) for line, tokens in found.items()}


def _roles(
    group: Group,
    lines: tuple[Line, ...],
    persons: Mapping[int, frozenset[int]],
    bodies: Mapping[int, frozenset[int]],
    naming: Naming,
) -> tuple[Role, ...]:
    """What is told at each sighting; never with the bearer's own name in it."""
    if group.kind != "person":
        return ()
    nobody: frozenset[int] = frozenset()
    told = {
        role
        for s in group.sightings
        for role in find_roles(s, lines[s.line], persons[s.line], naming, bodies.get(s.line, nobody))
        if not any(role.range.overlaps(own.range) for own in group.sightings)
    }
    longest = sorted(told, key=lambda r: (r.range.part, r.range.start - r.range.end, r.range))[:MOST_ROLES]
    return tuple(sorted(longest, key=lambda r: r.range))


def _told_gender(article: Article, roles: tuple[Role, ...], naming: Naming) -> Gender:
    """Gender that a role's head shows: "spokeswoman", "his wife"."""
    for role in roles:
        words = article.text_of(role.range).split(" of ")[0].split()
        shown = next((naming.gendered[w] for word in words if (w := fold(word)) in naming.gendered), "")
        if shown:
            return shown  # type: ignore[return-value]
    return ""


def _pronoun_gender(article: Article, pronouns: tuple[Range, ...], naming: Naming) -> Gender:
    return next((naming.pronouns.get(fold(article.text_of(place)), "") for place in pronouns), "")
