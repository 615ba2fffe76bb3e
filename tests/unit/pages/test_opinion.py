"""The writer's own voice: what makes a report comment, and what only looks like it."""

from __future__ import annotations

import pytest
from tests.unit.pages.page_reports import report_of

from newsloom.langs.en.standing import STANDING
from newsloom.pages.opinion import in_first_person, opinion_share


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I was there when the lock gave way.", True),
        ("We’ve seen this before, and it tells us much.", True),
        ("“We met at noon,” the mayor said.", False),
        ("The US envoy met the mayor.", False),  # a country, not "us"
        ("US and EU envoys met the mayor.", False),
    ],
)
def test_whether_a_writer_speaks_of_himself(text: str, own: bool) -> None:
    assert in_first_person(text, STANDING) is own


def test_a_report_about_the_us_is_news() -> None:
    assert opinion_share(report_of("The US envoy came. The US sent a letter. The mayor of Halden read it.")) == 0.0
    assert opinion_share(report_of("I saw it. We should act. The mayor of Halden read it.")) == 1.0
