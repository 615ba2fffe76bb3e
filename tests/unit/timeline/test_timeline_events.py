"""Sentences that tell of a happening: its status, its day, and what is left out."""

from __future__ import annotations

import pytest
from tests.unit.timeline.timeline_reports import article, report, sentences

from newsloom.records import Event, Quote, Range
from newsloom.timeline.dates import find_dates
from newsloom.timeline.events import find_events

FILLER = "The town lies on the river. " * 6  # beyond a report's opening


def events(text: str) -> list[tuple[str, str]]:
    return [(event.status, event.when) for event in report(article(text)).analysis.events]


@pytest.mark.parametrize(
    ("sentence", "status", "when"),
    [
        ("The harbour council voted for the bridge on Thursday.", "happened", "2018-05-31"),
        ("The vote on the bridge was postponed on Thursday.", "postponed", "2018-05-31"),
        ("The mayor cancelled the meeting on Thursday.", "cancelled", "2018-05-31"),
        ("The mayor called off the meeting on Thursday.", "cancelled", "2018-05-31"),
        ("The mayor said on Thursday that the summit is back on.", "back on", "2018-05-31"),
        ("The summit in Ostend was in doubt on Thursday.", "doubted", "2018-05-31"),
        ("The union threatened a strike on Thursday evening.", "threatened", "2018-05-31"),
        ("The minister denied the charge against him on Thursday.", "denied", "2018-05-31"),
        ("The two mayors will meet in Ostend on 12 June.", "planned", "2018-06-12"),
        ("The trial of the banker began on Thursday.", "under way", "2018-05-31"),
        ("The meeting has not been cancelled, he said on Thursday.", "planned", "2018-05-31"),
        ("The summit could be canceled, aides said on Thursday.", "threatened", "2018-05-31"),
    ],
)
def test_status_and_day(sentence: str, status: str, when: str) -> None:
    assert (status, when) in events(FILLER + sentence)


def test_told_one_day_and_set_for_another_are_two_events() -> None:
    found = events(FILLER + "The chairman said on Tuesday that the vote will take place on 12 June.")
    assert found == [("planned", "2018-05-29"), ("planned", "2018-06-12")]


def test_what_lies_ahead_has_not_happened() -> None:
    assert events("The leaders meet in Ostend on 12 June to sign the treaty.") == [("planned", "2018-06-12")]


def test_the_opening_tells_of_the_day_of_the_report() -> None:
    (event,) = report(article("The council approved the bridge after a long debate.")).analysis.events
    assert (event.when, event.dated_by) == ("2018-06-01", None)


def test_a_sentence_that_goes_on_has_the_day_above_it() -> None:
    text = FILLER + "The train left the rails on Tuesday. It struck a wall near the old station."
    found = report(article(text)).analysis.events
    assert [event.when for event in found] == ["2018-05-29", "2018-05-29"]
    assert found[1].dated_by == found[0].dated_by


def test_a_sentence_of_background_has_no_day_of_the_one_above() -> None:
    assert events(FILLER + "The train left the rails on Tuesday. It had struck a wall near the old station.") == [
        ("happened", "2018-05-29")
    ]


def test_a_list_of_days_tells_of_none() -> None:
    assert events(FILLER + "Deaths: 3 May, 4 May, 7 May, 9 May, 12 May, 13 May in the town.") == []


def test_words_that_tell_happenings_apart() -> None:
    (event,) = report(article("The committee postponed its vote on the judge on Thursday.")).analysis.events
    assert event.what[0] == "vote" and "committe" in event.what and "thursday" not in event.what


def test_a_sentence_inside_a_quotation_is_no_event() -> None:
    one = article("“We met them on Thursday and they agreed to it all.”")
    parts = sentences(one)
    quote = Quote(range=Range(0, len(one.text)), kind="direct")
    assert find_events(one, parts, find_dates(one, parts), (), (quote,)) == ()


def test_cues_stand_in_their_sentence() -> None:
    one = report(article(FILLER + "The vote on the bridge was postponed on Thursday."))
    (event,) = one.analysis.events
    assert event.cue is not None and one.article.text_of(event.cue) == "postponed"


def test_no_language_no_events() -> None:
    one = article("Der Rat stimmte am Freitag ab.", language="xx")
    empty: tuple[Event, ...] = ()
    assert find_events(one, sentences(one), (), (), ()) == empty


def test_an_opening_without_a_day_is_not_of_today_where_it_tells_of_yesterday() -> None:
    text = "The mayor opened the new ferry pier. The crews cheered her at the pier on Thursday."
    whens = [event.when for event in report(article(text)).analysis.events if event.dated_by is None]
    assert whens == []
    (first, *_) = report(article("The mayor opened the new ferry pier. Crews cheered.")).analysis.events
    assert first.when == "2018-06-01"
