"""Evidence for pages, which pages are stale, and the pages built.

In: ids and an instant. Out: `StoryEvidence`, cut at that instant (`seen_until`) and ledger place (`decided_until`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal

import msgspec

from newsloom.records import ArticleId, EntityId, Linked, PersonId, Report, Seq, StoryEvidence, StoryId, StoryPage
from newsloom.store.decisions import Decisions
from newsloom.store.dialects import Connection
from newsloom.store.ledger import Ledger
from newsloom.store.roster import Roster

PageKind = Literal["story", "thread"]

_encode = msgspec.msgpack.Encoder().encode
_page = msgspec.msgpack.Decoder(StoryPage).decode


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """What lists show of a page without reading it. `updated`: when its substance last changed; `words`: for search."""

    id: StoryId
    kind: PageKind = "story"
    headline: str
    lede: str = ""
    status: str | None = None
    as_of: datetime
    updated: datetime
    language: str = ""
    reports: tuple[ArticleId, ...]
    outlets: tuple[str, ...] = ()
    texts: int = 0
    origins: int = 0
    unnamed: int = 0
    disagreements: int = 0
    stories: tuple[StoryId, ...] = ()
    words: str = ""


_listing = msgspec.msgpack.Decoder(Listing).decode


class Pages:
    def __init__(self, connection: Connection, ledger: Ledger, decisions: Decisions, roster: Roster) -> None:
        self._db = connection
        self._ledger = ledger
        self._decisions = decisions
        self._roster = roster

    # ---- evidence
    def evidence(
        self, stories: tuple[StoryId, ...], *, seen_until: datetime | None = None, decided_until: Seq | None = None
    ) -> StoryEvidence | None:
        """All that a page of these stories (one: a story page; several: a thread page) may be made of."""
        members = self._members(stories, decided_until)
        found = [kept for member in members if (kept := self._versions(member, seen_until))]
        if not found:
            return None
        found.sort(key=lambda versions: (versions[-1].article.told_at, versions[-1].id))
        reports = tuple(versions[-1] for versions in found)
        newest = {(report.id, report.article.version) for report in reports}
        matches = tuple(
            match
            for match in self._decisions.matches(frozenset(report.id for report in reports))
            if (match.left_id, match.left_version) in newest and (match.right_id, match.right_version) in newest
        )
        return StoryEvidence(
            stories[0],
            reports,
            people=self._decisions.persons_of((report.id, report.article.version) for report in reports),
            matches=matches,
            related=self.related(stories[0]) if len(stories) == 1 else (),
            versions=tuple((versions[-1].id, len(versions)) for versions in found),
            before=tuple(earlier for versions in found for earlier in versions[:-1]),
            sources=self._roster.last_reads(seen_until),
            rulings=self._rulings(reports),
        )

    def _rulings(self, reports: tuple[Report, ...]) -> tuple[tuple[EntityId, EntityId, bool], ...]:
        """Verdicts on entities of these reports, both of them, in ledger order."""
        own = {entity.id for report in reports for entity in report.analysis.entities}
        return tuple(ruling for ruling in self._decisions.rulings() if ruling[0] in own and ruling[1] in own)

    def related(self, story_id: StoryId) -> tuple[Linked, ...]:
        """Links of a story to others, each end named after the story where its opener is now."""
        found: dict[frozenset[str], Linked] = {}
        for link in self._decisions.links(story_id):
            ends = self._decisions.story_of(link.story_id), self._decisions.story_of(link.earlier)
            if ends[0] and ends[1] and ends[0] != ends[1]:
                found[frozenset((ends[0], ends[1]))] = Linked(ends[0], ends[1], link.score, link.reasons)
        return tuple(found.values())

    def _members(self, stories: tuple[StoryId, ...], decided_until: Seq | None) -> tuple[ArticleId, ...]:
        if decided_until is None:
            return tuple(member for story in stories for member in self._decisions.members(story))
        then = self._decisions.placed(until=decided_until)
        return tuple(article_id for article_id, story in then.items() if story in stories)

    def _versions(self, article_id: ArticleId, seen_until: datetime | None) -> tuple[Report, ...]:
        """The versions of a report that were seen until then, oldest first."""
        numbers = [
            version
            for version, seen in self._db.run(
                "SELECT version, seen FROM article WHERE id = ? ORDER BY version", (article_id,)
            )
            if seen_until is None or datetime.fromisoformat(seen) <= seen_until
        ]
        return tuple(report for number in numbers if (report := self._ledger.report(article_id, number)))

    # ---- pages
    def stale(self) -> Iterator[tuple[StoryId, Seq]]:
        """Stories whose page must be made anew, the newest mark first."""
        rows = self._db.run("SELECT story_id, marked_at FROM stale ORDER BY marked_at DESC, story_id")
        yield from ((StoryId(story), Seq(seq)) for story, seq in rows)

    def put_page(self, page: StoryPage, listing: Listing, built_at: Seq) -> None:
        """Store a page; the mark is taken away unless a newer one came while the page was being built.

        A page with a report that was forgotten meanwhile is not stored: its story is marked, and made anew without it.
        """
        kept = msgspec.structs.replace(listing, words="")
        with self._db.transaction():
            if self._has_forgotten(page):
                return
            self._db.run(
                "INSERT OR REPLACE INTO page(id, kind, built_at, as_of, stories, listing, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    page.story_id, listing.kind, built_at, page.as_of.isoformat(), " ".join(listing.stories),
                    _encode(kept), _encode(page),
                ),
            )  # fmt: skip
            if listing.kind == "story":
                self._index(page, listing)
                self.unmark(page.story_id, built_at)
                self._db.run("INSERT OR IGNORE INTO unthreaded VALUES (?)", (page.story_id,))
            else:
                self._db.run("DELETE FROM threaded WHERE thread_id = ?", (page.story_id,))
                self._db.run_many(
                    "INSERT OR REPLACE INTO threaded VALUES (?, ?)",
                    ((story, page.story_id) for story in listing.stories),
                )
                self._await(page)

    def _has_forgotten(self, page: StoryPage) -> bool:
        if next(self._db.run("SELECT 1 FROM forgotten LIMIT 1"), None) is None:
            return False
        forgotten = "SELECT 1 FROM forgotten WHERE article_id = ?"
        return any(next(self._db.run(forgotten, (row.article.id,)), None) for row in page.reports)

    def _index(self, page: StoryPage, listing: Listing) -> None:
        self._unindex(page.story_id)
        self._db.run_many(
            "INSERT OR IGNORE INTO carded VALUES (?, ?)", ((card.person.id, page.story_id) for card in page.people)
        )
        self._await(page)
        self._db.run(
            "INSERT INTO found(headline, words, story_id) VALUES (?, ?, ?)",
            (listing.headline, listing.words, page.story_id),
        )
        self._db.run("INSERT INTO found_at VALUES (?, last_insert_rowid())", (page.story_id,))

    def _await(self, page: StoryPage) -> None:
        """Remember whose reading the page waits for; a thread's under the story that it is named after."""
        self._db.run_many(
            "INSERT OR IGNORE INTO awaited VALUES (?, ?)", ((source, page.story_id) for source in _awaited(page))
        )

    def _unindex(self, story_id: StoryId) -> None:
        self._db.run("DELETE FROM carded WHERE story_id = ?", (story_id,))
        self._db.run("DELETE FROM awaited WHERE story_id = ?", (story_id,))
        self._db.run("DELETE FROM found WHERE rowid = (SELECT place FROM found_at WHERE story_id = ?)", (story_id,))
        self._db.run("DELETE FROM found_at WHERE story_id = ?", (story_id,))

    def unmark(self, story_id: StoryId, built_at: Seq) -> None:
        self._db.run("DELETE FROM stale WHERE story_id = ? AND marked_at <= ?", (story_id, built_at))

    def drop_page(self, page_id: StoryId, built_at: Seq, kind: PageKind = "story") -> None:
        """A story that has no reports any more has no page."""
        with self._db.transaction():
            self._db.run("DELETE FROM page WHERE id = ? AND kind = ?", (page_id, kind))
            if kind == "story":
                self._unindex(page_id)
                self.unmark(page_id, built_at)
                self._db.run("INSERT OR IGNORE INTO unthreaded VALUES (?)", (page_id,))
            else:
                self._db.run("DELETE FROM threaded WHERE thread_id = ?", (page_id,))

    # ---- threads
    def unthreaded(self) -> tuple[StoryId, ...]:
        """The stories whose page was made or dropped since their thread was last looked at."""
        return tuple(StoryId(row[0]) for row in self._db.run("SELECT story_id FROM unthreaded ORDER BY story_id"))

    def mark_threaded(self, stories: Iterable[StoryId]) -> None:
        self._db.run_many("DELETE FROM unthreaded WHERE story_id = ?", ((story,) for story in stories))

    def thread_of(self, story_id: StoryId) -> StoryId | None:
        """The thread whose page, as stored, is made of this story among others."""
        row = next(self._db.run("SELECT thread_id FROM threaded WHERE story_id = ?", (story_id,)), None)
        return StoryId(row[0]) if row else None

    def as_of(self, page_id: StoryId) -> datetime | None:
        """Of a story's page; None where it has none."""
        row = next(self._db.run("SELECT as_of FROM page WHERE id = ? AND kind = 'story'", (page_id,)), None)
        return datetime.fromisoformat(row[0]) if row else None

    def page(self, page_id: StoryId, kind: PageKind = "story") -> StoryPage | None:
        row = next(self._db.run("SELECT body FROM page WHERE id = ? AND kind = ?", (page_id, kind)), None)
        return _page(row[0]) if row else None

    def built_at(self, page_id: StoryId, kind: PageKind = "story") -> tuple[Seq, tuple[StoryId, ...]] | None:
        """At which ledger place a page was built, and of which stories a thread page was."""
        row = next(self._db.run("SELECT built_at, stories FROM page WHERE id = ? AND kind = ?", (page_id, kind)), None)
        return (Seq(row[0]), tuple(StoryId(s) for s in row[1].split())) if row else None

    def listings(self, kind: PageKind = "story", start: int = 0, most: int = -1) -> Iterator[Listing]:
        """One listing for each page, the newest first; at most `most` (-1: all) from place `start`."""
        rows = self._db.run(
            "SELECT listing FROM page WHERE kind = ? ORDER BY as_of DESC, id LIMIT ? OFFSET ?", (kind, most, start)
        )
        yield from (_listing(body) for (body,) in rows)

    def search(self, query: str, most: int) -> tuple[Listing, ...]:
        """Stories in which every word of a query occurs (as a whole or as a beginning), the best first."""
        words = [f'"{word}"*' for word in re.findall(r"\w+", query)]
        if not words:
            return ()
        rows = self._db.run(
            "SELECT p.listing FROM found f JOIN page p ON p.kind = 'story' AND p.id = f.story_id"
            " WHERE found MATCH ? ORDER BY bm25(found, 5.0, 1.0), p.as_of DESC, p.id LIMIT ?",
            (" ".join(words), most),
        )
        return tuple(_listing(body) for (body,) in rows)

    def carded(self) -> tuple[tuple[PersonId, int], ...]:
        """Everybody who has a card on a story page, with the number of these stories."""
        rows = self._db.run("SELECT person_id, count(*) FROM carded GROUP BY person_id ORDER BY person_id")
        return tuple((PersonId(person), stories) for person, stories in rows)

    def stories_with(self, person_id: PersonId) -> tuple[StoryId, ...]:
        """The stories on whose page somebody has a card, the newest first."""
        rows = self._db.run(
            "SELECT c.story_id FROM carded c JOIN page p ON p.kind = 'story' AND p.id = c.story_id"
            " WHERE c.person_id = ? ORDER BY p.as_of DESC, p.id",
            (person_id,),
        )
        return tuple(StoryId(row[0]) for row in rows)

    def fingerprint(self) -> str:
        """Changes whenever a page is built, dropped or built anew from a later place of the ledger."""
        pages, built, newest = next(
            self._db.run("SELECT count(*), coalesce(sum(built_at), 0), coalesce(max(built_at), 0) FROM page")
        )
        return f"{pages}-{built}-{newest}"

    def listing(self, page_id: StoryId, kind: PageKind = "story") -> Listing | None:
        row = next(self._db.run("SELECT listing FROM page WHERE id = ? AND kind = ?", (page_id, kind)), None)
        return _listing(row[0]) if row else None

    def ids(self, kind: PageKind = "story") -> tuple[StoryId, ...]:
        return tuple(StoryId(row[0]) for row in self._db.run("SELECT id FROM page WHERE kind = ? ORDER BY id", (kind,)))


def _awaited(page: StoryPage) -> Iterator[str]:
    """The sources of outlets of which the page says "not collected"."""
    articles = {row.article.id: row.article for row in page.reports}
    missed = {articles[i].outlet for row in page.coverage for i, says in row.reports if says == "not collected"}
    yield from (article.source_id for article in articles.values() if article.source_id and article.outlet in missed)
