"""The ledger, the articles it names, their kept analyses, and what was refused.

Invariant: an entry and what it names are stored in one transaction; entries are never changed or removed. A forgotten
report keeps its entries and loses every word.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from newsloom.records import (
    Analysis,
    Article,
    ArticleId,
    Entry,
    Forgotten,
    Range,
    Refused,
    Report,
    Retracted,
    Seq,
    Taken,
    Verdict,
)
from newsloom.store.dialects import Connection
from newsloom.store.in_part import read_passages, read_terms

_SAID = "SELECT seq, entry FROM ledger WHERE substr(entry, 2, 11) <> X'A474797065A574616B656E' ORDER BY seq"
LOOKED_UP = 64  # fingerprints at once
_HOLDERS = f"""
    WITH asked(value) AS (VALUES {", ".join(["(?)"] * LOOKED_UP)})
    SELECT f.value, f.article_id, f.version, f.n FROM asked JOIN fingerprint f ON f.value = asked.value
    WHERE (SELECT count(*) FROM (SELECT 1 FROM fingerprint g WHERE g.value = asked.value LIMIT ?)) < ?
    ORDER BY f.rowid"""

Outcome = Literal["stored", "known", "forgotten"]
START = Seq(0)
CACHED_REPORTS = 2_000
CACHED_TEXTS = 5_000  # some 50 MB
_REPORT = (
    "SELECT a.body, n.body FROM article a JOIN analysis n ON n.id = a.id AND n.version = a.version"
    " WHERE a.id = ? AND a.version = ?"
)
PAGE_ROWS = 500

_encode = msgspec.msgpack.Encoder().encode
_article = msgspec.msgpack.Decoder(Article).decode
_analysis = msgspec.msgpack.Decoder(Analysis).decode
_entry = msgspec.msgpack.Decoder(Taken | Verdict | Retracted | Forgotten).decode


class Ledger:
    """Append, and read in order. State: a cache of reports, nothing else."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._reports: OrderedDict[tuple[ArticleId, int], Report] = OrderedDict()
        self._texts: OrderedDict[tuple[ArticleId, int], Report] = OrderedDict()

    # ---- append
    def take(self, article: Article) -> tuple[Outcome, Article]:
        """Store a new version, unless these words are the newest we have, a version was seen with them at that very
        instant (a file taken again), or the report was forgotten."""
        with self._db.transaction():
            if next(self._db.run("SELECT 1 FROM forgotten WHERE article_id = ?", (article.id,)), None):
                return "forgotten", article
            newest, known = self._held(article)
            if known:
                return "known", msgspec.structs.replace(article, version=known)
            article = msgspec.structs.replace(article, version=newest + 1)
            self._db.run(
                "INSERT INTO article(id, version, given_id, canonical_url, url, outlet, published, seen, content_hash,"
                " body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    article.id, article.version, article.given_id, article.canonical_url, article.url, article.outlet,
                    published_text(article), article.seen_at.isoformat(), article.content_hash, _encode(article),
                ),
            )  # fmt: skip
            self._db.run("INSERT INTO unread(id, version) VALUES (?, ?)", (article.id, article.version))
            self.append(Taken(article.id, article.version))
        return "stored", article

    def _held(self, article: Article) -> tuple[int, int]:
        """The number of the report's newest version, and of the one that has these words already; 0 for none."""
        versions = list(
            self._db.run(
                "SELECT version, content_hash, seen FROM article WHERE id = ? ORDER BY version DESC", (article.id,)
            )
        )
        words, seen = article.content_hash, article.seen_at.isoformat()
        same = (v for v, of, at in versions if of == words and (v == versions[0][0] or at == seen))
        return (versions[0][0] if versions else 0), next(same, 0)

    def append(self, entry: Entry) -> Seq:
        """The entry's place in the ledger. `Forgotten` removes the report's words in the same transaction."""
        with self._db.transaction():
            if isinstance(entry, Forgotten):
                self._erase(entry.article_id)
            self._db.run("INSERT INTO ledger(entry) VALUES (?)", (_encode(entry),))
            return Seq(next(self._db.run("SELECT max(seq) FROM ledger"))[0])

    def _erase(self, article_id: ArticleId) -> None:
        self._db.run("INSERT OR IGNORE INTO forgotten VALUES (?)", (article_id,))
        self._owe(article_id)
        for table in ("article", "analysis", "unread"):
            self._db.run(f"DELETE FROM {table} WHERE id = ?", (article_id,))
        self._db.run("DELETE FROM fingerprint WHERE article_id = ?", (article_id,))
        self._db.run("DELETE FROM shared WHERE left_id = ? OR right_id = ?", (article_id, article_id))
        # pages are made anew at the next turn; until then none may hold a word of it
        self._db.run("DELETE FROM page WHERE instr(stories, ?) OR id = ?", (article_id, article_id))
        self._db.run(
            "DELETE FROM page WHERE id IN (SELECT story_id FROM place WHERE article_id = ?) OR kind = 'thread'",
            (article_id,),
        )
        self._db.run("INSERT OR IGNORE INTO unthreaded SELECT story_id FROM threaded")
        self._db.run(
            "DELETE FROM found WHERE rowid IN (SELECT f.place FROM found_at f JOIN place p ON p.story_id = f.story_id"
            " WHERE p.article_id = ?)",
            (article_id,),
        )
        self._db.run(
            "DELETE FROM found_at WHERE story_id IN (SELECT story_id FROM place WHERE article_id = ?)", (article_id,)
        )
        for cache in (self._reports, self._texts):
            for key in [key for key in cache if key[0] == article_id]:
                del cache[key]

    def _owe(self, article_id: ArticleId) -> None:
        """Set aside the hashed terms of the versions that decisions have counted, until they are taken back."""
        decided = Seq(next(self._db.run("SELECT coalesce(max(seq), 0) FROM decided"))[0])
        waiting = {e.version for _, e in self.entries(decided) if isinstance(e, Taken) and e.article_id == article_id}
        for article in self.versions(article_id):
            counted = self.counted(article_id, article.version)
            if counted is not None and article.version not in waiting:
                self._db.run(
                    "INSERT OR REPLACE INTO owed VALUES (?, ?, ?, ?)",
                    (article_id, article.version, _encode(counted.article), _encode(counted.analysis)),
                )

    def keep(self, analysis: Analysis) -> None:
        self._db.run(
            "INSERT OR REPLACE INTO analysis(id, version, analyser, body) VALUES (?, ?, ?, ?)",
            (analysis.article_id, analysis.version, analysis.analyser, _encode(analysis)),
        )
        self._db.run("DELETE FROM unread WHERE id = ? AND version = ?", (analysis.article_id, analysis.version))
        for cache in (self._reports, self._texts):
            cache.pop((analysis.article_id, analysis.version), None)

    def refuse(self, refused: Refused, at: str) -> None:
        """Quarantine: the same refusal is kept once."""
        self._db.run(
            "INSERT OR IGNORE INTO quarantine(source, item, reason, at) VALUES (?, ?, ?, ?)",
            (refused.source, refused.item, refused.reason, at),
        )

    # ---- read
    def last(self) -> Seq:
        return Seq(next(self._db.run("SELECT coalesce(max(seq), 0) FROM ledger"))[0])

    def entries(self, after: Seq = START) -> Iterator[tuple[Seq, Entry]]:
        """Entries in order, read a few hundred at a time."""
        while rows := list(
            self._db.run("SELECT seq, entry FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?", (after, PAGE_ROWS))
        ):
            yield from ((Seq(seq), _entry(entry)) for seq, entry in rows)
            after = Seq(rows[-1][0])

    def entry(self, seq: Seq) -> Entry | None:
        row = next(self._db.run("SELECT entry FROM ledger WHERE seq = ?", (seq,)), None)
        return _entry(row[0]) if row else None

    def entries_of(self, article_id: ArticleId) -> tuple[Seq, ...]:
        """The places at which its versions were taken, in order."""
        rows = self._db.run("SELECT seq, entry FROM ledger WHERE instr(entry, ?) ORDER BY seq", (article_id.encode(),))
        found = ((Seq(seq), _entry(body)) for seq, body in rows)
        return tuple(seq for seq, entry in found if isinstance(entry, Taken) and entry.article_id == article_id)

    def verdicts(self) -> tuple[tuple[Seq, Verdict], ...]:
        """Verdicts that still bind, in order."""
        gone = self.retracted()
        return tuple((s, e) for s, e in self._said() if isinstance(e, Verdict) and s not in gone)

    def retracted(self) -> frozenset[Seq]:
        """Places of verdicts that bind no more."""
        return frozenset(entry.verdict for _, entry in self._said() if isinstance(entry, Retracted))

    def undone(self, before: Seq) -> frozenset[Seq]:
        """As of the entries before that place: verdicts that bound no more, and the entries that took them back."""
        taken = [(seq, entry.verdict) for seq, entry in self._said() if isinstance(entry, Retracted) and seq < before]
        return frozenset(place for pair in taken for place in pair)

    def _said(self) -> Iterator[tuple[Seq, Entry]]:
        """The entries that are no reports, in order, found without reading those that are."""
        return ((Seq(seq), _entry(body)) for seq, body in self._db.run(_SAID))

    def unanalysed(self) -> Iterator[Article]:
        """Articles without analysis, in ledger order, read a few hundred at a time."""
        after = 0
        while rows := list(
            self._db.run(
                "SELECT u.n, a.body FROM unread u JOIN article a ON a.id = u.id AND a.version = u.version"
                " WHERE u.n > ? ORDER BY u.n LIMIT ?",
                (after, PAGE_ROWS),
            )
        ):
            yield from (_article(body) for _, body in rows)
            after = rows[-1][0]

    def count_unanalysed(self) -> int:
        return int(next(self._db.run("SELECT count(*) FROM unread"))[0])

    def drop_analyses(self) -> None:
        """All of them; every article waits for a new one."""
        with self._db.transaction():
            self._db.run("DELETE FROM analysis")
            self._db.run("INSERT OR IGNORE INTO unread(id, version) SELECT id, version FROM article ORDER BY rowid")
        self._reports.clear()
        self._texts.clear()

    def article(self, article_id: ArticleId, version: int | None = None) -> Article | None:
        """That version, or the newest; None where there is none (any more)."""
        row = next(
            self._db.run("SELECT body FROM article WHERE id = ? AND version = ?", (article_id, version))
            if version is not None
            else self._db.run("SELECT body FROM article WHERE id = ? ORDER BY version DESC LIMIT 1", (article_id,)),
            None,
        )
        return _article(row[0]) if row else None

    def versions(self, article_id: ArticleId) -> tuple[Article, ...]:
        """Every version, the first first."""
        return tuple(
            _article(body)
            for (body,) in self._db.run("SELECT body FROM article WHERE id = ? ORDER BY version", (article_id,))
        )

    def report(self, article_id: ArticleId, version: int) -> Report | None:
        """The article with its kept analysis; None where it was forgotten or is not yet analysed."""
        key = (article_id, version)
        if key in self._reports:
            self._reports.move_to_end(key)
            return self._reports[key]
        row = next(self._db.run(_REPORT, key), None)
        if row is None:
            return None
        report = self._reports[key] = Report(_article(row[0]), _analysis(row[1]))
        if len(self._reports) > CACHED_REPORTS:
            self._reports.popitem(last=False)
        return report

    def shared_by(self, article_id: ArticleId, version: int) -> Report | None:
        """What passages are compared by: the text, where its passages stand, and what is no part of it; nothing else of
        the analysis. A third of the work of reading the report whole."""
        key = (article_id, version)
        if key in self._texts:
            self._texts.move_to_end(key)
            return self._texts[key]
        row = next(self._db.run(_REPORT, key), None)
        if row is None:
            return None
        report = self._texts[key] = read_passages(row)
        if len(self._texts) > CACHED_TEXTS:
            self._texts.popitem(last=False)
        return report

    def counted(self, article_id: ArticleId, version: int) -> Report | None:
        """What the story index counts of a report: its terms, language and times, and no words. Also of one forgotten
        since, for as long as a checkpoint may count it."""
        row = next(
            self._db.run(
                "SELECT a.body, n.body FROM article a JOIN analysis n ON n.id = a.id AND n.version = a.version"
                " WHERE a.id = ?1 AND a.version = ?2 UNION ALL"
                " SELECT article, analysis FROM owed WHERE article_id = ?1 AND version = ?2",
                (article_id, version),
            ),
            None,
        )
        return read_terms(row) if row else None

    def owed(self, article_id: ArticleId) -> Report | None:
        """What was counted last of a forgotten report, where that has yet to be taken back."""
        row = next(
            self._db.run(
                "SELECT article, analysis FROM owed WHERE article_id = ? ORDER BY version DESC LIMIT 1", (article_id,)
            ),
            None,
        )
        return read_terms(row) if row else None

    def carriers(self, fingerprints: Iterable[int], most: int) -> Iterator[tuple[Report, Range]]:
        """Passages with any of these fingerprints, each once, in ledger order; a fingerprint that more than `most`
        passages carry is a stock phrase and finds nothing."""
        found = dict.fromkeys(held for rows in self.holders(fingerprints, most).values() for held in rows)
        for article_id, version, n in found:
            report = self.report(article_id, version)
            if report is not None and n < len(report.analysis.passages):
                yield report, report.analysis.passages[n].range

    def holders(self, fingerprints: Iterable[int], most: int) -> dict[int, list[tuple[ArticleId, int, int]]]:
        """Which passages hold each of these fingerprints (article, version, number of the passage), in ledger order;
        one that more than `most` hold is left out."""
        asked = tuple(fingerprints)
        held: dict[int, list[tuple[ArticleId, int, int]]] = {value: [] for value in asked}
        for at in range(0, len(asked), LOOKED_UP):
            some = asked[at : at + LOOKED_UP]
            rows = self._db.run(_HOLDERS, (*some, *(None for _ in range(LOOKED_UP - len(some))), most + 1, most + 1))
            for value, article_id, version, n in rows:
                held[value].append((ArticleId(article_id), version, n))
        return {value: rows for value, rows in held.items() if rows}

    def index_passages(self, report: Report) -> None:
        self._db.run_many(
            "INSERT INTO fingerprint(value, article_id, version, n) VALUES (?, ?, ?, ?)",
            (
                (value, report.id, report.article.version, n)
                for n, passage in enumerate(report.analysis.passages)
                for value in passage.fingerprints
            ),
        )

    def quarantine(self) -> tuple[dict[str, str], ...]:
        return tuple(
            {"source": source, "item": item, "reason": reason, "at": at}
            for source, item, reason, at in self._db.run("SELECT source, item, reason, at FROM quarantine ORDER BY n")
        )


def published_text(article: Article) -> str | None:
    """`published` as an input line has it: a day where only the day is known.

    >>> from datetime import UTC, datetime
    >>> end = datetime(2018, 6, 1, 23, 59, 59, tzinfo=UTC)
    >>> published_text(Article(id=ArticleId("a"), text="x", seen_at=end, published_at=end, day_only=True))
    '2018-06-01'
    """
    if article.published_at is None:
        return None
    return article.published_at.date().isoformat() if article.day_only else article.published_at.isoformat()
