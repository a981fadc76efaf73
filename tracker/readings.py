"""A stretch of the calendar, the words around it and the letter's date → one interval and its sense."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from tracker.language.times import Effect, Frame
from tracker.stretches import Choice, Period, Stretch

# A season with fewer days left than this is not announced any more: the next one is meant.
_SEASON_LEFT = dt.timedelta(days=14)
# What is to come may have begun a few weeks ago: "komend schooljaar" in the middle of August.
_JUST_BEGUN = dt.timedelta(days=31)
# A day without a year that has passed so recently is told, not announced.
_RECENT = dt.timedelta(days=60)
_SLOW = ("season", "school", "moment")


class Sense(StrEnum):
    """What a time expression says. Only due, until and from carry dates that a promise can be held to."""

    DUE = "due"
    UNTIL = "until"
    FROM = "from"
    OPEN = "open"
    PAST = "past"
    DURATION = "duration"
    NAME = "name"


class Reading(Struct, frozen=True):
    """An interval and its sense; `start` None: until `end`; both None: words without dates."""

    sense: Sense
    start: dt.date | None = None
    end: dt.date | None = None
    notice: str | None = None


_UNDATED = {
    "open": Sense.OPEN,
    "typo": Sense.OPEN,
    "past": Sense.PAST,
    "length": Sense.DURATION,
    "rate": Sense.DURATION,
}


def read(stretch: Stretch, frames: tuple[Frame, ...], anchor: dt.date | None) -> Reading:
    """The reading of a stretch inside its frames (the inner one first), seen from the letter's date."""
    if sense := _UNDATED.get(stretch.kind):
        return Reading(sense, notice=stretch.notice)
    if not stretch.periods:
        reason = stretch.notice or ("" if anchor else "the letter's date is unknown")
        return Reading(Sense.OPEN, notice=reason or "no such time in the calendar")
    readings = [_frame(period, stretch, frames, anchor) for period in stretch.periods]
    chosen = readings[_choose(stretch, frames, readings, anchor)]
    notice = next((frame.notice for frame in frames if frame.notice), chosen.notice or stretch.notice)
    return _checked(Reading(chosen.sense, chosen.start, chosen.end, notice), stretch, anchor)


def _checked(reading: Reading, stretch: Stretch, anchor: dt.date | None) -> Reading:
    """What ended before the letter's date is past; but "tot 18 juni" may have been written two days before it was signed."""
    if anchor is None or reading.end is None or reading.end >= anchor or reading.sense is Sense.PAST:
        return reading
    if reading.sense is Sense.UNTIL and stretch.choice is Choice.NEXT:
        return Reading(Sense.UNTIL, None, reading.end, "already past at the letter's date")
    return Reading(Sense.PAST, reading.start, reading.end, reading.notice)


def _choose(stretch: Stretch, frames: tuple[Frame, ...], readings: list[Reading], anchor: dt.date | None) -> int:
    """Which of the years is meant."""
    if stretch.choice is Choice.GIVEN or anchor is None or len(readings) == 1:
        return 0
    effect = frames[-1].effect if frames else "at"
    starts = [period.start for period in stretch.periods]
    if effect == "since" or stretch.choice is Choice.PAST:
        return _last_before(anchor, stretch.periods, ended=effect != "since")
    match stretch.choice:
        case Choice.THIS:
            return _this(anchor, stretch.periods)
        case Choice.COMING | Choice.FOLLOWING:
            tolerance = _JUST_BEGUN if stretch.choice is Choice.COMING and stretch.kind in _SLOW else dt.timedelta(0)
            return next((at for at, start in enumerate(starts) if start > anchor - tolerance), len(starts) - 1)
        case _:
            return _next(stretch, effect, readings, anchor)


def _this(anchor: dt.date, periods: tuple[Period, ...]) -> int:
    """The one that holds the letter's date, else the one of its year."""
    holding = [at for at, period in enumerate(periods) if period.start <= anchor <= period.end]
    same = [at for at, period in enumerate(periods) if period.start.year == anchor.year]
    return (holding or same or [0])[0]


def _last_before(anchor: dt.date, periods: tuple[Period, ...], *, ended: bool) -> int:
    limits = [period.end < anchor if ended else period.start <= anchor for period in periods]
    return max((at for at, passed in enumerate(limits) if passed), default=0)


def _next(stretch: Stretch, effect: Effect, readings: list[Reading], anchor: dt.date) -> int:
    if stretch.kind == "day" and effect in ("at", "from", "until", "through"):
        recent = [at for at, reading in enumerate(readings) if reading.end and anchor - _RECENT <= reading.end < anchor]
        if recent:
            return recent[0]
    left = _SEASON_LEFT if stretch.kind == "season" else dt.timedelta(0)
    ahead = (at for at, reading in enumerate(readings) if reading.end is None or reading.end >= anchor + left)
    if effect in ("after", "no-sooner"):
        ends = [reading.end or period.start for reading, period in zip(readings, stretch.periods, strict=True)]
        ahead = (at for at, end in enumerate(ends) if end >= anchor + left)
    return next(ahead, len(readings) - 1)


def _frame(period: Period, stretch: Stretch, frames: tuple[Frame, ...], anchor: dt.date | None) -> Reading:
    reading = _effect("at" if not frames else frames[0].effect, period, stretch, anchor)
    for frame in frames[1:]:
        if reading.end is None:
            return reading
        inner = Period(reading.start or reading.end, reading.end, before=reading.end, until=reading.end)
        reading = _effect(frame.effect, inner, stretch, anchor)
    return reading


def _effect(effect: Effect, period: Period, stretch: Stretch, anchor: dt.date | None) -> Reading:
    """What one frame makes of a period."""
    start, end, notice = period.start, period.end, period.notice
    match effect:
        case "from":
            return Reading(Sense.FROM, start, end, notice)
        case "since":
            return Reading(Sense.PAST, start, end, notice)
        case "until":
            return Reading(Sense.UNTIL, None, period.until or start, notice)
        case "through":
            return Reading(Sense.UNTIL, None, end, notice)
        case "by":
            return Reading(Sense.DUE, _not_after(anchor, end), end, notice)
        case "before":
            return _before(period, anchor)
        case "after":
            return _after(period)
        case "no-sooner":
            return Reading(Sense.OPEN, notice=f"not before {start}")
        case "rest":
            return Reading(Sense.DUE, _begun(start, end, anchor), end, notice)
        case _:
            running = stretch.choice is Choice.THIS and stretch.kind in ("relative-year", "relative-unit", "school")
            running = running or (stretch.choice is Choice.NEXT and stretch.kind == "month")
            return Reading(Sense.DUE, _begun(start, end, anchor) if running else start, end, notice)


def _not_after(start: dt.date | None, end: dt.date) -> dt.date | None:
    return start if start is not None and start <= end else None


def _begun(start: dt.date, end: dt.date, anchor: dt.date | None) -> dt.date:
    """The rest of what is running already."""
    return max(start, anchor) if anchor and anchor <= end else start


def _before(period: Period, anchor: dt.date | None) -> Reading:
    """From the letter's date, or the first of January where a season or moment of a later year is meant."""
    end = period.before or period.start - dt.timedelta(days=1)
    start = anchor
    if anchor and period.after and end.year > anchor.year:
        start = dt.date(end.year, 1, 1)
    return Reading(Sense.DUE, _not_after(start, end), end, period.notice)


def _after(period: Period) -> Reading:
    if period.after is None:
        return Reading(Sense.OPEN, notice=f"not before {period.end + dt.timedelta(days=1)}")
    return Reading(Sense.DUE, *period.after, period.notice)
