"""On whom texts rest."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.quotes.quoting import people, read

from newsloom.quotes.roots import count_origins, find_roots
from newsloom.quotes.sources import count_sources, lead_root, statement_sources
from newsloom.records import ArticleId

STATEMENT = "The port will close, [p:Ann Lee] said on Monday. Ships waited."
REWRITE = "[p:Ann Lee] told reporters that no ship may enter the port. Ships waited."
UNNAMED = "The port will close, port officials said on Monday. Ships waited."
TO_AGENCY = "A port official told [o:Harbour News] that the port would close. Ships waited."
OWN = "The port closed on Monday. Ships waited outside."


def test_rewrites_of_one_statement_rest_on_one_root() -> None:
    reports = tuple(read(text, name=name) for text, name in ((STATEMENT, "a"), (REWRITE, "b")))
    first = find_roots(reports, people(*reports), {})[0]
    assert (first.name, first.named, first.reports) == ("Ann Lee", True, ("a", "b"))
    assert first.sentence is not None and "Ann Lee" in next(first.sentence.words()).text


def test_unnamed_sources_stay_unnamed() -> None:
    report = read(UNNAMED, name="a")
    (root,) = find_roots((report,), people(report), {})
    assert (root.name, root.named) == ("port officials", False)


def test_without_an_attribution_a_text_rests_on_its_outlet() -> None:
    source = lead_root(read(OWN, name="a"), {})
    assert (source.name, source.named) == ("Outlet a", True)


def test_what_an_unnamed_source_told_an_agency_rests_on_the_agency() -> None:
    report = read(TO_AGENCY, name="a")
    assert lead_root(report, people(report)).name == "Harbour News"


def test_origins_count_sources_not_texts() -> None:
    reports = tuple(
        read(text, name=name) for text, name in ((STATEMENT, "a"), (REWRITE, "b"), (UNNAMED, "c"), (UNNAMED, "d"))
    )
    texts = {ArticleId("a"): 1, ArticleId("b"): 2, ArticleId("c"): 3, ArticleId("d"): 3}
    roots = find_roots(reports, people(*reports), texts)
    assert count_origins(roots) == (1, 1)
    assert [root.texts for root in roots] == [2, 1]


def test_a_source_that_is_only_quoted_is_no_origin() -> None:
    report = read(f"{STATEMENT} The ferry line loses money, [p:Bo Marsh] said.", name="a")
    roots = find_roots((report,), people(report), {})
    assert [(root.name, root.texts) for root in roots] == [("Ann Lee", 1), ("Bo Marsh", 0)]
    assert count_origins(roots) == (1, 0)


def count(*texts: str) -> int:
    """Origins of what the first sentence of each text says."""
    reports = tuple(read(text, name=name) for text, name in zip(texts, "abcdef", strict=False))
    return count_sources(((report, report.analysis.sentences[0]) for report in reports), people(*reports))


def test_rewrites_and_unsourced_copies_of_a_statement_add_no_origin() -> None:
    assert count(STATEMENT, REWRITE, OWN) == 1
    assert count(OWN, UNNAMED) == 1


def test_two_named_sources_of_one_statement_are_two_origins() -> None:
    assert count(STATEMENT, STATEMENT.replace("Ann Lee", "Bo Marsh"), OWN) == 2


def test_the_outlet_that_was_told_counts_where_nobody_is_named() -> None:
    assert count(TO_AGENCY, STATEMENT) == 2


def test_sources_that_a_sentence_links_are_one_origin() -> None:
    relayed = "The port will close, [p:Bo Marsh] said, as [p:Ann Lee] had told him."
    assert count(STATEMENT, relayed) == 1


def test_a_source_behind_a_pronoun_is_not_counted_apart() -> None:
    reports = read(STATEMENT, name="a"), read("[pm:Bo Marsh] came. The port will close, he said.", name="b")
    places = [(report, report.analysis.sentences[n]) for n, report in enumerate(reports)]
    assert [source.name for source in statement_sources(*places[1], people(*reports))] == ["Bo Marsh"]
    assert count_sources(places, people(*reports)) == 1


def test_the_root_with_most_texts_stands_first() -> None:
    reports = (read(UNNAMED, name="a"), read(STATEMENT, name="b"), read(REWRITE, name="c"))
    assert find_roots(reports, people(*reports), {})[0].name == "Ann Lee"


def roots_of(text: str) -> list[tuple[str, bool]]:
    report = read(text, name="a")
    return [(root.name, root.named) for root in find_roots((report,), people(report), {})]


def test_a_body_that_is_told_by_its_name_is_no_unnamed_source() -> None:
    assert roots_of("The Harbour administration said on Monday that the port would close.")[0] == (
        "The Harbour administration",
        True,
    )
    assert roots_of("The committee said on Monday that the port would close.")[0] == ("The committee", False)


def test_a_crowd_is_nobodys_source() -> None:
    assert [name for name, _ in roots_of("People said on Monday that the port would close.")] == ["Outlet a"]
    assert roots_of("Police said on Monday that the port would close.")[0] == ("Police", False)


def test_words_that_only_count_are_no_source() -> None:
    assert [name for name, _ in roots_of("Others said on Monday that the port would close.")] == ["Outlet a"]


def test_an_agency_copy_rests_on_the_agency() -> None:
    assert roots_of(f"PORT ELLEN (Reuters) - {OWN}") == [("Reuters", True)]
    assert ("Reuters", True) in roots_of(f"PORT ELLEN (Reuters) - {STATEMENT}")


def test_what_is_told_to_an_agency_and_its_copies_rest_on_one_root() -> None:
    told = read("A port official told [o:Reuters] that the port would close.", name="a")
    copy = read(f"PORT ELLEN (Reuters) - {OWN}", name="b")
    assert count_origins(find_roots((told, copy), people(told, copy), {})) == (1, 0)


def test_who_a_document_is_from_is_the_source() -> None:
    assert ("port officials", False) in roots_of("A report from port officials said that the port would close.")


WORDS = "Others said that a the of from report People officials Harbour police to by , . ’s critics some three".split()


@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_every_root_has_a_name(words: list[str]) -> None:
    assert all(name.strip() for name, _ in roots_of(" ".join(words) or "."))
