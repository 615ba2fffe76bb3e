"""Whether the words around a date tell what was or what will be, and whether that is sure.

In: a sentence and the place of a date in it. Out: its Lean. Words of tense are the language's own (its Calendar). A
lean that is not sure is the likelier one; nobody is shown a date that rests on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsloom.langs.shapes import Calendar

WORD = re.compile(r"['’]ll\b|[^\W\d_]+")
REACH = 160  # characters in which a verb can tell what a date is
NEAR = 12  # words between a modal and the date of what it tells
POSSESSIVE = ("'s", "’s")
PHRASE = 3  # words of the longest of `until` and `since`


@dataclass(frozen=True, slots=True)
class Lean:
    """`turn`: -1 what was, 1 what will be, 0 where nothing tells. `sure`: no reader would doubt it."""

    turn: int
    sure: bool = False
    aims: bool = False  # past, and words toward what may lie ahead stand between: "chosen to advance to the May vote"


def lean(
    text: str, start: int, end: int, sentence: tuple[int, int], calendar: Calendar, headline: bool = False
) -> Lean:
    """The tense of the nearest telling word before text[start:end], otherwise of the nearest after it.

    "will meet Friday, he said" -> Lean(1, True); "as recently as Friday" -> Lean(-1, True)
    """
    before = WORD.findall(text, max(sentence[0], start - REACH), start)
    told = _behind(before, calendar, headline)
    if told.turn < 0 and _will(WORD.findall(text, end, min(sentence[1], end + REACH)), calendar):
        return Lean(1, True)
    if told.turn < 0 and _goes_with(WORD.findall(text, end, min(sentence[1], end + REACH)), calendar, headline):
        return Lean(1, True)
    if told.turn < 0 and _ends_with(before, calendar.since):
        return Lean(-1, True)
    if _ends_with(before, calendar.until):
        return Lean(1, told.turn >= 0 or _ends_with(before, calendar.no_later))
    if text[end : end + 2] in POSSESSIVE:  # "said Monday's match was off" dates no match; "left after Monday's match"
        inside = bool(before) and before[-1].lower() in calendar.inside
        return Lean(told.turn, told.sure and told.turn < 0 and inside)
    if before and before[-1].lower() in calendar.some:
        return Lean(told.turn)
    return told if told.turn else _ahead(WORD.findall(text, end, min(sentence[1], end + REACH)), calendar, headline)


def _will(after: Sequence[str], calendar: Calendar) -> bool:
    """Whether what is dated is at once said to come: "races in May that will test the party"."""
    return len(after) > 1 and after[0].lower() in calendar.joins and after[1].lower() in calendar.coming


def _goes_with(after: Sequence[str], calendar: Calendar, headline: bool) -> bool:
    """Whether another weekday that lies ahead is joined to it, with no verb between: "a motion for a debate on Friday
    and a vote as early as Saturday"."""
    at = next((n for n, word in enumerate(after) if word.lower() in calendar.weekdays), None)
    if not at or after[0].lower() not in calendar.conjunctions:
        return False
    between = after[:at]
    return _ends_with(between, calendar.no_later) and not any(
        _tense(between, n, calendar, headline) for n in range(len(between))
    )


def _ends_with(words: Sequence[str], phrases: frozenset[str]) -> bool:
    return f" {' '.join(words[-PHRASE:])}".lower().endswith(tuple(f" {phrase}" for phrase in phrases))


def _behind(words: Sequence[str], calendar: Calendar, headline: bool) -> Lean:
    """The nearest telling word, going back from the date."""
    for at in range(len(words) - 1, -1, -1):
        if turn := _tense(words, at, calendar, headline):
            return Lean(turn, _is_sure(words, at, turn, calendar), turn < 0 and _aims(words[at + 1 :], calendar))
    return Lean(0)


def _aims(words: Sequence[str], calendar: Calendar) -> bool:
    """Whether an infinitive stands among these: "to advance", not "to the"."""
    lower = [word.lower() for word in words]
    return any(
        word in calendar.toward and after not in calendar.some | calendar.before_time for word, after in pairwise(lower)
    )


def _ahead(words: Sequence[str], calendar: Calendar, headline: bool) -> Lean:
    """The nearest telling word behind the date: "Friday’s vote will …"."""
    for at in range(len(words)):
        if turn := _tense(words, at, calendar, headline):
            plain = words[at].lower() in calendar.certain or bool(re.fullmatch(calendar.future_form, words[at]))
            return Lean(turn, turn < 0 or plain)
    return Lean(0)


def _tense(words: Sequence[str], at: int, calendar: Calendar, headline: bool) -> int:
    word = words[at].lower()
    if at and words[at] != word and not headline:  # "May", "United", "Will": a name
        return 0
    if at and words[at - 1].lower() in calendar.passive:  # "to be aired": the infinitive tells
        return 0
    if word in calendar.future or (headline and word in calendar.headline_future):
        return -1 if words[at + 1 : at + 2] and words[at + 1].lower() in calendar.perfect else 1
    if len(word) > 4 and re.fullmatch(calendar.future_form, word):
        return 1
    return -1 if word in calendar.past or (len(word) > 4 and re.fullmatch(calendar.past_form, word)) else 0


def _is_sure(words: Sequence[str], at: int, turn: int, calendar: Calendar) -> bool:
    """Whether a telling word before a date leaves no doubt: "will be", not "was expected", "planned", "be"."""
    here = [word.lower() for word in words[max(0, at - 2) : at + 1]]
    if turn < 0:
        rest = [word.lower() for word in words[at + 1 :]]
        ahead = here[-1] in calendar.unfulfilled and not calendar.toward.isdisjoint(rest)
        bound = here[-1] in calendar.bound and not calendar.toward.isdisjoint(rest[:1])
        return not ahead and not bound and here[-1] not in calendar.loose
    turned = any(word in calendar.past or word in calendar.loose for word in here[:-1])
    infinitive = here[-1] in calendar.passive and not calendar.toward.isdisjoint(here[:-1])
    plain = infinitive or not calendar.certain.isdisjoint(here) or bool(re.fullmatch(calendar.future_form, here[-1]))
    return len(words) - at <= NEAR and not turned and plain
