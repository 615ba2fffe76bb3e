"""What a user reads where a store can't be used: one line that names it and says why; and it stays intact."""

from __future__ import annotations

import os
from pathlib import Path

import apsw
import pytest

from newsloom.store import StoreError, open_store
from newsloom.store.dialects import is_sound
from newsloom.store.schema import MIGRATIONS


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = str(tmp_path / "store.db")
    open_store(path).close()
    apsw.Connection(path).pragma("user_version", len(MIGRATIONS) + 1)
    with pytest.raises(StoreError, match="newer newsloom"):
        open_store(path)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"certainly no database, and long enough to be read as one" * 40)
    with pytest.raises(StoreError, match="not a newsloom store"):
        open_store(str(path))
    assert path.read_bytes().startswith(b"certainly")


def test_another_programs_database_is_not_touched(tmp_path: Path) -> None:
    path = str(tmp_path / "other.db")
    other = apsw.Connection(path)
    other.execute("CREATE TABLE theirs(x)")
    with pytest.raises(StoreError, match="not newsloom's"):
        open_store(path)
    assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["theirs"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no folder"):
        open_store(str(tmp_path / "none" / "store.db"))


def test_reading_never_makes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with pytest.raises(StoreError, match="no such store"):
        open_store(str(path), readonly=True)
    assert not path.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_store_that_can_not_be_written(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(str(path)).close()
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(StoreError, match=r"read-only|no right"):
            open_store(str(path))
    finally:
        tmp_path.chmod(0o755)


def test_a_full_disk_is_said_and_what_was_stored_stays(tmp_path: Path) -> None:
    path = str(tmp_path / "store.db")
    store = open_store(path)
    pages = next(store.connection.run("PRAGMA page_count"))[0]
    list(store.connection.run(f"PRAGMA max_page_count = {pages + 2}"))
    with pytest.raises(StoreError, match="disk is full"), store.transaction():
        store.connection.run("INSERT INTO decided(seq, engine, body) VALUES (1, '1', zeroblob(1000000))")
    assert store.connection.problems() == [] and store.decisions.cursor() == 0
    store.close()


@pytest.mark.parametrize(
    ("version", "sound"),
    [("3.40.1", False), ("3.44.6", True), ("3.45.0", False), ("3.50.7", True), ("3.51.2", False), ("3.54.1", True)],
)
def test_a_sqlite_that_can_lose_data_is_refused(version: str, sound: bool) -> None:
    assert is_sound(version) is sound
