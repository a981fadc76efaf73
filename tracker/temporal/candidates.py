"""Stretches of the calendar: what words can mean before the year is settled; how stretches are narrowed and joined."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from tracker.model import Precision
from tracker.temporal.grammar import Modifier
from tracker.temporal.interval import Length, months_on

_PRECISIONS = list(Precision)
_ONE_DAY = dt.timedelta(days=1)


class Choice(StrEnum):
    """Which of several years is meant."""

    GIVEN = "given"
    NEXT = "next"
    THIS = "this"
    COMING = "coming"
    FOLLOWING = "following"
    PAST = "past"


class DateInterval(Struct, frozen=True):
    """One stretch of days, with what is before, until and after it where that is not simply its edges."""

    start: dt.date
    end: dt.date
    before: dt.date | None = None
    """The last day that counts as before it."""
    until: dt.date | None = None
    """The end of what lasts until it."""
    after: tuple[dt.date, dt.date] | None = None
    """What follows it, where there is a convention."""
    notice: str | None = None


class DateCandidate(Struct, frozen=True):
    """What words can mean: one period where the year is given, else one a year, in order of time; none: no date."""

    kind: str
    periods: tuple[DateInterval, ...]
    choice: Choice
    precision: Precision
    notice: str | None = None
    length: Length | None = None


def months_from(start: dt.date, months: int) -> DateInterval | None:
    """The whole months from a first day on."""
    end = months_on(start, months)
    return DateInterval(start, end - _ONE_DAY) if end else None


def apply_modifier(stretch: DateCandidate, part: Modifier) -> DateCandidate:
    """The begin, middle, end … of a stretch; without periods where it has none."""
    cuts = tuple(cut for period in stretch.periods if (cut := _cut(period, part)))
    precision = min(stretch.precision, Precision.PART_OF_YEAR, key=_PRECISIONS.index)
    return replace(stretch, kind="part", periods=cuts, precision=precision)


def _cut(period: DateInterval, part: Modifier) -> DateInterval | None:
    """A month is cut in days, a season or quarter and a year in months; weeks and days stay whole."""
    days = (period.end - period.start).days + 1
    if days <= 7:
        return DateInterval(period.start, period.end, before=period.end if part.ends else None, until=period.end)
    if days <= 31:
        first, last = part.month
        return _marked(period.start.replace(day=first), period.start.replace(day=min(last, period.end.day)), part)
    months = part.season if days <= 92 else part.year
    start, end = months_on(period.start, months[0]), months_on(period.start, months[1])
    return _marked(start, end - _ONE_DAY, part) if start and end else None


def _marked(start: dt.date, end: dt.date, part: Modifier) -> DateInterval:
    """What is before the end of something may be in its last days; what lasts until its begin or middle ends there."""
    return DateInterval(start, end, before=end if part.ends else None, until=end)


def join(left: DateCandidate, right: DateCandidate, *, exclusive: bool = False) -> DateCandidate:
    """One stretch from the begin of `left` to the end of `right` (to its first day when `exclusive`)."""
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
    return DateInterval(first.start, end) if first.start <= end else None
