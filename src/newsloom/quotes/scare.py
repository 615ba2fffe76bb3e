"""Quoted strings that nobody speaks: titles of works, nicknames, words under discussion, distance.

In: a quoted string with its attribution. A string of many words, or one that a verb of saying touches, is spoken.
"""

from __future__ import annotations

import re

from newsloom.langs.shapes import Saying
from newsloom.quotes.attribute import Attribution
from newsloom.quotes.marks import Marked

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
BEFORE = re.compile(r"[\w-]+|[^\w\s]")
FEW = 4  # words: a longer string without a speaker is a quote all the same
LONGEST_NAME = 12  # words
LOOSE = ("subject", "subject before", "continued", "spoke before", "wishing", "later", "")  # no verb of saying nearby


def is_spoken(text: str, mark: Marked, one: Attribution, saying: Saying, person: bool) -> bool:
    """Whether a quoted string counts as a quote; `person`: its speaker is a person or a described one."""
    words = WORD.findall(text[mark.start : mark.end])
    if not words:
        return False
    before = [found.lower() for found in BEFORE.findall(text[max(0, mark.start - 50) : mark.start])]
    if one.how != "after" and len(words) <= LONGEST_NAME and _is_name_slot(before, saying):
        return False
    if len(words) <= 2 and one.how in LOOSE and _is_label(text, mark, before, saying):
        return False
    touched = one.how in ("after", "introduced") or _touches(text, mark, before, saying)
    if mark.single:
        return len(words) > 2 and one.voice is not None and touched
    if _is_title(words) and not touched:
        return False
    if one.voice is None and one.how == "unnamed":
        return len(words) > 1 or touched
    if one.voice is None:
        return len(words) > FEW
    return touched or one.how not in LOOSE or len(words) > FEW or (person and one.how != "subject before")


def _is_name_slot(before: list[str], saying: Saying) -> bool:
    """Whether the words before announce a name or a word that is talked about: "so-called", "known as", "(" ."""
    if before[-1:] == ["("]:
        return True
    plain = [word for word in before if word[0].isalnum()]
    return any(tuple(plain[-len(lead) :]) == lead for lead in saying.so_called)


def _is_label(text: str, mark: Marked, before: list[str], saying: Saying) -> bool:
    """Whether a short string names the kind of the thing behind it: the "no" vote, the "Harbour lass" website."""
    behind = re.match(r"\s+([a-z]+)", text[mark.end : mark.end + 30])
    return behind is not None and (
        (bool(before) and before[-1] in saying.definite) or behind.group(1) in saying.work_nouns
    )


def _is_title(words: list[str]) -> bool:
    """Whether every word of more than three letters has a capital; every word, where all are shorter."""
    long = [word for word in words if len(word) > 3 or word[0].isdigit()] or (words if len(words) > 1 else [])
    capital = all(word[0].isupper() or word[0].isdigit() for word in long)
    return bool(long) and capital and (words[0][0].isupper() or (len(words) > 1 and words[0][0].isdigit()))


def _touches(text: str, mark: Marked, before: list[str], saying: Saying) -> bool:
    """Whether a verb of saying or a colon stands right before, or the quote ends like an exclamation."""
    last = next((word for word in reversed(before) if word != ","), "")
    inside = text[mark.start : mark.end].rstrip("\"”’'» ")
    return last in saying.verbs or last in saying.judging or last == ":" or inside[-1:] in ("!", "?")
