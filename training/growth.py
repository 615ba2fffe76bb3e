"""How the time for a decision and the memory grow with the reports seen: the index of `newsloom cluster`, fed for ever.

    python training/growth.py [--reports 1000000] [--worlds 50] [--threads]        ($NEWSLOOM_DATA set)

stream/ is told in many worlds at once, each with names and days of its own (their hashed terms are changed, wherever
they stand), each beginning elsewhere in it; after its last day it goes on with the first, years later. Prints, for each
ten thousand reports: milliseconds of processor time for a decision, reports in the window, megabytes.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from newsloom.config import StorySettings
from newsloom.records import Analysis, Article, ArticleId, Report, StoryTerms
from newsloom.sources.jsonl import read_articles
from newsloom.stories.cluster import StoryIndex
from newsloom.stories.features import story_terms
from newsloom.text.tokens import HASH_BITS, hash_term

EVERY = 10_000
WORDED = ("body", "headline", "lede", "names", "places", "slug")


def told_in(terms: StoryTerms, world: int) -> StoryTerms:
    """The terms of a report in that world: names and days are others, all else is the same."""
    other = hash_term(f"world {world}") or 1 << (HASH_BITS - 1)
    names = {name for name, _ in terms.names}
    changed = {
        field: tuple(sorted((term ^ other if term in names else term, n) for term, n in getattr(terms, field)))
        for field in WORDED
    }
    return msgspec.structs.replace(terms, **changed, dates=tuple(sorted((term ^ other, n) for term, n in terms.dates)))


def stream(articles: list[Article], worlds: int) -> Iterator[Report]:
    """Reports without end."""
    known = [story_terms(article) for article in articles]
    length = articles[-1].told_at - articles[0].told_at + timedelta(days=1)
    turn = 0
    while True:
        for at, dated in enumerate(articles):
            told = dated.told_at + length * turn
            for world in range(worlds):
                place, number = (at + world * len(articles) // worlds) % len(articles), turn * worlds + world
                name = ArticleId(f"{number:08x}{place:08x}")
                article = Article(id=name, seen_at=told, published_at=told, language=articles[place].language, text="")
                terms = told_in(known[place], number)
                yield Report(article, Analysis(article_id=name, version=1, analyser="1", terms=terms))
        turn += 1


def measure(reports: Iterator[Report], most: int, threads: bool) -> None:
    index = StoryIndex(StorySettings(threads=threads))
    before, deciding = memory(), 0.0
    print("seen  ms a decision  in the window  stories  MB of the index", flush=True)
    for seen, report in enumerate(reports, 1):
        started = time.process_time()
        decisions = index.place(report)
        index.count(report)
        index.apply(decisions)
        deciding += time.process_time() - started
        if seen % EVERY == 0:
            live, stories = len(index.window.vectors), len(index.places.members)
            print(f"{seen:,}  {deciding / EVERY * 1000:.3f}  {live:,}  {stories:,}  {memory() - before:,}", flush=True)
            deciding = 0.0
        if seen >= most:
            return


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reports", type=int, default=1_000_000)
    options.add_argument("--worlds", type=int, default=50)
    options.add_argument("--threads", action="store_true")
    chosen = options.parse_args()
    with gzip.open(Path(os.environ["NEWSLOOM_DATA"]) / "stream" / "reports.jsonl.gz") as lines:
        articles = [a for a in read_articles("stream", lines, datetime.now(UTC)) if isinstance(a, Article)]
    measure(stream(articles, chosen.worlds), chosen.reports, chosen.threads)


if __name__ == "__main__":
    main()
