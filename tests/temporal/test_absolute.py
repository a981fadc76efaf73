"""What names a place in the calendar → its days."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.temporal.rules import rule
from tracker.temporal.absolute import (
    day_candidate,
    read_fraction,
    read_month,
    read_numeric,
    read_pair_of_years,
    read_week_number,
)
from tracker.temporal.candidates import DateCandidate

DAY = dt.date(2024, 6, 26)  # a Wednesday


def days(found: DateCandidate) -> list[tuple[str, str]]:
    return [(str(period.start), str(period.end)) for period in found.periods]


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        ({"day": "3", "month": "mei", "year": "2025"}, [("2025-05-03", "2025-05-03")]),
        ({"day": "31", "month": "februari", "year": "2025"}, []),
    ],
)
def test_a_day(groups: dict[str, str], found: list[tuple[str, str]]) -> None:
    assert days(day_candidate(rule("day"), groups, DAY)) == found


@pytest.mark.parametrize(("month", "found"), [("2", [("2025-02-03", "2025-02-03")]), ("13", [])])
def test_a_day_in_figures(month: str, found: list[tuple[str, str]]) -> None:
    assert days(read_numeric(rule("numeric"), {"day": "3", "month": month, "year": "2025"}, DAY)) == found


def test_a_month_of_a_leap_year() -> None:
    assert days(read_month(rule("month"), {"month": "februari", "year": "2024"}, DAY)) == [("2024-02-01", "2024-02-29")]


@pytest.mark.parametrize(
    ("ordinal", "fraction", "found"),
    [
        ("derde", "kwartaal", [("2025-07-01", "2025-09-30")]),
        ("laatste", "kwartaal", [("2025-10-01", "2025-12-31")]),
        ("tweede", "helft", [("2025-07-01", "2025-12-31")]),
        ("tweede", "semester", [("2025-07-01", "2025-12-31")]),
    ],
)
def test_a_part_of_a_year(ordinal: str, fraction: str, found: list[tuple[str, str]]) -> None:
    groups = {"ordinal": ordinal, "fraction": fraction, "year": "2025"}
    assert days(read_fraction(rule("fraction"), groups, DAY)) == found


@pytest.mark.parametrize(("week", "found"), [("1", [("2024-12-30", "2025-01-05")]), ("53", [])])
def test_a_week_by_its_number(week: str, found: list[tuple[str, str]]) -> None:
    assert days(read_week_number(rule("week-number"), {"week": week, "year": "2025"}, DAY)) == found


def test_two_years_in_a_row_are_a_school_year() -> None:
    groups = {"year": "2026", "year2": "27"}
    assert days(read_pair_of_years(rule("years"), groups, DAY)) == [("2026-08-01", "2027-07-31")]
