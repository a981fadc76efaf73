"""What analysts type where they are asked: read, or told what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from tracker.errors import DecisionError
from tui.labels import Labels

Wrong = Callable[[str], str]
"""What is wrong with a line, in a sentence; "" where nothing is."""


def needed(told: str) -> Wrong:
    """What is said where nothing was typed."""
    return lambda line: "" if line else told


def day_or_none(labels: Labels) -> Wrong:
    """A day, or nothing."""

    def wrong(line: str) -> str:
        try:
            read_day(line)
        except ValueError:
            return labels("scope.no_day", words=line)
        return ""

    return wrong


def deadline_or_none(labels: Labels) -> Wrong:
    """A deadline as `read_deadline` takes it."""

    def wrong(line: str) -> str:
        try:
            read_deadline(line)
        except DecisionError as fault:
            return labels.told(fault.message)
        return ""

    return wrong


def number_of_days(labels: Labels, most: int) -> Wrong:
    """A number from 1 to `most`."""

    def wrong(line: str) -> str:
        fits = line.isdecimal() and 0 < int(line) <= most
        return "" if fits else labels("deadlines.no_window", words=line, most=most)

    return wrong


def read_day(line: str) -> dt.date | None:
    """The day that is typed, None for nothing. Raises ValueError."""
    return dt.date.fromisoformat(line) if line else None


def read_deadline(text: str) -> tuple[str, dt.date | None, dt.date | None]:
    """What was typed as a deadline: a day, "start/end" (either may be left out), words without dates, or nothing.

    Raises DecisionError where it looks like dates and is none.
    """
    if not any(char.isdigit() for char in text):
        return text, None, None
    start, slash, end = text.partition("/")
    try:
        last = dt.date.fromisoformat(end if slash else start)
        first = dt.date.fromisoformat(start) if slash and start else None
    except ValueError:
        raise DecisionError("tui.no-deadline", words=text) from None
    return text, first, last
