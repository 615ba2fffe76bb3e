"""The timeline of several reports, what comes next, and how the central event stands."""

from __future__ import annotations

from tests.unit.timeline.timeline_reports import article, report

from newsloom.records import CitedSentence, Insert, Range, Report, Status, TimelineEntry, Words
from newsloom.timeline.entries import cite
from newsloom.timeline.mentions import find_mentions
from newsloom.timeline.standing import find_matters, find_standing
from newsloom.timeline.status import build_timeline
from newsloom.timeline.steps import build_chains


def at(day: str, hour: int = 12) -> str:
    return f"{day}T{hour:02}:00:00+00:00"


def built(*reports: Report) -> tuple[tuple[TimelineEntry, ...], tuple[TimelineEntry, ...]]:
    matters = find_matters(reports)
    as_of = max(one.article.seen_at for one in reports)
    return build_timeline(reports, matters, build_chains(matters), as_of)


def shown(sentence: CitedSentence) -> str:
    return "|".join(piece.text if isinstance(piece, Words) else f"[{piece.text}]" for piece in sentence.pieces)


def standing(*reports: Report) -> Status | None:
    found = find_standing(find_matters(reports))
    return found.value if found else None


PLAN = report(
    article("The two mayors will hold a summit in Ostend on 12 June, aides said.", at("2018-05-10"), name="a")
)
OFF = report(article("The mayor cancelled the summit in Ostend on Thursday, citing anger.", at("2018-05-24"), name="b"))
ON = report(article("The summit in Ostend is back on, the mayor said on Friday.", at("2018-06-01"), name="c"))
HELD = report(
    article("The two mayors met at the summit in Ostend on Tuesday and signed a deal.", at("2018-06-13"), name="d")
)


def test_entries_are_in_order_of_date_and_made_of_the_reports_words() -> None:
    timeline, _ = built(PLAN, OFF, ON, HELD)
    assert [entry.date for entry in timeline] == sorted(entry.date for entry in timeline)
    texts = {one.id: one.article.text for one in (PLAN, OFF, ON, HELD)}
    for entry in timeline:
        assert 1 <= len(entry.sentences) <= 2
        for sentence in entry.sentences:
            for words in sentence.words():
                assert texts[words.span.article_id][words.span.start : words.span.end] == words.text


def test_what_is_ahead_is_next_and_no_part_of_the_timeline() -> None:
    timeline, ahead = built(PLAN)
    assert [(entry.date, entry.status) for entry in ahead] == [("2018-06-12", "planned")]
    assert all(entry.date <= "2018-05-10" for entry in timeline)
    assert built(PLAN, HELD)[1] == ()


def test_one_happening_of_two_reports_is_one_entry() -> None:
    again = report(
        article("The mayor cancelled the Ostend summit on Thursday, citing anger at home.", at("2018-05-25"), name="e")
    )
    timeline, _ = built(OFF, again)
    (entry,) = [one for one in timeline if one.date == "2018-05-24"]
    told = {words.span.article_id for sentence in entry.sentences for words in sentence.words()}
    assert told == {"b", "e"} and entry.reported.startswith("2018-05-24")


def test_a_weekday_is_spelt_out_behind_its_words() -> None:
    event = OFF.analysis.events[0]
    sentence = cite(OFF, event)
    assert sentence is not None
    assert shown(sentence) == "The mayor cancelled the summit in Ostend on Thursday|[24 May 2018]|, citing anger."
    insert = next(piece for piece in sentence.pieces if isinstance(piece, Insert))
    assert [words.text for words in insert.because] == ["Thursday"]


def test_a_date_in_full_is_left_alone() -> None:
    sentence = cite(PLAN, next(event for event in PLAN.analysis.events if event.dated_by))
    assert sentence is not None and len(sentence.pieces) == 1


def test_boilerplate_inside_a_sentence_is_not_shown_and_dates_nothing() -> None:
    text = "The mayor Ann Lee LeeMore: vote set for 12 August MORE cancelled the summit on Thursday."
    start, end = text.index("LeeMore") + 3, text.index(" cancelled")
    one = report(article(text, at("2018-05-24")), (Range(start, end),))
    timeline, ahead = built(one)
    assert ahead == () and timeline
    assert all("August" not in shown(sentence) for entry in timeline for sentence in entry.sentences)


def test_the_note_says_how_a_date_is_known_where_the_sentence_does_not() -> None:
    timeline, _ = built(OFF)
    assert [entry.note for entry in timeline] == [""]
    bare = report(article("OSTEND, May 24 (Coast Wire) - The mayor cancelled the summit.", at("2018-05-24"), name="p"))
    undated = report(article("The mayor cancelled the summit in Ostend.", at("2018-05-24"), name="q"))
    assert [entry.note for entry in built(bare)[0]] == ["“May 24”, in the dateline"]
    assert [entry.note for entry in built(undated)[0]] == ["the day of the report"]


def test_status_follows_the_newest_report() -> None:
    assert standing(PLAN, report(article("Aides spoke of the summit.", at("2018-05-10"), name="z"))) == "planned"
    assert standing(PLAN, OFF) == "cancelled"
    assert standing(PLAN, OFF, ON) == "back on"
    assert standing(PLAN, OFF, ON, HELD) == "happened"


def test_status_names_the_event_and_its_day() -> None:
    found = find_standing(find_matters((PLAN, OFF, ON)))
    assert found is not None
    assert (found.event, found.since) == ("summit", "2018-06-01")
    assert "back on" in shown(found.sentence)


def test_a_bystander_does_not_decide() -> None:
    doubt = report(
        article(
            "An analyst warned on Saturday that the summit in Ostend could be canceled.", at("2018-06-02"), name="f"
        )
    )
    assert standing(PLAN, OFF, ON, doubt) == "back on"


def test_a_sudden_happening_is_not_planned() -> None:
    first = report(article("Nine people died in a shooting in Bruges on Monday.", at("2018-05-22"), name="g"))
    later = report(article("The king will visit Bruges on Friday after the shooting.", at("2018-05-23"), name="h"))
    assert standing(first, later) == "happened"


def test_no_reports_that_dwell_on_an_event_have_no_status() -> None:
    quiet = [report(article("The museum owns many old maps of the coast.", name=name)) for name in "ab"]
    assert standing(*quiet) is None


def test_the_order_of_reports_changes_nothing() -> None:
    assert built(PLAN, OFF, ON, HELD)[0] == built(HELD, ON, OFF, PLAN)[0]


def test_nothing_has_happened_before_the_day_it_is_set_for() -> None:
    loose = report(article("Envoys worked on the summit in Ostend and left satisfied.", at("2018-06-03"), name="k"))
    assert standing(PLAN, OFF, ON, loose) == "back on"


def test_what_is_only_possible_changes_nothing() -> None:
    maybe = report(article("The summit in Ostend may bring peace, an aide said on Sunday.", at("2018-06-03"), name="m"))
    assert standing(PLAN, OFF, ON, maybe) == "back on"


def test_a_threat_to_cancel_is_no_cancellation() -> None:
    threat = report(article("The mayor repeated a threat to cancel the summit in Ostend.", at("2018-05-16"), name="n"))
    assert standing(PLAN, threat) == "threatened"


def test_the_date_of_an_entry_is_an_iso_day_week_or_month() -> None:
    one = report(article("The council approved the bridge over the weekend.", at("2018-05-23"), name="w"))
    (entry,) = built(one)[0]
    assert (entry.date, entry.note) == ("2018-05-19", "“the weekend”: Saturday and Sunday")


def test_what_only_looks_back_does_not_outweigh_the_news() -> None:
    text = "The mayor said on Friday that the summit would be held after all, eight days after he had called it off."
    tail = " The mayor cancelled the summit on May 24. He had called the summit off in anger, aides said."
    back = report(article(text + tail, at("2018-06-01"), headline="Ostend summit is back on, mayor says", name="r"))
    assert standing(PLAN, OFF, back) == "back on"
    assert standing(back) == "back on"


def test_a_headline_is_read_clause_by_clause() -> None:
    one = report(
        article(
            "Aides smiled.", at("2018-05-25"), headline="A day after calling it off, mayor says summit could happen"
        )
    )
    assert standing(one) == "possible"


def test_a_lone_report_tells_a_status_only_in_its_opening() -> None:
    filler = "The town lies on the river and has many old houses. " * 6
    assert standing(report(article(filler + "The summit in Ostend was postponed.", at("2018-05-25")))) is None
    assert standing(report(article("Crews plan more.", headline="Ferry crews vote to strike on Monday"))) == "planned"


def test_a_plan_whose_outcome_is_told_is_no_entry() -> None:
    timeline, _ = built(PLAN, HELD)
    assert [entry.status for entry in timeline if entry.date == "2018-06-12"] == ["happened"]


def test_a_story_of_few_reports_has_few_entries() -> None:
    days = " ".join(f"The council number {day} approved bridge {day} on May {day}." for day in range(1, 29))
    assert len(built(report(article(days, at("2018-05-30"))))[0]) == 6


def test_the_last_word_of_a_day_is_not_what_it_looks_back_to() -> None:
    texts = (
        "A day after the mayor cancelled the summit in Ostend, she said on Friday that it could still take place.",
        "The mayor spoke on Friday of reviving the Ostend summit, which she had called off in anger.",
    )
    hopeful = [report(article(text, at("2018-05-25"), name=name)) for name, text in zip("uv", texts, strict=True)]
    assert standing(PLAN, OFF, *hopeful) == "possible"


def test_what_reports_come_after_has_been_held() -> None:
    after = report(
        article("At a briefing after the Ostend summit the mayor praised her guests.", at("2018-06-12"), name="t")
    )
    assert standing(PLAN, OFF, ON, after) == "happened"
    assert standing(PLAN, OFF, ON) == "back on"


def test_a_revival_that_mentions_the_cancellation_has_its_own_badge() -> None:
    text = "The mayor said on Friday a summit in Ostend that the port pulled out of will now go ahead as scheduled."
    (entry,) = built(report(article(text, at("2018-06-01"))))[0]
    assert (entry.date, entry.status) == ("2018-06-01", "back on")


def test_what_is_told_of_one_day_in_one_standing_is_one_entry_of_a_few_sentences() -> None:
    texts = (
        "Divers found the sunken ferry on Monday near the lighthouse.",
        "The coast guard closed the harbour of Ostend on Monday for nine hours.",
        "Crews pumped two hundred tons of oil from a tanker on Monday.",
        "Schools in Bruges sent their pupils home on Monday because of smoke.",
    )
    reports = [report(article(text, at("2018-05-22"), name=name)) for name, text in zip("abcd", texts, strict=True)]
    timeline, _ = built(*reports)
    assert [(entry.date, len(entry.sentences)) for entry in timeline] == [("2018-05-21", 3), ("2018-05-21", 1)]


def test_a_sentence_is_not_shown_again_under_a_coarser_date() -> None:
    one = report(article("The mayor cancelled on Thursday the summit set for next month.", at("2018-05-24"), name="v"))
    later = report(article("Aides said little about the Ostend summit in July.", at("2018-07-20"), name="w"))
    sentences = [shown(sentence) for entry in built(one, later)[0] for sentence in entry.sentences]
    assert len(sentences) == len(set(sentences))


def test_a_story_is_about_what_its_newest_reports_dwell_on() -> None:
    trial = [
        report(article("The trial opened on Monday.", at(f"2018-05-0{day}"), "Trial opens", name=f"t{day}"))
        for day in (7, 8, 9)
    ]
    strike = [
        report(article("Crews began a strike on Friday.", at(f"2018-06-0{day}"), "Crews begin strike", name=f"s{day}"))
        for day in (8, 9)
    ]
    found = find_standing(find_matters((*trial, *strike)))
    assert found is not None and "strike" in found.event


def test_what_next_says_what_the_newest_report_says_of_the_plan() -> None:
    hope = report(
        article("The mayor said the Ostend summit could still take place on 12 June.", at("2018-05-26"), name="x")
    )
    (entry,) = [entry for entry in built(PLAN, OFF, hope)[1] if entry.date == "2018-06-12"]
    assert (entry.status, len(entry.sentences), entry.turn) == ("possible", 1, True)


def test_a_plan_of_the_storys_matter_is_over_when_its_day_has_come_to_pass() -> None:
    coin = report(
        article("Guests mocked the coin struck for the planned 12 June summit.", at("2018-05-22"), name="coin")
    )
    days = [(entry.date, entry.status) for entry in built(PLAN, coin, HELD)[0]]
    assert ("2018-06-12", "planned") not in days and ("2018-06-12", "happened") in days


def test_a_denial_told_at_a_hearing_is_no_denial_of_the_hearing() -> None:
    held = report(article("The hearing took place on Thursday at the port.", at("2018-06-01"), name="h"))
    denial = report(
        article(
            "Crews heard him on Thursday.",
            at("2018-06-01", 14),
            headline="Harbour master gives angry testimony denying theft",
            name="i",
        )
    )
    assert standing(held, denial) == "happened"
    refused = report(article("The council met.", at("2018-06-02"), headline="Appeal denied by port court", name="j"))
    assert standing(refused) == "denied"


def test_what_nobody_is_sure_of_is_possible() -> None:
    first = report(
        article("Police spoke of the disappearance of Ann Lee on Monday.", at("2018-05-22"), headline="", name="k")
    )
    feared = [
        report(article(f"The {word} killing of Ann Lee shook the port on Monday.", at("2018-05-23"), name=word))
        for word in ("suspected", "apparent", "feared")
    ]
    found = find_standing(find_matters((first, *feared)))
    assert found is not None
    assert (found.event.split()[-1], found.value) == ("killing", "possible")
    sure = report(article("The killing of Ann Lee took place on Sunday, police said.", at("2018-05-26"), name="l"))
    assert standing(first, *feared, sure) == "happened"


def test_a_verb_of_what_is_to_come_is_a_plan() -> None:
    agreed = report(article("The agreement for Ann Lee to testify came on Monday.", at("2018-05-21"), name="m"))
    told = [one for one in find_mentions(agreed) if one.noun == "hearing"]
    assert [one.status for one in told] == ["planned"]


def test_a_word_in_quotation_marks_is_somebody_elses() -> None:
    quoted = report(article("Her family spoke on Monday.", headline="Family calls for inquiry into 'murder'", name="n"))
    assert [one.status for one in find_mentions(quoted) if one.kind == "killing"] == [None]


def test_a_verb_tells_that_a_plan_was_held_on_its_day() -> None:
    plan = report(article("The harbour council will hold its vote on 12 June.", at("2018-06-07"), name="o"))
    same = report(article("The council's vote is set for 12 June, aides said.", at("2018-06-08"), name="p"))
    voted = report(article("The harbour council voted on Tuesday for the pier.", at("2018-06-13"), name="q"))
    other = report(article("The harbour council voted on Monday for the quay.", at("2018-06-11", 20), name="r"))
    assert standing(plan, same, voted) == "happened"
    assert standing(plan, same, other) == "planned"


def test_a_turn_is_told_by_the_report_that_it_is_read_from() -> None:
    """Its sentence need not name the matter again; another report that does so in passing comes after it."""
    again = "The mayor said on Friday that the two would meet in Ostend after all."
    beside = "Shares rose on Friday as the mayor said that the summit in Ostend would take place after all."
    on = report(article(again, at("2018-06-01", 9), "Summit in Ostend is back on, mayor says", name="c"))
    other = report(article(beside, at("2018-06-01", 15), "Shares rise as summit is back on", name="d"))
    timeline, _ = built(PLAN, OFF, on, other)
    entry = next(entry for entry in timeline if (entry.date, entry.status) == ("2018-06-01", "back on"))
    assert shown(entry.sentences[0]).startswith("The mayor said on Friday")
