"""Whatever a page holds, it is analysed: nothing raises, and four times the text takes a few times as long."""

from __future__ import annotations

from datetime import UTC, datetime
from time import process_time

import pytest

from newsloom.config import Settings
from newsloom.engine.analyse import analyse_safely
from newsloom.records import Article, ArticleId

AT = datetime(2018, 5, 24, 12, tzinfo=UTC)
ODD = {
    "opening marks alone": "“",
    "straight marks": '"',
    "verbs of saying alone": "said ",
    "one word without end": "A",
    "one name over and over": "Kim ",
    "one date over and over": "On Thursday, ",
    "open brackets": "(([",
    "small quotations": "he said, “a” ",
    "digits": "1",
    "figures": "1,000,000 people ",
    "blank lines": "\n\n",
    "titles and initials": "Dr. Mr. Mrs. U.S. St. J. K. L. M. ",
    "numbers of dead": "more than 5 or 6 to 7 killed, 8 dead; ",
    "a name that does not end": "The president of the United States of America of the ",
    "a country and its dates": "12 June 2018 in Singapore at 9 a.m. ",
    "paragraphs": "Ann Lee, the mayor of Ilsworth, said on Monday that nine were hurt.\n\n",
    "no spaces": "東京で会談が行われた。「素晴らしい」と首相は述べた。",
    "from right to left": "قال الرئيس «سنجتمع» يوم الخميس. ",
}
SIZE = 8_000  # characters: as many as a long report has
SETTINGS = Settings(light=True)


def seconds(unit: str, size: int) -> float:
    text = unit * (size // len(unit))
    article = Article(
        id=ArticleId("a"), given_id="a", outlet="Harbour Courier", headline="Talks in Ilsworth", text=text,
        canonical_url="https://a.example/", seen_at=AT, published_at=AT, content_hash="a", language="en",
    )  # fmt: skip
    started = process_time()
    analysis, refused = analyse_safely(article, settings=SETTINGS)
    assert refused is None and analysis.article_id == "a"
    return process_time() - started


@pytest.mark.parametrize("unit", ODD.values(), ids=ODD.keys())
def test_an_odd_text_takes_time_in_proportion_to_its_length(unit: str) -> None:
    seconds(unit, 1_000)  # loads what is loaded once
    short, long = seconds(unit, SIZE), seconds(unit, 4 * SIZE)
    assert long < 8 * short + 0.3, f"{short:.2f} s for {SIZE:,} characters, {long:.2f} s for four times as many"
