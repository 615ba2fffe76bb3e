"""On whom a story's texts rest: the sources of its statements, over every wording and every carrier. A view.

In: the story's reports, the persons that their entities are, and the number of each report's text group. Out: one
`Root` for each source. Each text rests on exactly one, the source of its lead statement: these are the story's
independent origins, and stand first; `Root.texts` counts their texts, which add up to all texts. A source that is only
quoted further down is no origin of the story: no text rests on it (`texts` 0).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsloom.quotes.sources import Source, agency_of, lead_root, quoted_sources
from newsloom.records import ArticleId, CitedSentence, EntityId, Person, Quote, Report, Root

MOST_ROOTS = 40  # listed; origins are listed all …
LEAST_QUOTED = 12  # … and so many that are only quoted


@dataclass(slots=True)
class _Carriers:
    source: Source
    reports: dict[ArticleId, None] = field(default_factory=dict)
    sentence: CitedSentence | None = None


def find_roots(
    reports: tuple[Report, ...], speakers: Mapping[EntityId, Person], texts: Mapping[ArticleId, int]
) -> tuple[Root, ...]:
    """The story's origins, the one with most texts first; then sources that are only quoted, the most carried first.

    Six rewrites of one statement list six reports under one root.
    """
    found: dict[str, _Carriers] = {}
    led: dict[int, str] = {}  # text -> the source of its lead statement: its first report decides
    for number, report in enumerate(sorted(reports, key=lambda report: (report.article.told_at, report.id))):
        for source, quote in quoted_sources(report, speakers):
            _carry(found, source, report, quote)
        lead = lead_root(report, speakers)
        led.setdefault(texts.get(report.id, -1 - number), lead.key)
        for source in filter(None, (lead, agency_of(report))):
            _carry(found, source, report, None)
    leads = Counter(led.values())
    ranked = sorted(
        found.values(),
        key=lambda one: (-leads[one.source.key], -_texts(one, texts), -len(one.reports), one.source.key),
    )
    listed = ranked[: max(MOST_ROOTS, len(leads) + LEAST_QUOTED)]
    return tuple(
        Root(one.source.name, one.source.named, tuple(one.reports), one.sentence, leads[one.source.key])
        for one in listed
    )


def count_origins(roots: tuple[Root, ...]) -> tuple[int, int]:
    """(named, unnamed) roots that texts rest on."""
    origins = [root for root in roots if root.texts]
    return sum(root.named for root in origins), sum(not root.named for root in origins)


def _carry(found: dict[str, _Carriers], source: Source, report: Report, quote: Quote | None) -> None:
    one = found.setdefault(source.key, _Carriers(source))
    one.reports.setdefault(report.id)
    if one.sentence is None and quote is not None:
        one.sentence = _sentence(report, quote)


def _sentence(report: Report, quote: Quote) -> CitedSentence:
    """The sentence that holds the quote; the quote alone where sentences are not known."""
    held = next((s for s in report.analysis.sentences if s.covers(quote.range)), quote.range)
    return CitedSentence((report.article.at(held),))


def _texts(one: _Carriers, texts: Mapping[ArticleId, int]) -> int:
    """Texts, not reports: forty reprints are one."""
    return len({texts.get(report, report) for report in one.reports})
