from __future__ import annotations

from tests.unit.pages.page_reports import NOW, cited, page_of, report_of

from newsloom.pages.summary import current_candidates
from newsloom.pages.told_of import SENTENCES, day_told, tell_of
from newsloom.records import Card, Person, PersonId, Report, ReportRow

FIRST = report_of(
    "Harbour chief Ada Quill has ordered the old pier at Port Ellen to be closed on Thursday. "
    "Mayor Ingrid Solberg said in March that the pier would stand for another century. "
    "Rain fell on the islands for nine days in a row and flooded several cellars.",
    "a",
    days=2,
)
SECOND = report_of(
    "Ada Quill was questioned by the island court over a missing inspection of the pier. "
    "The court of the islands will hear more witnesses before the end of the summer.",
    "b",
)
REPORTS = (FIRST, SECOND)


def persons() -> dict[str, Person]:
    """One person for each name."""
    found: dict[str, Person] = {}
    for report in REPORTS:
        for entity in report.analysis.entities:
            known = found.get(entity.name)
            entities = (*(known.entities if known else ()), entity.id)
            found[entity.name] = Person(PersonId(entity.name), entity.kind, entity.name, (), entities)
    return found


def cards(reports: tuple[Report, ...], *names: str) -> dict[str, list[str]]:
    people = persons()
    of = {entity: person for person in people.values() for entity in person.entities}
    plain = tuple(Card(people[name], None, (), (), 1) for name in names)
    told = tell_of(plain, current_candidates(reports, of, NOW), of)
    return {card.person.name: [next(sentence.words()).text for sentence in card.told] for card in told}


def test_a_card_tells_what_reports_tell_of_the_person_the_oldest_first() -> None:
    (told,) = cards(REPORTS, "Ada Quill").values()
    assert [text.split(" ")[0] for text in told] == ["Harbour", "Ada"] and len(told) <= SENTENCES


def test_a_sentence_that_does_not_name_the_person_is_not_told_of_them() -> None:
    (told,) = cards(REPORTS, "Ingrid Solberg").values()
    assert len(told) == 1 and "another century" in told[0]


def test_a_sentence_stands_on_one_card_only() -> None:
    told = cards(REPORTS, "Ada Quill", "Ingrid Solberg", "Port Ellen")
    every = [text for texts in told.values() for text in texts]
    assert len(every) == len(set(every)) and told["Port Ellen"] == []  # nothing is told of a place


def test_nobody_has_anything_told_where_no_sentence_can_stand_alone() -> None:
    assert cards((), "Ada Quill") == {"Ada Quill": []}


def test_a_sentence_of_an_earlier_day_is_dated_on_the_page() -> None:
    page = page_of(cited(SECOND), reports=tuple(ReportRow(report.article, 1, 1.0, 1) for report in REPORTS))
    old, new = map(cited, REPORTS)
    assert day_told(old, page) == ("reported 8 June 2021",) and day_told(new, page) == ()
