from __future__ import annotations

import pytest
from tests.unit.pages.page_reports import report_of

from newsloom.pages.shown import text_of
from newsloom.pages.standing import speakers_of, stand_alone
from newsloom.records import CitedSentence, Insert

LEAD = "Mayor Ingrid Solberg opened the new ferry terminal at Port Ellen in front of a large crowd."


def shown(text: str, number: int = -1) -> str | None:
    """The last sentence of a text as it would be shown alone; None where it cannot stand."""
    report = report_of(text)
    pieces = stand_alone(report, report.analysis.sentences[number], speakers_of(report, {}))
    return text_of(CitedSentence(pieces), {report.id: report.article}) if pieces else None


def test_a_sentence_that_names_all_stands_as_it_is() -> None:
    assert shown(LEAD) == LEAD


def test_an_open_pronoun_is_named_with_the_place_that_says_so() -> None:
    report = report_of(f"{LEAD} She said the work had cost nine million crowns.")
    pieces = stand_alone(report, report.analysis.sentences[1], speakers_of(report, {}))
    assert pieces is not None
    insert = next(piece for piece in pieces if isinstance(piece, Insert))
    assert insert.text == insert.because[0].text == "Ingrid Solberg"
    whole = text_of(CitedSentence(pieces), {report.id: report.article})
    assert whole == "She [Ingrid Solberg] said the work had cost nine million crowns."


@pytest.mark.parametrize(
    "text",
    [
        # two people could be meant
        "Mayor Ingrid Solberg thanked the engineer Bjorn Lund at Port Ellen. He said the work had cost nine million.",
        # nobody has been named for long
        f"{LEAD} The sea was calm. Two hundred people stood on the pier. She said the work had cost nine million.",
        # a common noun that comes first is nearer
        f"{LEAD} The builder of the terminal said on the pier that her plans had cost nine million crowns.",
    ],
)
def test_a_name_is_put_behind_a_pronoun_only_where_nobody_else_is_meant(text: str) -> None:
    assert shown(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The move came after the fishermen of Port Ellen had protested in front of the council.",
        "The two met for the first time on the pier of Port Ellen in front of a large crowd.",
        "The council of Port Ellen also asked the fishermen for their view of the new terminal.",
        "Since then the council of Port Ellen has closed four of the ten piers in the old harbour.",
        "Eight more ferries of the Port Ellen line were kept in the harbour by the storm.",
        "The fishermen of Port Ellen have levelled that accusation against the mayor and the council.",
        "In a statement, it said that the ferries of Port Ellen would stay in the old harbour.",
        "In this file photo the old ferry of Port Ellen is seen on a calm day in the harbour.",
        "The council of Port Ellen, meanwhile, asked the fishermen for a view of the new terminal.",
    ],
)
def test_a_sentence_that_goes_on_from_the_one_before_is_not_shown(text: str) -> None:
    assert shown(f"{LEAD} {text}") is None


def test_what_a_sentence_explains_itself_may_open_it() -> None:
    whole = "The decision to close the old pier came after the fishermen of Port Ellen had protested."
    assert shown(f"{LEAD} {whole}") == whole
    late = "The council of Port Ellen asked the fishermen for a view of the terminal and the ferrymen also."
    assert shown(f"{LEAD} {late}") == late


def test_whoever_has_a_title_is_named_wherever_the_title_stands() -> None:
    first = "Senator Ingrid Solberg visited Port Ellen. "
    assert shown(f"{first}The ferrymen of the harbour wrote to the senator about a new pier.") == (
        "The ferrymen of the harbour wrote to the senator [Ingrid Solberg] about a new pier."
    )


def test_a_dateline_is_no_part_of_what_is_shown() -> None:
    lead = "Mayor Ingrid Solberg opened the new ferry terminal in front of a large crowd."
    for dateline in ("PORT ELLEN, June 8 (Coast Wire) - ", "PORT ELLEN (Reuters) — ", "PORT ELLEN, 8 June – "):
        assert shown(dateline + lead) == lead


def test_a_day_that_may_be_last_or_next_is_not_shown() -> None:
    assert shown("The council of Port Ellen and its builders agreed to meet on Tuesday about the terminal.") is None


def test_a_day_counted_from_another_is_shown_where_its_sentence_names_that_one() -> None:
    told = "Port Ellen closed on Tuesday the ferry terminal that its mayor had opened a week earlier."
    assert shown(told) == told.replace("Tuesday", "Tuesday [8 June 2021]")
    assert shown("Port Ellen has closed the ferry terminal that its mayor had opened a week earlier.") is None


def test_a_pronoun_that_nobody_can_resolve_is_not_shown() -> None:
    assert shown("The terminal opened on time. He said the work had cost nine million crowns in all.") is None


def test_a_pronoun_named_before_it_in_its_sentence_needs_nothing() -> None:
    text = "Mayor Ingrid Solberg said that she would open the new ferry terminal herself."
    assert shown(text) == text


def test_a_loose_day_gets_its_date() -> None:
    assert shown("The council of Port Ellen voted on Tuesday to build a second ferry terminal.") == (
        "The council of Port Ellen voted on Tuesday [8 June 2021] to build a second ferry terminal."
    )


def test_a_possessive_day_stays_whole() -> None:
    assert shown("Few people in Port Ellen came to Tuesday's meeting about the second ferry terminal.") == (
        "Few people in Port Ellen came to Tuesday's [8 June 2021] meeting about the second ferry terminal."
    )


def test_one_day_is_inserted_once() -> None:
    assert shown("Port Ellen voted on Tuesday, and on Tuesday night builders of the ferry terminal went home.") == (
        "Port Ellen voted on Tuesday [8 June 2021], and on Tuesday night builders of the ferry terminal went home."
    )


def test_a_full_date_needs_nothing() -> None:
    text = "The council of Port Ellen voted on June 8 to build a second ferry terminal."
    assert shown(text) == text


@pytest.mark.parametrize(
    "sentence",
    [
        "Will the council of Port Ellen ever build the second ferry terminal?",
        "We think that the council of Port Ellen should build a second terminal now.",
        "This was the reason why the council of Port Ellen built a second terminal.",
        "“The council of Port Ellen will never build a second ferry terminal here.”",
        "“The council of Port Ellen will never build it, said the mayor of the town.",
        "Instead, they built a second ferry terminal for the people of Port Ellen.",
        "However, the council of Port Ellen has built a second ferry terminal since.",
        "The council of Port Ellen, however, has built a second ferry terminal since.",
        "Y., called for a second ferry terminal of the council of Port Ellen.",
        "The mayor Ann Lee opens the second ferry terminal of Port Ellen in Oban, U.S., September 4, 2018.",
        "See the plans for the terminal at https://example.org/plans and tell the council.",
        "COUNCIL OF PORT ELLEN VOTES FOR SECOND FERRY TERMINAL AFTER LONG DEBATE.",
        "The council of Port Ellen voted on the second ferry terminal and then it de",
        "A terminal.",
    ],
)
def test_what_leans_on_its_neighbours_is_not_shown(sentence: str) -> None:
    assert shown(sentence) is None


def test_a_quotation_in_the_first_person_is_no_voice_of_the_writer() -> None:
    text = "“I will open the new ferry terminal in person,” Mayor Ingrid Solberg told reporters."
    assert shown(text) == text


def test_dateline_and_connective_are_cut() -> None:
    assert shown("PORT ELLEN, Scotland (Reuters) - Mayor Ingrid Solberg opened the new ferry terminal.") == (
        "Mayor Ingrid Solberg opened the new ferry terminal."
    )
    assert shown(f"{LEAD} But Mayor Ingrid Solberg did not say who had paid for it.") == (
        "Mayor Ingrid Solberg did not say who had paid for it."
    )


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    tail = ", which " + " and ".join(["had been built by the council over many years of hard work"] * 4) + "."
    assert shown(f"Mayor Ingrid Solberg opened the new ferry terminal at Port Ellen{tail}") == (
        "Mayor Ingrid Solberg opened the new ferry terminal at Port Ellen"
    )


def test_hedges_stay() -> None:
    text = "The new ferry terminal at Port Ellen was reportedly built for nine million crowns, officials said."
    assert shown(text) == text
