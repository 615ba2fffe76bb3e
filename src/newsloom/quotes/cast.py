"""Who is meant: from the words that name a speaker to the report's own entity.

In: the report's entities, and phrases in order of place. A name leads to its entity; a function ("the senator") to the
entity that bears it; a pronoun to whoever was last spoken of and fits it. What fits nobody stays a description.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from newsloom.langs.shapes import Saying
from newsloom.quotes.clauses import Clause, Phrase
from newsloom.records import Article, Entity, Range

REACH: Final = 9  # sentences back that a pronoun may reach


class Voice(NamedTuple):
    """Somebody who speaks: the entity, where one is known, and the words that name the speaker here."""

    entity: int | None
    words: Range
    gender: str = ""


class Cast:
    """The people of one report, as its sentences bring them up. The state is real: whom a reader has in mind."""

    def __init__(self, article: Article, entities: tuple[Entity, ...], saying: Saying) -> None:
        self.article, self.entities, self.saying = article, entities, saying
        self.focus: list[tuple[int, Voice]] = []  # (number of the clause, who was its subject), in order of place
        self.bodies: list[Voice] = []
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

    @property
    def _role_words(self) -> frozenset[str]:
        return frozenset().union(*self.saying.same_role) | self.saying.people_nouns | frozenset(self.saying.gendered)

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
            if len(kept) == 4 or bare in self.saying.definite | self.saying.prepositions:
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
        gender = self.saying.gendered.get(token.word, "")
        found = self._function(clause, number, phrase, token.word, gender)
        return Voice(found, words, gender or (self.genders[found] if found is not None else ""))

    def _pronoun(self, clause: Clause, number: int, phrase: Phrase, wanted: str, words: Range) -> Voice | None:
        for token in clause.tokens[: phrase.low]:
            if token.kind == "name" and self._fits(token.ref, wanted) and not self._owned(clause, token.start):
                return Voice(token.ref, words, wanted)
        best: Voice | None = None
        for seen, voice in reversed(self.focus):
            if number - seen > REACH and best is None and wanted in "po":
                break
            if voice.entity is None:
                if wanted == "p" or (voice.gender == wanted and number - seen <= 3):
                    return Voice(None, voice.words, wanted)
                continue
            if self._fits(voice.entity, wanted):
                return Voice(voice.entity, words, wanted)
        return best

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

    def _function(self, clause: Clause, number: int, phrase: Phrase, word: str, gender: str) -> int | None:
        """ "the senator" -> whoever bears the function and was named last; "a senator" is nobody's name."""
        first = clause.tokens[phrase.low]
        possessive = any(clause.word(n) in ("'s", "’s") for n in range(phrase.low, phrase.high))
        if (first.kind == "word" and first.word in self.saying.indefinite) or first.word in self.saying.possessives:
            return None
        bare = word.rstrip(".")
        if bare in self.saying.body_nouns:
            return self._body(clause, phrase, bare, first.start)
        if possessive or (bare.endswith("s") and bare[:-1] in self.saying.people_nouns):
            return None
        roles = frozenset({bare}).union(*(same for same in self.saying.same_role if bare in same))
        before = [
            (m.start, n)
            for n, entity in enumerate(self.entities)
            if entity.kind == "person" and self.functions[n] & roles and (not gender or self.genders[n] in ("", gender))
            for m in entity.mentions
            if m.part == "headline" or m.start < first.start
        ]
        exact = [(at, n) for at, n in before if bare in self.functions[n]]
        named = max(exact or before, default=None)
        if named is not None:
            return named[1]
        if first.word in self.saying.definite and bare in self.saying.people_nouns:
            for seen, voice in reversed(self.focus):
                if voice.entity is not None and self.entities[voice.entity].kind == "person" and number - seen <= 4:
                    return voice.entity if not gender or self.genders[voice.entity] in ("", gender) else None
        return None

    def _body(self, clause: Clause, phrase: Phrase, noun: str, before: int) -> int | None:
        """ "the ministry" -> the organisation named last whose name has that word, else the last organisation."""
        if phrase.high - phrase.low > 2:
            return None
        named = [
            (m.start, n)
            for n, entity in enumerate(self.entities)
            if entity.kind == "organisation"
            for m in entity.mentions
            if m.part == "text" and m.start < before
        ]
        with_noun = [(at, n) for at, n in named if noun in self.entities[n].name.lower().split()]
        return max(with_noun, default=(0, None))[1]
