from datetime import UTC, date, datetime

from newsloom.records import Article, ArticleId
from newsloom.stories.days import find_days
from newsloom.stories.features import normal, story_terms
from newsloom.text.tokens import WORD, hash_term

AT = datetime(2018, 5, 24, 12, tzinfo=UTC)


def article(text: str, headline: str = "", language: str = "en", url: str = "") -> Article:
    return Article(id=ArticleId("a"), seen_at=AT, text=text, headline=headline, language=language, canonical_url=url)


def terms(found: tuple[tuple[int, int], ...]) -> set[int]:
    return {term for term, _ in found}


def hashed(*words: str) -> set[int]:
    return {hash_term(word) for word in words}


def test_forms_of_a_word_are_one_term() -> None:
    assert normal("Negotiations") == normal("negotiation") == "negotia"
    assert normal("Vale's") == normal("VALE") == "vale"


def test_names_are_runs_of_capitals_and_a_sentence_opening_alone_is_none() -> None:
    found = terms(story_terms(article("Officials met Orrin Vale in Tarnholm. Talks failed. Vale left.")).names)
    assert hashed("orrin vale", "orrin", "vale", "tarnhol") <= found
    assert not hashed("talks", normal("Officials")) & found


def test_a_text_written_like_a_title_names_nobody() -> None:
    assert not story_terms(article("Premier Orrin Vale Leaves Tarnholm Talks Early")).names
    assert story_terms(article("Premier Orrin Vale leaves the talks in Tarnholm early")).names


def test_places_follow_a_preposition_or_stand_in_the_dateline() -> None:
    found = terms(story_terms(article("ESKMOOR (Newswire) — A barge sank near Port Anselm on Monday.")).places)
    assert hashed("eskmoor", "port anselm") <= found


def test_a_stop_word_that_opens_a_sentence_is_no_name() -> None:
    assert not hashed("the") & terms(story_terms(article("ESKMOOR — The barge sank. The crew of the Ada swam.")).names)


def test_figures_stand_with_the_word_after_them_and_the_own_year_says_nothing() -> None:
    found = terms(story_terms(article("In 2018 the fire hurt 1,200 workers and 3 pilots.")).numbers)
    assert found == hashed("1200", "1200 workers", "3 pilots")


def test_chinese_is_read_in_pairs_of_characters() -> None:
    assert terms(story_terms(article("大火烧毁工厂", language="zh")).body) == hashed(
        "大火", "火烧", "烧毁", "毁工", "工厂"
    )


def test_without_a_headline_the_opening_stands_in() -> None:
    assert story_terms(article("A barge sank.")).headline == story_terms(article("A barge sank.")).lede


def test_the_slug_is_the_wordiest_part_of_the_address() -> None:
    found = story_terms(article("x", url="https://o.example/news/2018/barge-sinks-off-anselm-123.html")).slug
    assert terms(found) == hashed("barge", "sinks", "off", "anselm", "html")


def test_days_are_resolved_against_the_day_of_the_report() -> None:
    told = date(2018, 5, 24)  # a Thursday
    text = "It began Tuesday; talks on Thursday; a vote on June 12, after 3 January."
    assert [str(day) for day in find_days(WORD.findall(text), "en", told)] == [
        "2018-05-22",
        "2018-05-24",
        "2018-06-12",
        "2018-01-03",
    ]
    assert [str(day) for day in find_days("le 12 juin mardi".split(), "fr", told)] == ["2018-06-12", "2018-05-22"]


def test_odd_days_and_unknown_languages_raise_nothing() -> None:
    assert list(find_days("February 30 Sunday".split(), "xx", date(1, 1, 1))) == []


def test_empty_and_odd_texts_raise_nothing() -> None:
    for text in ("", " ", "—", "(((", "A" * 100_000, "“"):
        story_terms(article(text))
