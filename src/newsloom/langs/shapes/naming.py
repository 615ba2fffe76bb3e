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
    hyphen ties to a name that is no part of it ("anti-", "-led").
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
