"""What of a story a page shows: each section its best entries, within its words; the rest is counted.

In: a whole StoryPage and how many words each section may have. Out: the page to show, and how many entries of each
section stand on the section's own page alone. Invariant: what is shown is the whole page's, entry by entry (happenings
of one day stand together, cards and turns may tell less), in the order in which it was made.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from itertools import accumulate
from typing import Any

from newsloom.config import PageSettings
from newsloom.langs import LANGUAGES
from newsloom.pages.coverage import Choice, Told, choose, weigh
from newsloom.records import (
    Article,
    Card,
    CitedSentence,
    Copy,
    Insert,
    Root,
    Span,
    StoryPage,
    TimelineEntry,
    Utterance,
    Words,
)
from newsloom.text.compare import same_words
from newsloom.text.vectors import content_stems

SECTIONS = (
    *("people", "disagreements", "timeline", "next", "became", "positions"),
    *("quotes", "coverage", "lineage", "corrections", "roots"),
)
WHOLE: Mapping[str, tuple[str, ...]] = {  # sections with a page of their own, and the fields they are made of
    **{name: (name,) for name in SECTIONS if name not in ("timeline", "next", "became")},
    "timeline": ("timeline", "next", "became"),
}
# sections in order of time: their best entries are chosen here; the others come best first
CHOSEN = ("timeline", "next", "became")
DAY_SENTENCES = 4  # that one day of the timeline shows together
USUAL = PageSettings()
# fields of entries that are no words of the page
UNREAD = ("id", "aliases", "entities", "also", "reports", "versions", "carriers")


@dataclass(frozen=True, slots=True)
class Front:
    """The page to show. `left`: entries by section that it leaves out; `cut`: by the first passage of an entry, how
    many of its further variants or carriers are left out."""

    page: StoryPage
    left: Mapping[str, int] = field(default_factory=dict)
    cut: Mapping[Span, int] = field(default_factory=dict)


def shorten(page: StoryPage, settings: PageSettings = USUAL) -> Front:
    """The best of each section: a story of 600 quotations shows 380 words of them, and says how many more there are."""
    cut: dict[Span, int] = {}
    folded = replace(
        page,
        quotes=tuple(_few_variants(said, settings.variants, cut) for said in page.quotes),
        lineage=tuple(_few_carriers(copy, settings.carriers, cut) for copy in page.lineage),
    )
    entries = {name: getattr(folded, name) for name in SECTIONS}
    words = {name: [word_count(entry) for entry in entries[name]] for name in SECTIONS}
    shares = share_out({name: sum(words[name]) for name in SECTIONS}, settings)
    for name, fitted in (("people", fit_cards), ("timeline", fit_turns)):
        if sum(words[name]) > shares[name]:
            entries[name] = fitted(entries[name], shares[name])
            words[name] = [word_count(entry) for entry in entries[name]]
    shown: dict[str, Any] = {}
    for name in SECTIONS:
        whole = sum(words[name]) <= shares[name]
        order = _best_first(page, entries[name]) if name in CHOSEN and not whole else range(len(words[name]))
        kept = _within(order, words[name], shares[name])
        shown[name] = tuple(entries[name][n] for n in sorted(kept))
    left = {name: gone for name in SECTIONS if (gone := len(entries[name]) - len(shown[name]))}
    shown["timeline"] = days_of(shown["timeline"])
    return Front(replace(folded, **shown), left, cut)


def fit_cards(cards: Sequence[Card], most: int) -> tuple[Card, ...]:
    """Cards that tell less, so that more of them fit into the words: who is who comes before what is told of one.

    Names and roles first, up to a third of the words; then the newest sentence of each card, the next of each, so on.
    """
    heads = accumulate(word_count(replace(card, told=())) for card in cards)
    room = most - max((words for words in heads if words <= most / 3), default=0)
    kept = [0] * len(cards)
    for depth in range(max((len(card.told) for card in cards), default=0)):
        for n, card in enumerate(cards):
            words = word_count(card.told[-1 - depth]) if depth < len(card.told) else 0
            if words and kept[n] == depth and words <= room:
                kept[n], room = depth + 1, room - words
    return tuple(replace(card, told=card.told[len(card.told) - kept[n] :]) for n, card in enumerate(cards))


def fit_turns(entries: Sequence[TimelineEntry], most: int) -> tuple[TimelineEntry, ...]:
    """Entries of which the turns of the story say it in one sentence, where together they need more than half of the
    words: no turn is left out for what else is told of its day."""
    if sum(word_count(entry) for entry in entries if entry.turn) <= most / 2:
        return tuple(entries)
    return tuple(replace(entry, sentences=entry.sentences[:1]) if entry.turn else entry for entry in entries)


def days_of(entries: Sequence[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """Happenings of one day and status together, at most DAY_SENTENCES sentences each: a day is read as a whole."""
    days: list[TimelineEntry] = []
    for entry in entries:
        day = days[-1] if days else None
        if day and _same_day(day, entry) and len(day.sentences) + len(entry.sentences) <= DAY_SENTENCES:
            notes = "; ".join(dict.fromkeys(note for note in (day.note, entry.note) if note))
            reported = min(day.reported, entry.reported)
            sentences = tuple(dict.fromkeys((*day.sentences, *entry.sentences)))
            days[-1] = replace(day, sentences=sentences, reported=reported, note=notes)
        else:
            days.append(entry)
    return tuple(days)


def _same_day(left: TimelineEntry, right: TimelineEntry) -> bool:
    return bool(left.date) and (left.date[:10], left.status) == (right.date[:10], right.status)


def left_out(page: StoryPage) -> tuple[str, ...]:
    """The sections of which the page does not show everything: those that need a page of their own."""
    front = shorten(page)
    sections = {section for section, parts in WHOLE.items() if any(front.left.get(part) for part in parts)}
    first: dict[str, tuple[Utterance | Copy, ...]] = {"quotes": page.quotes, "lineage": page.lineage}
    spans = {name: {_span(entry) for entry in entries} for name, entries in first.items()}
    sections |= {name for name, known in spans.items() if not known.isdisjoint(front.cut)}
    told = {card.person.id: len(card.told) for card in page.people}
    sections |= {"people"} if any(len(card.told) < told[card.person.id] for card in front.page.people) else set()
    sections |= {"lineage"} if any(opened(copy) != copy for copy in page.lineage) else set()
    return tuple(section for section in WHOLE if section in sections)


def _span(entry: Utterance | Copy) -> Span:
    return entry.first.span if isinstance(entry, Copy) else _first(entry.variants[0]).span


def share_out(needed: Mapping[str, int], settings: PageSettings) -> dict[str, int]:
    """Words for each section: its own share, and of what others leave as much as it needs, up to its stretch.

    Shares of 100 and 100, needs of 40 and 300: the first gets 40, the second 150 (at a stretch of 1.5).
    """
    own = {name: int(getattr(settings, name)) for name in needed}
    spare = sum(max(0, own[name] - needed[name]) for name in needed)
    wanted = {name: max(0, min(needed[name], int(own[name] * settings.stretch)) - own[name]) for name in needed}
    asked = sum(wanted.values())
    rate = min(1.0, spare / asked) if asked else 0.0
    return {name: own[name] + int(wanted[name] * rate) for name in needed}


def word_count(shown: Any) -> int:
    """The words of an entry that a reader sees: its sentences, names and dates; who else says it is not counted.

    A shared passage is shown by its opening (`opened`), a root by its name.
    """
    if isinstance(shown, Copy):
        shown = (opened(shown).first, opened(shown).later)
    if isinstance(shown, Root):
        shown = shown.name
    if isinstance(shown, str):
        return len(shown.split())
    if isinstance(shown, Words | Insert):
        return len(shown.text.split())
    if isinstance(shown, tuple):
        return sum(map(word_count, shown))
    if is_dataclass(shown):
        return sum(word_count(getattr(shown, part.name)) for part in fields(shown) if part.name not in UNREAD)
    return 0


def _within(order: Sequence[int], words: Sequence[int], most: int) -> list[int]:
    """The first entries, in that order, that fit; one too long for what is left is passed over. Never none."""
    kept: list[int] = []
    for n in order:
        if words[n] <= most or not kept:
            kept.append(n)
            most -= words[n]
    return kept


def _best_first(page: StoryPage, entries: Sequence[Any]) -> list[int]:
    """The turns of the story, then entries that tell most of what headlines and summary are about, each beside what is
    chosen already."""
    stems = _Stems(page.language)
    told = [Told(article.outlet or article.id, stems(article.headline), 1.0) for article in _articles(page)]
    told += [Told(("summary", n), stems(_text(sentence)), 1.0) for n, sentence in enumerate(page.summary)]
    choices = [_choice(n, [*_sentences(entry)], stems) for n, entry in enumerate(entries)]
    best = choose(choices, weigh(told), len(choices))
    turns = [n for n, entry in enumerate(entries) if getattr(entry, "turn", False)]
    first = dict.fromkeys((*turns, *best))
    return [*first, *(n for n in reversed(range(len(entries))) if n not in first)]


def _choice(voice: Hashable, sentences: Sequence[CitedSentence], stems: _Stems) -> Choice:
    text = " ".join(map(_text, sentences))
    outlets = {word.span.article_id for sentence in sentences for word in sentence.words()}
    return Choice(stems(text), len(text.split()), float(len(outlets) ** 0.5), voice)


@dataclass(frozen=True, slots=True)
class _Stems:
    """Content stems in the page's language."""

    language: str

    def __call__(self, text: str) -> tuple[str, ...]:
        known = LANGUAGES.get(self.language)
        stemmer = known.standing.stemmer if known and known.standing else ""
        return content_stems(text, known.stop_words if known else frozenset(), stemmer)


def _articles(page: StoryPage) -> Iterator[Article]:
    return (row.article for row in page.reports)


def _sentences(entry: Any) -> Iterator[CitedSentence]:
    if isinstance(entry, CitedSentence):
        yield entry
    elif isinstance(entry, tuple):
        for item in entry:
            yield from _sentences(item)
    elif is_dataclass(entry):
        for part in fields(entry):
            yield from _sentences(getattr(entry, part.name))


def _text(sentence: CitedSentence) -> str:
    return " ".join(piece.text for piece in sentence.pieces if isinstance(piece, Words))


def _first(sentence: CitedSentence) -> Words:
    return next(piece for piece in sentence.pieces if isinstance(piece, Words))


def _few_variants(said: Utterance, most: int, cut: dict[Span, int]) -> Utterance:
    """One variant for each wording; who else has these very words is `also` of it."""
    kept: list[CitedSentence] = []
    for variant in said.variants:
        text = _text(variant)
        same = next((n for n, known in enumerate(kept) if same_words(_text(known), text)), None)
        if same is None:
            kept.append(variant)
        else:
            kept[same] = replace(kept[same], also=(*kept[same].also, *_own(variant), *variant.also))
    if len(kept) > most:
        cut[_first(kept[0]).span] = len(kept) - most
    return replace(said, variants=tuple(kept[:most]))


def _own(sentence: CitedSentence) -> Iterator[Words]:
    return (piece for piece in sentence.pieces if isinstance(piece, Words))


def opened(copy: Copy, settings: PageSettings = USUAL) -> Copy:
    """A shared passage by its opening: its first words, and fewer of each later carrier's."""
    later = tuple(words.opening(settings.carrier) for words in copy.later)
    return replace(copy, first=copy.first.opening(settings.passage), later=later)


def _few_carriers(copy: Copy, most: int, cut: dict[Span, int]) -> Copy:
    if len(copy.later) < most:
        return copy
    cut[copy.first.span] = len(copy.later) + 1 - most
    return replace(copy, later=copy.later[: most - 1])
