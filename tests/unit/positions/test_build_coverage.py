from __future__ import annotations

import msgspec
from tests.unit.positions.position_reports import people_of, report_of

from newsloom.positions import build_coverage, find_disagreements
from newsloom.records import CitedSentence, Matched, Range, Report

DAM = "The council of the valley approved the new dam by 12 votes on Monday."


def sentence(report: Report, number: int = 0) -> CitedSentence:
    return CitedSentence((report.article.at(report.analysis.sentences[number]),))


def row(statement: CitedSentence, *reports: Report, matches: tuple[Matched, ...] = ()) -> dict[str, str]:
    (only,) = build_coverage(reports, (statement,), (), matches)
    return dict(only.reports)


def test_a_report_says_a_statement_in_its_own_words() -> None:
    one = report_of(DAM, "a", hours=5)
    two = report_of("With 12 votes the valley’s council has approved a new dam.", "b", hours=2)
    three = report_of("The mayor spoke of football and of the weather in the valley.", "c", hours=1)
    assert row(sentence(one), one, two, three) == {"a": "says", "b": "says", "c": "not found"}


def test_another_number_is_another_statement() -> None:
    one = report_of(DAM, "a", hours=5)
    two = report_of("The council of the valley approved the new dam by 9 votes on Monday.", "b", hours=2)
    assert row(sentence(one), one, two)["b"] == "not found"


def test_one_speaker_is_not_yet_one_statement() -> None:
    one = report_of("“We will mend the bridge before winter,” said Ann Lee, the mayor of Riverton.", "a", hours=5)
    two = report_of("“Nobody asked me,” said Ann Lee, the mayor of Riverton.", "b", hours=2)
    assert row(sentence(one), one, two)["b"] == "not found"


def test_a_shared_passage_is_copied_by_the_later_report_alone() -> None:
    one, two = report_of(DAM, "a", hours=5), report_of(DAM, "b", hours=2)
    place = Range(0, len(DAM))
    matches = (Matched(two.id, 1, place, one.id, 1, place, 1.0),)
    assert row(sentence(two), one, two, matches=matches) == {"a": "says", "b": "copied"}


def test_within_one_day_without_times_nobody_copied() -> None:
    one, two = (
        Report(msgspec.structs.replace(r.article, day_only=True), r.analysis)
        for r in (report_of(DAM, "a", hours=5), report_of(DAM, "b", hours=2))
    )
    place = Range(0, len(DAM))
    matches = (Matched(two.id, 1, place, one.id, 1, place, 1.0),)
    assert set(row(sentence(one), one, two, matches=matches).values()) == {"says"}


def test_the_other_side_differs() -> None:
    one = report_of("A fire at the mill killed 3 people, the town said.", "a", hours=5)
    two = report_of("A fire at the mill killed 5 people, the town said.", "b", hours=2)
    disagreements = find_disagreements((one, two), people_of(one, two), {})
    (only,) = build_coverage((one, two), (), disagreements, ())
    assert only.claim.pieces == (two.article.at(two.analysis.sentences[0]),)
    assert dict(only.reports) == {"a": "differs", "b": "says"}


def test_a_disputed_statement_of_the_summary_has_one_row() -> None:
    one = report_of("A fire at the mill killed 3 people, the town said.", "a", hours=5)
    two = report_of("A fire at the mill killed 5 people, the town said.", "b", hours=2)
    disagreements = find_disagreements((one, two), people_of(one, two), {})
    assert len(build_coverage((one, two), (sentence(two),), disagreements, ())) == 1


def test_without_statements_there_are_no_rows() -> None:
    assert build_coverage((report_of(DAM),), (), (), ()) == ()
