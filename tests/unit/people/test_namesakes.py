"""Who is whom: spellings that join, namesakes that stay apart, East Asian order, and "not to be confused with"."""

from __future__ import annotations

from itertools import combinations

import pytest
from tests.unit.people.conftest import MakeReport

from newsloom.people.cards import build_cards
from newsloom.people.cast import build_cast
from newsloom.people.resolve import JOINED
from newsloom.people.spelling import compare, keys_of
from newsloom.records import Kind

NAMESAKES = (
    "Kim Jong Un", "Kim Jong Il", "Kim Il Sung", "Kim Yong Chol", "Kim Kye Gwan", "Kim Yo Jong", "Sung Kim",
    "Kim Hong-Ji", "Moon Jae-in", "Moon Chung-in", "Mike Pompeo", "Mike Pence", "Bernie Sanders", "Sarah Sanders",
    "George H. W. Bush", "Jeb Bush", "John Kelly", "Mark Kelly", "Mohammed bin Salman", "Mohammed bin Nayef",
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong-un"), ("Kim Jong Un", "Kim Jong-Un"), ("Moammar Gadhafi", "Muammar Qaddafi"),
        ("Choe Son Hui", "Choe Sun Hui"), ("Ri Yong Ho", "Ri Yong-ho"), ("Ban Ki-moon", "Ki-moon Ban"),
        ("Moon Jae-in", "Moon Jae In"), ("Mohammed bin Salman", "Mohammad bin Salman"),
        ("Bill Clinton", "William Clinton"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"), ("Adel al-Jubeir", "Adel Al Jubeir"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_join(one: str, other: str) -> None:
    assert compare(one, other) == compare(other, one) >= JOINED
    assert set(keys_of(one)) & set(keys_of(other))


@pytest.mark.parametrize(("one", "other"), list(combinations(NAMESAKES, 2)))
def test_namesakes_stay_apart(one: str, other: str) -> None:
    assert compare(one, other) < JOINED
    assert compare(other, one) < JOINED


def test_a_card_names_whom_its_bearer_is_not(report: MakeReport) -> None:
    names: dict[str, Kind] = dict.fromkeys(("Moon Jae-in", "Moon Chung-in", "Kim Jong Un", "Kim Yong Chol"), "person")
    told = report(
        "President Moon Jae-in met Kim Jong Un, the North's leader. Adviser Moon Chung-in spoke. "
        "Kim Yong Chol, a former spy chief, left.",
        names,
    )
    cards = {card.person.name: card.distinct_from for card in build_cards(build_cast((told,)), (told,))}
    assert cards["Moon Jae-in"] == ("Moon Chung-in",)
    assert cards["Kim Jong Un"] == ("Kim Yong Chol",)


def test_the_family_name_alone_goes_to_the_one_far_oftener_named(report: MakeReport) -> None:
    names: dict[str, Kind] = dict.fromkeys(("Kim Jong Un", "Kim Yong Chol", "Kim"), "person")
    told = [report(f"Kim Jong Un spoke. {n} ships left.", names, id=f"a{n}") for n in range(4)]
    told += [report("Kim Yong Chol left.", names, id="b1"), report("Kim smiled.", names, id="b2")]
    cast = build_cast(tuple(told))
    assert cast.of[told[-1].analysis.entities[0].id].name == "Kim Jong Un"
