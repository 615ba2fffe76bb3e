from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.affair import ARTICLES, PAGE, SMALL, WIRE, plain
from tests.markup import html_of

from newsloom.config import PageSettings
from newsloom.pages.budget import (
    DAY_SENTENCES,
    SECTIONS,
    WHOLE,
    days_of,
    fit_cards,
    fit_turns,
    left_out,
    opened,
    share_out,
    shorten,
    word_count,
)
from newsloom.pages.render import Place, render_section, render_story
from newsloom.pages.show import show_story
from newsloom.pages.story_json import section_json, story_json
from newsloom.records import Copy, StoryPage, TimelineEntry

MANY = 120
QUOTE = PAGE.quotes[0]
LONG: StoryPage = replace(
    PAGE,
    quotes=tuple(replace(QUOTE, id=f"{QUOTE.id}.{n}") for n in range(MANY)),
    timeline=PAGE.timeline * 40,
    lineage=(Copy(PAGE.lineage[0].first, PAGE.lineage[0].later * 9),),
)


def test_a_short_page_is_shown_as_it_is() -> None:
    assert left_out(SMALL) == () and shorten(SMALL).page == SMALL


def test_of_a_long_page_each_section_keeps_to_its_words_and_counts_the_rest() -> None:
    front = shorten(LONG)
    settings = PageSettings()
    assert front.left["quotes"] == MANY - len(front.page.quotes) > 0
    for section in SECTIONS:
        most = getattr(settings, section) * settings.stretch
        assert sum(map(word_count, getattr(front.page, section))) <= most, section
    assert word_count(tuple(getattr(front.page, section) for section in SECTIONS)) < 3_000


def test_what_is_shown_is_the_whole_pages_in_its_order() -> None:
    kept, whole = shorten(LONG).page.positions, iter(LONG.positions)
    assert kept and all(any(entry == other for other in whole) for entry in kept)


def test_happenings_of_one_day_and_status_stand_together() -> None:
    first = TimelineEntry("2031-04-28", "happened", "2031-04-29", (plain(WIRE, "will open"),), "from the dateline")
    same = replace(first, reported="2031-04-28", sentences=(plain(WIRE, "to traffic"),), note="")
    planned = replace(first, status="planned")
    day, other, undated = days_of((first, same, planned, replace(first, date="")))
    assert day == replace(first, reported="2031-04-28", sentences=(*first.sentences, *same.sentences))
    assert other == planned and undated.date == ""
    many = days_of(
        [replace(first, sentences=(plain(WIRE, word),)) for word in "The bridge will open to traffic".split()]
    )
    assert [len(entry.sentences) for entry in many] == [DAY_SENTENCES, 6 - DAY_SENTENCES]


def test_carriers_beyond_the_most_are_counted() -> None:
    front, most = shorten(LONG), PageSettings().carriers
    (copy,) = front.page.lineage
    assert 1 + len(copy.later) == most
    assert front.cut[copy.first.span] == 1 + len(LONG.lineage[0].later) - most


def test_the_same_words_are_one_variant_and_who_else_has_them_is_cited() -> None:
    twice = replace(QUOTE, variants=(*QUOTE.variants, QUOTE.variants[0]))
    (shown,) = shorten(replace(PAGE, quotes=(twice,))).page.quotes
    assert len(shown.variants) == len(QUOTE.variants)
    assert set(QUOTE.variants[0].words()) <= set(shown.variants[0].words())


def test_one_entry_longer_than_its_section_is_shown_all_the_same() -> None:
    front = shorten(PAGE, PageSettings(quotes=1, stretch=1.0))
    assert len(front.page.quotes) == 1 and front.left["quotes"] == len(PAGE.quotes) - 1


@given(st.fixed_dictionaries({name: st.integers(0, 5_000) for name in SECTIONS}))
def test_shares_never_add_up_to_more_than_the_page_has(needed: dict[str, int]) -> None:
    settings = PageSettings()
    shares = share_out(needed, settings)
    used = {name: min(needed[name], shares[name]) for name in SECTIONS}
    assert sum(used.values()) <= sum(getattr(settings, name) for name in SECTIONS)
    assert all(min(needed[name], getattr(settings, name)) <= used[name] for name in SECTIONS)


def test_story_json_holds_what_the_page_shows_and_the_sections_file_all() -> None:
    front, whole = story_json(LONG, ARTICLES), section_json(LONG, ARTICLES, "quotes")
    assert len(whole["quotes"]) == MANY > len(front["quotes"])
    assert set(whole) == {"id", "as_of", "headline", "quotes"}
    assert all(quote in whole["quotes"] for quote in front["quotes"] if len(quote["variants"]) == 1)


def test_the_page_leads_to_what_it_leaves_out() -> None:
    tree = html_of(render_story(LONG, ARTICLES))
    (link,) = tree.xpath("//section[@id='quotes']//p[contains(@class, 'left')]/a")
    left = MANY - len(shorten(LONG).page.quotes)
    assert link.get("href") == "quotes/index.html" and link.text == f"and {left} more quotations"
    (count,) = {b.text for b in tree.xpath("//nav[@class='rail']//a[@href='#quotes']/b")}
    assert count == str(MANY)
    assert f"… and {left} more: --part quotes" in show_story(LONG)


@pytest.mark.parametrize("section", WHOLE)
def test_a_section_has_a_page_with_all_of_it(section: str) -> None:
    tree = html_of(render_section(LONG, ARTICLES, section, Place(3)))
    assert len(tree.xpath("//h1")) == 1
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in tree.xpath("//a/@href"):
        assert not href.startswith("#") or href[1:] in ids, href
    assert not tree.xpath("//p[contains(@class, 'left')]")


def test_a_shared_passage_is_shown_by_its_opening_and_counted_so() -> None:
    words = PAGE.lineage[0].first
    long = Copy(words, (words, words))
    shown = opened(long, PageSettings(passage=3, carrier=2))
    assert [len(w.text.split()) for w in (shown.first, *shown.later)] == [3, 2, 2]
    assert words.text.startswith(shown.first.text) and shown.first.span.start == words.span.start
    assert shown.first.span.end - shown.first.span.start == len(shown.first.text)
    assert opened(shown, PageSettings(passage=3, carrier=2)) == shown


def test_cards_tell_less_before_one_is_left_out() -> None:
    told = tuple(plain(WIRE, "will open") for _ in range(8))
    cards = tuple(replace(card, told=told) for card in PAGE.people[:2])
    heads = sum(word_count(replace(card, told=())) for card in cards)
    one = word_count(told[0])
    fitted = fit_cards(cards, 3 * heads + 3 * one)
    assert [card.person for card in fitted] == [card.person for card in cards]
    assert heads < sum(map(word_count, fitted)) <= 3 * heads + 3 * one
    assert all(0 < len(card.told) < 8 for card in fitted)


def test_a_cut_card_is_whole_on_a_page_of_its_own() -> None:
    told = tuple(plain(WIRE, "will open") for _ in range(2_000))
    assert "people" in left_out(replace(LONG, people=(replace(PAGE.people[0], told=told),)))


def test_no_turn_is_left_out_for_what_else_is_told_of_its_day() -> None:
    sentences = tuple(plain(WIRE, word) for word in "The bridge will open".split())
    turn = TimelineEntry("2031-04-28", "planned", "2031-04-28", sentences, "", True)
    other = replace(turn, turn=False)
    assert [len(entry.sentences) for entry in fit_turns((turn, other), 2)] == [1, 4]
    assert fit_turns((turn, other), 1_000) == (turn, other)
