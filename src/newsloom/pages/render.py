"""Records -> HTML. The same templates make the static site and the server's pages.

In: a StoryPage (or row, person, article) with the articles that it cites and the Links of where it will stand. Out: one
whole page. Invariant: all that is shown is escaped (autoescape on, no exceptions for what was read), an undefined name
in a template is an error, and only http(s) addresses become links.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newsloom.pages import story_parts as parts
from newsloom.pages.budget import USUAL, Front, opened, shorten
from newsloom.pages.citing import Citing, cite_page, name
from newsloom.pages.linked import linked_data
from newsloom.pages.links import Links, anchor, fragment, outside, slug
from newsloom.pages.marks import mark_text
from newsloom.pages.outlets import OutletView
from newsloom.pages.rows import PersonView, StoryRow, Traced
from newsloom.pages.shown import Articles, bracketed, is_earlier, text_of
from newsloom.pages.story_json import EARLIER, instant
from newsloom.pages.times import machine, spoken, told, utc
from newsloom.pages.told_of import day_told
from newsloom.pages.why import Title, outcome_words, reasons_words, verdict_words, weight_words
from newsloom.records import (
    Article,
    ArticleId,
    Change,
    Correction,
    Range,
    ReadMark,
    Span,
    StoryId,
    StoryPage,
    TimelineEntry,
    Why,
)
from newsloom.text.compare import compare_words, same_words
from newsloom.text.numbers import counted

NEWEST_FIRST = "Newest report first."
NOTHING_LEFT: dict[str, dict[Span, int]] = {"left": {}, "cut": {}}
EMPTY = "No stories yet. Add a source or weave some reports, and they appear here."


@cache
def environment() -> Environment:
    """The templates and the functions that they may call."""
    made = Environment(
        loader=PackageLoader("newsloom.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        alike=parts.alike,
        anchor=anchor,
        bracketed=bracketed,
        compare_words=compare_words,
        counted=counted,
        earlier=EARLIER,
        iso=instant,
        is_earlier=is_earlier,
        letter=parts.letter,
        machine=machine,
        name=name,
        opened=opened,
        outside_url=outside,
        said_or_bracketed=parts.said_or_bracketed,
        same_words=same_words,
        signs=parts.SIGNS,
        slug=slug,
        fates=parts.FATES,
        tones={"new": "on", "changed": "maybe", "withdrawn": "off", "corrected": "plan"},
        spoken=spoken,
        told=told,
        utc=utc,
    )
    return made


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page will stand: how many folders down, and whether a server answers (clean addresses, search, ?at=)."""

    depth: int = 2
    live: bool = False

    @property
    def links(self) -> Links:
        return Links("../" * self.depth, "" if self.live else "index.html")

    def render(self, template: str, **shown: Any) -> str:
        common: dict[str, Any] = {"links": self.links, "live": self.live, "language": "en", "query": ""}
        return environment().get_template(template).render(**{**common, **shown})


@dataclass(frozen=True, slots=True)
class Around:
    """What a story page shows of others: titles of related stories, the thread that it is in, the instant asked for."""

    titles: Mapping[StoryId, str]
    thread: StoryId | None = None
    at: datetime | None = None
    kind: str = "story"
    editable: bool = False  # the server takes an editor's corrections
    read: ReadMark | None = None  # how far the reader had read it


ALONE = Around({})


def render_story(page: StoryPage, articles: Articles, place: Place = Place(), around: Around = ALONE) -> str:
    """The page of a story, or of a thread (`around.kind`): of each section what matters most, and how to the rest."""
    front = shorten(page)
    c = cite_page(front.page, articles, place.links)
    related = [
        parts.RelatedShown(other.story_id, around.titles.get(other.story_id) or "another story", other.reason)
        for other in page.related
    ]
    return place.render(
        "story.html",
        sections=parts.sections_of(front),
        counts=parts.counts_of(front),
        editable=around.editable,
        related=related,
        read=around.read,
        linked=Markup(linked_data(page, c)),
        carded={card.person.id for card in page.people},
        **_shown(front, c, around),
    )


def render_section(
    page: StoryPage, articles: Articles, section: str, place: Place = Place(3), around: Around = ALONE
) -> str:
    """All entries of one section of a story's page."""
    c = replace(cite_page(page, articles, place.links), disputed=())  # what is disputed is marked on the story's page
    return place.render(
        "section.html",
        section=section,
        title=parts.TITLES[section],
        carded={card.person.id for card in page.people},
        **_shown(Front(page), c, around),
    )


def _shown(front: Front, c: Citing, around: Around) -> dict[str, Any]:
    """What the templates of sections may use."""
    page = front.page
    return {
        "page": page,
        "front": front,
        "c": c,
        "language": page.language,
        "kind": around.kind,
        "at": around.at,
        "thread": around.thread,
        "parties": parts.parties_of(page),
        "day_told": partial(day_told, page=page),
        "quotes": parts.quotes_of(page.quotes, c),
        "matrix": parts.matrix_of(page, c),
        "titles": parts.TITLES,
        "listed": USUAL.listed,
        "notes_of": partial(_notes, page),
        "report_link": partial(_report_link, c),
    }


def _notes(page: StoryPage, entry: TimelineEntry) -> tuple[str, ...]:
    """What we say of a timeline entry: how its date is known, and that it is from earlier in the thread."""
    return tuple(note for note in (entry.note, EARLIER if is_earlier(entry, page) else "") if note)


def _report_link(c: Citing, article_id: ArticleId) -> Markup:
    """The number of a report, leading to it."""
    article = c.articles.get(article_id)
    outlet = article.outlet if article else ""
    href = c.links.page("reports", article_id, str(article.version if article else 1))
    return Markup('<a class="c" href="{}" aria-label="report {}, {}">{}</a>').format(
        href, c.number(article_id), outlet, c.number(article_id)
    )


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: its heading, and the addresses of the pages before and after it ("" where there is none)."""

    heading: str = "Stories"
    order: str = NEWEST_FIRST
    empty: str = EMPTY
    newer: str = ""
    older: str = ""
    feeds: bool = True
    query: str = ""


def render_index(rows: Sequence[StoryRow], place: Place = Place(0), shown: ListPage = ListPage()) -> str:
    """A list of stories, in the order given."""
    return place.render(
        "index.html",
        stories=rows,
        heading=shown.heading,
        order=shown.order,
        empty=shown.empty,
        feeds=shown.feeds,
        query=shown.query,
        later_page=shown.newer,
        earlier_page=shown.older,
    )


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list of people."""

    id: str
    name: str
    kind: str
    stories: int


def render_people(people: Sequence[PersonRow], place: Place = Place(1)) -> str:
    return place.render("people.html", people=sorted(people, key=lambda p: (p.name.casefold(), p.id)))


def render_person(view: PersonView, articles: Articles, place: Place = Place()) -> str:
    """The page of a person, organisation or place."""
    c = Citing(place.links, articles, view.language)
    quotes, spoken = parts.quotes_of(view.quotes, c), parts.quotes_of(view.spoken_of, c)
    return place.render(
        "person.html",
        view=view,
        c=c,
        quotes=quotes,
        spoken=spoken,
        front=NOTHING_LEFT,
        carded=(),
        language=view.language or "en",
    )


MOST_STORIES = 200  # listed on the page of an outlet, the newest


def render_outlets(outlets: Sequence[OutletView], place: Place = Place(1)) -> str:
    """The list of outlets."""
    return place.render("outlets.html", outlets=outlets)


def render_outlet(view: OutletView, titles: Mapping[StoryId, str], place: Place = Place()) -> str:
    """The page of an outlet: counts, and its stories under their headlines."""
    stories = [(story, titles.get(story) or "a story") for story in view.stories[:MOST_STORIES]]
    return place.render("outlet.html", view=view, stories=stories)


def render_trace(sentence: str, carriers: Sequence[Traced], place: Place = Place(0)) -> str:
    """Who carried a sentence: the earliest first, each in its own words."""
    known = len(carriers) < 2 or carriers[0].article.told_at < carriers[1].article.told_at
    return place.render("trace.html", sentence=sentence, carriers=carriers, order_known=known)


@dataclass(frozen=True, slots=True)
class ReportAround:
    """What a report's page shows besides the report: its versions, and the story that it belongs to."""

    versions: tuple[int, ...] = ()
    story: StoryId | None = None
    corrections: tuple[Correction, ...] = ()
    outlets: Mapping[ArticleId, str] = field(default_factory=dict)  # of the reports that corrections name


def render_report(
    article: Article,
    cited: Iterable[Range],
    place: Place = Place(3),
    around: ReportAround = ReportAround(),
) -> str:
    """One version of a report, whole; each cited passage has an anchor ("s10-42") and is lit when it is the target."""
    text = mark_text(article, cited)
    spans = [Span(article.id, article.version, c.part, c.start, c.end) for c in text.cited]

    def original(n: int) -> str:
        return fragment(article.url, article.text_of(text.cited[n]))

    return place.render(
        "report.html",
        article=article,
        text=text,
        anchors=[anchor(span) for span in spans],
        original=original,
        versions=around.versions,
        outlets=around.outlets,
        corrections=around.corrections,
        story=around.story,
        language=article.language or "en",
    )


def render_changes(
    page: StoryPage,
    articles: Articles,
    changes: Sequence[Change],
    times: tuple[datetime, datetime | None],
    place: Place = Place(),
) -> str:
    """What changed in a story between two instants (None: now)."""
    c = replace(
        cite_page(page, articles, place.links), disputed=()
    )  # the table of disagreements is on the story's page
    since, until = times
    return place.render(
        "changes.html", page=page, c=c, changes=changes, since=since, until=until, language=page.language
    )


def title_of(page: StoryPage, articles: Articles) -> str:
    """The headline as plain text."""
    return text_of(page.headline, articles)


def render_about(place: Place = Place(1)) -> str:
    return place.render("about.html")


def render_notice(heading: str, lines: Sequence[str], place: Place, lead: str, forward: str = "") -> str:
    """A short page of ours: not found, gone, moved. `forward` leads on at once."""
    return place.render("plain.html", heading=heading, lines=lines, lead=lead, forward=forward)


def render_missing(what: str, place: Place) -> str:
    """The page for an address at which nothing is: clear about what was looked for."""
    lines = (f"There is no {what} at this address in this archive.",)
    return render_notice("Not found", lines, place, "To all stories")


def render_why(why: Why, article: Article, title: Title, place: Place = Place(2)) -> str:
    """Why a report stands where it stands; only a server has this page."""
    words = (outcome_words, reasons_words, verdict_words, weight_words)
    return place.render("why.html", why=why, article=article, title=title, **{each.__name__: each for each in words})
