"""Commands that collect: add, collect, run, serve."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from newsloom.cli.common import JOBS, Jobs, Json, Light, Site, StoreFile, clear_errors, now, opened
from newsloom.cli.loom import run_turn
from newsloom.cli.streams import say, write_row
from newsloom.config import FetchSettings
from newsloom.records import Refused, Source, Visit
from newsloom.store import Store, StoreError

AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private", envvar="NEWSLOOM_ALLOW_PRIVATE", help="Fetch from loopback and private addresses too."
    ),
]
HostDelay = Annotated[float, typer.Option("--host-delay", min=0, help="Seconds between two requests to one host.")]
Host = Annotated[str, typer.Option("--host", help="Address to serve at.")]
Port = Annotated[int, typer.Option("--port", help="Port to serve at; 0 for any free one.")]
Editor = Annotated[
    str, typer.Option("--editor", help="Take corrections on the pages, signed with this name, by a secret address.")
]
USUAL = FetchSettings()


@clear_errors
def add(
    targets: Annotated[
        list[str], typer.Argument(help="Addresses of feeds, sites or OPML lists; files or folders of reports.")
    ],
    store: StoreFile = None, allow_private: AllowPrivate = False, light: Light = False, jobs: Jobs = JOBS,
    json: Json = False,
) -> None:  # fmt: skip
    """Register sources, or take the reports of files; says what each is."""
    failed = 0
    with opened(store) as opened_store:
        for target in targets:
            if target.lower().startswith(("http://", "https://")):
                failed += _register(opened_store, target, allow_private, json)
            elif not Path(target).exists():
                say(f"{target}: no such file, and no http(s) address")
                failed += 1
            elif target.lower().endswith(".opml"):
                failed += _register_list(opened_store, target, json)
            else:
                failed += _take(opened_store, target, light, jobs, json)
    raise SystemExit(int(failed == len(targets)))


def _register(store: Store, url: str, allow_private: bool, json: bool) -> int:
    from newsloom.engine.collect import probe

    return _kept(store, probe(url, USUAL, allow_private), json)


def _register_list(store: Store, path: str, json: bool) -> int:
    from newsloom.sources.opml import read_sources

    return _kept(store, list(read_sources(Path(path).read_bytes(), path)), json)


def _kept(store: Store, found: list[Source | Refused], json: bool) -> int:
    """Register what was found and say so, one line each; 1 where nothing could be."""
    for one in found:
        if isinstance(one, Refused):
            say(f"{one.item}: {one.reason}")
            store.ledger.refuse(one, now().isoformat())
            if json:
                write_row({"event": "quarantined", "source": one.source, "item": one.item, "reason": one.reason})
            continue
        new = store.roster.add(one)
        if json:
            write_row({"event": "registered" if new else "known", "id": one.id, "kind": one.kind, "url": one.url})
        else:
            print(f"{one.url}: a {one.kind}, {'registered' if new else 'known already'}")
    return int(not any(isinstance(one, Source) for one in found))


def _take(store: Store, path: str, light: bool, jobs: int, json: bool) -> int:
    """Reports of a file: into the ledger without the lease; a loom at work takes them up, else they are woven here."""
    from newsloom.engine.intake import read_paths

    try:
        return run_turn(store, read_paths([path], now(), jobs), None, light, jobs, json, "newsloom add", leased=False)
    except StoreError as busy:
        say(str(busy))
        return 0


@clear_errors
def collect(
    store: StoreFile = None,
    every: Annotated[bool, typer.Option("--all", help="Visit every source, due or not.")] = False,
    site: Site = None, allow_private: AllowPrivate = False, host_delay: HostDelay = USUAL.host_delay,
    light: Light = False, jobs: Jobs = JOBS, json: Json = False,
) -> None:  # fmt: skip
    """Visit every source that is due, weave what it brings, and end."""
    with opened(store) as opened_store:
        raise SystemExit(round_of(opened_store, every, site, allow_private, host_delay, light, jobs, json))


def round_of(
    store: Store, every: bool, site: Path | None, allow_private: bool, host_delay: float, light: bool, jobs: int,
    json: bool, holder: str = "newsloom collect",
) -> int:  # fmt: skip
    """One round of visits and one turn of the loom."""
    from newsloom.engine.collect import Round

    def seen(visit: Visit) -> None:
        if visit.outcome == "failed":
            say(f"{visit.url}: {visit.reason}")

    settings = replace(USUAL, host_delay=host_delay)
    visits = Round(store, settings, every=every, allow_private=allow_private, now=now())
    code = run_turn(store, visits.items(jobs, seen), site, light, jobs, json, holder)
    visits.close()
    return code


@clear_errors
def serve(store: StoreFile = None, host: Host = "127.0.0.1", port: Port = 8000, editor: Editor = "") -> None:
    """Serve the pages, the JSON API and the feeds of a store."""
    from newsloom.server.store_reader import serve_store

    with opened(store) as opened_store:  # made on first use
        address = opened_store.address
    serve_store(address, host, port, editor)


@clear_errors
def run(
    sources: Annotated[list[str] | None, typer.Argument(help="OPML lists or addresses to register first.")] = None,
    every_minutes: Annotated[float, typer.Option("--every", min=0.1, help="Minutes between two rounds.")] = 10.0,
    store: StoreFile = None, host: Host = "127.0.0.1", port: Port = 8000, site: Site = None,
    allow_private: AllowPrivate = False, host_delay: HostDelay = USUAL.host_delay, light: Light = False,
    jobs: Jobs = JOBS, editor: Editor = "",
) -> None:  # fmt: skip
    """Collect, weave and serve, for ever."""
    with opened(store) as opened_store:
        address = opened_store.address
        for target in sources or ():
            if target.lower().startswith(("http://", "https://")):
                _register(opened_store, target, allow_private, False)
            else:
                _register_list(opened_store, target, False)

    def rounds() -> None:
        while True:
            started = time.monotonic()
            try:
                with opened(Path(address)) as opened_store:
                    round_of(opened_store, False, site, allow_private, host_delay, light, jobs, False, "newsloom run")
            except StoreError as error:
                say(str(error))
            time.sleep(max(1.0, every_minutes * 60 - (time.monotonic() - started)))

    threading.Thread(target=rounds, daemon=True, name="newsloom-loom").start()
    from newsloom.server.store_reader import serve_store

    serve_store(address, host, port, editor)


def register(app: typer.Typer) -> None:
    for command in (add, collect, run, serve):
        app.command()(command)
