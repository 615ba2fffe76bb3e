from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.positions.position_reports import report_of, with_pronoun

NAMES = {"Ann Lee": "person", "Orsk": "organisation", "France": "place", "Riverton": "place", "Bo Ray": "person"}


def positions(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    report = report_of(text, names=NAMES, language=language)  # type: ignore[arg-type]
    names = {entity.id: entity.name for entity in report.analysis.entities}
    return [
        (names[p.party], p.stance, report.article.text_of(p.cue) if p.cue else "") for p in report.analysis.positions
    ]


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("France wants guarantees from the bank.", "France", "wants"),
        ("Ann Lee has repeatedly opposed the dam.", "Ann Lee", "opposes"),
        ("Ann Lee, the mayor of the town, rejected the plan.", "Ann Lee", "refuses"),
        ("Bo Ray, who opposed the dam, stayed away.", "Bo Ray", "opposes"),
        ("Orsk called for an inquiry.", "Orsk", "demands"),
        ("Orsk demands that the council resign.", "Orsk", "demands"),
        ("The France government denied the report.", "France", "denies"),
        ("On Tuesday Bo Ray promised a new bridge.", "Bo Ray", "promises"),
        ("Orsk warned that prices would rise.", "Orsk", "warns"),
        ("Ann Lee admitted that the bridge was late.", "Ann Lee", "concedes"),
    ],
)
def test_a_party_takes_a_position(text: str, party: str, stance: str) -> None:
    assert [(who, what) for who, what, _ in positions(text)] == [(party, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee never opposed the dam.",
        "Ann Lee would oppose the dam.",
        "If Ann Lee opposes the dam, it is dead.",
        "A spokesman for Ann Lee rejected the plan.",
        "Ann Lee’s lawyer rejected the plan.",
        "Neither Bo Ray nor Ann Lee supported the plan.",
        "Ann Lee was opposed by the council.",
        "Ann Lee declined to comment on the plan.",
        "Does Ann Lee support the plan?",
        "Bo Ray denied that Ann Lee opposed the dam.",  # one position only: Bo Ray's
        "The leaders of Orsk and France rejected the plan.",
        "Riverton wants a new bridge.",  # a town speaks for nobody
        "Ann Lee denied the company’s request.",
        "Ann Lee said: “Orsk wants a new bridge.”",
        "Ann Lee opposed",
        "Ann Lee, 24, accused of arson, was led away.",
        "Ann Lee insisted on Monday that nothing had changed.",
        "The council demanded that Ann Lee denounce the plan.",
        "If Bo Ray and Ann Lee want the dam, it will be built.",
    ],
)
def test_what_nobody_holds_is_no_position(text: str) -> None:
    assert [found for found in positions(text) if found[0] != "Bo Ray"] == []


def test_a_pronoun_counts_only_behind_its_name() -> None:
    sure = report_of("Ann Lee spoke first. She rejected the plan.", names={"Ann Lee": "person"})
    unsure = report_of("Bo Ray met Ann Lee. She rejected the plan.", names={"Bo Ray": "person", "Ann Lee": "person"})
    assert len(with_pronoun(sure, "Ann Lee", "She").analysis.positions) == 1
    assert with_pronoun(unsure, "Ann Lee", "She").analysis.positions == ()


def test_french_parties_too() -> None:
    assert positions("La France exige des garanties.", "fr") == [("France", "demands", "exige")]


@given(st.text(alphabet="Ann Le,wantsdenied.“”()\n'’ not", max_size=120))
def test_nothing_raises_and_a_cue_lies_in_its_sentence(text: str) -> None:
    report = report_of(text, names={"Ann Lee": "person"})
    assert all(p.cue is not None and p.sentence.covers(p.cue) for p in report.analysis.positions)


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("“We want guarantees before winter,” Ann Lee said.", "Ann Lee", "wants"),
        ("“I strongly support the dam,” said Ann Lee.", "Ann Lee", "supports"),
        ("“The council must resign,” Ann Lee said.", "Ann Lee", "wants"),
        ("“The dam shouldn’t be built at all,” Ann Lee said.", "Ann Lee", "opposes"),
        ("Ann Lee’s repeated demand for an inquiry was heard.", "Ann Lee", "demands"),
        ("Ann Lee’s opposition to the dam is known.", "Ann Lee", "opposes"),
        ("Orsk announced its opposition Thursday to the dam.", "Orsk", "opposes"),
        ("Orsk has reiterated its strong support for the dam.", "Orsk", "supports"),
        ("Orsk has emphasized that it wants guarantees.", "Orsk", "wants"),
        ("Orsk said it won’t agree to the plan.", "Orsk", "refuses"),
    ],
)
def test_what_a_party_says_of_itself(text: str, party: str, stance: str) -> None:
    assert voiced(text) == [(party, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "“You want guarantees,” Ann Lee said.",
        "“I must say that it was cold,” Ann Lee said.",
        "“It should be fine,” Ann Lee said.",
        "“If the council should resign, we are lost,” Ann Lee said.",
        "“This should be deeply troubling to us all,” Ann Lee said.",
        "“Should the council resign before winter?” Ann Lee said.",
        "“I would like to thank the council,” Ann Lee said.",
        "“We want guarantees before winter,” somebody said.",
        "“They asked me whether the whole council should resign,” Ann Lee said.",
        "Orsk has been told that it wants too much.",
        "The council must decide whether Ann Lee wants the dam.",
    ],
)
def test_what_is_no_wish_of_the_speakers(text: str) -> None:
    assert not voiced(text)


def voiced(text: str) -> list[tuple[str, str]]:
    """Positions of a report whose quotations are Ann Lee's where she is named."""
    report = report_of(text, names=NAMES, said_by="Ann Lee")  # type: ignore[arg-type]
    names = {entity.id: entity.name for entity in report.analysis.entities}
    return [(names[p.party], p.stance) for p in report.analysis.positions]


STATES = {"Turkey": "place", "Ankara": "place", "Izmir": "place", "Turkish Post": "organisation", "Paris": "place"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Turkey closed a port. Ankara demands an inquiry.", "Turkey"),
        ("Turkey closed a port. Turkish officials demanded an inquiry.", "Turkey"),
        ("Turkey closed a port. On Monday, the Turkish government rejected an inquiry.", "Turkey"),
        ("Turkey closed a port. Paris demands an inquiry.", "Paris"),  # France is not named
        ("Turkey closed a port. Izmir demands an inquiry.", None),  # no capital
        ("Turkey closed a port. Two former Turkish officials demanded an inquiry.", None),
        ("Turkey closed a port. Turkish cooks demanded an inquiry.", None),
        ("The port was closed. Turkish officials demanded an inquiry.", None),
    ],
)
def test_a_capital_or_its_officials_stand_for_a_country(text: str, party: str | None) -> None:
    report = report_of(text, names=STATES)  # type: ignore[arg-type]
    names = {entity.id: entity.name for entity in report.analysis.entities}
    assert [names[p.party] for p in report.analysis.positions] == ([party] if party else [])
