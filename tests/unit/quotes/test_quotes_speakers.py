"""Who is meant, where names are near: one invented case for each rule that a real page broke."""

import pytest
from tests.unit.quotes.quoting import read, shown

CASES = {
    "a title with a comma before the name": (
        '[o:Harbour Group] CEO, [p:Ann Lee], defended the fleet by saying, "It floats well enough for us."',
        ["Ann Lee"],
    ),
    "two titles behind the name": (
        '[p:Ann Lee], [o:Harbour Group]\'s finance director and former judge said the port had "no money at all."',
        ["Ann Lee"],
    ),
    "a country's ministry's spokesman": (
        '"They are well," said [l:Norland]\'s [o:Foreign Ministry] spokesman, [p:Bo Day], on Monday.',
        ["Bo Day"],
    ),
    "the company's president": ('"We sail," said the company\'s president, [p:Ann Lee].', ["Ann Lee"]),
    "allies of somebody": ('"We sail at noon," said [p:Lee] allies on Monday.', ["Lee allies"]),
    "a bare surname of two persons": (
        '[p:Lee Ann] met [p:Lee Bo]. The author, [p:Lee Bo], is no relation of [p:Lee Ann]. "We sail," [p:Lee] wrote.',
        ["Lee Bo"],
    ),
    "a passive without an agent": (
        '[p:Ann Lee] left the port. The plan was described as "a very poor one" at the time.',
        [""],
    ),
    "a disaster described as": ('[p:Ann Lee] fled a storm described as "the worst in all these years."', [""]),
    "a passive with a late agent": (
        'Waters off the coast were reported as "visibly receding" at half past eleven on Monday by [o:Harbour News].',
        ["Harbour News"],
    ),
    "the premier of another country": (
        '[l:Norland] premier [p:Ann Lee] left. The premier of [l:Soland] called it "a very sad day for us."',
        ["The premier of Soland"],
    ),
    "continued to call": (
        '[p:Ann Lee] continued to call it "a poor plan," and the [o:Port Ministry] rose.',
        ["Ann Lee"],
    ),
    "soldiers who are only spoken of": (
        '[l:Norland] spoke of the release of their soldiers, saying that there would be "no bargaining at all."',
        ["Norland"],
    ),
    "with the president saying": (
        'The talks with [p:Bo Day] ended with the president saying he would be "proud to go home."',
        ["the president"],
    ),
    "a company that filed a suit": (
        'On Monday [o:Harbour Group] filed a complaint in court. "Nobody may sail here again," the complaint said.',
        ["Harbour Group"],
    ),
    "a statement issued later": (
        'The mayor was glad of a [l:Norland] statement issued on Monday, saying it sails "at any time of the year."',
        ["Norland"],
    ),
    "his letter": (
        '[pm:Bo Day] slept. It was far from his letter to [p:Ann Lee], blaming "open and bitter hostility" for it.',
        ["Bo Day"],
    ),
    "a clause of time behind the words": (
        '[l:Norland] signalled that it would sail "at any time at all," hours after [p:Ann Lee] scolded it.',
        ["Norland"],
    ),
    "an answer to what somebody else said": (
        'To a reporter who said it was "far too late for it," [p:Ann Lee] replied, "Thought you would say that."',
        ["a reporter", "Ann Lee"],
    ),
    "what aides describe": ('It planned what his aides described as a "bloody nose" for [p:Ann Lee].', ["his aides"]),
    "an association of many": (
        '"We are not late," said [o:Harbour] Correspondents\' Association President [p:Ann Lee].',
        ["Ann Lee"],
    ),
    "a body's consultant": (
        '"It is late now," said a [l:Norland] [o:GOP] consultant who is here.',
        ["a Norland GOP consultant"],
    ),
    "a guide that states": ('"Money is never a reason for not coming," the sales guide states.', ["the sales guide"]),
    "two judgements": (
        '[p:Bo Day] attacked her as "not quite one of us," [p:Ann Lee] derided his coat.',
        ["Bo Day"],
    ),
    "quoted by an outlet": (
        '"We are indispensable to the port," the website quoted [p:Ann Lee] as saying on Monday.',
        ["Ann Lee"],
    ),
    "of anything that somebody promised": (
        '[p:Ann Lee] testified that she could not gauge the "truth of it at all" of anything [p:Day] promised.',
        ["Ann Lee"],
    ),
    "he who spoke before": (
        '"We sail," [pm:Bo Day] said. [pm:Al Kerr] "has gone far beyond that," he added.',
        ["Bo Day", "Bo Day"],
    ),
    "a signature in quotation marks": (
        '[p:Ann Lee] quotes others:\n\n"We are told so every day of it." - "Fiona"',
        ["Fiona"],
    ),
    "a label of many words": (
        'Special Asst. to the Secretary and Director of Port Affairs [p:Bo Day]: "We don\'t have to turn the cheek."',
        ["Bo Day"],
    ),
    "a label without a name": (
        '[p:Ann Lee] left.\n\nAnother angry commenter: "This is what we feared."',
        ["Another angry commenter"],
    ),
    "what makers call": (
        'It was late due to what the makers call "political meddling" of [o:Harbour News].',
        ["the makers"],
    ),
    "a verb in a clause of somebody else": (
        '[p:Ann Lee] said that [o:Harbour Group] had offered them at "exceptional discounts" in May.',
        ["Ann Lee"],
    ),
    "whose speech it was": (
        '"We sail," [p:Ann Lee] said. [pm:Bo Day]\'s speech was to calm [pm:Al Kerr]. "It is our policy," he said.',
        ["Ann Lee", "Bo Day"],
    ),
    "a report that states": (
        '[p:Ann Lee] slept. "The sums often made it far worse," the report states.',
        ["the report"],
    ),
    "printed twice": (
        '"Under her hand they have won every prize there is," [p:Ann Lee] said. [p:Bo Day] slept.\n\n'
        '"Under her hand they have won every prize there is"',
        ["Ann Lee", "Ann Lee"],
    ),
    "the joke somewhere": ('The joke in [l:Norland] is: "Nobody here can swim, and nobody ever could."', [""]),
}


@pytest.mark.parametrize("case", CASES)
def test_who_is_meant(case: str) -> None:
    text, expected = CASES[case]
    assert [who for _, who in shown(read(text))] == expected


def test_an_unnamed_speaker_keeps_the_words_of_the_place_and_the_full_ones() -> None:
    report = read('Plant manager Curtis Babb told the crowd so. "We called the number," Babb answered.')
    quote = next(quote for quote in report.analysis.quotes if quote.kind == "direct")
    assert quote.speaker_range and quote.named
    assert report.article.text_of(quote.speaker_range) == "Babb"
    assert report.article.text_of(quote.named) == "Curtis Babb"


INDIRECT = {
    "ends where the reporter goes on": (
        "[p:Ann Lee] urged that the port stay open and warned against any more delays.",
        ["that the port stay open", "any more delays"],
    ),
    "ends before a clause of the reporter's": (
        "[p:Ann Lee] said the agency broke the law, which the court has put on hold.",
        ["the agency broke the law"],
    ),
    "that of a noun is not the verb's": (
        "[p:Ann Lee] praised the raid that ended the war.",
        ["the raid that ended the war"],
    ),
    "that behind an occasion": (
        "[p:Ann Lee] said in a statement on Monday that the port is open.",
        ["that the port is open"],
    ),
    "a verb inside what is said": (
        "The truth, [p:Ann Lee] said then, was that the port had closed.",
        ["The truth, Ann Lee said then, was that the port had closed"],
    ),
    "an occasion alone": ('"We sail," [p:Ann Lee] said in an interview in the harbour.', []),
    "what nobody said yet": ("[p:Ann Lee] will say on Monday that the port is open.", []),
    "an adjective": ("[p:Ann Lee] left an estimated ten million in the bank.", []),
    "people without an article": ("Scholars argue that the port is open.", ["that the port is open"]),
    "exit polls": ("According to exit polls, [p:Ann Lee] led by ten points.", ["Ann Lee led by ten points"]),
    "a share of those asked": ("Twelve percent indicated that they were not sure.", ["that they were not sure"]),
    "what is only seen": ("[p:Ann Lee] saw the port at noon.", []),
}


@pytest.mark.parametrize("case", INDIRECT)
def test_what_is_said(case: str) -> None:
    text, expected = INDIRECT[case]
    assert [words for words, _ in shown(read(text), "indirect")] == expected


AROUND = {
    "in an interview with": (
        "[p:Ann Lee] said in an interview with [o:Harbour News] that the port is open.",
        ("Harbour News", "", "in an interview"),
    ),
    "in a statement to": (
        '"We sail," [p:Ann Lee] said in an emailed statement to [o:Harbour News].',
        ("Harbour News", "", "in an emailed statement"),
    ),
    "to reporters": ('"We sail," [p:Ann Lee] said to reporters.', ("reporters", "", "")),
    "a series of tweets": ('"We sail," [p:Ann Lee] wrote in a series of tweets.', ("", "", "in a series of tweets")),
    "relayed by an agency": ('"We sail," [p:Ann Lee] said, according to [o:Harbour News].', ("", "Harbour News", "")),
    "quoted by an agency": (
        "[o:Harbour News] quoted [p:Ann Lee] as saying that the port is open.",
        ("", "Harbour News", ""),
    ),
    "her": ('"We sail," [p:Ann Lee] told her.', ("", "", "")),
    "about an occasion": ("[p:Ann Lee] said nothing about the summit had changed.", ("", "", "")),
}


@pytest.mark.parametrize("case", AROUND)
def test_whom_to_through_whom_and_where(case: str) -> None:
    text, expected = AROUND[case]
    report = read(text)
    marked = [quote for quote in report.analysis.quotes if quote.kind != "indirect"]
    quote = (marked or report.analysis.quotes)[-1]
    found = (quote.to, quote.via, quote.where)
    assert tuple(report.article.text_of(place) if place else "" for place in found) == expected
