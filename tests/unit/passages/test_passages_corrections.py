"""Corrections and who still carries the old words; all sentences are invented."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from tests.unit.passages.passage_reports import article_of, report_of

from newsloom.passages.corrections import find_corrections
from newsloom.passages.edits import find_edits
from newsloom.records import Report

OLD = "The ferry sank off Ondrel with 12 people on board, the harbour master said on Monday."
NEW = "The ferry sank off Ondrel with 14 people on board, the harbour master said on Monday."
REST = (
    "Divers searched the wreck through the night with lamps and ropes. Relatives waited in the hall of the fishing"
    " school. The owner of the line did not answer calls."
)


def version(text: str, id_: str = "a", number: int = 1, hour: int = 9, outlet: str = "The Post") -> Report:
    """A version of a report, first published at nine, seen at that hour."""
    article = article_of(text, id_, 1, 9, outlet=outlet)
    seen = article.seen_at + timedelta(hours=hour - 9)
    report = report_of(replace(article, version=number, seen_at=seen))
    return Report(report.article, replace(report.analysis, version=number))


def edits(before: str, after: str, outlet: str = "The Post") -> list[tuple[str, str | None]]:
    old, new = version(before, outlet=outlet), version(after, number=2, hour=12, outlet=outlet)
    return [
        (old.article.text_of(edit.before), new.article.text_of(edit.after) if edit.after else None)
        for edit in find_edits(old, new)
    ]


def test_a_number_that_changes_is_an_edit() -> None:
    assert edits(f"{OLD} {REST}", f"{NEW} {REST}") == [(OLD, NEW)]


def test_a_sentence_that_is_gone_is_withdrawn() -> None:
    assert edits(f"{OLD} {REST}", REST) == [(OLD, None)]


@pytest.mark.parametrize(
    "after",
    [
        OLD.replace(",", ""),
        OLD.replace("said on Monday", "said Monday"),
        OLD.replace("harbour", "harbuor"),
        OLD.replace("with", "witth"),
        OLD.replace("The ferry", "the ferry"),
    ],
)
def test_commas_small_words_and_spelling_are_no_edits_of_substance(after: str) -> None:
    assert edits(f"{OLD} {REST}", f"{after} {REST}") == []


def test_a_denial_is_an_edit_though_it_is_one_small_word() -> None:
    denied = "The owner of the line did answer calls."
    assert edits(f"{OLD} {REST}", f"{OLD} {REST}".replace("did not answer", "did answer"))[0][1] == denied


def test_sentences_moved_split_or_joined_are_no_edits() -> None:
    assert edits(f"{OLD} {REST}", f"{REST} {OLD}") == []
    assert edits(f"{OLD} {REST}", f"{OLD} {REST}".replace("Monday. Divers", "Monday, and divers")) == []
    assert edits(f"{OLD} {REST}".replace("Monday. Divers", "Monday, and divers"), f"{OLD} {REST}") == []


def test_a_text_written_anew_is_no_list_of_edits() -> None:
    assert edits(f"{OLD} {REST}", "Nothing is left of the line but two tickets and a photograph of the old quay.") == []


def test_another_copy_of_an_agencys_text_is_no_edit_of_the_outlet() -> None:
    dateline = "PORT ELLEN (Reuters) - "
    assert edits(f"{dateline}{OLD} {REST}", f"{dateline}{NEW} {REST}") == []
    assert len(edits(f"{dateline}{OLD} {REST}", f"{dateline}{NEW} {REST}", outlet="Reuters")) == 1


def test_a_better_extraction_of_ours_is_no_edit() -> None:
    old, new = version(f"{OLD} {REST}"), version(f"{NEW} {REST}", number=2)
    assert find_edits(old, Report(replace(new.article, ours=True), new.analysis)) == ()


def test_who_still_carries_the_old_words_and_until_when() -> None:
    old, new = version(f"{OLD} {REST}"), version(f"{NEW} {REST}", number=2, hour=12)
    still = version(f"Shops stayed shut. {OLD}", "b")
    was, mended = (
        version(f"{OLD} Bells rang in the town.", "c"),
        version(f"{NEW} Bells rang in the town.", "c", number=2, hour=15),
    )
    never = version(f"{NEW} Flags flew at half mast.", "d")
    found = find_corrections((new, still, mended, never), (old, was))
    theirs, ours = found
    assert (ours.before.text, ours.after and ours.after.text, ours.at) == (OLD, NEW, new.article.seen_at)
    assert [(s.words.span.article_id, s.until) for s in ours.carriers] == [("b", None), ("c", mended.article.seen_at)]
    assert ours.carriers[0].words.text in OLD
    assert [s.words.span.article_id for s in theirs.carriers] == ["a", "b"]


def test_a_withdrawn_sentence_lists_those_who_kept_it() -> None:
    old, new = version(f"{OLD} {REST}"), version(REST, number=2, hour=12)
    (found,) = find_corrections((new, version(f"{OLD} Bells rang.", "b"), version("Bells rang.", "c")), (old,))
    assert (found.kind, found.after) == ("withdrawn", None)
    assert [spread.words.span.article_id for spread in found.carriers] == ["b"]


def test_without_earlier_versions_there_are_no_corrections() -> None:
    assert find_corrections((version(OLD),), ()) == ()
