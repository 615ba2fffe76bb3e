from __future__ import annotations

from datetime import timedelta

import msgspec
from tests.unit.positions.position_reports import NOW, people_of, report_of

from newsloom.positions import build_coverage, find_disagreements, never_read
from newsloom.records import CitedSentence, LastRead, Matched, Range, Report, SourceId

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


def collected_row(read_hours: float | None, source: str = "feed") -> str:
    """What is said of a report from a source last read that many hours before NOW, on a statement three hours old."""
    one = report_of(DAM, "a", hours=3)
    two = report_of("The mayor spoke of football and of the weather in the valley.", "b", hours=9)
    two = Report(msgspec.structs.replace(two.article, source_id=SourceId(source)), two.analysis)
    read_at = None if read_hours is None else NOW - timedelta(hours=read_hours)
    sources = (LastRead(SourceId("feed"), "The feed", read_at),)
    (only,) = build_coverage((one, two), (sentence(one),), (), (), sources)
    return dict(only.reports)[two.id]


def test_what_was_not_read_is_not_silent() -> None:
    assert collected_row(read_hours=8) == "not collected"
    assert collected_row(read_hours=None) == "not collected"
    assert collected_row(read_hours=2) == "not found"
    assert collected_row(read_hours=3.5) == "not found"  # read shortly before: in its hours


def test_nobody_set_out_to_collect_an_outlet_without_a_source() -> None:
    assert collected_row(read_hours=8, source="") == "not found"


def test_sources_visited_in_vain_in_the_hours_of_a_story_are_named() -> None:
    reports = (report_of(DAM, "a", hours=3), report_of(DAM, "b", hours=1))
    at = {hours: NOW - timedelta(hours=hours) for hours in (0, 2, 6, 40)}
    sources = (
        LastRead(SourceId("1"), "Broken", at[40], at[2]),
        LastRead(SourceId("2"), "Never read", None, at[6]),
        LastRead(SourceId("3"), "Read", at[2]),
        LastRead(SourceId("4"), "Not visited", at[40]),
    )
    assert never_read(reports, sources) == ("Broken", "Never read")
