"""Which sentences of a report can stand by themselves, and how they are cut and made clear for that.

In: a report, one of its sentences, who its entities are. Out: the sentence's pieces (words of the report and marked
insertions), or None where it leans on what a reader would not see: an open pronoun or date, a dangling quotation, the
writer's own "we", a question. No word is ever changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes.standing import Standing
from newsloom.pages.dated import counts_from, date_insert
from newsloom.pages.opinion import in_first_person
from newsloom.pages.quoted import is_balanced, outside_quotes, quoted_share
from newsloom.records import Entity, EntityId, Insert, Person, Range, Report, Words
from newsloom.text.datelines import after_dateline
from newsloom.text.tokens import WORD

FEWEST_WORDS, MOST_WORDS = 7, 54
LONGEST = 560  # characters that one citation may have
OPENS_CLAUSE = re.compile(r"\A\w*\s*\Z|[,”\"]\s*\Z")  # "He", "But he", "In her view", "In April, he", "“No,” she said"
MOST_INSERTS = 4
FARTHEST_NAME = 2  # sentences up to the one that names whom a pronoun stands for
LABEL = 8  # words of a line that may be a label: it must have a verb that is known
MOSTLY_QUOTED = 0.85
NEAR = 8  # words from the beginning among which "also" links a sentence to the one before
OPENING_PHRASE = re.compile(r"\A([^,“”\"]{3,60}), (\w+)")
ENDS = re.compile(r"[.!…][\"”’')\]]*\Z|[\"”]\Z")
CAPTION = (
    r"\bfile photo\b|\b(?:U\.S\.|UK), [A-Z][a-z]+\.? \d{1,2}, \d{4}\.\Z"  # "… in Washington, U.S., September 4, 2018."
)
TORN = r"\A[A-Z]\.[,)]"  # "Y., called for …": a sentence that was split inside "N.Y."
REFUSED = re.compile(
    rf"{CAPTION}|{TORN}|" r"https?://|www\.|pic\.twitter|@\w|\bt\.co/|[|•►▶{}<>]|\.\.\.\Z|…\Z|\?[\"”’']?\Z|^\W*\?"
)


@dataclass(frozen=True, slots=True)
class Speakers:
    """What a report's words stand for: pronouns and mentions with their entities, in order of place."""

    pronouns: Mapping[Range, Entity]
    mentions: Sequence[tuple[Range, Entity]]
    names: Mapping[EntityId, Person]


def speakers_of(report: Report, names: Mapping[EntityId, Person]) -> Speakers:
    """The pronouns and mentions of a report's persons."""
    entities = report.analysis.entities
    pronouns = {place: entity for entity in entities for place in entity.pronouns}
    named = [(place, entity) for entity in entities for place in entity.mentions if place.part == "text"]
    mentions = sorted(named, key=lambda mention: mention[0])
    return Speakers(pronouns, mentions, names)


def stand_alone(report: Report, sentence: Range, speakers: Speakers) -> tuple[Words | Insert, ...] | None:
    """The sentence made to stand by itself, or None.

    "He added on Thursday: …" -> "He", [Ann Lee], " added on Thursday", [31 May 2018], ": …"
    """
    language = LANGUAGES.get(report.article.language)
    rules = language.standing if language else None
    stretches = cut(report, sentence, rules)
    text = " ".join(report.article.text_of(stretch) for stretch in stretches)
    if not stretches or not _reads_well(text, rules) or not ENDS.search(report.article.text_of(sentence)):
        return None
    inserts = _inserts(report, sentence, stretches, speakers, rules)
    if inserts is None or len(inserts) > MOST_INSERTS:
        return None
    return _pieces(report, stretches, inserts)


def cut(report: Report, sentence: Range, rules: Standing | None) -> tuple[Range, ...]:
    """What of a sentence is shown: no dateline, no opening connective, no boilerplate; where long, no last clause."""
    text = report.article.text
    end = sentence.end
    start = _after_connective(text, after_dateline(text, sentence.start, end), end, rules)
    end = _before_last_clauses(text, start, end, rules)
    return _without(text, start, end, report.analysis.boilerplate)


def _after_connective(text: str, start: int, end: int, rules: Standing | None) -> int:
    """Past "But" or "Meanwhile," where a capital follows, so that what is left reads as a sentence."""
    low = text[start : start + 40].lower()
    for word in rules.connectives if rules else ():
        rest = start + len(word) + 1
        if low.startswith(word + " ") and rest < end and text[rest].isupper():
            return rest
    return start


def _before_last_clauses(text: str, start: int, end: int, rules: Standing | None) -> int:
    """The end of the sentence, or of its last clause but one where it is too long: only at ", which", ", while" …"""
    while rules and len(WORD.findall(text[start:end])) > MOST_WORDS:
        commas = [
            place.start()
            for place in re.finditer(rf",[”\"’]? (?:{'|'.join(rules.relatives)})\b", text[start:end])
            if len(WORD.findall(text[start : start + place.start()])) >= FEWEST_WORDS
        ]
        if not commas or not is_balanced(text[start : start + commas[-1]]):
            break
        end = start + commas[-1]
    return end


def _without(text: str, start: int, end: int, boilerplate: Iterable[Range]) -> tuple[Range, ...]:
    """The stretches between boilerplate, blanks at their ends left out."""
    edges = [start]
    for blank in boilerplate:
        if blank.start < end and start < blank.end:
            edges += [max(start, blank.start), min(end, blank.end)]
    edges.append(end)
    found = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            found.append(Range(left, right))
    return tuple(found)


def _reads_well(text: str, rules: Standing | None) -> bool:
    words = WORD.findall(text)
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or len(text) > LONGEST or REFUSED.search(text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"'‘$£€") or not is_balanced(text):
        return False
    if sum(word.isupper() and len(word) > 1 for word in words) > len(words) / 2 or quoted_share(text) > MOSTLY_QUOTED:
        return False
    if sum(word[0].isupper() for word in words) > 0.7 * len(words) or text.rstrip().endswith(":"):
        return False
    if rules is None:
        return True
    own = [word.lower().replace("’", "'") for word in WORD.findall(outside_quotes(text))]
    if in_first_person(text, rules) or _leans(text, rules):
        return False
    return len(words) > LABEL or bool(rules.verbs.intersection(own)) or any(word.endswith("ed") for word in own)


def _leans(text: str, rules: Standing) -> bool:
    """Whether a sentence points at what stood before it: "Then she …", "However, the talks …", "…, however, failed"."""
    low = text.lstrip("“\"'‘ ").lower().replace("’", "'")
    tokens = WORD.findall(outside_quotes(low))
    if not rules.linking.isdisjoint(tokens[:NEAR]) or _dangles(tokens, rules) or _opens_on_a_thing(text, rules):
        return True
    marked = [word for word in rules.connectives if word.endswith(",")]
    if any(low.startswith(word + " ") or f", {word} " in low for word in marked):
        return True
    for word in rules.connectives:
        low = low.removeprefix(word + " ")
    return any(
        low.startswith(opener) and not low[len(opener) : len(opener) + 1].isalpha()
        for opener in rules.leaning
        if opener not in rules.persons
    )


def _dangles(tokens: Sequence[str], rules: Standing) -> bool:
    """Whether a sentence is about what the one before told: "The move came", "levelled that accusation"; not "The
    decision to stay came"."""
    for n, (pointer, thing, after) in enumerate(zip(tokens, tokens[1:], [*tokens[2:], ""], strict=False)):
        opens = n == 0 and pointer in rules.definite and after not in rules.completing
        if thing in rules.dangling and (opens or pointer in rules.demonstrative):
            return True
    return False


def _opens_on_a_thing(text: str, rules: Standing) -> bool:
    """Whether the clause behind an opening phrase begins with what nobody has named: "In a tweet, it said"."""
    found = OPENING_PHRASE.match(text)
    named = found and any(word[0].isupper() for word in WORD.findall(found[1])[1:])
    return found is not None and not named and found[2].lower() in rules.things | rules.plurals


def is_bare(text: str, rules: Standing) -> bool:
    """Whether a sentence begins with a thing that only the one before it names: "The devices were found there." """
    words = WORD.findall(text[:80])[:3]
    return (
        len(words) == 3
        and words[0].lower() in rules.definite
        and words[1].islower()
        and (words[2].lower() in rules.verbs or words[2].endswith("ed"))
    )


def _inserts(
    report: Report, sentence: Range, stretches: tuple[Range, ...], speakers: Speakers, rules: Standing | None
) -> dict[int, Insert] | None:
    """Insertions by the place behind which they stand; None where something cannot be made clear."""
    inserts: dict[int, Insert] = {}
    for place in _pronoun_places(report, stretches, speakers, rules):
        found = _who(report, sentence, place, speakers)
        if found is None:
            return None
        if isinstance(found, Insert):
            inserts[_behind(report, place)] = found
    told = False  # whether the sentence has named a day
    for timex in report.analysis.dates:
        if any(stretch.covers(timex.range) for stretch in stretches):
            dated = date_insert(report.article, timex, rules)
            if dated is None and not (told and rules and counts_from(report.article, timex, rules)):
                return None
            told = told or timex.type in ("DATE", "TIME")
            if isinstance(dated, Insert) and dated.text not in {insert.text for insert in inserts.values()}:
                inserts[_behind(report, timex.range)] = dated
    return inserts


def _behind(report: Report, place: Range) -> int:
    """Where an insertion stands: behind the word, its possessive included, so that "Friday’s" stays whole."""
    ending = report.article.text[place.end : place.end + 2]
    return place.end + len(ending) if ending in ("'s", "’s") else place.end


def _pronoun_places(
    report: Report, stretches: tuple[Range, ...], speakers: Speakers, rules: Standing | None
) -> list[Range]:
    """Pronouns in these stretches: those that the analysis resolved, and those that it left open."""
    places = [place for place in speakers.pronouns if any(stretch.covers(place) for stretch in stretches)]
    persons = rules.persons if rules else frozenset()
    for stretch in stretches:
        for word in WORD.finditer(report.article.text, stretch.start, stretch.end):
            place = Range(*word.span())
            if word.group().lower() in persons and place not in speakers.pronouns:
                places.append(place)
    return sorted(places)


def _who(report: Report, sentence: Range, place: Range, speakers: Speakers) -> Insert | bool | None:
    """Whom a pronoun stands for: an insertion; True where its own sentence says so; None where nobody knows."""
    entity = speakers.pronouns.get(place)
    before = [e for there, e in speakers.mentions if sentence.covers(there) and there.start < place.start]
    if entity is None:
        return True if any(e.kind == "person" for e in before) else None
    if entity in before or _is_named_after(entity, sentence, place, speakers):
        return True
    for there, other in speakers.pronouns.items():
        if other is entity and sentence.covers(there) and there.start < place.start:
            return True
    if any(e.kind == "person" for e in before):
        return None
    titled = " " in report.article.text_of(place)  # "the president": fewer are called so than "he"
    opens = titled or OPENS_CLAUSE.search(report.article.text[sentence.start : place.start])
    if not opens or not (titled or _is_plain(report, entity, sentence, speakers)):
        return None
    return name_insert(report, entity, speakers)


def _is_plain(report: Report, entity: Entity, sentence: Range, speakers: Speakers) -> bool:
    """Whether the last sentence before it that names a person, not far up, names this one and no other: a name is put
    behind a pronoun only where nobody else could be meant."""
    sentences = report.analysis.sentences
    at = bisect_left(sentences, sentence)
    for above in reversed(sentences[max(0, at - FARTHEST_NAME) : at]):
        named = {e.id for there, e in speakers.mentions if e.kind == "person" and above.covers(there)}
        if named:
            return named == {entity.id}
    return False


def _is_named_after(entity: Entity, sentence: Range, place: Range, speakers: Speakers) -> bool:
    """ "In his speech, Lee said": the name follows in the same sentence, close behind."""
    return any(
        e is entity and sentence.covers(there) and 0 < there.start - place.end <= LONGEST // 6
        for there, e in speakers.mentions
    )


def name_insert(report: Report, entity: Entity, speakers: Speakers) -> Insert | None:
    """The fullest name that the report itself prints for an entity, with the place where it does; None where its names
    or its pronouns are of two people ("Ann Lee", "Bob Lee"; "he", "she")."""
    places = sorted(place for place in entity.mentions if place.part == "text")
    best = max(places, key=lambda place: (place.end - place.start, -place.start), default=None)
    if best is None or len(_genders(report, entity)) > 1:
        return None
    tokens = _name_words(report, best)
    if any(len(name) > 1 and not name <= tokens for name in (_name_words(report, place) for place in places)):
        return None
    return Insert(" ".join(report.article.text_of(best).split()), (report.article.at(best),))


def _name_words(report: Report, place: Range) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(report.article.text_of(place)))


def _genders(report: Report, entity: Entity) -> frozenset[str]:
    language = LANGUAGES.get(report.article.language)
    genders = language.naming.pronouns if language and language.naming else {}
    said = (report.article.text_of(place).lower() for place in entity.pronouns)
    return frozenset(genders[word] for word in said if word in genders)


def _pieces(report: Report, stretches: tuple[Range, ...], inserts: dict[int, Insert]) -> tuple[Words | Insert, ...]:
    pieces: list[Words | Insert] = []
    for stretch in stretches:
        at = stretch.start
        for place in sorted(place for place in inserts if stretch.start < place <= stretch.end):
            pieces += [report.article.words(at, place), inserts[place]]
            at = place
        if at < stretch.end:
            pieces.append(report.article.words(at, stretch.end))
    return tuple(pieces)
