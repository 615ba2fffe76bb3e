"""Who is who, and what reports tell of them: on the cards of the few that the story is most about, what they did and
said, a handful of sentences in order of time.

In: the cards, the most telling person first; the sentences that may stand on the page. Out: the same cards. A sentence
is chosen for what it adds to what is told of that person, and stands on one card only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from newsloom.pages.coverage import Choice, Told, choose, weigh
from newsloom.pages.facts import facts_of
from newsloom.pages.summary import Candidate
from newsloom.pages.times import day
from newsloom.records import Card, CitedSentence, EntityId, Person, PersonId, Span, StoryPage, Words

CARDS = 4  # of which something is told
SENTENCES = 8
OPENS = 60  # characters: who is named so near the beginning is whom a sentence is about
ABOUT, BESIDE = 1.0, 0.5  # how much a sentence counts that is about somebody; that only names them
AGAIN = 0.6  # … and one that stands in the summary already


def tell_of(
    cards: tuple[Card, ...],
    candidates: Sequence[Candidate],
    names: Mapping[EntityId, Person],
    summary: Sequence[CitedSentence] = (),
) -> tuple[Card, ...]:
    """The cards, the first ones with what is told of them."""
    shown = {words.span for sentence in summary for words in sentence.words()}
    first = tuple(card.person.id for card in cards[:CARDS] if card.person.kind != "place")
    of = _named_in(candidates, names, first)
    taken: set[tuple[str, int]] = set()
    found: dict[PersonId, tuple[CitedSentence, ...]] = {}
    for person in first:
        free = [(c, share) for c, share in of.get(person, ()) if _place(c) not in taken]
        chosen = [free[n][0] for n in _best(free, shown)]
        taken |= {_place(candidate) for candidate in chosen}
        chosen.sort(key=lambda c: c.report.article.told_at)
        found[person] = tuple(CitedSentence(c.pieces) for c in chosen)
    return tuple(replace(card, told=found.get(card.person.id, ())) for card in cards)


def _named_in(
    candidates: Sequence[Candidate], names: Mapping[EntityId, Person], wanted: Sequence[PersonId]
) -> dict[PersonId, list[tuple[Candidate, float]]]:
    """For each person the sentences that name them, with how much each is about them."""
    found: dict[PersonId, list[tuple[Candidate, float]]] = {}
    for candidate in candidates:
        shown = [piece.span for piece in candidate.pieces if isinstance(piece, Words)]
        for entity in candidate.report.analysis.entities:
            person = names.get(entity.id)
            inside = (place for place in entity.mentions if place.part == "text")
            places = [p.start for p in inside if any(s.start <= p.start and p.end <= s.end for s in shown)]
            if person is not None and person.id in wanted and places:
                about = ABOUT if min(places) - candidate.sentence.start <= OPENS else BESIDE
                found.setdefault(person.id, []).append((candidate, about))
    return found


def _best(candidates: Sequence[tuple[Candidate, float]], shown: Collection[Span]) -> list[int]:
    told, choices = [], []
    for candidate, about in candidates:
        again = any(isinstance(piece, Words) and piece.span in shown for piece in candidate.pieces)
        outlet = candidate.report.article.outlet or candidate.report.id
        facts = facts_of(candidate.report, candidate.sentence)
        words = sum(len(piece.text.split()) for piece in candidate.pieces if isinstance(piece, Words))
        told.append(Told(outlet, candidate.stems, about * candidate.fitness, facts))
        worth = about * candidate.fitness * (AGAIN if again else 1.0)
        choices.append(Choice(candidate.stems, words, worth, outlet, facts))
    return choose(choices, weigh(told), SENTENCES)


def _place(candidate: Candidate) -> tuple[str, int]:
    return candidate.report.id, candidate.sentence.start


def day_told(sentence: CitedSentence, page: StoryPage) -> tuple[str, ...]:
    """Our note on a sentence from an earlier day than the page's: ("reported 24 May 2018",). What stood then may not
    stand now."""
    of = {row.article.id: row.article for row in page.reports}
    days = [of[words.span.article_id].told_at.date() for words in sentence.words() if words.span.article_id in of]
    return (f"reported {day(max(days))}",) if days and max(days) < page.as_of.date() else ()
