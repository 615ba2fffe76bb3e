from datetime import UTC, datetime

import numpy as np

from newsloom.config import StorySettings
from newsloom.records import Article, ArticleId
from newsloom.stories.features import story_terms
from newsloom.stories.frequency import SPACES, Ints
from newsloom.stories.threads import Focus, alike, topics_of
from newsloom.stories.vectors import Vector, block_of, vector_of
from newsloom.text.tokens import HASH_BITS

AT = datetime(2018, 5, 24, 12, tzinfo=UTC)
LINK = StorySettings().link_at


def vector(headline: str, text: str) -> Vector:
    article = Article(id=ArticleId("a"), seen_at=AT, headline=headline, text=text, language="en")
    return vector_of(story_terms(article), "en", 0)


def focus(*reports: Vector) -> Focus:
    return Focus.of([topics_of(each) for each in reports])


def held(*reports: Vector, times: int = 1) -> Ints:
    """How many reports of the news of these weeks have each term."""
    holders = np.zeros(SPACES << HASH_BITS, np.int32)
    for each in reports:
        holders[topics_of(each).terms] += times
    return holders


SPILL = vector("Premier Vale tours Ondrel spill", "Premier Orrin Vale saw the starch pond of Ondrel on Monday.")
INQUIRY = vector("Vale orders Ondrel inquiry", "Orrin Vale asked a judge to look into the starch at Ondrel.")
TARIFF = vector("Premier Vale raises tariffs", "Premier Orrin Vale put a duty on tin and copper on Monday.")


def test_a_name_that_everybody_names_links_nothing() -> None:
    always = held(vector("Premier Vale", "Premier Orrin Vale spoke at length and then left on Monday."), times=900)
    known = held(SPILL, INQUIRY, TARIFF) + always
    assert alike(focus(SPILL), focus(TARIFF), known, 1_000, "en") < LINK / 2
    assert alike(focus(SPILL), focus(INQUIRY), known, 1_000, "en") > LINK


def test_a_rare_name_links_what_a_common_one_does_not() -> None:
    rare, known = held(SPILL, TARIFF), held(SPILL, TARIFF) + held(TARIFF, times=300)
    assert alike(focus(SPILL), focus(TARIFF), known, 1_000, "en") < alike(
        focus(SPILL), focus(TARIFF), rare, 1_000, "en"
    )


def test_the_whole_thread_counts_not_its_nearest_report() -> None:
    others = [
        vector(f"Mill {n} closes", f"The mill of Tarn{n} shuts in spring, says owner Bo{n} Lund.") for n in range(5)
    ]
    thread = focus(INQUIRY, *others)
    known = held(SPILL, INQUIRY, *others)
    assert (
        alike(focus(SPILL), thread, known, 1_000, "en") < LINK < alike(focus(SPILL), focus(INQUIRY), known, 1_000, "en")
    )


def test_likeness_is_the_same_both_ways_and_nothing_is_like_nothing() -> None:
    known, empty = held(SPILL, INQUIRY), focus(vector("", ""))
    assert alike(focus(SPILL), focus(INQUIRY), known, 50, "en") == alike(focus(INQUIRY), focus(SPILL), known, 50, "en")
    assert alike(empty, focus(SPILL), known, 50, "en") == alike(empty, empty, known, 50, "en") == 0.0


def test_in_a_sum_what_all_tell_weighs_more_than_what_one_tells() -> None:
    block = block_of([SPILL, INQUIRY, TARIFF], 3)
    together = dict(zip(block.terms.tolist(), block.damped[-len(block.terms) :].tolist(), strict=True))
    shared = set(SPILL.terms.tolist()) & set(INQUIRY.terms.tolist()) & set(TARIFF.terms.tolist())
    alone = set(TARIFF.terms.tolist()) - set(SPILL.terms.tolist()) - set(INQUIRY.terms.tolist())
    assert shared and alone
    assert min(together[term] for term in shared) > max(together[term] for term in alone)


def test_what_a_report_says_again_and_again_it_is_more_about_than_what_it_says_once() -> None:
    once = vector("Vale tours Ondrel", "Premier Orrin Vale saw the pond. Rain fell on tents and carts.")
    often = vector("Vale tours Ondrel", "Premier Orrin Vale saw Ondrel. Ondrel drinks it; Ondrel wants Vale to act.")
    known = held(INQUIRY, once, often)
    assert alike(focus(INQUIRY), focus(once), known, 50, "en") < alike(focus(INQUIRY), focus(often), known, 50, "en")


def test_a_word_of_the_lede_alone_is_half_of_one_of_the_headline() -> None:
    topics = topics_of(vector("pond", "the pond and the tents"))
    assert sorted(topics.strengths / topics.strengths.max()) == [0.5, 1.0]
