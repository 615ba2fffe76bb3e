"""The program itself: what a newcomer types first."""

from __future__ import annotations

from importlib.metadata import version

from typer.testing import CliRunner

from newsloom.cli import app


def test_the_version_is_the_packages() -> None:
    done = CliRunner().invoke(app, ["--version"])
    assert (done.exit_code, done.stdout) == (0, f"newsloom {version('newsloom')}\n")


def test_without_words_the_commands_are_listed_in_their_groups() -> None:
    said = CliRunner().invoke(app, []).output
    panels = ("Weave", "Collect and serve", "Look", "Correct", "Filters")
    places = [said.find(panel) for panel in panels]
    assert -1 not in places and places == sorted(places)
    assert said.find("cluster") > places[-1]


def test_every_command_stands_in_a_group() -> None:
    assert [command.name for command in app.registered_commands if not command.rich_help_panel] == []
