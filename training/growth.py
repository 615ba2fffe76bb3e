"""How the time for a report and the memory grow with the reports seen: `newsloom cluster` on a stream without end.

    python training/growth.py [--reports 1000000] [--worlds 50] [--threads]        ($NEWSLOOM_DATA set)

stream/ is told in many worlds at once, each with names of its own ("Trump" is "Katrump" in one, "Lotrump" in another)
and each beginning elsewhere in it, and after its last day again from the first, years later. Prints, for each ten
thousand reports: milliseconds for JSON to terms and for the decision (processor time), reports in the window, memory.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import resource
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsloom.config import StorySettings
from newsloom.langs import LANGUAGES
from newsloom.records import Analysis, Article, Report, SourceId
from newsloom.sources.jsonl import read_article
from newsloom.stories.cluster import StoryIndex
from newsloom.stories.features import story_terms

EVERY = 10_000
AT = datetime(2016, 1, 1, tzinfo=UTC)
NAME = re.compile(r"\b[A-Z][^\W\d_]+")
CONSONANTS, VOWELS = "bdfghjklmnprstvwz", "aeiou"
STOP_WORDS = LANGUAGES["en"].stop_words


def syllable(world: int) -> str:
    """What the names of a world begin with."""
    both = len(CONSONANTS) * len(VOWELS)
    rest = syllable(world // both) if world >= both else ""
    return CONSONANTS[world % both // len(VOWELS)] + VOWELS[world % len(VOWELS)] + rest


def told_in(text: str, world: int) -> str:
    """A text with the names of that world.

    >>> told_in("Then Mira Castellane left.", 1)
    'Then Bemira Becastellane left.'
    """
    prefix = syllable(world).capitalize()
    return NAME.sub(lambda name: name[0] if name[0].lower() in STOP_WORDS else prefix + name[0].lower(), text)


def stream(rows: list[dict[str, str]], worlds: int) -> Iterator[bytes]:
    """Reports without end, as lines."""
    first, last = (datetime.fromisoformat(rows[at]["published"]) for at in (0, -1))
    turn = 0
    while True:
        later = (last - first + timedelta(days=1)) * turn
        for at, dated in enumerate(rows):
            published = datetime.fromisoformat(dated["published"]) + later
            for world in range(worlds):
                row = rows[(at + world * len(rows) // worlds) % len(rows)]
                number = turn * worlds + world
                told = {field: told_in(row[field], number) for field in ("headline", "text")}
                url = f"{row['url']}/{number}"
                yield json.dumps({**row, **told, "url": url, "published": published.isoformat()}).encode()
        turn += 1


def measure(lines: Iterator[bytes], reports: int, threads: bool) -> None:
    index = StoryIndex(StorySettings(threads=threads))
    reading = deciding = 0.0
    print("seen  ms to read  ms to decide  in the window  MB", flush=True)
    for seen, line in enumerate(lines, 1):
        started = time.process_time()
        article = read_article(line, SourceId("growth"), AT)
        assert isinstance(article, Article)
        terms = story_terms(article)
        report = Report(article, Analysis(article_id=article.id, version=1, analyser="1", terms=terms))
        read = time.process_time()
        decisions = index.place(report)
        index.count(report)
        index.apply(decisions)
        reading, deciding = reading + read - started, deciding + time.process_time() - read
        if seen % EVERY == 0:
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            each = f"{reading / EVERY * 1000:.3f}  {deciding / EVERY * 1000:.3f}"
            print(f"{seen:,}  {each}  {len(index.window.vectors):,}  {memory:,}", flush=True)
            reading = deciding = 0.0
        if seen >= reports:
            return


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reports", type=int, default=1_000_000)
    options.add_argument("--worlds", type=int, default=50)
    options.add_argument("--threads", action="store_true")
    chosen = options.parse_args()
    with gzip.open(Path(os.environ["NEWSLOOM_DATA"]) / "stream" / "reports.jsonl.gz") as lines:
        rows = [json.loads(line) for line in lines]
    measure(stream(rows, chosen.worlds), chosen.reports, chosen.threads)


if __name__ == "__main__":
    main()
