"""What a report says somebody is: each rule with what it takes, and with what looks like it and is none."""

from __future__ import annotations

import pytest
from tests.unit.people.conftest import MakeReport

from newsloom.langs.en.naming import NAMING
from newsloom.pages.shown import text_of
from newsloom.people.cards import build_cards
from newsloom.people.cast import build_cast
from newsloom.people.telling import spell_out
from newsloom.records import Card, Kind, Report

ADA: dict[str, Kind] = {"Ada Mistral": "person"}


def told(report: Report, name: str = "Ada Mistral") -> list[str]:
    entity = next(e for e in report.analysis.entities if e.name == name)
    return [("former: " if r.former else "") + report.article.text_of(r.range) for r in entity.roles]


def cards(*reports: Report) -> dict[str, Card]:
    return {card.person.name: card for card in build_cards(build_cast(reports), reports)}


def role(*reports: Report, name: str = "Ada Mistral") -> str:
    card = cards(*reports)[name]
    return text_of(card.role, {r.id: r.article for r in reports}) if card.role else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norland chief of staff Ada Mistral resigned.", "Norland chief of staff"),
        ("Special Agent in Charge Ada Mistral spoke.", "Special Agent in Charge"),
        ("Secretary of Homeland Security Ada Mistral spoke.", "Secretary of Homeland Security"),
        ("Added Republican Sen. Ada Mistral: no.", "Republican Sen."),
        ("A woman has accused Supreme Court nominee Judge Ada Mistral.", "Supreme Court nominee Judge"),
        ("He won a state President Ada Mistral had lost.", "President"),
        ("Ada Mistral, who leads the Norland Port Authority, resigned.", "who leads the Norland Port Authority"),
        ("Ada Mistral, who was late, resigned.", None),
        ("Ada Mistral, after the death of civil rights activist Ben Okoro, spoke.", None),
        ("Ada Mistral, death of the classmate of many, spoke.", None),
        ("A second woman, a classmate of Ada Mistral's, spoke.", None),
        ("Ada Mistral, wife of the nominee, flatly denied it.", "wife of the nominee"),
        ("By the door, the nominee flatly refuted the claim, Ada Mistral, they said.", None),
        ("Ada Mistral is the next president of Norland and be sure to vote.", "next president of Norland"),
        ("Police say the gunman was identified as 64-year-old Ada Mistral.", "gunman"),
        ("The suspected gunman, identified by the police as Ada Mistral, fled.", "suspected gunman"),
        ("Ada Mistral was a retired driver.", "former: was a retired driver"),
        ("Sen. Ada Mistral (R–S.D.) spoke.", "R–S.D."),
        ("Sen. Ada Mistral (R) of Norland spoke.", "(R) of Norland"),
        ("Senator Ada Mistral from Arizona spoke.", "from Arizona"),
        ("Secretary Ada Mistral from Air Force One called.", None),
    ],
)  # fmt: skip
def test_words_around_a_name_tell_a_role(report: MakeReport, text: str, expected: str | None) -> None:
    found = told(report(text, ADA))
    assert (
        expected in found if expected else not any("from" in one or "refuted" in one or "late" in one for one in found)
    )


def test_whose_somebody_is_is_told_by_body_and_country(report: MakeReport) -> None:
    names: dict[str, Kind] = {**ADA, "Norland": "place", "Port Authority": "organisation", "Ben Okoro": "person"}
    found = report("Norland's Ada Mistral met Ben Okoro of the Port Authority.", names)
    assert told(found) == ["Norland"]
    assert told(found, "Ben Okoro") == ["of the Port Authority"]


def test_a_role_never_holds_its_bearers_own_name(report: MakeReport) -> None:
    found = report("Ada Mistral, a friend of Mistral and others, spoke.", {**ADA, "Mistral": "person"})
    assert not any("Mistral" in one for one in told(found))


def test_capitals_of_a_headline_tell_no_role(report: MakeReport) -> None:
    found = report("Ada Mistral slept.", ADA, headline="Varga Welcomes Home Pastor Ada Mistral After Long Dispute")
    assert told(found) == ["Pastor"]


def test_parties_and_titles_are_spelt_out_in_brackets(report: MakeReport) -> None:
    assert role(report("Sen. Ada Mistral, R-Ariz., spoke. Sen. Ada Mistral left.", ADA)) == (
        "Sen. … R-Ariz [Republican, Arizona]"
    )
    assert role(report("Rep. Ada Mistral spoke. Ms. Mistral left.", ADA)) == "Rep. [Representative]"
    assert spell_out("R-Nowhere", NAMING, True) == "Republican"
    assert spell_out("mayor", NAMING, True) == ""


def test_a_card_tells_two_roles_with_different_nouns(report: MakeReport) -> None:
    first = report("The gunman Ada Mistral fled.", ADA, id="a1", day=1)
    second = report("Ada Mistral, a retired harbour accountant, was calm.", ADA, id="a2", day=2)
    assert role(first, second) == "gunman [also] retired harbour accountant"


def test_one_office_under_two_nouns_is_told_once(report: MakeReport) -> None:
    first = report("Finance Committee Chairwoman Ada Mistral spoke.", ADA, id="a1", day=1)
    second = report("Ada Mistral, the chair of the state budget panel, spoke.", ADA, id="a2", day=2)
    assert "[also]" not in role(first, second)


def test_her_is_named_in_a_role(report: MakeReport) -> None:
    names: dict[str, Kind] = {**ADA, "Ben Okoro": "person"}
    found = report("Ada Mistral denied it. Her lawyer, Ben Okoro, read a statement.", names)
    assert role(found, name="Ben Okoro") == "Her [Ada Mistral] lawyer"


def test_an_office_held_once_tells_more_than_a_word_that_tells_little(report: MakeReport) -> None:
    first = report("The conservative Ada Mistral spoke.", ADA, id="a1", day=1)
    second = report("Former Norland Supreme Court justice Ada Mistral spoke.", ADA, id="a2", day=2)
    assert role(first, second).startswith("Former Norland Supreme Court justice")


def test_who_holds_an_office_now_is_a_nominee_no_more(report: MakeReport) -> None:
    days = ("Court nominee Ada Mistral testified.", "Nominee Ada Mistral waited.", "Justice Ada Mistral took the oath.")
    reports = [report(text, ADA, id=f"a{n}", day=n) for n, text in enumerate(days, 1)]
    assert "nominee" in role(*reports[:2]).lower()
    assert role(*reports) == "Justice"


def test_what_somebody_was_does_not_make_a_held_role_former(report: MakeReport) -> None:
    first = report("Ada Mistral was a columnist for the Norland Post.", ADA, id="a1", day=1)
    second = report("The Norland Post columnist Ada Mistral spoke.", ADA, id="a2", day=2)
    assert role(first, second) == "Norland Post columnist"


def test_a_former_official_is_never_shown_as_current(report: MakeReport) -> None:
    old = report("Mayor Ada Mistral spoke.", ADA, id="a1", day=1)
    new = report("Former Mayor Ada Mistral spoke.", ADA, id="a2", day=2)
    assert role(old, new) == "Former Mayor"


def test_the_usual_name_stands_on_the_card(report: MakeReport) -> None:
    text = "Mayor Ada Brooke Mistral spoke. Ada Mistral left. Ada Mistral came back."
    names: dict[str, Kind] = {**ADA, "Ada Brooke Mistral": "person"}
    assert list(cards(report(text, names))) == ["Ada Mistral"]


@pytest.mark.parametrize(
    ("tagged", "name"),
    [
        ("Varga's girlfriend Ada Mistral", "Ada Mistral"),
        ("Ada Mistral of Norland Radio", "Ada Mistral"),
        ("Ada Mistral Ada Brooke MistralGOP", "Ada Mistral"),
        ("Mike Mistral Michael", "Mike Mistral"),
        ("Ada MistralOvernight", "Ada Mistral"),
        ("Ada ( Mistral", "Ada"),
        ("Ali Hassan Ali", "Ali Hassan Ali"),
        ("Ada McMistral", "Ada McMistral"),
        ("Ada DeMistral", "Ada DeMistral"),
        ("Rushing Mistral", "Mistral"),
    ],
)
def test_a_tagged_run_is_cut_to_one_person(report: MakeReport, tagged: str, name: str) -> None:
    found = report(f"{tagged} came here.", {tagged: "person"})
    assert name in [entity.name for entity in found.analysis.entities]


def test_a_king_is_not_the_prince_who_bears_his_name(report: MakeReport) -> None:
    text = "Prince Hamad bin Varga spoke. King Varga was silent."
    found = report(text, {"Hamad bin Varga": "person", "Varga": "person"})
    assert [e.name for e in found.analysis.entities] == ["Hamad bin Varga", "Varga"]


def test_a_king_is_not_the_prince_named_after_his_father(report: MakeReport) -> None:
    found = report("Hamad bin Varga spoke. King Varga was silent.", {"Hamad bin Varga": "person", "Varga": "person"})
    assert len(found.analysis.entities) == 2


def test_a_president_is_not_his_son(report: MakeReport) -> None:
    text = "Ben Okoro Jr. testified. President Okoro praised him. Mr. Okoro left."
    found = report(text, {"Ben Okoro Jr.": "person", "Okoro": "person"})
    presidents = [e for e in found.analysis.entities if "President" in e.titles]
    assert [e.name for e in presidents] == ["Okoro"]


def test_a_lone_word_of_a_headline_is_nobody_unless_the_text_names_somebody_so(report: MakeReport) -> None:
    found = report("The boats stay in port.", {"Ferry": "person"}, headline="Ferry strike halts island traffic")
    assert not found.analysis.entities
    two: dict[str, Kind] = {"Mistral Norlanders": "person", "Mistral": "person"}
    found = report("Mayor Mistral spoke.", two, headline="Aide tells Mistral Norlanders need more time to decide")
    assert [entity.name for entity in found.analysis.entities] == ["Mistral"]
    found = report("Ada Mistral spoke.", {**ADA, "Mistral": "person"}, headline="Mistral halts island traffic")
    assert [entity.name for entity in found.analysis.entities] == ["Ada Mistral"]


@pytest.mark.parametrize(
    ("text", "tagged", "name"),
    [
        ("The senior leader K S Varga resigned.", "S Varga", "K S Varga"),
        ("Then W. Ada Mistral resigned.", "Ada Mistral", "W. Ada Mistral"),
        ("Officials met Chen Li - shu in the port.", "Chen Li", "Chen Li - shu"),
        ("Officials met Hamad al - Varga in the port.", "Hamad al", "Hamad al - Varga"),
        ("Officials met Ada Mistral - who was late.", "Ada Mistral", "Ada Mistral"),
    ],
)
def test_a_name_is_whole_with_its_initials_and_cut_off_parts(
    report: MakeReport, text: str, tagged: str, name: str
) -> None:
    assert [entity.name for entity in report(text, {tagged: "person"}).analysis.entities] == [name]


def test_the_next_names_in_a_list_are_no_role(report: MakeReport) -> None:
    names: dict[str, Kind] = {**ADA, "Peter King": "person", "Ben Okoro": "person"}
    assert told(report("Ada Mistral, Peter King and Ben Okoro spoke.", names)) == []


BEN: dict[str, Kind] = {"Ada Mistral": "person", "Ben Okoro": "person", "Okoro": "person", "Norland": "place"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb is no part of a role
        ("The statement attacked Okoro's security adviser, Ada Mistral, by name.", "Okoro's security adviser"),
        ("Ben Okoro received Norland's foreign minister, Ada Mistral.", "Norland's foreign minister"),
        ("Last week another senior diplomat, Ada Mistral, spoke.", "senior diplomat"),
        ("He did not fire Director Ada Mistral.", "Director"),
        ("He voted to fire Harbour Director Ada Mistral.", "Harbour Director"),
        ("Those who consider the president a challenge to all of it, Ada Mistral among them, left.", None),
        ("Ada Mistral, aides and advisers say the president called.", None),
        ("According to Ada Mistral, the Norland leader said no.", None),
        ("Ada Mistral, a local truck driver told the paper.", "local truck driver"),
        ("Ada Mistral, where chairs and desks are made, burned.", None),
        ("Ada Mistral, who owned mills but hated them, died.", "former: who owned mills"),
        ("Ben Okoro, Ada Mistral, advocate preserving the treaty.", None),
        # a preposition comes before no role, an adjective is no noun
        ("Ada Mistral, in the general election, won.", None),
        ("Ada Mistral, disdain for liberal views in her work, left.", None),
        ("Ada Mistral, messages on official devices, left.", None),
        ("Ada Mistral, a Republican he had known, spoke.", "Republican"),
        # nor is it somebody else
        ("Ben Okoro and Speaker of the House Ben Okoro, Ada Mistral, left.", None),
        ("Ada Mistral, Ben Okoro and her husband, the driver, left.", None),
        ("Ada Mistral, Mark Judge, and the accuser left.", None),
        ("Ada Mistral, the aide to Ben Okoro, left.", "aide to Ben Okoro"),
        ("Ada Mistral, an Okoro aide, left.", "Okoro aide"),
        ("A harsh critic of Mr. Ada Mistral left.", None),
        ("Carla, chief of staff to Ada Mistral, left.", None),
        ("Ada Mistral, author of The New Ben Okoro, left.", "author of The New Ben Okoro"),
        ("Ada Mistral, researcher for Human Rights Watch, left.", "researcher for Human Rights Watch"),
        ("Ada Mistral, a spokesman for Sen. Ben Okoro, left.", "spokesman for Sen. Ben Okoro"),
        ("He warned Ada Mistral of Norland's might.", None),
        # what stands before a link and a whole title belongs to somebody else
        ("Sen. Ben Okoro of Norland and Sen. Ada Mistral left.", "Sen."),
        ("One of President Ada Mistral's aides left.", "President"),
        ("The former secretary of state Ada Mistral left.", "former: former secretary of state"),
        ("Health and Human Services Secretary Ada Mistral left.", "Health and Human Services Secretary"),
        ("The seat (Ada Mistral, R) is safe.", "R"),
    ],
)  # fmt: skip
def test_no_clause_and_nobody_else_is_a_role(report: MakeReport, text: str, expected: str | None) -> None:
    found = told(report(text, BEN))
    assert found == ([expected] if expected else [])


def test_an_apposition_before_a_titled_name_is_not_the_king_s(report: MakeReport) -> None:
    made = report("He met King Ada Mistral, the king's son, Prince Ben Okoro, and others.", BEN)
    assert "king's son" not in told(made)


def test_a_title_before_a_surname_is_not_the_daughter_s(report: MakeReport) -> None:
    family: dict[str, Kind] = {"Carl Mistral": "person", "Ada Mistral": "person", "Mistral": "person"}
    first = report("Judge Carl Mistral spoke. He left.", family, id="a1")
    second = report("Judge Carl Mistral left. He slept.", family, id="a2")
    third = report("Ada Mistral, a painter, came. Judge Mistral left.", family, id="a3")
    assert "Judge" in told(third)
    assert role(first, second, third) == "painter"
    assert role(first, second, third, name="Carl Mistral") == "Judge"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("They asked another woman, Ada Mistral. She left.", ""),
        ("They asked another victim, Ada Mistral. She left.", "victim"),
        ("They asked Norland's Ada Mistral. She left.", "Norland"),
    ],
)
def test_that_somebody_is_a_woman_is_no_role(report: MakeReport, text: str, shown: str) -> None:
    told_by = report(text, {"Ada Mistral": "person", "Norland": "place"})
    assert (role(told_by) if "Ada Mistral" in cards(told_by) else "") == shown
