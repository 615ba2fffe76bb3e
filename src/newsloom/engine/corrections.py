"""What an editor says -> ledger entries.

Verdicts name reports, never stories, so they outlive any clustering; each of these commands is one or a few of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newsloom.records import ArticleId, Entry, Forgotten, Retracted, Seq, StoryId, Verdict
from newsloom.store import Store


class Impossible(ValueError):
    """What was asked for can't be done, and why."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who says it, when (UTC), and why ("" where no reason was given)."""

    by: str
    at: datetime
    why: str = ""

    def verdict(
        self, left: str, right: str, same: bool, about: Literal["story", "person", "thread"] = "story"
    ) -> Verdict:
        return Verdict(about, left, right, same, self.by, self.at, self.why)


def find_report(store: Store, prefix: str) -> ArticleId:
    """The one report whose id, or given id, begins with this. Raises Impossible where none or several do."""
    found = store.find_articles(prefix)
    if len(found) == 1:
        return found[0]
    why = f"several reports begin so: {' '.join(found[:5])}" if found else "no such report"
    raise Impossible(f"{prefix}: {why} (newsloom reports lists them)")


def merge(left: ArticleId, right: ArticleId, signed: Signed) -> tuple[Entry, ...]:
    """Two reports are of one story: their stories become one."""
    return (signed.verdict(left, right, True),)


def split(store: Store, story: ArticleId, reports: Sequence[ArticleId], signed: Signed) -> tuple[Entry, ...]:
    """Reports are not of the story where another report stands; together they are another story.

    With opener o and reports a, b: not-same(o, a), not-same(o, b), same(a, b). A story keeps the opener that it is
    named after, so where that is among the reports, all the others are the ones that leave. Raises Impossible where
    a report does not stand there, or none would stay.
    """
    chosen, place = tuple(dict.fromkeys(reports)), store.decisions.story_of(story)
    strangers = [one for one in chosen if store.decisions.story_of(one) != place]
    if strangers or place is None:
        raise Impossible(f"{(strangers or [story])[0]} does not stand in that story")
    rest = _rest(store, place, chosen)
    if not rest:
        raise Impossible("these are all the reports of the story: nothing would be left of it")
    opener = ArticleId(place)
    leaving, stays = (rest, opener) if opener in chosen else (chosen, opener if opener in rest else rest[0])
    apart = (signed.verdict(stays, one, False) for one in leaving)
    together = (signed.verdict(leaving[0], one, True) for one in leaving[1:])
    return (*apart, *together)


def move(store: Store, reports: Sequence[ArticleId], target: ArticleId, signed: Signed) -> tuple[Entry, ...]:
    """Reports that stand in one story are not of it, but of that of another report.

    Raises Impossible where they are there already, or do not stand together.
    """
    place = store.decisions.story_of(reports[0])
    if place is None or place == store.decisions.story_of(target):
        raise Impossible(f"{reports[0]} stands in that story already")
    apart = split(store, reports[0], reports, signed) if _rest(store, place, reports) else ()
    return (*apart, signed.verdict(target, reports[0], True))


def _rest(store: Store, place: StoryId, chosen: Sequence[ArticleId]) -> tuple[ArticleId, ...]:
    return tuple(one for one in store.decisions.members(place) if one not in chosen)


def undo(seq: Seq, signed: Signed) -> tuple[Entry, ...]:
    """A verdict binds no more: what it moved stands again where the other decisions last put it."""
    return (Retracted(seq, signed.by, signed.at),)


def forget(report: ArticleId, signed: Signed) -> tuple[Entry, ...]:
    """Every word of a report goes, everywhere."""
    return (Forgotten(report, signed.by, signed.at),)
