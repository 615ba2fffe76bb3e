"""The filters: JSON Lines in, JSON Lines out, each step by itself."""

from __future__ import annotations

import sys
import zlib
from importlib import import_module
from typing import Annotated

import typer

from newsloom.cli import people
from newsloom.cli.streams import Intake, say, write_row
from newsloom.config import Settings

# name: what it prints for each report (or story)
FILTERS = {
    "cluster": "Which story each report belongs to, decided as it is read.",
    "people": "Persons, organisations and places, one id for each across the whole input.",
    "quotes": "Quotations and who speaks.",
    "dates": "Calendar expressions with their TIMEX3 type and value.",
    "reuse": "Passages that other reports carry too, and who had them first.",
    "timeline": "Dated entries of one story's reports.",
    "summarize": "Headline and cited summary of one story's reports.",
}
PANEL = "Filters: files in, JSON Lines out"
TAGGED = ("people", "quotes")  # these run the name tagger, and so have a light mode

Files = Annotated[
    list[str] | None, typer.Argument(help="JSON Lines files of articles, plain or gzipped; - or none: standard input.")
]
Jobs = Annotated[int, typer.Option("-j", "--jobs", min=1, help="Worker processes.")]
Light = Annotated[bool, typer.Option("--light", help="The light tagger: faster, finds fewer names.")]


def run_filter(name: str, files: list[str] | None, jobs: int, light: bool) -> None:
    """Stream the files through a filter. Exits 1 where an input cannot be read or every line is refused."""
    from newsloom.engine.parallel import map_processes

    rows = import_module(f"newsloom.engine.filters.{name}").rows
    intake = Intake(files or ["-"])
    try:
        for row in rows(iter(intake), Settings(light=light), map_processes(jobs)):
            write_row(row)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except (OSError, EOFError, zlib.error) as error:
        say(f"newsloom {name}: {error}")
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    if intake.refused and not intake.taken:
        raise SystemExit(1)


def register(app: typer.Typer) -> None:
    """Add the filters to the command line."""
    for name, purpose in FILTERS.items():
        if name == "people":
            people.register(app, purpose, _tagged(name), PANEL)
        else:
            app.command(name, help=purpose)(_tagged(name) if name in TAGGED else _plain(name))


def _plain(name: str):  # type: ignore[no-untyped-def]
    def command(files: Files = None, jobs: Jobs = 1) -> None:
        run_filter(name, files, jobs, light=False)

    return command


def _tagged(name: str):  # type: ignore[no-untyped-def]
    def command(files: Files = None, jobs: Jobs = 1, light: Light = False) -> None:
        run_filter(name, files, jobs, light)

    return command
