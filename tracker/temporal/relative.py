"""Candidates that are counted from the letter's date: this month, next week, within two years, in three weeks."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from tracker.model import Precision
from tracker.temporal.candidates import Choice, DateCandidate, DateInterval, months_from
from tracker.temporal.grammar import TimexRule
from tracker.temporal.interval import Length, days_on, later, months_on
from tracker.temporal.lengths import lengths_in, precision_in
from tracker.temporal.match_groups import (
    OFFSETS,
    AnchorDay,
    Groups,
    choice_of,
    length_of,
    named_periods,
    number_meant,
    precision_of,
    unit_of,
)


def read_the_unit(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """The running year, month and so on, or the next one."""
    unit = length_of(1, groups["unit"])
    return named_periods(
        rule, [_around(anchor, unit, offset) for offset in (0, 1)] if anchor else [], Choice.NEXT, unit=unit_of(unit)
    )


def read_relative_unit(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """The running, next or last month, week and so on."""
    choice = choice_of(groups["rel"])
    unit = length_of(1, groups["unit"])
    period = _around(anchor, unit, OFFSETS[choice]) if anchor else None
    found = named_periods(rule, [period], Choice.THIS if choice is Choice.THIS else Choice.GIVEN, unit=unit_of(unit))
    return replace(found, precision=precision_of(groups["unit"]))


def _around(anchor: dt.date, unit: Length, offset: int = 0) -> DateInterval | None:
    """The calendar day, week, month, quarter or year of a day, or the one so many further."""
    if unit.months:
        first = dt.date(anchor.year, (anchor.month - 1) // unit.months * unit.months + 1, 1)
        start = months_on(first, offset * unit.months)
        return months_from(start, unit.months) if start else None
    back = anchor.weekday() if unit.days == 7 else 0
    days = unit.days or unit.working_days
    start = days_on(anchor, days * offset - back)
    end = days_on(start, days - 1) if start else None
    return DateInterval(start, end) if start and end else None


def read_weekday(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """The next such day after the letter's date, or the last one before it."""
    choice, number = choice_of(groups["rel"]), number_meant("weekday", groups["weekday"])
    if anchor is None:
        return named_periods(rule, [])
    ahead, back = (number - anchor.isoweekday() - 1) % 7 + 1, (anchor.isoweekday() - number - 1) % 7 + 1
    there = days_on(anchor, -back if choice is Choice.PAST else ahead)
    return named_periods(rule, [DateInterval(there, there) if there else None], kind="day")


def read_span(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """From the letter's date on."""
    _, longest = lengths_in(groups)
    end = later(anchor, longest) if anchor else None
    found = named_periods(rule, [DateInterval(anchor, end) if anchor and end else None])
    return replace(found, precision=precision_in(groups))


def period_ahead(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """The day, week, month or year that lies so far ahead; of two lengths from the first to the last."""
    shortest, longest = lengths_in(groups)
    first, last = _ahead(anchor, shortest), _ahead(anchor, longest)
    unit = _unit_ahead(longest)
    precision = (Precision.YEAR if unit.months % 12 == 0 else Precision.MONTH) if unit.months else Precision.DAY
    return replace(
        named_periods(rule, [DateInterval(first.start, last.end) if first and last else None]), precision=precision
    )


def _ahead(anchor: AnchorDay, length: Length) -> DateInterval | None:
    there = later(anchor, length) if anchor else None
    return _around(there, _unit_ahead(length)) if there else None


def _unit_ahead(length: Length) -> Length:
    """What lies ahead by whole years is a year, by months a month, by weeks a week, by other days a day."""
    if length.months:
        return Length(1 if length.months % 12 or length.days else 12)
    return Length(days=1 if length.working_days or length.days % 7 else 7)


def read_day_ahead(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """Tomorrow, or the day after."""
    there = days_on(anchor, number_meant("day_ahead", groups["day_ahead"])) if anchor else None
    return named_periods(rule, [DateInterval(there, there) if there else None], kind="day")


def read_earlier(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """What has passed of the running year, month and so on."""
    period = _around(anchor, length_of(1, groups["unit"])) if anchor else None
    return named_periods(rule, [DateInterval(period.start, anchor) if period and anchor else None])


def read_today(rule: TimexRule, _: Groups, anchor: AnchorDay) -> DateCandidate:
    """The letter's date."""
    return named_periods(rule, [DateInterval(anchor, anchor) if anchor else None])


def read_elapsed(rule: TimexRule, groups: Groups, anchor: AnchorDay) -> DateCandidate:
    """The day that lies so far after the letter's date."""
    _, longest = lengths_in(groups)
    end = later(anchor, longest) if anchor else None
    return named_periods(rule, [DateInterval(end, end) if end else None])
