"""Run every filter on the set that measures it, and the loom on the affairs: `make bench`.

In: `$NEWSLOOM_DATA` (the sets) and `$NEWSLOOM_EVAL` (the metrics). Out: one line of figures for each, with its command.
`python training/bench.py NAME…` runs some only.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NEWSLOOM = str(Path(sys.executable).with_name("newsloom"))
AFFAIRS = {
    "kavanaugh": ("2018-09-19", "2018-09-29", "2018-10-08"),
    "khashoggi": ("2018-10-16", "2018-10-22", "2018-12-14"),
    "vegas": ("2017-10-02", "2017-10-05", "2017-10-08"),
}
# name: (filter and its options, articles, metric and its options); {d} the sets, {e} the metrics, {o} the output
FILTERS: dict[str, tuple[str, str, str]] = {
    "stream": ("cluster", "stream/reports.jsonl.gz", "stories.py --gold {d}/stream/stories.jsonl.gz --predicted {o}"),
    "incidents": (
        "cluster", "incidents/reports.jsonl.gz", "stories.py --gold {d}/incidents/stories.jsonl.gz --predicted {o}"
    ),
    "headlines": (
        "cluster", "headlines/reports.jsonl.gz", "stories.py --gold {d}/headlines/stories.jsonl.gz --predicted {o}"
    ),
    "people": (
        "people", "annotated/stories/articles.jsonl.gz",
        "spans.py --kind people --gold {d}/annotated/stories/people.jsonl.gz --predicted {o}"
        " --ids {d}/annotated/stories/ids.json",
    ),
    "people-wikinews": (
        "people", "annotated/wikinews/articles.jsonl.gz",
        "spans.py --kind people --gold {d}/annotated/wikinews/people.jsonl.gz --predicted {o}"
        " --ids {d}/annotated/wikinews/ids.json",
    ),
    "people-ecb": (
        "people", "people/ecb/articles.jsonl.gz",
        "spans.py --kind people --gold {d}/people/ecb/people.jsonl.gz --predicted {o}",
    ),
    "quotes": (
        "quotes", "annotated/stories/articles.jsonl.gz",
        "spans.py --kind quotes --gold {d}/annotated/stories/quotes.jsonl.gz --predicted {o}"
        " --ids {d}/annotated/stories/ids.json",
    ),
    "quotes-wikinews": (
        "quotes", "annotated/wikinews/articles.jsonl.gz",
        "spans.py --kind quotes --gold {d}/annotated/wikinews/quotes.jsonl.gz --predicted {o}"
        " --ids {d}/annotated/wikinews/ids.json",
    ),
    "polnear": (
        "quotes", "quotes/polnear/articles.jsonl.gz",
        "spans.py --kind attributions --gold {d}/quotes/polnear/attributions.jsonl.gz --predicted {o}",
    ),
    "timebank": (
        "dates", "dates/timebank/articles.jsonl.gz",
        "spans.py --kind dates --gold {d}/dates/timebank/dates.jsonl.gz --predicted {o}",
    ),
    "wikiwars": (
        "dates", "dates/wikiwars/articles.jsonl.gz",
        "spans.py --kind dates --gold {d}/dates/wikiwars/dates.jsonl.gz --predicted {o}",
    ),
    "pages": (
        "extract", "pages/pages.jsonl.gz", "extraction.py --gold {d}/pages/gold.jsonl.gz --predicted {o}",
    ),
}  # fmt: skip


def main() -> None:
    chosen = sys.argv[1:]
    sets, metrics = Path(os.environ["NEWSLOOM_DATA"]), Path(os.environ["NEWSLOOM_EVAL"])
    with tempfile.TemporaryDirectory() as folder:
        for name, (command, articles, metric) in FILTERS.items():
            if not chosen or name in chosen:
                bench_filter(name, command, sets / articles, metric, sets, metrics, Path(folder))
        for name, dates in AFFAIRS.items():
            if not chosen or name in chosen or "affairs" in chosen:
                for as_of in dates:
                    bench_affair(name, as_of, sets, metrics, Path(folder))


def bench_filter(name: str, command: str, articles: Path, metric: str, sets: Path, metrics: Path, folder: Path) -> None:
    out = folder / f"{name}.jsonl"
    started = time.monotonic()
    with out.open("wb") as written:
        subprocess.run([NEWSLOOM, command, str(articles)], stdout=written, check=True)
    took = time.monotonic() - started
    print(f"\n{name}: newsloom {command} $NEWSLOOM_DATA/{articles.relative_to(sets)}   {took:.1f} s", flush=True)
    script, *options = metric.format(d=sets, e=metrics, o=out).split()
    subprocess.run([sys.executable, str(metrics / script), *options], check=True)


def bench_affair(name: str, as_of: str, sets: Path, metrics: Path, folder: Path) -> None:
    gold = ["--gold", str(sets / "affairs" / name), "--articles", str(sets / "stream" / "reports.jsonl.gz")]
    measure = [sys.executable, str(metrics / "affairs.py"), *gold, "--as-of", as_of]
    given, store, site = (folder / f"{name}-{as_of}{end}" for end in (".jsonl", ".db", ""))
    with given.open("wb") as written:
        subprocess.run([*measure, "--input"], stdout=written, check=True)
    weave = [
        NEWSLOOM,
        "weave",
        str(given),
        "--store",
        str(store),
        "--site",
        str(site),
        *os.environ.get("WEAVE", "").split(),
    ]
    subprocess.run(weave, stdout=subprocess.DEVNULL, check=True)
    print(f"\n{name} {as_of}", flush=True)
    subprocess.run([*measure, "--site", str(site), *os.environ.get("AFFAIRS", "").split()], check=True)


if __name__ == "__main__":
    main()
