"""Log-odds and probabilities."""

from __future__ import annotations

import pytest

from tracker.text.log_odds import log_odds, probability


@pytest.mark.parametrize("value", [0.001, 0.2, 0.5, 0.95])
def test_each_is_the_other(value: float) -> None:
    assert probability(log_odds(value)) == pytest.approx(value)


def test_even_odds_and_odds_beyond_measure() -> None:
    assert (log_odds(0.5), probability(0.0)) == (0, 0.5)
    assert (probability(10_000), probability(-10_000)) == (1, 0)


def test_it_is_rounded_so_that_every_machine_writes_the_same() -> None:
    assert (probability(1), probability(1, 4)) == (0.731, 0.7311)
