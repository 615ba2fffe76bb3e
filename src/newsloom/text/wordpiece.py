"""Word pieces: words cut into the longest pieces that a vocabulary has, from the left.

In: words of a sentence. Out: numbers of their pieces, how each word is capitalised, and where each word begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsloom.text.gazetteer import fold

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
CASES = 6  # kinds of capitalisation, see `case_of`; 0 is for marks that begin and end a sentence
BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
LONGEST_WORD = 60  # letters: longer is an address or noise


class WordPiece:
    """A vocabulary: one piece a line, pieces inside a word begin with ##."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.numbers = {piece: number for number, piece in enumerate(pieces)}
        self.begin, self.end, self.unknown = (self.numbers[mark] for mark in (BEGIN, END, UNKNOWN))
        self._known: dict[str, list[int]] = {}

    def cut(self, word: str) -> list[int]:
        """Numbers of a word's pieces; a part that no piece begins makes the word unknown."""
        if word not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            self._known[word] = [n for part in _parts(fold(word)) for n in self._cut(part)] or [self.unknown]
        return self._known[word]

    def _cut(self, word: str) -> list[int]:
        if len(word) > LONGEST_WORD:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(word):
            end = len(word)
            while end > start and ("##" if start else "") + word[start:end] not in self.numbers:
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(self.numbers[("##" if start else "") + word[start:end]])
            start = end
        return found


def _parts(word: str) -> list[str]:
    """Runs of letters and digits, and marks one by one: "al-qaida" -> ["al", "-", "qaida"]."""
    parts: list[str] = []
    joined = False
    for letter in word:
        if letter.isalnum():
            if joined:
                parts[-1] += letter
            else:
                parts.append(letter)
            joined = True
        else:
            parts.append(letter)
            joined = False
    return parts


def case_of(word: str) -> int:
    """1 lower case, 2 a capital first, 3 all capitals, 4 capitals inside, 5 no letters."""
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return 5
    if not any(letter.isupper() for letter in letters):
        return 1
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return 3
    return 2 if letters[0].isupper() and not any(letter.isupper() for letter in letters[1:]) else 4


def encode(pieces: WordPiece, words: Sequence[str], longest: int) -> tuple[list[int], list[int], list[int]]:
    """(pieces, cases, place of each word's first piece) of a sentence; words beyond `longest` pieces are left out."""
    numbers, cases, firsts = [pieces.begin], [0], []
    for word in words:
        cut = pieces.cut(word)
        if len(numbers) + len(cut) >= longest:
            break
        firsts.append(len(numbers))
        numbers += cut
        cases += [case_of(word)] * len(cut)
    return [*numbers, pieces.end], [*cases, 0], firsts
