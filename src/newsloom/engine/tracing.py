"""A sentence that somebody asks about -> who carried it, when, in which words and on whose word. Reads only."""

from __future__ import annotations

from typing import Any

from newsloom.pages.rows import Traced
from newsloom.passages.reuse import Carrier, find_carriers
from newsloom.passages.split import passage_text, passages_of_text
from newsloom.people.cast import build_cast
from newsloom.quotes.sources import statement_sources
from newsloom.records import Range, Report
from newsloom.store import Store
from newsloom.store.ledger import published_text

TRACED = 200  # carriers of one fingerprint: above it, a stock phrase that finds nothing


def trace_carriers(store: Store, sentence: str) -> tuple[Traced, ...]:
    """Stored passages that carry these words, verbatim or edited, the earliest published first."""
    passages = passages_of_text(sentence)
    keys = tuple(dict.fromkeys(value for passage in passages for value in passage.fingerprints))
    carriers = (
        Carrier(
            report.id, report.article.version, place, passage_text(report.article, place, report.analysis.boilerplate)
        )
        for report, place in store.ledger.carriers(keys, TRACED)
    )
    found = [
        _traced(store, report, carrier.range)
        for carrier in find_carriers(sentence, tuple(carriers))
        if (report := store.ledger.report(carrier.article_id, carrier.version))
    ]
    return tuple(sorted(found, key=lambda one: (one.article.told_at, one.article.id, one.words.span)))


def _traced(store: Store, report: Report, place: Range) -> Traced:
    """A carrier with who is said there to say it."""
    people = store.decisions.persons_of(((report.id, report.article.version),))
    sources = statement_sources(report, place, build_cast((report,), people).of)
    newest = store.ledger.article(report.id)
    return Traced(
        report.article,
        report.article.at(place),
        store.decisions.story_of(report.id),
        tuple(source.name for source in sources),
        newest is not None and newest.version == report.article.version,
    )


def trace_sentence(store: Store, sentence: str) -> list[dict[str, Any]]:
    """`trace_carriers` as `trace --json` prints them."""
    return [
        {
            "id": one.article.id, "given_id": one.article.given_id, "version": one.article.version,
            "newest": one.newest, "outlet": one.article.outlet, "url": one.article.url,
            "published": published_text(one.article), "story": one.story, "start": one.words.span.start,
            "end": one.words.span.end, "text": one.words.text, "rests_on": list(one.rests_on),
        }
        for one in trace_carriers(store, sentence)
    ]  # fmt: skip
