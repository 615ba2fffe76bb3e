from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.affair import ARTICLES, COURIER, EARLIER, HOSTILE, PAGE, POST, WIRE, plain, report, said
from tests.unit.pages.page_reports import report_of

from newsloom.pages.shown import bracketed, cited_by, is_earlier, pieces_of, text_of, words_in
from newsloom.records import CitedSentence, Insert, Words

NOTHING: dict[str, object] = {}


def test_an_insertion_of_ours_parts_no_citation() -> None:
    report = report_of("He spoke on Tuesday about the lock.")
    article = report.article
    day = article.words(12, 19)
    sentence = CitedSentence((article.words(0, 19), Insert("8 June 2021", (day,)), article.words(19, 35)))
    articles = {article.id: article}
    assert [words.text for words in cited_by(sentence, articles)] == [article.text]
    assert text_of(sentence, articles) == "He spoke on Tuesday [8 June 2021] about the lock."
    assert {piece.span for piece in pieces_of(sentence, articles) if piece.span} == {article.words(0, 35).span}


def shown(*pieces: Words | Insert) -> str:
    return text_of(CitedSentence(pieces), ARTICLES)


def test_an_insertion_stands_in_brackets_with_blanks_only_where_needed() -> None:
    she = said(WIRE, "She")
    assert shown(she, Insert("Ada Norling"), said(WIRE, "said that")) == "She [Ada Norling] said that"
    assert shown(said(WIRE, "Monday"), Insert("28 April"), said(WIRE, ", nine")) == "Monday [28 April], nine"
    assert shown(said(WIRE, "found “"), Insert("or so"), said(WIRE, "no defect")) == "found “[or so] no defect"
    assert shown(Insert("In Halden"), she) == "[In Halden] She"


def test_a_gap_is_shown_and_no_gap_is_not() -> None:
    text = WIRE.text
    assert shown(said(WIRE, "The Halden bridge"), said(WIRE, "on Monday")) == "The Halden bridge … on Monday"
    assert shown(WIRE.words(0, 10), WIRE.words(11, 17)) == text[:17]
    assert shown(WIRE.words(0, 5), WIRE.words(5, 10)) == text[:10]
    assert shown(WIRE.words(11, 17), WIRE.words(0, 10)) == f"{text[11:17]} … {text[:10]}"


def test_neighbouring_paragraphs_become_one_citation() -> None:
    end = COURIER.text.index("books.") + len("books.")
    sentence = CitedSentence((COURIER.words(0, end), COURIER.words(end + 2, end + 24)))
    assert [word.span.end for word in cited_by(sentence, ARTICLES)] == [end + 24]
    assert "\n" not in text_of(sentence, ARTICLES)


def test_without_the_article_or_its_text_nothing_is_joined() -> None:
    sentence = CitedSentence((WIRE.words(0, 10), WIRE.words(11, 17)))
    bare = {row.article.id: row.article for row in PAGE.reports}
    for articles in ({}, bare):
        assert text_of(sentence, articles) == f"{WIRE.text[:10]} … {WIRE.text[11:17]}"


def test_our_own_brackets_cannot_be_closed_from_within() -> None:
    assert bracketed("a] b [c\nd") == "[a) b (c d]"


def test_citations_come_once_own_words_first() -> None:
    wire, post = said(WIRE, "She"), said(POST, "Inspectors")
    sentence = CitedSentence((wire, Insert("x", (post, wire))), (post,))
    assert cited_by(sentence, ARTICLES) == (wire, post)


def test_what_cites_only_earlier_reports_is_marked() -> None:
    assert is_earlier(plain(EARLIER, "She cited cracks."), PAGE)
    assert not is_earlier(plain(EARLIER, "She cited cracks.", said(WIRE, "She")), PAGE)
    assert not is_earlier((), PAGE)


def test_every_section_is_walked() -> None:
    cited = set(words_in(PAGE, ARTICLES))
    for words in (said(COURIER, "A senior inspector"), said(POST, "reporters"), said(WIRE, "Ada Norling")):
        assert words in cited


BODY = "Ab [cd] … e. f,\n\ng “h” i; j … k] l [m n"
ODD = report("z1", "Odd", "x", BODY, HOSTILE.seen_at)
SPANS = st.tuples(st.integers(0, len(BODY) - 1), st.integers(1, 12)).map(
    lambda pair: ODD.words(pair[0], min(len(BODY), pair[0] + pair[1]))
)


@given(st.lists(st.one_of(SPANS, st.text(max_size=6).map(Insert)), min_size=1, max_size=6))
def test_brackets_aside_a_sentence_is_made_of_its_citations(pieces: list[Words | Insert]) -> None:
    if not any(isinstance(piece, Words) for piece in pieces):
        return
    articles = {ODD.id: ODD}
    sentence = CitedSentence(tuple(pieces))
    spans = [" ".join(words.text.split()) for words in cited_by(sentence, articles)]
    for piece in pieces_of(sentence, articles):
        if piece.span:
            assert any(piece.text in span for span in spans)
        else:
            assert piece.gap or re.fullmatch(r" ?\[[^\[\]]*\]", piece.text)


def test_an_outlets_own_brackets_are_told_from_ours() -> None:
    theirs = report("g7", "Halden Eye", "Mayor", "“[They] knew,” the mayor said. A stray ] too.", WIRE.seen_at)
    start, end = 0, theirs.text.index(" A stray")
    text = text_of(CitedSentence((theirs.words(start, end),)), {theirs.id: theirs})
    assert text == "“[They] knew,” the mayor said. [brackets around “They”: the report’s]"
    stray = text_of(CitedSentence((theirs.words(end + 1, len(theirs.text)),)), {theirs.id: theirs})
    assert stray == "A stray ] too. [brackets: the report’s]"
    assert "[brackets" not in shown(said(WIRE, "She"), Insert("Ada Norling"))
