"""The match of a time rule → the stretch of the calendar that it names, in every year that it could mean.

Which of the years is meant depends on the words around ("voor", "na", "eind") and is settled by tracker.deadlines.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from tracker.intervals import Length, day, days_on, later, month_end, months_on
from tracker.language.times import Grammar, Moment, Part, Rule, grammar
from tracker.model import Precision

SPACES = re.compile(r"\s+")
_SCHOOL_START = 8
_YEARS_AROUND = range(-2, 4)


class Choice(StrEnum):
    """Which of several years is meant."""

    GIVEN = "given"
    NEXT = "next"
    THIS = "this"
    COMING = "coming"
    FOLLOWING = "following"
    PAST = "past"


class Period(Struct, frozen=True):
    """One stretch of days, with what "voor", "tot" and "na" it mean where that is not simply its edges."""

    start: dt.date
    end: dt.date
    before: dt.date | None = None
    """The last day that counts as before it."""
    until: dt.date | None = None
    """The end of what lasts until it."""
    after: tuple[dt.date, dt.date] | None = None
    notice: str | None = None


class Stretch(Struct, frozen=True):
    """What a rule's words can mean: one period where the year is given, else one a year, in order of time. None: no date."""

    kind: str
    periods: tuple[Period, ...]
    choice: Choice
    precision: Precision
    notice: str | None = None
    length: Length | None = None


def stretch_of(rule: Rule, match: re.Match[str], anchor: dt.date | None) -> Stretch:
    """What the words of `match` name, seen from the letter's date `anchor`."""
    return _VALUES[rule.value](rule, {key: value for key, value in match.groupdict().items() if value}, anchor)


def narrow(stretch: Stretch, part: Part) -> Stretch:
    """The begin, middle, end … of a stretch."""
    cuts = tuple(cut for period in stretch.periods if (cut := _cut(period, part, stretch.kind)))
    precision = stretch.precision if stretch.kind in ("month", "season") else Precision.PART_OF_YEAR
    return replace(stretch, kind="part", periods=cuts, precision=precision)


def _cut(period: Period, part: Part, kind: str) -> Period | None:
    if kind == "month":
        first, last = part.month
        return _marked(period.start.replace(day=first), period.start.replace(day=min(last, period.end.day)), part)
    months = part.season if kind in ("season", "fraction") else part.year
    first_month = months_on(period.start, months[0])
    end = months_on(period.start, months[1])
    if (
        first_month is None
        or end is None
        or kind not in ("season", "fraction", "year", "relative-year", "the-unit", "school")
    ):
        return None
    return _marked(first_month, end - dt.timedelta(days=1), part)


def _marked(start: dt.date, end: dt.date, part: Part) -> Period:
    """Before the end of something includes its last days; until its begin or middle ends with them."""
    return Period(start, end, before=end if part.ends else None, until=end)


# ---------------------------------------------------------------- the values of the rules


def _years(groups: dict[str, str], anchor: dt.date | None) -> tuple[tuple[int, ...], Choice]:
    """The years that the words can mean, and how to choose."""
    if year := groups.get("year"):
        return (int(year),), Choice.GIVEN
    if short := groups.get("yy"):
        return (2000 + int(short),), Choice.GIVEN
    if anchor is None:
        return (), Choice.NEXT
    if relative := groups.get("rel_year"):
        return (anchor.year + _OFFSETS[_choice(relative)],), Choice.GIVEN
    choice = _choice(groups["rel"]) if "rel" in groups else Choice.NEXT
    if tail := groups.get("tail"):
        choice = Choice.PAST if tail.lower().startswith("j") else Choice.COMING
    return tuple(anchor.year + offset for offset in _YEARS_AROUND), choice


_OFFSETS = {Choice.THIS: 0, Choice.COMING: 1, Choice.FOLLOWING: 1, Choice.PAST: -1}


def _choice(word: str) -> Choice:
    return Choice(_meaning("relative", word))


def _meaning(table: str, word: str) -> str | int | float:
    """What a word of the data means; white space and case do not count."""
    value: str | int | float = grammar().words[table][SPACES.sub(" ", word).lower()]
    return value


def _stretch(
    rule: Rule, periods: Iterable[Period | None], choice: Choice, kind: str | None = None, notice: str | None = None
) -> Stretch:
    return Stretch(kind or rule.value, tuple(period for period in periods if period), choice, rule.precision, notice)


def _day(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    years, choice = _years(groups, anchor)
    month, last = _month_number(groups["month"]), int(groups["day"])
    first = int(groups.get("first", last))
    periods = (
        Period(start, end)
        for year in years
        if (start := day(year, month, first)) and (end := day(year, month, last)) and start <= end
    )
    return _stretch(
        rule, periods, choice, notice=None if last <= month_end(2000, month).day else "there is no such day"
    )


def _month_number(word: str) -> int:
    words = grammar().words
    low = word.lower()
    return int(words["month"].get(low) or words["month_short"][low])


def _numeric(rule: Rule, groups: dict[str, str], _: dt.date | None) -> Stretch:
    there = day(int(groups["year"]), int(groups["month"]), int(groups["day"]))
    notice = None if there else "there is no such day"
    return _stretch(rule, [Period(there, there) if there else None], Choice.GIVEN, kind="day", notice=notice)


def _month(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    years, choice = _years(groups, anchor)
    number = _month_number(groups["month"])
    return _stretch(rule, (Period(dt.date(year, number, 1), month_end(year, number)) for year in years), choice)


def _season(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    years, choice = _years(groups, anchor)
    first = int(_meaning("season", groups["season"]))
    return _stretch(rule, (_season_of(year, first) for year in years), choice)


def _season_of(year: int, first: int) -> Period:
    start = dt.date(year, first, 1)
    end = months_on(start, 3) or start
    summer = grammar().moments["zomerreces"] if first == 6 else None
    if summer is None:
        return Period(start, end - dt.timedelta(days=1))
    limit = _on(year, summer.before or summer.convention[0])
    return Period(
        start, end - dt.timedelta(days=1), limit, limit, (_on(year, summer.after[0]), _on(year, summer.after[1]))
    )


def _on(year: int, month_day: str) -> dt.date:
    month, number = month_day.split("-")
    return dt.date(year, int(month), int(number))


def _fraction(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    years, choice = _years(groups, anchor)
    months = int(_meaning("fraction", groups["fraction"])) if "fraction" in groups else 3
    ordinal = int(_meaning("ordinal", groups["ordinal"])) if "fraction" in groups else int(groups["ordinal"])
    ordinal = 12 // months if ordinal < 0 else ordinal
    starts = (dt.date(year, months * (ordinal - 1) + 1, 1) for year in years if ordinal <= 12 // months)
    return _stretch(rule, (_months_from(start, months) for start in starts), choice)


def _months_from(start: dt.date, months: int) -> Period | None:
    end = months_on(start, months)
    return Period(start, end - dt.timedelta(days=1)) if end else None


def _calendar_years(first: int, last: int) -> Period:
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31))


def _year(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    years, _ = _years(groups, anchor)
    return _stretch(rule, (_calendar_years(year, year) for year in years), Choice.GIVEN, kind="year")


def _pair(groups: dict[str, str]) -> tuple[int, int]:
    """The two years of "2026-2027" or "2026/27"."""
    first, second = groups["year"], groups["year2"]
    return int(first), int(second if len(second) == 4 else first[:2] + second)


def _school_year(first: int) -> Period:
    return Period(dt.date(first, _SCHOOL_START, 1), month_end(first + 1, _SCHOOL_START - 1))


def _pair_of_years(rule: Rule, groups: dict[str, str], _: dt.date | None) -> Stretch:
    first, last = _pair(groups)
    if last == first + 1 and "calendar" not in groups:
        return _stretch(rule, [_school_year(first)], Choice.GIVEN, notice=f"{first}-{last} read as a school year")
    return _stretch(rule, [_calendar_years(first, last)] if first <= last else [], Choice.GIVEN)


def _relative_year(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    choice = _choice(groups["rel"])
    years = [anchor.year + _OFFSETS[choice]] if anchor else []
    kept = Choice.THIS if choice is Choice.THIS else Choice.GIVEN
    return _stretch(rule, (_calendar_years(year, year) for year in years), kept)


def _the_unit(rule: Rule, _: dict[str, str], anchor: dt.date | None) -> Stretch:
    years = [anchor.year, anchor.year + 1] if anchor else []
    return _stretch(rule, (_calendar_years(year, year) for year in years), Choice.NEXT)


def _school(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    if "year" in groups:
        first, last = _pair(groups)
        return _stretch(rule, [_school_year(first)] if last == first + 1 else [], Choice.GIVEN)
    years, choice = _years(groups, anchor)
    return _stretch(rule, map(_school_year, years), choice)


def _relative_unit(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    choice = _choice(groups["rel"])
    if anchor is None:
        return _stretch(rule, [], choice)
    period = _unit_around(anchor, groups["unit"], _OFFSETS[choice])
    return _stretch(rule, [period], Choice.THIS if choice is Choice.THIS else Choice.GIVEN)


def _unit_around(anchor: dt.date, unit: str, offset: int) -> Period | None:
    """The calendar week, month, quarter or year of a day, or one so many further."""
    length = _length(1, unit)
    if length.days:
        monday = days_on(anchor, 7 * offset - anchor.weekday()) if length.days == 7 else days_on(anchor, offset)
        return Period(monday, monday + dt.timedelta(days=length.days - 1)) if monday else None
    first = dt.date(anchor.year, (anchor.month - 1) // length.months * length.months + 1, 1)
    start = months_on(first, offset * length.months)
    return _months_from(start, length.months) if start else None


def _length(count: float, unit: str) -> Length:
    """So many units; half weeks are rounded to days."""
    meaning = str(_meaning("unit", unit))
    number = int(meaning[:-1])
    return Length(months=round(count * number)) if meaning.endswith("m") else Length(days=round(count * number))


def _count(word: str) -> float:
    """A number in figures or words."""
    plain = word.strip("- ").replace(",", ".")
    return float(plain) if plain[0].isdigit() else float(_meaning("number", plain))


def _unit_precision(unit: str) -> Precision:
    length = _length(1, unit)
    return Precision.DAY if length.days else Precision.YEAR if length.months == 12 else Precision.MONTH


def _span(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    end = later(anchor, _length(_count(groups.get("count", "1")), groups["unit"])) if anchor else None
    periods = [Period(anchor, end)] if anchor and end else []
    return replace(_stretch(rule, periods, Choice.GIVEN), precision=_unit_precision(groups["unit"]))


def _ahead(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    there = later(anchor, _length(_count(groups["count"]), groups["unit"])) if anchor else None
    unit = groups["unit"]
    period = (
        _unit_around(there, unit, 0)
        if there and _length(1, unit).days != 1
        else Period(there, there)
        if there
        else None
    )
    return replace(_stretch(rule, [period], Choice.GIVEN), precision=_unit_precision(unit))


def _moment(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    years, choice = _years(groups, anchor)
    name = str(_meaning("moment", groups["moment"]))
    moment = grammar().moments[name]
    return _stretch(rule, (_moment_in(year, name, moment) for year in years), choice)


def _moment_in(year: int, name: str, moment: Moment) -> Period:
    """The moment in a year: the dated entry, else the convention, which the notice says."""
    notice = None
    if entry := moment.dates.get(str(year)):
        start, end = (dt.date.fromisoformat(text) for text in entry)
    else:
        start, end = _on(year, moment.convention[0]), _on(year, moment.convention[1])
        end = end if start <= end else end.replace(year=year + 1)
        notice = f"no dates of {name} {year} in the calendar: read by convention"
    if moment.tuesday:
        start = end = _nth_tuesday(year, start.month, moment.tuesday)
        notice = None
    opens, closes = _on(end.year, moment.after[0]), _on(end.year, moment.after[1])
    before = _on(year, moment.before) if moment.before else start - dt.timedelta(days=1)
    return Period(start, end, before, before, (opens, closes), None if moment.fixed else notice)


def _nth_tuesday(year: int, month: int, number: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(1 - first.weekday()) % 7 + 7 * (number - 1))


def _typo(rule: Rule, _: dict[str, str], __: dt.date | None) -> Stretch:
    return _stretch(
        rule, [], Choice.GIVEN, kind="open", notice="a year of five figures is a typing error: left undated"
    )


def _plain(rule: Rule, _: dict[str, str], __: dt.date | None) -> Stretch:
    return _stretch(rule, [], Choice.GIVEN)


def _earlier(rule: Rule, groups: dict[str, str], anchor: dt.date | None) -> Stretch:
    period = _unit_around(anchor, groups["unit"], 0) if anchor else None
    return _stretch(rule, [Period(period.start, anchor)] if period and anchor else [], Choice.GIVEN)


def _duration(rule: Rule, groups: dict[str, str], _: dt.date | None) -> Stretch:
    return replace(_plain(rule, groups, None), length=_length(_count(groups["count"]), groups["unit"]))


_VALUES: dict[str, Callable[[Rule, dict[str, str], dt.date | None], Stretch]] = {
    "day": _day, "numeric": _numeric, "month": _month, "season": _season, "fraction": _fraction, "year": _year, "years": _pair_of_years,
    "relative-year": _relative_year, "the-unit": _the_unit, "school": _school, "relative-unit": _relative_unit, "span": _span, "ahead": _ahead,
    "moment": _moment, "typo": _typo, "open": _plain, "past": _plain, "earlier": _earlier, "length": _duration, "rate": _plain,
}  # fmt: skip


def known_values(data: Grammar) -> set[str]:
    """The values that the data uses and the code does not know."""
    return {rule.value for rule, _ in data.rules} - _VALUES.keys()


def join(left: Stretch, right: Stretch, *, exclusive: bool = False) -> Stretch:
    """One stretch from the begin of `left` to the end of `right` (to its first day when `exclusive`)."""
    periods = []
    if left.choice is not Choice.GIVEN and right.choice is Choice.GIVEN:
        last = right.periods[0]
        pairs = [(period, last) for period in left.periods if period.start <= last.end][-1:]
    else:
        pairs = [
            (period, next((other for other in right.periods if other.end >= period.start), None))
            for period in left.periods
        ]
    for first, last in pairs:
        if last is not None and first.start <= last.end:
            periods.append(Period(first.start, max(last.until or last.start, first.start) if exclusive else last.end))
    choice = Choice.GIVEN if Choice.GIVEN in (left.choice, right.choice) else left.choice
    kind = left.kind if left.kind == right.kind else "range"
    coarse = max((left, right), key=lambda stretch: list(Precision).index(stretch.precision))
    return replace(left, kind=kind, periods=tuple(periods), choice=choice, precision=coarse.precision)
