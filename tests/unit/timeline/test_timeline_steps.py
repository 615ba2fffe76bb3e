"""Status chains: how central events stood, day by day."""

from __future__ import annotations

from tests.unit.timeline.timeline_reports import article, report

from newsloom.records import Report
from newsloom.timeline.standing import find_matters
from newsloom.timeline.status import build_timeline
from newsloom.timeline.steps import build_chains


def told(day: str, text: str, name: str) -> Report:
    return report(article(text, f"{day}T12:00:00+00:00", name=name))


AFFAIR = (
    told("2018-05-10", "The two mayors will hold a regatta in Ostend on 12 June, aides said.", "a"),
    told("2018-05-24", "The mayor cancelled the regatta in Ostend on Thursday, citing anger.", "b"),
    told("2018-05-26", "The Ostend regatta could still take place, the mayor said on Saturday.", "c"),
    told("2018-06-01", "The regatta in Ostend is back on, the mayor said on Friday.", "d"),
)


def summit(*reports: Report) -> tuple[Report, ...]:
    return tuple(
        told(r.article.told_at.date().isoformat(), r.article.text.replace("regatta", "summit"), r.id) for r in reports
    )


def test_a_chain_has_a_step_for_each_turn() -> None:
    (chain,) = build_chains(find_matters(summit(*AFFAIR)))
    assert chain.event.endswith("summit")
    assert [(step.value, step.said) for step in chain.steps] == [
        ("planned", "2018-05-10"),
        ("cancelled", "2018-05-24"),
        ("possible", "2018-05-26"),
        ("back on", "2018-06-01"),
    ]


def test_what_nobody_moved_has_no_chain() -> None:
    assert build_chains(find_matters(summit(AFFAIR[0]))) == ()
    assert build_chains(find_matters(AFFAIR)) == ()  # a noun of no happening


def test_the_turns_stand_in_the_timeline_with_their_own_badge() -> None:
    reports = summit(*AFFAIR)
    matters = find_matters(reports)
    timeline, _ = build_timeline(reports, matters, build_chains(matters), reports[-1].article.seen_at)
    turns = {(entry.date, entry.status) for entry in timeline if entry.turn}
    assert turns >= {("2018-05-24", "cancelled"), ("2018-05-26", "possible"), ("2018-06-01", "back on")}


def test_two_events_of_one_affair_have_a_chain_each() -> None:
    reports = [
        told(day, text, f"{day}-{n}")
        for day, vote, trial in (
            ("2018-05-10", "The council will hold its vote on Monday.", "The trial is set for 12 June, a clerk said."),
            ("2018-05-14", "The council postponed its vote on Monday.", "The trial is set for 12 June, a clerk said."),
            ("2018-05-20", "The council postponed its vote last week.", "The judge cancelled the trial on Sunday."),
        )
        for n, text in enumerate((f"{vote} {trial}", f"{trial} {vote}"))
    ]
    assert {chain.event.split()[-1] for chain in build_chains(find_matters(tuple(reports)))} == {"vote", "trial"}


def test_reports_without_a_date_or_a_text_raise_nothing() -> None:
    odd = [report(article(text, None, name=name)) for name, text in (("p", ""), ("q", "Summit! Summit? “Summit"))]
    matters = find_matters(tuple(odd))
    assert build_chains(matters) == ()
    build_timeline(tuple(odd), matters, (), odd[0].article.seen_at)
