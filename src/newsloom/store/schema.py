"""Numbered migrations, append-only: a migration that has shipped is never edited, a new one is added below it.

Truth: ledger, article, forgotten, source, visit, read_mark. Kept: analysis, decided, quarantine, fetched. All else
(DERIVED) is what decisions left behind and is made anew by replaying them.
"""

from __future__ import annotations

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE ledger(seq INTEGER PRIMARY KEY, entry BLOB NOT NULL);
    CREATE TABLE article(
        id TEXT NOT NULL, version INTEGER NOT NULL, given_id TEXT NOT NULL, canonical_url TEXT NOT NULL,
        url TEXT NOT NULL, outlet TEXT NOT NULL, published TEXT, seen TEXT NOT NULL, content_hash TEXT NOT NULL,
        body BLOB NOT NULL, UNIQUE(id, version));
    CREATE INDEX article_canonical ON article(canonical_url);
    CREATE INDEX article_given ON article(given_id);
    CREATE TABLE forgotten(article_id TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE analysis(
        id TEXT NOT NULL, version INTEGER NOT NULL, analyser TEXT NOT NULL, body BLOB NOT NULL, UNIQUE(id, version));
    CREATE TABLE decided(seq INTEGER PRIMARY KEY, engine TEXT NOT NULL, body BLOB NOT NULL);
    CREATE TABLE quarantine(
        n INTEGER PRIMARY KEY, source TEXT NOT NULL, item TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL,
        UNIQUE(source, item, reason));
    CREATE TABLE source(id TEXT PRIMARY KEY, body BLOB NOT NULL);
    CREATE TABLE visit(source_id TEXT NOT NULL, at TEXT NOT NULL, body BLOB NOT NULL);
    CREATE INDEX visit_source ON visit(source_id, at);
    CREATE TABLE fetched(url TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE lease(one INTEGER PRIMARY KEY CHECK (one = 1), holder TEXT NOT NULL, pid INTEGER NOT NULL);

    CREATE TABLE place(article_id TEXT PRIMARY KEY, story_id TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX place_story ON place(story_id);
    CREATE TABLE link(
        story_id TEXT NOT NULL, earlier TEXT NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY(story_id, earlier)) WITHOUT ROWID;
    CREATE TABLE name(
        entity_id TEXT PRIMARY KEY, person_id TEXT NOT NULL, article_id TEXT NOT NULL, kind TEXT NOT NULL,
        name TEXT NOT NULL, keys TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX name_person ON name(person_id);
    CREATE INDEX name_article ON name(article_id);
    CREATE TABLE form(
        person_id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY(person_id, kind, name)) WITHOUT ROWID;
    CREATE TABLE person_key(
        key TEXT NOT NULL, person_id TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(key, person_id)) WITHOUT ROWID;
    CREATE TABLE shared(left_id TEXT NOT NULL, right_id TEXT NOT NULL, body BLOB NOT NULL);
    CREATE INDEX shared_left ON shared(left_id);
    CREATE INDEX shared_right ON shared(right_id);
    CREATE TABLE fingerprint(
        value INTEGER NOT NULL, article_id TEXT NOT NULL, version INTEGER NOT NULL, n INTEGER NOT NULL);
    CREATE INDEX fingerprint_value ON fingerprint(value);
    CREATE INDEX fingerprint_article ON fingerprint(article_id);
    CREATE TABLE stale(story_id TEXT PRIMARY KEY, marked_at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE page(
        id TEXT NOT NULL, kind TEXT NOT NULL, built_at INTEGER NOT NULL, as_of TEXT NOT NULL, stories TEXT NOT NULL,
        listing BLOB NOT NULL, body BLOB NOT NULL, PRIMARY KEY(kind, id));
    CREATE INDEX page_as_of ON page(kind, as_of DESC);
    CREATE TABLE carded(
        person_id TEXT NOT NULL, story_id TEXT NOT NULL, PRIMARY KEY(person_id, story_id)) WITHOUT ROWID;
    CREATE INDEX carded_story ON carded(story_id);
    CREATE VIRTUAL TABLE found USING fts5(
        headline, words, story_id UNINDEXED, tokenize = 'unicode61 remove_diacritics 2');
    """,
    "ALTER TABLE lease ADD COLUMN began TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE awaited(
        source_id TEXT NOT NULL, story_id TEXT NOT NULL, PRIMARY KEY(source_id, story_id)) WITHOUT ROWID;
    CREATE INDEX awaited_story ON awaited(story_id);
    """,
    """
    CREATE TABLE checkpoint(
        part TEXT PRIMARY KEY, seq INTEGER NOT NULL, made_by TEXT NOT NULL, sum INTEGER NOT NULL, body BLOB NOT NULL);
    CREATE TABLE owed(
        article_id TEXT NOT NULL, version INTEGER NOT NULL, article BLOB NOT NULL, analysis BLOB NOT NULL,
        PRIMARY KEY(article_id, version));
    """,
    """
    CREATE TABLE read_mark(story_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, as_of TEXT NOT NULL) WITHOUT ROWID;
    """,
    # verdicts about entities that bind, one row for each of the two
    """
    CREATE TABLE ruling(
        seq INTEGER NOT NULL, entity_id TEXT NOT NULL, other TEXT NOT NULL, same INTEGER NOT NULL,
        article_id TEXT NOT NULL, is_left INTEGER NOT NULL);
    CREATE INDEX ruling_article ON ruling(article_id);
    """,
    # what a turn asks for without reading the archive: entries that are no reports (their bytes 2 to 12 are not "type",
    # "taken"); articles without analysis; the thread of a story, and the stories whose thread is to be looked at;
    # where in the search index a story stands
    """
    CREATE INDEX said ON ledger(seq) WHERE substr(entry, 2, 11) <> X'A474797065A574616B656E';
    CREATE TABLE unread(article INTEGER PRIMARY KEY);
    INSERT INTO unread SELECT rowid FROM article a WHERE NOT EXISTS
        (SELECT 1 FROM analysis n WHERE n.id = a.id AND n.version = a.version);
    CREATE INDEX link_earlier ON link(earlier);
    CREATE TABLE threaded(story_id TEXT PRIMARY KEY, thread_id TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX threaded_thread ON threaded(thread_id);
    INSERT OR REPLACE INTO threaded SELECT s.value, p.id FROM page p,
        json_each('["' || replace(p.stories, ' ', '","') || '"]') s WHERE p.kind = 'thread';
    CREATE TABLE unthreaded(story_id TEXT PRIMARY KEY) WITHOUT ROWID;
    INSERT INTO unthreaded SELECT id FROM page WHERE kind = 'story';
    CREATE TABLE found_at(story_id TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
    INSERT OR REPLACE INTO found_at SELECT story_id, rowid FROM found;
    """,
    # by id and version: the numbers of article's rows are the database's own, and a VACUUM may change them
    """
    DROP TABLE unread;
    CREATE TABLE unread(n INTEGER PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, UNIQUE(id, version));
    INSERT INTO unread(id, version) SELECT id, version FROM article a WHERE NOT EXISTS
        (SELECT 1 FROM analysis n WHERE n.id = a.id AND n.version = a.version) ORDER BY rowid;
    """,
)

DERIVED = (
    "place", "link", "name", "form", "person_key", "shared", "fingerprint", "stale", "page", "carded", "awaited",
    "found", "ruling", "threaded", "unthreaded", "found_at",
)  # fmt: skip
