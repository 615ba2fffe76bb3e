"""Which spellings are one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsloom.people.resolve import JOINED
from newsloom.people.spelling import compare, family_key, keys_of, read_name

SAME = [
    ("Kim Jong Un", "Kim Jong-un"),
    ("Moammar Gadhafi", "Muammar Qaddafi"),
    ("Choe Son Hui", "Choe Sun Hui"),
    ("Bill Haverford", "William Haverford"),
    ("George W. Bush", "George Walker Bush"),
    ("Jean Dupré", "Jean Dupre"),
    ("Adel al-Jubeir", "Adel Jubeir"),
    ("Mohammed bin Salman", "Mohammad Bin Salman"),
    ("Ban Ki-moon", "Ki-moon Ban"),
    ("Joan Q. Smith", "Joan Smith"),
]
OTHERS = [
    ("Mike Pompeo", "Mike Pence"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Kim Jong Un", "Kim Yong Chol"),
    ("Kim Yong Chol", "Kim Kye Gwan"),
    ("Sung Kim", "Kim Il Sung"),
    ("Moon Jae-in", "Moon Chung-in"),
    ("Bill Clinton", "Hillary Clinton"),
    ("George W. Bush", "George H. W. Bush"),
    ("Hollis Crane Jr.", "Hollis Crane"),
    ("John Smith", "Joan Smith"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spellings_of_one_name_join_and_meet_under_a_key(left: str, right: str) -> None:
    assert compare(left, right) >= JOINED - 0.16
    assert set(keys_of(left)) & set(keys_of(right))


@pytest.mark.parametrize(("left", "right"), OTHERS)
def test_namesakes_stay_apart(left: str, right: str) -> None:
    assert compare(left, right) < JOINED


@given(
    st.sampled_from([name for pair in SAME + OTHERS for name in pair]), st.sampled_from([b for _, b in SAME + OTHERS])
)
def test_comparing_is_symmetric(left: str, right: str) -> None:
    assert compare(left, right) == compare(right, left)
    assert compare(left, left) == 1.0


@given(st.text(max_size=40))
def test_any_name_can_be_read(name: str) -> None:
    read_name(name)
    keys_of(name)
    compare(name, "Ada Mistral")


def test_parts() -> None:
    assert read_name("Ludwig van der Berg").family == "van der berg"
    assert read_name("Xi Jinping").family == "xi"
    assert read_name("Kim Novak").family == "novak"


def test_all_spellings_of_a_family_begin_alike() -> None:
    for name in ("Moammar Gadhafi", "Muammar Qaddafi"):
        assert any(key.startswith(family_key("gaddafi")) for key in keys_of(name))
