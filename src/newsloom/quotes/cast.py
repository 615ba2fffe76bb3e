"""Who is meant: from the words that name a speaker to the report's own entity.

In: the report's entities, and phrases in order of place. A name leads to its entity; a function ("the senator") to the
entity that bears it; a pronoun to whoever was last spoken of and fits it. What fits nobody stays a description.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from newsloom.langs.shapes import Saying
from newsloom.quotes.clauses import POSSESSIVES, Clause, Phrase
from newsloom.records import Article, Entity, Range

REACH: Final = 9  # sentences back that "it" and "they" may reach
FAR: Final = 40  # sentences back that "he" and "she" may reach
NEAR: Final = 1000  # characters


class Voice(NamedTuple):
    """Somebody who speaks: the entity, where one is known, and the words that name the speaker here."""

    entity: int | None
    words: Range
    gender: str = ""


class Cast:
    """The people of one report, as its sentences bring them up. The state is real: whom a reader has in mind."""

    def __init__(
        self, article: Article, entities: tuple[Entity, ...], saying: Saying, role_words: frozenset[str]
    ) -> None:
        self.article, self.entities, self.saying = article, entities, saying
        self.focus: list[tuple[int, Voice]] = []  # (number of the clause, who was its subject), in order of place
        self.described: dict[str, list[Voice]] = {}  # "spokesman": the ones described and not named
        self.issued: dict[str, Voice] = {}  # "statement": whose it was when last brought up
        self._role_words = role_words
        self.functions = [self._functions(entity) for entity in entities]
        self.genders = [self._gender(number) for number in range(len(entities))]

    def _functions(self, entity: Entity) -> frozenset[str]:
        """Words of an entity's titles and roles, and the words right before its mentions."""
        words: list[str] = " ".join(entity.titles).lower().replace(".", "").split()
        for role in entity.roles:
            if not role.former:
                words += self.article.text_of(role.range).lower().replace(",", " ").split()
        for mention in entity.mentions:
            words += self._words_before(mention)
        return frozenset(words) & self._role_words

    def _words_before(self, mention: Range) -> list[str]:
        """Capitalised or known words that stand right before a name: "Green Party leader [Ann Lee]"."""
        whole = self.article.text if mention.part == "text" else self.article.headline
        before = whole[max(0, mention.start - 60) : mention.start].replace("\n", " . ")
        kept: list[str] = []
        for word in reversed(before.split()):
            bare = word.lower().rstrip(".")
            if word[-1] in ',;:!?"”' or (word.endswith(".") and len(word) > 5) or bare in self.saying.breaks:
                break
            kept.append(bare)
            if len(kept) == 4 or bare in self.saying.definite or bare in self.saying.prepositions:
                break
        return kept

    def _gender(self, number: int) -> str:
        entity = self.entities[number]
        if entity.gender or entity.kind != "person":
            return entity.gender
        return next((g for word, g in self.saying.gendered.items() if word in self.functions[number]), "")

    def meet(self, clause: int, voice: Voice) -> None:
        """Remember who a clause was about."""
        self.focus.append((clause, voice))

    def voice(self, clause: Clause, number: int, phrase: Phrase) -> Voice | None:
        """Whom a phrase names; None where it is a pronoun that fits nobody."""
        token = clause.tokens[phrase.head]
        words = Range(*clause.bounds(phrase))
        if token.kind == "name":
            return Voice(token.ref, words, self.genders[token.ref])
        if token.word in self.saying.pronouns:
            return self._pronoun(clause, number, phrase, self.saying.pronouns[token.word], words)
        return self._function(clause, number, phrase, words)

    def _pronoun(self, clause: Clause, number: int, phrase: Phrase, wanted: str, words: Range) -> Voice | None:
        for token in clause.tokens[: phrase.low]:
            if token.kind == "name" and self._fits(token.ref, wanted) and not self._owned(clause, token.start):
                return Voice(token.ref, words, wanted)
        for seen, voice in reversed(self.focus):
            if number - seen > (REACH if wanted in "po" else FAR):
                break
            if voice.entity is None:
                if wanted == "p" or (voice.gender == wanted and number - seen <= 3):
                    return Voice(None, voice.words, wanted)
                continue
            if self._fits(voice.entity, wanted):
                return Voice(voice.entity, words, wanted)
        return None

    def _owned(self, clause: Clause, start: int) -> bool:
        """Whether a name is a possessive, and so hardly whom "he" stands for when others are there."""
        after = self.article.text[start : start + 60]
        return (
            False
            if not after
            else any(
                clause.word(n + 1) in ("'s", "’s") for n, token in enumerate(clause.tokens) if token.start == start
            )
        )

    def _fits(self, number: int, wanted: str) -> bool:
        entity = self.entities[number]
        if wanted in "mf":
            return entity.kind == "person" and self.genders[number] in ("", wanted)
        return entity.kind != "person"

    def _function(self, clause: Clause, number: int, phrase: Phrase, words: Range) -> Voice:
        """ "the senator" -> whoever bears the function; "the spokesman" -> the spokesman described before; "a senator"
        is nobody's name."""
        noun = clause.word(phrase.head).rstrip(".")
        first = clause.tokens[phrase.low]
        gender = self.saying.gendered.get(noun, "")
        plain = Voice(None, words, gender)
        if noun in self.saying.documents:
            return self._document(clause, phrase, noun, plain)
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
            return described[-1]
        bearer = self._bearer(noun, gender, first.start)
        if bearer is not None and not (described and described[-1].words.start > self._last_named(bearer, first.start)):
            return Voice(bearer, words, gender or self.genders[bearer])
        if described:
            return described[-1]
        return self._last_person(number, noun, gender, words) or plain

    def _bearer(self, noun: str, gender: str, before: int) -> int | None:
        """The person who bears a function, named before; of several, the one most spoken of."""
        same = frozenset({noun}).union(*(roles for roles in self.saying.same_role if noun in roles))
        bearers = [
            n
            for n, entity in enumerate(self.entities)
            if entity.kind == "person"
            and self.functions[n] & same
            and (not gender or self.genders[n] in ("", gender))
            and self._last_named(n, before) >= 0
        ]
        exact = [n for n in bearers if noun in self.functions[n]]
        return max(exact or bearers, key=lambda n: (self._weight(n, before), -n), default=None)

    def _weight(self, number: int, before: int) -> int:
        """How much a reader has somebody in mind: mentions so far, the last thousand characters counting thrice."""
        places = [m.start for m in self.entities[number].mentions if m.part == "text" and m.start < before]
        return len(places) + 2 * sum(before - place < NEAR for place in places)

    def _last_named(self, number: int, before: int) -> int:
        places = [0 if m.part == "headline" else m.start for m in self.entities[number].mentions]
        return max((place for place in places if place < before or not place), default=-1)

    def _last_person(self, number: int, noun: str, gender: str, words: Range) -> Voice | None:
        """ "the Texan lawmaker", for whom no function is known: the person whom the last sentences were about."""
        if noun in self.saying.spokes:
            return None
        for seen, voice in reversed(self.focus):
            if number - seen > 3:
                return None
            if voice.entity is not None and self.entities[voice.entity].kind == "person":
                fits = not gender or self.genders[voice.entity] in ("", gender)
                return Voice(voice.entity, words, gender) if fits else None
        return None

    def _body(self, clause: Clause, phrase: Phrase, noun: str, plain: Voice) -> Voice:
        """ "the ministry" -> the organisation named last whose name has that word; "the company" -> the one last
        spoken of."""
        if phrase.high - phrase.low > 2 or clause.word(phrase.low) not in self.saying.definite:
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
        return plain

    def _document(self, clause: Clause, phrase: Phrase, noun: str, plain: Voice) -> Voice:
        """ "the statement" -> who issued it: named in the phrase, or when it was brought up."""
        names = [token for token in clause.tokens[phrase.low : phrase.head] if token.kind == "name"]
        named = Voice(names[-1].ref, plain.words, self.genders[names[-1].ref]) if names else None
        issuer = named or self.issuer(clause, phrase.head) or self.issued.get(noun)
        return Voice(issuer.entity, issuer.words, issuer.gender) if issuer else plain

    def issuer(self, clause: Clause, at: int) -> Voice | None:
        """Who is named right beside a document: "Kim's letter", "a report from the Senate's committee"."""
        owner = at - 2 if clause.word(at - 1) in POSSESSIVES and clause.kind(at - 2) == "name" else None
        for by in range(at + 1, at + 3):
            if clause.word(by) in self.saying.by or clause.word(by) in self.saying.from_:
                behind = [n for n in range(by + 1, by + 5) if clause.kind(n) == "name"]
                owner = behind[-1] if behind else owner
                break
        if owner is None:
            return None
        token = clause.tokens[owner]
        return Voice(token.ref, Range(token.start, token.end), self.genders[token.ref])

    def issue(self, noun: str, voice: Voice) -> None:
        """Remember whose statement, letter or speech it is."""
        self.issued[noun] = voice
