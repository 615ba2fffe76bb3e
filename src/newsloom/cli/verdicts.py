"""Commands by which people correct the engine: merge, split, move, undo, forget. Verdicts win over every decision."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from typing import Annotated

import typer

from newsloom.cli.common import JOBS, StoreFile, clear_errors, now, opened
from newsloom.cli.streams import say
from newsloom.config import Settings
from newsloom.engine import corrections
from newsloom.engine.corrections import Signed, find_report
from newsloom.records import Entry, Seq
from newsloom.store import Store

Why = Annotated[str, typer.Option("--why", help="The reason, kept with the verdict.")]
By = Annotated[str, typer.Option("--by", help="Who says so [default: you].")]


def signed(by: str, why: str = "") -> Signed:
    return Signed(by or getpass.getuser(), now(), why)


def put(store: Store, entries: Iterable[Entry]) -> None:
    """Append to the ledger; where no loom is at work, weave what follows from them."""
    from newsloom.engine.parallel import map_processes
    from newsloom.engine.verdicts import put as put_entries

    if busy := put_entries(store, entries, Settings(), map_processes(JOBS), now().isoformat()):
        say(busy)


@clear_errors
def merge(
    left: Annotated[str, typer.Argument(help="Any report of the story that stays.")],
    right: Annotated[str, typer.Argument(help="Any report of the story that goes into it.")],
    why: Why = "", by: By = "", store: StoreFile = None,
) -> None:  # fmt: skip
    """Say that two reports are of one story: their stories become one."""
    with opened(store) as opened_store:
        ids = find_report(opened_store, left), find_report(opened_store, right)
        put(opened_store, corrections.merge(*ids, signed(by, why)))
        print(f"one story now: {opened_store.decisions.story_of(ids[0])}")


@clear_errors
def split(
    story: Annotated[str, typer.Argument(help="A story, by any of its reports.")],
    reports: Annotated[list[str], typer.Argument(help="Reports that are not of it; together they are another story.")],
    why: Why = "", by: By = "", store: StoreFile = None,
) -> None:  # fmt: skip
    """Say that reports are not of a story: they leave it, together."""
    with opened(store) as opened_store:
        ids = [find_report(opened_store, report) for report in reports]
        put(opened_store, corrections.split(opened_store, find_report(opened_store, story), ids, signed(by, why)))
        print(f"another story now: {opened_store.decisions.story_of(ids[0])}")


@clear_errors
def move(
    report: Annotated[str, typer.Argument(help="The report that stands in the wrong story.")],
    story: Annotated[str, typer.Argument(help="The right story, by any of its reports.")],
    why: Why = "", by: By = "", store: StoreFile = None,
) -> None:  # fmt: skip
    """Say that a report is not of the story where it stands, but of another."""
    with opened(store) as opened_store:
        one, target = find_report(opened_store, report), find_report(opened_store, story)
        put(opened_store, corrections.move(opened_store, [one], target, signed(by, why)))
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
        put(opened_store, corrections.undo(seq, signed(by)))
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
        put(opened_store, corrections.forget(one, signed(by)))
        opened_store.connection.purge()
        print(f"{one} is forgotten; a site written earlier still holds its words until it is written anew")


def register(app: typer.Typer) -> None:
    for command in (merge, split, move, undo, verdicts, forget):
        app.command()(command)
