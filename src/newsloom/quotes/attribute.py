"""Who speaks each quoted string.

In: clauses with their frames. Out: one `Attribution` for each quoted string, in order. The rules, first that holds:
a verb of saying that touches the quote; the nearest such verb before it in the sentence, else after it; "according
to"; words of speech ("in Kim's letter"); the sentence's subject; and for a quote that is a sentence by itself, whoever
was introduced by a colon or spoke last. What no rule reaches stays without a speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from newsloom.quotes.cast import Cast, Voice
from newsloom.quotes.clauses import Clause, Phrase
from newsloom.quotes.cues import NEAR, frame_for, relays
from newsloom.quotes.frames import Frame, find_frames, names_somebody
from newsloom.quotes.grammar import DASHES, Grammar
from newsloom.quotes.indirect import occasion_of
from newsloom.quotes.marks import Marked
from newsloom.records import Range

NAMED = 3  # tokens of a name that a quoted string goes on from
SIGNED = 4  # words of a signature in quotation marks
LINGERS = 6  # sentences for which whoever spoke last is still in mind


@dataclass(frozen=True, slots=True)
class Attribution:
    """`how` names the rule that gave the speaker; "" where none did."""

    voice: Voice | None = None
    cue: tuple[int, int] | None = None
    how: str = ""
    utterance: int = 0
    frame: Frame | None = None
    clause: int = -1
    frame_clause: int = -1  # number of the clause that holds `frame`


class Attributor:
    """Walks a report's clauses in order; whom the reader has in mind at each place is its state."""

    def __init__(
        self,
        clauses: Sequence[Clause],
        marked: Sequence[Marked],
        cast: Cast,
        grammar: Grammar,
        is_spoken: Callable[[Marked, Attribution], bool],
    ) -> None:
        self.clauses, self.marked, self.cast, self.grammar = clauses, marked, cast, grammar
        self.is_spoken = is_spoken
        self.frames = [find_frames(clause, grammar) for clause in clauses]
        self.voices: dict[tuple[int, Phrase], Voice | None] = {}
        self.found: dict[int, Attribution] = {}
        self.utterance = 0
        self.spoken: set[int] = set()  # quoted strings that count as quotes
        self.signatures: set[int] = set()  # quoted strings that sign the one before
        self.last: int | None = None  # the quoted string before, where it has a speaker

    def run(self) -> dict[int, Attribution]:
        """Attributions by number of the quoted string."""
        for number, clause in enumerate(self.clauses):
            for frame in self.frames[number]:
                if frame.subject:
                    self.voice(number, frame.subject)
            for place, token in enumerate(clause.tokens):
                if token.kind == "quote":
                    one = self.found[token.ref] = self._attribute(number, place)
                    if token.ref not in self.signatures and self.is_spoken(self.marked[token.ref], one):
                        self.spoken.add(token.ref)
                        self.last = token.ref
            self._remember(number)
        return self.found

    def voice(self, number: int, phrase: Phrase) -> Voice | None:
        key = number, phrase
        if key not in self.voices:
            self.voices[key] = (
                self._they(number, phrase)
                or self._written(number, phrase)
                or self.cast.voice(self.clauses[number], number, phrase)
            )
        return self.voices[key]

    def _they(self, number: int, phrase: Phrase) -> Voice | None:
        """ "they" in a sentence about people who are not named: "His family issued a statement in which they say …"."""
        clause, saying = self.clauses[number], self.grammar.saying
        if saying.pronouns.get(clause.word(phrase.head)) != "p":
            return None
        subject = self.grammar.main(clause, phrase.low)
        described = subject is not None and clause.word(subject.head) in saying.people_nouns
        return self.voice(number, subject) if subject and described else None

    def _written(self, number: int, phrase: Phrase) -> Voice | None:
        """ "a statement" that somebody issues in this very sentence."""
        clause = self.clauses[number]
        if clause.word(phrase.head) not in self.grammar.saying.documents or clause.kind(phrase.head) != "word":
            return None
        author = self._author(number, phrase.head)
        return author.at(Range(*clause.bounds(phrase))) if author else None

    def _remember(self, number: int) -> None:
        """Who this clause leaves in the reader's mind: its names in reverse, who speaks in a relative clause, its
        subject, then its speakers."""
        clause = self.clauses[number]
        for token in reversed(clause.tokens):
            if token.kind == "name":
                self.cast.meet(number, Voice(token.ref, Range(token.start, token.end), self.cast.genders[token.ref]))
        owner = self.grammar.owner(clause)
        subject = self.grammar.main(clause, len(clause.tokens))
        spoke = [frame for frame in reversed(self.frames[number]) if frame.subject]
        aside = [self.grammar.is_relative(clause, frame.subject, frame.first) for frame in spoke if frame.subject]
        phrases = [frame.subject for frame, hung in zip(spoke, aside, strict=True) if frame.subject and hung]
        phrases += [subject] if subject else []
        phrases += [owner] if owner and not (subject and subject.low <= owner.low) else []
        phrases += [frame.subject for frame, hung in zip(spoke, aside, strict=True) if frame.subject and not hung]
        for phrase in phrases:
            if voice := self.voice(number, phrase):
                self.cast.meet(number, voice)
                self.cast.speak_of(number, voice)
        self._remember_documents(number)

    def _remember_documents(self, number: int) -> None:
        """Whose statement it is: "Kim said in a statement", "Kim's letter", "a report from Kim", "Kim reported"."""
        clause, saying = self.clauses[number], self.grammar.saying
        for frame in self.frames[number]:
            voice = self.voice(number, frame.subject) if frame.subject else None
            if voice is None or frame.sort != "say" or not frame.subject:
                continue
            occasion = occasion_of(clause, frame, self.grammar)
            noun = clause.word(occasion.head) if occasion else ""
            if noun in saying.documents and clause.word(frame.subject.head) not in saying.documents:
                self.cast.issue(noun, voice)
            if relays(clause, frame, self.grammar) and clause.tokens[frame.subject.head].kind == "name":
                self.cast.issue(saying.report, voice)
        for at, token in enumerate(clause.tokens):
            if token.kind == "word" and token.word in saying.documents:
                owner = self.cast.issuer(clause, at) or self._author(number, at)
                if owner is not None:
                    self.cast.issue(token.word, owner)

    def _author(self, number: int, at: int) -> Voice | None:
        """ "[Kim] released a letter": the subject of what one does with a document of one's own."""
        clause, saying = self.clauses[number], self.grammar.saying
        for verb in range(at - 1, max(at - NEAR, 0), -1):
            if clause.kind(verb) == "quote" or clause.word(verb) in saying.prepositions:
                return None
            if clause.word(verb) in saying.issuing and not clause.word(verb).endswith("ing"):
                subject = self.grammar.before(clause, verb)
                passive = clause.word(verb - 1) in saying.be
                return self.voice(number, subject) if subject and not passive else None
        return None

    def _attribute(self, number: int, place: int) -> Attribution:
        clause = self.clauses[number]
        if found := self._labelled(number, place) or self._unclosed(number, place):
            return self._joined(number, place, found)
        frame, how = frame_for(clause, self.frames[number], place, self.grammar)
        if frame and frame.subject is None and frame.passive and how == "before" and place - frame.last <= NEAR:
            return self._joined(number, place, Attribution(None, _cue(clause, frame), "unnamed", frame=frame))
        opens = all(token.kind in ("quote", "mark") for token in clause.tokens[:place])
        if how != "after" and (opens or frame is None) and (found := self._next_to(number, place)):
            return self._joined(number, place, found)
        if frame and frame.subject and how == "after" and (voice := self._who_goes_on(number, place, frame.subject)):
            return self._joined(number, place, Attribution(voice, _cue(clause, frame), how, frame=frame, clause=number))
        if frame and frame.subject and (voice := self.voice(number, frame.subject)):
            return self._joined(number, place, Attribution(voice, _cue(clause, frame), how, frame=frame, clause=number))
        alone = not any(token.kind in ("word", "name") for token in clause.tokens)
        for rule in (
            self._signed,
            self._introduced if alone else self._of_speech,
            self._continued if alone else self._subject,
        ):
            if found := rule(number, place):
                return self._joined(number, place, found)
        return self._joined(number, place, Attribution())

    def _who_goes_on(self, number: int, place: int, subject: Phrase) -> Voice | None:
        """`Kim "went too far," he said`: Kim is of what is said, and "he" is whoever spoke before."""
        clause, saying = self.clauses[number], self.grammar.saying
        wanted = saying.pronouns.get(clause.word(subject.head), "")
        previous = self.found.get(self.last) if self.last is not None else None
        named = 0 < place <= NAMED and clause.kind(place - 1) == "name"
        if not (named and wanted in ("m", "f") and previous and previous.voice and number - previous.clause <= LINGERS):
            return None
        fits = previous.voice.entity is None or self.cast.fits(previous.voice.entity, wanted)
        return previous.voice.at(Range(*clause.bounds(subject))) if fits else None

    def _labelled(self, number: int, place: int) -> Attribution | None:
        """`Secretary Ann Lee: "…"`, at the start of a line or a sentence."""
        clause = self.clauses[number]
        if clause.word(place - 1) not in (":", *DASHES) or not (phrase := self.grammar.left(clause, place - 2)):
            return None
        if not self._is_label(clause, phrase, place):
            return None
        voice = self.voice(number, phrase)
        return Attribution(voice, None, "before", clause=number) if voice else None

    def _is_label(self, clause: Clause, phrase: Phrase, place: int) -> bool:
        """Whether a phrase before a colon is all there is of a sentence, or all of it has capitals."""
        before = clause.tokens[: phrase.low]
        if clause.kind(phrase.head) != "name":
            lone = not before and clause.word(place - 1) == ":" and clause.kind(phrase.head) == "word"
            told = clause.word(phrase.low) in self.grammar.determiners
            return lone and (told or names_somebody(clause, phrase, self.grammar))
        if not before or before[-1].kind in ("mark", "quote"):
            return True
        small = self.grammar.saying.prepositions | self.grammar.determiners | self.grammar.saying.conjunctions
        return all(token.upper or token.kind == "mark" or token.word in small for token in before)

    def _unclosed(self, number: int, place: int) -> Attribution | None:
        """The paragraph before ended without a closing mark: the same speaker goes on."""
        previous = self.found.get(self.last) if self.last is not None else None
        if place > 0 or previous is None or self.last is None or self.marked[self.last].closed:
            return None
        return Attribution(previous.voice, previous.cue, "continued", clause=number) if previous.voice else None

    def _next_to(self, number: int, place: int) -> Attribution | None:
        """A name right behind a quote that ends in a comma: its verb is one that we don't know."""
        clause, at = self.clauses[number], place + 1
        if not self._open_ended(clause.tokens[place].ref):
            return None
        phrase = self.grammar.right(clause, at)
        if phrase is None or phrase.low != at or not self.grammar.is_voice(clause, phrase):
            return None
        if (
            clause.word(phrase.high) in self.grammar.saying.prepositions
            or clause.word(phrase.head) in self.grammar.saying.documents
        ):
            return None
        voice = self.voice(number, phrase)
        return Attribution(voice, None, "after", clause=number) if voice else None

    def _open_ended(self, ref: int) -> bool:
        """Whether a quoted string ends in a comma, a question or an exclamation: the sentence may go on."""
        mark = self.marked[ref]
        return self.cast.article.text[max(mark.start, mark.end - 4) : mark.end].rstrip("\"”’'» ")[-1:] in (
            ",",
            "?",
            "!",
        )

    def _signed(self, number: int, place: int) -> Attribution | None:
        """`"…" — Kim`: a dash and a name behind a quote."""
        clause = self.clauses[number]
        at, target = place + 1, number
        if at >= len(clause.tokens) and number + 1 < len(self.clauses):
            clause, at, target = self.clauses[number + 1], 0, number + 1
        if clause.word(at) not in DASHES:
            return None
        while clause.word(at) in DASHES:
            at += 1
        if clause.kind(at) == "quote" and at + 1 >= len(clause.tokens):
            return self._signature(clause.tokens[at].ref, number)
        phrase = self.grammar.right(clause, at)
        if phrase and clause.kind(phrase.head) == "name":
            voice = self.voice(target, phrase)
            return Attribution(voice, None, "signed", clause=number) if voice else None
        return None

    def _signature(self, ref: int, number: int) -> Attribution | None:
        """`"…" — "Ann"`: a name in quotation marks of its own."""
        mark = self.marked[ref]
        inner = self.cast.article.text[mark.start + 1 : mark.end - 1]
        words = inner.split()
        if not words or len(words) > SIGNED or not all(word[0].isupper() for word in words):
            return None
        self.signatures.add(ref)
        return Attribution(Voice(None, Range(mark.start + 1, mark.end - 1)), None, "signed", clause=number)

    def _of_speech(self, number: int, place: int) -> Attribution | None:
        """ "in Kim's letter", "his tweet": a possessive before a word of speech."""
        clause, saying = self.clauses[number], self.grammar.saying
        for at in range(place - 1, -1, -1):
            if clause.word(at) not in saying.speech_nouns or clause.kind(at) != "word":
                continue
            for back in range(at - 1, max(at - 5, -1), -1):
                if clause.word(back) in ("'s", "’s") and clause.kind(back - 1) == "name":
                    phrase = Phrase(back - 1, back, back - 1)
                elif clause.word(back) in saying.possessives:
                    voice = self._possessor(number, back)
                    return Attribution(voice, None, "speech", clause=number) if voice else None
                else:
                    continue
                voice = self.voice(number, phrase)
                return Attribution(voice, None, "speech", clause=number) if voice else None
        return None

    def speaker(self, number: int, phrase: Phrase) -> Voice | None:
        """Whom a phrase names, also by a possessive: "[his] decision"."""
        owned = self.clauses[number].word(phrase.head) in self.grammar.saying.possessives
        return self._possessor(number, phrase.head) if owned else self.voice(number, phrase)

    def _possessor(self, number: int, at: int) -> Voice | None:
        clause = self.clauses[number]
        wanted = self.grammar.saying.possessives[clause.word(at)]
        token = clause.tokens[at]
        return self.cast._pronoun(clause, number, Phrase(at, at + 1, at), wanted, Range(token.start, token.end))

    def _subject(self, number: int, place: int) -> Attribution | None:
        """The sentence's subject, before the quote."""
        clause = self.clauses[number]
        phrase = self.grammar.nearest(clause, place)
        if phrase is None or self._is_setting(clause, phrase):
            return None
        voice = self.voice(number, phrase)
        return Attribution(voice, None, "subject", clause=number) if voice else None

    def _is_setting(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether a phrase only says where or of what: "the joke in [Utah]"."""
        hangs = clause.word(phrase.low - 1) in self.grammar.saying.prepositions
        return hangs and clause.kind(phrase.head) == "name" and not clause.tokens[phrase.head].person

    def _introduced(self, number: int, place: int) -> Attribution | None:
        """The sentence before ends in a colon: its speaker, else its subject."""
        if number == 0 or self.clauses[number - 1].tokens[-1].word != ":":
            return None
        earlier = self.clauses[number - 1]
        said = [f for f in self.frames[number - 1] if f.subject and f.sort in ("say", "according", "judge")]
        for frame in reversed(said):
            if frame.subject and (voice := self.voice(number - 1, frame.subject)):
                return Attribution(voice, _cue(earlier, frame), "introduced", frame=frame, clause=number - 1)
        phrase = self.grammar.main(earlier, len(earlier.tokens))
        voice = self.voice(number - 1, phrase) if phrase else None
        return Attribution(voice, None, "introduced", clause=number - 1) if voice else None

    def _continued(self, number: int, place: int) -> Attribution | None:
        """A quote that is a sentence by itself: whoever spoke right before, or whom the sentence before is about."""
        previous = self.found.get(self.last) if self.last is not None else None
        if previous and previous.voice and number - previous.clause <= 1:
            return Attribution(previous.voice, previous.cue, "continued", clause=number)
        if number == 0:
            return (
                Attribution(previous.voice, None, "continued", clause=number) if previous and previous.voice else None
            )
        said = [f for f in self.frames[number - 1] if f.subject and f.sort != "wish"]
        for frame in reversed(said):
            if frame.subject and (voice := self.voice(number - 1, frame.subject)):
                return Attribution(voice, None, "spoke before", clause=number)
        phrase = self.grammar.main(self.clauses[number - 1], len(self.clauses[number - 1].tokens))
        voice = self.voice(number - 1, phrase) if phrase else None
        person = voice is not None and voice.entity is not None and self.cast.entities[voice.entity].kind == "person"
        if voice and (person or not (previous and previous.voice and number - previous.clause <= LINGERS)):
            return Attribution(voice, None, "subject before", clause=number)
        return Attribution(previous.voice, None, "continued", clause=number) if previous and previous.voice else None

    def _joined(self, number: int, place: int, found: Attribution) -> Attribution:
        """The same utterance as the quote before, where this one goes on with it."""
        previous = self.found.get(self.last) if self.last is not None else None
        same = (
            previous is not None
            and previous.voice is not None
            and found.voice is not None
            and previous.voice.is_same(found.voice)
        )
        goes_on = same and previous is not None and (found.how == "continued" or previous.clause == number)
        if goes_on and previous is not None and self.last is not None and self.marked[self.last].closed:
            goes_on = self.clauses[number].paragraph == self.clauses[max(previous.clause, 0)].paragraph
        if not goes_on:
            self.utterance += 1
        return replace(found, utterance=self.utterance, clause=number, frame_clause=found.clause)


def _cue(clause: Clause, frame: Frame) -> tuple[int, int]:
    return clause.tokens[frame.first].start, clause.tokens[frame.last].end
