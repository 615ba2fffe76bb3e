"""Dates of real reports, checked by hand, against what `newsloom.timeline.dates` makes of them.

In: `training/summit_dates.jsonl` (ids, places and values, no words) and the reports of `$NEWSLOOM_DATA/summit-2018`.
The hundred were drawn at random from what was found on 25 November 2026 and read one by one; "" is what is no date or
has none that the report tells. Out: how many have the right value, of all and of those sure enough to be shown.

    NEWSLOOM_DATA=… python training/checked_dates.py [--wrong]
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from newsloom.passages.split import find_boilerplate, split_sentences
from newsloom.records import Article, SourceId, Timex
from newsloom.sources.jsonl import read_article
from newsloom.timeline.dates import find_dates

CHECKED = Path(__file__).with_name("summit_dates.jsonl")


def main() -> None:
    checked = [json.loads(line) for line in CHECKED.read_text("utf-8").splitlines()]
    wanted = {row["id"] for row in checked}
    dates: dict[str, tuple[Timex, ...]] = {}
    with gzip.open(
        Path(os.environ["NEWSLOOM_DATA"]) / "summit-2018" / "reports.jsonl.gz", "rt", encoding="utf-8"
    ) as rows:
        for line in rows:
            if json.loads(line)["id"] in wanted:
                article = read_article(line, SourceId("summit"), datetime.now(UTC))
                assert isinstance(article, Article)
                dates[article.given_id] = find_dates(article, split_sentences(article, find_boilerplate(article)))
    right, sure, sure_right = 0, 0, 0
    for row in checked:
        found = next((one for one in dates[row["id"]] if _overlaps(one, row)), None)
        good = (found.value if found else "") == row["value"]
        right += good
        sure += bool(found and found.sure)
        sure_right += bool(found and found.sure and good)
        if "--wrong" in sys.argv and not good:
            print(row, found)
    print(
        json.dumps(
            {"measure": "checked dates", "of": len(checked), "right": right, "sure": sure, "right of sure": sure_right}
        )
    )


def _overlaps(one: Timex, row: dict[str, int]) -> bool:
    return one.range.part == "text" and one.range.start < row["end"] and row["start"] < one.range.end


if __name__ == "__main__":
    main()
