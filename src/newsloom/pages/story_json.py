"""StoryPage -> story.json: what the page shows, in the page's order, and nothing else; and a section as a whole.

In: a page and the articles that it cites. Out: the contract of docs/filters.md as plain objects. Invariant: every S is,
brackets aside, made of its citations' words, and every citation's text is what stands at its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from newsloom.pages import contract as to
from newsloom.pages.budget import WHOLE, opened, shorten
from newsloom.pages.shown import Articles, bracketed, cited_by, is_earlier, text_of
from newsloom.pages.told_of import day_told
from newsloom.records import (
    Article,
    Became,
    Card,
    Change,
    CitedSentence,
    Copy,
    Correction,
    CoverageRow,
    Disagreement,
    ReportRow,
    Root,
    Stance,
    StatusChain,
    StatusNow,
    StoryPage,
    TimelineEntry,
    Utterance,
    Value,
    Words,
)

EARLIER = "earlier in the thread"


def story_json(page: StoryPage, articles: Articles) -> dict[str, Any]:
    """The page as story.json (thread.json for a thread): of each section what the page shows."""
    shown = shorten(page).page
    shown = replace(shown, lineage=tuple(map(opened, shown.lineage)))
    made: dict[str, Any] = msgspec.to_builtins(_StoryWriter(shown, articles).story())
    return made


def section_json(page: StoryPage, articles: Articles, section: str) -> dict[str, Any]:
    """A section with all its entries, as story.json would have them: {"id", "as_of", "headline", "quotes": […]}."""
    made = _StoryWriter(page, articles).section(section)
    return {field: msgspec.to_builtins(value) for field, value in made.items()}


def story_schema() -> dict[str, Any]:
    """The JSON Schema of story.json: every field is required and nothing else is allowed."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **strict(msgspec.json.schema(to.StoryJson))}


def strict(schema: Any) -> Any:
    """The schema with every object closed to further fields."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    return {**closed, "additionalProperties": False} if "properties" in closed else closed


def instant(at: datetime) -> str:
    """ISO 8601 in UTC, to the second: "2018-06-02T09:00:00Z"."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def published(article: Article) -> str | None:
    """The outlet's claim with the outlet's own zone; a day where only the day was given."""
    if article.published_at is None:
        return None
    if article.day_only:
        return article.published_at.date().isoformat()
    return article.published_at.isoformat(timespec="seconds").replace("+00:00", "Z")


class Writer:
    """Citations, sentences and quotes as the contract has them; holds the articles that they cite."""

    def __init__(self, articles: Articles) -> None:
        self.articles = articles

    def cite(self, words: Words) -> to.C:
        span, article = words.span, self.articles.get(words.span.article_id)
        given = article.given_id if article else ""
        return to.C(span.article_id, given, span.version, span.part, span.start, span.end, words.text)

    def cites(self, *sentences: CitedSentence) -> list[to.C]:
        words = dict.fromkeys(words for sentence in sentences for words in cited_by(sentence, self.articles))
        return [self.cite(cited) for cited in words]

    def sentence(self, sentence: CitedSentence, *notes: str) -> to.S:
        text = " ".join((text_of(sentence, self.articles), *map(bracketed, notes)))
        return to.S(text, self.cites(sentence))

    def quote(self, said: Utterance) -> to.QuoteJson:
        variants = [self.sentence(variant) for variant in said.variants]
        return to.QuoteJson(said.id, self.speaker(said), plain(said.to), variants)

    def speaker(self, said: Utterance) -> to.SpeakerJson | None:
        role = self.sentence(said.role) if said.role else None
        if said.speaker:
            return to.SpeakerJson(said.speaker.id, said.speaker.name, role)
        words = plain(said.speaker_words)
        return to.SpeakerJson(None, words, role) if words else None


class _StoryWriter(Writer):
    """A whole page: holds it while its parts are written."""

    def __init__(self, page: StoryPage, articles: Articles) -> None:
        super().__init__({**{row.article.id: row.article for row in page.reports}, **articles})
        self.page = page

    def story(self) -> to.StoryJson:
        page = self.page
        return to.StoryJson(
            id=page.story_id,
            as_of=instant(page.as_of),
            language=page.language,
            headline=self.sentence(page.headline),
            status=self.status(page.status) if page.status else None,
            counts=msgspec.convert(page.counts, to.CountsJson, from_attributes=True),
            summary=[self.sentence(sentence) for sentence in page.summary],
            reports=[report_json(row) for row in page.reports],
            related=[to.RelatedJson(other.story_id, other.reason) for other in page.related],
            limits=list(page.limits),
            **{field: self.entries(field) for field in _ENTRIES},
        )

    def section(self, section: str) -> dict[str, Any]:
        page = self.page
        return {
            "id": page.story_id,
            "as_of": instant(page.as_of),
            "headline": self.sentence(page.headline),
            **{field: self.entries(field) for field in WHOLE[section]},
        }

    def entries(self, field: str) -> list[Any]:
        return [_ENTRIES[field](self, entry) for entry in getattr(self.page, field)]

    def position(self, stance: Stance) -> to.PositionJson:
        return to.PositionJson(stance.party.name, stance.stance, self.sentences(stance.sentences, stance))

    def coverage(self, row: CoverageRow) -> to.CoverageJson:
        return to.CoverageJson(self.sentence(row.claim), [to.SaysJson(id, says) for id, says in row.reports])

    def root(self, root: Root) -> to.RootJson:
        return to.RootJson(root.name, root.named, list(root.reports), root.texts)

    def sentences(self, sentences: tuple[CitedSentence, ...], whole: object, *notes: str) -> list[to.S]:
        """The sentences; what we say of them follows the last, in brackets."""
        if is_earlier(whole, self.page):
            notes = (*notes, EARLIER)
        last = len(sentences) - 1
        return [self.sentence(sentence, *(notes if n == last else ())) for n, sentence in enumerate(sentences)]

    def status(self, status: StatusNow) -> to.StatusJson:
        """How it stands, cited; then how it stood before, the latest step first."""
        steps = [step.sentence for chain in self.page.chains[:1] for step in reversed(chain.steps)]
        cited = [cite for sentence in dict.fromkeys((status.sentence, *steps)) for cite in self.cites(sentence)]
        return to.StatusJson(status.event, status.value, status.since, cited)

    def card(self, card: Card) -> to.CardJson:
        person = card.person
        notes = (EARLIER,) if is_earlier(card, self.page) else ()
        role = self.sentence(card.role, *notes) if card.role else None
        also, others = list(card.also), list(card.distinct_from)
        told = [self.sentence(sentence, *day_told(sentence, self.page)) for sentence in card.told]
        return to.CardJson(person.id, person.name, person.kind, role, also, others, card.reports, told)

    def disagreement(self, found: Disagreement) -> to.DisagreementJson:
        return to.DisagreementJson(found.topic, found.kind, [self.value(value) for value in found.values])

    def value(self, value: Value) -> to.ValueJson:
        return to.ValueJson(value.value, value.origins, value.said, self.cites(*value.sentences))

    def happening(self, entry: TimelineEntry) -> to.TimelineJson:
        notes = (entry.note,) if entry.note else ()
        return to.TimelineJson(entry.date, entry.status, entry.reported, self.sentences(entry.sentences, entry, *notes))

    def became(self, fate: Became) -> to.BecameJson:
        evidence = self.sentence(fate.evidence) if fate.evidence else None
        return to.BecameJson(fate.due, fate.announced, fate.outcome, fate.date, self.sentence(fate.plan), evidence)

    def chain(self, chain: StatusChain) -> to.ChainJson:
        steps = [to.StepJson(step.value, step.said, self.cites(step.sentence)) for step in chain.steps]
        return to.ChainJson(chain.event, steps)

    def correction(self, found: Correction) -> to.CorrectionJson:
        after = self.cite(found.after) if found.after else None
        carriers = [to.SpreadJson(self.cite(s.words), instant(s.until) if s.until else None) for s in found.carriers]
        return to.CorrectionJson(found.kind, instant(found.at), self.cite(found.before), after, carriers)

    def copy(self, copy: Copy) -> to.LineageJson:
        first, later = self.cite(copy.first), [self.cite(words) for words in copy.later]
        return to.LineageJson(first, later) if copy.order_known else to.LineageJson(None, [first, *later])


_ENTRIES: dict[str, Callable[[_StoryWriter, Any], Any]] = {
    "people": _StoryWriter.card,
    "disagreements": _StoryWriter.disagreement,
    "timeline": _StoryWriter.happening,
    "next": _StoryWriter.happening,
    "became": _StoryWriter.became,
    "chains": _StoryWriter.chain,
    "positions": _StoryWriter.position,
    "quotes": _StoryWriter.quote,
    "coverage": _StoryWriter.coverage,
    "lineage": _StoryWriter.copy,
    "corrections": _StoryWriter.correction,
    "roots": _StoryWriter.root,
}


def change_json(change: Change, articles: Articles) -> dict[str, Any]:
    """`{"kind","before":S|null,"after":S|null}`."""
    writer = Writer(articles)
    before, after = (writer.sentence(s) if s else None for s in (change.before, change.after))
    made: dict[str, Any] = msgspec.to_builtins({"kind": change.kind, "before": before, "after": after})
    return made


def report_json(row: ReportRow) -> to.ReportJson:
    """One line of "all reports"."""
    article = row.article
    return to.ReportJson(
        id=article.id,
        given_id=article.given_id,
        outlet=article.outlet,
        headline=article.headline,
        url=article.url,
        published=published(article),
        text=row.text,
        own_words=round(row.own_words, 2),
        versions=row.versions,
        kind=row.kind,
    )


def plain(words: Words | None) -> str | None:
    """Words on one line; None stays None."""
    return " ".join(words.text.split()) if words else None
