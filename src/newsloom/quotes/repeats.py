"""A quoted string that a report prints twice ("pull quotes", captions) has one speaker.

In: the quoted strings of a report with their attributions. Out: the same, where a string that no verb gives to anybody
takes the speaker of the longer string that has its words. Linear in the words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from newsloom.quotes.attribute import Attribution
from newsloom.quotes.marks import Marked
from newsloom.quotes.scare import LOOSE
from newsloom.text.tokens import words

LEAST: Final = 6  # words: shorter strings may be two people's
MOST: Final = 400  # words of a string in which a repetition is looked for


def share_speakers(
    text: str, marked: Sequence[Marked], given: Mapping[int, Attribution], spoken: Collection[int]
) -> dict[int, Attribution]:
    """Attributions by number of the quoted string.

    >>> share_speakers("", (), {}, ())
    {}
    """
    said = {number: words(text[marked[number].start : marked[number].end]) for number in sorted(spoken)}
    runs: dict[tuple[str, ...], int] = {}
    for number, heard in said.items():
        if given[number].how not in LOOSE and given[number].voice:
            for at in range(min(len(heard), MOST) - LEAST + 1):
                runs.setdefault(tuple(heard[at : at + LEAST]), number)
    return {number: _shared(one, said.get(number, ()), runs, said, given) for number, one in given.items()}


def _shared(
    one: Attribution,
    heard: Sequence[str],
    runs: Mapping[tuple[str, ...], int],
    said: Mapping[int, Sequence[str]],
    given: Mapping[int, Attribution],
) -> Attribution:
    source = runs.get(tuple(heard[:LEAST])) if one.how in LOOSE and len(heard) >= LEAST else None
    if source is None or f" {' '.join(heard)} " not in f" {' '.join(said[source][:MOST])} ":
        return one
    return replace(one, voice=given[source].voice, how="repeated")
