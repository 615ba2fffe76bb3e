"""How well edited sentences are found among all others: pairs made of real sentences, words cut, swapped or replaced.

`python tests/eval/test_reuse_floor.py` prints the figures; as a test it keeps them from falling.
"""

from __future__ import annotations

import gzip
import os
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from rapidfuzz.distance import LCSseq

from newsloom.config import Settings
from newsloom.engine.filters.reuse import _split
from newsloom.passages.reuse import Index, enter, gather, match
from newsloom.passages.split import split_passages, split_sentences
from newsloom.records import Analysis, Article, ArticleId, Report
from newsloom.sources.jsonl import read_articles
from newsloom.text.tokens import words

SOURCE = Path(os.environ.get("NEWSLOOM_DATA", "/nonexistent")) / "stream" / "reports.jsonl.gz"
SHORTEST = 10  # words of a sentence that is edited
EDITED = 5  # sentences in one made-up report
SAME = 0.55  # of the words of the shorter: a real sentence this near the original is no wrong find


def stored_reports(most: int) -> Iterator[Report]:
    """The first reports of the stream, split."""
    with gzip.open(SOURCE) as lines:
        for number, article in enumerate(read_articles("stream", lines, datetime(2020, 1, 1, tzinfo=UTC))):
            if number >= most:
                return
            if isinstance(article, Article):
                yield _split(Settings(), article)


def edit(sentence: str, share: float, vocabulary: list[str], chance: random.Random) -> str:
    """The sentence with a share of its words cut, replaced or swapped with the word before."""
    tokens = sentence.split()
    for _ in range(round(share * len(tokens))):
        place = chance.randrange(1, len(tokens) - 1)
        kind = chance.randrange(3)
        if kind == 0 and len(tokens) > 4:
            del tokens[place]
        elif kind == 1:
            tokens[place] = chance.choice(vocabulary)
        else:
            tokens[place - 1], tokens[place] = tokens[place], tokens[place - 1]
    return " ".join(tokens)


def made_up(sentences: list[str]) -> Report:
    """A report of these sentences."""
    text = "\n\n".join(sentences)
    article = Article(id=ArticleId("made-up"), text=text, language="en", seen_at=datetime(2020, 1, 1, tzinfo=UTC))
    ranges = split_sentences(article)
    analysis = Analysis(
        article_id=article.id, version=0, analyser="", sentences=ranges, passages=split_passages(article, ranges, ())
    )
    return Report(replace(article), analysis)


def measure(reports: list[Report], share: float, pairs: int, seed: int = 1) -> dict[str, float]:
    """Recall of the originals, precision of all finds, reports a second."""
    chance = random.Random(seed)
    index = Index()
    for report in reports:
        enter(index, report)
    passages = [(r, p) for r in reports for p in r.analysis.passages]
    vocabulary = [word for r in reports[:200] for word in r.article.text.split()]
    found = right = wrong = tried = 0
    spent = 0.0
    while tried < pairs:
        originals = chance.sample(passages, EDITED)
        texts = [r.article.text_of(p.range) for r, p in originals]
        texts = [" ".join(text.split()) for text in texts if len(words(text)) >= SHORTEST]
        report = made_up([edit(text, share, vocabulary, chance) for text in texts])
        begun = time.perf_counter()
        matches = match(report, gather(index, report))
        spent += time.perf_counter() - begun
        texts_found = [_text(reports, m.right_id, m.right.start, m.right.end) for m in matches]
        found += sum(any(_near(text, other) for other in texts_found) for text in texts)
        right += sum(any(_near(text, other) for text in texts) for other in texts_found)
        wrong += sum(not any(_near(text, other) for text in texts) for other in texts_found)
        tried += len(texts)
    seconds = spent / (tried / EDITED)
    return {"recall": found / tried, "precision": right / max(1, right + wrong), "ms a report of five": 1000 * seconds}


_BY_ID: dict[ArticleId, str] = {}


def _text(reports: list[Report], article_id: ArticleId, start: int, end: int) -> str:
    if not _BY_ID:
        _BY_ID.update({r.id: r.article.text for r in reports})
    return _BY_ID[article_id][start:end]


def _near(text: str, other: str) -> bool:
    left, right = words(text), words(other)
    return LCSseq.similarity(left, right) >= SAME * min(len(left), len(right))


@pytest.mark.eval
@pytest.mark.skipif(not SOURCE.exists(), reason="NEWSLOOM_DATA is not set")
@pytest.mark.parametrize(("share", "recall", "precision"), [(0.0, 0.99, 0.99), (0.15, 0.96, 0.99), (0.3, 0.85, 0.98)])
def test_edited_sentences_are_found(share: float, recall: float, precision: float) -> None:
    figures = measure(list(stored_reports(1_500)), share, pairs=300)
    assert figures["recall"] >= recall
    assert figures["precision"] >= precision


if __name__ == "__main__":
    stored = list(stored_reports(12_000))
    print(len(stored), "reports,", sum(len(r.analysis.passages) for r in stored), "passages")
    for changed in (0.0, 0.1, 0.15, 0.2, 0.3):
        print(f"{changed:.0%} changed:", {name: round(x, 3) for name, x in measure(stored, changed, 1_000).items()})
