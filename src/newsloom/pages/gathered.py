"""The pages of persons, organisations and places, gathered from story pages.

In: story pages with their rows, in the order in which stories are listed. Out: one view for everybody who has a card.
Every role and quotation stays cited; the same words told by several reports stand once, with all who tell them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from newsloom.pages.rows import PersonView, StoryRow
from newsloom.records import ArticleId, Card, CitedSentence, Insert, Person, StoryPage, Utterance, Words

MOST_FORMS = 12  # of a name, that a page lists
MOST_SPOKEN = 24  # quotations that speak of somebody
EVER = datetime.min.replace(tzinfo=UTC)
FEWEST_LETTERS = 4  # of a surname by which a quotation may speak of its bearer


@dataclass(slots=True)
class _Gathered:
    """What has been found of one person so far."""

    person: Person
    language: str
    forms: dict[str, None] = field(default_factory=dict)
    distinct: dict[str, None] = field(default_factory=dict)
    roles: dict[str, CitedSentence] = field(default_factory=dict)
    told: dict[str, datetime] = field(default_factory=dict)
    quotes: list[Utterance] = field(default_factory=list)
    spoken: list[Utterance] = field(default_factory=list)
    stories: list[StoryRow] = field(default_factory=list)


def gather_people(pages: Iterable[tuple[StoryPage, StoryRow]]) -> Iterator[PersonView]:
    """The pages of everybody who has a card in these stories, in order of first occurrence; roles newest first."""
    found: dict[str, _Gathered] = {}
    for page, row in pages:
        times = {line.article.id: line.article.told_at for line in page.reports}
        for card in page.people:
            one = found.setdefault(card.person.id, _Gathered(card.person, page.language))
            one.stories.append(row)
            one.forms.update(dict.fromkeys((card.person.name, *card.also)))
            one.distinct.update(dict.fromkeys(card.distinct_from))
            if card.role:
                _add_role(one, card.role, times)
            one.quotes += [said for said in page.quotes if said.speaker and said.speaker.id == card.person.id]
            one.spoken += speaking_of(card, page.people, page.quotes)
    yield from map(_view, found.values())


def _add_role(one: _Gathered, role: CitedSentence, times: Mapping[ArticleId, datetime]) -> None:
    own = [piece for piece in role.pieces if isinstance(piece, Words)]
    words = " ".join(piece.text for piece in own).casefold()
    told = max((times[piece.span.article_id] for piece in own if piece.span.article_id in times), default=None)
    before = one.roles.get(words)
    if before is None:
        one.roles[words] = role
    else:
        one.roles[words] = replace(before, also=tuple(dict.fromkeys((*before.also, *own))))
    if told is not None:
        one.told[words] = max(told, one.told.get(words, told))


def _view(one: _Gathered) -> PersonView:
    forms = tuple(form for form in one.forms if form != one.person.name)[:MOST_FORMS]
    newest = sorted(one.roles, key=lambda words: one.told.get(words, EVER), reverse=True)
    return PersonView(
        person=replace(one.person, aliases=forms),
        roles=tuple(one.roles[words] for words in newest),
        quotes=tuple(one.quotes),
        stories=tuple(one.stories),
        language=one.language,
        spoken_of=tuple(one.spoken[:MOST_SPOKEN]),
        distinct_from=tuple(one.distinct)[:MOST_FORMS],
    )


def speaking_of(card: Card, cards: Sequence[Card], quotes: Sequence[Utterance]) -> Iterator[Utterance]:
    """Others' words in which the card's bearer is named: in full, or by a surname that no other card has."""
    names = [card.person.name] if " " in card.person.name or card.person.kind != "person" else []
    last = card.person.name.split()[-1]
    others = {other.person.name.split()[-1] for other in cards if other.person.id != card.person.id}
    if card.person.kind == "person" and len(last) >= FEWEST_LETTERS and last not in others:
        names.append(last)
    if not names:
        return
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    for said in quotes:
        others_say = said.speaker is not None and said.speaker.id != card.person.id
        if others_say and said.variants and named.search(_words(said.variants[0])):
            yield said


def _words(sentence: CitedSentence) -> str:
    return " ".join(piece.text for piece in sentence.pieces if not isinstance(piece, Insert))
