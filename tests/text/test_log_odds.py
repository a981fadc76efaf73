"""Log-odds and probabilities."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import tracker
from tracker.text.log_odds import log_odds, probabilities, probability


@pytest.mark.parametrize("value", [0.001, 0.2, 0.5, 0.95])
def test_each_is_the_other(value: float) -> None:
    assert probability(log_odds(value)) == pytest.approx(value)


def test_even_odds_and_odds_beyond_measure() -> None:
    assert (log_odds(0.5), probability(0.0)) == (0, 0.5)
    assert (probability(10_000), probability(-10_000)) == (1, 0)


def test_it_is_rounded_so_that_every_machine_writes_the_same() -> None:
    assert (probability(1), probability(1, 4)) == (0.731, 0.7311)


def test_many_at_once_are_the_same() -> None:
    values = [-10_000.0, -1.0, 0.0, 2.5, 10_000.0]
    assert probabilities(np.array(values)).tolist() == pytest.approx([probability(value, 15) for value in values])


def test_nobody_else_has_the_logistic_function() -> None:
    house = Path(tracker.__file__).parent
    assert [path.name for path in house.rglob("*.py") if "1 / (1 + " in path.read_text("utf-8")] == ["log_odds.py"]
