"""The page on which an editor corrects a story: its reports to choose from, and the verdicts that bind.

In: a story page, what stands around it, the verdicts on its reports. Out: one HTML page of forms that need no script.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsloom.pages import story_parts as parts
from newsloom.pages.citing import cite_page
from newsloom.pages.render import Around, Place
from newsloom.pages.shown import Articles
from newsloom.records import Seq, StoryPage, Verdict


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict that binds, with the headlines of its two reports ("" where one is forgotten)."""

    seq: Seq
    verdict: Verdict
    left: str
    right: str


def render_corrections(
    page: StoryPage, articles: Articles, around: Around, rulings: Sequence[Ruling], note: str, place: Place
) -> str:
    """The forms; `note` is what came of the last one, "" where there is nothing to say."""
    c = cite_page(page, articles, place.links)
    related = [
        parts.RelatedShown(other.story_id, around.titles.get(other.story_id) or "another story", other.reason)
        for other in page.related
    ]
    return place.render(
        "corrections.html", page=page, c=c, related=related, rulings=rulings, note=note, language=page.language
    )
