"""What is typed as a deadline, read."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.errors import DecisionError
from tui.rulings import read_deadline


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("", None, None),
        ("zo spoedig mogelijk", None, None),
        ("2025-12-31", None, dt.date(2025, 12, 31)),
        ("2025-10-01/2025-12-31", dt.date(2025, 10, 1), dt.date(2025, 12, 31)),
        ("/2025-12-31", None, dt.date(2025, 12, 31)),
    ],
)
def test_deadlines(text: str, start: dt.date | None, end: dt.date | None) -> None:
    assert read_deadline(text) == (text, start, end)


@pytest.mark.parametrize("text", ["2025", "31-12-2025", "2025-13-01", "2025-10-01/", "2025-02-30"])
def test_what_looks_like_a_date_and_is_none_is_refused(text: str) -> None:
    with pytest.raises(DecisionError, match="no deadline"):
        read_deadline(text)
