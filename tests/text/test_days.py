"""Days and years as files write them in every language."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from tracker.text.days import YEAR, iso_day

DAYS = {
    "": None,
    "vandaag": None,
    "1 maart 2025": None,
    "2025-02-30": None,
    "2025-03": None,
    "2025-03-01": dt.date(2025, 3, 1),
    "2025-03-01T23:00:00Z": dt.date(2025, 3, 1),
}


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_iso_day(text: str, day: dt.date | None) -> None:
    assert iso_day(text) == day


def test_nothing_is_no_day() -> None:
    assert iso_day(None) is None


def test_years_are_of_this_century_or_the_last() -> None:
    assert re.findall(YEAR, "1848 1999 2025 2199 20250") == ["1999", "2025", "2025"]
