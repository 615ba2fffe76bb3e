"""Quoted strings that nobody speaks: titles of works, nicknames, words under discussion, distance.

In: a quoted string with its attribution. A string of many words, or one that a verb of saying touches, is spoken.
"""

from __future__ import annotations

import re

from newsloom.langs.shapes import Saying
from newsloom.quotes.attribute import Attribution
from newsloom.quotes.marks import Marked

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
FEW = 4  # words: longer strings are titles only where every long word is a capital


def is_spoken(text: str, mark: Marked, one: Attribution, saying: Saying) -> bool:
    """Whether a quoted string counts as a quote."""
    words = WORD.findall(text[mark.start : mark.end])
    if not words:
        return False
    before = [w.lower() for w in re.findall(r"[\w-]+", text[max(0, mark.start - 50) : mark.start])]
    lead = any(tuple(before[-len(words_) :]) == words_ for words_ in saying.so_called)
    if lead and len(words) <= 12 and one.how != "after":
        return False
    if mark.single and (len(words) < 3 or one.voice is None or one.how in ("subject", "subject before", "")):
        return False
    if _is_title(words, saying) and one.how not in ("after",) and not _touches(text, mark, saying):
        return False
    if one.voice is None:
        return len(words) > FEW and not _is_title(words, saying)
    return True


def _is_title(words: list[str], saying: Saying) -> bool:
    """Every word of more than three letters has a capital, and there are two or more."""
    long = [w for w in words if len(w) > 3 or w[0].isdigit()]
    return (
        len(words) >= 2 and bool(long) and all(w[0].isupper() or w[0].isdigit() for w in long) and words[0][0].isupper()
    ) or (words[0][0].isdigit() and len(words) == 2 and words[1][0].isupper())


def _touches(text: str, mark: Marked, saying: Saying) -> bool:
    """Whether a verb of saying or a comma stands right before, or the quote ends like a sentence."""
    before = re.findall(r"[\w-]+|[^\w\s]", text[max(0, mark.start - 30) : mark.start])
    last = before[-1].lower() if before else ""
    inside = text[mark.start : mark.end].rstrip("\"”’'» ")
    return last in saying.verbs or last in saying.judging or last == ":" or inside[-1:] in "!?"
