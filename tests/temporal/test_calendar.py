"""Seasons, school years and named moments in a year."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.temporal.calendar import moment, school_year, season
from tracker.temporal.grammar import grammar

MOMENTS = grammar().moments


@pytest.mark.parametrize(("month", "start", "end"), [(3, "2024-03-01", "2024-05-31"), (12, "2024-12-01", "2025-02-28")])
def test_a_season_is_three_months(month: int, start: str, end: str) -> None:
    found = season(2024, month)
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)


def test_before_the_summer_is_before_its_recess() -> None:
    found = season(2024, 6)
    assert found is not None
    assert found.before is not None
    assert found.before > found.start


def test_a_school_year_ends_the_month_before_it_begins() -> None:
    found = school_year(2024, 8)
    assert (found.start, found.end) == (dt.date(2024, 8, 1), dt.date(2025, 7, 31))


@pytest.mark.parametrize("name", [name for name, facts in MOMENTS.items() if facts.dates])
def test_a_moment_whose_days_are_fixed_is_no_convention(name: str) -> None:
    known = next(iter(MOMENTS[name].dates))
    found = moment(name, int(known))
    assert (found.start, found.end) == MOMENTS[name].dates[known]
    assert found.notice is None


@pytest.mark.parametrize("name", [name for name, facts in MOMENTS.items() if not facts.season and not facts.weekday])
def test_a_moment_of_a_far_year_is_told_to_be_a_convention(name: str) -> None:
    found = moment(name, 2090)
    assert found.notice is not None
    assert found.start <= found.end


@pytest.mark.parametrize("name", [name for name, facts in MOMENTS.items() if facts.weekday])
def test_a_day_of_the_week_is_that_day(name: str) -> None:
    _, weekday = MOMENTS[name].weekday or (0, 0)
    assert {moment(name, year).start.isoweekday() for year in range(2020, 2030)} == {weekday}
