"""Vital facts of the affairs in a summary of at most seven sentences: ours beside TextRank, LexRank and MMR.

In: `$NEWSLOOM_DATA/affairs` and the reports that it refers to. Out: a line of figures for each method, over affairs
and dates. Each reads the affair's own reports up to the date. The rivals need `pip install sumy scikit-learn`, in an
environment of their own or this one; without them ours alone is scored. `python training/summaries.py [--show]`.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

NEWSLOOM = os.environ.get("NEWSLOOM", str(Path(sys.executable).with_name("newsloom")))
MOST = 7
RELEVANCE = 0.7  # of MMR, against novelty
STOP = re.compile(r"(?<=[.!?][”\"’)])\s+|(?<=[.!?])\s+(?=[A-Z“\"])|\n+")
Row = dict[str, Any]
Method = Callable[[list[Row]], list[str]]


def main() -> None:
    sets = Path(os.environ["NEWSLOOM_DATA"])
    with gzip.open(sets / "stream/reports.jsonl.gz", "rt", encoding="utf-8") as lines:
        reports = {row["id"]: row for row in map(json.loads, lines)}
    asked = list(questions(sets / "affairs", reports))
    for name, method in METHODS.items():
        try:
            found = [(affair, date, method(told)) for affair, date, told, _ in asked]
        except ImportError as missing:
            print(f"{name:<10} not scored: {missing.name} is not installed")
            continue
        scores = [share(facts, " ".join(text)) for (_, _, text), (_, _, _, facts) in zip(found, asked, strict=True)]
        words = sum(len(" ".join(text).split()) for _, _, text in found) / len(found)
        print(f"{name:<10} {sum(scores) / len(scores):.3f}  {words:.0f} words  {' '.join(f'{s:.2f}' for s in scores)}")
        if "--show" in sys.argv:
            for affair, date, text in found:
                print(f"  {affair} {date}", *text, sep="\n    ")


def questions(affairs: Path, reports: dict[str, Row]) -> Iterator[tuple[str, str, list[Row], list[list[str]]]]:
    """Each affair and date: its reports until then, in order of time, and the patterns of its vital facts."""
    for folder in sorted(affairs.iterdir()):
        kinds = json.loads((folder / "reports.json").read_text("utf-8"))
        nuggets = [json.loads(line) for line in (folder / "nuggets.jsonl").read_text("utf-8").splitlines()]
        own = [reports[i] for i in kinds.get("reports") or kinds["ids"]]
        for date in sorted({nugget["as_of"] for nugget in nuggets}):
            told = sorted((row for row in own if row["published"][:10] <= date), key=lambda row: row["published"])
            vital = [nugget["patterns"] for nugget in nuggets if nugget["as_of"] == date and nugget["vital"]]
            yield folder.name, date, told, vital


def share(facts: list[list[str]], text: str) -> float:
    return sum(all(re.search(p, text, re.I | re.S) for p in patterns) for patterns in facts) / len(facts)


def ours(told: list[Row]) -> list[str]:
    lines = "".join(json.dumps(row) + "\n" for row in told)
    done = subprocess.run([NEWSLOOM, "summarize", "-"], input=lines, capture_output=True, text=True, check=True)
    return [sentence["text"] for sentence in json.loads(done.stdout)["sentences"]]


def sentences(told: list[Row]) -> list[str]:
    found = (part.strip() for row in told for part in STOP.split(row["text"]))
    return [part for part in dict.fromkeys(found) if 7 <= len(part.split()) <= 48]


def leads(told: list[Row]) -> list[str]:
    """The first sentences of the newest reports."""
    return [own[0] for row in reversed(told) if (own := sentences([row]))][:MOST]


def mmr(told: list[Row]) -> list[str]:
    """Maximal marginal relevance to the centroid, over scikit-learn's TF-IDF."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = sentences(told)
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    alike, relevance = (vectors @ vectors.T).toarray(), vectors @ vectors.mean(axis=0).A1
    chosen: list[int] = []
    while len(chosen) < min(MOST, len(texts)):
        left = [n for n in range(len(texts)) if n not in chosen]
        gain = {n: RELEVANCE * relevance[n] - (1 - RELEVANCE) * max(alike[n, chosen], default=0.0) for n in left}
        chosen.append(max(left, key=lambda n: gain[n]))
    return [texts[n] for n in chosen]


def _of_sumy(name: str) -> Method:
    def summarize(told: list[Row]) -> list[str]:
        from importlib import import_module

        from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

        class Tokenizer:
            def to_words(self, text: str) -> tuple[str, ...]:
                return tuple(re.findall(r"[^\W_]+", text.lower()))

        lines = [Sentence(text, Tokenizer()) for text in sentences(told)]
        module = import_module(f"sumy.summarizers.{name.lower().replace('rank', '_rank')}")
        found = getattr(module, f"{name}Summarizer")()(ObjectDocumentModel([Paragraph(lines)]), MOST)
        return [str(sentence) for sentence in found]

    return summarize


METHODS: dict[str, Method] = {
    "newsloom": ours,
    "leads": leads,
    "MMR": mmr,
    "TextRank": _of_sumy("TextRank"),
    "LexRank": _of_sumy("LexRank"),
}

if __name__ == "__main__":
    main()
