"""What is said, wanted or judged without quotation marks: one invented case for each rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.quotes.quoting import read, shown

CASES = {
    "a judgement ends where the reporter goes on": (
        "[p:Ann Lee] praised the harbour plan, but it was soon forgotten.",
        [("the harbour plan", "Ann Lee")],
    ),
    "a wish within a statement is the statement's": (
        "[p:Bo Day] said that [p:Ann Lee] wants to sail soon.",
        [("that Ann Lee wants to sail soon", "Bo Day")],
    ),
    "what is relayed stands by itself": (
        "[o:Harbour News] reported that [p:Ann Lee] wants to sail soon.",
        [("that Ann Lee wants to sail soon", "Harbour News"), ("to sail soon", "Ann Lee")],
    ),
    "whom a passive judges": (
        "The port plan was criticised by [p:Ann Lee].",
        [("The port plan", "Ann Lee")],
    ),
    "a passive that does not touch its noun": (
        "The port and the remarks viewed by [p:Ann Lee] closed.",
        [],
    ),
    "a noun with an owner": (
        "[p:Ann Lee] left. Her decision to sail alone was late.",
        [("to sail alone", "Ann Lee")],
    ),
    "a noun of somebody named": (
        "Few heard [p:Ann Lee]'s claim that the sea had risen.",
        [("that the sea had risen", "Ann Lee")],
    ),
    "a noun with a place": ("[p:Ann Lee] left. Her threat to the city was late.", []),
    "a noun without an owner": ("The decision to sail alone was late.", []),
    "whom one answers": ("[p:Ann Lee] did not respond to requests for comment.", []),
    "to whom one speaks": ("[p:Ann Lee] shouted to the crowd.", []),
    "a measure": ("Ships burn ten tons of oil per year in the port.", []),
    "a setting is nothing said": (
        'In a long speech in May, [p:Ann Lee] attacked "the old and tired harbour law".',
        [],
    ),
    "a setting opens a statement": (
        "The study found that in the two ports, which are old, few ships sail.",
        [("that in the two ports, which are old, few ships sail", "The study")],
    ),
    "a condition opens a statement": (
        "[p:Ann Lee] fears that if the rain goes on, the port could close.",
        [("that if the rain goes on, the port could close", "Ann Lee")],
    ),
    "a verb that is often something else, with that": (
        "[p:Ann Lee] ruled that the port must close.",
        [("that the port must close", "Ann Lee")],
    ),
    "a particle": (
        "[p:Ann Lee] pointed out the river rises in May.",
        [("the river rises in May", "Ann Lee")],
    ),
    "a thing that tells": ("One slide says the city will flood.", [("the city will flood", "One slide")]),
    "it was said": (
        "[p:Ann Lee] appeared to suggest that ships are slow.",
        [("that ships are slow", "Ann Lee")],
    ),
    "it was not said": ("[p:Ann Lee] will suggest that ships are slow.", []),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_without_marks(case: str) -> None:
    text, expected = CASES[case]
    assert shown(read(text), "indirect") == expected


@given(st.lists(st.sampled_from("his claim that to plan was by criticised the [p:Ann] , . : “ ” said".split())))
def test_every_content_lies_in_the_text(words: list[str]) -> None:
    report = read(" ".join(words) or "x")
    for quote in report.analysis.quotes:
        assert 0 <= quote.range.start < quote.range.end <= len(report.article.text)
