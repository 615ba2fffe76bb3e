from __future__ import annotations

from tests.unit.pages.page_reports import NOW, report_of

from newsloom.langs import LANGUAGES
from newsloom.pages.shown import text_of
from newsloom.pages.summary import FEWEST, MOST, summarise
from newsloom.records import Report, Words
from newsloom.text.vectors import content_stems, overlap

OLD = report_of(
    "The council of Port Ellen planned a second ferry terminal near the lighthouse. "
    "Herring would leave the bay for ever, fishermen told the mayor in January. "
    "Engineers estimated the cost of new piers at nine million crowns.",
    "a",
    days=5,
)
NEW = report_of(
    "The council of Port Ellen has stopped the second ferry terminal after a protest by fishermen. "
    "Mayor Ingrid Solberg called the decision a victory for the herring. "
    "I walked along the bay and felt happy about it all.",
    "b",
)
ALSO = report_of(
    "Port Ellen's council stopped its second ferry terminal after fishermen held a protest. "
    "Shipyard workers demand damages before any judge can hear their case.",
    "c",
)
REPORTS = (OLD, NEW, ALSO)


def texts(*reports: Report) -> list[str]:
    articles = {report.id: report.article for report in reports}
    return [text_of(sentence, articles) for sentence in summarise(reports, {}, NOW)]


def test_the_newest_development_comes_first() -> None:
    shown = texts(*REPORTS)
    assert "stopped" in shown[0]
    assert "Engineers" in shown[-1]


def test_of_one_day_what_the_headline_tells_comes_first() -> None:
    articles = {report.id: report.article for report in REPORTS}

    def first(headline: str) -> str:
        return text_of(summarise(REPORTS, {}, NOW, headline=headline)[0], articles)

    assert "stopped" in first("Port Ellen stops second ferry terminal")
    assert "Mayor Ingrid" in first("Mayor Ingrid Solberg calls it victory for herring")


def test_a_reprinted_sentence_is_cited_from_the_report_that_had_it_first() -> None:
    words = "Port Ellen’s council has stopped the second ferry terminal after a protest by fishermen."
    wire, reprint = report_of(words, "w", days=0.5), report_of(words.replace("’", "'"), "r", days=0.1)
    (sentence,) = summarise((wire, reprint), {}, NOW)
    assert next(sentence.words()).span.article_id == "w"
    assert [told.span.article_id for told in sentence.also] == ["r"]


def test_no_two_sentences_share_more_than_half_their_content_words() -> None:
    stems = [content_stems(text, LANGUAGES["en"].stop_words, "english") for text in texts(*REPORTS)]
    assert len(stems) >= 3
    assert all(overlap(a, b) <= 0.5 for n, a in enumerate(stems) for b in stems[:n])


def test_the_writers_own_voice_is_left_out() -> None:
    assert not any("I walked" in text for text in texts(*REPORTS))


def test_every_sentence_is_words_of_a_report() -> None:
    whole = {report.id: report.article.text for report in REPORTS}
    for sentence in summarise(REPORTS, {}, NOW):
        for words in sentence.words():
            assert whole[words.span.article_id][words.span.start : words.span.end] == words.text


def test_other_outlets_that_say_the_same_are_named() -> None:
    stopped = next(s for s in summarise(REPORTS, {}, NOW) if any("stopped" in w.text for w in s.words()))
    assert {w.span.article_id for w in stopped.words()} == {"b", "c"}


def test_at_most_seven_sentences() -> None:
    many = tuple(
        report_of(
            f"Mrs. {name} opened a {thing} in {place} this spring with two {animal} inside. "
            f"A {animal} that {name} sold never came to {place}, the {thing} keeper said.",
            f"r{number}",
        )
        for number, (name, thing, place, animal) in enumerate(
            zip(
                "Arne Berit Carl Dagny Edvard Frida Gunnar Hilde".split(),
                "museum library bakery theatre brewery school garden mill".split(),
                "Oban Mallaig Ullapool Wick Thurso Tain Nairn Elgin".split(),
                "otter heron badger weasel falcon marten salmon beetle".split(),
                strict=True,
            )
        )
    )
    assert 3 <= len(summarise(many, {}, NOW)) <= 7


def test_the_order_of_the_reports_makes_no_difference() -> None:
    assert summarise(REPORTS, {}, NOW) == summarise(REPORTS[::-1], {}, NOW)


def test_a_story_has_one_sentence_more_for_each_report() -> None:
    for n in range(1, len(REPORTS) + 1):
        assert len(summarise(REPORTS[:n], {}, NOW)) <= min(MOST, FEWEST - 1 + n)


def test_nothing_that_can_stand_alone_gives_no_summary() -> None:
    assert summarise((report_of("Why not? Well."),), {}, NOW) == ()


def test_a_language_without_rules_still_gives_whole_sentences() -> None:
    text = "Rada miasta odrzuciła w środę plan budowy drugiego terminalu promowego w porcie."
    (sentence,) = summarise((report_of(text, language="pl"),), {}, NOW)
    assert [piece.text for piece in sentence.pieces if isinstance(piece, Words)] == [text]
