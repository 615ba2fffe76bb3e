"""Verdicts as `export` writes them and `weave` takes them back; and the turn that obeys them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from newsloom.config import Settings
from newsloom.engine.parallel import Mapper
from newsloom.engine.run import turn
from newsloom.records import Entry, Refused, Verdict
from newsloom.store import Store, StoreError


def read_verdict(row: dict[str, Any]) -> Verdict | Refused:
    """`{"verdict": {"about","left","right","same","made_by","at","why"}}` -> Verdict."""
    try:
        fields = {k: v for k, v in row["verdict"].items() if k != "type"}
        return msgspec.convert({"type": "verdict", **fields}, Verdict)
    except (msgspec.ValidationError, AttributeError) as error:
        return Refused("verdict", str(row.get("verdict"))[:80], f"no verdict: {error}")


def write_verdict(verdict: Verdict) -> dict[str, Any]:
    """The line that `read_verdict` reads."""
    fields = msgspec.to_builtins(verdict)
    fields.pop("type")
    return {"verdict": fields}


def put(store: Store, entries: Iterable[Entry], settings: Settings, mapper: Mapper, now: str) -> str:
    """Append to the ledger without the lease, then weave what follows. Out: "" or, where a loom is at work and will
    take them up next, the line that says so."""
    with store.transaction():
        for entry in entries:
            store.ledger.append(entry)
    try:
        with store.roster.lease("newsloom verdict"):
            turn(store, (), settings, mapper, now)
    except StoreError as busy:
        return str(busy)
    return ""
