"""What became of announced events, against the announcements of the affairs in `$NEWSLOOM_DATA/affairs`.

In: each affair's reports, as a reader of all of them would know them, and what was announced, when it was due, and what
came of it by the annotator's reading. Out: how many of the dated announcements are found, how many of these have the
right outcome, and how often "no report" is shown although a report says. `--missing` lists them.

A row is an announcement's where its due day is at most a day off (of what is due in a week or month: where the row is
too), a report that the gold names stands in it, and a telling word that is no name of a day is shared. Announcements
without a day cannot fall due and are counted apart.

    NEWSLOOM_DATA=… python training/outcomes.py [--missing]
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsloom.config import Settings
from newsloom.engine.analyse import analyse
from newsloom.langs.en.calendar import WEEKDAYS
from newsloom.pages.shown import text_of
from newsloom.records import Article, ArticleId, Became, Report, SourceId
from newsloom.sources.jsonl import read_article
from newsloom.timeline.outcomes import find_outcomes
from newsloom.timeline.reckoning import is_near, precision

AFFAIRS = ("kavanaugh", "khashoggi", "vegas")
TELLING = re.compile(r"[^\W\d_]{4,}")
OUTCOMES = {"unknown": "no report"}
Gold = dict[str, Any]


def main() -> None:
    sets = Path(os.environ["NEWSLOOM_DATA"])
    lines = {row["id"]: row for row in _rows(sets / "stream" / "reports.jsonl.gz")}
    dated = found = right = shown = wrong_silence = 0
    for affair in AFFAIRS:
        folder = sets / "affairs" / affair
        about = json.loads((folder / "reports.json").read_text("utf-8"))
        reports = tuple(_report(lines[given]) for given in (about.get("reports") or about["ids"]) if given in lines)
        articles = {report.id: report.article for report in reports}
        became = find_outcomes(reports, max(report.article.seen_at for report in reports))
        gold = [row for row in _rows(folder / "announcements.jsonl") if row["due"]]
        shown += len(became)
        for row in gold:
            dated += 1
            rows = [one for one in became if _is_of(row, one, articles)]
            wanted = OUTCOMES.get(row["outcome"], row["outcome"])
            outcomes = [one.outcome for one in rows]
            found += bool(rows)
            right += wanted in outcomes
            wrong_silence += bool(rows) and wanted != "no report" and set(outcomes) == {"no report"}
            if "--missing" in sys.argv and wanted not in outcomes:
                print(f"{affair} {row['due']} {row['what']}: {wanted}, shown {outcomes or 'nothing'}")
    figures = {"dated": dated, "found": found, "right": right, "shown": shown, "wrong no report": wrong_silence}
    print(json.dumps({"measure": "outcomes", **figures, "right of found": round(right / max(1, found), 3)}))


def _rows(path: Path) -> Iterator[Gold]:
    body = path.read_bytes()
    for line in (gzip.decompress(body) if path.suffix == ".gz" else body).splitlines():
        yield json.loads(line)


def _report(row: Gold) -> Report:
    article = read_article(json.dumps(row), SourceId("stream"), datetime.now(UTC))
    assert isinstance(article, Article)
    return Report(article, analyse(article, Settings(light=True)))


def _is_of(row: Gold, one: Became, articles: dict[ArticleId, Article]) -> bool:
    sentences = [one.plan, *([one.evidence] if one.evidence else [])]
    cited = {articles[words.span.article_id].given_id for sentence in sentences for words in sentence.words()}
    said = " ".join(text_of(sentence, articles) for sentence in sentences)
    near = is_near(row["due"], one.due) and (precision(row["due"]) == "D" or precision(one.due) != "D")
    return near and bool(cited & set(row["evidence"])) and _shares(row["what"], said)


def _shares(what: str, said: str) -> bool:
    words = ({word.lower() for word in TELLING.findall(text)} for text in (what, said))
    return len(set.intersection(*words) - set(WEEKDAYS)) > 0


if __name__ == "__main__":
    main()
