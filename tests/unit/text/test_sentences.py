"""Sentences: a title before a name ends none."""

from __future__ import annotations

from newsloom.text.sentences import split_sentences


def shown(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


def test_a_title_before_a_name_ends_no_sentence() -> None:
    text = "They met Ms. Lee at noon. Ms. Lee left. Mr. Rao and Atty. Dunn stayed."
    assert shown(text) == ["They met Ms. Lee at noon.", "Ms. Lee left.", "Mr. Rao and Atty. Dunn stayed."]


def test_a_word_that_ends_like_a_title_ends_its_sentence() -> None:
    assert shown("He sold the farms. Lee left.") == ["He sold the farms.", "Lee left."]


def test_a_title_at_the_end_of_a_paragraph_stays_there() -> None:
    assert shown("Signed by Ms.\n\nLee left.") == ["Signed by Ms.", "Lee left."]
