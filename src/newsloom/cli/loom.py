"""Commands that fill a store: weave, demo, rebuild."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from newsloom.cli.common import JOBS, Jobs, Json, Light, Site, StoreFile, clear_errors, now, opened
from newsloom.cli.progress import shown_progress
from newsloom.cli.streams import say, write_row
from newsloom.config import Settings
from newsloom.records import Article, Refused, Verdict
from newsloom.store import Store
from newsloom.text.numbers import counted

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files or folders: JSON Lines, feeds, HTML pages, WARC; - or none: JSON Lines on standard input."
    ),
]


@clear_errors
def weave(
    inputs: Inputs = None,
    store: StoreFile = None,
    site: Site = None,
    light: Light = False,
    jobs: Jobs = JOBS,
    json: Json = False,
) -> None:
    """Take reports into the store, group them into stories, write the pages."""
    from newsloom.engine.intake import read_paths

    with opened(store) as opened_store:
        raise SystemExit(run_turn(opened_store, read_paths(inputs or ["-"], now(), jobs), site, light, jobs, json))


def run_turn(
    store: Store, items: Iterable[Article | Refused | Verdict], site: Path | None, light: bool, jobs: int, json: bool,
    holder: str = "newsloom weave", *, leased: bool = True,
) -> int:  # fmt: skip
    """One turn under the writer's lease, the site after it. The exit code: 1 where every input was refused.

    `leased` false: the items are taken before the lease is asked for, so that a loom at work finds them.
    """
    from newsloom.engine.parallel import map_processes
    from newsloom.engine.publish import publish
    from newsloom.engine.run import take, turn

    def acknowledge(item: Article | Refused) -> None:
        if isinstance(item, Refused):
            say(f"{item.item}: {item.reason}")
        if json:
            write_row(event(item))

    with shown_progress() as progress:
        if not leased:
            taken = take(store, items, now().isoformat(), acknowledge, progress)
            items = ()
    with store.roster.lease(holder), shown_progress() as progress:
        tally = turn(store, items, Settings(light=light), map_processes(jobs), now().isoformat(), acknowledge, progress)
        if site is not None:
            publish(store, site, progress)
    if not leased:
        tally = taken
    if json:
        write_row({"event": "done", "stored": tally.stored, "known": tally.known, "quarantined": tally.quarantined})
    else:
        print(
            f"{counted(tally.stored, 'report')} stored, {tally.known:,} known, {tally.quarantined:,} quarantined;"
            f" {counted(len(store.pages.ids()), 'story', 'stories')}"
        )
        if site is not None:
            print(f"site: {site / 'index.html'}")
    return int(tally.quarantined > 0 and tally.stored == tally.known == 0)


def event(item: Article | Refused) -> dict[str, object]:
    """What is acknowledged of a stored report or a refusal."""
    if isinstance(item, Refused):
        return {"event": "quarantined", "source": item.source, "item": item.item, "reason": item.reason}
    return {
        "event": "stored", "id": item.id, "given_id": item.given_id, "version": item.version, "url": item.url,
        "source": item.source_id,
    }  # fmt: skip


@clear_errors
def demo(
    store: StoreFile = None,
    host: Annotated[str, typer.Option("--host", help="Address to serve at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="Port to serve at; 0 for any free one.")] = 8000,
    site: Site = None,
    jobs: Jobs = JOBS,
) -> None:
    """Weave the bundled sample, offline, and serve its pages (with --site: write them and end)."""
    from newsloom.engine.intake import read_paths

    with as_file(files("newsloom") / "sample") as folder, opened(store) as opened_store:
        code = run_turn(opened_store, read_paths([str(folder)], now(), jobs), site, True, jobs, False, "newsloom demo")
        address = opened_store.address
    if site is None and code == 0:
        from newsloom.server.store_reader import serve_store

        serve_store(address, host, port)
    raise SystemExit(code)


@clear_errors
def rebuild(
    store: StoreFile = None,
    redecide: Annotated[bool, typer.Option("--redecide", help="Make the automatic decisions anew too.")] = False,
    reanalyse: Annotated[
        bool, typer.Option("--reanalyse", help="Make the analyses anew too; implies --redecide.")
    ] = False,
    site: Site = None,
    light: Light = False,
    jobs: Jobs = JOBS,
) -> None:
    """Make everything but the ledger anew: the same stories and the same ids."""
    from newsloom.engine.rebuild import empty_derived

    with opened(store) as opened_store:
        with opened_store.roster.lease("newsloom rebuild"), shown_progress() as progress:
            empty_derived(opened_store, redecide=redecide, reanalyse=reanalyse, progress=progress)
        raise SystemExit(run_turn(opened_store, (), site, light, jobs, False, "newsloom rebuild"))


def register(app: typer.Typer) -> None:
    for command in (weave, demo, rebuild):
        app.command()(command)
