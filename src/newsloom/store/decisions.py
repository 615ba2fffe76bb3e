"""What the engine decided of each ledger entry, and the tables that these decisions leave behind.

Invariant: `put` stores a decision, its effects, the cursor and the stale stories in one transaction; replaying all
decisions with `put_back` into empty tables gives the same tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import msgspec

from newsloom.records import (
    ArticleId,
    Decided,
    Decision,
    EntityId,
    Kind,
    Linked,
    Matched,
    Merged,
    Named,
    Person,
    PersonId,
    Placed,
    Seq,
    StoryId,
    Verdict,
)
from newsloom.store.dialects import Connection
from newsloom.store.ledger import PAGE_ROWS, START

_encode = msgspec.msgpack.Encoder().encode
_decided = msgspec.msgpack.Decoder(Decided).decode
_linked = msgspec.msgpack.Decoder(Linked).decode
_matched = msgspec.msgpack.Decoder(Matched).decode


class Decisions:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    # ---- write
    def put(self, decided: Decided) -> None:
        """Store what was decided of one entry. The cursor is the last stored one: there is no second record of it."""
        with self._db.transaction():
            self._db.run(
                "INSERT INTO decided(seq, engine, body) VALUES (?, ?, ?)",
                (decided.seq, decided.engine, _encode(decided)),
            )
            self.put_back(decided)

    def put_back(self, decided: Decided) -> None:
        """The effects of a stored decision, anew."""
        for decision in decided.decisions:
            self._apply(decision)
        self.mark_stale(decided.stale, decided.seq)

    def mark_stale(self, stories: Iterable[StoryId], seq: Seq) -> None:
        self._db.run_many(
            "INSERT OR REPLACE INTO stale(story_id, marked_at) VALUES (?, ?)", ((story, seq) for story in stories)
        )

    def _apply(self, decision: Decision) -> None:
        match decision:
            case Placed(article_id=article_id, story_id=story_id):
                self._db.run("INSERT OR REPLACE INTO place VALUES (?, ?)", (article_id, story_id))
            case Merged(story_id=story_id, into=into):
                self._db.run("UPDATE place SET story_id = ? WHERE story_id = ?", (into, story_id))
            case Linked(story_id=story_id, earlier=earlier):
                self._db.run("INSERT OR REPLACE INTO link VALUES (?, ?, ?)", (story_id, earlier, _encode(decision)))
            case Named():
                self._name(decision)
            case Matched(left_id=left, right_id=right):
                self._db.run("INSERT INTO shared VALUES (?, ?, ?)", (left, right, _encode(decision)))

    def _name(self, named: Named) -> None:
        self.unname("entity_id", named.entity_id)
        article_id = named.entity_id.split(".", 1)[0]
        self._db.run(
            "INSERT INTO name(entity_id, person_id, article_id, kind, name, keys) VALUES (?, ?, ?, ?, ?, ?)",
            (named.entity_id, named.person_id, article_id, named.kind, named.name, "\n".join(named.keys)),
        )
        self._count(named.person_id, named.kind, named.name, named.keys, 1)

    def unname(self, column: str, value: str) -> None:
        """Take back the naming of an entity (column entity_id) or of all entities of a report (article_id)."""
        rows = self._db.run(f"SELECT person_id, kind, name, keys FROM name WHERE {column} = ?", (value,))
        for person_id, kind, name, keys in rows:
            self._count(PersonId(person_id), kind, name, keys.split("\n") if keys else (), -1)
        self._db.run(f"DELETE FROM name WHERE {column} = ?", (value,))

    def strip(self, article_id: ArticleId, seqs: Iterable[Seq]) -> None:
        """A forgotten report's names and shared passages go too; the names also from the decisions of its entries."""
        self.unname("article_id", article_id)
        self._db.run("DELETE FROM shared WHERE left_id = ? OR right_id = ?", (article_id, article_id))
        for seq in seqs:
            if decided := self.decided_of(seq):
                kept = tuple(
                    d for d in decided.decisions
                    if not (isinstance(d, Named) and d.entity_id.startswith(f"{article_id}."))
                )  # fmt: skip
                body = _encode(msgspec.structs.replace(decided, decisions=kept))
                self._db.run("UPDATE decided SET body = ? WHERE seq = ?", (body, seq))

    def _count(self, person: PersonId, kind: str, name: str, keys: Iterable[str], n: int) -> None:
        self._db.run(
            "INSERT INTO form VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n", (person, kind, name, n)
        )
        self._db.run_many(
            "INSERT INTO person_key VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
            ((key, person, n) for key in keys),
        )

    def rule(self, seq: Seq, verdict: Verdict) -> None:
        """A verdict about two entities binds from now on."""
        for one, other, is_left in ((verdict.left, verdict.right, 1), (verdict.right, verdict.left, 0)):
            self._db.run(
                "INSERT INTO ruling VALUES (?, ?, ?, ?, ?, ?)",
                (seq, one, other, int(verdict.same), one.split(".", 1)[0], is_left),
            )

    def unrule(self, seq: Seq) -> None:
        """It binds no more."""
        self._db.run("DELETE FROM ruling WHERE seq = ?", (seq,))

    def empty(self, tables: Iterable[str]) -> None:
        for table in tables:
            self._db.run(f"DELETE FROM {table}")

    def drop_all(self) -> None:
        """Forget every automatic decision (`rebuild --redecide`)."""
        self._db.run("DELETE FROM decided")

    # ---- read
    def cursor(self) -> Seq:
        """The last ledger entry that was decided."""
        return Seq(next(self._db.run("SELECT coalesce(max(seq), 0) FROM decided"))[0])

    def decided(self, after: Seq = START) -> Iterator[Decided]:
        """Decisions in order, read a few hundred at a time."""
        while rows := list(
            self._db.run("SELECT seq, body FROM decided WHERE seq > ? ORDER BY seq LIMIT ?", (after, PAGE_ROWS))
        ):
            yield from (_decided(body) for _, body in rows)
            after = Seq(rows[-1][0])

    def decided_of(self, seq: Seq) -> Decided | None:
        row = next(self._db.run("SELECT body FROM decided WHERE seq = ?", (seq,)), None)
        return _decided(row[0]) if row else None

    def story_of(self, article_id: str) -> StoryId | None:
        """The story where that report (or that story's opener) is now."""
        row = next(self._db.run("SELECT story_id FROM place WHERE article_id = ?", (article_id,)), None)
        return StoryId(row[0]) if row else None

    def members(self, story_id: StoryId) -> tuple[ArticleId, ...]:
        return tuple(
            ArticleId(row[0])
            for row in self._db.run("SELECT article_id FROM place WHERE story_id = ? ORDER BY article_id", (story_id,))
        )

    def stories(self) -> tuple[StoryId, ...]:
        return tuple(StoryId(row[0]) for row in self._db.run("SELECT DISTINCT story_id FROM place ORDER BY story_id"))

    def links(self, story_id: StoryId | None = None) -> tuple[Linked, ...]:
        """Links as decided; of one story, or all. Ends are named after openers, which may have been merged since."""
        rows = (
            self._db.run("SELECT body FROM link ORDER BY story_id, earlier")
            if story_id is None
            else self._db.run(
                "SELECT l.body FROM link l WHERE l.story_id IN (SELECT article_id FROM place WHERE story_id = ?1)"
                " OR l.earlier IN (SELECT article_id FROM place WHERE story_id = ?1) ORDER BY l.story_id, l.earlier",
                (story_id,),
            )
        )
        return tuple(_linked(body) for (body,) in rows)

    def placed(self, until: Seq | None = None, without: frozenset[Seq] = frozenset()) -> dict[ArticleId, StoryId]:
        """Where each report stood after entry `until`, as if the decisions of entries `without` had not been made."""
        where: dict[ArticleId, StoryId] = {}
        members: dict[StoryId, dict[ArticleId, None]] = {}
        for decided in self.decided():
            if until is not None and decided.seq > until:
                break
            if decided.seq in without:
                continue
            for decision in decided.decisions:
                if isinstance(decision, Placed):
                    if (old := where.get(decision.article_id)) is not None:
                        members[old].pop(decision.article_id, None)
                    where[decision.article_id] = decision.story_id
                    members.setdefault(decision.story_id, {})[decision.article_id] = None
                elif isinstance(decision, Merged):
                    for moved in members.pop(decision.story_id, {}):
                        where[moved] = decision.into
                        members.setdefault(decision.into, {})[moved] = None
        return where

    def named(self, without: frozenset[Seq]) -> dict[EntityId, Named]:
        """The last naming of each entity, as if the decisions of entries `without` had not been made."""
        return {
            decision.entity_id: decision
            for decided in self.decided()
            if decided.seq not in without
            for decision in decided.decisions
            if isinstance(decision, Named)
        }

    def person_of(self, entity_id: EntityId) -> PersonId | None:
        row = next(self._db.run("SELECT person_id FROM name WHERE entity_id = ?", (entity_id,)), None)
        return PersonId(row[0]) if row else None

    def naming_of(self, entity_id: EntityId) -> tuple[str, str, tuple[str, ...]]:
        """Kind, name and keys of a named entity; empty where it has none."""
        row = next(self._db.run("SELECT kind, name, keys FROM name WHERE entity_id = ?", (entity_id,)), ("", "", ""))
        return row[0], row[1], tuple(row[2].split("\n")) if row[2] else ()

    def persons(self, keys: Iterable[str]) -> tuple[Person, ...]:
        """Persons found under any of these keys, in order of id; `entities` is left empty."""
        ids = {
            row[0]
            for key in dict.fromkeys(keys)
            for row in self._db.run("SELECT person_id FROM person_key WHERE key = ? AND n > 0", (key,))
        }
        return tuple(person for one in sorted(ids) if (person := self.person(PersonId(one))))

    def person(self, person_id: PersonId, entities: tuple[EntityId, ...] = ()) -> Person | None:
        """A person under the name most often used (ties: the longer, then by alphabet); None where nobody is left."""
        forms = list(
            self._db.run(
                "SELECT kind, name FROM form WHERE person_id = ? AND n > 0 ORDER BY n DESC, length(name) DESC, name",
                (person_id,),
            )
        )
        if not forms:
            return None
        kind, name = forms[0]
        return Person(person_id, cast(Kind, kind), name, tuple(form for _, form in forms), entities)

    def persons_at(self, prefix: str) -> tuple[PersonId, ...]:
        """The persons of the entities whose id begins so; of one that has just this id, that one's alone."""
        exact = self.person_of(EntityId(prefix))
        rows = self._db.run(
            "SELECT DISTINCT person_id FROM name WHERE entity_id >= ?1 AND entity_id < ?1 || '~' ORDER BY 1", (prefix,)
        )
        return (exact,) if exact else tuple(PersonId(row[0]) for row in rows)

    def keyed(self, prefix: str) -> dict[PersonId, int]:
        """Persons under the keys that begin so -> how many entities each has."""
        rows = self._db.run(
            "SELECT DISTINCT person_id FROM person_key WHERE key >= ?1 AND key < ?1 || '~' AND n > 0", (prefix,)
        )
        return self.borne(PersonId(row[0]) for row in rows)

    def borne(self, persons: Iterable[PersonId]) -> dict[PersonId, int]:
        """How many entities each person has."""
        count = "SELECT coalesce(sum(n), 0) FROM form WHERE person_id = ?"
        return {person: next(self._db.run(count, (person,)))[0] for person in persons}

    def rulings(self, without: Seq | None = None) -> tuple[tuple[EntityId, EntityId, bool], ...]:
        """(left, right, same) of the verdicts about entities that bind, in ledger order; `without` one of them."""
        rows = self._db.run("SELECT seq, entity_id, other, same FROM ruling WHERE is_left ORDER BY seq")
        return tuple((EntityId(one), EntityId(other), bool(same)) for seq, one, other, same in rows if seq != without)

    def rulings_in(self, article_id: ArticleId) -> tuple[tuple[EntityId, EntityId, bool], ...]:
        """(entity of this report, the other, same), in ledger order."""
        rows = self._db.run(
            "SELECT entity_id, other, same FROM ruling WHERE article_id = ? ORDER BY seq, entity_id", (article_id,)
        )
        return tuple((EntityId(one), EntityId(other), bool(same)) for one, other, same in rows)

    def persons_of(self, articles: Iterable[tuple[ArticleId, int]]) -> tuple[Person, ...]:
        """The persons whom these report versions name, each with these reports' entities alone."""
        mine: dict[str, list[EntityId]] = {}
        for article_id, version in articles:
            rows = self._db.run(
                "SELECT entity_id, person_id FROM name WHERE article_id = ? ORDER BY entity_id", (article_id,)
            )
            for entity_id, person_id in rows:
                if entity_id.startswith(f"{article_id}.{version}."):
                    mine.setdefault(person_id, []).append(entity_id)
        forms = self._own_forms(mine)
        return tuple(
            Person(
                PersonId(one),
                cast(Kind, forms[one][0][0]),
                forms[one][0][1],
                tuple(n for _, n in forms[one]),
                tuple(mine[one]),
            )
            for one in sorted(mine)
        )

    def _own_forms(self, mine: Mapping[str, list[EntityId]]) -> dict[str, list[tuple[str, str]]]:
        """Kind and name of each person as these entities have it, most used first: a page holds its own evidence."""
        forms: dict[str, list[tuple[str, str]]] = {}
        for person, entities in mine.items():
            seen: dict[tuple[str, str], int] = {}
            for entity in entities:
                for kind, name in self._db.run("SELECT kind, name FROM name WHERE entity_id = ?", (entity,)):
                    seen[kind, name] = seen.get((kind, name), 0) + 1
            forms[person] = sorted(seen, key=lambda form: (-seen[form], -len(form[1]), form))
        return forms

    def entities_of(self, person_id: PersonId) -> tuple[EntityId, ...]:
        rows = self._db.run("SELECT entity_id FROM name WHERE person_id = ? ORDER BY entity_id", (person_id,))
        return tuple(EntityId(row[0]) for row in rows)

    def matches(self, articles: frozenset[ArticleId]) -> tuple[Matched, ...]:
        """Shared passages among these reports."""
        found: dict[Matched, None] = {}
        for article_id in sorted(articles):
            for right, body in self._db.run("SELECT right_id, body FROM shared WHERE left_id = ?", (article_id,)):
                if right in articles:
                    found[_matched(body)] = None
        return tuple(found)
