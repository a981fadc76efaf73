"""Seasons, school years and the named moments of the dated calendar, in a given year."""

from __future__ import annotations

import datetime as dt

from tracker.i18n.message import message
from tracker.temporal.candidates import DateInterval, months_from
from tracker.temporal.grammar import Moment, grammar
from tracker.temporal.interval import days_on, month_end

_ONE_DAY = dt.timedelta(days=1)


def season(year: int, first_month: int) -> DateInterval | None:
    """Three months; where people speak of the season as of a recess, what is before and after follows the recess."""
    period = months_from(dt.date(year, first_month, 1), 3)
    speaking = next((moment for moment in grammar().moments.values() if moment.season == first_month), None)
    if period is None or speaking is None:
        return period
    limit = before(speaking, year) or period.start
    return DateInterval(period.start, period.end, limit, limit, days_after(speaking, period.end))


def school_year(first: int, month: int) -> DateInterval:
    """A school year, from the first of `month`."""
    return DateInterval(dt.date(first, month, 1), month_end(first + 1, month - 1))


def moment(name: str, year: int) -> DateInterval:
    """The moment in a year: the dated entry, else the convention, which the notice says."""
    facts = grammar().moments[name]
    start, end = _dates(facts, year)
    known = str(year) in facts.dates or facts.weekday is not None
    notice = None if known or facts.season else message("time.by-convention", name=name, year=str(year))
    limit = before(facts, year) or start - _ONE_DAY
    return DateInterval(start, end, limit, limit, days_after(facts, end), notice, exact=known)


def before(facts: Moment, year: int) -> dt.date | None:
    """The last day that counts as before the moment, where the calendar fixes it."""
    return _on(year, facts.before) if facts.before else None


def days_after(facts: Moment, end: dt.date) -> tuple[dt.date, dt.date] | None:
    """What "after" the moment means: the days that the calendar gives, from the first day after it at the earliest."""
    opens, closes = facts.after
    first = _on(end.year, opens) if opens else end + _ONE_DAY
    last = _on(end.year, closes)
    if last < first:
        first, last = end + _ONE_DAY, _on(end.year + 1, closes)
    return first, last


def _dates(facts: Moment, year: int) -> tuple[dt.date, dt.date]:
    if entry := facts.dates.get(str(year)):
        return entry
    start, end = _on(year, facts.convention[0]), _on(year, facts.convention[1])
    if facts.weekday is not None:
        number, weekday = facts.weekday
        there = days_on(start, (weekday - start.isoweekday()) % 7 + 7 * (number - 1)) or start
        return there, there
    return start, end if start <= end else _on(year + 1, facts.convention[1])


def _on(year: int, month_day: str) -> dt.date:
    month, number = month_day.split("-")
    return dt.date(year, int(month), int(number))
