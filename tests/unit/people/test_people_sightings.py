from collections.abc import Sequence
from datetime import UTC, datetime
from time import process_time

from newsloom.langs.en.naming import NAMING
from newsloom.people.sightings import Sighting, read_lines, tagged_sightings
from newsloom.records import Article, ArticleId, Range
from newsloom.text.tagger import Name


class Stub:
    """Tags every "Quill"."""

    def tag(self, sentences: Sequence[str]) -> list[tuple[Name, ...]]:
        step = len("Quill met ")
        return [
            tuple(Name(at, at + 5, "person") for at in range(0, len(text), step) if text[at : at + 5] == "Quill")
            for text in sentences
        ]


def test_a_line_that_does_not_end_takes_no_longer_for_each_name() -> None:
    text = "Quill met " * 20_000
    at = datetime(2018, 5, 24, tzinfo=UTC)
    article = Article(id=ArticleId("a"), text=text, outlet="", canonical_url="", seen_at=at, content_hash="")
    started = process_time()
    lines = read_lines(article, [Range(0, len(text))])
    seen = tagged_sightings(article, lines, Stub(), NAMING)
    assert len(seen) == 20_000 and seen[-1].range == Range(len(text) - 10, len(text) - 5)
    assert process_time() - started < 5


def test_a_name_is_written_as_it_stands_also_where_an_apostrophe_ends_a_word() -> None:
    words = ("Sound", "Seafarers", "’", "Union")
    assert Sighting(Range(0, 23), "organisation", words, (), 0, 0, 4).name == "Sound Seafarers’ Union"
