"""Verdicts as `export` writes them and `weave` takes them back."""

from __future__ import annotations

from typing import Any

import msgspec

from newsloom.records import Refused, Verdict


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
