import numpy as np

from newsloom.records import ArticleId, Linked, Merged, Placed, Seq, StoryId
from newsloom.stories.frequency import Frequencies
from newsloom.stories.places import Places
from newsloom.stories.rulings import Rulings
from newsloom.stories.threads import reason, threads


def placed(report: str, story: str) -> Placed:
    return Placed(ArticleId(report), StoryId(story), 1.0)


def at(places: Places) -> dict[str, str]:
    return {str(report): str(story) for report, story in places.story.items()}


def test_a_merge_moves_all_and_taking_it_back_names_each_home() -> None:
    places = Places()
    for each in (placed("a", "a"), placed("b", "b"), placed("c", "b")):
        places.put(each, Seq(1))
    assert places.put(Merged(StoryId("b"), StoryId("a"), 1.0), Seq(4)) == ["b", "a"]
    assert at(places) == {"a": "a", "b": "a", "c": "a"}
    assert places.stands(without=Seq(4)) == {"b": "b", "c": "b"}


def test_a_report_returns_to_where_its_old_story_went_since() -> None:
    places = Places()
    for each in (placed("a", "a"), placed("b", "b"), placed("c", "b")):
        places.put(each, Seq(1))
    places.put(placed("c", "c"), Seq(4))  # a verdict moves c out
    places.put(Merged(StoryId("b"), StoryId("a"), 1.0), Seq(5))
    assert places.stands(without=Seq(4)) == {"c": "a"}


def test_the_latest_verdict_on_a_pair_stands_and_an_earlier_one_returns() -> None:
    rulings, pair = Rulings(), frozenset(("a", "b"))
    rulings.rule(pair, True, Seq(1))
    rulings.rule(pair, False, Seq(2))
    assert rulings.part(["a"], ["x", "b"]) and not rulings.ruled("a", same=True)
    rulings.withdraw(pair, Seq(2))
    assert not rulings.part(["a"], ["b"]) and rulings.ruled("b", same=True) == ["a"]
    rulings.withdraw(pair, Seq(1))
    assert rulings == Rulings()


def test_counts_are_taken_back_exactly_and_rare_terms_tell_more() -> None:
    frequencies, common, rare = Frequencies(), np.array([7], np.int32), np.array([9], np.int32)
    for _ in range(50):
        frequencies.add("de", common, 1)
    frequencies.add("de", rare, 1)
    both = frequencies.weights("de", np.array([7, 9], np.int32))
    assert both[0] < 0.1 < both[1] <= 1
    frequencies.add("de", rare, -1)
    assert frequencies.languages["de"].of[9] == 0 and frequencies.languages["de"].reports == 50


def test_a_language_seen_once_leans_on_all() -> None:
    frequencies, common = Frequencies(), np.array([7], np.int32)
    for _ in range(50):
        frequencies.add("de", common, 1)
    frequencies.add("und", np.array([8], np.int32), 1)
    assert frequencies.weights("und", common)[0] < 0.1


def link(story: str, earlier: str) -> Linked:
    return Linked(StoryId(story), StoryId(earlier), 0.9)


def test_a_thread_is_what_links_connect_named_after_the_story_that_opened_first() -> None:
    stories = [StoryId(name) for name in "abcdef"]
    found = threads([link("d", "c"), link("c", "a"), link("f", "e"), link("b", "gone")], stories)
    assert found == {"a": "a", "c": "a", "d": "a", "e": "e", "f": "e"}


def test_reasons_can_be_read() -> None:
    assert reason(True, True, False, 72) == "same people and place, 3 days later"
    assert reason(True, False, True, 2) == "same people and much the same words, on the same day"
    assert reason(False, False, False, -30) == "same subject, 1 day earlier"
