"""The tagger's runtime: tokens, tags, word pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsloom.text.gazetteer import fold, gazetteer
from newsloom.text.tagger import Name, load_tagger, may_hold_a_name, names_of, tokenise
from newsloom.text.tagger_crf import features
from newsloom.text.wordpiece import WordPiece, case_of, encode

PIECES = WordPiece(["[CLS]", "[SEP]", "[UNK]", "al", "-", "qa", "##id", "##a", "the", "o", "'", "ne", "##il"])


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Gen. Kim's U.S. aide", ["Gen.", "Kim", "'s", "U.S.", "aide"]),
        ("Moon Jae-in’s plan", ["Moon", "Jae-in", "’s", "plan"]),
        ("J. Edgar O'Neil, 59.", ["J.", "Edgar", "O'Neil", ",", "59", "."]),
        ("(AP)—AT&T", ["(", "AP", ")", "—", "AT&T"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [text[start:end] for start, end in tokenise(text)] == tokens


@given(st.text(max_size=200))
def test_tokens_cover_all_but_blanks_and_never_overlap(text: str) -> None:
    at = 0
    for start, end in tokenise(text):
        assert not text[at:start].strip()
        assert start < end
        at = end
    assert not text[at:].strip()


def test_an_inside_tag_without_its_beginning_begins_a_name() -> None:
    tokens = [(0, 3), (4, 7), (8, 11), (12, 15)]
    assert names_of(tokens, ["I-PER", "I-PER", "B-PER", "I-ORG"]) == (
        Name(0, 7, "person"),
        Name(8, 11, "person"),
        Name(12, 15, "organisation"),
    )


def test_sentences_that_hold_no_name_are_not_read() -> None:
    assert not may_hold_a_name("They said I was right.")
    assert may_hold_a_name("Mistral said so.")
    assert may_hold_a_name("Le maire de Évry parle.")


def test_word_pieces_are_the_longest_from_the_left() -> None:
    assert PIECES.cut("al-Qaida") == [3, 4, 5, 6, 7]
    assert PIECES.cut("O’Neil") == [9, 10, 11, 12]
    assert PIECES.cut("zzz") == [PIECES.unknown]


def test_encoding_tells_where_words_begin_and_how_they_are_written() -> None:
    pieces, cases, firsts = encode(PIECES, ["The", "al-Qaida", "QA"], 20)
    assert pieces == [0, 8, 3, 4, 5, 6, 7, 5, 1]
    assert cases == [0, 2, 4, 4, 4, 4, 4, 3, 0]
    assert firsts == [1, 2, 7]
    assert encode(PIECES, ["The", "al-Qaida"], 5)[2] == [1]


@pytest.mark.parametrize(("word", "case"), [("the", 1), ("The", 2), ("THE", 3), ("iPod", 4), ("5", 5), ("I", 2)])
def test_cases(word: str, case: int) -> None:
    assert case_of(word) == case


def test_places_of_several_words_are_looked_up_as_one() -> None:
    rows = features(["North", "Korea", "left"])
    assert "countryB" in rows[0]
    assert "countryI" in rows[1]
    assert not any(feature.startswith("country") for feature in rows[2])


def test_tables_are_folded() -> None:
    table = gazetteer()
    assert fold("Şahin’s") == "sahin's"
    assert table.countries["u.s."] == table.countries["united states"] == "US"
    assert table.surnames["moon"]
    assert table.forenames["angela"] == "f"


@pytest.mark.parametrize("light", [True, False])
def test_a_reports_names_do_not_depend_on_other_sentences(light: bool) -> None:
    tagger = load_tagger(light)
    sentence = "Angela Merkel and Barack Obama met in Berlin."
    alone = tagger.tag([sentence])[0]
    among = tagger.tag(["The NATO summit in Brussels ended on Friday.", sentence, "Nobody left."])[1]
    assert alone == among
    assert [name.kind for name in alone] == ["person", "person", "place"]


@pytest.mark.parametrize("light", [True, False])
@pytest.mark.parametrize("text", ["", " ", "X" * 5_000, "A " * 3_000, "\u200bKim\u200b", "🙂 Kim 🙂", "٣ ½ Ⅷ Kim"])
def test_odd_sentences_are_tagged_within_their_bounds(light: bool, text: str) -> None:
    (names,) = load_tagger(light).tag([text])
    assert all(0 <= name.start < name.end <= len(text) for name in names)
