"""Texts that are a time and nothing else: cells and labels of a planning."""

from __future__ import annotations

import datetime as dt

from tracker.model import Precision
from tracker.temporal.timex import tag_times

_SHORT = 40
"""A longer text says more than a time."""
_ANY_DAY = dt.date(2000, 1, 1)
"""What times without a year ("in mei") count from, to see that they are times."""


def is_bare_time(text: str) -> bool:
    """Whether a text is a time and nothing else, finer than a year: years head columns."""
    if len(text) > _SHORT:
        return False
    times = tag_times(text, _ANY_DAY)
    return (
        len(times) == 1
        and times[0].deadline.precision is not Precision.YEAR
        and times[0].deadline.end is not None
        and not any(char.isalnum() for char in text[: times[0].begin] + text[times[0].end :])
    )
