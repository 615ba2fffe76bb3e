from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsloom.pages.links import Links, anchor, fragment, outside, safe_part, slug
from newsloom.records import ArticleId, Span


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//a.example/x", "file:///etc/passwd", "",
     "https://", "http://[::1", " javascript:alert(1)", "urn:newsloom:a:1"],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str) -> None:
    assert outside(url) == "" and fragment(url, "words") == ""


def test_web_addresses_stay_as_they_are() -> None:
    assert outside("HTTPS://a.example/x?y=1#z") == "HTTPS://a.example/x?y=1#z"


def test_a_fragment_names_the_passage() -> None:
    assert fragment("https://a.example/x#top", "He spoke, - & left") == (
        "https://a.example/x#:~:text=He%20spoke%2C%20%2D%20%26%20left"
    )
    long = " ".join(f"w{n}" for n in range(30))
    assert fragment("https://a.example/", long).endswith("text=w0%20w1%20w2%20w3%20w4,w25%20w26%20w27%20w28%20w29")


def test_pages_are_relative_and_name_their_file_where_there_is_no_server() -> None:
    span = Span(ArticleId("a1"), 2, "headline", 3, 9)
    assert Links("../../").passage(span) == "../../reports/a1/2/index.html#h3-9"
    assert Links("../", "").page("stories", "a1") == "../stories/a1/"
    assert (Links("").home, Links("", "").home, Links("../", "").home) == ("index.html", "./", "../")
    assert anchor(Span(ArticleId("a"), 1, "text", 0, 4)) == "s0-4"


@given(st.text())
def test_no_part_of_a_path_leaves_its_folder(part: str) -> None:
    safe = safe_part(part.encode("utf-8", "replace").decode())
    assert safe and "/" not in safe and safe.strip(".")
    assert "\\" not in safe and "\n" not in unquote(safe).replace("\n", "") and safe.isascii()


def test_a_name_makes_one_step_of_an_address() -> None:
    assert slug("The Café Post") == slug("the cafe   POST!") == "the-cafe-post"
    assert slug("新华") != slug("人民") and slug("新华").isascii()
    assert slug("../..").isascii() and "/" not in slug("../..") and slug("") != ""
