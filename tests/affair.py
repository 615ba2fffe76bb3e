"""An invented affair, built by hand: the opening of a bridge, cancelled and back on, with everything a page can show.

Outlets, people and sentences are made up. One outlet is hostile: markup in headline and text, a javascript: address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone

from newsloom.pages.citing import cited_ranges
from newsloom.pages.gathered import gather_people
from newsloom.pages.links import slug
from newsloom.pages.outlets import OutletView, gather_outlets
from newsloom.pages.render import PersonRow
from newsloom.pages.rows import PersonView, StoryRow, Traced, row_of
from newsloom.records import (
    Article,
    ArticleId,
    Became,
    Card,
    CitedSentence,
    Copy,
    Correction,
    Counts,
    CoverageRow,
    Disagreement,
    EntityId,
    Insert,
    Person,
    PersonId,
    Range,
    ReadMark,
    Recorded,
    Related,
    ReportRow,
    Root,
    Says,
    Seq,
    Spread,
    Stance,
    StatusChain,
    StatusNow,
    StatusStep,
    StoryId,
    StoryPage,
    TimelineEntry,
    Utterance,
    Value,
    Weighed,
    Weight,
    Why,
    Words,
    span_id,
)
from newsloom.text.sentences import split_paragraphs

EAST = timezone(timedelta(hours=2))


def report(
    name: str, outlet: str, headline: str, text: str, at: datetime, *, url: str = "", day_only: bool = False,
    version: int = 1, language: str = "en",
) -> Article:  # fmt: skip
    """An article with an id that may stand in an address."""
    return Article(
        id=ArticleId(name),
        version=version,
        given_id=f"given-{name}",
        url=url if url else f"https://{name}.example/bridge?x=1",
        outlet=outlet,
        headline=headline,
        language=language,
        published_at=at,
        day_only=day_only,
        seen_at=at + timedelta(minutes=7),
        text=text,
        paragraphs=split_paragraphs(text),
    )


WIRE = report(
    "a1", "Halden Wire", "Halden bridge to open on 4 May after all, minister says",
    "The Halden bridge will open to traffic on 4 May, Transport Minister Ada Norling said on Monday, nine days after "
    "she had called the opening off.\n\nShe said that inspectors had found “no defect that would keep a single car off "
    "it”. The inspection cost 2.1 million crowns, she added.\n\nEngineers had warned of cracks in two of the pylons. "
    "Norling met the mayor, Tor Vik, before she spoke.",
    datetime(2031, 4, 28, 14, 5, tzinfo=EAST),
)  # fmt: skip
POST = report(
    "b2", "Northern Post", "Halden bridge back on for 4 May",
    "The Halden bridge will open to traffic on 4 May, Transport Minister Ada Norling said on Monday. Inspectors had "
    "found “no defects that would keep a single car off it”, she told reporters.",
    datetime(2031, 4, 28, 15, 40, tzinfo=EAST),
)  # fmt: skip
COURIER = report(
    "c3", "Harbour Courier", "Bridge: opening is back, bill is bigger",
    "After a week of doubt the bridge at Halden opens on 4 May. The inspection cost 3.4 million crowns, according to "
    "the city’s own books.\n\n“We were never asked,” said Mayor Tor Vik. A senior inspector said that “the cracks are "
    "cosmetic”.\n\nThe ferry company wants damages.",
    datetime(2031, 4, 28, 18, 20, tzinfo=EAST),
)  # fmt: skip
FERRY = report(
    "d4", "Skärgård Radio", "Fähre verlangt Schadenersatz",
    "Die Fährgesellschaft verlangt Schadenersatz. „Wir haben umsonst Schiffe gemietet“, sagte Direktorin Lene Moe.",
    datetime(2031, 4, 28, 23, 59, 59, tzinfo=UTC), day_only=True, language="de",
)  # fmt: skip
HOSTILE = report(
    "e5", "<b>Evil & Sons</b>", "</script><script>alert('headline')</script> Halden bridge",
    "The bridge opens on 4 May <img src=x onerror=alert(1)>. It is said to have [some] defects \"quoted\" 'so'.\n\n"
    "{{ 7 * 7 }} A last paragraph, with the letters x & y.",
    datetime(2031, 4, 29, 6, 0, tzinfo=UTC), url="javascript:alert('address')",
)  # fmt: skip
EARLIER = report(
    "f6", "Halden Wire", "Minister calls off bridge opening",
    "Transport Minister Ada Norling on Saturday called off the opening of the Halden bridge. She cited cracks.",
    datetime(2031, 4, 19, 11, 0, tzinfo=EAST),
)  # fmt: skip
SILENT = report(
    "g7", "Valley Times", "Readers’ letters",
    "A reader writes about the weather, the harvest and the bridge.",
    datetime(2031, 4, 29, 7, 0, tzinfo=UTC),
)  # fmt: skip
OLD_WIRE = report(
    "a1", "Halden Wire", "Halden bridge may open", "The Halden bridge may open on 4 May.",
    datetime(2031, 4, 28, 13, 0, tzinfo=EAST),
)  # fmt: skip
WIRE = Article(**{f: getattr(WIRE, f) for f in Article.__struct_fields__} | {"version": 2})
REPORTS = (WIRE, POST, COURIER, FERRY, HOSTILE, SILENT)
ARTICLES: Mapping[ArticleId, Article] = {a.id: a for a in (*REPORTS, EARLIER)}


def said(article: Article, words: str) -> Words:
    """The place of these words in a report, in its headline if they are not in its text."""
    if words in article.text:
        start = article.text.index(words)
        return article.words(start, start + len(words))
    start = article.headline.index(words)
    return article.words(start, start + len(words), "headline")


def plain(article: Article, words: str, *also: Words) -> CitedSentence:
    return CitedSentence((said(article, words),), tuple(also))


CALLED_OFF = "Transport Minister Ada Norling on Saturday called off the opening of the Halden bridge."
OPENING = "The Halden bridge will open to traffic on 4 May, Transport Minister Ada Norling said on Monday"
NORLING = Person(PersonId("a1.1.50"), "person", "Ada Norling", ("Norling",), (EntityId("a1.1.50"),))
VIK = Person(PersonId("c3.1.90"), "person", "Tor Vik", (), (EntityId("c3.1.90"),))
MOE = Person(PersonId("d4.1.77"), "person", "Lene Moe", (), (EntityId("d4.1.77"),))
FERRIES = Person(PersonId("d4.1.4"), "organisation", "Fährgesellschaft", (), (EntityId("d4.1.4"),))
MINISTER = plain(WIRE, "Transport Minister")
COST_WIRE, COST_COURIER = "The inspection cost 2.1 million crowns", "The inspection cost 3.4 million crowns"

SUMMARY = (
    CitedSentence(
        (said(WIRE, OPENING), Insert("28 April 2031"), said(WIRE, ", nine days after she had called the opening off.")),
        (said(POST, OPENING), said(HOSTILE, "The bridge opens on 4 May <img src=x onerror=alert(1)>.")),
    ),
    CitedSentence(
        (said(WIRE, "She"), Insert("Ada Norling", (said(WIRE, "Ada Norling"),)),
         said(WIRE, "said that inspectors had found “no defect that would keep a single car off it”.")),
        (said(POST, "Inspectors had found"),),
    ),
    CitedSentence((said(COURIER, COST_COURIER), said(COURIER, "according to the city’s own books."))),
    plain(FERRY, "Die Fährgesellschaft verlangt Schadenersatz.", said(COURIER, "The ferry company wants damages.")),
    plain(HOSTILE, "It is said to have [some] defects \"quoted\" 'so'."),
)  # fmt: skip


def utterance(speaker: Person | None, words: Words | None, role: CitedSentence | None, *cuts: Words) -> Utterance:
    to = said(POST, "reporters") if speaker is NORLING else None
    return Utterance(span_id(cuts[0].span), speaker, words, role, to, tuple(CitedSentence((cut,)) for cut in cuts))


def row(article: Article, text: int, own: float, versions: int = 1) -> ReportRow:
    """As stored: a page keeps no text but what it cites."""
    bare = {f: getattr(article, f) for f in Article.__struct_fields__} | {"text": "", "paragraphs": ()}
    return ReportRow(Article(**bare), text, own, versions)


def coverage(claim: CitedSentence, *says: Says) -> CoverageRow:
    return CoverageRow(claim, tuple(zip((a.id for a in REPORTS), says, strict=True)))


STATUS = StatusNow("The Halden bridge will open to traffic", "back on", "2031-04-28", plain(WIRE, OPENING))
PAGE = StoryPage(
    story_id=StoryId("a1"),
    as_of=datetime(2031, 4, 29, 7, 7, tzinfo=UTC),
    language="en",
    headline=plain(WIRE, "Halden bridge to open on 4 May after all, minister says"),
    status=STATUS,
    counts=Counts(reports=6, outlets=6, texts=5, origins=2, unnamed=1, disagreements=1),
    summary=SUMMARY,
    people=(
        Card(NORLING, MINISTER, ("Norling", "she"), ("Nora Adling",), 3),
        Card(VIK, plain(COURIER, "Mayor"), (), (), 2),
        Card(MOE, plain(FERRY, "Direktorin"), (), (), 1),
    ),
    disagreements=(
        Disagreement(
            "cost of the inspection",
            "contradiction",
            (
                Value("2.1 million crowns", "2031-04-28T14:05:00+02:00", 1, (plain(WIRE, COST_WIRE),)),
                Value("3,400,000", "2031-04-28T18:20:00+02:00", 1, (plain(COURIER, COST_COURIER),)),
            ),
        ),
    ),
    timeline=(
        TimelineEntry("2031-04-19", "cancelled", "2031-04-19", (plain(EARLIER, CALLED_OFF),), "“Saturday”"),
        TimelineEntry("2031-04-28", "back on", "2031-04-28", (plain(WIRE, OPENING, said(POST, OPENING)),)),
    ),
    next=(TimelineEntry("2031-05", "planned", "2031-04-28", (plain(COURIER, "the bridge at Halden opens on 4 May"),)),),
    positions=(
        Stance(FERRIES, "demands", (plain(FERRY, "verlangt Schadenersatz"),)),
        Stance(NORLING, "promises", (plain(WIRE, "The Halden bridge will open to traffic on 4 May"),)),
    ),
    quotes=(
        utterance(
            NORLING, None, MINISTER,
            said(WIRE, "“no defect that would keep a single car off it”"),
            said(POST, "“no defects that would keep a single car off it”"),
        ),
        utterance(VIK, None, None, said(COURIER, "“We were never asked,”")),
        utterance(None, said(COURIER, "A senior inspector"), None, said(COURIER, "“the cracks are cosmetic”")),
        utterance(None, None, None, said(FERRY, "„Wir haben umsonst Schiffe gemietet“")),
    ),
    coverage=(
        coverage(SUMMARY[0], "says", "copied", "says", "not found", "says", "not found"),
        coverage(SUMMARY[2], "differs", "not found", "says", "not collected", "not found", "not found"),
    ),
    lineage=(
        Copy(said(WIRE, OPENING), (said(POST, OPENING),)),
        Copy(
            said(FERRY, "Die Fährgesellschaft verlangt Schadenersatz."),
            (said(COURIER, "The ferry company wants damages."),),
            order_known=False,
        ),
    ),
    roots=(
        Root("Ada Norling", True, (WIRE.id, POST.id), plain(WIRE, "Transport Minister Ada Norling said on Monday"), 3),
        Root(FERRY.outlet, True, (FERRY.id,), None, 1),
        Root("a senior inspector", False, (COURIER.id,), None, 1),
    ),
    reports=(row(WIRE, 1, 1.0, 2), row(POST, 1, 0.31), row(COURIER, 2, 1.0), row(FERRY, 3, 1.0), row(HOSTILE, 4, 0.9),
             row(SILENT, 5, 1.0)),
    related=(Related(StoryId("f6"), "the same bridge, nine days earlier"),),
    chains=(
        StatusChain(
            "Halden bridge",
            (
                StatusStep("cancelled", "2031-04-19", plain(EARLIER, CALLED_OFF)),
                StatusStep("back on", "2031-04-28", plain(WIRE, OPENING)),
            ),
        ),
    ),
    became=(
        Became("2031-04-20", "2031-04-19", plain(EARLIER, CALLED_OFF), "moved", "2031-05-04", plain(WIRE, OPENING)),
        Became("2031-04-28", "2031-04-27", plain(FERRY, "verlangt Schadenersatz"), "no report"),
    ),
    corrections=(
        Correction(
            "edited", said(OLD_WIRE, "may open on 4 May"), said(WIRE, "will open to traffic on 4 May"), WIRE.seen_at,
            (Spread(said(POST, "will open to traffic on 4 May")),),
        ),
    ),
    limits=("1 of 6 reports give a day without a time: their order within that day is not known.",),
)  # fmt: skip

SMALL = StoryPage(
    story_id=StoryId("f6"),
    as_of=EARLIER.seen_at,
    language="en",
    headline=plain(EARLIER, EARLIER.headline),
    status=None,
    counts=Counts(reports=1, outlets=1, texts=1, origins=1, unnamed=0, disagreements=0),
    summary=(plain(EARLIER, CALLED_OFF),),
    people=(), disagreements=(), timeline=(), next=(), positions=(), quotes=(), coverage=(), lineage=(), roots=(),
    reports=(row(EARLIER, 1, 1.0),), related=(), limits=(),
)  # fmt: skip


@dataclass(frozen=True)
class Shelf:
    """An archive in memory."""

    articles: tuple[Article, ...] = (*REPORTS, EARLIER, OLD_WIRE)
    pages: tuple[StoryPage, ...] = (PAGE, SMALL)
    threads: Mapping[StoryId, StoryId] = field(default_factory=dict)
    marks: dict[StoryId, ReadMark] = field(default_factory=dict)

    def article(self, article_id: ArticleId, version: int | None = None) -> Article | None:
        held = [a for a in self.articles if a.id == article_id and version in (None, a.version)]
        return max(held, key=lambda a: a.version, default=None)

    def title(self, story_id: StoryId) -> str | None:
        return next((r.headline for r in self.rows() if r.id == story_id), None)

    def thread(self, story_id: StoryId) -> StoryId | None:
        return self.threads.get(story_id)

    def rows(self) -> list[StoryRow]:
        return [row_of(page, ARTICLES) for page in self.pages]

    def views(self) -> list[PersonView]:
        return list(gather_people(zip(self.pages, self.rows(), strict=True)))


@dataclass(frozen=True)
class Desk(Shelf):
    """A reader in memory (server.reader.Reader)."""

    def stories(self, start: int, most: int) -> list[StoryRow]:
        return self.rows()[start : start + most]

    def search(self, query: str, most: int) -> list[StoryRow]:
        return [r for r in self.rows() if query.lower() in f"{r.headline} {r.lede}".lower()][:most]

    def story_of(self, member: str) -> StoryId | None:
        return next((p.story_id for p in self.pages for r in p.reports if r.article.id == member), None)

    def story_page(self, story_id: StoryId, at: datetime | None = None) -> StoryPage | None:
        page = next((page for page in self.pages if page.story_id == story_id), None)
        if page is None or at is None:
            return page
        known = tuple(r for r in page.reports if r.article.seen_at <= at)
        return replace(page, reports=known, summary=page.summary[:1], as_of=at) if known else None

    def last_read(self, story_id: StoryId) -> ReadMark | None:
        return self.marks.get(story_id)

    def page_as_read(self, mark: ReadMark) -> StoryPage | None:
        return self.story_page(mark.story_id, mark.as_of)

    def mark_read(self, page: StoryPage) -> None:
        self.marks[page.story_id] = ReadMark(page.story_id, Seq(1), page.as_of)

    def thread_page(self, thread_id: StoryId) -> StoryPage | None:
        return PAGE if thread_id in self.threads.values() else None

    def outlets(self) -> tuple[OutletView, ...]:
        return gather_outlets(self.pages)

    def outlet(self, name: str) -> OutletView | None:
        return next((view for view in self.outlets() if name in (view.name, slug(view.name))), None)

    def trace(self, sentence: str) -> list[Traced]:
        held = [(a, a.text.index(sentence)) for a in (WIRE, POST) if sentence in a.text]
        return [Traced(a, a.words(at, at + len(sentence)), StoryId("a1"), ("Ada Norling",)) for a, at in held]

    def people(self) -> list[PersonRow]:
        return [PersonRow(v.person.id, v.person.name, v.person.kind, len(v.stories)) for v in self.views()]

    def person(self, person_id: PersonId) -> PersonView | None:
        return next((view for view in self.views() if view.person.id == person_id), None)

    def versions(self, article_id: ArticleId) -> list[int]:
        return sorted(a.version for a in self.articles if a.id == article_id)

    def why(self, article_id: ArticleId, story_id: StoryId | None = None) -> Why | None:
        story = self.story_of(article_id)
        if story is None:
            return None
        weight = Weight("same names", (("on average", 0.62), ("nearest", 0.71)), 2.75)
        weighed = Weighed(story_id or story, 0.68, 0.75, -2.0, (weight,))
        recorded = Recorded(Seq(1), "1", "it came", story, 0.68, (("same names", 2.75),))
        return Why(article_id, story, (recorded,), weighed, (weighed,), 0.4)

    def cited(self, article_id: ArticleId, version: int) -> list[Range]:
        every = (c for page in self.pages for c in cited_ranges(page, ARTICLES))
        return [place for cited, number, place in every if (cited, number) == (article_id, version)]
