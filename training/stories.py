"""Make models/stories.json: boosted trees over the likeness of two reports, from labelled streams.

    python training/stories.py [--first SHARE] [--out FILE]        ($NEWSLOOM_DATA set; needs scikit-learn)

Each labelled report of stream/, incidents/ and headlines/ is compared, at its turn in the stream, with the labelled
reports that share telling terms with it, under the counts of that moment: what the index itself sees. The weights hold
no text. `--first 0.5` learns from the first half of each set alone, to measure on the second.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from newsloom.cli.streams import articles_of
from newsloom.records import ArticleId
from newsloom.stories.cluster import told_hour
from newsloom.stories.features import story_terms
from newsloom.stories.frequency import Frequencies
from newsloom.stories.likeness import COLUMNS, Side, likeness, plain_name
from newsloom.stories.vectors import Comparer, Vector, counted_terms, sum_of, vector_of
from newsloom.stories.window import Window

ROOT = Path(__file__).parents[1]
SETS = {"incidents": 1.0, "stream": 1.0, "headlines": 0.4}  # share of each in the whole
WINDOW_DAYS, LOOKED_UP = 14, 60
MEMBERS, TOGETHER = 8, 24
RISES, FALLS = 1, -1
DIRECTION = {"days apart": FALLS, "length": 0, "places named": 0, "days named": 0, "size": 0}  # all others: RISES
TREES = {"max_iter": 120, "learning_rate": 0.1, "max_leaf_nodes": 8, "min_samples_leaf": 20, "l2_regularization": 5.0}
EVERY = {"headlines": 5}  # reports of a set: one in so many is enough
TIMELESS = ("headlines",)  # its stories were collected one by one: the time between tells the story, as it never would


def pairs_of(name: str, folder: Path) -> Iterator[tuple[float, Any, list[bool]]]:
    """For each labelled report: how far into the stream it is, its likeness to stories, and which is its own."""
    with gzip.open(folder / name / "stories.jsonl.gz") as lines:
        gold = {row["id"]: row["story"] for row in map(json.loads, lines)}
    articles = list(articles_of([str(folder / name / "reports.jsonl.gz")]))
    frequencies, window = Frequencies(), Window(WINDOW_DAYS)
    comparer, chance = Comparer(frequencies), random.Random(0)
    story: dict[ArticleId, str] = {}
    members: dict[str, list[ArticleId]] = {}
    for place, article in enumerate(articles):
        vector = vector_of(story_terms(article), article.language, told_hour(article))
        if label := gold.get(article.given_id):
            if place % EVERY.get(name, 1) == 0:
                near = [story[o] for o in window.near(vector, frequencies, LOOKED_UP) if o in story]
                stories = list(dict.fromkeys([*near, label]))
                known = [[window.vectors[o] for o in members.get(each, ()) if o in window.vectors] for each in stories]
                kept = [
                    (each, part_of(vectors, chance)) for each, vectors in zip(stories, known, strict=True) if vectors
                ]
                if kept:
                    rows = likeness(comparer, vector, [side for _, side in kept])
                    if name in TIMELESS:
                        rows[:, [at for at, column in enumerate(COLUMNS) if plain_name(column) == "days apart"]] = 0
                    yield place / len(articles), rows, [each == label for each, _ in kept]
            story[article.id] = label
            members.setdefault(label, []).append(article.id)
        frequencies.add(article.language, counted_terms(vector), 1)
        window.add(article.id, vector)


def part_of(vectors: list[Vector], chance: random.Random) -> Side:
    """Some members of a story, newest first: the index sees young stories and fragments too, not the whole alone."""
    size = chance.choice((1, 2, 4, 8, TOGETHER))
    kept = (
        vectors[-size:]
        if chance.random() < 0.5
        else sorted(chance.sample(vectors, min(size, len(vectors))), key=lambda one: one.hour)
    )
    kept = kept[::-1]
    return Side(tuple(kept[:MEMBERS]), sum_of(kept), len(kept))


def learn(folder: Path, first: float) -> dict[str, Any]:
    from sklearn.ensemble import HistGradientBoostingClassifier

    rows, same, weights = [], [], []
    for name, share in SETS.items():
        found = [(r, s) for place, r, s in pairs_of(name, folder) if place < first]
        count = sum(len(s) for _, s in found)
        rows += [r for r, _ in found]
        same += [y for _, s in found for y in s]
        weights += [share / count] * count
        print(f"{name}: {count} pairs, {sum(y for _, s in found for y in s)} of one story", flush=True)
    weighed = np.array(weights) / np.mean(weights)
    directions = [DIRECTION.get(plain_name(feature), RISES) for feature in COLUMNS]
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
