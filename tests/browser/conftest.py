"""A real server process and Chromium. Without Chromium the tests are skipped with a notice; with CI=true they fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PROGRAM = """
from tests.affair import Desk
from newsloom.server.app import create_app
from newsloom.server.serve import serve
serve(create_app(Desk()), port=0)
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")  # not longer: while it lives, Playwright's event loop is this thread's
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        notice = "NO CHROMIUM FOUND: what a reader sees and clicks is NOT tested. Debian: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(notice)
        warnings.warn(notice, stacklevel=1)
        pytest.skip(notice)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server over the invented affair."""
    process = subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    yield process.stdout.readline().split()[-1]
    process.terminate()
    assert process.wait(10) == 0
    process.stdout.close()


class Watch:
    """What went wrong in a browser: errors of scripts and of loading, and requests to other hosts."""

    def __init__(self, context: BrowserContext, own: str) -> None:
        self.trouble: list[str] = []
        context.on("weberror", lambda error: self.trouble.append(str(error.error)))
        context.on("console", lambda said: self.trouble.append(said.text) if said.type == "error" else None)
        context.on("request", lambda asked: None if asked.url.startswith(own) else self.trouble.append(asked.url))
        context.on("requestfailed", self.lost)

    def lost(self, asked: Request) -> None:
        if asked.failure != "net::ERR_ABORTED":  # given up, because the reader went on to another page
            self.trouble.append(f"failed: {asked.url}")


@pytest.fixture
def page(chromium: Browser, server: str) -> Iterator[Page]:
    """A page in a wide window; the test fails where a script errs or another host is asked."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    watch = Watch(context, server)
    yield context.new_page()
    context.close()
    assert watch.trouble == []


@pytest.fixture
def plain_page(chromium: Browser, server: str) -> Iterator[Page]:
    """A page without JavaScript."""
    context = chromium.new_context(java_script_enabled=False)
    watch = Watch(context, server)
    yield context.new_page()
    context.close()
    assert watch.trouble == []
