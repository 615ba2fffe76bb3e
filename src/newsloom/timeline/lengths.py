"""Days told by a length: "eight days after he had called the meeting off", in a report of 1 June, is 24 May.

In: a sentence with its calendar expressions and the day of its report. Out: the days that its lengths reckon back to,
each with the expression. Only a sentence that speaks of the report's own day or the one before reckons from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from newsloom.langs.shapes import Calendar
from newsloom.records import Range, Timex
from newsloom.timeline.reckoning import first_day, precision

LENGTH = re.compile(r"P(\d{1,3})([DW])\Z")
NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


def reckoned_days(
    text: str, within: Sequence[Timex], today: date | None, opening: bool, calendar: Calendar
) -> Iterator[tuple[str, Range]]:
    """The days that "N days after" names; `opening`: the sentence tells the news of its report's day."""
    lengths = [(timex.range, found) for timex in within if (found := LENGTH.match(timex.value))]
    base = _base(within, today, opening) if lengths else None
    for place, found in lengths:
        word = NEXT_WORD.match(text, place.end)
        if base and place.part == "text" and word and word[1].lower() in calendar.after:
            yield (base - timedelta(days=int(found[1]) * (7 if found[2] == "W" else 1))).isoformat(), place


def _base(within: Sequence[Timex], today: date | None, opening: bool) -> date | None:
    """The day that a sentence speaks from: its own, where that is the report's or the one before; in an opening
    without any past day, the report's."""
    if today is None:
        return None
    values = (timex.value.partition("T")[0] for timex in within if timex.type in ("DATE", "TIME") and timex.sure)
    past = [day for value in values if precision(value) == "D" and (day := first_day(value)) and day <= today]
    if past:
        return max(past) if (today - max(past)).days <= 1 else None
    return today if opening else None
