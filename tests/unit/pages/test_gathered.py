"""Pages of persons, gathered from stories: roles once and newest first, every form, and who speaks of somebody."""

from __future__ import annotations

from dataclasses import replace

from tests.affair import NORLING, PAGE, SMALL, VIK, Shelf

from newsloom.pages.gathered import gather_people, speaking_of
from newsloom.pages.rows import PersonView
from newsloom.records import Card, CitedSentence, StoryPage, Words


def view_of(*pages: StoryPage) -> PersonView:
    row = Shelf().rows()[0]
    return next(view for view in gather_people((page, row) for page in pages) if view.person.id == NORLING.id)


def card_of(page: StoryPage) -> Card:
    return next(card for card in page.people if card.person.id == NORLING.id)


def test_the_same_words_stand_once_with_all_who_tell_them() -> None:
    card = card_of(PAGE)
    assert card.role is not None
    told = next(card.role.words())
    later = Words(replace(told.span, start=told.span.start + 1), told.text.upper())
    other = replace(PAGE, people=(replace(card, role=CitedSentence((later,))),))
    view = view_of(PAGE, other)
    assert len(view.roles) == 1
    assert view.roles[0].also == (later,)


def test_forms_are_gathered_without_the_name_itself() -> None:
    other = replace(PAGE, people=(replace(card_of(PAGE), also=("Minister Norling", NORLING.name)),))
    assert view_of(PAGE, other).person.aliases == ("Norling", "she", "Minister Norling")


def test_who_speaks_of_somebody_is_somebody_else_who_names_the_bearer() -> None:
    said = next(quote for quote in PAGE.quotes if quote.speaker and quote.speaker.id == NORLING.id)
    words = next(said.variants[0].words())
    named = replace(said, speaker=VIK, variants=(CitedSentence((Words(words.span, "Norling is right."),)),))
    own, other = replace(named, speaker=NORLING), replace(named, speaker=None)
    assert list(speaking_of(card_of(PAGE), PAGE.people, (named, own, other))) == [named]
    namesake = replace(card_of(PAGE), person=replace(VIK, name="Ada Norling"))
    assert list(speaking_of(card_of(PAGE), (*PAGE.people, namesake), (named,))) == []


def test_a_story_without_the_person_adds_nothing() -> None:
    assert view_of(PAGE, replace(SMALL, people=())).stories == view_of(PAGE).stories


def test_whom_not_to_confuse_is_gathered_from_every_story() -> None:
    first = replace(PAGE, people=(replace(card_of(PAGE), distinct_from=("Ada Vik", "Bo Norling")),))
    later = replace(PAGE, people=(replace(card_of(PAGE), distinct_from=("Bo Norling", "Cy Norling")),))
    assert view_of(first, later).distinct_from == ("Ada Vik", "Bo Norling", "Cy Norling")
