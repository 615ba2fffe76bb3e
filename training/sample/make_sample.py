"""texts/*.txt -> src/newsloom/sample: pages, feeds and index.json.

    python training/sample/make_sample.py [FOLDER]

In: reports as plain text, `%% outlet slug`, then `field: value` lines, then paragraphs parted by blank lines. A line
`<<< outlet/slug 1-5` takes over paragraphs of an earlier report: that is how a wire is copied, here as in newsrooms.
The same outlet and slug twice is one page that its outlet edited. Out: the same bytes on every run.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from outlets import BY_KEY, OUTLETS, Outlet
from typography import dress

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "src" / "newsloom" / "sample"
COPIED = re.compile(r"<<< (\S+) (\d+)-(\d+)$")
DAY_LENGTH = len("2018-05-10")
MONTHS_FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
MOST_RELATED = 4


@dataclass(frozen=True, slots=True)
class Report:
    """One version of one report, in its outlet's own typography."""

    outlet: Outlet
    slug: str
    fields: dict[str, str]
    comments: tuple[str, ...]
    paragraphs: tuple[str, ...]

    def __getattr__(self, field: str) -> str:
        if field.startswith("_"):
            raise AttributeError(field)
        return dress(self.fields.get(field, ""), self.outlet.marks)

    @property
    def key(self) -> str:
        return f"{self.outlet.key}/{self.slug}"

    @property
    def day_only(self) -> bool:
        return len(self.fields["published"]) == DAY_LENGTH

    @property
    def at(self) -> datetime:
        return instant(self.fields["published"])

    @property
    def edited_at(self) -> datetime | None:
        return instant(self.fields["updated"]) if "updated" in self.fields else None

    @property
    def number(self) -> int:
        return 100_000 + zlib.crc32(self.key.encode()) % 900_000

    @property
    def section_slug(self) -> str:
        return re.sub(r"[^a-z]+", "-", self.fields["section"].lower()).strip("-")

    @property
    def url(self) -> str:
        path = self.outlet.path.format(slug=self.slug, n=self.number, day=self.at, section=self.section_slug)
        return self.outlet.site + path


def instant(value: str) -> datetime:
    """A day alone is kept at noon UTC, for sorting only; pages and feeds then print no time."""
    if len(value) == DAY_LENGTH:
        return datetime.combine(datetime.fromisoformat(value).date(), time(12), UTC)
    return datetime.fromisoformat(value)


def read_reports() -> list[Report]:
    """All versions of all reports, in order of publication; of one page, in order of its versions."""
    blocks: list[str] = []
    for path in sorted((HERE / "texts").glob("*.txt")):
        blocks += path.read_text(encoding="utf-8").split("%% ")[1:]
    bodies = dict(_body(block) for block in reversed(blocks))
    reports = [_report(block, bodies) for block in blocks]
    return sorted(reports, key=lambda report: (report.at, report.key))


def _body(block: str) -> tuple[str, list[str]]:
    head, _, body = block.partition("\n\n")
    return "/".join(head.split("\n", 1)[0].split()), body.strip().split("\n\n")


def _report(block: str, bodies: dict[str, list[str]]) -> Report:
    head, _, body = block.partition("\n\n")
    first, *lines = head.split("\n")
    key, slug = first.split()
    pairs = [tuple(line.split(": ", 1)) for line in lines]
    outlet = BY_KEY[key]
    paragraphs: list[str] = []
    for paragraph in body.strip().split("\n\n"):
        for line in paragraph.split("\n"):
            copied = COPIED.match(line)
            paragraphs += bodies[copied[1]][int(copied[2]) - 1 : int(copied[3])] if copied else [line]
    return Report(
        outlet,
        slug,
        {name: value for name, value in pairs if name != "comment"},
        tuple(value for name, value in pairs if name == "comment"),
        tuple(dress(paragraph, outlet.marks) for paragraph in paragraphs),
    )


def related(report: Report, reports: list[Report]) -> list[tuple[str, str]]:
    """(headline, address) of what else the outlet had by then, newest first, then its teasers."""
    seen: dict[str, tuple[str, str]] = {}
    for other in reversed(reports):
        if other.outlet is report.outlet and other.at < report.at and other.key not in seen:
            seen[other.key] = (other.headline, other.url)
    teasers = [(line, f"{report.outlet.site}/{zlib.crc32(line.encode())}") for line in report.outlet.teasers]
    return [*list(seen.values())[: MOST_RELATED - len(teasers)], *teasers]


def day_in_french(at: datetime) -> str:
    return f"{at.day} {MONTHS_FR[at.month - 1]} {at.year}"


def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    made.filters["day_in_french"] = day_in_french
    made.filters["rfc822"] = lambda at: at.strftime("%a, %d %b %Y %H:%M:%S %z")
    return made


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main(sample: Path = SAMPLE) -> None:
    pages, reports = environment(), read_reports()
    index: dict[str, list[dict[str, str]]] = defaultdict(list)
    newest: dict[str, Report] = {}
    for report in sorted(reports, key=lambda report: report.fields["fetched"]):
        version = len(index[report.url]) + 1
        name = f"{report.key}.html" if version == 1 else f"{report.key}.v{version}.html"
        html = pages.get_template(f"{report.outlet.key}.html").render(
            report=report, outlet=report.outlet, related=related(report, reports)
        )
        write(sample / "pages" / name, html)
        index[report.url].append({"file": name, "fetched_at": report.fields["fetched"]})
        newest[report.key] = report
    write(sample / "pages" / "index.json", json.dumps(index, indent=1, ensure_ascii=False) + "\n")
    for outlet in OUTLETS:
        own = sorted((r for r in newest.values() if r.outlet is outlet), key=lambda r: (r.at, r.key), reverse=True)
        feed = pages.get_template(f"{outlet.feed}.xml").render(outlet=outlet, reports=own)
        write(sample / "feeds" / f"{outlet.key}.xml", feed)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
