"""Titles, roles, pronouns and what else tells who is meant. All words are lower case, without full stops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Gender = Literal["", "f", "m"]


@dataclass(frozen=True, slots=True)
class Naming:
    """`titles`: words that stand before a name and are no part of it, with the gender they show. `untitled`: titles
    that by themselves don't show that a name follows ("State", "Press"). `rank_titles`: abbreviated titles that by
    themselves tell a role ("Sen."). `articles` hold `possessives` ("his"). `seats`: words between a titled name
    and what its bearer stands for ("of California"). `adverb_ends`: endings of words that lead no noun phrase.
    `mononymic`: titles after which a forename alone is a whole name ("Pope Francis"). `role_nouns`: heads of
    words that say what somebody is; `role_modifiers`: lower-case words that may stand before such a head.
    `former`: words that say that a role is held no more; with a hyphen at the end, beginnings of such words
    ("ex-"). `gendered`: nouns that show their bearer's gender. `pronouns`: the third person singular. `bearers`:
    nouns by which "the president" is meant, without a name. `organisation_nouns`: heads of organisations' names.
    `openers`: words that begin a sentence or clause and no name. `clause_verbs`: verbs that end a phrase that
    tells a role. `common_capitals`: words that stand with a capital and are no names. `joiners`: words inside an
    organisation's name that its initials skip. `things`: nouns that make the name beside them a thing's
    ("Hurricane Harvey", "Trump Tower"). `circles`: nouns for those around somebody ("the Trump administration").
    `saints`: words that make a forename a place's ("St. Louis"). `compound_starts`, `compound_ends`: what a
    hyphen ties to a name that is no part of it ("anti-", "-led"). `name_starts`: beginnings of names before a second
    capital ("Mac"). `patronymics`: particles after which a father's name stands ("bin").

    Of roles. `weak_roles`: nouns that tell little alone ("man"). `role_ends`: endings without which a noun is the same
    office ("-woman"). `pending`: roles that end when another begins ("nominee"). `office_verbs`: verbs after "who" that
    tell a role, each "now" or "past". `past_copulas`, `auxiliaries`, `identifying`, `as_words`: of "has been identified
    by the police as". `verb_ends`: endings of past forms; `agents`: words after which such a form describes ("hired
    by"). `from_words`: beside `seats`, before what a titled person stands for. `tails`: word -> what it ties to a role
    noun ("in" -> "charge"). `sovereigns`: titles whose bearer is called so without a forename from the first;
    `grounds`: nouns that such a title does not end ("a state President Mistral lost"). `short_titles`, `parties`,
    `regions`: abbreviations, spelt out. `who`: relatives that stand for the person before them, as subject. `turns`:
    conjunctions at which a role ends ("but"). `adjectival`: role nouns that before another noun are adjectives
    ("official", "Republican"). `also_verbs`: words of roles that may be verbs ("fire"), which they are after one of
    `verb_openers` ("to", "not").
    """

    titles: Mapping[str, Gender] = field(default_factory=dict)
    untitled: frozenset[str] = frozenset()
    mononymic: frozenset[str] = frozenset()
    role_nouns: frozenset[str] = frozenset()
    role_modifiers: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    gendered: Mapping[str, Gender] = field(default_factory=dict)
    pronouns: Mapping[str, Gender] = field(default_factory=dict)
    subject_pronouns: frozenset[str] = frozenset()
    bearers: frozenset[str] = frozenset()
    rank_titles: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    adverb_ends: tuple[str, ...] = ()
    copulas: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    nicknames: tuple[frozenset[str], ...] = ()
    suffixes: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    organisation_nouns: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    clause_verbs: frozenset[str] = frozenset()
    common_capitals: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    circles: frozenset[str] = frozenset()
    saints: frozenset[str] = frozenset()
    compound_starts: frozenset[str] = frozenset()
    compound_ends: frozenset[str] = frozenset()
    weak_roles: frozenset[str] = frozenset()
    role_ends: tuple[str, ...] = ()
    pending: frozenset[str] = frozenset()
    office_verbs: Mapping[str, Literal["now", "past"]] = field(default_factory=dict)
    past_copulas: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    identifying: frozenset[str] = frozenset()
    as_words: frozenset[str] = frozenset()
    verb_ends: tuple[str, ...] = ()
    agents: frozenset[str] = frozenset()
    from_words: frozenset[str] = frozenset()
    name_starts: frozenset[str] = frozenset()
    sovereigns: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    patronymics: frozenset[str] = frozenset()
    tails: Mapping[str, frozenset[str]] = field(default_factory=dict)
    short_titles: Mapping[str, str] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)
    who: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    adjectival: frozenset[str] = frozenset()
    also_verbs: frozenset[str] = frozenset()
    verb_openers: frozenset[str] = frozenset()
