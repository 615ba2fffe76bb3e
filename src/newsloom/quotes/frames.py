"""Where somebody is said to say, call or want something: the verb, its subject, and the side on which the words stand.

In: a clause. Out: its frames in order of place. A frame without a subject is one of an unnamed voice.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsloom.quotes.clauses import Clause, Phrase
from newsloom.quotes.grammar import Grammar

BEHIND = frozenset(",—–-―.?!;")  # what may stand between words said and the verb behind them
AGENT = 20  # tokens behind a passive in which its agent may stand
NEAR = 8  # tokens in which any phrase behind "by" is the agent
REACH = 16  # tokens between a document and the "saying" that hangs on it
Sort = Literal["say", "judge", "wish", "according"]


class Frame(NamedTuple):
    """`first` to `last` are the tokens of the cue; `inverted`: the subject follows ("said Kim")."""

    first: int
    last: int
    sort: Sort
    subject: Phrase | None
    inverted: bool = False
    passive: bool = False
    participle: bool = False
    unsaid: bool = False  # "will say", "to say"


def find_frames(clause: Clause, grammar: Grammar) -> tuple[Frame, ...]:
    """All frames of a clause."""
    found: list[Frame] = []
    at = 0
    while at < len(clause.tokens):
        frame = _according(clause, at, grammar) or _frame(clause, at, grammar, found)
        if frame:
            found.append(frame)
            at = frame.last
        at += 1
    return tuple(found)


def _according(clause: Clause, at: int, grammar: Grammar) -> Frame | None:
    if clause.word(at) not in grammar.openers:
        return None
    for words in grammar.saying.according:
        if tuple(clause.word(at + n) for n in range(len(words))) == words:
            subject = grammar.right(clause, at + len(words)) or _plainly(clause, at + len(words), grammar)
            if subject and words in grammar.saying.measuring and not grammar.is_voice(clause, subject):
                continue  # "miles per hour"
            return Frame(at, at + len(words) - 1, "according", subject, inverted=True) if subject else None
    return None


def _plainly(clause: Clause, first: int, grammar: Grammar) -> Phrase | None:
    """Whatever words "according to" names, up to the next mark or preposition: "according to [exit polls]"."""
    high = first
    while high < min(first + NEAR, len(clause.tokens)) and clause.kind(high) in ("word", "name"):
        if clause.word(high) in grammar.saying.breaks or clause.word(high) in grammar.saying.prepositions:
            break
        high += 1
    return Phrase(first, high, high - 1) if high > first else None


def _sort(word: str, grammar: Grammar) -> Sort | None:
    saying = grammar.saying
    if word in saying.verbs:
        return "say"
    if word in saying.judging:
        return "judge"
    return "wish" if word in saying.wishing else None


def _frame(clause: Clause, at: int, grammar: Grammar, earlier: list[Frame]) -> Frame | None:
    token, saying = clause.tokens[at], grammar.saying
    sort = _sort(token.word, grammar) if token.kind == "word" else None
    if not sort or (token.upper and at > 0 and clause.kind(at - 1) == "name" and token.word in saying.nouny):
        return None
    if clause.word(at - 1) in saying.articles:  # "an estimated loss"
        return None
    participle = token.word in saying.participles
    if sort != "wish" and not participle and (subject := _after(clause, at, grammar)):
        return Frame(_aux_start(clause, at, grammar), at, sort, subject, inverted=True)
    if token.word in saying.beside and not _is_beside(clause, at, grammar):
        return None
    if token.word in saying.going_on and participle and clause.word(at - 1) in saying.be:
        return None
    if token.word in saying.nouny and not _verbal(clause, at, grammar):
        return None
    if not participle and (clause.word(at + 1) in saying.by or _is_passive(clause, at, grammar)):
        return _passive(clause, at, grammar, sort)
    if sort == "judge" and clause.word(at + 1) in saying.as_ and not _speaks(clause, at, grammar):
        return _passive(clause, at, grammar, sort)
    if participle and not (clause.word(at - 1) in saying.be or clause.word(at - 1) in saying.adverbs):
        return Frame(at, at, sort, _shared(clause, at, grammar, earlier), participle=True)
    first = _aux_start(clause, at, grammar)
    subject = _coordinate(clause, first, grammar, earlier) or grammar.before(clause, at)
    if subject is None or not (names_somebody(clause, subject, grammar) or _tells(clause, subject, first, grammar)):
        return None
    unsaid = any(clause.word(n) in saying.modals for n in range(first, at)) and not _goes_on(clause, at, grammar)
    return Frame(max(first, subject.high), at, "wish" if unsaid else sort, subject, unsaid=unsaid)


def _goes_on(clause: Clause, at: int, grammar: Grammar) -> bool:
    """ "continued to [describe]", "went on to [say]": it was said."""
    to = at - 1
    while to > 0 and clause.word(to) in grammar.saying.adverbs and clause.word(to) not in grammar.saying.going_on:
        to -= 1
    goes_on = grammar.saying.going_on | grammar.saying.seeming
    return clause.word(to) in grammar.saying.to and clause.word(to - 1) in goes_on


def _coordinate(clause: Clause, first: int, grammar: Grammar, earlier: list[Frame]) -> Phrase | None:
    """ "Kim reiterated that … and [said]": the subject of the verb of saying before."""
    if clause.word(first - 1) not in grammar.saying.conjunctions:
        return None
    said = [frame for frame in earlier if frame.sort != "according" and not (frame.participle or frame.passive)]
    return said[-1].subject if said else None


def _is_beside(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Whether a quoted string stands right before the verb's subject or close behind the verb, or "that" does; or the
    verb's own particle: "pointed out"."""
    if clause.word(at + 1) == grammar.saying.phrasal.get(clause.word(at)):
        return True
    if any(clause.kind(n) == "quote" for n in range(at + 1, at + 4)):
        return True
    if any(clause.word(n) in grammar.saying.that and _is_clause(clause, n, grammar) for n in (at + 1, at + 2)):
        return True
    subject = grammar.before(clause, at)
    if subject is None:
        return False
    before = subject.low - 1
    return clause.kind(before) == "quote" or (clause.word(before) == "," and clause.kind(before - 1) == "quote")


def _is_clause(clause: Clause, that: int, grammar: Grammar) -> bool:
    """Whether a statement follows "that": "ruled [that] the law …"; not "hit that wall"."""
    after, kind = clause.word(that + 1), clause.kind(that + 1)
    return kind == "name" or after in grammar.determiners or after in grammar.saying.pronouns or after.endswith("s")


def _tells(clause: Clause, subject: Phrase, verb: int, grammar: Grammar) -> bool:
    """Whether a thing right before a verb that is nothing else tells something: "[one slide] says the city …"."""
    at = next((n for n in range(verb, len(clause.tokens)) if _sort(clause.word(n), grammar)), verb)
    plain = clause.word(at) not in grammar.saying.nouny and clause.kind(at + 1) in ("word", "name")
    return plain and subject.high == verb and _sort(clause.word(at), grammar) == "say"


def names_somebody(clause: Clause, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase can be a speaker: a name, a pronoun, a function, or anything with an article or a capital."""
    if grammar.is_voice(clause, phrase) or clause.word(phrase.head) in grammar.saying.generic_bodies:
        return True
    first = clause.tokens[phrase.low].word
    if _is_many(clause, phrase.head, grammar):
        return True
    vague = first in grammar.saying.indefinite and phrase.high - phrase.low > 1
    return (first in grammar.determiners and not vague) or (clause.tokens[phrase.head].upper and phrase.head > 0)


def _is_many(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Whether a word is a noun in the plural without an article: "[scholars] argue", "63 [percent] say"."""
    word, saying = clause.word(at), grammar.saying
    plural = len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    known = word in saying.breaks or word in grammar.speech or word in saying.adverbs or word in saying.prepositions
    hung = clause.word(at - 1) in saying.relatives or clause.word(at - 1) in saying.pronouns  # "which mandates"
    return clause.kind(at) == "word" and (plural or word in saying.shares) and not known and not hung


def _verbal(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Whether a word that is mostly a noun is a verb here: right behind a subject, an auxiliary or an adverb."""
    before, kind, saying = clause.word(at - 1), clause.kind(at - 1), grammar.saying
    if kind == "name" or before in saying.pronouns or before in saying.relatives:
        aside = clause.word(at - 2) == "," and clause.word(at + 1) == ","
        return aside or clause.word(at + 1) not in (",", ".", "") or clause.kind(at + 2) == "quote"
    if before in saying.auxiliaries and before not in saying.be:
        return True
    follows = clause.word(at + 1)
    people = before in grammar.known
    teller = grammar.left(clause, at - 1) if clause.word(at + 1) in (".", ",", "") else None
    if teller and clause.kind(teller.low - 1) == "quote" and before in grammar.known:  # "…," the report states.
        return True
    if clause.kind(at + 1) == "quote" and len(before) > 3 and before.endswith("s") and before not in saying.breaks:
        return True
    many = not clause.word(at).endswith("s") and _is_many(clause, at - 1, grammar)
    return (people or many or before in saying.adverbs) and (
        follows in saying.that
        or follows == ":"
        or clause.kind(at + 1) in ("quote", "name")
        or follows in saying.pronouns
        or follows in grammar.determiners
    )


def _after(clause: Clause, at: int, grammar: Grammar) -> Phrase | None:
    """The subject of an inverted verb: only right behind what was said ("…," said Kim; « … », a dit Kim)."""
    back = at - 1
    while clause.kind(back) == "word" and clause.word(back) in grammar.joined:
        back -= 1
    comma = clause.word(back) == ","
    quoted = clause.kind(back) == "quote" or (comma and clause.kind(back - 1) == "quote")
    if not (quoted or (back == at - 1 and back >= 0 and clause.word(back) in BEHIND)):
        return None
    phrase = grammar.right(clause, at + 1)
    if phrase is None or not (names_somebody(clause, phrase, grammar) if quoted else grammar.is_voice(clause, phrase)):
        return None
    if not quoted and _sort(clause.word(at), grammar) != "say":
        return None
    hearer = clause.word(at) in grammar.saying.telling and clause.kind(back) != "quote"
    follows = clause.word(phrase.high)
    return None if hearer or follows in grammar.saying.auxiliaries or follows in grammar.speech else phrase


def _aux_start(clause: Clause, at: int, grammar: Grammar) -> int:
    first = at
    while first > 0 and clause.kind(first - 1) == "word" and grammar.is_adverb(clause.word(first - 1)):
        first -= 1
    return first


def _is_passive(clause: Clause, at: int, grammar: Grammar) -> bool:
    back = at - 1
    while back > 0 and clause.word(back) not in grammar.saying.be and grammar.is_adverb(clause.word(back)):
        back -= 1
    return clause.word(back) in grammar.saying.be and not clause.word(at).endswith("ing")


def _passive(clause: Clause, at: int, grammar: Grammar, sort: Sort) -> Frame | None:
    """ "was told by Kim" -> Kim; "was described as" -> nobody named; "was quoted as saying" is left to "saying"."""
    for place in range(at + 1, min(at + AGENT, len(clause.tokens))):
        if clause.word(place) in grammar.saying.by and (subject := grammar.right(clause, place + 1)):
            if place >= at + NEAR and not grammar.is_voice(clause, subject):
                continue
            return Frame(at, at, sort, subject, inverted=True, passive=True)
    return Frame(at, at, sort, None, passive=True) if sort != "wish" else None


def _speaks(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Whether "described as" has somebody who describes right before it, and is no "disaster described as"."""
    subject = grammar.left(clause, at - 1)
    if subject is None:
        return False
    opens = (
        clause.word(subject.low - 1) in grammar.saying.breaks - grammar.saying.conjunctions
    )  # "what [his aides] call"
    known = clause.tokens[subject.head].person or clause.word(subject.head) in grammar.saying.pronouns
    return known or (opens and grammar.is_voice(clause, subject))


def _shared(clause: Clause, at: int, grammar: Grammar, earlier: list[Frame]) -> Phrase | None:
    """The subject of "saying": whom "quoted … as" names; the name right before it; the subject of the verb of saying
    before it; else the subject of that part of the sentence."""
    if clause.word(at - 1) in grammar.saying.as_:
        for back in range(at - 2, max(at - 25, -1), -1):
            if clause.word(back) in grammar.saying.outlets_by:
                return grammar.right(clause, back + 1) or grammar.main(clause, back)
    somebody = clause.kind(at - 1) == "name" or clause.word(at - 1) in grammar.saying.people_nouns
    beside = grammar.left(clause, at - 1) if somebody else None
    if beside and grammar.is_voice(clause, beside) and not _is_governed(clause, beside, grammar):
        return beside
    for frame in reversed(earlier):
        if frame.subject and not frame.passive and frame.sort not in ("according", "wish"):
            return frame.subject
    if document := _document_before(clause, at, grammar):
        return document
    if clause.tokens[at].upper and (behind := _following(clause, at, grammar)):
        return behind
    return grammar.nearest(clause, at) or _following(clause, at, grammar)


def _document_before(clause: Clause, at: int, grammar: Grammar) -> Phrase | None:
    """ "[a statement] issued later, saying so", "in [his letter] to Lee, blaming …": the document that says it."""
    saying = grammar.saying
    for noun in range(at - 1, max(at - REACH, 0), -1):
        if clause.kind(noun) == "quote":
            return None
        if clause.kind(noun) == "word" and clause.word(noun) in saying.documents:
            phrase = grammar.left(clause, noun)
            made = clause.word(noun + 1) in saying.issuing and clause.word(noun + 1).endswith("ed")
            owned = phrase is not None and clause.word(phrase.low) in saying.possessives
            hung = phrase is not None and clause.word(phrase.low - 1) in saying.prepositions
            return phrase if noun == at - 1 or made or (owned and hung) else None
    return None


def _is_governed(clause: Clause, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a description hangs on a preposition: "the release of [the soldiers], saying so"."""
    governing = grammar.saying.prepositions - grammar.saying.absolute
    return clause.word(phrase.low - 1) in governing and not clause.tokens[phrase.head].person


def _following(clause: Clause, at: int, grammar: Grammar) -> Phrase | None:
    """ "Accusing Kim of lies, [Lee] said": the subject stands behind the participle's comma."""
    for comma in range(at + 1, len(clause.tokens) - 1):
        if clause.word(comma) == "," or (clause.kind(comma) == "quote" and clause.word(comma + 1) != ","):
            phrase = grammar.right(clause, comma + 1)
            if phrase and phrase.low == comma + 1 and grammar.is_voice(clause, phrase):
                return phrase
    return None


def trails(clause: Clause, frame: Frame) -> bool:
    """Whether a frame closes what was said: it stands behind a comma, a dash or a quoted string (", Kim said")."""
    first = min(frame.first, frame.subject.low) if frame.subject else frame.first
    return clause.word(first - 1) in (",", "—", "–", "-", "―") or clause.kind(first - 1) == "quote"
