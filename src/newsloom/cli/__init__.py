"""The command line: one file for each group of commands; heavy imports stand inside the commands."""

from __future__ import annotations

import typer

from newsloom.cli import collecting, extract, filters, loom, verdicts, views

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A news story engine: from the reports of many outlets to one page that a reader can check.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (loom, collecting, views, verdicts, extract, filters):
    group.register(app)


def main() -> None:
    """Entry point of `newsloom`."""
    app()


__all__ = ["app", "main"]
