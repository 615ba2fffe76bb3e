"""A story page as plain text, for a terminal: the page's words in the page's order.

In: a StoryPage (and, for changes, the page as it was). Out: lines. Brackets are ours here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import fill

from newsloom.pages.budget import Front, shorten
from newsloom.pages.changes import diff
from newsloom.pages.shown import Articles, bracketed, cited_by, text_of
from newsloom.pages.story_parts import FATES, SIGNS, counts_of
from newsloom.pages.times import spoken, utc
from newsloom.pages.told_of import day_told
from newsloom.records import CitedSentence, StoryPage, TimelineEntry
from newsloom.text.numbers import counted

WIDTH = 88
Lines = Iterator[str]


def show_story(page: StoryPage, part: str = "") -> str:
    """The page, or the whole of one part of it: summary, timeline, quotes, people, positions or disagree."""
    if part:
        return "\n".join(_PARTS[part](_Page(page))) or f"The page has no {part}."
    front = shorten(page)
    shown = _Page(front.page, front)
    sections = ((title, [*lines(shown), *_left(front, title)]) for title, lines in _SECTIONS)
    body = "\n\n".join(f"{title.upper()}\n" + "\n".join(lines) for title, lines in sections if lines)
    head = "\n".join(_head(shown))
    return f"{head}\n\n{body}".rstrip()


def show_changes(before: StoryPage | None, page: StoryPage) -> str:
    """What changed from one page to the other."""
    shown, old = _Page(page), _Page(before or page)
    lines = []
    for change in diff(before, page):
        lines += [f"{bracketed(change.kind)}"]
        lines += [f"  - {old.cited(change.before)}"] if change.before else []
        lines += [f"  + {shown.cited(change.after)}"] if change.after else []
    return "\n".join(lines) or "Nothing of substance changed."


class _Page:
    """A page with the numbers of its reports."""

    def __init__(self, page: StoryPage, front: Front | None = None) -> None:
        self.page = page
        self.front = front or Front(page)
        self.articles: Articles = {row.article.id: row.article for row in page.reports}
        self.numbers = {row.article.id: n for n, row in enumerate(page.reports, 1)}

    def text(self, sentence: CitedSentence) -> str:
        return text_of(sentence, self.articles)

    def cited(self, sentence: CitedSentence) -> str:
        """The sentence with the numbers of its reports; ^ stands for a report from earlier in the thread."""
        cited = dict.fromkeys(word.span.article_id for word in cited_by(sentence, self.articles))
        return f"{self.text(sentence)} ({' '.join(str(self.numbers.get(id, '^')) for id in cited)})"


def _head(shown: _Page) -> Lines:
    page = shown.page
    status = f"{SIGNS[page.status.value].sign} {bracketed(page.status.value)} " if page.status else ""
    yield f"{status}as of {utc(page.as_of)}"
    yield shown.cited(page.headline)
    yield " · ".join(count.text + count.more for count in counts_of(shown.front))


def _left(front: Front, title: str) -> Lines:
    """What a section leaves out, and how to see it."""
    fields, part = _SHORTENED.get(title, ((), ""))
    if left := sum(front.left.get(field, 0) for field in fields):
        yield f"… and {left:,} more: --part {part}"


def _summary(shown: _Page) -> Lines:
    for sentence in shown.page.summary:
        yield fill(shown.cited(sentence), WIDTH)


def _people(shown: _Page) -> Lines:
    for card in shown.page.people:
        role = f", {shown.cited(card.role)}" if card.role else ""
        others = f" {bracketed('not ' + ', '.join(card.distinct_from))}" if card.distinct_from else ""
        yield f"{card.person.name}{role} · {counted(card.reports, 'report')}{others}"
        for sentence in card.told:
            yield " ".join((f"    {shown.cited(sentence)}", *map(bracketed, day_told(sentence, shown.page))))


def _disagreements(shown: _Page) -> Lines:
    for found in shown.page.disagreements:
        yield f"≠ {bracketed(found.topic)} {bracketed(found.kind)}"
        for value in found.values:
            yield f"    {value.value} ({counted(value.origins, 'origin')}, {spoken(value.said)})"
            yield from (f"      {shown.cited(sentence)}" for sentence in value.sentences[:2])


def _happenings(shown: _Page, entries: tuple[TimelineEntry, ...]) -> Lines:
    for entry in entries:
        date = spoken(entry.date) if entry.date else "[date not known]"
        yield f"{SIGNS[entry.status].sign} {date} {bracketed(entry.status)}"
        yield from (f"    {shown.cited(sentence)}" for sentence in entry.sentences)


def _timeline(shown: _Page) -> Lines:
    yield from _chains(shown)
    yield from _happenings(shown, shown.page.timeline)
    if shown.page.next:
        yield f"-- as of {utc(shown.page.as_of)}; announced, not happened:"
        yield from _happenings(shown, shown.page.next)
    yield from _became(shown)


def _became(shown: _Page) -> Lines:
    if shown.page.became:
        yield "-- what became of it:"
    for fate in shown.page.became:
        when = f" {spoken(fate.date)}" if fate.date and fate.date != fate.due else ""
        yield f"{FATES[fate.outcome].sign} due {spoken(fate.due)} {bracketed(FATES[fate.outcome].text)}{when}"
        yield from (f"    {shown.cited(sentence)}" for sentence in (fate.plan, fate.evidence) if sentence)


def _chains(shown: _Page) -> Lines:
    for chain in shown.page.chains:
        steps = (f"{bracketed(step.value)} {spoken(step.said)}" for step in chain.steps)
        yield f"{chain.event}: {' → '.join(steps)}"


def _positions(shown: _Page) -> Lines:
    for stance in shown.page.positions:
        said = " ".join(shown.cited(sentence) for sentence in stance.sentences)
        yield f"{stance.party.name} {bracketed(stance.stance)} {said}"


def _quotes(shown: _Page) -> Lines:
    for said in shown.page.quotes:
        named = said.speaker.name if said.speaker else said.speaker_words.text if said.speaker_words else ""
        yield f"{named or '[no report says who speaks]'}: {shown.cited(said.variants[0])}"
        yield from (f"    or: {shown.cited(variant)}" for variant in said.variants[1:])


def _reports(shown: _Page) -> Lines:
    for n, row in enumerate(shown.page.reports, 1):
        yield f"{n:>4} {row.article.outlet}: {row.article.headline} {row.article.url}".rstrip()


_PARTS: dict[str, Callable[[_Page], Lines]] = {
    "summary": _summary,
    "people": _people,
    "disagree": _disagreements,
    "timeline": _timeline,
    "positions": _positions,
    "quotes": _quotes,
}
_SHORTENED: dict[str, tuple[tuple[str, ...], str]] = {
    "Who is who": (("people",), "people"),
    "Where reports disagree": (("disagreements",), "disagree"),
    "Timeline": (("timeline", "next"), "timeline"),
    "What each side wants": (("positions",), "positions"),
    "Who said what": (("quotes",), "quotes"),
}
_SECTIONS: tuple[tuple[str, Callable[[_Page], Lines]], ...] = (
    ("What the reports say", _summary),
    ("Who is who", _people),
    ("Where reports disagree", _disagreements),
    ("Timeline", _timeline),
    ("What each side wants", _positions),
    ("Who said what", _quotes),
    ("All reports", _reports),
)
