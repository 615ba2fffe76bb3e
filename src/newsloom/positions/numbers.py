"""Numbers in a sentence, in digits or words, with the bounds that their modifiers give them.

In: a sentence and a language's counting data. Out: numbers in order, never overlapping; `low` and `high` bound what may
be meant: "about two dozen" is 21.6 to 26.4, "at least 58" has no upper bound, a bare "500" is rounded, a bare "58" is
not. Ordinals, decades and clock times are no numbers.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from newsloom.langs.shapes import Counting

TOKEN = re.compile(
    r"[A-Z]{0,2}[$£€¥]|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d[\d.,]*\d|\d|[^\w\s]"
)
NOT_COUNTED = re.compile(r"(?:st|nd|rd|th|s|'s|’s|e|er|ème)\b|[-–:/]\d|:\d", re.I)
RANGE_WORDS = frozenset({"to", "-", "–", "or", "and", "à", "ou", "et"})
SMALL, SHORT_OF = 12, 0.7  # of a small number "nearly" falls short by less than one
BETWEEN = frozenset({"between", "from", "entre", "de"})


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    word: str  # lower case


@dataclass(frozen=True, slots=True)
class Number:
    """`first`, `last`: its tokens, sign of money and modifier included; `core`: the first token without the modifier;
    `currency`: code, "" for none; `vague`: a collective as "dozens"."""

    first: int
    core: int
    last: int
    low: float
    high: float
    currency: str = ""
    vague: bool = False
    scaled: bool = False


def tokenise(text: str) -> tuple[Token, ...]:
    """Words, numbers, signs and marks, each with its place."""
    return tuple(Token(*found.span(), found.group().lower().replace("’", "'")) for found in TOKEN.finditer(text))


def find_numbers(text: str, tokens: tuple[Token, ...], counting: Counting) -> tuple[Number, ...]:
    """Every number of a sentence: "at least 58 people" -> 58 with its modifier, bounds 58 and infinity."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _range(text, tokens, at, counting) or _number(text, tokens, at, counting)
        if number is None:
            at += 1
            continue
        found.append(_modified(tokens, number, found[-1].last if found else -1, counting))
        at = number.last + 1
    return tuple(found)


def _range(text: str, tokens: tuple[Token, ...], at: int, counting: Counting) -> Number | None:
    """ "10 to 20", "between 10 and 20": one number with both as its bounds."""
    one = _number(text, tokens, at, counting)
    if one is None or one.last + 2 >= len(tokens) or tokens[one.last + 1].word not in RANGE_WORDS:
        return None
    two = _number(text, tokens, one.last + 2, counting)
    opened = at > 0 and tokens[at - 1].word in BETWEEN
    if two is None or (tokens[one.last + 1].word in ("and", "et") and not opened) or two.high <= one.low:
        return None
    if two.scaled and not one.scaled and one.high < two.low / 1000:  # "2 to 3 million"
        size = 10 ** (3 * int(math.log10(max(two.low, 1)) // 3))
        one = replace(one, low=one.low * size, high=one.high * size)
    return Number(at - opened, at, two.last, one.low, two.high, one.currency or two.currency)


def _number(text: str, tokens: tuple[Token, ...], at: int, counting: Counting) -> Number | None:
    start, currency = at, ""
    if (sign := tokens[at].word) in counting.money and not sign.isalpha() and at + 1 < len(tokens):
        currency, at = counting.money[sign], at + 1
    word = tokens[at].word
    if word[0].isdigit():
        return _digits(text, tokens, start, at, currency, counting)
    if word in counting.collectives and not currency:
        low, high = counting.collectives[word]
        return Number(start, start, at, low, high, vague=True)
    return _words(tokens, start, counting) if not currency else None


def _digits(
    text: str, tokens: tuple[Token, ...], start: int, at: int, currency: str, counting: Counting
) -> Number | None:
    token = tokens[at]
    if NOT_COUNTED.match(text, token.end) or (at and text[token.start - 1 : token.start] in ("-", "–", ":", "/", ".")):
        return None
    value = read_digits(token.word, counting)
    if value is None:
        return None
    last, scale = at, 1
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    short = len(following) < 3
    if following in counting.scales and (not short or (currency and tokens[at + 1].start == token.end)):
        last, scale = at + 1, counting.scales[following]
    slack = _slack(token.word, value, scale, counting)
    return Number(start, start, last, value * scale - slack, value * scale + slack, currency, scaled=scale > 1)


def read_digits(word: str, counting: Counting) -> float | None:
    """ "9,500" -> 9500; "2,4" in French -> 2.4; None for what is no plain number ("1.2.3")."""
    plain = word.translate({ord(mark): None for mark in counting.thousands}).replace(counting.decimal, ".")
    if counting.thousands[0] in word and counting.thousands[0] != counting.decimal:
        groups = word.split(counting.decimal)[0].split(counting.thousands[0])
        if any(len(group) != 3 for group in groups[1:]) or len(groups[0]) > 3:
            return None
    try:
        return float(plain)
    except ValueError:
        return None


def _slack(word: str, value: float, scale: int, counting: Counting) -> float:
    """Half a unit of the last digit that is given: 2.4 million -> 50,000; 500 -> 50; a bare 58 is exact."""
    if counting.decimal in word:
        return 0.5 * scale * 10.0 ** -len(word.rsplit(counting.decimal, 1)[1])
    if scale > 1:
        return 0.5 * scale
    zeros = len(word) - len(word.rstrip("0"))
    return 0.5 * 10.0**zeros if value >= 100 and zeros else 0.0


def _words(tokens: tuple[Token, ...], at: int, counting: Counting) -> Number | None:
    """ "twenty-five", "two hundred and fifty", "half a dozen", "two dozen"."""
    total, current, last, scaled, vague = 0, 0, at - 1, False, False
    for place in range(at, min(at + 8, len(tokens))):
        word = tokens[place].word
        parts = (
            [counting.words.get(word)] if word in counting.words else [counting.words.get(p) for p in word.split("-")]
        )
        if all(part is not None for part in parts):
            current += sum(part for part in parts if part)
        elif word in counting.few and (current or (place and tokens[place - 1].word in ("a", "une"))):
            current, vague = max(current, 1) * counting.few[word], True
        elif word in counting.scales and len(word) > 2 and (current or (place and tokens[place - 1].word == "a")):
            total, current, scaled = total + max(current, 1) * counting.scales[word], 0, True
        elif not (
            word in counting.joiner and scaled and place + 1 < len(tokens) and _counts(tokens, place + 1, counting)
        ):
            break
        else:
            continue
        last = place
    value = float(total + current)
    if last < at or not value:
        return None
    slack = 0.05 * value if vague or (scaled and not current) else 0.0
    return Number(at, at, last, value - slack, value + slack, scaled=scaled)


def _counts(tokens: tuple[Token, ...], at: int, counting: Counting) -> bool:
    return tokens[at].word in counting.words or tokens[at].word.split("-")[0] in counting.words


def _modified(tokens: tuple[Token, ...], number: Number, after: int, counting: Counting) -> Number:
    """The number with the bounds of the words before it: "more than 50" -> no upper bound."""
    for length in (3, 2, 1):
        start = number.first - length
        if start <= after:
            continue
        phrase = " ".join(token.word for token in tokens[start : number.first])
        if phrase in counting.modifiers:
            down, up = counting.modifiers[phrase]
            middle = (number.low + number.high) / 2
            if up == 1 and down and middle <= SMALL:  # "nearly nine" is more than eight
                down = max(down, 1 - SHORT_OF / middle)
            return replace(number, first=start, low=middle * down, high=middle * up if up else math.inf)
    return number


@lru_cache(maxsize=64)
def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The phrases as whole words, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.I)
