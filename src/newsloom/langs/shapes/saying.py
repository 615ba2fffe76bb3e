"""Verbs and phrases by which words are given to a speaker. All words are lower-case, as they stand in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Saying:
    """What a language says about saying.

    `verbs` bring in words said ("said"); `telling` are those of them that name a hearer ("told"); `judging` verbs give
    somebody's words for something ("called", "praised"); `wishing` verbs tell what somebody means or wants. `nouny`:
    forms of these that are more often nouns ("claims"). `passive`: participles behind a form of "be" whose subject
    does not speak.
    """

    verbs: frozenset[str]
    telling: frozenset[str] = frozenset()
    judging: frozenset[str] = frozenset()
    wishing: frozenset[str] = frozenset()
    nouny: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()  # "saying", "calling": their subject is the sentence's
    be: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    absolute: frozenset[str] = frozenset()  # "with": "[with] the president saying so"
    shares: frozenset[str] = frozenset()  # "percent": so many of those who were asked
    articles: frozenset[str] = frozenset()  # behind which no verb stands
    topical: frozenset[str] = frozenset()  # "about", "against": between a verb and what is said
    settings: frozenset[str] = frozenset()  # prepositions before an occasion: "in", "on"
    hearing: frozenset[str] = frozenset()  # "to", "with": before whom one speaks to
    going_on: frozenset[str] = frozenset()  # "continued", "went on": with "to", what follows is said
    inverting: frozenset[str] = frozenset()  # auxiliaries between words said and an inverted verb: « … », [a] dit Kim
    adverbs: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    as_: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()  # words across which no subject reaches
    prepositions: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    possessives: Mapping[str, str] = field(default_factory=dict)  # "his": "m"
    pronouns: Mapping[str, str] = field(default_factory=dict)  # "he": "m", "she": "f", "they": "p", "it": "o"
    proclitics: tuple[str, ...] = ()  # beginnings that are words of their own: "l'", "qu'"
    enclitics: tuple[str, ...] = ()  # endings by which a pronoun hangs on its verb, longest first: "-t-il", "-il"
    according: tuple[tuple[str, ...], ...] = ()  # ("according", "to")
    measuring: tuple[tuple[str, ...], ...] = ()  # those of them that also measure: "per"
    speech_nouns: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()  # "statement", "Twitter", "conference": where something was said
    people_nouns: frozenset[str] = frozenset()  # heads by which an unnamed speaker is described
    genitive: frozenset[str] = frozenset()  # prepositions inside a speaker's description: "spokesman for"
    parting: frozenset[str] = frozenset()  # words behind which a new subject stands: "but", "while", "that"
    temporal: frozenset[str] = frozenset()  # "when", "after": what opens a clause of time
    modals: frozenset[str] = frozenset()  # "will", "would": what follows was not said yet
    weak: frozenset[str] = (
        frozenset()
    )  # judging verbs that bring in words only where nobody is said to speak: "offered"
    sensing: frozenset[str] = frozenset()  # verbs whose object is no statement, unless "that" opens it: "saw", "raised"
    issuing: frozenset[str] = frozenset()  # what one does with a document of one's own: "filed", "released"
    beside: frozenset[str] = frozenset()  # verbs that bring in words only right beside a quoted string: "continued"
    documents: frozenset[str] = frozenset()  # what says something for somebody: "statement"
    generic_bodies: frozenset[str] = frozenset()  # "the company": the organisation named last
    spokes: frozenset[str] = frozenset()  # those who speak unnamed: "spokesman", "source"
    body_nouns: frozenset[str] = frozenset()  # bodies that speak: "ministry", "company"
    same_role: tuple[frozenset[str], ...] = ()  # words of one role: "senator", "sen", "lawmaker"
    gendered: Mapping[str, str] = field(default_factory=dict)  # "spokesman": "m"
    from_: frozenset[str] = frozenset()  # "from": what comes between a document and its issuer
    report: str = ""  # the noun for what an outlet reported
    days: frozenset[str] = frozenset()  # words of time that stand between a verb and what is said
    so_called: tuple[tuple[str, ...], ...] = ()  # words before a name or word that nobody speaks
    work_nouns: frozenset[str] = frozenset()  # "show", "film": what a title in quotation marks belongs to
    anonymity: frozenset[str] = frozenset()
    crowd: frozenset[str] = frozenset()  # singular: "people", "voter", "press": by themselves nobody's source
    answering: frozenset[str] = frozenset()  # verbs whose "to" names what is answered or who hears: "respond", "speak"
    phrasal: Mapping[str, str] = field(default_factory=dict)  # verbs that speak with a particle: "pointed out"
    held: frozenset[str] = frozenset()  # nouns of what their owner says or wants: "claim", "decision"
    seeming: frozenset[str] = frozenset()  # "appeared": with "to", what follows was said
    turns: frozenset[str] = frozenset()  # words behind a comma by which the reporter goes on: "but", "after"
    outlets_by: frozenset[str] = frozenset()  # verbs of relaying: "reported", "cited"
