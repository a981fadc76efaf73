"""Candidates that name their place in the calendar: years, days, months, seasons, quarters, weeks, moments."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from tracker.i18n.message import message
from tracker.model import Precision
from tracker.temporal.calendar import moment, school_year, season
from tracker.temporal.candidates import Choice, DateCandidate, DateInterval, months_from
from tracker.temporal.grammar import TimexRule, Unit, grammar
from tracker.temporal.interval import Length, calendar_day, days_on
from tracker.temporal.match_groups import (
    CENTURY,
    OFFSETS,
    AnchorDay,
    Groups,
    choice_of,
    count_of,
    length_of,
    named_periods,
    number_meant,
    unit_of,
    which_years,
)


def _pair(groups: Groups) -> tuple[int, int]:
    """The two years of "2026-2027", "2026/27" or "'26/'27"."""
    first, second = (CENTURY + int(text) if len(text) == 2 else int(text) for text in (groups["year"], groups["year2"]))
    return first, second


def _calendar_years(first: int, last: int) -> DateInterval:
    return DateInterval(dt.date(first, 1, 1), dt.date(last, 12, 31))


def read_year(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """A calendar year."""
    years, _ = which_years(groups, anchor)
    return named_periods(rule, (_calendar_years(year, year) for year in years), kind="year", unit=Unit.YEAR)


def read_pair_of_years(rule: TimexRule, groups: Groups, _: AnchorDay) -> DateCandidate:
    """Two years in a row are a school year, unless the words say otherwise."""
    first, last = _pair(groups)
    if last == first + 1 and "calendar" not in groups:
        school = named_periods(rule, [school_year(first, _school_month())], unit=Unit.YEAR)
        return replace(school, notice=message("time.school-year", first=str(first), last=str(last)))
    unit = Unit.YEARS if first < last else Unit.YEAR
    return named_periods(rule, [_calendar_years(first, last)] if first <= last else [], unit=unit)


def _school_month() -> int:
    return int(next(iter(grammar().words["school"].values())))


def read_school(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """A school year, given or relative to the letter's date."""
    if "year" in groups:
        first, last = _pair(groups)
        return named_periods(rule, [school_year(first, _school_month())] if last == first + 1 else [], unit=Unit.YEAR)
    years, choice = which_years(groups, anchor)
    return named_periods(rule, (school_year(year, _school_month()) for year in years), choice, unit=Unit.YEAR)


def read_relative_year(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """The calendar year of the letter, the one after or the one before."""
    choice = choice_of(groups["rel"])
    years = [anchor.year + OFFSETS[choice]] if anchor else []
    kept = Choice.THIS if choice is Choice.THIS else Choice.GIVEN
    found = named_periods(rule, (_calendar_years(year, year) for year in years), kept, unit=Unit.YEAR)
    return replace(found, running=choice is Choice.THIS)


# ---------------------------------------------------------------- within a year


def day_candidate(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """A day, or two days of a month with those between."""
    years, choice = which_years(groups, anchor)
    month, last = _month_number(groups["month"]), int(groups["day"])
    first = int(groups.get("first", last))
    ends = ((calendar_day(year, month, first), calendar_day(year, month, last)) for year in years)
    return named_periods(
        rule, (DateInterval(start, end) for start, end in ends if start and end and start <= end), choice
    )


def _month_number(word: str) -> int:
    words = grammar().words
    return int(words["month"].get(word) or words["month_short"][word])


def read_numeric(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """A day in figures."""
    (year,), _ = which_years(groups, anchor)
    there = calendar_day(year, int(groups["month"]), int(groups["day"]))
    return named_periods(rule, [DateInterval(there, there) if there else None], kind="day")


def read_month(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """A month."""
    years, choice = which_years(groups, anchor)
    number = _month_number(groups["month"])
    return named_periods(rule, (months_from(dt.date(year, number, 1), 1) for year in years), choice, unit=Unit.MONTH)


def read_season(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """A season."""
    years, choice = which_years(groups, anchor)
    first = number_meant("season", groups["season"])
    return named_periods(rule, (season(year, first) for year in years), choice, unit=Unit.QUARTER)


def read_fraction(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """One of the quarters or halves of a year, or several in a row."""
    years, choice = which_years(groups, anchor)
    months = number_meant("fraction", groups["fraction"])
    last = _ordinal(groups["ordinal"], 12 // months)
    first = _ordinal(groups["first"], 12 // months) if "first" in groups else last
    if not 1 <= first <= last <= 12 // months:
        return named_periods(rule, [], choice)
    size = months * (last - first + 1)
    starts = (dt.date(year, months * (first - 1) + 1, 1) for year in years)
    return named_periods(rule, (months_from(start, size) for start in starts), choice, unit=unit_of(Length(size)))


def read_edge(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """The first or the last months, quarters … of a year, so many of them."""
    years, choice = which_years(groups, anchor)
    size = round(count_of(groups)) * length_of(1, groups["unit"]).months
    first = 1 if number_meant("ordinal", groups["ordinal"]) > 0 else 13 - size
    if not 1 <= size <= 12:
        return named_periods(rule, [], choice)
    starts = (dt.date(year, first, 1) for year in years)
    return named_periods(rule, (months_from(start, size) for start in starts), choice, unit=unit_of(Length(size)))


def _ordinal(word: str, count: int) -> int:
    """Which one of `count`; the last is counted from the end."""
    number = int(word) if word.isdigit() else number_meant("ordinal", word)
    return number if number > 0 else count + 1 + number


def read_week_number(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """A week by its number, or several in a row."""
    years, choice = which_years(groups, anchor)
    last = int(groups["week"])
    first = int(groups.get("first", last))
    valid = (year for year in years if 1 <= first <= last <= dt.date(year, 12, 28).isocalendar().week)
    ends = ((dt.date.fromisocalendar(year, first, 1), dt.date.fromisocalendar(year, last, 7)) for year in valid)
    return named_periods(
        rule, (DateInterval(*span) for span in ends), choice, unit=Unit.WEEK if first == last else None
    )


def read_week_of_day(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """The week that holds a day, or the one before or after it."""
    days = day_candidate(rule, groups, anchor)
    offset = 7 * number_meant("side", groups["side"])
    weeks = (_week_of(there) for period in days.periods if (there := days_on(period.start, offset)))
    return replace(days, periods=tuple(week for week in weeks if week), unit=Unit.WEEK)


def _week_of(there: dt.date) -> DateInterval | None:
    monday = days_on(there, 1 - there.isoweekday())
    sunday = days_on(monday, 6) if monday else None
    return DateInterval(monday, sunday) if monday and sunday else None


def read_moment(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """A named moment of the calendar."""
    years, choice = which_years(groups, anchor)
    name = str(grammar().words["moment"][groups["moment"]])
    found = named_periods(rule, (moment(name, year) for year in years), choice, unit=Unit.MOMENT)
    one_day = all(period.start == period.end for period in found.periods)
    return replace(found, precision=Precision.DAY) if one_day else found


def read_recess(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """Any of the recesses."""
    years, choice = which_years(groups, anchor)
    names = [name for name, facts in grammar().moments.items() if facts.recess]
    periods = sorted((moment(name, year) for year in years for name in names), key=lambda period: period.start)
    return named_periods(rule, periods, choice, unit=Unit.MOMENT)
