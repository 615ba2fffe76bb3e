"""A site is written when its state is not the one it was written from, and left alone otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsloom.engine import publish as publishing
from newsloom.store import open_store


def test_a_site_of_another_engine_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, index = open_store(str(tmp_path / "store.db")), tmp_path / "site" / "index.html"

    def publish() -> str:
        publishing.publish(store, index.parent, lambda what, done, of: None)
        return index.read_text("utf-8")

    written = publish()
    index.write_text("kept", "utf-8")
    assert publish() == "kept"
    monkeypatch.setattr(publishing, "SETTINGS", replace(publishing.SETTINGS, engine="another"))
    assert publish() == written
