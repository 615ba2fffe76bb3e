"""Who is meant: from the words that name a speaker to the report's own entity.

In: the report's entities, and phrases in order of place. A name leads to its entity; a function ("the senator") to the
entity that bears it; a pronoun to whoever was last spoken of and fits it. What fits nobody stays a description.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from newsloom.langs.shapes import Saying
from newsloom.quotes.clauses import POSSESSIVES, Clause, Phrase
from newsloom.quotes.parties import Parties
from newsloom.records import Article, Entity, Range
from newsloom.text.governments import governments

REACH: Final = 9  # sentences back that "it" and "they" may reach
FAR: Final = 40  # sentences back that "he" and "she" may reach
LATELY: Final = 6  # sentences back in which a bare surname looks for who was named in full
GOVERNED: Final = 7  # tokens behind "of" that may tell whose president somebody is
CLOSE: Final = 3  # sentences back that a description stands for "he"


class Voice(NamedTuple):
    """Somebody who speaks: the entity, where one is known, and the words that name the speaker here.

    `gender` is "?" of a person described without one; `full`: fuller words elsewhere, for who is no entity.
    """

    entity: int | None
    words: Range
    gender: str = ""
    full: Range | None = None

    def is_same(self, other: Voice) -> bool:
        """Whether both are one speaker."""
        if self.entity is not None or other.entity is not None:
            return self.entity == other.entity
        return (self.full or self.words) == (other.full or other.words)

    def at(self, words: Range, gender: str = "") -> Voice:
        """The same speaker under other words: "he"."""
        return Voice(
            self.entity, words, gender or self.gender, (self.full or self.words) if self.entity is None else None
        )


class Cast:
    """The people of one report, as its sentences bring them up. The state is real: whom a reader has in mind."""

    def __init__(
        self, article: Article, entities: tuple[Entity, ...], saying: Saying, role_words: frozenset[str]
    ) -> None:
        self.article, self.entities, self.saying = article, entities, saying
        self.parties = Parties(article, entities, saying, role_words)
        self.genders = self.parties.genders
        numbers = {entity.id: number for number, entity in enumerate(entities)}
        self.governments = {numbers[a]: numbers[b] for a, b in governments(entities).items()}
        self.focus: list[tuple[int, Voice]] = []  # (number of the clause, who was its subject), in order of place
        self.named: dict[str, tuple[int, int]] = {}  # shared surname: clause and entity last spoken of in full
        self.described: dict[str, list[Voice]] = {}  # "spokesman": the ones described and not named
        self.issued: dict[str, Voice] = {}  # "statement": whose it was when last brought up
        self._role_words = role_words

    def meet(self, clause: int, voice: Voice) -> None:
        """Remember whom a clause brought up."""
        self.focus.append((clause, voice))

    def speak_of(self, clause: int, voice: Voice) -> None:
        """Remember who, of several of one surname, was the subject of a clause under a full name."""
        if voice.entity is None or not self.parties.surnames:
            return
        words = self.entities[voice.entity].name.lower().split()
        if len(words) > 1 and len(self._words(voice.words)) > 1:
            self.named.update((word, (clause, voice.entity)) for word in words if word in self.parties.surnames)

    def _words(self, place: Range) -> list[str]:
        return self.article.text[place.start : place.end].split()

    def voice(self, clause: Clause, number: int, phrase: Phrase) -> Voice | None:
        """Whom a phrase names; None where it is a pronoun that fits nobody."""
        token = clause.tokens[phrase.head]
        words = Range(*clause.bounds(phrase))
        if token.kind == "name":
            ref = self._namesake(number, self.governments.get(token.ref, token.ref), token.word)
            return Voice(ref, words, self.genders[ref])
        if token.word in self.saying.pronouns:
            return self._pronoun(clause, number, phrase, self.saying.pronouns[token.word], words)
        return self._function(clause, number, phrase, words)

    def _namesake(self, number: int, ref: int, word: str) -> int:
        """A bare surname that several persons bear: whoever of them was last spoken of by a full name."""
        seen, other = self.named.get(word, (number, ref))
        return other if number - seen <= LATELY and self.entities[ref].kind == "person" else ref

    def _pronoun(self, clause: Clause, number: int, phrase: Phrase, wanted: str, words: Range) -> Voice | None:
        for place, token in enumerate(clause.tokens[: phrase.low]):
            if token.kind == "name" and self.fits(token.ref, wanted) and clause.word(place + 1) not in ("'s", "’s"):
                return Voice(token.ref, words, wanted)
        for seen, voice in reversed(self.focus):
            if number - seen > (REACH if wanted in "po" else FAR):
                break
            if voice.entity is None:
                if wanted == "p" or (voice.gender in (wanted, "?") and number - seen <= CLOSE):
                    return voice.at(words, wanted)
            elif self.fits(voice.entity, wanted):
                return Voice(voice.entity, words, wanted)
        return None

    def fits(self, number: int, wanted: str) -> bool:
        """Whether a pronoun of that gender ("o" and "p": no person) can stand for an entity."""
        person = self.parties.persons[number]
        if wanted in "mf":
            return person and self.genders[number] in ("", wanted)
        return not person

    def _function(self, clause: Clause, number: int, phrase: Phrase, words: Range) -> Voice:
        """ "the senator" -> whoever bears the function; "the spokesman" -> the spokesman described before; "a senator"
        is nobody's name."""
        noun = clause.word(phrase.head).rstrip(".")
        first = clause.tokens[phrase.low]
        gender = self.saying.gendered.get(noun, "")
        plain = Voice(None, words, gender or self._human(noun, first.word), self._full(clause, phrase))
        if noun in self.saying.documents:
            return self._document(clause, number, phrase, noun, plain)
        if noun in self.saying.body_nouns:
            return self._body(clause, phrase, noun, plain)
        if noun not in self._role_words:
            return plain
        vague = first.kind == "word" and (first.word in self.saying.indefinite or first.word in self.saying.possessives)
        owned = any(clause.word(n) in POSSESSIVES for n in range(phrase.low, phrase.high))
        plural = noun.endswith("s") and noun[:-1] in self.saying.people_nouns
        told_apart = clause.word(phrase.high) in self.saying.relatives  # "the person who …" is nobody named before
        if told_apart or vague or owned or plural or first.word not in self.saying.definite:
            self.described.setdefault(noun, []).append(plain)
            return plain
        described = self.described.get(noun)
        if described and noun in self.saying.spokes:
            return described[-1].at(words)
        complement = self._complement(clause, phrase)
        bearer = self.parties.bearer(noun, gender, first.start, complement)
        if bearer is not None and not (
            described and described[-1].words.start > self.parties.last_named(bearer, first.start)
        ):
            return Voice(bearer, words, gender or self.genders[bearer])
        if described:
            return described[-1].at(words)
        return (None if complement else self._last_person(number, noun, gender, words)) or plain

    def _human(self, noun: str, first: str) -> str:
        """ "?" for a word for one person; "" for those who speak for somebody, whom "he" seldom is."""
        if first not in self.saying.definite and first not in self.saying.indefinite:
            return ""
        one = noun in self.saying.people_nouns and not noun.endswith("s") and noun not in self.saying.spokes
        return "?" if one and noun not in self.saying.body_nouns else ""

    def _full(self, clause: Clause, phrase: Phrase) -> Range | None:
        """Who is no entity and named by a surname alone: the full name that stands before."""
        token = clause.tokens[phrase.head]
        alone = token.upper and phrase.low == phrase.head and token.word not in self._role_words
        return self.parties.full_name(token.word, token.start) if alone else None

    def _complement(self, clause: Clause, phrase: Phrase) -> frozenset[str]:
        """Names and capitals behind a function: "the minister for [London]"."""
        end = phrase.high
        if clause.word(end) in self.saying.genitive:
            while end < phrase.high + GOVERNED and clause.kind(end) in ("word", "name"):
                end += 1
        behind = [clause.tokens[n] for n in range(phrase.head + 1, end)]
        return frozenset(word for token in behind if token.upper for word in token.word.split())

    def _last_person(self, number: int, noun: str, gender: str, words: Range) -> Voice | None:
        """ "the Texan lawmaker", for whom no function is known: the person whom the last sentences were about."""
        if noun in self.saying.spokes:
            return None
        for seen, voice in reversed(self.focus):
            if number - seen > CLOSE:
                return None
            if voice.entity is not None and self.parties.persons[voice.entity]:
                fits = not gender or self.genders[voice.entity] in ("", gender)
                return Voice(voice.entity, words, gender) if fits else None
        return None

    def _body(self, clause: Clause, phrase: Phrase, noun: str, plain: Voice) -> Voice:
        """ "the ministry" -> the organisation named last whose name has that word; "the company" -> the one last
        spoken of; "the government" -> "the British government" of before."""
        if phrase.high - phrase.low > 2 or clause.word(phrase.low) not in self.saying.definite:
            if clause.word(phrase.low) in self.saying.definite:
                self.described.setdefault(noun, []).append(plain)
            return plain
        before = clause.tokens[phrase.low].start
        named = sorted(
            (m.start, n)
            for n, entity in enumerate(self.entities)
            if entity.kind == "organisation"
            for m in entity.mentions
            if m.part == "text" and m.start < before
        )
        for _, n in reversed(named):
            if noun in self.entities[n].name.lower().split():
                return Voice(n, plain.words)
        if noun in self.saying.generic_bodies:
            for token in reversed(clause.tokens[: phrase.low]):
                if token.kind == "name" and self.entities[token.ref].kind == "organisation":
                    return Voice(token.ref, plain.words)
            for _, voice in reversed(self.focus):
                if voice.entity is not None and self.entities[voice.entity].kind == "organisation":
                    return Voice(voice.entity, plain.words)
        described = self.described.get(noun)
        return described[-1].at(plain.words) if described else plain

    def _document(self, clause: Clause, number: int, phrase: Phrase, noun: str, plain: Voice) -> Voice:
        """ "the statement" -> who issued it: named in the phrase, or when it was brought up; "a statement" is new."""
        first = clause.word(phrase.low)
        if first in self.saying.possessives:
            owner = Phrase(phrase.low, phrase.low + 1, phrase.low)
            return self._pronoun(clause, number, owner, self.saying.possessives[first], plain.words) or plain
        names = [token for token in clause.tokens[phrase.low : phrase.head] if token.kind == "name"]
        named = Voice(names[-1].ref, plain.words, self.genders[names[-1].ref]) if names else None
        issuer = named or self.issuer(clause, phrase.head) or self._national(clause, phrase, plain)
        if issuer is None and first not in self.saying.indefinite:
            issuer = self.issued.get(noun)
        return issuer.at(plain.words) if issuer else plain

    def _national(self, clause: Clause, phrase: Phrase, plain: Voice) -> Voice | None:
        """ "a [North Korean] statement": the place or body whose name the adjective begins with."""
        own = " ".join(token.word for token in clause.tokens[phrase.low : phrase.head] if token.upper)
        for n, entity in enumerate(self.entities):
            if own and not self.parties.persons[n] and own.startswith(entity.name.lower()) and len(entity.name) > 3:
                return Voice(n, plain.words)
        return None

    def issuer(self, clause: Clause, at: int) -> Voice | None:
        """Who is named right beside a document: "Kim's letter", "a report from the Senate's committee"."""
        owner = at - 2 if clause.word(at - 1) in POSSESSIVES and clause.kind(at - 2) == "name" else None
        for by in range(at + 1, at + 5):
            if clause.word(by) in self.saying.by or (clause.word(by) in self.saying.from_ and by < at + 3):
                behind = [n for n in range(by + 1, by + 5) if clause.kind(n) == "name"]
                owner = behind[-1] if behind else owner
                break
            if by > at + 1 and clause.kind(by) != "word":
                break
        if owner is None:
            return None
        token = clause.tokens[owner]
        return Voice(token.ref, Range(token.start, token.end), self.genders[token.ref])

    def issue(self, noun: str, voice: Voice) -> None:
        """Remember whose statement, letter or speech it is."""
        self.issued[noun] = voice
