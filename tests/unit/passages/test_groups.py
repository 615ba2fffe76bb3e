from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsloom.passages.groups import Groups


def test_joined_members_are_one_group_named_by_the_first() -> None:
    groups = Groups("abcd")
    groups.join("d", "b")
    assert groups.members() == [["a"], ["b", "d"], ["c"]]
    assert groups.of("d") == "b"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_the_order_of_joins_makes_no_difference(pairs: list[tuple[int, int]]) -> None:
    forwards, backwards = Groups(range(10)), Groups(range(10))
    for left, right in pairs:
        forwards.join(left, right)
    for left, right in reversed(pairs):
        backwards.join(right, left)
    assert forwards.members() == backwards.members()
