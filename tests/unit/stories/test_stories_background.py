"""A young archive: what is common in news at large is no news, what is common in its one affair is."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from newsloom.records import Article, ArticleId
from newsloom.stories.features import story_terms
from newsloom.stories.frequency import Frequencies, background
from newsloom.stories.vectors import counted_terms, vector_of


def terms_of(text: str) -> npt.NDArray[np.int32]:
    article = Article(id=ArticleId(""), language="en", seen_at=datetime(2018, 5, 24, tzinfo=UTC), text=text)
    return counted_terms(vector_of(story_terms(article), "en", 0))


def test_the_affairs_own_words_stay_telling_while_common_ones_are_not() -> None:
    frequencies = Frequencies()
    for _ in range(10):  # an archive that has seen nothing but one affair
        frequencies.add("en", terms_of("the government said zeppelins were moored"), 1)
    common, own = (float(frequencies.weights("en", terms_of(word)).min()) for word in ("government", "zeppelins"))
    assert own > 2 * common


def test_a_language_without_a_background_learns_from_the_archive_alone() -> None:
    frequencies = Frequencies()
    frequencies.add("fr", terms_of("le gouvernement"), 1)
    assert frequencies.weights("fr", terms_of("gouvernement")).max() < 1
    assert background().reports > 500
