"""A charge and its denial, standing together.

In: a story's reports with their positions, and the persons that their entities are. Out: disagreements of kind
"contradiction": a party's denial and the sentence of somebody else that charges it with the same. The charge names the
party, brings a word of charging, and shares telling words with the denial, or stands right before it ("Weil denied
those reports"); a denial without any such charge is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from newsloom.langs import LANGUAGES
from newsloom.langs.shapes import Stances
from newsloom.positions.sides import Found, Side
from newsloom.positions.telling import heft, stems_of, weigh
from newsloom.records import EntityId, Person, PersonId, Position, Quote, Range, Report
from newsloom.text.tokens import find_words
from newsloom.text.vectors import content_stems

MOST_CHARGED = 3  # parties of one story that are shown
MOST_LOOKED_AT = 12
MOST_SIDES = 4  # sentences on each side
SHORTEST, LONGEST = 40, 420  # characters of a sentence that can stand by itself
NEAR_BEFORE, NEAR_BEHIND = 6, 5  # words between a charge and the party that it is brought against
SHORTEST_DENIAL = 20  # "Weil denied those claims."
SHOWN_WORDS = 8
POINTING = 5  # words behind a denial's verb that may point back
TELLING = 2  # words, no names, that a charge and its denial share


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its telling words."""

    report: Report
    sentence: Range
    start: int  # of the words that charge or deny
    stems: frozenset[str]
    answers: Told | None = None  # a denial's own charge: the sentence before it


def disputed_charges(reports: Sequence[Report], speakers: Mapping[EntityId, Person]) -> Iterator[Found]:
    """Denials with what they deny: "Weil denied that the exit had been blocked" against who accused him of it."""
    denials: dict[PersonId, list[Told]] = {}
    parties: dict[PersonId, Person] = {}
    for report in reports:
        for position in report.analysis.positions:
            person = speakers.get(position.party)
            if position.stance == "denies" and person is not None and _fits(report, position.sentence, SHORTEST_DENIAL):
                parties[person.id] = person
                denials.setdefault(person.id, []).append(_denied(report, position, person, speakers))
    weights = weigh(_all_stems(reports)) if denials else {}
    ranked = sorted(denials, key=lambda party: (-len(denials[party]), party))
    found = (_answered(reports, parties[party], denials[party], speakers, weights) for party in ranked[:MOST_LOOKED_AT])
    yield from islice((one for one in found if one is not None), MOST_CHARGED)


def _answered(
    reports: Sequence[Report],
    party: Person,
    denials: Sequence[Told],
    speakers: Mapping[EntityId, Person],
    weights: Mapping[str, float],
) -> Found | None:
    """A party's denials, each with its charge, the surest first; None where there is no charge."""
    charges = [charge for report in reports for charge in _charges(report, party, speakers)]
    pairs = [(denial, denial.answers or _charge(denial, charges, weights)) for denial in denials]
    pairs.sort(key=lambda pair: pair[0].answers is None)
    sides = [
        side
        for denial, charge in [(d, c) for d, c in pairs if c is not None][:MOST_SIDES]
        for side in (_side(charge, "charged"), _side(denial, "denied"))
    ]
    return Found(f"Denied: {party.name}", "contradiction", tuple(sides), 2.2) if sides else None


def _all_stems(reports: Sequence[Report]) -> Iterator[frozenset[str]]:
    for report in reports:
        for sentence in report.analysis.sentences:
            yield frozenset(stems_of(report, report.article.text_of(sentence)))


def _fits(report: Report, sentence: Range, shortest: int = SHORTEST) -> bool:
    """Whether a sentence can stand by itself; what was printed into it does not count."""
    printed = sum(cut.end - cut.start for cut in report.analysis.boilerplate if sentence.covers(cut))
    return sentence.part == "text" and shortest <= sentence.end - sentence.start - printed <= LONGEST


def _denied(report: Report, position: Position, person: Person, speakers: Mapping[EntityId, Person]) -> Told:
    """What stands behind the denial's verb; where it only points back, the charge that stands before it."""
    start = position.cue.end if position.cue else position.sentence.start
    place = Range(start, position.sentence.end, position.sentence.part)
    opening = position.cue.start if position.cue else position.sentence.start
    answered = _charge_before(report, position.sentence, person, speakers) if _points_back(report, place) else None
    return Told(report, position.sentence, opening, _stems(report, place), answered)


def _points_back(report: Report, place: Range) -> bool:
    """ "those reports", "the allegation", "it": what is denied was told before."""
    language = LANGUAGES.get(report.article.language)
    if language is None or language.stances is None:
        return False
    text = report.article.text_of(place)
    words = [text[start:end].lower() for start, end in find_words(text)][:POINTING]
    if words[:1] and words[0] in language.stances.pointers:
        return any(word in language.stances.denied for word in words[1:])
    return False


def _charge_before(report: Report, sentence: Range, person: Person, speakers: Mapping[EntityId, Person]) -> Told | None:
    """The sentence before a denial, where it speaks of the party, tells what somebody says, and is none of its own."""
    language = LANGUAGES.get(report.article.language)
    before = [one for one in report.analysis.sentences if one.part == sentence.part and one.end <= sentence.start]
    if language is None or language.stances is None or not before or not _fits(report, before[-1]):
        return None
    place, stances = before[-1], language.stances
    text = report.article.text_of(place)
    words = {text[start:end].lower() for start, end in find_words(text)}
    own = {entity.id for entity in report.analysis.entities if _is(entity.id, person, speakers)}
    named = any(
        place.covers(mention)
        for entity in report.analysis.entities
        if entity.id in own
        for mention in (*entity.mentions, *entity.pronouns)
    )
    speaks = any(
        quote.speaker in own and place.overlaps(quote.range) and not _is_reported(report, place, quote, stances)
        for quote in report.analysis.quotes
    )
    if not named or speaks or words & stances.denials or not words & (stances.charges | stances.telling):
        return None
    return Told(report, place, place.start, _stems(report, place))


def _is_reported(report: Report, sentence: Range, quote: Quote, stances: Stances) -> bool:
    """Whether somebody else tells of what a party said: "Reports emerged that Weil advised the port to wait"."""
    before = report.article.text[sentence.start : max(sentence.start, quote.range.start)]
    words = {before[start:end].lower() for start, end in find_words(before)}
    return quote.kind == "indirect" and bool(words & stances.charges)


def _is(entity_id: EntityId, person: Person, speakers: Mapping[EntityId, Person]) -> bool:
    return entity_id in speakers and speakers[entity_id].id == person.id


def _stems(report: Report, place: Range) -> frozenset[str]:
    """Telling words that are no names, without those of charging."""
    language = LANGUAGES.get(report.article.language)
    if language is None or language.counting is None or language.stances is None:
        return frozenset()
    whole = report.article.text_of(place)
    text = " ".join(whole[start:end] for start, end in find_words(whole) if whole[start].islower())
    stems = content_stems(text, language.stop_words, language.counting.stemmer)
    plain = content_stems(" ".join(sorted(language.stances.charges)), (), language.counting.stemmer)
    return frozenset(stems) - frozenset(plain)


def _charge(denial: Told, charges: Sequence[Told], weights: Mapping[str, float]) -> Told | None:
    """The charge that shares most with the denial; None where none shares enough."""
    best: tuple[float, Told] | None = None
    for charge in charges:
        shared = charge.stems & denial.stems
        if (charge.report.id, charge.sentence) == (denial.report.id, denial.sentence) or len(shared) < TELLING:
            continue
        score = heft(shared, weights)
        if best is None or score > best[0]:
            best = (score, charge)
    return best[1] if best else None


def _charges(report: Report, party: Person, speakers: Mapping[EntityId, Person]) -> Iterator[Told]:
    """Sentences that charge a party: it stands behind a word of charging, or is the one who "allegedly" did."""
    language = LANGUAGES.get(report.article.language)
    if language is None or language.stances is None:
        return
    places = [
        place
        for entity in report.analysis.entities
        if entity.id in speakers and speakers[entity.id].id == party.id
        for place in entity.mentions
    ]
    own = [
        quote.range
        for quote in report.analysis.quotes
        if quote.speaker is not None and quote.speaker in speakers and speakers[quote.speaker].id == party.id
    ]
    for sentence in report.analysis.sentences:
        if not _fits(report, sentence) or any(sentence.overlaps(place) for place in own):
            continue
        text = report.article.text_of(sentence)
        here = [(p.start - sentence.start, p.end - sentence.start) for p in places if sentence.covers(p)]
        charged = [at for start, end in here if (at := _charged_at(text, start, end, language.stances)) is not None]
        if charged:
            yield Told(report, sentence, sentence.start + charged[0], _stems(report, sentence))


def _charged_at(text: str, start: int, end: int, stances: Stances) -> int | None:
    """Where the charge against the party that stands at `start` begins; None where there is none."""
    before = find_words(text[:start])
    after = [text[end + s : end + e].lower() for s, e in find_words(text[end:])]
    words = [text[s:e].lower() for s, e in before]
    if stances.denials & {*words, *after}:
        return None
    for at in range(max(0, len(words) - NEAR_BEFORE), len(words)):
        if words[at] in stances.charges:
            return before[at][0]
    near = after[:NEAR_BEHIND]
    pairs = {*near, *(" ".join(pair) for pair in pairwise(near))}
    return start if pairs & stances.charged else None


def _side(told: Told, key: str) -> Side:
    """The side with its words in short: those that charge or deny and what follows."""
    article = told.report.article
    text = article.text_of(Range(told.start, told.sentence.end, told.sentence.part))
    words = text.split()
    short = " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")
    return Side(told.report, told.sentence, short, key)
