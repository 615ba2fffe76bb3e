"""Commands by which people correct the engine: merge, split, move, undo, forget. Verdicts win over every decision."""

from __future__ import annotations

import getpass
from typing import Annotated, Any

import typer

from newsloom.cli.common import JOBS, StoreFile, clear_errors, now, opened
from newsloom.cli.streams import say
from newsloom.config import Settings
from newsloom.records import ArticleId, Entry, Forgotten, Retracted, Seq, StoryId, Verdict
from newsloom.store import Store, StoreError

Why = Annotated[str, typer.Option("--why", help="The reason, kept with the verdict.")]
By = Annotated[str, typer.Option("--by", help="Who says so [default: you].")]


def find_report(store: Store, prefix: str) -> ArticleId:
    """The one report whose id, or given id, begins with this. Exits 1 where none or several do."""
    found = store.find_articles(prefix)
    if len(found) == 1:
        return found[0]
    say(f"{prefix}: {'several reports begin so: ' + ' '.join(found[:5]) if found else 'no such report'}"
        " (newsloom reports lists them)")  # fmt: skip
    raise SystemExit(1)


def append(store: Store, entries: list[Entry]) -> None:
    """Append to the ledger without the lease; where no loom is at work, weave what follows from them."""
    from newsloom.engine.parallel import map_processes
    from newsloom.engine.run import turn

    with store.transaction():
        for entry in entries:
            store.ledger.append(entry)
    try:
        with store.roster.lease("newsloom verdict"):
            turn(store, (), Settings(), map_processes(JOBS), now().isoformat())
    except StoreError as busy:  # the loom at work takes them up next
        say(str(busy))


def verdict(left: str, right: str, same: bool, by: str, why: str, about: Any = "story") -> Verdict:
    return Verdict(about, left, right, same, by or getpass.getuser(), now(), why)


@clear_errors
def merge(
    left: Annotated[str, typer.Argument(help="Any report of the story that stays.")],
    right: Annotated[str, typer.Argument(help="Any report of the story that goes into it.")],
    why: Why = "", by: By = "", store: StoreFile = None,
) -> None:  # fmt: skip
    """Say that two reports are of one story: their stories become one."""
    with opened(store) as opened_store:
        ids = find_report(opened_store, left), find_report(opened_store, right)
        append(opened_store, [verdict(*ids, True, by, why)])
        print(f"one story now: {opened_store.decisions.story_of(ids[0])}")


@clear_errors
def split(
    story: Annotated[str, typer.Argument(help="A story, by any of its reports.")],
    reports: Annotated[list[str], typer.Argument(help="Reports that are not of it; together they are another story.")],
    why: Why = "", by: By = "", store: StoreFile = None,
) -> None:  # fmt: skip
    """Say that reports are not of a story: they leave it, together."""
    with opened(store) as opened_store:
        place = opened_store.decisions.story_of(find_report(opened_store, story))
        opener = _opener(opened_store, StoryId(place or ""))
        ids = [find_report(opened_store, report) for report in reports]
        apart: list[Entry] = [verdict(opener, one, False, by, why) for one in ids]
        together: list[Entry] = [verdict(ids[0], one, True, by, why) for one in ids[1:]]
        append(opened_store, [*apart, *together])
        print(f"another story now: {opened_store.decisions.story_of(ids[0])}")


def _opener(store: Store, story: StoryId) -> ArticleId:
    members, opener = store.decisions.members(story), ArticleId(story)
    return opener if opener in members else members[0]


@clear_errors
def move(
    report: Annotated[str, typer.Argument(help="The report that stands in the wrong story.")],
    story: Annotated[str, typer.Argument(help="The right story, by any of its reports.")],
    why: Why = "", by: By = "", store: StoreFile = None,
) -> None:  # fmt: skip
    """Say that a report is not of the story where it stands, but of another."""
    with opened(store) as opened_store:
        one, target = find_report(opened_store, report), find_report(opened_store, story)
        place = opened_store.decisions.story_of(one)
        wrong = _opener(opened_store, StoryId(place or ""))
        entries: list[Entry] = [verdict(wrong, one, False, by, why)] if wrong != one else []
        append(opened_store, [*entries, verdict(target, one, True, by, why)])
        print(f"{one} stands in {opened_store.decisions.story_of(one)} now")


@clear_errors
def undo(
    number: Annotated[int | None, typer.Argument(help="The verdict's number [default: the last one].")] = None,
    by: By = "", store: StoreFile = None,
) -> None:  # fmt: skip
    """Take back a verdict: what it moved stands again where the other decisions last put it."""
    with opened(store) as opened_store:
        standing = dict(opened_store.ledger.verdicts())
        if not standing or (number is not None and number not in standing):
            say(f"no verdict {number} to undo" if number is not None else "no verdict to undo")
            raise SystemExit(1)
        seq = Seq(number) if number is not None else max(standing)
        append(opened_store, [Retracted(seq, by or getpass.getuser(), now())])
        print(f"verdict {seq} binds no more")


@clear_errors
def verdicts(store: StoreFile = None) -> None:
    """List the verdicts that bind, with their numbers."""
    with opened(store, readonly=True) as opened_store:
        for seq, one in opened_store.ledger.verdicts():
            relation = "is" if one.same else "is not"
            print(
                f"{seq}  {one.left} {relation} of one {one.about} with {one.right}  ({one.made_by}) {one.why}".rstrip()
            )


@clear_errors
def forget(
    report: Annotated[str, typer.Argument(help="The report to forget.")], by: By = "", store: StoreFile = None
) -> None:
    """Remove every word of a report, everywhere; its address goes on leading to its story."""
    with opened(store) as opened_store:
        one = find_report(opened_store, report)
        append(opened_store, [Forgotten(one, by or getpass.getuser(), now())])
        opened_store.connection.purge()
        print(f"{one} is forgotten; a site written earlier still holds its words until it is written anew")


def register(app: typer.Typer) -> None:
    for command in (merge, split, move, undo, verdicts, forget):
        app.command()(command)
