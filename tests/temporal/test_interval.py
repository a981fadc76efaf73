"""Calendar arithmetic: ends that are prolonged, and intervals in the Extended Date/Time Format."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from tracker.temporal.interval import Length, edtf, extend, later, month_end, months_on, retract

_DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
_LENGTHS = st.builds(Length, months=st.integers(0, 240))


@pytest.mark.parametrize(
    ("end", "length", "exclusive", "prolonged"),
    [
        pytest.param("2025-07-01", Length(12), False, "2026-07-01", id="a first of the month counts itself"),
        pytest.param("2025-03-01", Length(days=42), False, "2025-04-12", id="and some weeks"),
        pytest.param("2024-08-01", Length(17), True, "2025-12-31", id="an end exclusive"),
        pytest.param("2025-07-15", Length(12), True, "2026-07-14", id="an end exclusive within a month"),
        pytest.param("2025-12-31", Length(12), True, "2026-12-31", id="nobody means the day before a last day"),
        pytest.param("2023-12-31", Length(12), False, "2024-12-31", id="a last day stays a last day"),
        pytest.param("2024-02-29", Length(12), False, "2025-02-28", id="of a shorter month"),
        pytest.param("2025-02-28", Length(36), False, "2028-02-29", id="of a longer month"),
        pytest.param("2025-06-15", Length(months=1, days=14), False, "2025-07-29", id="months before days"),
        pytest.param("2025-06-15", Length(days=14), False, "2025-06-29", id="days alone"),
    ],
)
def test_an_end_is_prolonged(end: str, length: Length, exclusive: bool, prolonged: str) -> None:
    moved = extend(dt.date.fromisoformat(end), length, exclusive=exclusive)
    assert moved == dt.date.fromisoformat(prolonged)


@pytest.mark.parametrize(
    ("end", "length", "old"),
    [
        pytest.param("2028-04-01", Length(60), "2023-04-01", id="first days stay first days"),
        pytest.param("2024-12-31", Length(12), "2023-12-31", id="last days stay last days"),
    ],
)
def test_the_old_end_is_found_back(end: str, length: Length, old: str) -> None:
    assert retract(dt.date.fromisoformat(end), length) == dt.date.fromisoformat(old)


def test_outside_the_calendar_there_is_nothing() -> None:
    assert months_on(dt.date(9999, 12, 1), 1) is None
    assert later(dt.date(9999, 12, 31), Length(days=1)) is None
    assert extend(dt.date(9999, 12, 31), Length(months=12)) is None


@pytest.mark.parametrize(
    ("start", "months", "reached"), [((9999, 11, 30), 1, (9999, 12, 30)), ((1, 2, 28), -1, (1, 1, 28))]
)
def test_the_first_and_the_last_month_are_in_the_calendar(
    start: tuple[int, int, int], months: int, reached: tuple[int, int, int]
) -> None:
    assert months_on(dt.date(*start), months) == dt.date(*reached)


@given(_DAYS, _LENGTHS)
def test_a_prolongation_by_months_can_be_undone_for_last_days(day: dt.date, length: Length) -> None:
    last = month_end(day.year, day.month)
    prolonged = extend(last, length)
    assert prolonged is not None
    assert retract(prolonged, length) == last


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        pytest.param(None, None, "", id="no dates"),
        pytest.param(None, "2028-04-01", "../2028-04-01", id="until"),
        pytest.param("2025-01-01", "2025-12-31", "2025", id="a year"),
        pytest.param("2025-01-01", "2026-12-31", "2025/2026", id="years"),
        pytest.param("2025-09-01", "2025-09-30", "2025-09", id="a month"),
        pytest.param("2025-08-01", "2026-07-31", "2025-08/2026-07", id="a school year"),
        pytest.param("2026-01-01", "2026-01-01", "2026-01-01", id="a day"),
        pytest.param("2025-02-10", "2025-02-20", "2025-02-10/2025-02-20", id="days"),
    ],
)
def test_an_interval_is_written_as_coarse_as_it_is_exact(start: str | None, end: str | None, written: str) -> None:
    first, last = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    assert edtf(first, last) == written


@given(_DAYS, _DAYS)
def test_a_written_interval_reads_back_as_the_same_days(one: dt.date, other: dt.date) -> None:
    start, end = sorted((one, other))
    read = parse_edtf(edtf(start, end))
    assert (dt.date(*read.lower_strict()[:3]), dt.date(*read.upper_strict()[:3])) == (start, end)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)), st.integers(-60, 60).filter(bool))
def test_working_days_are_counted_from_monday_to_friday(start: dt.date, working: int) -> None:
    step, found, left = dt.timedelta(days=1 if working > 0 else -1), start, abs(working)
    while left:
        found += step
        left -= found.weekday() < 5
    assert later(start, Length(working_days=working)) == found
