"""Calendar arithmetic: intervals of days, lengths of time, and how both are written in the Extended Date/Time Format.

No words and no language here. All intervals include both ends; a result outside the calendar is None, never an error.
"""

from __future__ import annotations

import calendar
import datetime as dt

from msgspec import Struct

_FRIDAY = 4
"""The place of the last working day in a week that begins at 0."""


class Length(Struct, frozen=True):
    """A length of time: whole months, days, and working days."""

    months: int = 0
    days: int = 0
    working_days: int = 0


def calendar_day(year: int, month: int, number: int) -> dt.date | None:
    """That day, or None where the calendar has none."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months_on(start: dt.date, months: int) -> dt.date | None:
    """The same day so many months on (or back), or the last day of a shorter month."""
    count = start.year * 12 + start.month - 1 + months
    year, month = divmod(count, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def days_on(start: dt.date, days: int) -> dt.date | None:
    """The day so many days on (or back)."""
    try:
        return start + dt.timedelta(days=days)
    except OverflowError:
        return None


def later(start: dt.date, length: Length) -> dt.date | None:
    """The day that lies `length` after `start`."""
    moved = months_on(start, length.months)
    return None if moved is None else days_on(moved, length.days + _calendar_days(moved, length.working_days))


def earlier(end: dt.date, length: Length) -> dt.date | None:
    """The day that lies `length` before `end`."""
    return later(end, Length(-length.months, -length.days, -length.working_days))


def _calendar_days(start: dt.date, working: int) -> int:
    """How many days so many working days take from a day on (or back), Monday to Friday; feasts are not known."""
    if not working:
        return 0
    ahead = 1 if working > 0 else -1
    at = start.weekday() if ahead > 0 else (_FRIDAY - start.weekday()) % 7
    weekend, at = max(at - _FRIDAY, 0), min(at, _FRIDAY)
    weeks, rest = divmod(abs(working), 5)
    return ahead * (weeks * 7 + rest + (2 if at + rest > _FRIDAY else 0) - weekend)


def extend(end: dt.date, length: Length, *, exclusive: bool = False) -> dt.date | None:
    """The last day of something that ran until `end`, or was due then, and is prolonged by `length`.

    Of an end exclusive ("tot 1 augustus 2024", and 17 months more) that is the day before: 31 December 2025. The last
    day of a month stays the last day of its month, also where "tot" names it: nobody means the day before by it.
    """
    moved = _moved(end, length)
    before = exclusive and end != month_end(end.year, end.month)
    return days_on(moved, -1) if moved is not None and before else moved


def retract(end: dt.date, length: Length) -> dt.date | None:
    """The end before a prolongation by `length` that led to `end`, said in the same way: first days stay first days."""
    return _moved(end, Length(-length.months, -length.days, -length.working_days))


def _moved(end: dt.date, length: Length) -> dt.date | None:
    moved = later(end, length)
    if moved is not None and not (length.days or length.working_days) and end == month_end(end.year, end.month):
        return month_end(moved.year, moved.month)
    return moved


def edtf(start: dt.date | None, end: dt.date | None) -> str:
    """The interval in the Extended Date/Time Format, as coarse as exact: "2025", "2024-10/2024-12", "../2028-04-01"."""
    if end is None:
        return ""
    if start is None:
        return f"../{end}"
    if start == end:
        return str(start)
    form = "%Y-%m-%d"
    if start.day == 1 and end == month_end(end.year, end.month):
        form = "%Y" if (start.month, end.month) == (1, 12) else "%Y-%m"
    first, last = start.strftime(form), end.strftime(form)
    return first if first == last else f"{first}/{last}"
