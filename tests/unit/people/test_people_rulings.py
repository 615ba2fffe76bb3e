"""What people have ruled: the latest on a pair stands, and who was told apart is never one person."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsloom.people.rulings import company, keep_apart, obey, standing
from newsloom.records import EntityId, PersonId

ENTITIES = [EntityId(letter) for letter in "abcdef"]
one = st.sampled_from(ENTITIES)
pairs = st.lists(st.tuples(one, one), max_size=12)
places = st.fixed_dictionaries({entity: st.sampled_from([PersonId(e) for e in ENTITIES]) for entity in ENTITIES})


def E(letter: str) -> EntityId:
    return EntityId(letter)


def test_the_latest_verdict_on_a_pair_stands_whichever_was_named_first() -> None:
    rulings = standing([(E("a"), E("b"), False), (E("c"), E("d"), True), (E("b"), E("a"), True)])
    assert rulings.same == (("c", "d"), ("b", "a"))
    assert rulings.apart == ()


def test_nobody_is_told_apart_from_itself() -> None:
    assert standing([(E("a"), E("a"), False)]).apart == ()


def test_the_right_one_leaves_unless_the_person_is_named_after_it() -> None:
    assert keep_apart({E("a"): PersonId("a"), E("b"): PersonId("a")}, [(E("a"), E("b"))]) == {"b": "b"}
    assert keep_apart({E("a"): PersonId("a"), E("b"): PersonId("a")}, [(E("b"), E("a"))]) == {"b": "b"}


@given(where=places, apart=pairs)
def test_who_was_told_apart_is_never_one_person(
    where: dict[EntityId, PersonId], apart: list[tuple[EntityId, EntityId]]
) -> None:
    apart = [pair for pair in apart if pair[0] != pair[1]]
    after = where | keep_apart(where, apart)
    assert all(after[left] != after[right] for left, right in apart)
    assert keep_apart(after, apart) == {}


def test_company_goes_along_but_not_who_stays() -> None:
    same = [(E("b"), E("c")), (E("c"), E("d")), (E("e"), E("f"))]
    assert company(E("b"), E("a"), same, ENTITIES) == ("b", "c", "d")
    assert company(E("b"), E("d"), same, ENTITIES) == ("b",)
    assert company(E("b"), E("a"), same, [E("b"), E("d")]) == ("b",)


def test_a_bare_name_goes_to_whom_it_was_ruled_to_be() -> None:
    where = {E("a"): PersonId("a"), E("b"): PersonId("b"), E("c"): PersonId("a")}
    ruled = standing([(E("a"), E("b"), True), (E("a"), E("c"), False)])
    assert obey(where, ruled, {E("b")}) == {"a": "a", "b": "a", "c": "c"}
    assert obey(where, ruled, set())[E("b")] == "b"
