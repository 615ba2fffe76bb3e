"""Quality floors that refuse to be lowered: each filter on a set that measures it, by the set's own metric."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SETS, METRICS = os.environ.get("NEWSLOOM_DATA"), os.environ.get("NEWSLOOM_EVAL")
pytestmark = [
    pytest.mark.eval,
    pytest.mark.skipif(not (SETS and METRICS), reason="NOTICE: quality floors need $NEWSLOOM_DATA and $NEWSLOOM_EVAL"),
]

# filter, its articles, the metric with its options ({d}: the sets), and floors: measure -> field -> least
FLOORS: dict[str, tuple[str, str, str, dict[str, dict[str, float]]]] = {
    "stream": (
        "cluster", "stream/reports.jsonl.gz", "stories.py --gold {d}/stream/stories.jsonl.gz",
        {"BCubed": {"f1": 0.91, "precision": 0.95}, "pairwise": {"f1": 0.81}},
    ),
    "incidents": (
        "cluster", "incidents/reports.jsonl.gz", "stories.py --gold {d}/incidents/stories.jsonl.gz",
        {"BCubed": {"f1": 0.95}, "pairwise": {"f1": 0.84}},
    ),
    "people": (
        "people", "annotated/stories/articles.jsonl.gz",
        "spans.py --kind people --gold {d}/annotated/stories/people.jsonl.gz --ids {d}/annotated/stories/ids.json",
        {"people mentions": {"f1": 0.955}, "people BCubed (matched mentions)": {"f1": 0.95}},
    ),
    "quotes": (
        "quotes", "annotated/stories/articles.jsonl.gz",
        "spans.py --kind quotes --gold {d}/annotated/stories/quotes.jsonl.gz --ids {d}/annotated/stories/ids.json",
        {"quotes": {"f1": 0.97}, "quote speakers": {"right_of_all": 0.86}},
    ),
    "timebank": (
        "dates", "dates/timebank/articles.jsonl.gz", "spans.py --kind dates --gold {d}/dates/timebank/dates.jsonl.gz",
        {"dates relaxed": {"f1": 0.92}, "dates value": {"f1": 0.78}},
    ),
    "wikiwars": (
        "dates", "dates/wikiwars/articles.jsonl.gz", "spans.py --kind dates --gold {d}/dates/wikiwars/dates.jsonl.gz",
        {"dates relaxed": {"f1": 0.93}, "dates value": {"f1": 0.81}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FLOORS)
def test_a_filter_stays_above_its_floors(name: str, tmp_path: Path) -> None:
    command, articles, metric, floors = FLOORS[name]
    out = tmp_path / "out.jsonl"
    with out.open("wb") as written:
        given = f"{SETS}/{articles}"
        subprocess.run([sys.executable, "-m", "newsloom", command, given], stdout=written, check=True, timeout=900)
    script, *options = metric.format(d=SETS).split()
    asked = [sys.executable, f"{METRICS}/{script}", *options, "--predicted", str(out)]
    printed = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=300).stdout
    found: dict[str, dict[str, Any]] = {row["measure"]: row for row in map(json.loads, printed.splitlines())}
    for measure, least in floors.items():
        for field, floor in least.items():
            assert found[measure][field] >= floor, f"{measure} {field}: {found[measure][field]} is below {floor}"
