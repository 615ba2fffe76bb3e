"""When an address is visited again: pure, from what is remembered of it and what happened.

In: what is remembered, what happened, the instant. Out: what is to be remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

import msgspec

from newsloom.config import FetchSettings
from newsloom.records import FetchState, Source


def due(sources: Iterable[Source], state: Mapping[str, FetchState], now: datetime) -> list[Source]:
    """The sources whose time has come, in their order; one never visited is due."""
    known = [(source, state.get(source.url)) for source in sources]
    return [source for source, past in known if past is None or past.due_at is None or past.due_at <= now]


def page_is_due(past: FetchState | None, now: datetime) -> bool:
    """Whether a page is to be fetched: never seen, or its time to be looked at again has come."""
    return past is None or (past.due_at is not None and past.due_at <= now)


def after_source(past: FetchState, etag: str, last_modified: str, now: datetime, settings: FetchSettings) -> FetchState:
    """A source was read: it is due again after the usual time."""
    return FetchState(
        url=past.url,
        etag=etag,
        last_modified=last_modified,
        fetched_at=now,
        due_at=now + timedelta(minutes=settings.every_minutes),
        visits=past.visits + 1,
    )


def after_page(past: FetchState, etag: str, last_modified: str, now: datetime, settings: FetchSettings) -> FetchState:
    """A page was read: it is looked at again after some hours, for edits; then no more."""
    hours = settings.recheck_hours
    due_at = now + timedelta(hours=hours[past.visits]) if past.visits < len(hours) else None
    return FetchState(
        url=past.url,
        etag=etag or past.etag,
        last_modified=last_modified or past.last_modified,
        fetched_at=now,
        due_at=due_at,
        visits=past.visits + 1,
    )


def after_failure(past: FetchState, retry_at: datetime | None, now: datetime, settings: FetchSettings) -> FetchState:
    """The wait doubles with each failure, up to a day, and is never shorter than the server asked for."""
    longest = timedelta(hours=settings.longest_wait_hours)
    due_at = now + min(timedelta(minutes=settings.every_minutes) * 2 ** min(past.failures, 12), longest)
    if retry_at:
        due_at = max(due_at, min(retry_at, now + longest))
    return msgspec.structs.replace(past, due_at=due_at, failures=past.failures + 1)


def given_up(past: FetchState, for_now: bool, settings: FetchSettings) -> bool:
    """Whether a page that failed is asked no more: its failure is for good, or one of many."""
    return not for_now or past.failures + 1 >= settings.give_up_after
