"""One ledger entry -> the decisions that follow from it. Entry by entry, in order, never by batch.

In: the entry, the story index and the store as all earlier entries left them. Out: `Decided`. `decide` reads; the
caller stores what it gives back (`store_decided`), and only then is the next entry looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newsloom.config import Settings
from newsloom.engine.resume import version_before
from newsloom.passages import reuse
from newsloom.people import resolve
from newsloom.records import (
    ArticleId,
    Decided,
    Decision,
    EntityId,
    Entry,
    Forgotten,
    Linked,
    Named,
    PersonId,
    Report,
    Retracted,
    Seq,
    StoryId,
    Taken,
    Verdict,
)
from newsloom.store import Store
from newsloom.stories.cluster import StoryIndex

Outcome = tuple[tuple[Decision, ...], set[StoryId]]


def decide(seq: Seq, entry: Entry, index: StoryIndex, store: Store, settings: Settings) -> Decided:
    match entry:
        case Taken():
            decisions, stale = _take(seq, entry, index, store, settings)
        case Verdict(about="person"):
            decisions, stale = _obey_about_person(entry, store)
        case Verdict():
            decisions, stale = _obey_about_story(seq, entry, index)
        case Retracted():
            decisions, stale = _retract(seq, entry, index, store)
        case Forgotten():
            decisions, stale = (), index.forget(entry.article_id, store.ledger.owed(entry.article_id))
    return Decided(seq, settings.engine, decisions, tuple(sorted(stale)))


def store_decided(decided: Decided, entry: Entry, store: Store) -> None:
    """Store the outcome of an entry with all that follows from it for later look-ups."""
    store.decisions.put(decided)
    index_entry(entry, store)


def index_entry(entry: Entry, store: Store) -> None:
    match entry:
        case Taken(article_id=article_id, version=version):
            report = store.ledger.report(article_id, version)
            if report is not None:
                store.ledger.index_passages(report)
        case Forgotten(article_id=article_id):
            mine = (s for s, e in store.ledger.entries() if isinstance(e, Taken) and e.article_id == article_id)
            store.decisions.strip(article_id, tuple(mine))


def _take(seq: Seq, entry: Taken, index: StoryIndex, store: Store, settings: Settings) -> Outcome:
    report = store.ledger.report(entry.article_id, entry.version)
    if report is None:  # forgotten since: the entry stands, it says nothing
        return (), set()
    placed = index.place(report)
    matches = reuse.match(report, _carriers(report, store, settings))
    named = _name(report, store)
    index.count(report, version_before(entry, store))
    stale = index.apply(placed, seq) | {index.story[report.id]}
    earlier = (ArticleId(d.earlier) for d in placed if isinstance(d, Linked))
    stale |= {index.story[one] for one in earlier if one in index.story}
    return (*placed, *matches, *named), stale


def _carriers(report: Report, store: Store, settings: Settings) -> Iterator[reuse.Carrier]:
    """The stored passages worth comparing, with their words; those of a forgotten report have none."""
    holders = store.ledger.holders(reuse.keys(report), settings.reuse.most_carriers)
    for (article_id, version, number), near in reuse.choose(report, holders).items():
        other = store.ledger.report(article_id, version)
        if other is not None and number < len(other.analysis.passages):
            yield reuse.carrier_of(other, number, near)


def _name(report: Report, store: Store) -> tuple[Named, ...]:
    """Who the report's fully named entities are, with the keys under which later reports will find them."""
    entities = {entity.id: entity for entity in report.analysis.entities}
    named = resolve.name_entities(report, store.decisions.persons(resolve.keys(report)))
    return tuple(
        msgspec.structs.replace(
            one,
            kind=entities[one.entity_id].kind,
            name=entities[one.entity_id].name,
            keys=resolve.person_keys(entities[one.entity_id].name),
        )
        for one in named
    )


def _obey_about_story(seq: Seq, verdict: Verdict, index: StoryIndex) -> Outcome:
    decisions = index.obey(verdict) if verdict.about == "story" else ()
    index.rule(frozenset((verdict.left, verdict.right)), verdict.same, seq)
    return decisions, index.apply(decisions, seq)


def _obey_about_person(verdict: Verdict, store: Store) -> Outcome:
    """Quotes name entities, never persons: no quote is rewritten; the pages that show the person are made anew."""
    left = store.decisions.person_of(EntityId(verdict.left))
    right = store.decisions.person_of(EntityId(verdict.right))
    if left is None or right is None or (left == right) == verdict.same:
        return (), set()
    moved = store.decisions.entities_of(right) if verdict.same else (EntityId(verdict.right),)
    target = left if verdict.same else PersonId(verdict.right)
    return tuple(_renamed(entity, target, store) for entity in moved), _stories_naming((left, right), store)


def _renamed(entity: EntityId, person: PersonId, store: Store) -> Named:
    kind, name, keys = store.decisions.naming_of(entity)
    return Named(entity, person, 1.0, kind, name, keys)


def _stories_naming(persons: tuple[PersonId, ...], store: Store) -> set[StoryId]:
    articles = {entity.split(".", 1)[0] for person in persons for entity in store.decisions.entities_of(person)}
    return {story for article in articles if (story := store.decisions.story_of(article))}


def _retract(seq: Seq, entry: Retracted, index: StoryIndex, store: Store) -> Outcome:
    """Each report or entity that the verdict moved stands again where the other decisions last put it."""
    undone, verdict = store.decisions.decided_of(entry.verdict), store.ledger.entry(entry.verdict)
    if undone is None or not isinstance(verdict, Verdict):
        return (), set()
    placed = index.retract(entry.verdict)
    index.unrule(frozenset((verdict.left, verdict.right)), entry.verdict)
    stale = index.apply(placed, seq)
    renamed = [d for d in undone.decisions if isinstance(d, Named)]
    before = store.decisions.named(store.ledger.retracted() | {entry.verdict}) if renamed else {}
    named = tuple(before[d.entity_id] for d in renamed if d.entity_id in before)
    persons = tuple(d.person_id for d in (*renamed, *named))
    return (*placed, *named), stale | _stories_naming(persons, store)
