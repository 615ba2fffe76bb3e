from __future__ import annotations

import pytest
from tests.unit.passages.passage_reports import article_of

from newsloom.text.agencies import find_agency

NEWS = "The harbour board voted on Monday to close the eastern lock."


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"PORT ELLEN (Reuters) - {NEWS}", "Reuters"),
        (f"PORT ELLEN, Scotland (AP) — {NEWS}", "Associated Press"),
        (f"By Ann Lee, Associated Press\n\n{NEWS}", "Associated Press"),
        (f"{NEWS}\n\n(Reporting by Ann Lee; Editing by Tom Ray)", "Reuters"),
        (f"{NEWS}\n\nCopyright 2021 The Associated Press. All rights reserved.", "Associated Press"),
        (f"{NEWS}\n\n© Agence France-Presse", "Agence France-Presse"),
        (f"{NEWS}\n\nThe Associated Press contributed to this report.", None),
        (f"The harbour told Reuters on Monday that {NEWS.lower()}", None),
        (NEWS, None),
    ],
)
def test_whose_copy_a_report_is(text: str, agency: str | None) -> None:
    assert find_agency(article_of(text)) == agency


def test_an_agency_is_known_by_its_site_and_as_an_outlet() -> None:
    assert find_agency(article_of(NEWS, url="https://www.reuters.com/article/lock")) == "Reuters"
    assert find_agency(article_of(NEWS, outlet="Associated Press")) == "Associated Press"
