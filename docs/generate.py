"""docs/commands.md from the command line itself, and docs/benchmarks.md from docs/benchmarks/*.md: `make docs`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from newsloom.cli import app

HERE = Path(__file__).parent
MADE = "<!-- Made by `make docs`; edit {where}. -->"
INTRODUCTION = """Every command takes `--help`. Exit codes: 0 everything readable was taken, also where some of it was
quarantined; 1 the command could not do its work; 2 wrong usage. Messages go to standard error, one line each."""


def commands_page() -> str:
    """Every command with its arguments and options, in order of name."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    lines = [MADE.format(where="the commands in src/newsloom/cli"), "# Commands", "", INTRODUCTION, ""]
    for path, command in walk("newsloom", group):
        lines += [f"## `{path}`", "", *section(path, command)]
    return "\n".join(lines).rstrip() + "\n"


def walk(path: str, group: TyperGroup) -> Iterator[tuple[str, TyperCommand]]:
    """Every command below a group, with its words."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, TyperGroup):
            yield from walk(f"{path} {name}", command)
        elif isinstance(command, TyperCommand):
            yield path if command.hidden else f"{path} {name}", command


def section(path: str, command: TyperCommand) -> list[str]:
    arguments = [p for p in command.params if isinstance(p, TyperArgument)]
    options = [p for p in command.params if isinstance(p, TyperOption) and "--help" not in p.opts]
    metavars = [f"{(a.name or '').upper()}{'…' if a.nargs == -1 else ''}" for a in arguments]
    shown = [meta if argument.required else f"[{meta}]" for meta, argument in zip(metavars, arguments, strict=True)]
    usage = " ".join([path, *(["[OPTIONS]"] if options else []), *shown])
    rows = [(f"`{meta}`", argument.help or "") for meta, argument in zip(metavars, arguments, strict=True)]
    rows += [(", ".join(f"`{name}`" for name in (*o.opts, *o.secondary_opts)), described(o)) for o in options]
    table = ["| | |", "|---|---|", *(f"| {name} | {text.replace('|', '/')} |" for name, text in rows), ""]
    return [(command.help or "").strip(), "", f"    {usage}", "", *(table if rows else [])]


def described(option: TyperOption) -> str:
    """Help, default and environment variable of an option."""
    text = option.help or ""
    if option.envvar:
        text += f" Environment: `{option.envvar}`."
    if option.default not in (None, False, "") and option.name != "jobs":
        text += f" Default: `{option.default}`."
    return text


def benchmarks_page() -> str:
    """The sections of docs/benchmarks/ in one page."""
    parts = [path.read_text("utf-8").strip() for path in sorted((HERE / "benchmarks").glob("*.md"))]
    head = (HERE / "benchmarks-head.md").read_text("utf-8").strip()
    return "\n\n".join([MADE.format(where="docs/benchmarks/"), head, *parts]) + "\n"


if __name__ == "__main__":
    (HERE / "commands.md").write_text(commands_page(), "utf-8")
    (HERE / "benchmarks.md").write_text(benchmarks_page(), "utf-8")
