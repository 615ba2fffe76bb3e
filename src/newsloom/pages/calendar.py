"""What is planned, as an iCalendar feed (RFC 5545): all-day events for calendar programs.

In: pages and the articles that they cite. Out: one VCALENDAR text. Invariant: an event keeps its UID while its date and
the passage that announces it stay; nothing asks the clock; every line has at most 75 octets and ends with CRLF, and no
character of a report can begin a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from newsloom.pages.shown import Articles, text_of
from newsloom.pages.times import MONTH, WEEK
from newsloom.records import Status, StoryPage, TimelineEntry, span_id

LONGEST = 75  # octets of a line
TITLE = 120  # characters of a summary
STATUS: dict[Status, str] = {"planned": "CONFIRMED", "back on": "CONFIRMED", "cancelled": "CANCELLED"}
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": "", "\x00": ""})


def calendar(events: Iterable[str], title: str) -> str:
    """A calendar of events, each once, in the order given."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//newsloom//newsloom//EN",
        "METHOD:PUBLISH",
        "CALSCALE:GREGORIAN",
    )
    head = "".join(map(_line, (*lines, f"X-WR-CALNAME:{_text(title)}")))
    return head + "".join(dict.fromkeys(events)) + _line("END:VCALENDAR")


def planned_events(page: StoryPage, articles: Articles, link: str = "") -> Iterator[str]:
    """What a page has under "what next", as VEVENTs; `link`: the whole address of the page, "" where it has none."""
    for entry in page.next:
        days = days_of(entry.date)
        if days:
            yield "".join(map(_line, _event(page, entry, days, articles, link)))


def days_of(value: str) -> tuple[date, date] | None:
    """First day of an ISO 8601 day, week or month and the first day after it; None for anything else.

    "2018-06-12" -> (2018-06-12, 2018-06-13), "2018-W22" -> (2018-05-28, 2018-06-04)
    """
    try:
        if week := WEEK.match(value):
            begin = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return begin, begin + timedelta(days=7)
        if month := MONTH.match(value):
            begin = date(int(month[1]), int(month[2]), 1)
            return begin, (begin + timedelta(days=31)).replace(day=1)
        begin = date.fromisoformat(value[:10])
        return begin, begin + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _event(
    page: StoryPage, entry: TimelineEntry, days: tuple[date, date], articles: Articles, link: str
) -> Iterator[str]:
    begin, after = days
    sentences = [text_of(sentence, articles) for sentence in entry.sentences]
    span = next(entry.sentences[0].words()).span
    article = articles.get(span.article_id)
    yield "BEGIN:VEVENT"
    yield f"UID:{span_id(span)}.{begin:%Y%m%d}@newsloom"
    yield f"DTSTAMP:{_instant(page.as_of)}"
    yield f"DTSTART;VALUE=DATE:{begin:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{_text(_short(sentences[0]))}"
    outlet = f" ({article.outlet})" if article and article.outlet else ""
    yield f"DESCRIPTION:{_text(' '.join(sentences) + outlet)}"
    yield f"STATUS:{STATUS.get(entry.status, 'TENTATIVE')}"
    yield f"CATEGORIES:{entry.status}"
    yield "TRANSP:TRANSPARENT"
    if link.startswith(("http://", "https://")):
        yield f"URL:{link}"
    yield "END:VEVENT"


def _short(text: str) -> str:
    """The words that fit; what is left out is marked."""
    return text if len(text) <= TITLE else f"{text[:TITLE].rsplit(' ', 1)[0]} …"


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    return " ".join(value.split()).translate(ESCAPED)


def _line(text: str) -> str:
    """One content line, folded so that no line has more than 75 octets and no character is cut."""
    folded, room = [], LONGEST
    for char in text:
        size = len(char.encode("utf-8", "replace"))
        if size > room:
            folded.append("\r\n ")
            room = LONGEST - 1
        folded.append(char)
        room -= size
    return "".join(folded) + "\r\n"


__all__ = ["calendar", "days_of", "planned_events"]
