"""`newsloom extract`: pages in, articles out, as JSON Lines."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from newsloom.cli.streams import say, write_row

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        help='HTML files, folders of them, WARC archives, or JSON Lines of {"id","url","html"}; '
        "- or none: JSON Lines from standard input."
    ),
]
Jobs = Annotated[int, typer.Option("-j", "--jobs", min=1, help="Worker processes.")]


def extract(inputs: Inputs = None, jobs: Jobs = 1) -> None:
    """Clean articles out of pages: headline, byline, dates, text in paragraphs."""
    from newsloom.engine.filters.extract import rows
    from newsloom.engine.filters.pages import pages_of
    from newsloom.records import Refused

    printed = refused = 0
    try:
        for row in rows(pages_of(inputs or ["-"], datetime.now(UTC)), jobs):
            if isinstance(row, Refused):
                refused += 1
                say(f"{row.item}: {row.reason}")
            else:
                printed += 1
                write_row(row)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    if refused and not printed:
        raise SystemExit(1)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("extract")(extract)
