"""docs/commands.md from the command line itself, and docs/benchmarks.md from docs/benchmarks/*.md: `make docs`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import typer

from newsloom.cli import app

HERE = Path(__file__).parent
MADE = "<!-- Made by `make docs`; edit the command itself. -->"


def commands_page() -> str:
    """Every command with its arguments and options, in order of name."""
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group)
    lines = [MADE, "# Commands", "", "Every command takes `--help`. Exit codes: 0 done, also where some input was",
             "quarantined; 1 the command could not do its work; 2 wrong usage.", ""]  # fmt: skip
    for path, command in walk("newsloom", group):
        lines += [f"## `{path}`", "", *section(path, command)]
    return "\n".join(lines).rstrip() + "\n"


def walk(path: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Every command below a group, with its words."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from walk(f"{path} {name}", command)
        else:
            yield f"{path} {name}", command


def section(path: str, command: click.Command) -> list[str]:
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    options = [p for p in command.params if isinstance(p, click.Option) and "--help" not in p.opts]
    usage = " ".join(
        [path, *(["[OPTIONS]"] if options else []), *(a.make_metavar(click.Context(command)) for a in arguments)]
    )
    lines = [(command.help or "").strip(), "", f"    {usage}", ""]
    rows = [(f"`{a.human_readable_name}`", getattr(a, "help", "") or "") for a in arguments]
    rows += [(", ".join(f"`{name}`" for name in (*o.opts, *o.secondary_opts)), described(o)) for o in options]
    return lines + (["| | |", "|---|---|", *(f"| {name} | {text} |" for name, text in rows), ""] if rows else [])


def described(option: click.Option) -> str:
    """Help, default and environment variable of an option."""
    text = option.help or ""
    if option.envvar:
        text += f" Environment: `{option.envvar}`."
    if option.default not in (None, False, "", ()) and option.name != "jobs" and not callable(option.default):
        text += f" Default: `{option.default}`."
    return text


def benchmarks_page() -> str:
    """The sections of docs/benchmarks/ in one page."""
    parts = [path.read_text("utf-8").strip() for path in sorted((HERE / "benchmarks").glob("*.md"))]
    head = (HERE / "benchmarks-head.md").read_text("utf-8").strip()
    return "\n\n".join([MADE.replace("the command itself", "docs/benchmarks/"), head, *parts]) + "\n"


if __name__ == "__main__":
    (HERE / "commands.md").write_text(commands_page(), "utf-8")
    (HERE / "benchmarks.md").write_text(benchmarks_page(), "utf-8")
