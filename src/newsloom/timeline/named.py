"""What named times mean: days, weekdays, months, seasons, years, hours, as functions of their parts and setting.

In: parts ("month": "june") and the `Setting`. Out: TIMEX3 type and value; a day that no calendar has has the value "".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from newsloom.timeline.reckoning import day_value, first_day, last_day, precision, stepped
from newsloom.timeline.setting import Meant, Parts, Setting, direction_of, full_year, number_of, year_of, yearless

NOT_DIGIT = re.compile(r"\D")
CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?")
DAYS_BACK = 10  # a day told of longer ago is not the one that an hour alone belongs to
CLOSE = 100  # days within which a quarter's end makes it the one that is reported


def mean_day(parts: Parts, setting: Setting) -> Meant:
    month = setting.calendar.months.get(parts.get("month", "")) or number_of(
        parts.get("month_number"), setting.calendar
    )
    day = number_of(parts.get("day") or parts.get("ordinal"), setting.calendar)
    if not month or not day:
        return "DATE", ""
    year = year_of(parts, setting)
    value = day_value(year, month, day) if year else yearless(lambda y: day_value(y, month, day), setting)
    return with_time(value, parts, setting)


def with_time(value: str, parts: Parts, setting: Setting) -> Meant:
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


def mean_holiday(parts: Parts, setting: Setting) -> Meant:
    month, day = map(int, setting.calendar.holidays[re.sub(r"\s+", " ", parts["holiday"])].split("-"))
    year = year_of(parts, setting)
    return "DATE", day_value(year, month, day) if year else yearless(lambda y: day_value(y, month, day), setting)


def mean_weekday(parts: Parts, setting: Setting) -> Meant:
    base = setting.here
    number = setting.calendar.weekdays.get(parts.get("weekday", ""))
    if base is None or not number:
        return with_time("", parts, setting)
    ahead = (number - base.isoweekday()) % 7
    turn = direction_of(parts, setting)
    if "week" in parts:
        moved = base + timedelta(days=7 * turn + number - base.isoweekday())
    elif "elsewhere" in parts and ahead == 1 and setting.lean <= 0:  # it has begun where clocks are ahead
        moved = base + timedelta(days=1)
    elif turn < 0:
        moved = base - timedelta(days=(7 - ahead) % 7 or 7)
    elif turn > 0:
        moved = base + timedelta(days=ahead or 7)
    elif ahead == 0 or setting.history or setting.lean > 0 or "direction" in parts:
        moved = base + timedelta(days=ahead)
    else:
        moved = base - timedelta(days=7 - ahead)
    return with_time(moved.isoformat(), parts, setting)


def mean_told_weekday(parts: Parts, setting: Setting) -> Meant:
    """ "the previous Friday": counted from the date told of last; "the same Friday" is that date, or unknown."""
    if "same" in parts:
        told = setting.told
        is_same = told is not None and told.isoweekday() == setting.calendar.weekdays.get(parts.get("weekday", ""))
        return "DATE", told.isoformat() if told and is_same else ""
    turned = {"direction": "last" if "back" in parts else "next", "weekday": parts["weekday"]}
    steps = replace(setting.calendar, directions={"last": -1, "next": 1})
    return mean_weekday(turned, replace(setting, calendar=steps, today=setting.told, history=False))


def mean_from_today(parts: Parts, setting: Setting) -> Meant:
    count, _, part = setting.calendar.days[re.sub(r"\s+", " ", parts["days"])].partition(" ")
    value = stepped(setting.today, int(count), "D")
    kind, whole = with_time(value, parts, setting)
    return ("TIME", f"{value}T{part}" if value else "") if part and kind == "DATE" else (kind, whole)


def mean_month(parts: Parts, setting: Setting) -> Meant:
    month = setting.calendar.months[parts["month"]]
    year, turn = year_of(parts, setting), direction_of(parts, setting)
    if year:
        return "DATE", f"{year:04}-{month:02}"
    if ("direction" in parts or "turned" in parts) and setting.here:
        here = setting.here
        back = here.year - (1 if month >= here.month else 0)
        on = here.year + (1 if month <= here.month else 0)
        return "DATE", f"{back if turn < 0 else on if turn > 0 else here.year:04}-{month:02}"
    return "DATE", yearless(lambda y: f"{y:04}-{month:02}", setting)


def mean_season(parts: Parts, setting: Setting) -> Meant:
    code = setting.calendar.seasons[parts["season"]]
    year, here = year_of(parts, setting), setting.here
    if year:
        return "DATE", f"{year:04}-{code}"
    if here and (turn := direction_of(parts, setting)):
        begun = [y for y in (here.year - 1, here.year, here.year + 1) if (first_day(f"{y:04}-{code}") or here) <= here]
        return "DATE", f"{(begun[-1] if turn < 0 else begun[-1] + 1):04}-{code}" if begun else ""
    if here and "direction" in parts:
        return "DATE", f"{here.year:04}-{code}"
    return "DATE", yearless(lambda y: f"{y:04}-{code}", setting)


def mean_quarter(parts: Parts, setting: Setting) -> Meant:
    number = number_of(parts.get("ordinal"), setting.calendar) or 0
    if not 1 <= number <= 4:
        return "DATE", ""
    year = year_of(parts, setting)
    if not year and setting.today and not setting.history:
        ends = [
            (last_day(f"{y:04}-Q{number}") or setting.today, y) for y in (setting.today.year - 1, setting.today.year)
        ]
        near = [y for end, y in ends if abs((end - setting.today).days) <= CLOSE]
        year = near[-1] if near else None
    return "DATE", f"{year:04}-Q{number}" if year else yearless(lambda y: f"{y:04}-Q{number}", setting)


def mean_year_alone(parts: Parts, setting: Setting) -> Meant:
    return "DATE", parts["year"]


def mean_half_year(parts: Parts, setting: Setting) -> Meant:
    return "DATE", f"{parts['year']}-H{1 if 'first' in parts else 2}"


def mean_spoken_year(parts: Parts, setting: Setting) -> Meant:
    century = setting.calendar.numbers.get(parts.get("spoken_century", ""), 0) * 100
    rest = number_of(parts.get("number") or parts.get("number2"), setting.calendar) or 0
    return "DATE", f"{century + rest:04}" if 1000 <= century + rest <= 2100 else ""


def mean_short_year(parts: Parts, setting: Setting) -> Meant:
    return "DATE", f"{full_year(parts['short_year'], setting):04}"


def mean_old_year(parts: Parts, setting: Setting) -> Meant:
    year = parts["any_year"].zfill(4)
    month = setting.calendar.months.get(parts.get("month", ""))
    tail = f"-{month:02}" if month else f"-{setting.calendar.seasons[parts['season']]}" if "season" in parts else ""
    return "DATE", f"{'BC' if 'era' in parts else ''}{year}{tail}"


def mean_decade(parts: Parts, setting: Setting) -> Meant:
    if "decade_year" in parts:
        digits = NOT_DIGIT.sub("", parts["decade_year"])
        return "DATE", digits[:3] if len(digits) == 4 else str(full_year(digits, setting))[:3]
    number = setting.calendar.decades[parts["decade"]]
    return "DATE", str(full_year(str(number), setting))[:3]


def mean_century(parts: Parts, setting: Setting) -> Meant:
    number = number_of(parts.get("ordinal") or parts.get("nth"), setting.calendar) or 0
    return "DATE", f"{'BC' if 'era' in parts else ''}{number - 1:02}" if 1 <= number <= 22 else ""


def told_day(setting: Setting) -> date | None:
    """The day that an hour or a morning alone belongs to: the one told of last, where that is about the report's."""
    told = first_day(setting.last) if precision(setting.last) == "D" else None
    near = told and (setting.history or setting.today is None or 0 <= (setting.today - told).days <= DAYS_BACK)
    return told if near else setting.today


def mean_hour(parts: Parts, setting: Setting) -> Meant:
    if "days" in parts:
        _, value = mean_from_today({"days": parts["days"]}, setting)
    elif "month" in parts:
        _, value = mean_day({k: v for k, v in parts.items() if k in ("month", "day", "year")}, setting)
    elif "weekday" in parts:
        _, value = mean_weekday({"weekday": parts["weekday"]}, setting)
    else:
        value = stepped(told_day(setting), 0, "D")
    return with_time(value.partition("T")[0], parts, setting)


def mean_bare_part(parts: Parts, setting: Setting) -> Meant:
    if setting.history:
        return "TIME", f"XXXX-XX-XXT{setting.calendar.parts.get(parts.get('part', ''), 'NI')}"
    told = told_day(setting)
    return "TIME", f"{told.isoformat()}T{setting.calendar.parts.get(parts.get('part', ''), 'NI')}" if told else ""
