"""What is planned, as iCalendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.affair import ARTICLES, COURIER, PAGE, plain

from newsloom.pages.calendar import calendar, days_of, planned_events
from newsloom.records import TimelineEntry

OPENS = plain(COURIER, "the bridge at Halden opens on 4 May")


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def events(*planned: TimelineEntry) -> list[str]:
    return unfolded("".join(planned_events(replace(PAGE, next=planned), ARTICLES, "https://n.example/stories/a1/")))


def test_a_planned_day_is_an_all_day_event() -> None:
    lines = events(TimelineEntry("2031-05-04", "planned", "2031-04-28", (OPENS,)))
    assert lines[:1] == ["BEGIN:VEVENT"]
    assert "DTSTART;VALUE=DATE:20310504" in lines and "DTEND;VALUE=DATE:20310505" in lines
    assert "SUMMARY:the bridge at Halden opens on 4 May" in lines
    assert "STATUS:CONFIRMED" in lines and "URL:https://n.example/stories/a1/" in lines
    assert "DTSTAMP:20310429T070700Z" in lines  # the page's own instant: nothing asks the clock


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2031-05-04", (date(2031, 5, 4), date(2031, 5, 5))),
        ("2031-W18", (date(2031, 4, 28), date(2031, 5, 5))),
        ("2031-12", (date(2031, 12, 1), date(2032, 1, 1))),
        ("2031-05-04T10:00", (date(2031, 5, 4), date(2031, 5, 5))),
        ("2031-02-31", None),
        ("2031-W60", None),
        ("2031-13", None),
        ("", None),
        ("soon", None),
    ],
)
def test_an_event_is_as_long_as_its_date_is_precise(value: str, days: tuple[date, date] | None) -> None:
    assert days_of(value) == days


def test_a_plan_without_a_date_is_no_event() -> None:
    assert events(TimelineEntry("", "planned", "2031-04-28", (OPENS,))) == [""]


@pytest.mark.parametrize(("status", "shown"), [("cancelled", "CANCELLED"), ("doubted", "TENTATIVE")])
def test_its_status_is_the_storys(status: str, shown: str) -> None:
    entry = TimelineEntry("2031-05-04", status, "2031-04-28", (OPENS,))  # type: ignore[arg-type]
    assert f"STATUS:{shown}" in events(entry)


def test_its_name_stays_while_its_day_and_words_stay() -> None:
    entry = TimelineEntry("2031-05-04", "planned", "2031-04-28", (OPENS,))
    first, again = events(entry), events(replace(entry, status="back on"))
    assert next(line for line in first if line.startswith("UID:")) in again


def test_a_calendar_has_each_event_once_and_is_whole_without_any() -> None:
    event = "".join(planned_events(PAGE, ARTICLES))
    lines = unfolded(calendar([event, event], "all"))
    assert lines.count("BEGIN:VEVENT") == 1
    assert unfolded(calendar([], "none"))[0] == "BEGIN:VCALENDAR" and unfolded(calendar([], "none"))[-2:] == [
        "END:VCALENDAR",
        "",
    ]


@given(st.text(max_size=300))
def test_no_text_breaks_its_line(title: str) -> None:
    text = calendar([], title)
    assert all(len(line.encode("utf-8", "replace")) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    assert len([line for line in unfolded(text) if line]) == 7
