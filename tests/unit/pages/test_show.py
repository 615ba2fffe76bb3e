from __future__ import annotations

import pytest
from tests.affair import PAGE, SMALL

from newsloom.pages.show import show_changes, show_story


def test_the_page_as_text_in_its_order() -> None:
    text = show_story(PAGE)
    assert text.startswith("↻ [back on] as of 29 April 2031, 07:07 UTC\nHalden bridge to open on 4 May after all")
    titles = [line for line in text.splitlines() if line.isupper() and len(line) > 6]
    assert titles == [
        "WHAT THE REPORTS SAY", "WHO IS WHO", "WHERE REPORTS DISAGREE", "TIMELINE", "WHAT EACH SIDE WANTS",
        "WHO SAID WHAT", "ALL REPORTS",
    ]  # fmt: skip


@pytest.mark.parametrize("part", ["summary", "people", "disagree", "timeline", "positions", "quotes"])
def test_each_part_alone(part: str) -> None:
    assert len(show_story(PAGE, part)) > 20
    if part != "summary":
        assert show_story(SMALL, part) == f"The page has no {part}."


def test_reports_from_earlier_in_the_thread_have_no_number() -> None:
    assert "called off the opening of the Halden bridge. (^)" in show_story(PAGE, "timeline")


def test_changes() -> None:
    assert show_changes(PAGE, PAGE) == "Nothing of substance changed."
    assert show_changes(None, SMALL).startswith("[new]\n  + Transport Minister")
