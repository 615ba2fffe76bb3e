"""Calendar expressions of a report, with their TIMEX3 type and value.

In: an article and the ranges of its sentences. Out: Timexes in order of place, headline first, none overlapping; each
range lies in its part. What cannot be known (31 February, "Friday" in a report without a day) is typed and has the
value "". Nothing raises, and a language without a calendar has no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from msgspec import structs

from newsloom.langs.shapes import Calendar
from newsloom.records import Article, Part, Range, Timex
from newsloom.text.sentences import BLANK_LINE, split_paragraphs
from newsloom.timeline.anchors import day_of_report
from newsloom.timeline.expressions import Expression, Grammar, find_expressions, grammar_of
from newsloom.timeline.reckoning import first_day, last_day, precision
from newsloom.timeline.setting import Setting
from newsloom.timeline.tense import Lean, lean
from newsloom.timeline.values import mean

ABSOLUTE = frozenset({"day", "days", "month", "year", "season", "old_year", "quarter", "hour"})
FROM_NOW = frozenset({"weekday", "from_today", "ago", "each_weekday", "stepped"})
YEARLESS = frozenset({"day", "days", "month", "season"})
TURNED = {"direction", "turned"}
DIRECTED = {*TURNED, "week", "day", "year", "elsewhere"}
MONTHS = frozenset({"month", "season"})
FROM_TOLD = frozenset(
    {"next_unit", "previous_unit", "next_day", "previous_day", "same_unit", "same_part", "before", "after"}
    | {"told_weekday"}
)  # reckoned from the date told of last
TOMORROW_ELSEWHERE = -6  # days: "said on Friday", in a report of Thursday, is its next day where clocks are ahead
UNPLACED = frozenset({"hour", "bare_part", "the_unit", "latest", "year_ago"})
PLACED = {"weekday", "days", "month"}
NO_MEMORY = frozenset(
    {"fixed", "century", "decade", "vague_past", "vague", "bare_part", "current", "short_year", "year_ago"}
)
HOUR_ENDS = ("a.m.", "p.m.")  # "10 p.m. Friday": where the full stop ended a sentence, the day still belongs to it
AFTER_HOUR = 40  # characters
BESIDE_DAY = frozenset({"next_day", "previous_day", "next_unit", "previous_unit"})
NAMED_BEFORE = re.compile(r"(?<![^\W\d_])[A-Z][A-Za-z]+ \Z")  # "USA Today", "Russia Today"
OWN_DAY = frozenset({"from_today", "ago"})  # reckoned from whoever speaks
FOLLOWED = re.compile(r"\s+(?:the|a|an|his|her|its|their|he|she|they)\s")  # "the day after the storm"
POSSESSIVE = ("'s", "’s")
FARTHEST_QUOTE = 1500  # characters back in which a quotation may have been opened
HISTORY_YEARS = 4  # years of long ago, and dates within years, that a history has at least
RECENT_WEIGHT = 20  # how many of them outweigh one date that is reckoned from the day of the report
NO_DAY = re.compile(r"(?<![\d.,:])(?:0|00|3[2-9]|[4-9]\d)[ \xa0]\Z")
PREVIOUS_WORD = re.compile(r"([^\W\d_]+\.?|[$£€#])[\s\xa0(\"“‘'-]*\Z")


@dataclass(frozen=True, slots=True)
class _Found:
    expression: Expression
    sentence: Range


def find_dates(article: Article, sentences: tuple[Range, ...]) -> tuple[Timex, ...]:
    """Every expression that a reader would put on a calendar, reckoned from the day of the report.

    "They met Thursday" in a report of Friday 2018-06-01 -> Timex(Range(9, 17), "DATE", "2018-05-31")
    """
    grammar = grammar_of(article.language)
    if grammar is None:
        return ()
    headline = tuple(Range(start, end, "headline") for start, end in split_paragraphs(article.headline)[:1])
    setting = Setting(grammar.calendar, day_of_report(article, grammar))
    found = list(_expressions(article, sentences, grammar))
    history = _is_history([each.expression for each in found], setting)
    above = _resolved(article, list(_expressions(article, headline, grammar)), setting)
    return tuple(chain(above, _resolved(article, found, replace(setting, history=history))))


def _expressions(article: Article, sentences: tuple[Range, ...], grammar: Grammar) -> Iterator[_Found]:
    done = 0
    for sentence in sentences:
        text = _part(article, sentence.part)
        shown = text[sentence.start : sentence.end].lower()
        if any(mark in shown for mark in grammar.calendar.boilerplate):
            continue
        end = sentence.end + (AFTER_HOUR if shown.endswith(HOUR_ENDS) else 0)
        for expression in find_expressions(text, max(done, sentence.start), min(end, len(text)), grammar):
            if expression.start >= sentence.end:
                break
            done = expression.end
            if is_meant(expression, text, grammar.calendar):
                yield _Found(_possible(expression, text), sentence)


def _possible(expression: Expression, text: str) -> Expression:
    """A month behind a number that is none of its days ("45 June") is a date that nobody can know."""
    before = NO_DAY.search(text, max(0, expression.start - 6), expression.start)
    return replace(expression, means="vague") if expression.means == "month" and before else expression


def is_meant(expression: Expression, text: str, calendar: Calendar) -> bool:
    """Whether the words are a time at all: "May said", "1,500 people" and "the second" are none."""
    before = PREVIOUS_WORD.search(text, max(0, expression.start - 24), expression.start)
    word = before.group(1).lower() if before else ""
    bare = expression.text.lower()
    if bare in calendar.doubtful:
        return not (expression.text.isupper() and len(bare) > 1) and word in calendar.before_time
    if (
        expression.means == "from_today"
        and expression.text[0].isupper()
        and NAMED_BEFORE.search(text, max(0, expression.start - 24), expression.start)
    ):
        return False  # "told USA TODAY"
    if expression.means == "year" and bare.isdigit():
        return word not in calendar.not_years and not re.match(
            calendar.counted, text[expression.end : expression.end + 30]
        )
    return True


def _is_history(found: list[Expression], setting: Setting) -> bool:
    """Whether a text tells of other years than its own: dates then follow each other, not the day of publication.

    It names years of long ago again and again, days and months of theirs among them, and hardly a day of its own."""
    if setting.today is None:
        return True
    named = [each for each in found if "year" in each.parts and each.means in ABSOLUTE]
    years = [int(each.parts["year"]) for each in named if each.parts["year"].isdigit()]
    old = sum(each.means == "old_year" for each in found)
    far = old + sum(year < setting.today.year - 1 for year in years)
    dates = old + sum(each.means in YEARLESS for each in found)
    recent = sum(each.means in FROM_NOW for each in found)
    return (
        far >= HISTORY_YEARS
        and far * 4 >= (len(years) + old) * 3
        and dates >= HISTORY_YEARS
        and far + dates >= RECENT_WEIGHT * recent
    )


def _resolved(article: Article, found: list[_Found], setting: Setting) -> Iterator[Timex]:
    """Types and values in order of place; each dated value becomes the one that later expressions lean on."""
    far = ""  # a date of long ago, named with its year, that the next words may go on from
    since: Range | None = None
    last: tuple[Range, Timex] | None = None  # the date told of last, and its sentence
    for each in found:
        if since and each.sentence != since and not _goes_on(article, since, each.sentence, far):
            far = ""
        goes_on = bool(far) and each.expression.means in YEARLESS and not TURNED & each.expression.parts.keys()
        told = _lean_of(article, each, setting.calendar)
        if told.aims and each.expression.means in MONTHS:
            told = Lean(0)
        here = replace(
            setting,
            lean=told.turn,
            last=far if goes_on else setting.last,
            history=setting.history or goes_on,
        )
        for timex in _timexes(each, here):
            sure = _is_sure(each, timex, setting, told) and _is_backed(article, each, last)
            sure = (
                sure
                and not (told.aims and precision(timex.value) == "WE")
                and not _is_loose(article, each, setting.calendar)
            )
            yield timex if sure else structs.replace(timex, sure=False)
            if _is_told(each.expression, timex):
                quarter = timex.value if precision(timex.value) == "Q" else setting.quarter
                setting = replace(setting, last=timex.value, quarter=quarter)
                last = each.sentence, timex
                if goes_on or ("year" in each.expression.parts and _is_far(timex.value, setting)):
                    far, since = timex.value, each.sentence


def _is_sure(found: _Found, timex: Timex, setting: Setting, told: Lean) -> bool:
    """No weekday is sure of which nothing but an unclear tense tells whether it is the last or the next; nor an hour or
    "the week" without its day."""
    expression = found.expression
    if expression.means in UNPLACED and not PLACED & expression.parts.keys() and precision(timex.value) != "WE":
        return False
    if re.sub(r"\s+", " ", expression.parts.get("direction", "")) in setting.calendar.running:
        return False
    if precision(timex.value) == "W" and expression.means == "stepped" and _is_between_weeks(timex, setting):
        return False
    if setting.history or DIRECTED & expression.parts.keys():
        return True
    if "weekday" in expression.parts:
        day = first_day(timex.value.partition("T")[0])
        away = (day - setting.today).days if day and setting.today else 0
        return (told.sure and away != TOMORROW_ELSEWHERE) or (told.turn != 0 and away == 0)
    return told.sure if expression.means in MONTHS else True


def _is_loose(article: Article, found: _Found, calendar: Calendar) -> bool:
    """Whether its day is another's than the report's, or nobody's: "today" in a speaker's mouth, "today's politics",
    "to this day", "the day after the storm"."""
    place, text = found.expression, _part(article, found.sentence.part)
    if place.means in BESIDE_DAY:
        return bool(FOLLOWED.match(text, place.end))
    if place.means == "stepped":
        return calendar.units.get(place.parts.get("one", "")) == "D"
    possessive = place.text.endswith(POSSESSIVE) or text[place.end : place.end + 2] in POSSESSIVE
    return place.means in OWN_DAY and (possessive or _is_quoted(text, place.start))


def _is_quoted(text: str, place: int) -> bool:
    """Whether a quotation that its paragraph opened is still open there."""
    begin = max(
        (found.end() for found in BLANK_LINE.finditer(text, max(0, place - FARTHEST_QUOTE), place)), default=None
    )
    before = text[max(0, place - FARTHEST_QUOTE) if begin is None else begin : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_between_weeks(timex: Timex, setting: Setting) -> bool:
    """ "Last week", told on a Saturday or Sunday: of the week that ends, or of the one before, nobody can say."""
    end = last_day(timex.value)
    return bool(end and setting.today and setting.today.isoweekday() >= 6 and end < setting.today)


def _is_backed(article: Article, found: _Found, last: tuple[Range, Timex] | None) -> bool:
    """Whether "the next day" stands with the day that it is reckoned from: in its sentence or the one behind it."""
    if found.expression.means not in FROM_TOLD:
        return True
    if last is None or not last[1].sure or precision(last[1].value.partition("T")[0]) != "D":
        return False
    gap = _part(article, found.sentence.part)[last[0].end : found.sentence.start]
    return last[0].part == found.sentence.part and not gap.strip() and not BLANK_LINE.search(gap)


def _lean_of(article: Article, found: _Found, calendar: Calendar) -> Lean:
    place, sentence = found.expression, found.sentence
    bounds = (sentence.start, sentence.end)
    return lean(_part(article, sentence.part), place.start, place.end, bounds, calendar, sentence.part == "headline")


def _goes_on(article: Article, since: Range, sentence: Range, far: str) -> bool:
    """What follows a full date of long ago in its paragraph goes on telling of that year; after a bare year it does
    not."""
    gap = _part(article, sentence.part)[since.end : sentence.start]
    return since.part == sentence.part and precision(far) in ("D", "M") and not BLANK_LINE.search(gap)


def _is_told(expression: Expression, timex: Timex) -> bool:
    if expression.means in NO_MEMORY or timex.type not in ("DATE", "TIME"):
        return False
    return precision(timex.value) in ("D", "W", "M", "Q", "S", "Y", "WE")


def _is_far(value: str, setting: Setting) -> bool:
    told = first_day(value)
    return bool(told and setting.today and told.year < setting.today.year - 1)


def _timexes(found: _Found, setting: Setting) -> Iterator[Timex]:
    expression, part = found.expression, found.sentence.part
    if expression.means != "days":
        kind, value = mean(expression.means, expression.parts, setting)
        yield Timex(Range(expression.start, expression.end, part), kind, value)
        return
    shared = {name: expression.parts[name] for name in ("month", "year") if name in expression.parts}
    for name, day in (("first", "day"), ("second", "day2")):
        start, end = expression.places[name]
        start = expression.start if name == "first" else start
        end = expression.end if name == "second" else end
        kind, value = mean("day", shared | {"day": expression.parts[day]}, setting)
        yield Timex(Range(start, end, part), kind, value)


def _part(article: Article, part: Part) -> str:
    return article.text if part == "text" else article.headline


def calendar_of(language: str) -> Calendar | None:
    """The calendar of a language that has one."""
    grammar = grammar_of(language)
    return grammar.calendar if grammar else None
