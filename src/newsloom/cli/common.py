"""Options that many commands share, the store they open, and how errors end a command."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Annotated, ParamSpec, TypeVar

import typer

from newsloom.cli.streams import say
from newsloom.engine.corrections import Impossible
from newsloom.store import Store, StoreError, open_store

P = ParamSpec("P")
T = TypeVar("T")

StoreFile = Annotated[
    Path | None,
    typer.Option("--store", envvar="NEWSLOOM_DB", help="The store, made on first use [default: in your user data]."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Jobs = Annotated[int, typer.Option("-j", "--jobs", min=1, help="Worker processes.")]
Light = Annotated[bool, typer.Option("--light", help="The light tagger: faster, finds fewer names.")]
Site = Annotated[Path | None, typer.Option("--site", help="Write the static site into this folder.")]

JOBS = max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def store_path(given: Path | None) -> str:
    """The given path, or `newsloom.db` in the user's data folder."""
    if given is not None:
        return str(given)
    import platformdirs

    return str(Path(platformdirs.user_data_dir("newsloom", ensure_exists=True)) / "newsloom.db")


@contextmanager
def opened(given: Path | None, *, readonly: bool = False) -> Iterator[Store]:
    """The store, closed afterwards."""
    store = open_store(store_path(given), readonly=readonly)
    try:
        yield store
    finally:
        store.close()


def clear_errors(command: Callable[P, T]) -> Callable[P, T]:
    """Errors that a user can meet become one line and exit code 1; Ctrl-C ends quietly (nothing stored is lost)."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except (StoreError, Impossible) as error:
            say(str(error))
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            raise SystemExit(0) from None
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            say(f"{where}{error.strerror or error}")
        except KeyboardInterrupt:
            say("interrupted; what was stored is kept, the next run goes on from there")
            raise SystemExit(130) from None
        raise SystemExit(1)

    return run


def now() -> datetime:
    return datetime.now(UTC)


def instant(value: str, option: str) -> datetime:
    """An ISO 8601 day (its end) or instant given on the command line. Exits 2 where it is neither."""
    from newsloom.sources.jsonl import BadLine, read_instant

    try:
        return read_instant(value, option)[0]
    except BadLine as bad:
        raise typer.BadParameter(str(bad), param_hint=option) from None
