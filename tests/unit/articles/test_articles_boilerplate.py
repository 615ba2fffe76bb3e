import pytest

from newsloom.articles.body import Block
from newsloom.articles.boilerplate import part_boilerplate

REPORT = tuple(
    Block("paragraph", f"The {word} vote went to the board, which met in the old town hall.") for word in "abc"
)


def reasons(*blocks: Block, headline: str = "Quay shut for two years", byline: tuple[str, ...] = ()) -> list[str]:
    return [line.reason for line in part_boilerplate(blocks, headline, byline, ("The Echo",))[1]]


def line(text: str) -> Block:
    return Block("paragraph", text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Share on Facebook", "share bar"),
        ("Facebook Twitter WhatsApp Email", "share bar"),
        ("Subscribe to our weekly newsletter", "newsletter"),
        ("Related news", "related"),
        ("Read more: The quay in pictures", "related"),
        ("À lire aussi", "related"),
        ("- Advertisement -", "advertisement"),
        ("Story continues below", "advertisement"),
        ("© 2018 The Echo", "copyright"),
        ("Copyright 2018 The Echo. All rights reserved.", "copyright"),
        ("This material may not be published, broadcast, rewritten or redistributed.", "copyright"),
        ("Please enable JavaScript to view this page.", "page furniture"),
        ("(ann@echo.example)", "contact"),
        ("***", "no words"),
    ],
)
def test_furniture_is_dropped_with_its_reason(text: str, reason: str) -> None:
    kept, dropped = part_boilerplate((*REPORT, line(text), line("The board meets again in June.")), "H")
    assert [dropped_line.reason for dropped_line in dropped] == [reason]
    assert len(kept) == len(REPORT) + 1


@pytest.mark.parametrize(
    "text",
    [
        "Share prices fell on Monday after the news.",
        "Subscribe, she told her followers, or the paper dies.",
        "Related companies are exempt from the tax.",
        "Copyright law is at the heart of the dispute.",
        "“No comment,” he said.",
        "1. Facebook",
        "More from the budget goes to schools than ever.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(text: str) -> None:
    assert reasons(*REPORT, line(text), line("The board meets again in June.")) == []


def test_headlines_below_related_go_up_to_the_next_sentence() -> None:
    kept, dropped = part_boilerplate(
        (
            *REPORT,
            line("Related news"),
            Block("item", "Ten quays to see"),
            line("Quay reopened"),
            line("The vote stands."),
        ),
        "H",
    )
    assert [block.text for block in kept[len(REPORT) :]] == ["The vote stands."]
    assert [line_.reason for line_ in dropped] == ["related"] * 3


def test_what_readers_say_is_no_report() -> None:
    assert (
        reasons(*REPORT, line("Comments (2)"), line("Saw this coming a mile off, and so did you.")) == ["comments"] * 2
    )


def test_a_server_error_is_cut_out_of_a_paragraph() -> None:
    kept, dropped = part_boilerplate(
        [line("The vote stands. [an error occurred while processing this directive] It was close.")], "H"
    )
    assert kept[0].text == "The vote stands. It was close."
    assert dropped[0].reason == "server error"


def test_opening_lines_that_are_no_report() -> None:
    opening = (line("World"), line("By Jane Doe Published : May 16, 2018 - 13:20"), line("QUAY SHUT FOR TWO YEARS"))
    assert reasons(*opening, *REPORT, byline=("Jane Doe",)) == ["section label", "byline", "headline repeated"]


def test_a_paragraph_that_stands_twice_stands_once() -> None:
    kept, dropped = part_boilerplate((*REPORT, REPORT[0]), "H")
    assert kept == REPORT and dropped[0].reason == "repeated"
