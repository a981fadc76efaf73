"""Intervals are cut by their unit and joined in order."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.temporal.rules import rule
from tracker.temporal.absolute import read_month, read_year
from tracker.temporal.candidates import DateCandidate, apply_modifier, join, months_from
from tracker.temporal.grammar import Modifier, grammar

YEAR = read_year(rule("year"), {"year": "2025"}, None)


def part(mod: str) -> Modifier:
    return next(row for row, _ in grammar().parts if row.mod == mod)


def month(name: str, year: str = "2025") -> DateCandidate:
    return read_month(rule("month"), {"month": name, "year": year}, None)


@pytest.mark.parametrize(
    ("mod", "start", "end"), [("START", "2025-01-01", "2025-03-31"), ("END", "2025-10-01", "2025-12-31")]
)
def test_a_year_is_cut_in_quarters(mod: str, start: str, end: str) -> None:
    (found,) = apply_modifier(YEAR, part(mod)).periods
    assert (str(found.start), str(found.end)) == (start, end)
    assert found.part_of == YEAR.periods[0]


def test_a_month_is_cut_in_days() -> None:
    (found,) = apply_modifier(month("mei"), part("START")).periods
    assert (found.start.day, found.end.day) == (1, 10)


@pytest.mark.parametrize(("exclusive", "end"), [(False, dt.date(2025, 5, 31)), (True, dt.date(2025, 5, 1))])
def test_two_are_joined_from_begin_to_end(exclusive: bool, end: dt.date) -> None:
    (found,) = join(month("maart"), month("mei"), exclusive=exclusive).periods
    assert (found.start, found.end) == (dt.date(2025, 3, 1), end)


def test_an_end_before_the_begin_joins_nothing() -> None:
    assert join(month("mei"), month("maart")).periods == ()


def test_months_that_the_calendar_has_not() -> None:
    assert months_from(dt.date(9999, 12, 1), 3) is None


@pytest.mark.parametrize(("days", "start", "end"), [((1, 2), 1, 2), ((-2, -1), 30, 31), ((3, -3), 3, 29)])
def test_days_are_counted_from_either_side(days: tuple[int, int], start: int, end: int) -> None:
    (found,) = apply_modifier(month("mei"), Modifier("days", "some of its days", "x", (), (), days=days)).periods
    assert (found.start.day, found.end.day) == (start, end)
