"""The named groups of a match, read."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.temporal.candidates import Choice
from tracker.temporal.grammar import Unit, grammar
from tracker.temporal.interval import Length
from tracker.temporal.match_groups import count_of, length_of, named_periods, precision_of, unit_of, which_years

DAY = dt.date(2024, 6, 26)


@pytest.mark.parametrize(
    ("count", "unit", "length"),
    [
        ("twee", "jaar", Length(months=24)),
        ("anderhalf", "jaar", Length(months=18)),
        ("een half", "maand", Length(days=15)),
        ("2½", "maanden", Length(months=2, days=15)),
        ("2,5", "maanden", Length(months=2, days=15)),
        ("10", "werkdagen", Length(working_days=10)),
        ("twee", "weken", Length(days=14)),
    ],
)
def test_a_length(count: str, unit: str, length: Length) -> None:
    assert length_of(count_of({"count": count}), unit) == length


def test_no_number_is_one() -> None:
    assert count_of({}) == 1


@pytest.mark.parametrize(
    ("groups", "years", "choice"),
    [
        ({"year": "2025"}, (2025,), Choice.GIVEN),
        ({"yy": "26"}, (2026,), Choice.GIVEN),
        ({"rel_year": "volgend"}, (2025,), Choice.GIVEN),
        ({"rel_year": "vorig"}, (2023,), Choice.GIVEN),
        ({}, tuple(range(2022, 2028)), Choice.NEXT),
        ({"rel": "komend"}, tuple(range(2022, 2028)), Choice.COMING),
    ],
)
def test_which_years(groups: dict[str, str], years: tuple[int, ...], choice: Choice) -> None:
    assert which_years(groups, DAY) == (years, choice)


def test_without_a_day_no_year_is_known() -> None:
    assert which_years({}, None) == ((), Choice.NEXT)


@pytest.mark.parametrize(("unit", "precision", "of"), [("jaar", "year", Unit.YEAR), ("week", "day", Unit.WEEK)])
def test_a_unit_of_the_calendar(unit: str, precision: str, of: Unit) -> None:
    assert precision_of(unit) == precision
    assert unit_of(length_of(1, unit)) is of


def test_what_a_rule_names_is_of_its_kind_unless_another_is_meant() -> None:
    (row,) = (row for row, _ in grammar().rules if row.id == "length")
    assert named_periods(row, [None]).kind == "length"
    assert named_periods(row, [None], kind="open").kind == "open"
    assert named_periods(row, [None]).periods == ()
