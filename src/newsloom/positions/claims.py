"""Slots and fillers in one report: what disagreements are made of."""

from __future__ import annotations

from newsloom.records import Article, Claim, Entity, Range, Timex


def find_claims(
    article: Article, sentences: tuple[Range, ...], entities: tuple[Entity, ...], dates: tuple[Timex, ...]
) -> tuple[Claim, ...]:
    return ()
