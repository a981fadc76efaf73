"""The match of a time rule → the stretch of the calendar that it names, in every year that it could mean.

One small function for each `value` that a rule of the data can have; which year is meant is settled in readings.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from tracker.language.times import Rule, Value, grammar
from tracker.model import Precision
from tracker.times.intervals import Length, day, days_on, later, months_on
from tracker.times.moments import moment, school_year, season
from tracker.times.stretches import Choice, Period, Stretch, months_from

Groups = dict[str, str]
Anchor = dt.date | None

_YEARS_AROUND = range(-2, 4)
_CENTURY = 2000
_OFFSETS = {Choice.THIS: 0, Choice.COMING: 1, Choice.FOLLOWING: 1, Choice.PAST: -1}


def stretch_of(rule: Rule, groups: dict[str, str | None], anchor: Anchor) -> Stretch:
    """What the words of a rule's match name, seen from the letter's date `anchor`."""
    return _VALUES[rule.value](rule, {name: text for name, text in groups.items() if text}, anchor)


def _stretch(rule: Rule, periods: Iterable[Period | None], choice: Choice = Choice.GIVEN, kind: str = "") -> Stretch:
    return Stretch(kind or rule.value, tuple(period for period in periods if period), choice, rule.precision)


# ---------------------------------------------------------------- words


def _number(table: str, word: str) -> int:
    return int(grammar().words[table][word])


def _choice(word: str) -> Choice:
    return Choice(grammar().words["relative"][word])


def _length(count: float, unit: str) -> Length:
    """So many units, in whole months or days."""
    meaning = str(grammar().words["unit"][unit])
    number = round(count * int(meaning[:-1]))
    return Length(months=number) if meaning.endswith("m") else Length(days=number)


def _count(groups: Groups) -> float:
    """A number in figures or words; one where there is none."""
    plain = groups.get("count", "1").strip("- ").replace(",", ".")
    return float(plain) if plain[0].isdigit() else float(grammar().words["number"][plain])


def _unit_precision(unit: str) -> Precision:
    length = _length(1, unit)
    return Precision.DAY if length.days else Precision.YEAR if length.months == 12 else Precision.MONTH


# ---------------------------------------------------------------- years


def _years(groups: Groups, anchor: Anchor) -> tuple[tuple[int, ...], Choice]:
    """The years that the words can mean, and how to choose among them."""
    if year := groups.get("year") or groups.get("year_after"):
        return (int(year),), Choice.GIVEN
    if "yy" in groups:
        return (_CENTURY + int(groups["yy"]),), Choice.GIVEN
    if anchor is None:
        return (), Choice.NEXT
    if relative := groups.get("rel_year") or groups.get("rel_before"):
        return (anchor.year + _OFFSETS[_choice(relative)],), Choice.GIVEN
    word = groups.get("rel") or groups.get("tail")
    around = (anchor.year + offset for offset in _YEARS_AROUND)
    return tuple(year for year in around if dt.MINYEAR < year < dt.MAXYEAR), _choice(word) if word else Choice.NEXT


def _pair(groups: Groups) -> tuple[int, int]:
    """The two years of "2026-2027", "2026/27" or "'26/'27"."""
    first, second = (
        _CENTURY + int(text) if len(text) == 2 else int(text) for text in (groups["year"], groups["year2"])
    )
    return first, second


def _calendar_years(first: int, last: int) -> Period:
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31))


def _year(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    years, _ = _years(groups, anchor)
    return _stretch(rule, (_calendar_years(year, year) for year in years), kind="year")


def _pair_of_years(rule: Rule, groups: Groups, _: Anchor) -> Stretch:
    """Two years in a row are a school year, unless the words say otherwise."""
    first, last = _pair(groups)
    if last == first + 1 and "calendar" not in groups:
        school = _stretch(rule, [school_year(first, _school_month())])
        return replace(school, notice=f"{first}-{last} read as a school year")
    return _stretch(rule, [_calendar_years(first, last)] if first <= last else [])


def _school_month() -> int:
    return int(next(iter(grammar().words["school"].values())))


def _school(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    if "year" in groups:
        first, last = _pair(groups)
        return _stretch(rule, [school_year(first, _school_month())] if last == first + 1 else [])
    years, choice = _years(groups, anchor)
    return _stretch(rule, (school_year(year, _school_month()) for year in years), choice)


def _relative_year(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    choice = _choice(groups["rel"])
    years = [anchor.year + _OFFSETS[choice]] if anchor else []
    kept = Choice.THIS if choice is Choice.THIS else Choice.GIVEN
    return _stretch(rule, (_calendar_years(year, year) for year in years), kept)


# ---------------------------------------------------------------- within a year


def _day(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    years, choice = _years(groups, anchor)
    month, last = _month_number(groups["month"]), int(groups["day"])
    first = int(groups.get("first", last))
    ends = ((day(year, month, first), day(year, month, last)) for year in years)
    return _stretch(rule, (Period(start, end) for start, end in ends if start and end and start <= end), choice)


def _month_number(word: str) -> int:
    words = grammar().words
    return int(words["month"].get(word) or words["month_short"][word])


def _numeric(rule: Rule, groups: Groups, _: Anchor) -> Stretch:
    there = day(int(groups["year"]), int(groups["month"]), int(groups["day"]))
    return _stretch(rule, [Period(there, there) if there else None], kind="day")


def _month(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    years, choice = _years(groups, anchor)
    number = _month_number(groups["month"])
    return _stretch(rule, (months_from(dt.date(year, number, 1), 1) for year in years), choice)


def _season(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    years, choice = _years(groups, anchor)
    first = _number("season", groups["season"])
    return _stretch(rule, (season(year, first) for year in years), choice)


def _fraction(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    years, choice = _years(groups, anchor)
    months = _number("fraction", groups["fraction"])
    last = _ordinal(groups["ordinal"], 12 // months)
    first = _ordinal(groups["first"], 12 // months) if "first" in groups else last
    if not 1 <= first <= last <= 12 // months:
        return _stretch(rule, [], choice)
    size = months * (last - first + 1)
    return _stretch(rule, (months_from(dt.date(year, months * (first - 1) + 1, 1), size) for year in years), choice)


def _ordinal(word: str, count: int) -> int:
    """Which one of `count`; the last is counted from the end."""
    number = int(word) if word.isdigit() else _number("ordinal", word)
    return number if number > 0 else count + 1 + number


def _week_number(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    years, choice = _years(groups, anchor)
    week = int(groups["week"])
    valid = (year for year in years if 1 <= week <= dt.date(year, 12, 28).isocalendar().week)
    mondays = (dt.date.fromisocalendar(year, week, 1) for year in valid)
    return _stretch(rule, (Period(monday, monday + dt.timedelta(days=6)) for monday in mondays), choice)


def _moment(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    years, choice = _years(groups, anchor)
    name = str(grammar().words["moment"][groups["moment"]])
    found = _stretch(rule, (moment(name, year) for year in years), choice)
    one_day = all(period.start == period.end for period in found.periods)
    return replace(found, precision=Precision.DAY) if one_day else found


def _recess(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    """Any of the recesses."""
    years, choice = _years(groups, anchor)
    names = [name for name, facts in grammar().moments.items() if facts.recess]
    periods = sorted((moment(name, year) for year in years for name in names), key=lambda period: period.start)
    return _stretch(rule, periods, choice)


# ---------------------------------------------------------------- counted from the letter's date


def _the_unit(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    unit = _length(1, groups["unit"])
    return _stretch(rule, [_around(anchor, unit, offset) for offset in (0, 1)] if anchor else [], Choice.NEXT)


def _relative_unit(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    choice = _choice(groups["rel"])
    period = _around(anchor, _length(1, groups["unit"]), _OFFSETS[choice]) if anchor else None
    found = _stretch(rule, [period], Choice.THIS if choice is Choice.THIS else Choice.GIVEN)
    return replace(found, precision=_unit_precision(groups["unit"]))


def _around(anchor: dt.date, unit: Length, offset: int = 0) -> Period | None:
    """The calendar day, week, month, quarter or year of a day, or the one so many further."""
    if unit.months:
        first = dt.date(anchor.year, (anchor.month - 1) // unit.months * unit.months + 1, 1)
        start = months_on(first, offset * unit.months)
        return months_from(start, unit.months) if start else None
    back = anchor.weekday() if unit.days == 7 else 0
    start = days_on(anchor, unit.days * offset - back)
    end = days_on(start, unit.days - 1) if start else None
    return Period(start, end) if start and end else None


def _weekday(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    """The next such day after the letter's date, or the last one before it."""
    choice, number = _choice(groups["rel"]), _number("weekday", groups["weekday"])
    if anchor is None:
        return _stretch(rule, [])
    ahead = (number - anchor.isoweekday() - 1) % 7 + 1
    there = days_on(anchor, ahead - 7 - (ahead == 7) * 7 if choice is Choice.PAST else ahead)
    return _stretch(rule, [Period(there, there) if there else None], kind="day")


def _span(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    end = later(anchor, _length(_count(groups), groups["unit"])) if anchor else None
    found = _stretch(rule, [Period(anchor, end) if anchor and end else None])
    return replace(found, precision=_unit_precision(groups["unit"]))


def _ahead(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    """The day, week, month or year that lies so far ahead."""
    length = _length(_count(groups), groups["unit"])
    there = later(anchor, length) if anchor else None
    if length.months:
        unit, precision = (Length(12), Precision.YEAR) if length.months % 12 == 0 else (Length(1), Precision.MONTH)
    else:
        unit, precision = Length(days=7 if length.days % 7 == 0 else 1), Precision.DAY
    return replace(_stretch(rule, [_around(there, unit) if there else None]), precision=precision)


def _earlier(rule: Rule, groups: Groups, anchor: Anchor) -> Stretch:
    period = _around(anchor, _length(1, groups["unit"])) if anchor else None
    return _stretch(rule, [Period(period.start, anchor) if period and anchor else None])


# ---------------------------------------------------------------- without a date


def _undated(rule: Rule, _: Groups, __: Anchor) -> Stretch:
    return _stretch(rule, [])


def _typo(rule: Rule, _: Groups, __: Anchor) -> Stretch:
    return replace(_stretch(rule, [], kind="open"), notice="a year of five figures is a typing error: left undated")


def _duration(rule: Rule, groups: Groups, _: Anchor) -> Stretch:
    return replace(_stretch(rule, []), length=_length(_count(groups), groups["unit"]))


_VALUES: dict[Value, Callable[[Rule, Groups, Anchor], Stretch]] = {
    "day": _day,
    "numeric": _numeric,
    "month": _month,
    "season": _season,
    "fraction": _fraction,
    "week-number": _week_number,
    "year": _year,
    "years": _pair_of_years,
    "school": _school,
    "relative-year": _relative_year,
    "relative-unit": _relative_unit,
    "the-unit": _the_unit,
    "weekday": _weekday,
    "span": _span,
    "ahead": _ahead,
    "earlier": _earlier,
    "moment": _moment,
    "recess": _recess,
    "typo": _typo,
    "length": _duration,
    "rate": _undated,
    "open": _undated,
    "past": _undated,
}
