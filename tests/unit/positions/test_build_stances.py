from __future__ import annotations

from tests.unit.positions.position_reports import people_of, report_of, with_pronoun

from newsloom.positions import build_stances
from newsloom.records import CitedSentence, Insert, Report, Stance, Words

NAMES = {"Ann Lee": "person", "Bo Ray": "person"}


def stances(*reports: Report) -> tuple[Stance, ...]:
    return build_stances(reports, people_of(*reports))


def text(sentence: CitedSentence) -> str:
    return " ".join(f"[{p.text}]" if isinstance(p, Insert) else p.text for p in sentence.pieces)


def report(words: str, id_: str, hours: float) -> Report:
    return report_of(words, id_, NAMES, hours=hours)  # type: ignore[arg-type]


def test_the_newest_stands_first_and_the_same_words_but_once() -> None:
    old = report("Ann Lee opposed the new dam above the old town.", "a", 9)
    copy = report("Ann Lee opposed the new dam above the old town.", "b", 8)
    new = report("Ann Lee opposed every plan for a second bridge on Monday.", "c", 1)
    (stance,) = stances(old, copy, new)
    assert (stance.party.name, stance.stance) == ("Ann Lee", "opposes")
    assert [s.pieces[0].span.article_id for s in stance.sentences if isinstance(s.pieces[0], Words)] == ["c", "a"]
    assert [words.span.article_id for words in stance.sentences[1].also] == ["b"]


def test_the_party_of_most_reports_stands_first() -> None:
    first = report("Bo Ray supported the new dam above the old town.", "a", 3)
    second = report("Ann Lee opposed the new dam above the old town.", "b", 2)
    third = report("Ann Lee rejected the offer that the company had made.", "c", 1)
    assert [stance.party.name for stance in stances(first, second, third)] == ["Ann Lee", "Ann Lee", "Bo Ray"]


def test_a_pronoun_is_spelt_out_with_the_words_that_bear_it() -> None:
    one = with_pronoun(
        report("Ann Lee spoke first. She rejected the plan for the old town today.", "a", 1), "Ann Lee", "She"
    )
    (stance,) = stances(one)
    (sentence,) = stance.sentences
    assert text(sentence) == "She [Ann Lee] rejected the plan for the old town today."
    (insert,) = (piece for piece in sentence.pieces if isinstance(piece, Insert))
    assert [words.text for words in insert.because] == ["Ann Lee"]


def test_a_page_stays_short() -> None:
    verbs = "opposed supported demanded promised offered".split()
    one = report_of(
        " ".join(f"Ann Lee {verb} the thing number {n} of a long list." for n, verb in enumerate(verbs * 3)),
        "a",
        {"Ann Lee": "person"},
    )
    shown = stances(one)
    assert len(shown) <= 4
    assert all(len(stance.sentences) <= 3 for stance in shown)


def test_all_positions_together_stay_short() -> None:
    names = [f"{first} {last}" for first in ("Ann", "Bo", "Cleo") for last in ("Lee", "Ray", "Weil")]
    verbs = "opposed supported demanded promised".split()
    words = "the long and winding plan for the old town and for its bridge that nobody had read to its end"
    text = " ".join(f"{name} {verb} {words} number {n}." for n, verb in enumerate(verbs) for name in names)
    shown = stances(report_of(text, "a", dict.fromkeys(names, "person")))
    assert len({stance.party.name for stance in shown}) == 8
    assert sum(len(piece.text.split()) for s in shown for c in s.sentences for piece in c.pieces) <= 500


def test_what_is_demanded_is_wanted_too() -> None:
    one = report("Ann Lee demanded an inquiry into the fire at the old mill.", "a", 3)
    two = report("Ann Lee wants guarantees for those who lived near the mill.", "b", 1)
    (stance,) = stances(one, two)
    assert (stance.stance, len(stance.sentences)) == ("wants", 2)


def test_without_reports_nothing_is_shown() -> None:
    assert build_stances((), {}) == ()


def test_a_dateline_is_no_part_of_what_is_shown() -> None:
    (stance,) = stances(report("HALDEN, June 1 (Wire) - Ann Lee opposed the new dam above the old town.", "a", 1))
    assert text(stance.sentences[0]) == "Ann Lee opposed the new dam above the old town."
