from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsloom.text.compare import MOST_WORDS, Run, compare_words, same_words

WORDS = st.lists(st.sampled_from(["the", "eyes", "and", "hope", "hopes", "of", "“The"]), max_size=12).map(" ".join)


def test_word_by_word() -> None:
    assert compare_words("the eyes and hope of it", "The eyes and hopes of it") == (
        Run("kept", "The eyes and"),
        Run("gone", "hope"),
        Run("new", "hopes"),
        Run("kept", "of it"),
    )


def test_punctuation_and_case_are_no_difference() -> None:
    assert same_words("“We go,”", '"we go" -') and not same_words("we go", "we went")


@given(WORDS, WORDS)
def test_both_strings_can_be_read_off(before: str, after: str) -> None:
    runs = compare_words(before, after)
    assert " ".join(run.text for run in runs if run.kind != "gone") == after
    gone_and_kept = " ".join(run.text for run in runs if run.kind != "new")
    assert same_words(gone_and_kept, before)


def test_very_long_strings_are_compared_as_wholes() -> None:
    before, after = "a " * (MOST_WORDS + 1), "b " * (MOST_WORDS + 1)
    assert [run.kind for run in compare_words(before, after)] == ["gone", "new"]
