"""Names inside one report: spans, coreference, roles, pronouns."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.people.conftest import KnownNames, MakeReport

from newsloom.people.mentions import find_entities
from newsloom.records import Article, ArticleId, Entity, Range, Report
from newsloom.text.sentences import split_sentences
from newsloom.text.tagger import load_tagger

Named = Callable[[Report, str], Entity]


def forms(report: Report, entity: Entity) -> list[str]:
    return [report.article.text_of(place) for place in entity.mentions]


def roles(report: Report, entity: Entity) -> list[str]:
    return [("former: " if r.former else "") + report.article.text_of(r.range) for r in entity.roles]


def test_surname_title_and_possessive_belong_to_the_whole_name(report: MakeReport, named: Named) -> None:
    told = report(
        "Governor Ada Mistral resigned on Monday. Ms. Mistral's aides were surprised. Mistral declined to comment.",
        {"Ada Mistral": "person", "Ms. Mistral's": "person"},
    )
    mistral = named(told, "Ada Mistral")
    assert forms(told, mistral) == ["Ada Mistral", "Mistral", "Mistral"]
    assert mistral.gender == "f"
    assert mistral.titles == ("Governor", "Ms.")


def test_family_first_names_and_their_short_forms_are_one(report: MakeReport, named: Named) -> None:
    told = report(
        "Kim Dok Su met envoys. Kim Dok-su smiled. Mr. Kim spoke for an hour.",
        {"Kim Dok Su": "person", "Kim Dok-su": "person", "Kim": "person"},
    )
    (kim,) = told.analysis.entities
    assert kim.name == "Kim Dok Su"
    assert len(kim.mentions) == 3


def test_two_of_one_surname_stay_apart_and_gender_tells_which(report: MakeReport) -> None:
    told = report(
        "Paula Hart and David Hart run the mill. Mr. Hart keeps the books, and Mrs. Hart sells the flour.",
        {"Paula Hart": "person", "David Hart": "person", "Hart": "person"},
    )
    by_name = {entity.name: forms(told, entity) for entity in told.analysis.entities}
    assert by_name == {"Paula Hart": ["Paula Hart", "Hart"], "David Hart": ["David Hart", "Hart"]}


def test_a_president_told_of_before_is_not_the_namesake_named_later(report: MakeReport) -> None:
    told = report(
        "President Varga spoke at noon. His daughter travelled with him. Later Ilona Varga opened a school.",
        {"Varga": "person", "Ilona Varga": "person"},
    )
    assert {entity.name for entity in told.analysis.entities} == {"Varga", "Ilona Varga"}


def test_names_missed_by_the_tagger_are_added(report: MakeReport, named: Named) -> None:
    told = report(
        "Joan Bellweather won. Critics of Bellweather were quiet. The anti-Bellweather camp lost. BELLWEATHER: Thanks.",
        {"Joan Bellweather": "person"},
    )
    assert forms(told, named(told, "Joan Bellweather")) == [
        "Joan Bellweather",
        "Bellweather",
        "Bellweather",
        "BELLWEATHER",
    ]


def test_surroundings_tell_a_name_that_nobody_tagged(report: MakeReport) -> None:
    told = report("They waited for Senator Okwuosa until six. Then Margaret Zellweg left.", {})
    assert [entity.name for entity in told.analysis.entities] == ["Okwuosa", "Margaret Zellweg"]
    assert [entity.full for entity in told.analysis.entities] == [False, True]


def test_a_common_word_is_not_taken_for_a_surname(report: MakeReport, named: Named) -> None:
    told = report(
        "Tom Green came. The green hills were quiet. Green hills please him, and green lawns.", {"Tom Green": "person"}
    )
    assert forms(told, named(told, "Tom Green")) == ["Tom Green"]


def test_a_surname_in_a_things_name_is_no_mention(report: MakeReport, named: Named) -> None:
    told = report("Otto Prinz paid. The Prinz Foundation paid too. Prinz left.", {"Otto Prinz": "person"})
    assert forms(told, named(told, "Otto Prinz")) == ["Otto Prinz", "Prinz"]


def test_a_headline_in_title_case_shows_only_names_that_the_text_bears_out(report: MakeReport) -> None:
    told = report(
        "Rosa Lindqvist won the vote.",
        {"Lindqvist": "person", "Rosa Lindqvist": "person", "Wins Big": "person"},
        headline="Lindqvist Wins Big in Northern Vote",
    )
    assert [entity.name for entity in told.analysis.entities] == ["Rosa Lindqvist"]
    assert told.analysis.entities[0].id == "a1.1.h0"


def test_initials_and_short_forms_of_organisations(report: MakeReport) -> None:
    told = report(
        "The Northern Grain Board met. NGB officials left. The Harbour Police Authority came; the Authority left.",
        {
            "Northern Grain Board": "organisation",
            "NGB": "organisation",
            "Harbour Police Authority": "organisation",
            "Authority": "organisation",
        },
    )
    assert [len(entity.mentions) for entity in told.analysis.entities] == [2, 2]


def test_countries_are_one_under_all_their_names(report: MakeReport) -> None:
    told = report("U.S. troops left. The United States agreed.", {"U.S.": "place", "United States": "place"})
    (country,) = told.analysis.entities
    assert len(country.mentions) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zubrowkan Foreign Minister Ivo Nadir left.", ["Zubrowkan Foreign Minister"]),
        ("U.S. Secretary of State Ivo Nadir left.", ["U.S. Secretary of State"]),
        ("Then President Ivo Nadir left.", ["President"]),
        ("HALDEN - Trade Minister Ivo Nadir left.", ["Trade Minister"]),
        ("The ex-minister Ivo Nadir left.", ["former: ex-minister"]),
        ("They met former spy chief Ivo Nadir.", ["former: former spy chief"]),
        ("Ivo Nadir, the harbour town's mayor, left.", ["harbour town's mayor"]),
        ("Ivo Nadir, 59, a columnist for The Daily Lamp, left.", ["columnist for The Daily Lamp"]),
        ("Zubrowka's first vice foreign minister, Ivo Nadir, left.", ["Zubrowka's first vice foreign minister"]),
        ("Ivo Nadir, who is a lawyer in Varna, left.", ["lawyer in Varna"]),
        ("Ivo Nadir is the town's chief negotiator.", ["town's chief negotiator"]),
        ("Sen. Ivo Nadir of Lutha left.", ["Sen.", "of Lutha"]),
        ("Ivo Nadir, however, left the minister waiting.", []),
        ("Ivo Nadir, Mayor Ada Mistral and others left.", []),
    ],
)
def test_roles_are_the_reports_own_words(report: MakeReport, named: Named, text: str, expected: list[str]) -> None:
    told = report(text, {"Ivo Nadir": "person", "Ada Mistral": "person"})
    assert roles(told, named(told, "Ivo Nadir")) == expected


def test_a_role_does_not_run_over_another_name(report: MakeReport, named: Named) -> None:
    told = report(
        "President Ada Mistral and Trade Minister Ivo Nadir left.", {"Ada Mistral": "person", "Ivo Nadir": "person"}
    )
    assert roles(told, named(told, "Ivo Nadir")) == ["Trade Minister"]


def test_pronouns_go_to_the_only_one_who_fits(report: MakeReport, named: Named) -> None:
    text = "Ada Mistral met Henry Stone. She smiled. He did not. “He lied,” she said."
    told = report(text, {"Ada Mistral": "person", "Henry Stone": "person"})
    ada, henry = named(told, "Ada Mistral"), named(told, "Henry Stone")
    assert [told.article.text_of(place) for place in ada.pronouns] == ["She", "she"]
    assert [place.start for place in henry.pronouns] == [text.index("He did")]


def test_a_pronoun_between_two_men_is_left_open(report: MakeReport) -> None:
    told = report(
        "Officers questioned clerks. Henry Stone and Peter Wolf left. Then he came back.",
        {"Henry Stone": "person", "Peter Wolf": "person"},
    )
    assert sum(len(entity.pronouns) for entity in told.analysis.entities) <= 1


def test_the_president_is_the_only_one_called_so(report: MakeReport, named: Named) -> None:
    text = "President Ada Mistral spoke. Aides of the president agreed. The president of Lutha did not."
    told = report(text, {"Ada Mistral": "person"})
    places = [told.article.text_of(place) for place in named(told, "Ada Mistral").pronouns]
    assert places == ["the president"]


def test_spans_never_overlap_and_ids_are_those_of_first_mentions(report: MakeReport) -> None:
    told = report(
        "Ada Mistral of the Ada Mistral Institute met Kim Dok Su. Kim and Mistral agreed in Lutha.",
        {"Ada Mistral": "person", "Ada Mistral Institute": "organisation", "Kim Dok Su": "person", "Lutha": "place"},
    )
    places = sorted(place for entity in told.analysis.entities for place in entity.mentions)
    assert all(left.end <= right.start for left, right in pairwise(places))
    assert all(entity.id == f"a1.1.{entity.mentions[0].start}" for entity in told.analysis.entities)


WORDS = st.sampled_from(
    "Ada Mistral Kim Dok-su Mr. President the former minister , . ; ( ) “ ” ' ’s - said he she U.S. NGB é\n\n".split(
        " "
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=30))
def test_nothing_raises_and_every_range_lies_in_its_part(text: str, headline: str) -> None:
    from datetime import UTC, datetime

    article = Article(
        id=ArticleId("x"), seen_at=datetime(2031, 1, 1, tzinfo=UTC), headline=headline, text=text, language="en"
    )
    sentences = tuple(Range(start, end) for start, end in split_sentences(text))
    for entity in find_entities(
        article, sentences, KnownNames({"Ada Mistral": "person", "Kim": "person", "U.S.": "place"})
    ):
        for place in (*entity.mentions, *entity.pronouns, *(role.range for role in entity.roles)):
            assert article.at(place).text.strip()


def test_the_shipped_light_tagger_finds_plain_names() -> None:
    (names,) = load_tagger(True).tag(["President Barack Obama met Angela Merkel in Berlin on Tuesday."])
    assert [(name.kind) for name in names] == ["person", "person", "place"]


def test_the_north_is_the_one_country_named_so(report: MakeReport) -> None:
    told = report("North Korea and Norland agreed. The North left.", {"North Korea": "place", "North": "place"})
    assert [forms(told, entity) for entity in told.analysis.entities] == [["North Korea", "North"]]


def test_the_south_of_two_countries_is_neither(report: MakeReport) -> None:
    names = {"South Korea": "place", "South Africa": "place", "South": "place"}
    told = report("South Korea and South Africa agreed. The South left.", names)
    assert [entity.name for entity in told.analysis.entities] == ["South Korea", "South Africa", "South"]


JUNIOR = {"Ben Okoro Jr.": "person", "Ben Okoro": "person", "Okoro": "person", "Ida Okoro": "person"}


@pytest.mark.parametrize(
    "text",
    [
        "A note by President Ben Okoro's son, Ben Okoro Jr., was odd. Okoro stayed.",
        "Ben Okoro left. Ben Okoro Jr. followed. Okoro stayed.",
    ],
)
def test_a_father_named_beside_or_before_his_son_is_another(report: MakeReport, text: str) -> None:
    told = report(text, JUNIOR)
    by_name = {entity.name: forms(told, entity) for entity in told.analysis.entities}
    assert by_name == {"Ben Okoro": ["Ben Okoro", "Okoro"], "Ben Okoro Jr.": ["Ben Okoro Jr."]}


def test_who_is_called_junior_once_is_one(report: MakeReport) -> None:
    told = report("Ben Okoro Jr. marched here. Ben Okoro spoke. Okoro was tired.", JUNIOR)
    assert [forms(told, entity) for entity in told.analysis.entities] == [["Ben Okoro Jr.", "Ben Okoro", "Okoro"]]


def test_a_president_named_right_before_his_wife_is_not_she(report: MakeReport) -> None:
    told = report("President Okoro and first lady Ida Okoro stayed away.", JUNIOR)
    assert [entity.name for entity in told.analysis.entities] == ["Okoro", "Ida Okoro"]


@pytest.mark.parametrize(
    ("text", "tagged", "name"),
    [
        ("They met Ada Judge, PJ Moss, and others.", "Ada Judge, PJ Moss", "Ada Judge"),
        ("They met Ada Moss, Jr. of Norland.", "Ada Moss, Jr.", "Ada Moss, Jr."),
        ("Sen. Ada Mistral Adelaide (Ada) Grace Mistral spoke.", "Ada Mistral Adelaide", "Ada Mistral"),
    ],
)
def test_a_run_of_names_is_one_person(report: MakeReport, text: str, tagged: str, name: str) -> None:
    told = report(text, {tagged: "person"})
    assert told.analysis.entities[0].name.replace(" ,", ",") == name
