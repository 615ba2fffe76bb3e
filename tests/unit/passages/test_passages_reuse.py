from __future__ import annotations

from tests.unit.passages.passage_reports import article_of, report_of

from newsloom.passages.align import align, common_words, densest, tokenise
from newsloom.passages.reuse import Carrier, find_carriers, keys, match, match_among
from newsloom.passages.split import stop_hashes
from newsloom.records import ArticleId, Range

FIRST = "The harbour board voted on Monday to close the eastern lock for repairs that may last until autumn."
EDITED = "Harbour board members voted Monday to close the eastern lock for repairs which may last until the autumn."
CLAUSE = "Fishermen from three villages heard that it would close the eastern lock for repairs that may last."
OTHER = "The eastern lock was built by the harbour board in a year when repairs to bridges cost the town dearly."


def carrier(text: str, id_: str = "z", at: int = 0) -> Carrier:
    return Carrier(ArticleId(id_), 1, Range(at, at + len(text)), text)


def test_a_verbatim_sentence_matches_whole() -> None:
    report = report_of(article_of(FIRST))
    (found,) = match(report, (carrier(FIRST),))
    assert report.article.text_of(found.left) == FIRST.rstrip(".")
    assert found.shared == 1.0


def test_an_edited_sentence_matches() -> None:
    (found,) = match(report_of(article_of(EDITED)), (carrier(FIRST, at=40),))
    assert 0.6 < found.shared < 1
    assert found.right.start >= 40


def test_a_clause_matches_where_the_sentences_differ() -> None:
    report = report_of(article_of(CLAUSE))
    (found,) = match(report, (carrier(FIRST),))
    assert report.article.text_of(found.left) == "close the eastern lock for repairs that may last"


def test_the_same_subject_in_other_words_is_no_match() -> None:
    assert match(report_of(article_of(OTHER)), (carrier(FIRST),)) == ()


def test_names_alone_are_no_match() -> None:
    left = "North Sea Harbour Board chairman Sam Peter Odell went home early after lunch with friends."
    right = "A tall stranger met North Sea Harbour Board chairman Sam Peter Odell near some old church."
    assert match(report_of(article_of(left)), (carrier(right),)) == ()


def test_a_report_does_not_match_itself() -> None:
    assert match(report_of(article_of(FIRST, "a")), (carrier(FIRST, "a"),)) == ()


def test_keys_are_found_again_in_an_edited_copy() -> None:
    assert set(keys(report_of(article_of(FIRST)))) & set(keys(report_of(article_of(EDITED))))


def test_match_among_finds_each_pair_once() -> None:
    reports = [report_of(article_of(text, id_)) for id_, text in (("a", FIRST), ("b", EDITED), ("c", OTHER))]
    assert [(m.left_id, m.right_id) for m in match_among(reports)] == [("b", "a")]


def test_find_carriers_gives_the_shared_words() -> None:
    text = f"It said: {FIRST}"
    (found,) = find_carriers(EDITED, (carrier(text, at=100),))
    assert found.text == text[found.range.start - 100 : found.range.end - 100]
    assert "close the eastern lock for repairs" in found.text


def test_common_words_are_in_order_on_both_sides() -> None:
    assert common_words("a b c d".split(), "a x c d".split()) == [(0, 0), (2, 2), (3, 3)]


def test_the_densest_stretch_leaves_stray_words_out() -> None:
    pairs = [(0, 0), (9, 9), (10, 10), (11, 11), (30, 12)]
    assert densest(pairs) == [(9, 9), (10, 10), (11, 11)]
    assert densest([]) == []


def test_empty_words_align_with_nothing() -> None:
    nothing = tokenise("", Range(0, 0), stop_hashes("en"))
    assert align(nothing, tokenise(FIRST, Range(0, len(FIRST)), stop_hashes("en"))) is None
