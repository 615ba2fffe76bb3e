"""StoryEvidence -> StoryPage: pure; the same function for now, for ?at= and for the page that a reader last saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from newsloom.langs import LANGUAGES
from newsloom.pages.headline import choose_headline
from newsloom.pages.rows import row_of
from newsloom.pages.shown import text_of
from newsloom.pages.substance import changed_at
from newsloom.pages.summary import current_candidates, summarise
from newsloom.pages.told_of import tell_of
from newsloom.passages.corrections import find_corrections
from newsloom.passages.lineage import group_texts, own_words, trace
from newsloom.people.cards import build_cards
from newsloom.people.cast import build_cast
from newsloom.positions import build_coverage, build_stances, find_disagreements, gap_line, never_read
from newsloom.quotes.roots import count_origins, find_roots
from newsloom.quotes.sources import count_sources, lead_root
from newsloom.quotes.variants import group
from newsloom.records import (
    ArticleId,
    Card,
    Counts,
    Disagreement,
    EntityId,
    LastRead,
    Linked,
    Person,
    Range,
    Refused,
    Related,
    Report,
    ReportRow,
    Root,
    StoryEvidence,
    StoryId,
    StoryPage,
    Utterance,
    Value,
)
from newsloom.store import Listing, PageKind
from newsloom.text.kinds import kind_of
from newsloom.timeline.outcomes import find_outcomes
from newsloom.timeline.standing import find_matters, find_standing
from newsloom.timeline.status import build_timeline
from newsloom.timeline.steps import build_chains

MOST_READ = 500  # reports of a page, the newest; all are counted and listed


def weave(evidence: StoryEvidence) -> StoryPage:
    """The page of a story (or thread), from nothing but its evidence.

    What compares reports with one another reads the newest MOST_READ: a story of 10,000 has a page in bounded time.
    """
    reports = evidence.reports
    newest = reports[-MOST_READ:]
    as_of = max(report.article.seen_at for report in reports)
    cast = build_cast(reports, evidence.people, evidence.rulings)
    cards = build_cards(cast, reports)
    copies = trace(evidence.matches, reports)
    texts = group_texts(evidence.matches, reports)
    roots = find_roots(reports, cast.of, texts)
    sources = {report.id: lead_root(report, cast.of).key for report in reports}
    disagreements = _on_origins(find_disagreements(newest, cast.of, sources, evidence.before), newest, cast.of)
    matters = find_matters(newest)
    chains = build_chains(matters)
    timeline, following = build_timeline(newest, matters, chains, as_of)
    candidates = current_candidates(reports, cast.of, as_of)
    headline, status = choose_headline(reports, as_of), find_standing(matters)
    title = text_of(headline, {report.id: report.article for report in reports})
    summary = summarise(reports, cast.of, as_of, candidates, title)
    return StoryPage(
        evidence.story_id,
        as_of,
        language=_main_language(reports),
        headline=headline,
        status=status,
        counts=_count(reports, texts, roots, disagreements),
        summary=summary,
        people=tell_of(cards, candidates, cast.of, summary),
        disagreements=disagreements,
        timeline=timeline,
        next=following,
        positions=build_stances(newest, cast.of),
        quotes=_with_roles(group(newest, cast.of), cards),
        coverage=build_coverage(newest, summary, disagreements, evidence.matches, evidence.sources),
        lineage=copies,
        roots=roots,
        reports=_report_rows(evidence, texts, own_words(evidence.matches, reports)),
        related=_related(evidence.story_id, evidence.related),
        limits=_limits(reports, evidence.sources),
        chains=chains,
        became=find_outcomes(newest, as_of),
        corrections=find_corrections(reports, evidence.before),
        changed_at=changed_at((headline, *summary), status, chains, reports, as_of),
    )


def _count(
    reports: tuple[Report, ...],
    texts: Mapping[ArticleId, int],
    roots: tuple[Root, ...],
    disagreements: tuple[Disagreement, ...],
) -> Counts:
    origins, unnamed = count_origins(roots)
    outlets = {report.article.outlet for report in reports}
    return Counts(len(reports), len(outlets), len(set(texts.values())), origins, unnamed, len(disagreements))


@dataclass(frozen=True, slots=True)
class Woven:
    """What became of a story's evidence: its page with the line that lists show, or why there is none."""

    story_id: StoryId
    page: StoryPage | None = None
    listing: Listing | None = None
    refused: Refused | None = None


def weave_safely(evidence: StoryEvidence, kind: PageKind = "story", stories: tuple[StoryId, ...] = ()) -> Woven:
    """`weave`; where a step fails on a story, the reason: one story never stops a run, and its old page stays."""
    try:
        page = weave(evidence)
        return Woven(evidence.story_id, page, list_page(page, evidence, kind, stories))
    except Exception as error:  # any defect of any step; it is shown in the quarantine
        reason = f"page not made: {type(error).__name__}: {error}"
        return Woven(evidence.story_id, refused=Refused("weave", f"{kind} {evidence.story_id}", reason))


def list_page(page: StoryPage, evidence: StoryEvidence, kind: PageKind, stories: tuple[StoryId, ...]) -> Listing:
    """The line that lists show of a page, and the words by which it is found."""
    articles = {report.id: report.article for report in evidence.reports}
    row = row_of(page, articles)
    found_by = (
        *(text_of(sentence, articles) for sentence in page.summary),
        *(name for card in page.people for name in (card.person.name, *card.also)),
        *(article.headline for article in articles.values()),
    )
    words = "\n".join(dict.fromkeys(found_by))
    return Listing(**{field: getattr(row, field) for field in row.__slots__}, kind=kind, stories=stories, words=words)


def _on_origins(
    disagreements: tuple[Disagreement, ...], reports: tuple[Report, ...], speakers: Mapping[EntityId, Person]
) -> tuple[Disagreement, ...]:
    """The disagreements with each value's origins counted by who is said to say it, not by the reports' own sources."""
    by_id = {report.id: report for report in reports}

    def counted(value: Value) -> Value:
        cited = (words for sentence in value.sentences for words in (*sentence.words(), *sentence.also))
        words = dict.fromkeys(one.span for one in cited)
        places = ((by_id[s.article_id], Range(s.start, s.end, s.part)) for s in words if s.article_id in by_id)
        return replace(value, origins=min(value.origins, count_sources(places, speakers)))

    return tuple(replace(found, values=tuple(map(counted, found.values))) for found in disagreements)


def _main_language(reports: tuple[Report, ...]) -> str:
    languages = [report.article.language for report in reports]
    return max(dict.fromkeys(languages), key=languages.count)


def _with_roles(utterances: tuple[Utterance, ...], cards: tuple[Card, ...]) -> tuple[Utterance, ...]:
    roles = {card.person.id: card.role for card in cards}
    return tuple(replace(u, role=roles.get(u.speaker.id)) if u.speaker else u for u in utterances)


def _report_rows(
    evidence: StoryEvidence, texts: Mapping[ArticleId, int], own: Mapping[ArticleId, float]
) -> tuple[ReportRow, ...]:
    """Rows of the list of all reports; a page keeps no text but what it cites."""
    versions = dict(evidence.versions)
    return tuple(
        ReportRow(
            msgspec.structs.replace(report.article, text="", paragraphs=()),
            texts[report.id],
            round(own[report.id], 4),
            versions.get(report.id, 1),
            kind_of(report.article),
        )
        for report in evidence.reports
    )


def _related(story_id: StoryId, links: tuple[Linked, ...]) -> tuple[Related, ...]:
    nearest = sorted(links, key=lambda link: (-link.score, link.story_id, link.earlier))
    return tuple(
        Related(link.earlier if link.story_id == story_id else link.story_id, "; ".join(link.reasons))
        for link in nearest
    )


def _limits(reports: tuple[Report, ...], sources: tuple[LastRead, ...]) -> tuple[str, ...]:
    """What this page can't know, in our own words: shown as method, never among the reports' sentences."""
    counts = (
        (
            "Disagreements, timeline, positions, quotes and coverage are those of the newest {n} of {all} reports.",
            MOST_READ if len(reports) > MOST_READ else 0,
        ),
        (
            "{n} of {all} reports give a day without a time: their order within that day is not known.",
            sum(report.article.day_only for report in reports),
        ),
        (
            "{n} of {all} reports give no date: they stand at the time when they were read.",
            sum(report.article.published_at is None for report in reports),
        ),
        (
            "{n} of {all} reports are in a language that newsloom has no rules for: quotes and dates are missing.",
            sum(report.article.language not in LANGUAGES for report in reports),
        ),
        (
            "{n} of {all} reports could not be analysed; only their words are here.",
            sum(not report.analysis.sentences for report in reports),
        ),
    )
    told = tuple(text.format(n=n, all=len(reports)) for text, n in counts if n)
    unread = never_read(reports, sources)
    return (*told, gap_line(unread)) if unread else told
