"""A correction's spread, on edits made of real sentences: is each found, and everybody who still has the old words?

In each of 100 stories one report is corrected (a number, a name or a word replaced, a clause denied, a sentence taken
out) that three to six others carry verbatim or slightly edited, one of which is mended later; one more has the new
words. In another 100 the change is none of substance: commas, quotation marks, small words, doubled letters, sentences
moved, an agency's copy replaced. `python tests/eval/test_corrections_floor.py` prints the figures.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from tests.eval.test_reuse_floor import edit, stored_reports

from newsloom.config import Settings
from newsloom.engine.filters.reuse import _split
from newsloom.langs import LANGUAGES
from newsloom.passages.corrections import find_corrections
from newsloom.passages.edits import gone_words, plain_words
from newsloom.records import Article, ArticleId, Correction, Report
from newsloom.text.tokens import words

STORIES = 100
COPIES = (3, 6)
SLIGHT = 0.08  # of a copy's words that differ
NOON = datetime(2020, 5, 1, 12, tzinfo=UTC)
NUMBER = re.compile(r"\b\d{2,6}\b")
SMALL = LANGUAGES["en"].stop_words
Change = Callable[[str, list[str], random.Random], str]


def new_number(sentence: str, vocabulary: list[str], chance: random.Random) -> str:
    return NUMBER.sub(lambda found: str(int(found[0]) + chance.randrange(3, 40)), sentence, count=1)


def new_word(sentence: str, vocabulary: list[str], chance: random.Random) -> str:
    tokens = sentence.split()
    places = [n for n, token in enumerate(tokens) if token.isalpha() and token.lower() not in SMALL and n]
    tokens[chance.choice(places)] = chance.choice(vocabulary)
    return " ".join(tokens)


def denied(sentence: str, vocabulary: list[str], chance: random.Random) -> str:
    return re.sub(r"\b(is|was|will|has|would|had|are|were)\b(?! not)", r"\1 not", sentence, count=1)


def taken_out(sentence: str, vocabulary: list[str], chance: random.Random) -> str:
    return ""


def commas(sentence: str, vocabulary: list[str], chance: random.Random) -> str:
    return sentence.replace(",", "") if "," in sentence else re.sub(r" (and|who|that|but) ", r", \1 ", sentence)


def quote_marks(sentence: str, vocabulary: list[str], chance: random.Random) -> str:
    return sentence.replace('"', "“").replace("'", "’")


def small_words(sentence: str, vocabulary: list[str], chance: random.Random) -> str:
    return re.sub(r" (that|the|on|a) ", " ", sentence, count=1)


def doubled(sentence: str, vocabulary: list[str], chance: random.Random) -> str:
    return re.sub(r"\b([a-z]+)([lmnrst])([a-z]{2,})\b", r"\1\2\2\3", sentence, count=1)


SUBSTANCE: tuple[Change, ...] = (new_number, new_word, denied, taken_out)
NONE: tuple[Change, ...] = (commas, quote_marks, small_words, doubled)


def version(id_: str, sentences: list[str], number: int = 1, hours: int = 0, outlet: str = "") -> Report:
    article = Article(
        id=ArticleId(id_), text="\n\n".join(filter(None, sentences)), language="en", outlet=outlet or f"Outlet {id_}",
        published_at=NOON, seen_at=NOON + timedelta(hours=hours), version=number,
    )  # fmt: skip
    return _split(Settings(), article)


class Stories:
    """Stories made of the stream's sentences, each sentence used once."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        reports = list(stored_reports(1_200))
        texts = dict.fromkeys(
            " ".join(r.article.text_of(p.range).split()) for r in reports for p in r.analysis.passages
        )
        self.sentences = [text for text in texts if 12 <= len(words(text)) <= 45 and text[-1] in '.”"']
        self.chance.shuffle(self.sentences)
        self.vocabulary = [word for r in reports[:200] for word in r.article.text.split() if len(word) > 4]
        self.vocabulary = [word for word in self.vocabulary if word.isalpha() and word.islower() and word not in SMALL]

    def draw(self, change: Change) -> tuple[str, str]:
        """A sentence that the change does change, and the changed one."""
        while True:
            old = self.sentences.pop()
            new = change(old, self.vocabulary, self.chance)
            if new != old:
                return old, new

    def copy(self, old: str, new: str) -> str:
        """The old sentence, verbatim or slightly edited, with all the words that the new one lacks."""
        lost = set(gone_words(plain_words(old), plain_words(new))) if new else set()
        while True:
            copied = edit(old, SLIGHT if self.chance.random() < 0.5 else 0, self.vocabulary, self.chance)
            if lost <= set(plain_words(copied)):
                return copied

    def tell(self, change: Change, agency: bool = False) -> tuple[tuple[Correction, ...], str, set[str], set[str]]:
        """What is found; the old sentence, and who should be found with it, all and those that were mended since."""
        old, new = self.draw(change)
        own = [self.sentences.pop() for _ in range(8)]
        if agency:
            own[0] = f"PORT ELLEN (Reuters) - {own[0]}"
        moved = [*own[1:5], own[0], *own[5:]] if change in NONE and not agency and self.chance.random() < 0.3 else own
        before = [version("a", [*own[:4], old, *own[4:]])]
        reports = [version("a", [*moved[:4], new, *moved[4:]], 2, 3)]
        names = [f"b{n}" for n in range(self.chance.randint(*COPIES))]
        for name in names:
            filling = [self.sentences.pop() for _ in range(5)]
            copied = self.copy(old, new)
            first = version(name, [*filling[:2], copied, *filling[2:]], hours=1)
            if name == "b0" and not agency and change not in NONE:
                before.append(first)
                reports.append(version(name, [*filling[:2], new, *filling[2:]], 2, 6))
            else:
                reports.append(first)
        reports.append(version("n", [self.sentences.pop(), new, self.sentences.pop()], hours=4))
        return find_corrections(reports, before), old, set(names), {"b0"}


def measure(seed: int = 1) -> dict[str, float]:
    """Precision and recall of the edits, and of the carriers with whether they still carry."""
    stories, edits, carriers = Stories(seed), [0, 0, 0], [0, 0, 0]  # each: right, found, wanted
    for number in range(STORIES):
        found, old, wanted, mended = stories.tell(SUBSTANCE[number % len(SUBSTANCE)])
        mine = [one for one in found if one.before.span.article_id == "a"]
        right = [one for one in mine if one.before.text.split() == old.split()]
        _add(edits, len(right), len(mine), 1)
        got = {(s.words.span.article_id, s.until is None) for one in right for s in one.carriers}
        should = {(name, name not in mended) for name in wanted}
        _add(carriers, len(got & should), len(got), len(should))
    for number in range(STORIES):
        kind = number % (len(NONE) + 1)
        found, *_ = stories.tell(NONE[kind], False) if kind < len(NONE) else stories.tell(new_word, agency=True)
        _add(edits, 0, len([one for one in found if one.before.span.article_id == "a"]), 0)
    return {
        "edits precision": edits[0] / max(1, edits[1]),
        "edits recall": edits[0] / edits[2],
        "carriers precision": carriers[0] / max(1, carriers[1]),
        "carriers recall": carriers[0] / carriers[2],
    }


def _add(to: list[int], *more: int) -> None:
    to[:] = [a + b for a, b in zip(to, more, strict=True)]


@pytest.mark.eval
@pytest.mark.skipif(not os.environ.get("NEWSLOOM_DATA"), reason="NEWSLOOM_DATA is not set")
def test_corrections_and_their_carriers_are_found() -> None:
    figures = measure()
    assert min(figures.values()) >= 0.95, figures


if __name__ == "__main__":
    for seed in (1, 2, 3):
        print({name: round(value, 3) for name, value in measure(seed).items()})
