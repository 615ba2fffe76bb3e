"""Train src/newsloom/models/names.crfsuite from $NEWSLOOM_DATA/names; a minute or two.

    python training/crf.py                                       what ships: all sets whose weights may ship
    python training/crf.py --without stories --out /tmp/x.crfsuite   to measure on annotated/stories

Tokens are those of `newsloom.text.tagger.tokenise`, so the given tokens are joined by blanks and cut again; each
piece of a name keeps the name's tag. A word of a tag that only part of a given token bears gets that token's tag.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from newsloom.text.tagger import tokenise
from newsloom.text.tagger_crf import features

DATA = Path(os.environ["NEWSLOOM_DATA"]) / "names"
SETS = ("gmb", "wikinews", "wikigold", "gum", "stories")
MODEL = Path(__file__).parent.parent / "src" / "newsloom" / "models" / "names.crfsuite"
LEAST = 2  # times a feature must be seen
PENALTIES = {"c1": 0.05, "c2": 0.05}


def read(name: str) -> Iterator[tuple[list[str], list[str]]]:
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield recut(row["tokens"], row["tags"])


def recut(tokens: list[str], tags: list[str]) -> tuple[list[str], list[str]]:
    """Our tokens of the joined text, with the tags of the given tokens that they begin in."""
    text = " ".join(tokens)
    tag_at: dict[int, tuple[int, str]] = {}
    at = 0
    for i, token in enumerate(tokens):
        tag_at.update((at + j, (i, tags[i])) for j in range(len(token)))
        at += len(token) + 1
    words: list[str] = []
    cut: list[str] = []
    previous = -1
    for start, end in tokenise(text):
        index, tag = tag_at[start]
        cut.append(f"I-{tag[2:]}" if tag[0] == "B" and index == previous else tag)
        words.append(text[start:end])
        previous = index
    return words, cut


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], choices=SETS)
    parser.add_argument("--out", default=str(MODEL))
    options = parser.parse_args()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {**PENALTIES, "max_iterations": 120, "feature.possible_transitions": True, "feature.minfreq": LEAST}
    )
    for name in SETS:
        if name not in options.without:
            for words, tags in read(name):
                if words:
                    trainer.append(features(words), tags)
    trainer.train(options.out)


if __name__ == "__main__":
    main()
