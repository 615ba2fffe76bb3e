from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.positions.position_reports import people_of, report_of

from newsloom.positions import find_disagreements
from newsloom.records import ArticleId, Disagreement, Kind, Report, Words

NAMES = {
    "Ann Lee": "person",
    "Bo Ray": "person",
    "Riverton": "place",
    "Oldport": "place",
    "Orsk": "organisation",
}


def report(text: str, id_: str = "a", hours: float = 0, said_by: str = "", language: str = "en") -> Report:
    return report_of(text, id_, NAMES, hours=hours, said_by=said_by, language=language)  # type: ignore[arg-type]


def found(*reports: Report, sources: dict[str, str] | None = None) -> tuple[Disagreement, ...]:
    given = {ArticleId(key): value for key, value in (sources or {}).items()}
    return find_disagreements(reports, people_of(*reports), given)


def sides(disagreement: Disagreement) -> list[str]:
    return [value.value for value in disagreement.values]


def test_a_rising_toll_is_a_later_update() -> None:
    one = report("A fire at Riverton killed 3 people.", "a", 9)
    two = report("At least 5 people were killed in the fire at Riverton.", "b", 1)
    (only,) = found(two, one)
    assert (only.topic, only.kind, sides(only)) == ("People killed", "later update", ["3", "At least 5"])
    assert [value.said for value in only.values] == ["2021-06-10T03:00:00+00:00", "2021-06-10T11:00:00+00:00"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A fire killed 58 people.", "A fire killed nearly 60 people."),
        ("A fire killed 14 people.", "Fourteen people were killed."),
        ("A fire killed at least 50 people.", "A fire killed 58 people."),
        ("A fire injured 500 people.", "A fire injured 527 people."),
        ("A fire killed 5 people.", "A fire injured 9 people."),
        ("A fire killed 5 people.", "A fire killed two firefighters."),
    ],
)
def test_what_overlaps_or_counts_others_is_no_disagreement(left: str, right: str) -> None:
    assert found(report(left, "a", 2), report(right, "b", 1)) == ()


def test_another_place_is_another_event() -> None:
    one = report("A fire at Riverton killed 3 people. The mayor of Riverton came.", "a", 9)
    two = report("Riverton mourned. In Oldport a fire killed 40 people.", "b", 1)
    assert found(one, two) == ()


def test_a_town_and_a_country_are_two_scopes() -> None:
    one = report("Police arrested 600 people on Monday. Riverton was calm.", "a", 9)
    two = report("Police arrested 160 people in Riverton.", "b", 1)
    assert found(one, two) == ()


def test_reprints_are_one_voice() -> None:
    reports = [report(f"A fire at Riverton killed 3 people, paper {n} said.", n, 9) for n in "abc"]
    later = report("A fire at Riverton killed 5 people.", "d", 1)
    (only,) = found(*reports, later, sources={"a": "wire", "b": "wire", "c": "town", "d": "wire"})
    assert [value.origins for value in only.values] == [2, 1]


def test_an_age_of_one_person_is_compared() -> None:
    one = report("Ann Lee, 64, was seen at the pier.", "a", 3)
    two = report("The police named 46-year-old Ann Lee.", "b", 1)
    other = report("The police named 46-year-old Bo Ray.", "c", 1)
    (only,) = found(one, two)
    assert (only.topic, sides(only)) == ("Age: Ann Lee", ["64", "46"])
    assert found(one, other) == ()


def test_two_parties_in_one_report_contradict_each_other() -> None:
    text = "The union said that 18 sailings had been cancelled. Only 11 were lost, the company said."
    (only,) = found(report(text))
    assert (only.kind, only.topic, sides(only)) == ("contradiction", "How many sailings", ["18 sailings", "11"])


def test_two_figures_of_one_party_are_of_two_things() -> None:
    assert found(report("The union said that 18 sailings had been cancelled. The union said 11 were not.")) == ()


def test_an_age_beside_another_number_is_no_contest() -> None:
    assert found(report("Bo Ray, 43, was shot, police said. The family said the father of seven was at work.")) == ()


def test_counts_of_one_thing_are_told_by_the_words_around_them() -> None:
    one = report("The harbour pilots counted 40 boats adrift behind the broken mole on Monday.", "a", 3)
    two = report("Harbour pilots on Monday counted 25 boats adrift behind the broken mole.", "b", 1)
    else_ = report("At the autumn fair of the sailing club 25 boats were sold to summer guests.", "c", 1)
    (only,) = found(one, two)
    assert sides(only) == ["40 boats", "25 boats"]
    assert found(one, else_) == ()


def test_who_gives_both_figures_tells_of_two_things() -> None:
    one = report("The pilots counted 40 boats adrift behind the mole; 25 boats lay safe behind the mole.", "a", 3)
    two = report("The pilots counted 25 boats safe behind the mole on Monday.", "b", 1)
    assert found(one, two) == ()


def test_words_that_stand_for_others_are_another_wording() -> None:
    one = report("“We had no idea who was making this claim until she came,” Ann Lee said.", "a", 3, "Ann Lee")
    two = report("“We had no idea who was making the claim until she came,” Ann Lee said.", "b", 1, "Ann Lee")
    (only,) = found(one, two)
    assert (only.kind, only.topic) == ("wording", "Wording of a quotation: Ann Lee")
    assert sides(only) == [
        "“idea who was making this claim until she came”",
        "“idea who was making the claim until she came”",
    ]


@pytest.mark.parametrize(
    "other",
    [
        "“We had no idea who was making this claim,” Ann Lee said.",  # a cut
        "“[They] had no idea who was making this claim until she came,” Ann Lee said.",
        "“We’d no idea who was making this claim until she came,” Ann Lee said.",
        "“We had no idea who was making this claim … until she came,” Ann Lee said.",
        "“We had no idea who was making this Claim, until she came!” Ann Lee said.",
        "“We have never seen a bridge that was as long as this one is,” Ann Lee said.",
    ],
)
def test_cuts_marks_and_spelling_are_no_other_wording(other: str) -> None:
    one = report("“We had no idea who was making this claim until she came,” Ann Lee said.", "a", 3, "Ann Lee")
    assert found(one, report(other, "b", 1, "Ann Lee")) == ()


def test_who_has_both_wordings_heard_two_utterances() -> None:
    first, second = (f"“We had no idea who was making {word} claim until she came,”" for word in ("this", "the"))
    one = report(f"{first} Ann Lee said. {second} Ann Lee said.", "a", 3, "Ann Lee")
    assert found(one, report(f"{second} Ann Lee said.", "b", 1, "Ann Lee")) == ()


def test_the_same_words_of_two_speakers_are_an_attribution() -> None:
    words = "“The bridge will stand for another hundred years and more,”"
    one = report(f"{words} Ann Lee said.", "a", 3, "Ann Lee")
    two = report(f"{words} Bo Ray said.", "b", 1, "Bo Ray")
    (only,) = found(one, two)
    assert (only.kind, sides(only)) == ("attribution", ["Ann Lee", "Bo Ray"])


def test_a_sentence_that_names_both_speakers_is_sure_of_neither() -> None:
    words = "“The bridge will stand for another hundred years and more,”"
    one = report(f"{words} Ann Lee said.", "a", 3, "Ann Lee")
    two = report(f"{words} Bo Ray said after Ann Lee had left.", "b", 1, "Bo Ray")
    assert found(one, two) == ()


def test_a_charge_and_its_denial_stand_together() -> None:
    one = report("Two nurses accused Orsk of dumping poisoned sludge in the river.", "a", 3)
    two = report("Orsk denied that it had ever dumped sludge in the river.", "b", 1)
    (only,) = found(one, two)
    assert (only.topic, only.kind) == ("Denied: Orsk", "contradiction")
    assert [value.value.split()[0] for value in only.values] == ["accused", "denied"]


def test_a_denial_of_something_else_is_no_answer() -> None:
    one = report("Two nurses accused Orsk of dumping poisoned sludge in the river.", "a", 3)
    two = report("Orsk denied that the chairman would soon retire from office.", "b", 1)
    assert found(one, two) == ()


def test_french_estimates_contradict_each_other() -> None:
    text = "Le département évalue le coût à 2,4 millions d’euros. La mairie parle de 3,8 millions."
    (only,) = found(report(text, language="fr"))
    assert sides(only) == ["2,4 millions d’euros", "3,8 millions"]


def test_no_report_disagrees_alone() -> None:
    assert found() == ()
    assert found(report("A fire killed 3 people. Then a fire killed 5 people.")) == ()


@settings(max_examples=60)
@given(st.lists(st.text(alphabet="Ann Le 0123456789killedpeople.“”,\n", max_size=80), max_size=4))
def test_every_value_is_made_of_the_reports_words(texts: list[str]) -> None:
    reports = [report(text, f"r{n}", n) for n, text in enumerate(texts)]
    whole = {one.id: one.article.text for one in reports}
    for disagreement in found(*reports):
        assert len(disagreement.values) > 1
        for words in (w for value in disagreement.values for s in value.sentences for w in s.words()):
            assert isinstance(words, Words)
            assert whole[words.span.article_id][words.span.start : words.span.end] == words.text


def test_how_long_one_thing_lasted() -> None:
    one = report_of("The hearing ended after eight hours worth of testimony from the owners.", "a", hours=20)
    two = report_of("The almost nine hours of heated testimony were shown on every screen of the town.", "b", hours=2)
    three = report_of("The owners spent nine hours of sleep on it.", "c", hours=1)
    (only,) = find_disagreements((one, two, three), {}, {})
    assert [value.value for value in only.values] == ["eight hours", "almost nine hours"]


def test_nearly_nine_is_no_more_than_nine() -> None:
    one = report_of("The hearing ended after nine hours of testimony.", "a", hours=20)
    two = report_of("The nearly nine hours of heated testimony were shown on every screen.", "b", hours=2)
    assert not find_disagreements((one, two), {}, {})


def test_a_dateline_is_no_place_of_a_toll() -> None:
    names: dict[str, Kind] = {"RIVERTON": "place"}
    one = report_of("RIVERTON (AP) — A fire at the mill killed 3 people.", "a", names, hours=5)
    two = report_of("A fire at the mill killed 5 people, the town said.", "b", hours=2)
    (only,) = find_disagreements((one, two), people_of(one, two), {})
    assert only.topic == "People killed"


def test_an_age_in_one_word_counts_nobody() -> None:
    one = report_of("The crash killed 3 people.", "a", hours=5)
    two = report_of("The crash on the bridge killed 32-year-old Ann Lee.", "b", hours=2)
    assert not find_disagreements((one, two), {}, {})


def test_words_left_out_of_a_quotation() -> None:
    long, short = "leaks and the bullying", "leaks and bullying"
    texts = [f"“We are tired of the {words} that have tainted this process,” Ann Lee said." for words in (long, short)]
    one, two = (report_of(t, i, {"Ann Lee": "person"}, said_by="Ann Lee") for t, i in zip(texts, "ab", strict=True))
    (only,) = find_disagreements((one, two), people_of(one, two), {})
    assert only.kind == "wording"


@pytest.mark.parametrize(
    "words",
    [
        ("the bullying", "… bullying"),
        ("all that", "& all that"),
        ("the s***", "the shame"),
        ("the U.N.", "the United Nations"),
        ("all there’s", "all there is"),
        ("what you’d", "what you would"),
    ],
)
def test_marks_and_short_forms_are_no_difference(words: tuple[str, str]) -> None:
    texts = [f"“We are tired of the leaks and {some} that have tainted this process,” Ann Lee said." for some in words]
    one, two = (report_of(t, i, {"Ann Lee": "person"}, said_by="Ann Lee") for t, i in zip(texts, "ab", strict=True))
    assert not find_disagreements((one, two), people_of(one, two), {})


def test_a_denial_answers_the_sentence_before_it() -> None:
    names: dict[str, Kind] = {"Tom Weil": "person", "Ann Lee": "person"}
    text = "Ann Lee says that Tom Weil had the gate of the mill locked. Tom Weil has denied those claims."
    (only,) = find_disagreements((one := report_of(text, "a", names),), people_of(one), {})
    assert (only.topic, only.kind) == ("Denied: Tom Weil", "contradiction")
    assert [value.value for value in only.values][1] == "has denied those claims."


def test_a_denial_of_what_nobody_told_is_no_disagreement() -> None:
    names: dict[str, Kind] = {"Tom Weil": "person"}
    text = "The mill stood at the old bridge for a hundred years. Tom Weil has denied those claims."
    assert not find_disagreements((one := report_of(text, "a", names),), people_of(one), {})


def test_one_quotation_in_three_wordings_is_one_entry() -> None:
    words = "“I always got along {} with the people of this town, I must tell you,” Ann Lee said."
    texts = [words.format(how) for how in ("well", "great", "fine")]
    reports = tuple(
        report_of(t, i, {"Ann Lee": "person"}, said_by="Ann Lee") for t, i in zip(texts, "abc", strict=True)
    )
    (only,) = find_disagreements(reports, people_of(*reports), {})
    assert len(only.values) == 3


def test_counts_of_two_nations_or_of_parts_are_of_two_things() -> None:
    one = report_of("The minister ordered 60 Orskan diplomats to leave the country on Monday.", "a", hours=9)
    two = report_of("The minister ordered 23 Ruvian diplomats to leave the country on Monday.", "b", hours=8)
    parts = report_of("The minister ordered 48 and 12 Orskan diplomats to leave the country on Monday.", "c", hours=7)
    assert not find_disagreements((one, two, parts), {}, {})


def test_one_sentence_stands_for_all_who_say_the_same() -> None:
    same = [report_of(f"The storm killed 58 people in the port, aides said on day {n}.", f"s{n}") for n in range(3)]
    (found,) = find_disagreements((*same, report_of("The storm killed 61 people in the port.", "t")), {}, {})
    value = next(value for value in found.values if value.origins == 3)
    assert len(value.sentences) == 1
    assert len(value.sentences[0].also) == 2
