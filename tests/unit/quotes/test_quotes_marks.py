"""Where quoted strings begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsloom.quotes.marks import find_marked
from newsloom.text.sentences import split_paragraphs


def strings(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in find_marked(text, split_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said, "We sail at noon," and left.', ['"We sail at noon,"']),
        ("“We sail,” she said. “At noon.”", ["“We sail,”", "“At noon.”"]),
        ("Er sagte: „Wir segeln“, und ging.", ["„Wir segeln“"]),
        ("Er sagte: »Wir segeln«, und ging.", ["»Wir segeln«"]),
        ("« Nous partons », dit-elle.", ["« Nous partons »"]),
        ("`` We sail,'' she said.", ["`` We sail,''"]),
        ("''We sail,'' she said. ''Soon.''", ["''We sail,''", "''Soon.''"]),
        ("He called it ‘a harbour’s end’ again.", ["‘a harbour’s end’"]),
        ("The sailors' union said 'we are the crews' voice' today.", ["'we are the crews' voice'"]),
        ("It was `a long day' for them.", ["`a long day'"]),
    ],
)
def test_every_kind_of_mark(text: str, expected: list[str]) -> None:
    assert strings(text) == expected


def test_apostrophes_are_no_marks() -> None:
    assert strings("The crews' boats weren't there in the '90s, 'cause it's the captains' way.") == []


def test_a_quote_within_a_quote_belongs_to_the_outer_one() -> None:
    assert strings("\"He told me 'go home' and I did,\" she said.") == ["\"He told me 'go home' and I did,\""]
    assert strings('"The part near "the old pier", they said, is lost," he told us.') == [
        '"The part near "the old pier", they said, is lost,"'
    ]


def test_a_paragraph_without_a_closing_mark_ends_the_string() -> None:
    text = "“We sail at noon.\n\n“We return at dusk.”\n\nNobody answered."
    assert strings(text) == ["“We sail at noon.", "“We return at dusk.”"]
    assert [mark.closed for mark in find_marked(text, split_paragraphs(text))] == [False, True]


def test_a_mark_typed_the_wrong_way_round_still_opens() -> None:
    assert strings("”We sail,” she said.") == ["”We sail,”"]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`s", max_size=200))
def test_strings_lie_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    marks = find_marked(text, split_paragraphs(text))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(left.end <= right.start for left, right in pairwise(marks))
