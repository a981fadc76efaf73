"""What is told from the day of the letter → its days."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.temporal.rules import rule
from tracker.temporal.candidates import DateCandidate
from tracker.temporal.relative import (
    period_ahead,
    read_day_ahead,
    read_relative_unit,
    read_span,
    read_the_unit,
    read_today,
    read_weekday,
)

DAY = dt.date(2024, 6, 26)  # a Wednesday


def days(found: DateCandidate) -> list[tuple[str, str]]:
    return [(str(period.start), str(period.end)) for period in found.periods]


@pytest.mark.parametrize(
    ("rel", "unit", "found"),
    [
        ("dit", "kwartaal", ("2024-04-01", "2024-06-30")),
        ("volgend", "kwartaal", ("2024-07-01", "2024-09-30")),
        ("vorig", "maand", ("2024-05-01", "2024-05-31")),
        ("volgend", "week", ("2024-07-01", "2024-07-07")),
    ],
)
def test_the_running_next_or_last_one(rel: str, unit: str, found: tuple[str, str]) -> None:
    assert days(read_relative_unit(rule("relative-unit"), {"rel": rel, "unit": unit}, DAY)) == [found]


@pytest.mark.parametrize(("count", "unit", "end"), [("twee", "weken", "2024-07-10"), ("zes", "maanden", "2024-12-26")])
def test_a_span_runs_from_the_letter_on(count: str, unit: str, end: str) -> None:
    assert days(read_span(rule("span"), {"count": count, "unit": unit}, DAY)) == [("2024-06-26", end)]


@pytest.mark.parametrize("read", [read_today, read_span, period_ahead, read_day_ahead, read_weekday, read_the_unit])
def test_without_a_letter_nothing_is_known(read) -> None:  # type: ignore[no-untyped-def]
    groups = {"count": "twee", "unit": "jaar", "rel": "komend", "weekday": "vrijdag", "word": "morgen"}
    assert days(read(rule("span"), groups, None)) == []


def test_today() -> None:
    assert days(read_today(rule("today"), {}, DAY)) == [("2024-06-26", "2024-06-26")]
