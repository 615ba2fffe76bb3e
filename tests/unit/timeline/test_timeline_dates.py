"""Calendar expressions: which words are dates, and what they mean where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.timeline.timeline_reports import article, dated, sentences

from newsloom.timeline.dates import find_dates
from newsloom.timeline.expressions import grammar_of

FRIDAY = "2018-06-01T12:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They signed it on 3 March 2015 in Oslo.", "3 March 2015", "2015-03-03"),
        ("They signed it on March 3rd, 2015.", "March 3rd, 2015", "2015-03-03"),
        ("They signed it on the third of March 2015.", "the third of March 2015", "2015-03-03"),
        ("The bridge opened in early May 2016.", "early May 2016", "2016-05"),
        ("The mill burned down in 1987.", "1987", "1987"),
        ("It was built in the late 1950s.", "the late 1950s", "195"),
        ("It was built in the 18th century.", "the 18th century", "17"),
        ("Sales fell in the third quarter of 2017.", "the third quarter of 2017", "2017-Q3"),
        ("It rained all through the summer of 2014.", "the summer of 2014", "2014-SU"),
        ("The council voted on Friday.", "Friday", "2018-06-01"),
        ("The council voted on Thursday.", "Thursday", "2018-05-31"),
        ("The council will vote on Thursday.", "Thursday", "2018-06-07"),
        ("The council must decide by Monday.", "Monday", "2018-06-04"),
        ("The council voted last Friday.", "last Friday", "2018-05-25"),
        ("She arrived yesterday.", "yesterday", "2018-05-31"),
        ("She arrives tomorrow morning.", "tomorrow morning", "2018-06-02TMO"),
        ("The council met last week.", "last week", "2018-W21"),
        ("The council meets next month.", "next month", "2018-07"),
        ("It was closed late last month.", "late last month", "2018-05"),
        ("He left two years ago.", "two years ago", "2016"),
        ("He left ten days ago.", "ten days ago", "2018-05-22"),
        ("The port opened in September.", "September", "2017-09"),
        ("The port will open in September.", "September", "2018-09"),
        ("It starts at 7:30 p.m. on 12 June.", "12 June", "2018-06-12"),
        ("It starts at 7:30 p.m. Friday.", "7:30 p.m. Friday", "2018-06-01T19:30"),
        ("The strike lasted three weeks.", "three weeks", "P3W"),
        ("The strike lasted several days.", "several days", "PXD"),
        ("The board meets every month.", "every month", "P1M"),
        ("He has fallen ill recently.", "recently", "PAST_REF"),
    ],
)
def test_words_and_values(text: str, words: str, value: str) -> None:
    assert (words, value) in dated(article(text, FRIDAY))


@pytest.mark.parametrize(
    "text",
    [
        "May said that she would not resign.",
        "They may march through the town.",
        "About 1,500 people and 2000 troops came.",
        "It cost $1990 and weighed 3.14 pounds.",
        "He finished the second of his books.",
        "Copyright 2018 The Harbour Post. All rights reserved.",
    ],
)
def test_words_that_are_no_dates(text: str) -> None:
    assert dated(article(text, FRIDAY)) == []


def test_a_day_that_no_calendar_has_is_typed_and_has_no_value() -> None:
    assert dated(article("It happened on 31 February 2018.")) == [("31 February 2018", "")]


def test_without_a_day_of_its_own_a_report_guesses_nothing() -> None:
    assert dated(article("The council voted on Friday, 3 days before 12 May.", None))[0] == ("Friday", "")
    assert ("12 May", "XXXX-05-12") in dated(article("The council voted on 12 May.", None))


def test_a_dateline_is_the_day_of_the_report() -> None:
    text = "SEOUL, May 31 (Wire) - Envoys met on Wednesday. They talk again tomorrow."
    assert dated(article(text, "2018-06-02T03:00:00+00:00"))[1:] == [
        ("Wednesday", "2018-05-30"),
        ("tomorrow", "2018-06-01"),
    ]


def test_the_outlets_own_zone_gives_the_day() -> None:
    assert dated(article("They met today.", "2018-05-31T20:30:00-07:00")) == [("today", "2018-05-31")]


def test_later_dates_lean_on_earlier_ones() -> None:
    text = "The treaty was signed on 4 May 1996. The next day it was printed, and two weeks later it was void."
    assert [value for _, value in dated(article(text))] == ["1996-05-04", "1996-05-05", "1996-W20"]


def test_a_paragraph_about_a_past_year_goes_on_in_it() -> None:
    assert dated(article("The mine opened on 2 May 1971. It flooded on 9 June."))[1] == ("9 June", "1971-06-09")


def test_a_history_is_reckoned_from_its_own_dates() -> None:
    text = "War came in 1701. Peace came in 1703. In 1705 it broke. In 1706 they met in March, and in May they left."
    values = [value for _, value in dated(article(text))]
    assert values == ["1701", "1703", "1705", "1706", "1706-03", "1706-05"]


def test_days_of_a_range_are_two() -> None:
    assert dated(article("The fair runs from 12 to 14 August 2019.")) == [
        ("12", "2019-08-12"),
        ("14 August 2019", "2019-08-14"),
    ]


def test_a_yearless_day_far_back_is_the_near_one_ahead() -> None:
    assert dated(article("The raised dividend was payable 2 July."))[0][1] == "2018-07-02"


def test_dates_of_the_headline_have_its_part() -> None:
    one = article("Nothing here.", headline="Mayor to resign June 12")
    (timex,) = find_dates(one, sentences(one))
    assert (timex.range.part, one.text_of(timex.range), timex.value) == ("headline", "June 12", "2018-06-12")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Il est arrivé le 12 juin 2018.", "le 12 juin 2018", "2018-06-12"),
        ("Le 1er mai, ils ont défilé.", "Le 1er mai", "2018-05-01"),
        ("Ils se sont vus jeudi.", "jeudi", "2018-05-31"),
        ("Le conseil se réunira jeudi prochain.", "jeudi prochain", "2018-06-07"),
        ("Il est parti il y a deux ans.", "il y a deux ans", "2016"),
        ("La semaine dernière, il a plu.", "La semaine dernière", "2018-W21"),
        ("Elle a chanté hier soir.", "hier soir", "2018-05-31TEV"),
        ("La grève a duré trois jours.", "trois jours", "P3D"),
    ],
)
def test_french(text: str, words: str, value: str) -> None:
    assert (words, value) in dated(article(text, FRIDAY, language="fr"))


def test_a_language_without_a_calendar_has_no_dates() -> None:
    assert dated(article("Am 3. März 2015.", language="xx")) == []


CALENDAR = grammar_of("en")
assert CALENDAR is not None
POOL = [*CALENDAR.calendar.months, *CALENDAR.calendar.units, *CALENDAR.calendar.days, *CALENDAR.calendar.weekdays]
POOL += [
    "the",
    "last",
    "next",
    "of",
    "ago",
    "later",
    "0",
    "31",
    "2018",
    "9999",
    "1990s",
    "'99",
    "BC",
    "10 p.m.",
    "-",
    "24:00",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(POOL), st.sampled_from(POOL).map(str.title), st.text(max_size=4)), max_size=25),
    st.sampled_from([None, "0001-01-01T00:00:00+00:00", "9999-12-31T23:00:00+00:00", FRIDAY]),
)
def test_ranges_are_in_order_and_nothing_raises(words: list[str], published: str | None) -> None:
    one = article(" ".join(words), published)
    end = 0
    for timex in find_dates(one, sentences(one)):
        assert end <= timex.range.start < timex.range.end <= len(one.text)
        end = timex.range.end


def test_news_with_some_past_years_is_no_history() -> None:
    text = (
        "The envoy arrives this week, aides said on Wednesday. Talks failed in 1994, in 2000 and in May 2006, and a"
        " test in March 2009 ended them. The two met last week, and they meet again next month."
    )
    values = dict(dated(article(text, "2018-05-30T12:00:00+00:00")))
    assert values["this week"] == "2018-W22" and values["Wednesday"] == "2018-05-30"
    assert values["last week"] == "2018-W21" and values["next month"] == "2018-06"


def test_an_hour_keeps_the_day_behind_its_full_stop() -> None:
    assert dated(article("The hall opens at 10 p.m. Thursday, guards said."))[0] == (
        "10 p.m. Thursday",
        "2018-05-31T22:00",
    )


@pytest.mark.parametrize(
    ("text", "published", "words", "value"),
    [
        ("She issued a statement on Saturday, local time.", FRIDAY, "Saturday", "2018-06-02"),
        ("She will speak on Saturday, local time.", FRIDAY, "Saturday", "2018-06-02"),
        ("The council will vote this week.", "2018-06-03T12:00:00+00:00", "this week", "2018-W23"),
        ("The council voted this week.", "2018-06-03T12:00:00+00:00", "this week", "2018-W22"),
        ("An interview to be aired on Sunday was taped.", FRIDAY, "Sunday", "2018-06-03"),
        ("With votes filling the weeks through August, the race has started.", FRIDAY, "August", "2018-08"),
        ("They were chosen to advance to the November vote.", FRIDAY, "November", "2018-11"),
        ("He beat rivals, setting up races in November that will test them.", FRIDAY, "November", "2018-11"),
        ("In this June 18, 2017, file photo, he smiled.", FRIDAY, "this June 18, 2017", "2017-06-18"),
        ("It recalled the tension in August, when shots were fired.", "2018-06-10T12:00:00+00:00", "August", "2017-08"),
    ],
)
def test_clocks_elsewhere_and_weeks_that_begin(text: str, published: str, words: str, value: str) -> None:
    assert dict(dated(article(text, published)))[words] == value


def test_the_past_week_is_no_week_of_the_calendar() -> None:
    one = article("They spent the past week in Oslo.", FRIDAY)
    assert [timex.sure for timex in find_dates(one, sentences(one))] == [False]


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("The clerk filed a motion for a debate on Friday and a vote as early as Saturday.", "20", "2018-06-22"),
        ("The clerk filed a motion on Friday and said that a vote may come as early as Saturday.", "20", "2018-06-15"),
        ("The crews met this weekend.", "25", "2018-W25-WE"),
        ("The crews will meet this weekend.", "25", "2018-W26-WE"),
        ("The crews met this weekend.", "23", "2018-W25-WE"),
    ],
)
def test_tense_and_the_other_day_of_a_sentence_say_which_is_meant(text: str, day: str, value: str) -> None:
    assert dated(article(text, f"2018-06-{day}T12:00:00+00:00"))[0][1] == value


def test_last_week_told_at_a_weekend_is_not_sure() -> None:
    for day, sure in (("22", True), ("23", False), ("24", False)):
        one = article("The crews met last week.", f"2018-06-{day}T12:00:00+00:00")
        assert [timex.sure for timex in find_dates(one, sentences(one))] == [sure]


@pytest.mark.parametrize(
    "text",
    [
        "The backlash at the port continues to this day.",
        "On Monday the mayor spoke, the day after the storm.",
        "“I am here today because I must,” she said.",
        'She said, "It was two days ago," and left.',
        "The nature of today's politics is harsh.",
        "The clerk threatened to go into the weekend if needed.",
    ],
)
def test_a_day_that_is_not_the_reports_own_is_not_sure(text: str) -> None:
    one = article(text, "2018-06-21T12:00:00+00:00")
    assert not find_dates(one, sentences(one))[-1].sure


def test_a_newspapers_name_is_no_day() -> None:
    assert dated(article("The clerk told USA TODAY that the pier is safe.")) == []
    assert dated(article("Today the council met.")) == [("Today", "2018-06-01")]
