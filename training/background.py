"""models/background.npz: how common words and names are in news at large, for archives that have seen little yet.

    python training/background.py        ($NEWSLOOM_DATA set)

From the sets `names/` whose weights may ship: sentences in their order, SENTENCES to a report. The file holds, for each
hashed term that at least LEAST of these reports have, the number of reports: no text can be read from it.
"""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from newsloom.records import Article, ArticleId
from newsloom.stories.features import story_terms
from newsloom.stories.vectors import counted_terms, vector_of
from newsloom.text.sentences import split_paragraphs

SETS = ("gmb", "wikinews", "wikigold", "gum")
SENTENCES = 20
LEAST = 6
AT = datetime(2010, 1, 1, tzinfo=UTC)
TARGET = Path(__file__).parents[1] / "src" / "newsloom" / "models" / "background.npz"


def main() -> None:
    counts: Counter[int] = Counter()
    reports = 0
    for name in SETS:
        with gzip.open(
            Path(os.environ["NEWSLOOM_DATA"]) / "names" / f"{name}.jsonl.gz", "rt", encoding="utf-8"
        ) as lines:
            sentences = [" ".join(json.loads(line)["tokens"]) for line in lines]
        for start in range(0, len(sentences), SENTENCES):
            text = "\n\n".join(sentences[start : start + SENTENCES])
            article = Article(id=ArticleId(""), language="en", seen_at=AT, text=text, paragraphs=split_paragraphs(text))
            counts.update(counted_terms(vector_of(story_terms(article), "en", 0)).tolist())
            reports += 1
    kept = sorted(term for term, count in counts.items() if count >= LEAST)
    np.savez_compressed(
        TARGET, reports=np.int32(reports), terms=np.array(kept, np.int32),
        counts=np.array([counts[term] for term in kept], np.int32),
    )  # fmt: skip
    print(f"{reports} reports, {len(kept)} of {len(counts)} terms, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
