"""One utterance in several outlets: grouped, compared, never paraphrased."""

from tests.unit.quotes.quoting import people, read, shown

from newsloom.quotes.variants import compare, group
from newsloom.records import Words

LONG = '"The sea belongs to those who sail it, and we will sail it every day," said [p:Ann Lee].'
CUT = '[p:Ann Lee] said that "the sea belongs to those who sail it" in her speech.'
OTHER = '"Nobody can own the water that lies between two shores," said [p:Ann Lee].'
INDIRECT = "[p:Ann Lee] said that the sea belongs to those who sail it."


def texts(utterance: object) -> list[list[str]]:
    return [[piece.text for piece in v.pieces if isinstance(piece, Words)] for v in utterance.variants]  # type: ignore[attr-defined]


def test_cuts_of_one_utterance_are_variants_first_carrier_first() -> None:
    reports = (read(CUT, name="b", day=2), read(LONG, name="a", day=1), read(OTHER, name="c", day=3))
    first, second = group(reports, people(*reports))
    assert texts(first) == [
        ['"The sea belongs to those who sail it, and we will sail it every day,"'],
        ['"the sea belongs to those who sail it"'],
    ]
    assert first.id.startswith("a.0.") and first.speaker is not None and first.speaker.name == "Ann Lee"
    assert len(second.variants) == 1


def test_the_same_words_elsewhere_are_named_as_also() -> None:
    reports = (read(LONG, name="a", day=1), read(LONG, name="b", day=2))
    (utterance,) = group(reports, people(*reports))
    assert len(utterance.variants) == 1
    assert [words.span.article_id for words in utterance.variants[0].also] == ["b"]


def test_a_paraphrase_is_never_in_it() -> None:
    reports = (read(INDIRECT, name="a", day=1), read(LONG, name="b", day=2))
    assert shown(reports[0], "indirect")
    (utterance,) = group(reports, people(*reports))
    assert utterance.id.startswith("b.")


def test_the_same_words_of_two_speakers_stay_apart() -> None:
    reports = (read(LONG, name="a"), read(LONG.replace("Ann Lee", "Bo Day"), name="b"))
    assert len(group(reports, people(*reports))) == 2


def test_parts_of_a_split_quote_are_one_sentence_of_two_pieces() -> None:
    report = read('"The sea belongs to us," [p:Ann Lee] said. "We sail it every day."')
    (utterance,) = group((report,), people(report))
    assert texts(utterance) == [['"The sea belongs to us,"', '"We sail it every day."']]


def test_an_unnamed_speaker_is_shown_in_the_reports_words() -> None:
    report = read('"The sea belongs to all of us," said a port official.')
    (utterance,) = group((report,), {})
    assert utterance.speaker is None
    assert utterance.speaker_words is not None and utterance.speaker_words.text == "a port official"


def test_the_most_carried_stands_first_whatever_the_order_of_reports() -> None:
    reports = (read(OTHER, name="a"), read(LONG, name="b"), read(CUT, name="c"))
    found = group(reports, people(*reports))
    assert [len(u.variants) for u in found] == [2, 1]
    assert [u.id for u in group(reports[::-1], people(*reports))] == [u.id for u in found]


def test_compare_shows_what_was_cut_and_added() -> None:
    assert compare("We will go there now", "We will not go now") == (
        ("same", "We will"),
        ("added", "not"),
        ("same", "go"),
        ("cut", "there"),
        ("same", "now"),
    )
    assert compare("", "") == ()


def test_words_that_say_nothing_by_themselves_are_left_out() -> None:
    report = read('[p:Ann Lee] said it comes "next week" or so. [p:Ann Lee] wants a "strategic shift" in the port.')
    again = read('[p:Ann Lee] called it "sad" and a "day" of woe.', name="r2")
    found = group((report, again), people(report, again))
    assert [piece.text for one in found for piece in one.variants[0].pieces] == ['"strategic shift"']
