"""JSON-LD of a story page: a NewsArticle that cites its reports, and the event with its status.

Out: a string that may stand inside <script type="application/ld+json">: no character of it can end the element.
"""

from __future__ import annotations

from typing import Any

import msgspec

from newsloom.pages.citing import Citing
from newsloom.pages.links import outside
from newsloom.pages.story_json import instant, published
from newsloom.records import Status, StoryPage

EVENT_STATUS: dict[Status, str] = {
    "planned": "EventScheduled",
    "possible": "EventScheduled",
    "doubted": "EventScheduled",
    "threatened": "EventScheduled",
    "back on": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
MOST_CITED = 200  # reports, the newest
ESCAPES = (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def linked_data(page: StoryPage, c: Citing) -> str:
    """schema.org in JSON-LD, with only what the page shows."""
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": c.text(page.headline),
        "inLanguage": page.language,
        "dateModified": instant(page.as_of),
        "publisher": {"@type": "Organization", "name": "newsloom"},
        "citation": [
            _report(row.article.headline, row.article.outlet, row.article.url, published(row.article))
            for row in page.reports[-MOST_CITED:]
        ],
    }
    if page.status and page.status.value in EVENT_STATUS:
        status = f"https://schema.org/{EVENT_STATUS[page.status.value]}"
        made["about"] = {"@type": "Event", "name": page.status.event, "eventStatus": status, **_start(page)}
    return _inert(msgspec.json.encode(made).decode())


def _start(page: StoryPage) -> dict[str, str]:
    """The one day that the page names for what is ahead; none where it names several."""
    days = {entry.date for entry in page.next if len(entry.date) == len("2018-06-12")}
    return {"startDate": days.pop()} if len(days) == 1 else {}


def _report(headline: str, outlet: str, url: str, at: str | None) -> dict[str, Any]:
    row = {"headline": headline, "url": outside(url), "datePublished": at or ""}
    kept = {key: value for key, value in row.items() if value}
    return {"@type": "NewsArticle", **kept, "publisher": {"@type": "Organization", "name": outlet}}


def _inert(text: str) -> str:
    for char, escaped in ESCAPES:
        text = text.replace(char, escaped)
    return text
