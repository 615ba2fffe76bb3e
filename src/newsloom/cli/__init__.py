"""The command line: one file for each group of commands; heavy imports stand inside the commands."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from newsloom.cli import collecting, extract, filters, loom, verdicts, views

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A news story engine: from the reports of many outlets to one page that a reader can check.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
PANELS = (
    (loom, "Weave"), (collecting, "Collect and serve"), (views, "Look"), (verdicts, "Correct"),
    (extract, "Filters: files in, JSON Lines out"), (filters, "Filters: files in, JSON Lines out"),
)  # fmt: skip
for group, panel in PANELS:
    others = len(app.registered_commands)
    group.register(app)
    for command in app.registered_commands[others:]:
        command.rich_help_panel = panel


def _say_version(asked: bool) -> None:
    if asked:
        print(f"newsloom {version('newsloom')}")
        raise typer.Exit


@app.callback()
def options(
    _: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Options of the program itself."""


def main() -> None:
    """Entry point of `newsloom`."""
    app()


__all__ = ["app", "main"]
