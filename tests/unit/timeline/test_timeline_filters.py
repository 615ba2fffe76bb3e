"""The filters `dates` and `timeline`: rows as the contract has them."""

from __future__ import annotations

from msgspec.structs import replace
from tests.unit.timeline.timeline_reports import article, report

from newsloom.config import Settings
from newsloom.engine.filters import dates, timeline
from newsloom.engine.parallel import map_here


def test_dates_rows_fit_the_text() -> None:
    one = article("They met on Thursday for two hours.", headline="Talks on June 5")
    (row,) = dates.rows([one], Settings(), map_here)
    assert row["id"] == "a"
    assert [(date["text"], date["type"], date["value"]) for date in row["dates"]] == [
        ("Thursday", "DATE", "2018-05-31"),
        ("two hours", "DURATION", "PT2H"),
    ]
    assert all(one.text[date["start"] : date["end"]] == date["text"] for date in row["dates"])


def test_timeline_rows_of_a_story_are_in_order_of_date() -> None:
    told = [
        article("The mayors will meet in Ostend on 12 June, aides said Tuesday.", name="a"),
        article("The council approved the bridge on Thursday.", name="b"),
    ]
    rows = list(timeline.rows_of("s", tuple(report(one) for one in told)))
    assert [row["date"] for row in rows] == ["2018-05-29", "2018-05-31", "2018-06-12"]
    texts = {one.given_id: one.text for one in told}
    for row in rows:
        assert row["id"] == "s" and set(row) == {"id", "date", "sentences", "status"}
        for sentence in row["sentences"]:
            assert texts[sentence["id"]][sentence["start"] : sentence["end"]] == sentence["text"]


def test_without_the_field_the_whole_input_is_one_story() -> None:
    one = report(replace(article("The council approved the bridge on Thursday."), group=""))
    assert [row["id"] for row in timeline.rows_of("", (one,))] == [None]
