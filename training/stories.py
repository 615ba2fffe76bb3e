"""Make models/stories.json: boosted trees over the likeness of two reports, from labelled streams.

    python training/stories.py [--first SHARE] [--out FILE]        ($NEWSLOOM_DATA set; needs scikit-learn)

Each labelled report of stream/, incidents/ and headlines/ is compared, at its turn in the stream, with parts of the
true stories; then, in further rounds, with the stories that an index with the weights so far has made, right or wrong.
The weights hold no text. `--first 0.5` learns from the first half of each set alone, to measure on the second.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from newsloom.config import StorySettings
from newsloom.records import Analysis, Article, ArticleId, Report, StoryId
from newsloom.sources.jsonl import read_articles
from newsloom.stories.cluster import StoryIndex, told_hour
from newsloom.stories.compare import Comparer
from newsloom.stories.features import story_terms
from newsloom.stories.frequency import Frequencies
from newsloom.stories.likeness import COLUMNS, Side, likeness, plain_name
from newsloom.stories.model import trees_of
from newsloom.stories.vectors import Vector, counted_terms, vector_of
from newsloom.stories.window import Window

ROOT = Path(__file__).parents[1]
SETS = {"incidents": 1.0, "stream": 1.0, "headlines": 0.5}  # share of each in the whole
SETTINGS = StorySettings(threads=False)
ROUNDS = 2  # of learning from what the index met with the weights so far
RISES, FALLS = 1, -1
DIRECTION = {"days apart": FALLS, "length": 0, "places named": 0, "days named": 0, "size": 0}  # all others: RISES
TREES = {"max_iter": 120, "learning_rate": 0.1, "max_leaf_nodes": 8, "min_samples_leaf": 20, "l2_regularization": 5.0}
PARTS = (1, 2, 4, 8, 24, 200)  # members of a story that an example has
EVERY = {"headlines": 3}  # reports of a set: one in so many is enough
TIMELESS = ("headlines",)  # its stories were collected one by one: the time between tells the story, as it never would


Example = tuple[float, Any, list[bool]]  # how far into the stream, likeness to stories, and which is the report's own


@dataclass(frozen=True)
class Labelled:
    """A set: its reports in order, and the story of each one that is labelled."""

    name: str
    reports: list[Report]
    gold: dict[ArticleId, str]


def read_set(name: str, folder: Path) -> Labelled:
    with gzip.open(folder / name / "stories.jsonl.gz") as lines:
        gold = {row["id"]: row["story"] for row in map(json.loads, lines)}
    with gzip.open(folder / name / "reports.jsonl.gz") as lines:
        articles = [a for a in read_articles(name, lines, datetime.now(UTC)) if isinstance(a, Article)]
    reports = [Report(a, Analysis(article_id=a.id, version=0, analyser="", terms=story_terms(a))) for a in articles]
    return Labelled(name, reports, {a.id: gold[a.given_id] for a in articles if a.given_id in gold})


def examples_of_gold(known: Labelled, chance: random.Random) -> Iterator[Example]:
    """Each labelled report, at its turn in the stream, against parts of the true stories that are near it."""
    frequencies, window = Frequencies(), Window(SETTINGS.window_days)
    comparer = Comparer(frequencies)
    members: dict[str, list[ArticleId]] = {}
    for place, report in enumerate(known.reports):
        vector = vector_of(report.analysis.terms, report.article.language, told_hour(report.article))
        if label := known.gold.get(report.id):
            if place % EVERY.get(known.name, 1) == 0:
                near = [
                    known.gold[o]
                    for o in window.near(vector, frequencies, SETTINGS.looked_up, SETTINGS.window_days)
                    if o in known.gold
                ]
                stories = list(dict.fromkeys([*near, label]))
                there = [
                    [window.vectors[o] for o in members.get(story, ()) if o in window.vectors] for story in stories
                ]
                kept = [(story, part_of(m, chance)) for story, m in zip(stories, there, strict=True) if m]
                if kept:
                    rows = likeness(comparer, vector, [side for _, side in kept])
                    yield place / len(known.reports), rows, [story == label for story, _ in kept]
            members.setdefault(label, []).append(report.id)
        frequencies.add(vector.language, counted_terms(vector), 1)
        window.add(report.id, vector)


def part_of(vectors: list[Vector], chance: random.Random) -> Side:
    """Some members of a story, newest first: the index sees young stories too, not the whole alone."""
    size = min(len(vectors), chance.choice(PARTS))
    kept = vectors[-size:] if chance.random() < 0.5 else chance.sample(vectors, size)
    kept = sorted(kept, key=lambda one: -one.hour)
    enough = int(np.cumsum([len(each.terms) for each in kept]).searchsorted(SETTINGS.together)) + 1
    return Side.of(kept[:enough], SETTINGS.members)


def examples_met(known: Labelled, weights: dict[str, Any]) -> Iterator[Example]:
    """Each labelled report against the stories that an index with these weights has made of the stream so far.

    A story is the report's own where most of its labelled members are of the report's story.
    """
    index = StoryIndex(SETTINGS)
    index.trees = trees_of(weights)
    for place, report in enumerate(known.reports):
        label = known.gold.get(report.id)
        if label and report.id not in index.story:
            met = [(c.row, own_share(index, known, c.story_id, label)) for c in index.candidates(report)]
            kept = [(row, share) for row, share in met if share is not None]
            if kept:
                yield place / len(known.reports), np.stack([row for row, _ in kept]), [share > 0.5 for _, share in kept]
        decisions = index.place(report)
        index.count(report)
        index.apply(decisions)


def own_share(index: StoryIndex, known: Labelled, story: StoryId, label: str) -> float | None:
    labels = [known.gold[member] for member in index.places.members[story] if member in known.gold]
    return labels.count(label) / len(labels) if labels else None


def learn(folder: Path, first: float) -> dict[str, Any]:
    sets = [read_set(name, folder) for name in SETS]
    examples = {known.name: list(examples_of_gold(known, random.Random(0))) for known in sets}
    weights = fit(examples, first)
    for _ in range(ROUNDS):
        for known in sets:
            examples[known.name] += examples_met(known, weights)
        weights = fit(examples, first)
    return weights


def fit(examples: dict[str, list[Example]], first: float) -> dict[str, Any]:
    from sklearn.ensemble import HistGradientBoostingClassifier

    rows, same, weights = [], [], []
    days = [at for at, column in enumerate(COLUMNS) if plain_name(column) == "days apart"]
    for name, share in SETS.items():
        found = [(r.copy(), s) for place, r, s in examples[name] if place < first]
        count = sum(len(s) for _, s in found)
        if name in TIMELESS:
            for each, _ in found:
                each[:, days] = 0
        rows += [r for r, _ in found]
        same += [y for _, s in found for y in s]
        weights += [share / count] * count
        print(f"{name}: {count} rows, {sum(y for _, s in found for y in s)} of one story", flush=True)
    weighed = np.array(weights) / np.mean(weights)
    directions = [DIRECTION.get(plain_name(column), RISES) for column in COLUMNS]
    model = HistGradientBoostingClassifier(**TREES, monotonic_cst=directions, early_stopping=False, random_state=0)
    model.fit(np.concatenate(rows), np.array(same), weighed)
    return export(model)


def export(model: Any) -> dict[str, Any]:
    """All trees' nodes in one table; see stories.model.Trees."""
    table: dict[str, list[Any]] = {key: [] for key in ("roots", "feature", "threshold", "left", "right", "value")}
    depth = 0
    for (predictor,) in model._predictors:
        nodes, start = predictor.nodes, len(table["feature"])
        means = [0.0] * len(nodes)

        def mean(at: int, nodes: Any = nodes, means: list[float] = means) -> float:
            node = nodes[at]
            if node["is_leaf"]:
                means[at] = float(node["value"])
            else:
                left, right = int(node["left"]), int(node["right"])
                held = nodes[left]["count"], nodes[right]["count"]
                means[at] = (mean(left) * held[0] + mean(right) * held[1]) / (held[0] + held[1])
            return means[at]

        mean(0)
        table["roots"].append(start)
        for at, node in enumerate(nodes):
            leaf = bool(node["is_leaf"])
            table["feature"].append(0 if leaf else int(node["feature_idx"]))
            table["threshold"].append(0.0 if leaf else float(f"{node['num_threshold']:.6g}"))
            table["left"].append(start + (at if leaf else int(node["left"])))
            table["right"].append(start + (at if leaf else int(node["right"])))
            table["value"].append(float(f"{means[at]:.5g}"))
        depth = max(depth, int(nodes["depth"].max()))
    return {
        "features": list(COLUMNS),
        "base": round(float(model._baseline_prediction[0, 0]), 6),
        "depth": depth,
        **table,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=float, default=1.0)
    parser.add_argument("--out", type=Path, default=ROOT / "src/newsloom/models/stories.json")
    options = parser.parse_args()
    weights = learn(Path(os.environ["NEWSLOOM_DATA"]), options.first)
    options.out.parent.mkdir(exist_ok=True)
    options.out.write_text(json.dumps(weights, separators=(",", ":")) + "\n", "utf-8")
    print(f"{options.out}: {len(weights['roots'])} trees, {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
