"""`newsloom demo` as a newcomer meets it: the bundled sample woven, served and read in a real browser."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import Watch
from tests.browser.test_story_in_browser import LIT, WIDE, squeezed


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served sample."""
    store = tmp_path_factory.mktemp("demo") / "sample.db"
    command = [sys.executable, "-m", "newsloom", "demo", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        yield next(line.split()[-1] for line in lines if "serving at" in line)
        process.terminate()
        assert process.wait(10) == 0


def ask(address: str) -> Any:
    with urllib.request.urlopen(address) as answer:
        return json.load(answer)


def test_a_newcomer_finds_the_summit_and_each_summary_sentence_leads_to_its_words(chromium: Browser, demo: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    watch = Watch(context, demo)
    page = context.new_page()
    page.goto(demo)
    page.get_by_text("Kim", exact=False).first.wait_for()
    stories = ask(f"{demo}index.json")
    largest = max(stories["stories"] if isinstance(stories, dict) else stories, key=lambda row: len(row["reports"]))
    story = ask(f"{demo}stories/{largest['id']}/story.json")
    page.goto(f"{demo}stories/{largest['id']}/")
    assert page.locator("h1").inner_text().strip() == story["headline"]["text"]
    cites = [cite for sentence in story["summary"] for cite in sentence["cites"]]
    assert len(cites) >= 5
    for cite in cites[:12]:
        place = f"{'h' if cite['part'] == 'headline' else 's'}{cite['start']}-{cite['end']}"
        page.goto(f"{demo}reports/{cite['id']}/{cite['version']}/#{place}")
        assert squeezed(page.evaluate(LIT)) == squeezed(cite["text"])
    context.close()
    assert watch.trouble == []


def test_every_page_of_the_sample_fits_a_phone(chromium: Browser, demo: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=True)
    page = context.new_page()
    stories = ask(f"{demo}index.json")
    rows = stories["stories"] if isinstance(stories, dict) else stories
    for row in rows[:12]:
        page.goto(f"{demo}stories/{row['id']}/")
        assert not page.evaluate(WIDE), row["headline"]
    context.close()


def test_the_static_site_of_the_sample_opens_from_its_folder(chromium: Browser, tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-m", "newsloom", "demo", "--store", str(tmp_path / "s.db"), "--site", str(site)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    page = chromium.new_page()
    page.goto((site / "index.html").as_uri())
    first = page.locator("main a[href*='stories/']").first
    headline = first.inner_text()
    first.click()
    assert page.locator("h1").inner_text().strip() == headline.strip()
    page.close()
