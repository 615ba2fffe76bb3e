"""What calendar expressions mean: each rule's meaning as a function of its captured parts and of where it stands.

In: parts ("month": "june"), the `Setting` (today, the date told of last, the way the sentence leans). Out: TIMEX3 type
and value; "" where the value cannot be known. Never raises: a day that no calendar has is typed and has no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

from newsloom.langs.shapes import Calendar
from newsloom.timeline.reckoning import day_value, first_day, in_unit, last_day, precision, step, stepped

TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Meant: TypeAlias = tuple[TimexType, str]
Parts: TypeAlias = Mapping[str, str]
VAGUE_LENGTH = re.compile(r"\D")
CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?")
TOO_FAR = 270  # days: a yearless date that a verb puts farther off is the nearer one after all
DAYS_BACK = 10  # a day told of longer ago is not the one that an hour alone belongs to
CLOSE = 100  # days within which a quarter's end makes it the one that is reported
HALF = {"Y": "P6M", "E": "P5Y", "TH": "PT30M", "D": "PT12H", "M": "P15D", "C": "P50Y"}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands. `today`: the day of the report, None where unknown; `last`: the date told of last;
    `lean`: -1 the sentence tells what was, 1 what will be, 0 unknown; `history`: dates follow `last`, not today."""

    calendar: Calendar
    today: date | None
    last: str = ""
    lean: int = 0
    history: bool = False

    @property
    def here(self) -> date | None:
        """The day from which "last year" counts: in a history the last date told of."""
        return (first_day(self.last) if self.history else None) or self.today

    @property
    def told(self) -> date | None:
        """The day from which "two days later" counts."""
        return first_day(self.last) or self.today


def number_of(word: str | None, calendar: Calendar) -> int | None:
    """ "12" -> 12, "1,200" -> 1200, "twenty-four" -> 24, "third" -> 3; None for anything else."""
    if not word:
        return None
    word = re.sub(r"\s+", " ", word)
    known = calendar.numbers.get(word) or calendar.ordinals.get(word)
    if known:
        return known
    if digits := re.match(r"\d[\d,]*", word):
        return int(digits.group().replace(",", "")[:9])
    pieces = [calendar.numbers.get(piece, 0) for piece in re.split(r"[- ]", word)]
    if len(pieces) == 2 and all(pieces):
        return pieces[0] * pieces[1] if pieces[1] >= 100 else sum(pieces)
    return None


def _year(parts: Parts, setting: Setting) -> int | None:
    if parts.get("year", "").isdigit():
        return int(parts["year"])
    if "short_year" in parts:
        return _full_year(parts["short_year"], setting)
    if "this" in parts and setting.here:
        return setting.here.year + _direction(parts, setting)
    return None


def _full_year(digits: str, setting: Setting) -> int:
    now = (setting.here or setting.today or date(2000, 1, 1)).year
    century = now - now % 100
    year = century + int(digits)
    return year - 100 if year > now + 20 else year


def _unit(parts: Parts) -> str:
    return parts.get("unit") or parts["one"]


def _direction(parts: Parts, setting: Setting) -> int:
    word = re.sub(r"\s+", " ", parts.get("direction", "")).removesuffix("'s")
    return setting.calendar.directions.get(word, 0) or setting.calendar.turned.get(parts.get("turned", ""), 0)


def _nearest(options: list[tuple[date, date]], setting: Setting) -> int:
    """Which of some stretches of days, oldest first, is meant: the newest begun where the sentence tells what was, the
    first not yet over where it tells what will be, otherwise the nearest."""
    today = setting.today
    if today is None:
        return 0
    nearest = min(range(len(options)), key=lambda i: abs((options[i][0] - today).days))
    chosen = _leaning(options, setting.lean, today) if setting.lean else nearest
    return nearest if abs((options[chosen][0] - today).days) > TOO_FAR else chosen


def _leaning(options: list[tuple[date, date]], lean: int, today: date) -> int:
    if lean < 0:
        return max((i for i, (begin, _) in enumerate(options) if begin <= today), default=0)
    return min((i for i, (_, end) in enumerate(options) if end >= today), default=len(options) - 1)


def _yearless(make: Callable[[int], str], setting: Setting) -> str:
    """A value without its year -> with it: "September" -> "1990-09"."""
    if setting.history or setting.today is None:
        return _next_told(make, setting)
    made = [make(setting.today.year + ahead) for ahead in (-1, 0, 1)]
    spans = [(first, end, value) for value in made if (first := first_day(value)) and (end := last_day(value))]
    return spans[_nearest([(first, end) for first, end, _ in spans], setting)][2] if spans else ""


def _next_told(make: Callable[[int], str], setting: Setting) -> str:
    """In a history: in the year told of last, or the next where that would step back by half a year and more."""
    told = first_day(setting.last)
    if told is None:
        return re.sub(r"^\d{4}", "XXXX", make(2000))
    value = make(told.year)
    begin = first_day(value)
    if begin and precision(setting.last) in "DWM" and (told - begin).days > 240:
        return make(told.year + 1)
    return value


def _day(parts: Parts, setting: Setting) -> Meant:
    month = setting.calendar.months.get(parts.get("month", "")) or number_of(
        parts.get("month_number"), setting.calendar
    )
    day = number_of(parts.get("day") or parts.get("ordinal"), setting.calendar)
    if not month or not day:
        return "DATE", ""
    year = _year(parts, setting)
    value = day_value(year, month, day) if year else _yearless(lambda y: day_value(y, month, day), setting)
    return _with_time(value, parts, setting)


def _with_time(value: str, parts: Parts, setting: Setting) -> Meant:
    time = _clock(parts, setting) or setting.calendar.parts.get(parts.get("part", ""), "")
    if not time:
        return "DATE", value
    return "TIME", f"{value}T{time}" if value else ""


def _clock(parts: Parts, setting: Setting) -> str:
    if "hour" in parts:
        return setting.calendar.hours[parts["hour"]]
    found = CLOCK.match(parts.get("clock", ""))
    if not found:
        return ""
    hour, minute = int(found[1]), int(found[2] or 0)
    rest = parts["clock"][found.end() :].replace(".", "").strip()
    if rest == "pm" and hour < 12:
        hour += 12
    elif rest == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 25 else ""


def _holiday(parts: Parts, setting: Setting) -> Meant:
    month, day = map(int, setting.calendar.holidays[re.sub(r"\s+", " ", parts["holiday"])].split("-"))
    year = _year(parts, setting)
    return "DATE", day_value(year, month, day) if year else _yearless(lambda y: day_value(y, month, day), setting)


def _weekday(parts: Parts, setting: Setting) -> Meant:
    base = setting.here
    number = setting.calendar.weekdays.get(parts.get("weekday", ""))
    if base is None or not number:
        return _with_time("", parts, setting)
    ahead = (number - base.isoweekday()) % 7
    turn = _direction(parts, setting)
    if "week" in parts:
        moved = base + timedelta(days=7 * turn + number - base.isoweekday())
    elif turn < 0:
        moved = base - timedelta(days=(7 - ahead) % 7 or 7)
    elif turn > 0:
        moved = base + timedelta(days=ahead or 7)
    elif ahead == 0 or setting.history or setting.lean > 0 or "direction" in parts:
        moved = base + timedelta(days=ahead)
    else:
        moved = base - timedelta(days=7 - ahead)
    return _with_time(moved.isoformat(), parts, setting)


def _told_weekday(parts: Parts, setting: Setting) -> Meant:
    """ "the previous Friday": counted from the date told of last."""
    turned = {"direction": "last" if "back" in parts else "next", "weekday": parts["weekday"]}
    steps = replace(setting.calendar, directions={"last": -1, "next": 1})
    return _weekday(turned, replace(setting, calendar=steps, today=setting.told, history=False))


def _from_today(parts: Parts, setting: Setting) -> Meant:
    count, _, part = setting.calendar.days[re.sub(r"\s+", " ", parts["days"])].partition(" ")
    value = stepped(setting.today, int(count), "D")
    kind, whole = _with_time(value, parts, setting)
    return ("TIME", f"{value}T{part}" if value else "") if part and kind == "DATE" else (kind, whole)


def _month(parts: Parts, setting: Setting) -> Meant:
    month = setting.calendar.months[parts["month"]]
    year, turn = _year(parts, setting), _direction(parts, setting)
    if year:
        return "DATE", f"{year:04}-{month:02}"
    if ("direction" in parts or "turned" in parts) and setting.here:
        here = setting.here
        back = here.year - (1 if month >= here.month else 0)
        on = here.year + (1 if month <= here.month else 0)
        return "DATE", f"{back if turn < 0 else on if turn > 0 else here.year:04}-{month:02}"
    return "DATE", _yearless(lambda y: f"{y:04}-{month:02}", setting)


def _season(parts: Parts, setting: Setting) -> Meant:
    code = setting.calendar.seasons[parts["season"]]
    year, here = _year(parts, setting), setting.here
    if year:
        return "DATE", f"{year:04}-{code}"
    if here and (turn := _direction(parts, setting)):
        begun = [y for y in (here.year - 1, here.year, here.year + 1) if (first_day(f"{y:04}-{code}") or here) <= here]
        return "DATE", f"{(begun[-1] if turn < 0 else begun[-1] + 1):04}-{code}" if begun else ""
    return "DATE", _yearless(lambda y: f"{y:04}-{code}", setting)


def _quarter(parts: Parts, setting: Setting) -> Meant:
    number = number_of(parts.get("ordinal"), setting.calendar) or 0
    if not 1 <= number <= 4:
        return "DATE", ""
    year = _year(parts, setting)
    if not year and setting.today and not setting.history:
        ends = [
            (last_day(f"{y:04}-Q{number}") or setting.today, y) for y in (setting.today.year - 1, setting.today.year)
        ]
        near = [y for end, y in ends if abs((end - setting.today).days) <= CLOSE]
        year = near[-1] if near else None
    return "DATE", f"{year:04}-Q{number}" if year else _yearless(lambda y: f"{y:04}-Q{number}", setting)


def _year_alone(parts: Parts, setting: Setting) -> Meant:
    return "DATE", parts["year"]


def _spoken_year(parts: Parts, setting: Setting) -> Meant:
    century = setting.calendar.numbers.get(parts.get("spoken_century", ""), 0) * 100
    rest = number_of(parts.get("number") or parts.get("number2"), setting.calendar) or 0
    return "DATE", f"{century + rest:04}" if 1000 <= century + rest <= 2100 else ""


def _short_year(parts: Parts, setting: Setting) -> Meant:
    return "DATE", f"{_full_year(parts['short_year'], setting):04}"


def _old_year(parts: Parts, setting: Setting) -> Meant:
    year = parts["any_year"].zfill(4)
    month = setting.calendar.months.get(parts.get("month", ""))
    tail = f"-{month:02}" if month else f"-{setting.calendar.seasons[parts['season']]}" if "season" in parts else ""
    return "DATE", f"{'BC' if 'era' in parts else ''}{year}{tail}"


def _decade(parts: Parts, setting: Setting) -> Meant:
    if "decade_year" in parts:
        digits = VAGUE_LENGTH.sub("", parts["decade_year"])
        return "DATE", digits[:3] if len(digits) == 4 else str(_full_year(digits, setting))[:3]
    number = setting.calendar.decades[parts["decade"]]
    return "DATE", str(_full_year(str(number), setting))[:3]


def _century(parts: Parts, setting: Setting) -> Meant:
    number = number_of(parts.get("ordinal") or parts.get("nth"), setting.calendar) or 0
    return "DATE", f"{'BC' if 'era' in parts else ''}{number - 1:02}" if 1 <= number <= 22 else ""


def _stepped(parts: Parts, setting: Setting) -> Meant:
    unit, turn = setting.calendar.units[_unit(parts)], _direction(parts, setting)
    if unit.startswith("T"):
        return "DURATION", f"PT1{unit[1]}"
    return "DATE", stepped(setting.here, turn, unit)


def _current(parts: Parts, setting: Setting) -> Meant:
    return "DATE", stepped(setting.here, 0, setting.calendar.units[_unit(parts)])


def _latest(parts: Parts, setting: Setting) -> Meant:
    unit = setting.calendar.units[_unit(parts)]
    told = setting.last if precision(setting.last) == unit else ""
    return "DATE", told or stepped(setting.here, -1, unit)


def _part(parts: Parts, setting: Setting) -> Meant:
    return _with_time(stepped(setting.here, _direction(parts, setting), "D"), parts, setting)


def _same_part(parts: Parts, setting: Setting) -> Meant:
    return _with_time(stepped(setting.told, 0, "D"), parts, setting)


def _from_told(turn: int) -> Callable[[Parts, Setting], Meant]:
    def meant(parts: Parts, setting: Setting) -> Meant:
        unit = setting.calendar.units[_unit(parts)]
        return (
            ("DATE", stepped(setting.told, turn, unit)) if not unit.startswith("T") else ("DURATION", f"PT1{unit[1]}")
        )

    return meant


def _the_unit(parts: Parts, setting: Setting) -> Meant:
    unit = setting.calendar.units[_unit(parts)]
    if unit.startswith("T"):
        return "TIME", ""
    base = setting.told if setting.history or unit in ("D", "Q") else setting.here
    if unit == "WE" and base and setting.lean <= 0 and base.isoweekday() < 6:
        return "DATE", stepped(base, -1, "WE")
    return "DATE", stepped(base, 0, unit)


def _year_ago(parts: Parts, setting: Setting) -> Meant:
    """A year before the date told of last, as precise as that where it is a quarter."""
    if precision(setting.last) == "Q" and not setting.history:
        return "DATE", stepped(first_day(setting.last), -1, "Y")[:4] + setting.last[4:10]
    return "DATE", stepped(setting.here, -1, "Y")


def _steps(sign: int, from_told: bool) -> Callable[[Parts, Setting], Meant]:
    """So many units on or back, from today or from the date told of last; coarse units stay coarse."""

    def meant(parts: Parts, setting: Setting) -> Meant:
        count = number_of(parts.get("number"), setting.calendar)
        unit = setting.calendar.units[_unit(parts)]
        if unit.startswith("T"):
            return "TIME", ""
        base = setting.told if from_told or setting.history else setting.here
        return "DATE", stepped(base, sign * count, unit) if count else ""

    return meant


def _two_days(parts: Parts, setting: Setting) -> Meant:
    return "DATE", stepped(setting.today, -2 if "ago" in parts else 2, "D")


def _length(parts: Parts, setting: Setting) -> Meant:
    word = parts.get("number") or parts.get("figure") or parts.get("number2") or ""
    count = str(number_of(word, setting.calendar) or "X")
    if re.fullmatch(r"\d+\.\d+", word):
        count = word
    return "DURATION", _period(count, setting.calendar.units[_unit(parts)])


def _period(count: str, unit: str) -> str:
    if unit[0].isdigit():
        count, unit = (str(int(count) * int(unit[0])) if count.isdigit() else count), unit[1:]
    if unit in ("E", "C") and count.isdigit():
        count, unit = str(int(count) * (10 if unit == "E" else 100)), "Y"
    if unit == "Q" and count.isdigit():
        count, unit = str(int(count) * 3), "M"
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"


def _vague_length(parts: Parts, setting: Setting) -> Meant:
    unit = setting.calendar.units[parts.get("unit") or parts["units"]]
    return "DURATION", _period("X", unit)


def _half_length(parts: Parts, setting: Setting) -> Meant:
    return "DURATION", HALF.get(setting.calendar.units[_unit(parts)], "")


def _each_unit(parts: Parts, setting: Setting) -> Meant:
    count = number_of(parts.get("number"), setting.calendar) or 1
    return "SET", _period(str(count), setting.calendar.units[_unit(parts)])


def _each_weekday(parts: Parts, setting: Setting) -> Meant:
    part = setting.calendar.parts.get(parts.get("part", ""), "")
    return "SET", f"XXXX-WXX-{setting.calendar.weekdays[parts['weekday']]}" + (f"T{part}" if part else "")


def _each_name(parts: Parts, setting: Setting) -> Meant:
    if "month" in parts:
        return "SET", f"XXXX-{setting.calendar.months[parts['month']]:02}"
    if "season" in parts:
        return "SET", f"XXXX-{setting.calendar.seasons[parts['season']]}"
    return "SET", f"XXXX-XX-XXT{setting.calendar.parts[parts['part']]}"


def _told_day(setting: Setting) -> date | None:
    """The day that an hour or a morning alone belongs to: the one told of last, where that is about the report's."""
    told = first_day(setting.last) if precision(setting.last) == "D" else None
    near = told and (setting.history or setting.today is None or 0 <= (setting.today - told).days <= DAYS_BACK)
    return told if near else setting.today


def _hour(parts: Parts, setting: Setting) -> Meant:
    if "days" in parts:
        _, value = _from_today({"days": parts["days"]}, setting)
    elif "month" in parts:
        _, value = _day({k: v for k, v in parts.items() if k in ("month", "day", "year")}, setting)
    elif "weekday" in parts:
        _, value = _weekday({"weekday": parts["weekday"]}, setting)
    else:
        value = stepped(_told_day(setting), 0, "D")
    return _with_time(value.partition("T")[0], parts, setting)


def _bare_part(parts: Parts, setting: Setting) -> Meant:
    if setting.history:
        return "TIME", f"XXXX-XX-XXT{setting.calendar.parts.get(parts.get('part', ''), 'NI')}"
    told = _told_day(setting)
    return "TIME", f"{told.isoformat()}T{setting.calendar.parts.get(parts.get('part', ''), 'NI')}" if told else ""


def _fixed(parts: Parts, setting: Setting) -> Meant:
    kind, _, value = setting.calendar.fixed[re.sub(r"\s+", " ", parts["fixed"])].partition(" ")
    return ("SET" if kind == "SET" else "DATE"), value


MEANINGS: dict[str, Callable[[Parts, Setting], Meant]] = {
    "day": _day,
    "holiday": _holiday,
    "weekday": _weekday,
    "each_weekday": _each_weekday,
    "from_today": _from_today,
    "two_days": _two_days,
    "month": _month,
    "season": _season,
    "quarter": _quarter,
    "year": _year_alone,
    "spoken_year": _spoken_year,
    "short_year": _short_year,
    "old_year": _old_year,
    "decade": _decade,
    "century": _century,
    "stepped": _stepped,
    "current": _current,
    "latest": _latest,
    "part": _part,
    "same_part": _same_part,
    "next_unit": _from_told(1),
    "previous_unit": _from_told(-1),
    "next_day": lambda parts, setting: ("DATE", stepped(setting.told, 1, "D")),
    "previous_day": lambda parts, setting: ("DATE", stepped(setting.told, -1, "D")),
    "same_unit": _from_told(0),
    "the_unit": _the_unit,
    "year_ago": _year_ago,
    "ago": _steps(-1, False),
    "before": _steps(-1, True),
    "after": _steps(1, True),
    "hence": _steps(1, False),
    "vague_past": lambda parts, setting: ("DATE", "PAST_REF"),
    "vague": lambda parts, setting: ("DATE", ""),
    "recent": lambda parts, setting: ("DATE", "PAST_REF"),
    "coming": lambda parts, setting: ("DATE", "FUTURE_REF"),
    "told_weekday": _told_weekday,
    "length": _length,
    "vague_length": _vague_length,
    "half_length": _half_length,
    "each_unit": _each_unit,
    "each_name": _each_name,
    "hour": _hour,
    "bare_part": _bare_part,
    "fixed": _fixed,
}


def mean(means: str, parts: Parts, setting: Setting) -> Meant:
    """Type and value of an expression where it stands."""
    return MEANINGS[means](parts, setting)


__all__ = ["MEANINGS", "Meant", "Setting", "TimexType", "in_unit", "mean", "number_of", "step"]
