from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from tests.affair import PAGE, SMALL, Shelf
from tests.markup import html_of, xml_of

from newsloom.pages.files import SiteFiles
from newsloom.pages.outlets import gather_outlets
from newsloom.pages.site import ROWS_A_PAGE, SiteContent, list_pages, write_site


def build(target: Path, shelf: Shelf) -> Path:
    write_site(target, SiteContent(shelf.pages, shelf, people=shelf.views(), outlets=gather_outlets(shelf.pages)))
    return target


LONG = replace(PAGE, timeline=PAGE.timeline * 40)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("site"), Shelf(pages=(LONG, SMALL)))


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_every_link_of_every_page_leads_to_a_file_and_an_anchor(site: Path) -> None:
    seen = 0
    for path in site.rglob("*.html"):
        for href in html_of(path.read_text("utf-8")).xpath("//@href | //@src"):
            parts = urlsplit(href)
            if parts.scheme:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file() and target.is_relative_to(site), (path, href)
            if parts.fragment:
                assert parts.fragment in html_of(target.read_text("utf-8")).xpath("//@id"), (path, href)
                seen += 1
    assert seen > 100


def test_it_has_what_scripts_lean_on(site: Path) -> None:
    story = json.loads((site / "stories/a1/story.json").read_text("utf-8"))
    assert story["id"] == "a1"
    index = json.loads((site / "index.json").read_text("utf-8"))
    assert [row["id"] for row in index["stories"]] == ["a1", "f6"]
    assert {
        "next.ics",
        "stories/a1/next.ics",
        "feed.atom",
        "index.csv",
        "about/index.html",
        "people/a1.1.50/person.json",
    } <= files(site)


def test_a_section_that_is_cut_has_a_page_and_a_file_of_its_own(site: Path) -> None:
    timeline = json.loads((site / "stories/a1/timeline/timeline.json").read_text("utf-8"))
    assert len(timeline["timeline"]) == len(LONG.timeline) and timeline["next"]
    assert "stories/a1/timeline/index.html" in files(site) and "stories/f6/timeline/index.html" not in files(site)


def test_the_same_content_gives_the_same_bytes_and_touches_nothing(site: Path, tmp_path: Path) -> None:
    other = build(tmp_path / "other", Shelf(pages=(LONG, SMALL)))
    for name in files(site):
        assert (site / name).read_bytes() == (other / name).read_bytes(), name
    before = {name: (other / name).stat().st_mtime_ns for name in files(other) if not name.startswith(".")}
    build(other, Shelf(pages=(LONG, SMALL)))
    assert before == {name: (other / name).stat().st_mtime_ns for name in before}


def test_an_empty_store_gives_an_empty_site_that_says_so(tmp_path: Path) -> None:
    build(tmp_path, Shelf(pages=()))
    assert "No stories yet" in (tmp_path / "index.html").read_text("utf-8")
    feed = xml_of((tmp_path / "feed.atom").read_bytes())
    assert feed.findtext("{*}updated") == "1970-01-01T00:00:00Z"


def test_what_is_gone_is_removed_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    build(tmp_path, Shelf())
    (tmp_path / "CNAME").write_text("news.example")
    (tmp_path / "stories/f6/notes.txt").write_text("mine")
    build(tmp_path, Shelf(pages=(PAGE,)))
    assert not (tmp_path / "stories/f6/index.html").exists()
    assert (tmp_path / "CNAME").exists() and (tmp_path / "stories/f6/notes.txt").exists()
    build(tmp_path, Shelf(pages=(SMALL,)))
    assert not (tmp_path / "stories/a1").exists()


def test_a_build_that_is_cut_off_removes_nothing_and_is_tidied_by_the_next(tmp_path: Path) -> None:
    build(tmp_path, Shelf())
    with pytest.raises(RuntimeError), SiteFiles(tmp_path) as out:
        out.write("stories/new/index.html", "new")
        raise RuntimeError
    assert (tmp_path / "stories/a1/index.html").exists()
    build(tmp_path, Shelf())
    assert not (tmp_path / "stories/new").exists()


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "", "a\\b", "a\nb"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError), SiteFiles(tmp_path / "site") as out:
        out.write(path, "x")


def test_a_manifest_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.write_text("x")
    site = build(tmp_path / "site", Shelf())
    with (site / ".newsloom-files").open("a") as manifest:
        manifest.write(f"../precious\n{outside}\n")
    build(site, Shelf())
    assert outside.exists()


def test_older_and_newer_pages_of_a_long_list() -> None:
    pages = dict(list_pages(2 * ROWS_A_PAGE + 1))
    assert list(pages) == ["index.html", "older/2/index.html", "older/3/index.html"]
    assert pages["index.html"].older == "older/2/index.html"
    assert pages["older/3/index.html"].newer == "../../older/2/index.html" and not pages["older/3/index.html"].older
    assert pages["older/2/index.html"].newer == "../../index.html"
