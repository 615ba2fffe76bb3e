"""The bundled sample, woven by the command line, against what a careful reader finds in it.

Each case is a folder in `stories/`: `expected.json` (facts, each by itself a test) and `why.md`. Reports are named
`outlet/slug`, as their pages are. Expectations say what a page must hold, never all that it may hold:

- `together`, `affair`, `apart`: the same story; the same story or thread; not the same story
- `related`: one story names the other
- `status`: woven from what had been seen by an instant, the story of that report stands so
- `quotes`, `variants`: words and their speaker; two cuts of one utterance stand together
- `dates`: a timeline entry of that day with these words; `copies`, `texts`, `one_origin`: who took over from whom
- `disagreements`, `agreements`: sentences with these words stand on different sides of one; never do
- `people`: these names are different people; `versions`: an outlet's edits; `language`
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "stories"
SAMPLE = Path(str(files("newsloom"))) / "sample"
Fact = dict[str, Any]
Page = dict[str, Any]


def urls() -> dict[str, str]:
    """Name of a report -> its address."""
    index = json.loads((SAMPLE / "pages" / "index.json").read_text(encoding="utf-8"))
    return {versions[0]["file"].removesuffix(".html"): url.rstrip("/") for url, versions in index.items()}


URLS = urls()


def facts(kind: str) -> Iterator[Any]:
    """Every expectation of a kind, of all cases, as a test of its own."""
    for path in sorted(CASES.glob("*/expected.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        for number, fact in enumerate(expected.get(kind, []), 1):
            yield pytest.param(fact, id=f"{path.parent.name}-{number}")


def every(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fact", list(facts(kind)))


def newsloom(*arguments: str) -> bytes:
    """The command's output; it must end well."""
    done = subprocess.run([sys.executable, "-m", "newsloom", *arguments], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def plain(text: str) -> str:
    """Without marks and blanks that outlets write differently, and without our own [insertions]."""
    text = re.sub(r"\s*\[[^]]*\]", "", text).replace("’", "'").replace("‘", "'")
    return " ".join(text.split()).casefold()


def letters(name: str) -> str:
    """Kim Kye-gwan -> kimkyegwan: the same in every romanisation style."""
    return "".join(filter(str.isalpha, name)).casefold()


@dataclass
class Site:
    """A woven site: its stories and threads."""

    folder: Path
    stories: list[Page] = field(init=False)
    threads: list[Page] = field(init=False)

    def __post_init__(self) -> None:
        self.stories = self._read("stories/*/story.json")
        self.threads = self._read("threads/*/thread.json")

    def _read(self, pattern: str) -> list[Page]:
        pages = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(self.folder.glob(pattern))]
        for row in (row for page in pages for row in page["reports"]):
            row["url"] = row["url"].rstrip("/")
        return pages

    @cached_property
    def by_report(self) -> dict[str, Page]:
        return {report["url"]: page for page in self.stories for report in page["reports"]}

    def story(self, name: str) -> Page:
        assert URLS[name] in self.by_report, f"{name} is in no story"
        return self.by_report[URLS[name]]

    def whole(self, page: Page, section: str) -> list[Page]:
        """All entries of a section: those of its own page where the story's page shows only some."""
        own = self.folder / "stories" / page["id"] / section / f"{section}.json"
        found: list[Page] = (json.loads(own.read_text(encoding="utf-8")) if own.exists() else page)[section]
        return found

    def pages(self, name: str) -> list[Page]:
        """The report's story, and its thread where there is one."""
        around = [page for page in self.threads if any(row["url"] == URLS[name] for row in page["reports"])]
        return [self.story(name), *around]


def report_of(page: Page, name: str) -> Page:
    found: Page = next(row for row in page["reports"] if row["url"] == URLS[name])
    return found


def sentences(entry: Page) -> str:
    return plain(" ".join(sentence["text"] for sentence in entry["sentences"]))


@pytest.fixture(scope="session")
def woven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    newsloom("weave", str(SAMPLE), "--light", "--store", str(folder / "store.db"), "--site", str(folder / "site"))
    return folder


def test_nothing_of_the_sample_is_quarantined(woven: Path) -> None:
    """No page is refused, and no step failed on any report."""
    assert json.loads(newsloom("doctor", "--store", str(woven / "store.db"), "--json"))["quarantine"] == []


@pytest.fixture(scope="session")
def site(woven: Path) -> Site:
    return Site(woven / "site")


@pytest.fixture(scope="session")
def as_of(woven: Path) -> dict[str, Site]:
    """Sites woven from what had been seen by an instant; filled when asked for."""
    return {}


def site_as_of(woven: Path, known: dict[str, Site], instant: str) -> Site:
    if instant not in known:
        folder = woven / re.sub(r"\W", "", instant)
        folder.mkdir()
        lines = newsloom("export", "--store", str(woven / "store.db")).splitlines(keepends=True)
        until = datetime.fromisoformat(instant)
        seen = [line for line in lines if datetime.fromisoformat(json.loads(line)["seen"]) <= until]
        (folder / "reports.jsonl").write_bytes(b"".join(seen))
        newsloom(
            "weave", str(folder / "reports.jsonl"), "--light", "--store", str(folder / "store.db"),
            "--site", str(folder / "site"),
        )  # fmt: skip
        known[instant] = Site(folder / "site")
    return known[instant]


def test_every_report_of_the_sample_is_in_a_story(site: Site) -> None:
    assert set(URLS.values()) <= set(site.by_report)


@every("together")
def test_reports_of_one_story_stand_together(site: Site, fact: list[str]) -> None:
    stories = {name: site.story(name)["id"] for name in fact}
    assert len(set(stories.values())) == 1, stories


@every("affair")
def test_reports_of_one_affair_share_a_story_or_a_thread(site: Site, fact: list[str]) -> None:
    held = [{row["url"] for row in page["reports"]} for page in site.pages(fact[0])]
    assert any({URLS[name] for name in fact} <= reports for reports in held)


@every("apart")
def test_reports_of_two_stories_stand_apart(site: Site, fact: list[str]) -> None:
    assert site.story(fact[0])["id"] != site.story(fact[1])["id"]


@every("related")
def test_related_stories_name_each_other(site: Site, fact: list[str]) -> None:
    one, two = (site.story(name) for name in fact)
    named = {row["story"] for row in one["related"]}, {row["story"] for row in two["related"]}
    assert two["id"] in named[0] or one["id"] in named[1]


@every("status")
def test_status_as_it_was_known(woven: Path, as_of: dict[str, Site], fact: Fact) -> None:
    status = site_as_of(woven, as_of, fact["as_of"]).story(fact["of"])["status"]
    assert status is not None
    assert status["value"] == fact["value"], status


@every("quotes")
def test_quotes_have_their_speaker(site: Site, fact: Fact) -> None:
    page = site.story(fact["in"])
    report = report_of(page, fact["in"])["id"]
    found = [
        quote["speaker"] and quote["speaker"]["name"]
        for quote in page["quotes"]
        for cut in quote["variants"]
        if plain(fact["words"]) in plain(cut["text"]) and any(cite["id"] == report for cite in cut["cites"])
    ]
    assert found, "not among the story's quotes"
    assert letters(found[0] or "") == letters(fact["speaker"]), found


@every("variants")
def test_cuts_of_one_utterance_stand_together(site: Site, fact: Fact) -> None:
    utterances = [[plain(cut["text"]) for cut in quote["variants"]] for quote in site.story(fact["of"])["quotes"]]
    longer, shorter = map(plain, fact["words"])
    assert any(
        any(longer in cut for cut in cuts) and any(shorter in cut and longer not in cut for cut in cuts)
        for cuts in utterances
    )


@every("dates")
def test_happenings_are_dated(site: Site, fact: Fact) -> None:
    entries = [entry for page in site.pages(fact["of"]) for entry in (*page["timeline"], *page["next"])]
    found = [entry for entry in entries if plain(fact["words"]) in sentences(entry)]
    dates = {(entry["date"][:10], entry["status"]) for entry in found}
    assert any(day == fact["date"] and fact.get("status", status) == status for day, status in dates), dates


@every("copies")
def test_copies_lead_to_who_had_it_first(site: Site, fact: Fact) -> None:
    page = site.story(fact["first"])
    url = {row["id"]: row["url"] for row in page["reports"]}
    passages = [
        copy
        for copy in site.whole(page, "lineage")
        if copy["first"] and plain(fact["words"]) in plain(copy["first"]["text"])
    ]
    assert [url[copy["first"]["id"]] for copy in passages] == [URLS[fact["first"]]]
    carriers = {url[cite["id"]] for cite in passages[0]["later"]}
    assert {URLS[name] for name in fact["later"]} <= carriers


@every("texts")
def test_copies_are_one_text_and_rewrites_are_not(site: Site, fact: Fact) -> None:
    page = site.story(fact["one"])
    assert (report_of(page, fact["one"])["text"] == report_of(page, fact["two"])["text"]) == fact["same"]


@every("one_origin")
def test_rewrites_of_one_statement_are_one_origin(site: Site, fact: list[str]) -> None:
    page = site.story(fact[0])
    wanted = {report_of(page, name)["id"] for name in fact}
    assert any(wanted <= set(root["reports"]) and root["named"] for root in page["roots"]), page["roots"]


def sides(page: Page, fact: Fact) -> list[tuple[str, set[int], set[int]]]:
    """For each disagreement: its kind, and the values under which the one and the other wording is cited."""
    found = []
    for row in page["disagreements"]:
        said = [" ".join(plain(cite["text"]) for cite in value["cites"]) for value in row["values"]]
        one, two = ({place for place, words in enumerate(said) if plain(side) in words} for side in fact["sides"])
        found.append((row["kind"], one, two))
    return found


@every("disagreements")
def test_disagreements_are_shown(site: Site, fact: Fact) -> None:
    found = [kind for kind, one, two in sides(site.story(fact["of"]), fact) if one and two and one != two]
    assert found, "no disagreement with both sides"
    assert fact.get("kind", found[0]) in found, found


@every("agreements")
def test_the_same_figure_in_other_words_is_no_disagreement(site: Site, fact: Fact) -> None:
    assert not [kind for kind, one, two in sides(site.story(fact["of"]), fact) if one and two and one != two]


@every("people")
def test_people_of_one_name_are_kept_apart(site: Site, fact: Fact) -> None:
    cards = {
        card["entity"]: {letters(card["name"]), *map(letters, card["also"])}
        for card in site.story(fact["of"])["people"]
        if card["kind"] == "person"
    }
    holders = {name: [entity for entity, names in cards.items() if letters(name) in names] for name in fact["distinct"]}
    assert all(len(entities) == 1 for entities in holders.values()), holders
    assert len({entities[0] for entities in holders.values()}) == len(holders), holders


@every("versions")
def test_an_edited_page_has_its_versions(site: Site, fact: Fact) -> None:
    page = site.story(fact["of"])
    assert report_of(page, fact["of"])["versions"] == fact["versions"]
    if "withdrawn" in fact:
        assert plain(fact["withdrawn"]) not in plain(" ".join(sentence["text"] for sentence in page["summary"]))


@every("language")
def test_a_story_has_its_language(site: Site, fact: Fact) -> None:
    assert site.story(fact["of"])["language"] == fact["value"]
