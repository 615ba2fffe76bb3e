"""Parts of a story page that need arranging before a template can show them. Pure; no HTML here.

In: a StoryPage and its Citing. Out: small records, one for each thing that a template loops over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsloom.pages.budget import Front
from newsloom.pages.citing import Citing
from newsloom.pages.shown import bracketed, cited_by
from newsloom.records import (
    ArticleId,
    CitedSentence,
    Outcome,
    Person,
    Says,
    Stance,
    Status,
    StoryPage,
    Utterance,
    Value,
    Words,
)
from newsloom.text.compare import Run, compare_words, same_words
from newsloom.text.numbers import counted


@dataclass(frozen=True, slots=True)
class Sign:
    """How a status looks: a sign that needs no colour, and the tone that colours it."""

    sign: str
    tone: str


SIGNS: dict[Status, Sign] = {
    "planned": Sign("○", "plan"),
    "doubted": Sign("?", "maybe"),
    "threatened": Sign("!", "off"),
    "cancelled": Sign("✕", "off"),
    "possible": Sign("?", "maybe"),
    "back on": Sign("↻", "on"),
    "postponed": Sign("→", "maybe"),
    "under way": Sign("◐", "on"),
    "happened": Sign("●", "on"),
    "denied": Sign("≠", "off"),
}


@dataclass(frozen=True, slots=True)
class Fate:
    """How an outcome looks and is said."""

    sign: str
    tone: str
    text: str


FATES: dict[Outcome, Fate] = {
    "happened": Fate("●", "on", "happened"),
    "moved": Fate("→", "maybe", "moved"),
    "cancelled": Fate("✕", "off", "cancelled"),
    "no report": Fate("?", "maybe", "no report collected says"),
}
SAYS: dict[Says, Sign] = {
    "says": Sign("●", "says"),
    "differs": Sign("○", "differs"),
    "copied": Sign("◎", "copied"),
    "not found": Sign("", "silent"),
    "not collected": Sign("—", "uncollected"),
}


TITLES = {  # of sections, by the page's field that they are made of
    "summary": "What the reports say",
    "people": "Who is who",
    "disagreements": "Where reports disagree",
    "timeline": "Timeline",
    "positions": "What each side wants",
    "quotes": "Who said what",
    "coverage": "Who reports what",
    "lineage": "Who had it first",
    "corrections": "What was corrected",
    "roots": "Where it comes from",
    "reports": "All reports",
    "related": "Related",
    "method": "Method and limits",
}
ANCHORS = {"people": "who", "disagreements": "disputed"}  # where a section's anchor is not its field
COUNTED = ("people", "disagreements", "timeline", "quotes", "lineage", "corrections", "roots", "reports")


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    count: int | None = None


def sections_of(front: Front) -> tuple[Section, ...]:
    """The sections that the page has, in its order: what is empty is left out of page and contents alike. Counts are
    of all entries, shown here or not."""
    page = front.page

    def entries(name: str) -> int:
        return len(getattr(page, name)) + front.left.get(name, 0)

    counts = {name: entries(name) for name in TITLES if name != "method"} | {"method": 1}
    counts["timeline"] += entries("next") + entries("became")
    counts["roots"] = page.counts.origins + page.counts.unnamed if page.roots else 0
    return tuple(
        Section(ANCHORS.get(name, name), title, counts[name] if name in COUNTED else None)
        for name, title in TITLES.items()
        if counts[name]
    )


@dataclass(frozen=True, slots=True)
class CountShown:
    section: str
    text: str
    more: str = ""


def counts_of(front: Front) -> tuple[CountShown, ...]:
    """The line of counts; what a page cannot lead to is not counted on it."""
    counts, sections = front.page.counts, {section.id for section in sections_of(front)}
    unnamed = f", {counts.unnamed} unnamed" if counts.unnamed else ""
    lineage = "lineage" if "lineage" in sections else "reports"
    origins = "roots" if "roots" in sections else "reports"
    line = [
        CountShown("reports", counted(counts.reports, "report")),
        CountShown("reports", counted(counts.outlets, "outlet")),
        CountShown(lineage, counted(counts.texts, "text")),
        CountShown(origins, counted(counts.origins, "independent origin"), unnamed),
    ]
    if counts.disagreements and "disputed" in sections:
        line.append(CountShown("disputed", f"≠ {counted(counts.disagreements, 'disagreement')}"))
    return tuple(line)


@dataclass(frozen=True, slots=True)
class PartyShown:
    person: Person
    stances: tuple[Stance, ...]


def parties_of(page: StoryPage) -> tuple[PartyShown, ...]:
    """Positions by party, parties in the order in which they come."""
    parties: dict[str, list[Stance]] = {}
    for stance in page.positions:
        parties.setdefault(stance.party.id, []).append(stance)
    return tuple(PartyShown(stances[0].party, tuple(stances)) for stances in parties.values())


@dataclass(frozen=True, slots=True)
class VariantShown:
    sentence: CitedSentence
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class QuoteShown:
    """An utterance with its other cuts: where else these very words stand, and the others word by word."""

    said: Utterance
    base: CitedSentence
    first: Words
    outlets: int
    same: tuple[Words, ...]
    others: tuple[VariantShown, ...]


def quotes_of(quotes: tuple[Utterance, ...], c: Citing) -> tuple[QuoteShown, ...]:
    return tuple(_quote(said, c) for said in quotes if said.variants)


def _quote(said: Utterance, c: Citing) -> QuoteShown:
    base, *rest = said.variants
    text = c.text(base)
    same = [variant for variant in rest if same_words(text, c.text(variant))]
    others = (VariantShown(variant, compare_words(text, c.text(variant))) for variant in rest if variant not in same)
    first = next(piece for piece in base.pieces if isinstance(piece, Words))
    carriers = {cite.outlet for variant in said.variants for cite in c.cites(variant)}
    elsewhere = (*base.also, *(piece for variant in same for piece in variant.pieces if isinstance(piece, Words)))
    alone = replace(base, also=())
    return QuoteShown(said, alone, first, len(carriers), tuple(dict.fromkeys(elsewhere)), tuple(others))


@dataclass(frozen=True, slots=True)
class CellShown:
    says: Says
    sign: str
    tone: str
    href: str


@dataclass(frozen=True, slots=True)
class LineShown:
    id: ArticleId
    outlet: str
    cells: tuple[CellShown, ...]


@dataclass(frozen=True, slots=True)
class MatrixShown:
    """Reports × claims; `silent` are the reports in which none of the claims was found."""

    told: tuple[LineShown, ...]
    silent: tuple[LineShown, ...]


def matrix_of(page: StoryPage, c: Citing) -> MatrixShown:
    """A line for each report, a cell for each claim; a cell leads to the passage where the claim cites that report."""
    says = [dict(row.reports) for row in page.coverage]
    cited = [
        {word.span.article_id: c.links.passage(word.span) for word in reversed(cited_by(row.claim, c.articles))}
        for row in page.coverage
    ]
    lines = [
        LineShown(
            row.article.id,
            row.article.outlet,
            tuple(
                _cell(s.get(row.article.id, "not found"), k.get(row.article.id, ""))
                for s, k in zip(says, cited, strict=True)
            ),
        )
        for row in page.reports
    ]
    silent = [line for line in lines if all(cell.says == "not found" for cell in line.cells)]
    return MatrixShown(tuple(line for line in lines if line not in silent), tuple(silent))


def _cell(says: Says, href: str) -> CellShown:
    return CellShown(says, SAYS[says].sign, SAYS[says].tone, href if says in ("says", "copied", "differs") else "")


@dataclass(frozen=True, slots=True)
class RelatedShown:
    id: str
    title: str
    reason: str


def alike(sentences: tuple[CitedSentence, ...], c: Citing) -> tuple[tuple[CitedSentence, ...], ...]:
    """Sentences in the same words together, in order of the first of each."""
    groups: dict[str, tuple[CitedSentence, ...]] = {}
    for sentence in sentences:
        text = c.text(sentence)
        groups[text] = (*groups.get(text, ()), sentence)
    return tuple(groups.values())


def said_or_bracketed(value: Value, c: Citing) -> str:
    """The value of a disagreement: plain where it stands in the cited words, in brackets where we put it so."""
    said = " ".join(word.text for sentence in value.sentences for word in cited_by(sentence, c.articles))
    return value.value if _plain(value.value) in _plain(said) else bracketed(value.value)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def letter(group: int) -> str:
    """A text group's letter: 1 -> "A", 26 -> "Z", 27 -> "AA"."""
    letters = ""
    while group > 0:
        group, rest = divmod(group - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
