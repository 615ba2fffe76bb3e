"""Commands that show what is stored: stories, show, why, reports, trace, sources, doctor, export, backup."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated, Any

import typer

from newsloom.cli.common import Json, StoreFile, clear_errors, instant, opened
from newsloom.cli.streams import say, write_row
from newsloom.records import StoryId, StoryPage
from newsloom.store import Listing, Store
from newsloom.text.numbers import counted

LAST = "last"
PARTS = ("summary", "timeline", "quotes", "people", "positions", "disagree")


@clear_errors
def stories(store: StoreFile = None, json: Json = False) -> None:
    """List the stories, newest first."""
    with opened(store, readonly=True) as opened_store:
        for listing in opened_store.pages.listings():
            write_row(story_row(listing)) if json else print(story_line(listing))


def story_row(listing: Listing) -> dict[str, Any]:
    """A story as `stories --json` lists it."""
    return {
        "id": listing.id, "headline": listing.headline, "status": listing.status,
        "as_of": listing.as_of.isoformat(), "reports": list(listing.reports), "outlets": len(listing.outlets),
        "texts": listing.texts, "origins": listing.origins,
    }  # fmt: skip


def story_line(listing: Listing) -> str:
    status = f" [{listing.status}]" if listing.status else ""
    return (
        f"{listing.id[:8]}  {listing.as_of:%Y-%m-%d %H:%M}  {listing.headline}{status}"
        f"  ({counted(len(listing.reports), 'report')}, {counted(len(listing.outlets), 'outlet')})"
    )


@clear_errors
def show(
    story: Annotated[
        str, typer.Argument(help="Id of the story or of any of its reports; the first characters will do.")
    ],
    part: Annotated[str, typer.Option("--part", help=f"One part alone: {', '.join(PARTS)} or diff.")] = "",
    at: Annotated[str, typer.Option("--at", help="As it was known at this ISO 8601 day or instant.")] = "",
    since: Annotated[
        str,
        typer.Option("--since", help="With --part diff: compare with what was known then; last: since it was read."),
    ] = "",
    read: Annotated[bool, typer.Option("--read", help="Mark the story as read, for --since last.")] = False,
    store: StoreFile = None,
    json: Json = False,
) -> None:
    """Print a story page as text, or as story.json."""
    from newsloom.engine import views
    from newsloom.pages.show import show_changes, show_story

    if part and part not in (*PARTS, "diff"):
        raise typer.BadParameter(f"none of {', '.join(PARTS)}, diff", param_hint="--part")
    with opened(store, readonly=not read) as opened_store:
        story_id = find_story(opened_store, story)
        until = instant(at, "--at") if at else None
        page = views.story_page(opened_store, story_id, until)
        if page is None:
            say(f"{story}: nothing was known of it {f'at {at}' if at else 'any more'}")
            raise SystemExit(1)
        if part == "diff":
            print(show_changes(page_before(opened_store, story_id, since), page))
        elif json:
            write_row(views.as_json(opened_store, page))
        else:
            print(show_story(page, part))
        if read and not at:
            views.mark_read(opened_store, page)


def page_before(store: Store, story_id: StoryId, since: str) -> StoryPage | None:
    """The page to compare with: of an instant, or `last` read. None: none was known or read, so that all is new."""
    from newsloom.engine import views

    if since != LAST:
        return views.story_page(store, story_id, instant(since, "--since")) if since else None
    mark = store.marks.last(story_id)
    if mark is None:
        say("never marked as read (newsloom show STORY --read): all of it is new")
    return views.page_as_read(store, mark) if mark else None


def find_story(store: Store, prefix: str) -> Any:
    """The story of a report or story whose id, or given id, begins with this. Exits 1 where none or several do."""
    found = store.find_articles(prefix)
    places = sorted({story for article in found if (story := store.decisions.story_of(article))})
    if len(places) == 1:
        return places[0]
    say(f"{prefix}: {'several stories begin so: ' + ' '.join(places[:5]) if places else 'no such story or report'}"
        " (newsloom stories lists them)")  # fmt: skip
    raise SystemExit(1)


@clear_errors
def reports(store: StoreFile = None, json: Json = False) -> None:
    """List every stored report and version, in order of id."""
    with opened(store, readonly=True) as opened_store:
        for row in opened_store.report_rows():
            write_row(row) if json else print(f"{row['id']}  v{row['version']}  {row['outlet']}  {row['url']}")


def trace_line(row: dict[str, Any]) -> str:
    """A carrier on one line; what is ours is in brackets."""
    source = f" [on the word of {', '.join(row['rests_on'])}]" if row["rests_on"] else ""
    gone = "" if row["newest"] else " [not in the newest version]"
    return f"{row['published']}  {row['outlet']}: {' '.join(row['text'].split())}{source}{gone}  <{row['url']}>"


@clear_errors
def trace(
    sentence: Annotated[str, typer.Argument(help="A sentence, or a part of one.")],
    store: StoreFile = None,
    json: Json = False,
) -> None:
    """Who carried a sentence, when, in which words, and on whose word; the earliest published first."""
    from newsloom.engine.tracing import trace_sentence

    with opened(store, readonly=True) as opened_store:
        rows = trace_sentence(opened_store, sentence)
        for row in rows:
            write_row(row) if json else print(trace_line(row))
    if not rows:
        say("no stored report carries it")


@clear_errors
def why(
    report: Annotated[str, typer.Argument(help="The report; the first characters of its id will do.")],
    story: Annotated[str, typer.Argument(help="The story to weigh it against [default: its own].")] = "",
    store: StoreFile = None,
    json: Json = False,
) -> None:
    """Why a report stands where it stands: the decisions as recorded, and by feature what speaks for it now."""
    from newsloom.config import Settings
    from newsloom.engine.corrections import find_report
    from newsloom.engine.views import StoreArchive
    from newsloom.engine.why import Asker
    from newsloom.pages.why import why_json, why_text

    with opened(store, readonly=True) as opened_store:
        article_id, asked = find_report(opened_store, report), find_story(opened_store, story) if story else None
        found = Asker(opened_store, Settings()).why(article_id, asked)
        if found is None:
            say(f"{report}: it was forgotten, or is not decided yet")
            raise SystemExit(1)
        title = StoreArchive(opened_store).title
        write_row(why_json(found, title)) if json else print(why_text(found, title))


@clear_errors
def sources(
    store: StoreFile = None,
    json: Json = False,
    broken: Annotated[bool, typer.Option("--broken", help="Only those whose last visit failed.")] = False,
) -> None:
    """List the registered sources and how their last visit went."""
    from newsloom.engine.collect import source_rows

    with opened(store, readonly=True) as opened_store:
        for row in source_rows(opened_store):
            if not broken or row["error"]:
                write_row(row) if json else print(f"{row['id']}  {row['kind']}  {row['url']}  {row['error'] or 'ok'}")


@clear_errors
def doctor(store: StoreFile = None, json: Json = False) -> None:
    """Check the store: whole, what is quarantined, room on the disk."""
    with opened(store, readonly=True) as opened_store:
        problems, refused = opened_store.connection.problems(), opened_store.ledger.quarantine()
        free = shutil.disk_usage(Path(opened_store.address).resolve().parent).free
        row = {
            "ok": not problems, "integrity": problems or "ok", "schema": opened_store.connection.version(),
            "quarantine": list(refused), "disk_free_bytes": free,
        }  # fmt: skip
    if json:
        write_row(row)
    else:
        print(f"store: {'whole' if not problems else 'DAMAGED'} (version {row['schema']}), {free / 1e9:,.1f} GB free")
        for line in problems:
            print(f"  {line}")
        print(f"quarantine: {len(refused)}")
        for one in refused:
            print(f"  {one['item']}: {one['reason']}")
    raise SystemExit(int(bool(problems)))


@clear_errors
def export(store: StoreFile = None) -> None:
    """Print the ledger in its order: reports as articles, verdicts as lines that `weave` takes back."""
    from newsloom.engine.views import export_rows

    with opened(store, readonly=True) as opened_store:
        for row in export_rows(opened_store):
            write_row(row)


@clear_errors
def backup(target: Annotated[Path, typer.Argument(help="File to write.")], store: StoreFile = None) -> None:
    """Write an exact copy of the store, also while others use it."""
    if target.exists():
        say(f"{target}: exists already")
        raise SystemExit(1)
    with opened(store, readonly=True) as opened_store:
        opened_store.connection.copy_to(str(target))


def register(app: typer.Typer) -> None:
    for command in (stories, show, why, reports, trace, sources, doctor, export, backup):
        app.command()(command)
