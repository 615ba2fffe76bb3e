"""Instants in addresses (?at=, ?from=, ?to=)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
LOST_PLUS = re.compile(r" (?=\d{2}:?\d{2}$)")  # "+02:00" arrives as " 02:00" where the plus was not encoded


def read_instant(value: str) -> datetime | None:
    """An ISO 8601 day (its end) or instant (without a zone: UTC); None where it is none.

    "2018-06-01" -> the last second of that day; "2018-06-01T18:52" -> 18:52 UTC
    """
    value = value.strip()
    try:
        if DAY.match(value):
            return datetime.fromisoformat(value).replace(tzinfo=UTC) + timedelta(days=1, seconds=-1)
        instant = datetime.fromisoformat(LOST_PLUS.sub("+", value))
        return (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
