"""`newsloom people`: the filter, and beside it the corrections of who is who.

A command group that hands anything but a known subcommand to the filter: a file named merge is `./merge`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from newsloom.cli.common import StoreFile, clear_errors, opened
from newsloom.cli.verdicts import By, Why, put, signed
from newsloom.engine import person_corrections as corrections
from newsloom.records import EntityId

FILTER = "filter"  # under this name the group knows the filter; nobody types it
EPILOG = "Corrections of who is who: newsloom people merge, split, undo."

Somebody = "a name, or the id of any mention"


class FilterGroup(TyperGroup):
    """Whatever is no correction is the filter's: its options and files."""

    # Any: typer brings a click of its own, whose types it does not make public
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        known = bool(args) and args[0] in self.commands and args[0] != FILTER
        return super().parse_args(ctx, args if known else [FILTER, *args])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, args)
        return ("" if name == FILTER else name), command, rest


@clear_errors
def merge(
    left: Annotated[str, typer.Argument(help=f"The person, organisation or place that stays: {Somebody}.")],
    right: Annotated[str, typer.Argument(help=f"The one that goes into it: {Somebody}.")],
    why: Why = "", by: By = "", store: StoreFile = None,
) -> None:  # fmt: skip
    """Say that two persons are one."""
    with opened(store) as opened_store:
        ids = corrections.find_person(opened_store, left), corrections.find_person(opened_store, right)
        put(opened_store, corrections.merge(opened_store, *ids, signed(by, why)))
        print(f"one person now: {opened_store.decisions.person_of(EntityId(ids[0])) or ids[0]}")


@clear_errors
def split(
    person: Annotated[str, typer.Argument(help=f"The person: {Somebody}.")],
    places: Annotated[list[str], typer.Argument(help="Reports, or mentions in them, that mean another; all the same.")],
    why: Why = "", by: By = "", store: StoreFile = None,
) -> None:  # fmt: skip
    """Say that what some reports say of a person is said of another: never joined again by itself."""
    with opened(store) as opened_store:
        one = corrections.find_person(opened_store, person)
        entries = corrections.split(opened_store, one, places, signed(by, why))
        put(opened_store, entries)
        print(f"another person now: {opened_store.decisions.person_of(corrections.left_by(entries))}")


@clear_errors
def undo(
    number: Annotated[int | None, typer.Argument(help="The verdict's number [default: the last of persons].")] = None,
    by: By = "", store: StoreFile = None,
) -> None:  # fmt: skip
    """Take back a verdict about persons: what it moved stands again where the other decisions last put it."""
    with opened(store) as opened_store:
        seq, entries = corrections.undo(opened_store, number, signed(by))
        put(opened_store, entries)
        print(f"verdict {seq} binds no more")


def register(app: typer.Typer, purpose: str, run_filter: Callable[..., None], panel: str) -> None:
    """Add the group. `run_filter`: the filter as a command."""
    group = typer.Typer(cls=FilterGroup, help=purpose)
    group.command(FILTER, help=purpose, epilog=EPILOG, hidden=True)(run_filter)
    for command in (merge, split, undo):
        group.command()(command)
    app.add_typer(group, name="people", rich_help_panel=panel)
