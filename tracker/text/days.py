"""Days and years as files write them in every language: "2025-03-01", a year of this century or the last."""

from __future__ import annotations

import datetime as dt

MONTH = 30.4
"""Days of a month, on average."""
YEAR = r"(?:19|20)\d\d"
"""A year of this century or the last, as a pattern."""


def iso_day(text: str | None) -> dt.date | None:
    """The day that a text begins with ("2025-03-01T23:00"); None where it begins with none."""
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
