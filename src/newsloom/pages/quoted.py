"""Quotation marks of one sentence: what stands outside them, and whether they close. Pure, linear."""

from __future__ import annotations

import re

QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“]*“|(?<!\w)‘[^‘’]*’(?!\w)")
PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


def outside_quotes(text: str) -> str:
    """The sentence without what it quotes: 'She said "no" twice.' -> 'She said   twice.'"""
    return QUOTED.sub(" ", text)


def quoted_share(text: str) -> float:
    """The share of its characters that stand in quotation marks, 0 to 1."""
    return sum(len(found.group()) for found in QUOTED.finditer(text)) / len(text) if text else 0.0


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens in it also closes in it."""
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in PAIRS)
