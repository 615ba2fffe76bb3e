from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.passages.passage_reports import article_of

from newsloom.passages.split import find_boilerplate, glued_links, split_passages, split_sentences, without_links

NEWS = "The harbour board voted to close the eastern lock for repairs."


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Story Continued Below",
        "Read more: Lock keepers ask for better pay",
        "Related:",
        "Sign up for our daily harbour briefing",
        "Get the Gazette stories you care about delivered to your inbox.",
        "Copyright © 2021 The Gazette. All rights reserved.",
        "Enlarge this image toggle caption Ann Lee/Getty Images Ann Lee/Getty Images",
        "Ships wait at the eastern lock. (Photo: Ann Lee, Gazette)",
        "Follow Ann Lee on Twitter @annlee",
        "The Gazette's Tom Ray contributed to this report.",
        "Updated at 8:15 p.m. ET",
        "By Ann Lee",
        "More:Ferry fares rise again in spring",
        "CLOSE Ships wait at the eastern lock while keepers strike. Ann Lee",
    ],
)
def test_a_line_of_furniture_is_no_part_of_the_report(line: str) -> None:
    article = article_of(f"{NEWS}\n\n{line}\n\nShips must wait until June.")
    assert [article.text_of(place) for place in find_boilerplate(article)] == [line]
    assert [article.text_of(place) for place in split_sentences(article)] == [NEWS, "Ships must wait until June."]


@pytest.mark.parametrize(
    "line",
    [
        "Related cases were heard in March, the board said.",
        "By Friday the eastern lock had been closed, the harbour board said in a statement.",
        "The photo showed three ships at anchor, an official said.",
        "Share prices of the ferry company fell by a tenth.",
        "Close to the eastern lock stands an old inn.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_kept(line: str) -> None:
    assert find_boilerplate(article_of(f"{NEWS}\n\n{line}")) == ()


def test_a_headline_printed_again_above_the_text_is_left_out() -> None:
    article = article_of(f"Lock to close for repairs\n\n{NEWS}", headline="Lock to Close for Repairs")
    assert [article.text_of(place) for place in split_sentences(article)] == [NEWS]


def test_links_glued_behind_a_name_are_cut_out_of_the_sentence() -> None:
    text = "Board chairman Sam Odell Samuel Peter OdellFerry fares to rise Lock keepers strike MORE said he would go."
    article = article_of(text)
    (cut,) = find_boilerplate(article)
    assert article.text_of(cut) == "Samuel Peter OdellFerry fares to rise Lock keepers strike MORE"
    (sentence,) = split_sentences(article)
    assert article.text_of(sentence) == text


def test_a_name_with_an_inner_capital_is_no_joint() -> None:
    text = "said Ann MacAllen Ann Maria MacAllenSenate votes late MORE on Monday"
    (cut,) = glued_links(text, 0, len(text), "MORE")
    assert text[cut.start : cut.end] == "Ann Maria MacAllenSenate votes late MORE"


def test_without_links_keeps_places() -> None:
    text = "said Ann Lee Ann Maria LeeSenate votes late MORE on Monday"
    blanked = without_links(text, "en")
    assert len(blanked) == len(text)
    assert blanked.split() == ["said", "Ann", "Lee", "on", "Monday"]


def test_a_short_sentence_is_no_passage() -> None:
    article = article_of(f"He said no. {NEWS}")
    (passage,) = split_passages(article, split_sentences(article))
    assert article.text_of(passage.range) == NEWS
    assert all(0 <= value < 2**63 for value in passage.fingerprints)


@given(st.text(max_size=400))
def test_every_range_lies_in_the_text(text: str) -> None:
    article = article_of(text)
    boilerplate = find_boilerplate(article)
    places = [*boilerplate, *split_sentences(article, boilerplate)]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert all(left.end <= right.start for left, right in pairwise(boilerplate))
