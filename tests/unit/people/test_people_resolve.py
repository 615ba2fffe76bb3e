"""Who is who across reports, and in a story's cast."""

from __future__ import annotations

from itertools import permutations

from tests.unit.people.conftest import MakeReport

from newsloom.people.cards import build_cards
from newsloom.people.cast import build_cast
from newsloom.people.resolve import keys, name_entities, person_keys
from newsloom.records import Person, PersonId, Report


def person(id: str, name: str, *aliases: str) -> Person:
    return Person(PersonId(id), "person", name, aliases)


def test_an_entity_joins_the_person_whose_name_it_bears(report: MakeReport) -> None:
    told = report("Kim Dok-su and Ada Mistral met.", {"Kim Dok-su": "person", "Ada Mistral": "person"})
    known = (person("x.1.0", "Kim Dok Su"), person("y.1.0", "Kim Dok Il"))
    kim, ada = name_entities(told, known)
    assert (kim.person_id, kim.score) == ("x.1.0", 1.0)
    assert str(ada.person_id) == ada.entity_id
    assert set(keys(told)) & set(person_keys("Kim Dok Su", "person"))


def test_the_order_of_candidates_decides_nothing(report: MakeReport) -> None:
    told = report("Bob Hale left.", {"Bob Hale": "person"})
    known = (person("a", "Robert Hale"), person("b", "Robert Q. Hale"), person("c", "Roberta Hale"))
    decisions = {name_entities(told, order) for order in permutations(known)}
    assert len(decisions) == 1


def test_two_that_fit_alike_are_an_unsure_join_which_is_not_made(report: MakeReport) -> None:
    told = report("George Holm left.", {"George Holm": "person"})
    known = (person("a", "George W. Holm"), person("b", "George H. Holm"))
    (named,) = name_entities(told, known)
    assert str(named.person_id) == named.entity_id


def test_bare_surnames_are_no_decision(report: MakeReport) -> None:
    told = report("Mr. Hale left.", {"Hale": "person"})
    assert name_entities(told, (person("a", "Robert Hale"),)) == ()


def test_kinds_never_join(report: MakeReport) -> None:
    told = report("Ada Mistral left.", {"Ada Mistral": "organisation"})
    (named,) = name_entities(told, (person("a", "Ada Mistral"),))
    assert str(named.person_id) == named.entity_id


def cast_reports(report: MakeReport) -> tuple[Report, ...]:
    return (
        report(
            "Trade Minister Robert Hale resigned. Hale left.",
            {"Robert Hale": "person", "Hale": "person"},
            id="r1",
            day=1,
        ),
        report("Robert Hale, 61, resigned.", {"Robert Hale": "person"}, id="r2", day=2),
        report("Hale is gone, said NGB.", {"Hale": "person", "NGB": "organisation"}, id="r3", day=3),
        report(
            "Nora Hale of the Northern Grain Board wept.",
            {"Nora Hale": "person", "Northern Grain Board": "organisation"},
            id="r4",
            day=4,
        ),
    )


def test_a_bare_surname_goes_to_whom_the_story_names_far_oftener(report: MakeReport) -> None:
    reports = cast_reports(report)
    cast = build_cast(reports)
    (hale, agency) = reports[2].analysis.entities
    assert cast.of[hale.id].name == "Robert Hale"
    assert cast.of[agency.id].name == "Northern Grain Board"
    assert set(cast.of) == {e.id for r in reports for e in r.analysis.entities}


def test_a_bare_surname_of_two_equals_is_left_open(report: MakeReport) -> None:
    reports = (*cast_reports(report)[2:], report("Robert Hale came.", {"Robert Hale": "person"}, id="r5"))
    cast = build_cast(reports)
    assert cast.of[reports[0].analysis.entities[0].id].name == "Hale"


def test_decisions_stand_in_the_cast(report: MakeReport) -> None:
    reports = cast_reports(report)
    ids = [reports[0].analysis.entities[0].id, reports[3].analysis.entities[0].id]
    merged = Person(PersonId(ids[0]), "person", "Robert Hale", (), tuple(ids))
    cast = build_cast(reports, (merged,))
    assert cast.of[ids[0]].id == cast.of[ids[1]].id == merged.id


def test_cards_show_the_role_in_a_reports_words_and_namesakes(report: MakeReport) -> None:
    reports = cast_reports(report)
    cards = {card.person.name: card for card in build_cards(build_cast(reports), reports)}
    role = cards["Robert Hale"].role
    assert role is not None
    assert [words.text for words in role.words()] == ["Trade Minister"]
    assert cards["Robert Hale"].distinct_from == ("Nora Hale",)
    assert cards["Robert Hale"].reports == 3


def test_a_role_that_a_later_report_calls_former_is_not_shown_as_held(report: MakeReport) -> None:
    reports = (
        report("Trade Minister Robert Hale spoke.", {"Robert Hale": "person"}, id="r1", day=1),
        report("Former trade minister Robert Hale spoke.", {"Robert Hale": "person"}, id="r2", day=2),
    )
    (card,) = build_cards(build_cast(reports), reports)
    assert card.role is not None
    assert [words.text for words in card.role.words()] == ["Former trade minister"]
