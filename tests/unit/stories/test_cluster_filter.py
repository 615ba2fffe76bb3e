import json
from collections.abc import Iterator
from datetime import UTC, datetime

from newsloom.config import Settings
from newsloom.engine.filters.cluster import rows
from newsloom.engine.parallel import map_here
from newsloom.records import Article
from newsloom.sources.jsonl import read_articles

FIRE = (
    "A fire destroyed the paper mill in Tarnholm on Tuesday, and Mira Castellane of the fire brigade said three died."
)
STRIKE = "Ferry workers on the Sable Islands walked out over pay on Tuesday, said Orrin Vale of the dockers' union."


def articles(*given: tuple[str, str, str]) -> Iterator[Article]:
    lines = [
        json.dumps(
            {"id": name, "url": f"https://o.example/{name}", "published": "2018-05-24", "headline": h, "text": t}
        )
        for name, h, t in given
    ]
    return (a for a in read_articles("test", lines, datetime(2018, 6, 1, tzinfo=UTC)) if isinstance(a, Article))


def test_each_row_names_the_given_id_of_the_report_that_opened_its_story() -> None:
    given = articles(
        ("one", "Fire destroys mill in Tarnholm", FIRE),
        ("two", "Ferry strike halts Sable traffic", STRIKE),
        ("three", "Three dead in Tarnholm mill fire", FIRE + " The mill was old."),
        ("one", "Fire destroys mill in Tarnholm", FIRE + " It burned for hours."),
    )
    found = list(rows(given, Settings(), map_here))
    assert [(row["id"], row["story"]) for row in found] == [
        ("one", "one"),
        ("two", "two"),
        ("three", "one"),
        ("one", "one"),
    ]
    assert all(0 <= row["score"] <= 1 for row in found)


def test_each_row_is_out_before_the_next_article_is_read() -> None:
    read: list[str] = []

    def watched() -> Iterator[Article]:
        for article in articles(("one", "Fire in Tarnholm", FIRE), ("two", "Strike", STRIKE)):
            read.append(article.given_id)
            yield article

    stream = rows(watched(), Settings(), map_here)
    assert next(stream)["id"] == "one" and read == ["one"]
    assert next(stream)["id"] == "two" and read == ["one", "two"]
