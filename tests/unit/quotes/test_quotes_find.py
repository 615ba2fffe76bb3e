"""Who speaks: one invented case for each rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.quotes.quoting import read, shown

CASES = {
    "verb and name behind": ('"We sail at noon," said [p:Ann Lee].', [('"We sail at noon,"', "Ann Lee")]),
    "name and verb behind": ('"We sail at noon," [p:Lee] said on Monday.', [('"We sail at noon,"', "Lee")]),
    "before, with a colon": ('[p:Ann Lee] added: "We sail at noon."', [('"We sail at noon."', "Ann Lee")]),
    "an apposition between": (
        '[p:Ann Lee], a lawyer for [o:Harbour Group], told reporters that it was "a poor plan."',
        [('"a poor plan."', "Ann Lee")],
    ),
    "an apposition without its second comma": (
        '[p:Ann Lee], a spokeswoman for the port says "we are closed today."',
        [('"we are closed today."', "Ann Lee")],
    ),
    "the title's name, not what it governs": (
        '"We sail," said Secretary of Fisheries [p:Ann Lee].',
        [('"We sail,"', "Ann Lee")],
    ),
    "a described speaker stays unnamed": (
        '"We sail," said a spokesman for [p:Ann Lee].',
        [('"We sail,"', "a spokesman for Ann Lee")],
    ),
    "an unknown verb": ('"Do you sail?" [p:Lee] shot back.', [('"Do you sail?"', "Lee")]),
    "according to": ('The ship is "beyond repair," according to [p:Ann Lee].', [('"beyond repair,"', "Ann Lee")]),
    "a judgement in two words": ('[p:Ann Lee] called the plan "pure folly" again.', [('"pure folly"', "Ann Lee")]),
    "a participle": ('[p:Ann Lee] left at once, saying it was "a poor plan."', [('"a poor plan."', "Ann Lee")]),
    "a participle before its subject": (
        'Accusing [p:Bo Day] of "old tricks" at sea, [p:Ann Lee] left the room.',
        [('"old tricks"', "Ann Lee")],
    ),
    "passive with an agent": ('The plan was called "pure folly" by [p:Ann Lee].', [('"pure folly"', "Ann Lee")]),
    "a possessive before a word of speech": (
        'In [p:Ann Lee]\'s letter the plan stood as "a very poor way to run any port".',
        [('"a very poor way to run any port"', "Ann Lee")],
    ),
    "signed with a dash": (
        'We asked everyone.\n\n"The sea is ours to keep." — [p:Ann Lee]',
        [('"The sea is ours to keep."', "Ann Lee")],
    ),
    "a label": ('Mayor [p:Ann Lee]: "The sea is ours to keep."', [('"The sea is ours to keep."', "Ann Lee")]),
    "a body": ('The [o:Port Ministry] said it was "a poor plan."', [('"a poor plan."', "Port Ministry")]),
    "a capital speaks for its country": (
        '[l:Turkey] closed a port. "We sail," [l:Ankara] said.',
        [('"We sail,"', "Turkey")],
    ),
    "a capital whose country is not named": ('"We sail," [l:Ankara] said.', [('"We sail,"', "Ankara")]),
    "nobody": (
        'On the wall stood "the sea is ours to keep and to hold" in red.',
        [('"the sea is ours to keep and to hold"', "")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_speaker(case: str) -> None:
    text, expected = CASES[case]
    assert shown(read(text)) == expected


def test_a_split_quote_is_one_utterance() -> None:
    report = read('"We sail at noon," [p:Ann Lee] said. "We return at dusk."\n\n"We do not," said [p:Bo Day].')
    assert [name for _, name in shown(report)] == ["Ann Lee", "Ann Lee", "Bo Day"]
    numbers = [quote.utterance for quote in report.analysis.quotes]
    assert numbers[0] == numbers[1] != numbers[2]


def test_a_pronoun_goes_to_whom_the_text_is_about_and_fits() -> None:
    report = read('[pf:Ann Lee] met [pm:Bo Day] in port. "We sail," he said. Later she said, "We do not."')
    assert shown(report) == [('"We sail,"', "Bo Day"), ('"We do not."', "Ann Lee")]


def test_a_function_goes_to_its_bearer() -> None:
    report = read('Mayor [p:Ann Lee] met Senator [p:Bo Day]. They argued. "We sail," the mayor said.')
    assert shown(report) == [('"We sail,"', "Ann Lee")]


def test_a_function_described_before_is_not_given_to_a_name() -> None:
    report = read('A port spokesman denied it to [p:Ann Lee]. "We sail," the spokesman said.')
    assert shown(report) == [('"We sail,"', "A port spokesman")]


def test_a_statement_speaks_for_its_issuer() -> None:
    report = read('"We sail," [p:Ann Lee] said in a statement. The sea was calm. The statement called it "a good day".')
    assert shown(report)[1] == ('"a good day"', "Ann Lee")


def test_several_paragraphs_without_closing_marks() -> None:
    report = read("[p:Ann Lee] spoke at length:\n\n“We sail at noon.\n\n“We return at dusk.”\n\n[p:Bo Day] slept.")
    assert shown(report) == [("“We sail at noon.", "Ann Lee"), ("“We return at dusk.”", "Ann Lee")]
    assert len({quote.utterance for quote in report.analysis.quotes if quote.kind == "direct"}) == 1


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "lost fleet" sailed.',
        'She starred in "The Long Harbour" and sang.',
        'He is known as "the old captain" there.',
        'The sailors met at "Harbour Night" in May.',
    ],
)
def test_what_nobody_speaks_is_left_out(text: str) -> None:
    assert shown(read(text)) == []


def test_indirect_statements_have_content_cue_and_speaker() -> None:
    report = read("[p:Ann Lee] said on Monday that the port would close. The sea rose, [p:Bo Day] said.")
    assert shown(report, "indirect") == [("that the port would close", "Ann Lee"), ("The sea rose", "Bo Day")]
    cues = [report.article.text_of(quote.cue) for quote in report.analysis.quotes if quote.cue]
    assert cues == ["said", "said"]


def test_hearer_and_occasion() -> None:
    report = read('[p:Ann Lee] told [o:Harbour News] in an interview that it was "a very poor plan indeed".')
    quote = next(quote for quote in report.analysis.quotes if quote.kind == "mixed")
    assert quote.to is not None and report.article.text_of(quote.to) == "Harbour News"
    assert quote.where is not None and report.article.text_of(quote.where) == "in an interview"


def test_a_relaying_outlet_is_not_the_speaker() -> None:
    report = read('[p:Ann Lee] warned that the port was "a very poor place," [o:Harbour News] reported.')
    (quote,) = [quote for quote in report.analysis.quotes if quote.kind == "mixed"]
    assert shown(report) == [('"a very poor place,"', "Ann Lee")]
    assert quote.via is not None and report.article.text_of(quote.via) == "Harbour News"


def test_headline() -> None:
    report = read("The port sleeps.", headline='"We sail at noon from here": the port wakes')
    assert [(q.range.part, report.article.text_of(q.range)) for q in report.analysis.quotes] == [
        ("headline", '"We sail at noon from here"')
    ]


def test_french() -> None:
    report = read("« Nous partons à midi », a déclaré [p:Anne Leroy].", language="fr")
    assert shown(report) == [("« Nous partons à midi »", "Anne Leroy")]


@given(st.text(alphabet='a B said , . : " “ ” he \n', max_size=150))
def test_nothing_raises_and_every_range_lies_in_the_text(text: str) -> None:
    report = read(text)
    for quote in report.analysis.quotes:
        for place in (quote.range, quote.cue, quote.speaker_range, quote.to, quote.where):
            assert place is None or 0 <= place.start < place.end <= len(text)


VOCABULARY = """said says told that the a his statement letter spokesman
    for of by , . : ; — " “ ” ( ) 's to will not who
    and but when reported calling saying according president company it he they Monday in as quoted
    [p:Ann_Lee] [pm:Bo_Day] [o:Harbour_Group] [l:Lowland] \n\n""".replace("\\n", "\n").split(" ")


@given(st.lists(st.sampled_from([word for word in VOCABULARY if word]), max_size=40))
def test_no_order_of_words_raises(words: list[str]) -> None:
    report = read(" ".join(words).replace("_", " "))
    for quote in report.analysis.quotes:
        assert 0 <= quote.range.start < quote.range.end <= len(report.article.text)


def test_a_text_without_sentences_stays_linear() -> None:
    report = read("said he " * 20_000 + '"' * 1_001)
    assert len(report.analysis.quotes) < 20_000


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ('[p:Ann Lee], [o:D-Ohio], said: "We will never agree to that."', "en", "Ann Lee"),
        (
            '[pf:Ann Lee] named [pm:Tom Ray], who had praised the plan. "We hide nothing," she said.',
            "en",
            "Ann Lee",
        ),
        ('[p:Ann Lee] said that the plan "remains as it was", according to [o:Harbour News].', "en", "Ann Lee"),
        ("[p:Ann Lee] called it ‘a very great pity for all’ on Monday.", "en", "Ann Lee"),
        ("[pm:Jean Leroy] part. « Nous ne savons pas encore », a-t-il expliqué.", "fr", "Jean Leroy"),
        ("« C’est bête, mais il m’a manqué », sourit [pf:Anne Leroy].", "fr", "Anne Leroy"),
        ("« Je ne dors plus du tout », s’inquiète [pf:Anne Leroy].", "fr", "Anne Leroy"),
    ],
)
def test_who_is_meant(text: str, language: str, speaker: str) -> None:
    report = read(text, language=language)
    names = {entity.id: entity.name for entity in report.analysis.entities}
    spoken = [quote for quote in report.analysis.quotes if quote.kind != "indirect"]
    assert [names.get(quote.speaker) for quote in spoken if quote.speaker] == [speaker]
