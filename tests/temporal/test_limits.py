"""Which deadlines promise their last day only."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.temporal.limits import is_limit
from tracker.temporal.timex import tag_times

WINDOWS = [
    "In 2026 volgt het plan.",
    "Eind 2026 volgt het plan.",
    "In mei 2026 volgt het plan.",
    "De regeling loopt tot en met 2026.",
]
LIMITS = [
    "Uiterlijk eind 2026 volgt het plan.",
    "Voor de zomer van 2026 volgt het plan.",
    "Binnen een jaar volgt het plan.",
]


@pytest.mark.parametrize("text", WINDOWS)
def test_a_window_is_no_limit(text: str) -> None:
    assert not any(is_limit(time.deadline) for time in tag_times(text, dt.date(2025, 3, 1)))


@pytest.mark.parametrize("text", LIMITS)
def test_a_limit_is_one(text: str) -> None:
    assert [is_limit(time.deadline) for time in tag_times(text, dt.date(2025, 3, 1))] == [True]
