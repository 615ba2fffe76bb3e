"""Who a bare name on a page is, by what all other stories know: "Trump", whom a story only calls President Trump.

In: a built page and the store. Out: the page with that person under name and address of the one who is known elsewhere.
Joined when a page is shown, so no page grows stale by what other stories tell. Only where it is sure: reports elsewhere
name one bearer of the surname in full, under the same title, and far oftener than any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsloom.people.mentions import naming_of
from newsloom.people.spelling import bare, family_key, read_name
from newsloom.records import ArticleId, Entity, EntityId, Person, PersonId, StoryPage
from newsloom.store import Store
from newsloom.text.gazetteer import fold

FAR_OFTENER = 4  # times as often named as any other of that surname
FEWEST = 3  # times named in full
LOOKED_AT = 8  # of a person's mentions, for its titles


class KnownAs:
    """Names that are known elsewhere; each bare name and title is looked up once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[tuple[str, frozenset[str]], Person | None] = {}

    def name(self, page: StoryPage) -> StoryPage:
        """The page with those persons under their whole names."""
        bare_ones = {p.id: p for p in _persons(page) if p.kind == "person" and " " not in p.name}
        known = {one: found for one, person in bare_ones.items() if (found := self._known(person))}
        shown = {card.person.id for card in page.people}
        known = {one: person for one, person in known.items() if person.id not in shown}
        return _renamed(page, known) if known else page

    def _known(self, person: Person) -> Person | None:
        titles = self._titles(person.entities)
        key = (bare(fold(person.name).rstrip(".")), titles)
        if key not in self._found:
            self._found[key] = self._bearer(*key) if titles else None
        known = self._found[key]
        return replace(known, aliases=tuple(dict.fromkeys((person.name, *person.aliases)))) if known else None

    def _bearer(self, family: str, titles: frozenset[str]) -> Person | None:
        """The one of that surname who is named far oftener than the others, if reports give him the title too."""
        counts = [
            (times, person)
            for person, times in self._store.decisions.keyed(family_key(family)).items()
            if (known := self._store.decisions.person(person)) and bare(read_name(known.name).family) == family
        ]
        counts.sort(key=lambda found: (-found[0], found[1]))
        if not counts or counts[0][0] < max(FEWEST, FAR_OFTENER * (counts[1][0] if len(counts) > 1 else 0)):
            return None
        best = counts[0][1]
        held = self._titles(self._store.decisions.entities_of(best)[-LOOKED_AT:])
        return self._store.decisions.person(best) if titles & held else None

    def _titles(self, entities: Iterable[EntityId]) -> frozenset[str]:
        """Titles by which reports tell of whom they speak: "president", "pope"."""
        found = (one for entity in list(entities)[:LOOKED_AT] if (one := self._entity(entity)))
        bearers = naming_of("en").bearers
        return frozenset(
            plain for one in found for title in one.titles if (plain := fold(title).rstrip(".")) in bearers
        )

    def _entity(self, entity: EntityId) -> Entity | None:
        article, version, _ = entity.split(".", 2)
        report = self._store.ledger.report(ArticleId(article), int(version))
        return next((one for one in report.analysis.entities if one.id == entity), None) if report else None


def _persons(page: StoryPage) -> Iterable[Person]:
    yield from (card.person for card in page.people)
    yield from (said.speaker for said in page.quotes if said.speaker)
    yield from (stance.party for stance in page.positions)


def _renamed(page: StoryPage, known: dict[PersonId, Person]) -> StoryPage:
    def meant(person: Person) -> Person:
        return known.get(person.id, person)

    return replace(
        page,
        people=tuple(
            replace(card, person=meant(card.person), also=tuple(dict.fromkeys((card.person.name, *card.also))))
            if card.person.id in known
            else card
            for card in page.people
        ),
        quotes=tuple(replace(said, speaker=meant(said.speaker)) if said.speaker else said for said in page.quotes),
        positions=tuple(replace(stance, party=meant(stance.party)) for stance in page.positions),
    )
