"""What counted times mean: steps from today or from the date told of last, lengths, and what happens again and again.

In: parts ("number": "two", "unit": "days") and the `Setting`. Out: TIMEX3 type and value, "" where it cannot be known.
"""

from __future__ import annotations

import re

from newsloom.timeline.named import with_time
from newsloom.timeline.reckoning import first_day, precision, stepped
from newsloom.timeline.setting import Meaning, Meant, Parts, Setting, direction_of, number_of, unit_of

HALF = {"Y": "P6M", "E": "P5Y", "TH": "PT30M", "D": "PT12H", "M": "P15D", "C": "P50Y"}


def mean_stepped(parts: Parts, setting: Setting) -> Meant:
    unit, turn = setting.calendar.units[unit_of(parts)], direction_of(parts, setting)
    if unit.startswith("T"):
        return "DURATION", f"PT1{unit[1]}"
    if unit == "W" and turn == 0 and _is_eve(setting):
        turn = 1
    if unit == "WE" and turn == 0 and _is_behind(setting):
        turn = -1
    return "DATE", stepped(setting.here, turn, unit)


def _is_eve(setting: Setting) -> bool:
    """ "They will vote this week", told on a Sunday: the week that begins, not the one that ends."""
    return bool(setting.here and setting.lean > 0 and setting.here.isoweekday() == 7)


def _is_behind(setting: Setting) -> bool:
    """ "They met this weekend", told on a Monday: the one that is over."""
    return bool(setting.here and setting.lean < 0 and setting.here.isoweekday() < 6)


def mean_current(parts: Parts, setting: Setting) -> Meant:
    return "DATE", stepped(setting.here, 0, setting.calendar.units[unit_of(parts)])


def mean_latest(parts: Parts, setting: Setting) -> Meant:
    unit = setting.calendar.units[unit_of(parts)]
    told = setting.quarter if unit == "Q" else setting.last if precision(setting.last) == unit else ""
    return "DATE", told or stepped(setting.here, -1, unit)


def mean_part(parts: Parts, setting: Setting) -> Meant:
    return with_time(stepped(setting.here, direction_of(parts, setting), "D"), parts, setting)


def mean_same_part(parts: Parts, setting: Setting) -> Meant:
    return with_time(stepped(setting.told, 0, "D"), parts, setting)


def from_told(turn: int) -> Meaning:
    def meant(parts: Parts, setting: Setting) -> Meant:
        unit = setting.calendar.units[unit_of(parts)]
        return (
            ("DATE", stepped(setting.told, turn, unit)) if not unit.startswith("T") else ("DURATION", f"PT1{unit[1]}")
        )

    return meant


def mean_the_unit(parts: Parts, setting: Setting) -> Meant:
    unit = setting.calendar.units[unit_of(parts)]
    if unit.startswith("T"):
        return "TIME", ""
    if unit == "Q" and not setting.history:
        return "DATE", setting.quarter or stepped(setting.today, -1, "Q")
    base = setting.told if setting.history or unit == "D" else setting.here
    if unit == "WE" and base and setting.lean <= 0 and base.isoweekday() < 6:
        return "DATE", stepped(base, -1, "WE")
    return "DATE", stepped(base, 0, unit)


def mean_year_ago(parts: Parts, setting: Setting) -> Meant:
    """A year before the date told of last, as precise as that where it is a quarter."""
    if setting.quarter and not setting.history:
        return "DATE", stepped(first_day(setting.quarter), -1, "Y")[:4] + setting.quarter[4:]
    return "DATE", stepped(setting.here, -1, "Y")


def steps(sign: int, from_told: bool) -> Meaning:
    """So many units on or back, from today or from the date told of last; coarse units stay coarse."""

    def meant(parts: Parts, setting: Setting) -> Meant:
        count = number_of(parts.get("number"), setting.calendar)
        unit = setting.calendar.units[unit_of(parts)]
        if unit.startswith("T"):
            return "TIME", ""
        base = setting.told if from_told or setting.history else setting.here
        return "DATE", stepped(base, sign * count, unit) if count else ""

    return meant


def mean_two_days(parts: Parts, setting: Setting) -> Meant:
    return "DATE", stepped(setting.today, -2 if "ago" in parts else 2, "D")


def mean_length(parts: Parts, setting: Setting) -> Meant:
    word = parts.get("number") or parts.get("figure") or parts.get("number2") or ""
    count = str(number_of(word, setting.calendar) or "X")
    if re.fullmatch(r"\d+\.\d+", word):
        count = word
    return "DURATION", _period(count, setting.calendar.units[unit_of(parts)])


def _period(count: str, unit: str) -> str:
    if unit[0].isdigit():
        count, unit = (str(int(count) * int(unit[0])) if count.isdigit() else count), unit[1:]
    if unit in ("E", "C") and count.isdigit():
        count, unit = str(int(count) * (10 if unit == "E" else 100)), "Y"
    if unit == "Q" and count.isdigit():
        count, unit = str(int(count) * 3), "M"
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"


def mean_vague_length(parts: Parts, setting: Setting) -> Meant:
    unit = setting.calendar.units[parts.get("unit") or parts["units"]]
    return "DURATION", _period("X", unit)


def mean_one_length(parts: Parts, setting: Setting) -> Meant:
    return "DURATION", _period("1", setting.calendar.units[unit_of(parts)])


def mean_half_length(parts: Parts, setting: Setting) -> Meant:
    return "DURATION", HALF.get(setting.calendar.units[unit_of(parts)], "")


def mean_each_unit(parts: Parts, setting: Setting) -> Meant:
    count = number_of(parts.get("number"), setting.calendar) or 1
    return "SET", _period(str(count), setting.calendar.units[unit_of(parts)])


def mean_each_weekday(parts: Parts, setting: Setting) -> Meant:
    part = setting.calendar.parts.get(parts.get("part", ""), "")
    return "SET", f"XXXX-WXX-{setting.calendar.weekdays[parts['weekday']]}" + (f"T{part}" if part else "")


def mean_each_name(parts: Parts, setting: Setting) -> Meant:
    if "month" in parts:
        return "SET", f"XXXX-{setting.calendar.months[parts['month']]:02}"
    if "season" in parts:
        return "SET", f"XXXX-{setting.calendar.seasons[parts['season']]}"
    return "SET", f"XXXX-XX-XXT{setting.calendar.parts[parts['part']]}"
