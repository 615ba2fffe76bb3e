"""Phrases that can name a speaker: their bounds and their heads, by a language's word lists and by names alone.

In: a clause and a place in it. Out: a `Phrase`, or None where nobody is named. There is no parser: a phrase grows from
a verb or a name outwards until a word stops it.
"""

from __future__ import annotations

from itertools import pairwise

from newsloom.langs.shapes import Saying
from newsloom.quotes.clauses import POSSESSIVES, Clause, Phrase

DASHES = ("–", "—", "-", "―")
PARTS = (",", ";", ":", *DASHES)
ASIDES = 6  # stretches between commas that an apposition may have
AHEAD = 5  # words between a body and the name of who speaks for it: "[White House] press secretary [Ann Lee]"


class Grammar:
    """A language's rules; no state."""

    def __init__(self, saying: Saying) -> None:
        self.saying = saying
        self.speech = (saying.verbs | saying.judging | saying.wishing) - saying.nouny
        self.nouny = saying.nouny & saying.verbs
        self.determiners = saying.definite | saying.indefinite | frozenset(saying.possessives)
        self.functions = saying.people_nouns | frozenset().union(*saying.same_role)
        self.known = self.functions | saying.body_nouns | saying.documents
        self.titles = self.functions | frozenset(saying.gendered) | {"dr"}
        self.openers = frozenset(words[0] for words in saying.according)
        self.joined = saying.inverting | frozenset(saying.proclitics)  # between what was said and its verb: "s'est"
        self.bodies = saying.generic_bodies | {"news"}
        self.leading = saying.prepositions | saying.days | saying.adverbs
        self.trailing = saying.prepositions | self.determiners | saying.conjunctions

    def is_adverb(self, word: str) -> bool:
        """Whether a word may stand between a subject and its verb."""
        saying = self.saying
        return word in saying.adverbs or word in saying.auxiliaries or (len(word) > 4 and word.endswith("ly"))

    def is_voice(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether a phrase can be a speaker: a name, a pronoun, a function or a body."""
        word = clause.word(phrase.head)
        saying = self.saying
        if clause.kind(phrase.head) == "name" or word in saying.pronouns:
            return True
        return word in saying.people_nouns or word in saying.body_nouns or word in saying.documents

    def is_told(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether a phrase tells who somebody is; "her" and "us" do not."""
        named = clause.kind(phrase.head) == "name" or clause.word(phrase.head) in self.known
        return named or phrase.high - phrase.low > 1 or clause.tokens[phrase.head].upper

    def is_relative(self, clause: Clause, subject: Phrase, verb: int) -> bool:
        """Whether a verb stands in a relative clause that hangs on its subject: "[Kim], who [said] so, left"."""
        return any(clause.word(at) in self.saying.relatives for at in range(subject.high, verb))

    def before(self, clause: Clause, verb: int) -> Phrase | None:
        """The subject of a verb that stands before it: "Kim, a lawyer, has also [said]" -> Kim."""
        at = verb - 1
        while at >= 0 and clause.kind(at) == "word" and self.is_adverb(clause.word(at)):
            at -= 1
        if at < 0:
            return None
        word, saying = clause.word(at), self.saying
        if word in saying.to and clause.kind(at - 1) == "word":
            return self.before(clause, at - 1) if verb - at < 3 else None
        if word in saying.conjunctions:
            return self.nearest(clause, at)
        if word in saying.relatives:
            return self.left(clause, at - 2 if clause.word(at - 1) == "," else at - 1)
        if word in (",", *DASHES):
            return self._across(clause, at)
        if word == ")":
            while at > 0 and clause.word(at) != "(":
                at -= 1
            at -= 1
        return self._beside(clause, at)

    def _beside(self, clause: Clause, at: int) -> Phrase | None:
        """The phrase right before a verb, or whom it is an apposition to: "Kim, a lawyer [says]" -> Kim."""
        phrase = self._apposed(clause, self.left(clause, at))
        if phrase is None or clause.word(phrase.head) in self.saying.pronouns:
            return phrase
        if clause.word(phrase.low - 1) in self.saying.prepositions and (owner := self._owner(clause, phrase.low - 1)):
            return owner
        if clause.kind(phrase.head) == "name":
            return phrase
        edge = self._titles_before(clause, phrase.low - 1)
        if clause.word(edge) == "," and (earlier := self._across(clause, edge)) and self._is_person(clause, earlier):
            return earlier
        opens = clause.word(edge) in self.saying.breaks - self.saying.conjunctions  # "what [the makers] call"
        if self.is_voice(clause, phrase) or (opens and clause.word(phrase.low) in self.determiners):
            return phrase
        subject = self.nearest(clause, phrase.low)
        named = subject and (self._is_person(clause, subject) or clause.word(subject.head) in self.saying.pronouns)
        return subject if named else phrase

    def _titles_before(self, clause: Clause, edge: int) -> int:
        """Past another title: "Kim, a lawyer and former judge [said]" -> the comma."""
        if clause.word(edge) not in ("and", "&") or clause.word(edge - 1) not in self.functions:
            return edge
        earlier = self.left(clause, edge - 1)
        return earlier.low - 1 if earlier else edge

    def _apposed(self, clause: Clause, phrase: Phrase | None) -> Phrase | None:
        """ "[Kim] a lawyer for Lee": the name right before a description, else the phrase as it is."""
        edge = phrase.low - 1 if phrase else -1
        if phrase is None or edge < 0 or clause.kind(phrase.head) == "name" or not clause.tokens[edge].person:
            return phrase
        return self.left(clause, edge)

    def _owner(self, clause: Clause, preposition: int) -> Phrase | None:
        """ "[the premier] of the German state of Hesse": the function or body that a chain of prepositions hangs on."""
        for at in range(preposition - 1, max(preposition - 9, -1), -1):
            word = clause.word(at)
            if clause.kind(at) not in ("word", "name") or word in self.saying.breaks or word in self.speech:
                return None
            if word in self.saying.people_nouns or word in self.saying.body_nouns or word in self.saying.documents:
                return self.left(clause, at)
        return None

    def _is_person(self, clause: Clause, phrase: Phrase) -> bool:
        return clause.tokens[phrase.head].person

    def _across(self, clause: Clause, comma: int) -> Phrase | None:
        """The subject before an apposition or aside: "[Kim], who came late, said", "[Kim], 45, a lawyer, said"."""
        spare: Phrase | None = None
        edge = comma
        for _ in range(ASIDES):
            begin = edge - 1
            while begin >= 0 and clause.word(begin) not in PARTS:
                begin -= 1
            phrase = self._apposed(clause, self.left(clause, edge - 1)) if edge - 1 > begin else None
            if phrase and self.is_voice(clause, phrase) and not self._is_aside(clause, begin + 1, phrase):
                named = clause.kind(phrase.head) == "name" or clause.word(phrase.head) in self.saying.pronouns
                if named and not self._is_affiliation(clause, begin, edge, phrase):
                    return phrase
                spare = phrase
            if begin < 0 or clause.word(begin) not in (",", *DASHES):
                break
            edge = begin
        return spare or self.nearest(clause, comma)

    def _is_affiliation(self, clause: Clause, begin: int, edge: int, phrase: Phrase) -> bool:
        """Whether a name between commas is a person's party or place: "Ann Lee, [D-Ohio], said"."""
        whole = phrase.low == begin + 1 and phrase.high == edge and not clause.tokens[phrase.head].person
        return whole and begin > 0 and clause.tokens[begin - 1].person

    def _is_aside(self, clause: Clause, first: int, phrase: Phrase) -> bool:
        """Whether a stretch between commas is not the subject's: a relative clause, a participle, a place."""
        lead, saying = clause.word(first), self.saying
        if clause.kind(first) == "word" and (
            lead in saying.relatives or lead in saying.prepositions or lead.endswith("ing")
        ):
            return True
        return clause.word(phrase.low - 1) in saying.prepositions or phrase.low > first + 3

    def left(self, clause: Clause, last: int) -> Phrase | None:
        """The phrase that ends with token `last`."""
        if last < 0 or clause.kind(last) in ("quote", "mark") or not clause.word(last):
            return None
        saying, word = self.saying, clause.word(last)
        if word in saying.pronouns:
            return Phrase(last, last + 1, last)
        if clause.kind(last) == "word" and (word in saying.breaks or word in saying.prepositions):
            return None
        low = last
        while low > 0 and self._extends(clause, low - 1, low):
            low -= 1
        while low < last and clause.word(low) in self.leading and clause.kind(low) == "word":
            low += 1
        return Phrase(low, last + 1, self.head(clause, low, last + 1))

    def _extends(self, clause: Clause, at: int, low: int) -> bool:
        """Whether the token before a phrase belongs to it."""
        kind, word, saying = clause.kind(at), clause.word(at), self.saying
        if clause.word(low) in self.determiners and clause.kind(low) == "word":
            return word in saying.prepositions and self._is_noun(clause, at - 1)
        if kind == "name" or (kind == "mark" and word in POSSESSIVES and clause.kind(at - 1) == "name"):
            return True
        if word in ("and", "&") and clause.kind(at - 1) == "name" and clause.kind(low) == "name":
            return True
        if kind != "word":
            return False
        if word in saying.prepositions:
            return self._is_noun(clause, at - 1)
        if word in self.nouny and clause.kind(at - 1) == "name" and not clause.tokens[at].upper:
            return False
        return not (word in saying.breaks or word in saying.pronouns or word in self.speech or word in saying.adverbs)

    def _is_noun(self, clause: Clause, at: int) -> bool:
        kind, word, saying = clause.kind(at), clause.word(at), self.saying
        if kind == "name" or word in saying.people_nouns or word in saying.body_nouns or word in saying.documents:
            return True
        verbal = word in saying.breaks or word in self.speech or word in saying.pronouns
        return kind == "word" and not verbal and clause.tokens[at].upper

    def right(self, clause: Clause, first: int) -> Phrase | None:
        """The phrase that begins with token `first`: "said [Kim's lawyer] on Monday"."""
        while clause.kind(first) == "word" and clause.word(first) in self.saying.adverbs:
            first += 1
        if clause.word(first) in self.saying.pronouns:
            return Phrase(first, first + 1, first)
        if not self._starts(clause, first):
            return None
        high = first + 1
        while high < len(clause.tokens) and self._continues(clause, high):
            high += 1
        while high - 1 > first and clause.word(high - 1) in self.trailing:
            high -= 1
        phrase = Phrase(first, high, self.head(clause, first, high))
        return self._named_after(clause, phrase) or phrase

    def _starts(self, clause: Clause, at: int) -> bool:
        kind, word, saying = clause.kind(at), clause.word(at), self.saying
        if kind == "name":
            return True
        if kind != "word" or word in saying.breaks or word in saying.days or word in saying.prepositions:
            return False
        plain = word in self.determiners or clause.tokens[at].upper or word in saying.people_nouns
        return plain or self._leads_to_somebody(clause, at)

    def _leads_to_somebody(self, clause: Clause, at: int) -> bool:
        """An adjective or a function before somebody's name or function: "former aide", "co-founder Lee"."""
        for n in range(at + 1, min(at + 4, len(clause.tokens))):
            if clause.kind(n) == "name" or clause.word(n) in self.saying.people_nouns:
                return True
            if clause.kind(n) != "word" or clause.word(n) in self.trailing:
                return False
        return False

    def _leads_to_noun(self, clause: Clause, at: int) -> bool:
        """Whether a function or a body stands here or right behind: "[Harbour Group] spokesman", "… press office"."""
        return any(clause.word(n) in self.known and clause.kind(n) == "word" for n in range(at, at + 3))

    def _continues(self, clause: Clause, at: int) -> bool:
        kind, word, saying = clause.kind(at), clause.word(at), self.saying
        if kind == "name":
            return True
        if word in POSSESSIVES and (clause.kind(at - 1) == "name" or clause.word(at - 1) in self.known):
            return clause.kind(at + 1) == "name" or self._leads_to_noun(clause, at + 1)
        if word in ("and", "&"):
            before, after = clause.word(at - 1), clause.word(at + 1)
            names = clause.kind(at - 1) == "name" and clause.kind(at + 1) == "name"
            return names or (before in self.functions and (after in self.functions or clause.kind(at + 1) == "name"))
        if kind != "word" or word in saying.breaks or word in saying.pronouns or word in saying.days:
            return False
        if word in saying.relatives:
            return False
        loose = clause.kind(at - 1) == "name" and not clause.tokens[at].upper and word not in saying.prepositions
        if loose and word in saying.people_nouns and word.endswith("s"):  # "Kim allies"
            return True
        if loose and (clause.tokens[at - 1].person or not self._leads_to_noun(clause, at)):
            return False
        if word in saying.prepositions:
            return word in saying.genitive and clause.word(at + 1) not in saying.days
        return not (word in self.speech and not word.endswith("ed")) and not self.is_adverb(word)

    def _named_after(self, clause: Clause, phrase: Phrase) -> Phrase | None:
        """Behind "said", "the group's president, Bob Smith" -> Bob Smith."""
        if clause.kind(phrase.head) == "name" or clause.word(phrase.high) != ",":
            return None
        name = phrase.high + 1
        if (
            name < len(clause.tokens)
            and clause.tokens[name].person
            and clause.word(name + 1) not in ("and", "'s", "’s")
        ):
            return Phrase(phrase.low, name + 1, name)
        return None

    def head(self, clause: Clause, low: int, high: int) -> int:
        """The token that says who is meant: "a spokesman for Kim" -> spokesman, "Secretary of State Ann Lee" -> Lee."""
        saying, last = self.saying, high - 1
        inner = range(low + 1, high - 1)
        preposition = next((n for n in inner if clause.kind(n) == "word" and clause.word(n) in saying.prepositions), 0)
        if not preposition:
            pair = next((n for n in inner if clause.word(n) in ("and", "&")), 0)
            named = clause.kind(last) == "name" and not (pair and clause.kind(pair - 1) == "name")
            return self._core(clause, low, high if named or not pair else pair)
        if clause.tokens[last].person and not self._is_complement(clause, preposition, last):
            return last
        return self._core(clause, low, preposition)

    def _is_complement(self, clause: Clause, preposition: int, last: int) -> bool:
        """Whether the name is what the preposition governs: "for [Mr. Kim]", "for the former aide [Kim]"; not where
        another name or capital stands between: "of State [Ann Lee]", "of the United Kingdom [Ann Lee]"."""
        between = [clause.tokens[n] for n in range(preposition + 1, last)]
        if any(token.kind == "name" for token in between):
            return any(token.word in POSSESSIVES for token in between) or any(
                left.kind == "name" and right.word in self.functions for left, right in pairwise(between)
            )
        if not clause.tokens[preposition - 1].upper:
            return True
        rest = [token for token in between if token.word.rstrip(".") not in self.titles]
        return not (rest and rest[-1].upper)

    def _core(self, clause: Clause, low: int, high: int) -> int:
        """Head of a phrase without preposition: its last word; the name in "the Reuters news agency"."""
        last = high - 1
        while last > low and clause.word(last) in POSSESSIVES:
            last -= 1
        if clause.kind(last) == "word" and clause.word(last) not in self.known:
            inner = [
                n for n in range(low, last) if clause.word(n) in self.known and clause.word(n + 1) not in POSSESSIVES
            ]
            last = inner[-1] if inner and clause.kind(inner[-1]) == "word" else last
        at = last
        while at > low and clause.kind(at) == "word" and clause.word(at) in self.bodies:
            at -= 1
        return at if clause.kind(at) == "name" and not clause.tokens[at].person else last

    def nearest(self, clause: Clause, until: int) -> Phrase | None:
        """The subject of the part of a sentence that ends at `until`: past a "but", "while" or "that" if it has one."""
        cut = max((n for n in range(until) if self._parts(clause, n)), default=-1)
        if (
            cut >= 0
            and (phrase := self.main(clause, until, cut + 1))
            and clause.word(phrase.low - 1) not in (self.saying.prepositions)
        ):
            return phrase
        return self.main(clause, until)

    def _parts(self, clause: Clause, at: int) -> bool:
        word = clause.word(at)
        if clause.kind(at) == "mark":
            return word in (";", ":")
        return clause.kind(at) == "word" and word in self.saying.parting and clause.kind(at + 1) != "quote"

    def owner(self, clause: Clause) -> Phrase | None:
        """Whose the subject is, where a sentence begins with that: "[The president]'s speech was meant to …"."""
        for at in range(min(AHEAD, len(clause.tokens) - 1)):
            if clause.word(at) in self.saying.pronouns or clause.kind(at) not in ("word", "name"):
                return None
            if clause.word(at + 1) in POSSESSIVES:
                known = clause.kind(at) == "name" or clause.word(at) in self.saying.people_nouns
                return self.left(clause, at) if known else None
        return None

    def main(self, clause: Clause, until: int, start: int = 0) -> Phrase | None:
        """The subject of the sentence: its first phrase that names somebody, outside what prepositions govern."""
        spare: Phrase | None = None
        at, saying = start, self.saying
        while at < until:
            kind, word = clause.kind(at), clause.word(at)
            if kind == "name" or word in saying.pronouns or (kind == "word" and word in saying.people_nouns):
                phrase = self.left(clause, self._end_of(clause, at, until))
                if phrase and clause.word(phrase.high) not in POSSESSIVES and phrase.low >= start:
                    if clause.word(phrase.low - 1) not in saying.prepositions:
                        return self._named_after(clause, phrase) or phrase
                    spare = spare or phrase
                at = max(at, phrase.high - 1 if phrase else at)
            at += 1
        return spare

    def _end_of(self, clause: Clause, at: int, until: int) -> int:
        """Where a phrase ends that has a name or a function at `at`: at the last name or function of the run."""
        end = at
        if clause.word(at) in self.saying.pronouns:
            return end
        for n in range(at + 1, min(at + 1 + AHEAD, until)):
            kind, word = clause.kind(n), clause.word(n)
            if kind == "name" or (kind == "word" and word in self.saying.people_nouns):
                end = n
            elif (
                (kind != "word" and word not in POSSESSIVES)
                or word in self.saying.breaks
                or word in self.speech
                or self.is_adverb(word)
                or word in self.saying.prepositions
                or word in self.determiners
            ):
                break
        return end
