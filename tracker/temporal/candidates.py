"""Candidates: the intervals that words can mean before the year is settled; how they are modified and joined."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from math import floor

from msgspec import Struct
from msgspec.structs import replace

from tracker.i18n.message import Message
from tracker.model import Precision
from tracker.temporal.grammar import Modifier, Unit
from tracker.temporal.interval import Length, days_on, months_on

_PRECISIONS = list(Precision)
_ONE_DAY = dt.timedelta(days=1)
HALF_MONTH = 15
"""Days."""
_CUT_IN_DAYS = frozenset({Unit.MONTH, Unit.HALF_MONTH, Unit.WEEK, Unit.MOMENT})
OF_MONTHS: dict[float, Unit] = {12: Unit.YEAR, 6: Unit.HALF, 4: Unit.TRIMESTER, 3: Unit.QUARTER, 1: Unit.MONTH}
"""The unit of so many months."""


class Choice(StrEnum):
    """Which of several years is meant."""

    GIVEN = "given"
    NEXT = "next"
    THIS = "this"
    COMING = "coming"
    FOLLOWING = "following"
    PAST = "past"


class DateInterval(Struct, frozen=True):
    """One interval of days, with what is before, until and after it where that is not simply its edges."""

    start: dt.date
    end: dt.date
    before: dt.date | None = None
    """The last day that counts as before it."""
    until: dt.date | None = None
    """The end of what lasts until it."""
    after: tuple[dt.date, dt.date] | None = None
    """What follows it, where there is a convention."""
    notice: Message | None = None
    exact: bool = False
    """Whether a calendar gives its days, and not a convention."""
    exclusive: bool = False
    """Whether `end` is the day on which it is over ("van 1 mei tot 1 juli"), and no part of it."""
    part_of: DateInterval | None = None
    """What it is cut from: "begin dit schooljaar" begins with the school year that runs, though the begin is over."""


class DateCandidate(Struct, frozen=True):
    """What words can mean: one period where the year is given, else one a year, in order of time; none: no date."""

    kind: str
    periods: tuple[DateInterval, ...]
    choice: Choice
    precision: Precision
    notice: Message | None = None
    length: Length | None = None
    unit: Unit | None = None
    """The unit of the calendar that the words name, which a modifier cuts."""
    running: bool = False
    """Whether the words name the running year, or a part of it ("eind dit jaar")."""


def months_from(start: dt.date, months: int) -> DateInterval | None:
    """The whole months from a first day on."""
    end = months_on(start, months)
    return DateInterval(start, end - _ONE_DAY) if end else None


def apply_modifier(candidate: DateCandidate, part: Modifier) -> DateCandidate:
    """The begin, middle, end … of what words name (TIMEX3's START, MID, END); without periods where it has none."""
    cuts = tuple(cut for period in candidate.periods if (cut := _cut(period, candidate.unit, part)))
    precision = min(candidate.precision, Precision.PART_OF_YEAR, key=_PRECISIONS.index)
    first, last = part.cut.get(candidate.unit, (0, 0)) if candidate.unit else (0, 0)
    unit = None if candidate.unit in _CUT_IN_DAYS else OF_MONTHS.get(last - first)
    if candidate.unit is Unit.MONTH and last - first >= HALF_MONTH - 1:
        unit = Unit.HALF_MONTH
    return replace(candidate, kind="part", periods=cuts, precision=precision, unit=unit)


def _cut(period: DateInterval, unit: Unit | None, part: Modifier) -> DateInterval | None:
    """What the modifier leaves of a unit; a single day stays whole."""
    start: dt.date | None = period.start
    end: dt.date | None = period.end
    span = part.cut.get(unit) if unit else None
    if span and unit not in _CUT_IN_DAYS:
        base = period.start if span[1] > 0 else period.end + _ONE_DAY
        start, end = _months_on(base, span[0]), _months_on(base, span[1], -1)
    elif start != end:
        if not (days := span or part.days):
            return None
        start, end = (_counted(period, int(number)) for number in days)
    if start is None or end is None:
        return None
    start, end = max(start, period.start), min(end, period.end)
    if start > end:
        return None
    before = end if part.mod == "END" else None
    return DateInterval(start, end, before=before, until=end, part_of=period.part_of or period)


def _months_on(start: dt.date, months: float, days: int = 0) -> dt.date | None:
    """The day so many months further, half a month being 15 days, and some days."""
    whole = floor(months)
    there = months_on(start, whole)
    return days_on(there, days + (HALF_MONTH if whole < months else 0)) if there else None


def _counted(period: DateInterval, number: int) -> dt.date | None:
    """The n-th day of a period; -1 is the last one."""
    return days_on(period.start, number - 1) if number > 0 else days_on(period.end, number + 1)


def join(left: DateCandidate, right: DateCandidate, *, exclusive: bool = False) -> DateCandidate:
    """One interval from the begin of `left` to the end of `right` (to its first day when `exclusive`)."""
    spans = (_spanned(first, last, exclusive=exclusive) for first, last in _pairs(left, right))
    return replace(
        left,
        kind=left.kind if left.kind == right.kind else "range",
        periods=tuple(span for span in spans if span),
        choice=Choice.GIVEN if Choice.GIVEN in (left.choice, right.choice) else left.choice,
        precision=max(left.precision, right.precision, key=_PRECISIONS.index),
        notice=left.notice or right.notice,
    )


def _pairs(left: DateCandidate, right: DateCandidate) -> list[tuple[DateInterval, DateInterval]]:
    """Each begin with the first end after it; a year given with the end holds for the begin too."""
    if left.choice is not Choice.GIVEN and right.choice is Choice.GIVEN:
        given = right.periods[0]
        return [(first, given) for first in left.periods if first.start <= given.end][-1:]
    ends = ((first, next((last for last in right.periods if last.end >= first.start), None)) for first in left.periods)
    return [(first, last) for first, last in ends if last]


def _spanned(first: DateInterval, last: DateInterval, *, exclusive: bool) -> DateInterval | None:
    end = (last.until or last.start) if exclusive else last.end
    over = exclusive and last.until is None
    return DateInterval(first.start, end, exclusive=over) if first.start <= end else None
