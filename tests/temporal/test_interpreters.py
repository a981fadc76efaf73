"""Each value of a rule has its reader."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.temporal.rules import rule
from tracker.temporal.grammar import grammar
from tracker.temporal.interpreters import VALUES, candidate_of
from tracker.temporal.interval import Length

DAY = dt.date(2024, 6, 26)


def test_no_value_is_without_one() -> None:
    assert set(VALUES) == {row.value for row, _ in grammar().rules}


@pytest.mark.parametrize(
    ("groups", "length"),
    [
        ({"low": "zes", "count": "twaalf", "unit": "maanden"}, None),
        ({"count": "zes", "unit": "maanden"}, Length(months=6)),
        ({"count": "een", "unit": "jaar", "more": "drie", "more_unit": "maanden"}, Length(months=15)),
        ({"count": None, "unit": "jaar"}, Length(months=12)),
    ],
)
def test_how_long(groups: dict[str, str | None], length: Length | None) -> None:
    found = candidate_of(rule("length"), groups, DAY)
    assert (found.length, found.periods) == (length, ())


def test_a_year_of_five_figures_is_told() -> None:
    found = candidate_of(rule("typo"), {}, DAY)
    assert found.notice is not None
    assert found.periods == ()
