"""Log-odds and probabilities, each as the other."""

from __future__ import annotations

from math import exp, log

_MOST = 30.0
"""Log-odds: beyond it a probability is 0 or 1 in any number of digits that is written."""


def probability(log_odds: float, digits: int = 3) -> float:
    """Log-odds as a probability from 0 to 1, rounded so that every machine writes the same."""
    return round(1 / (1 + exp(-max(-_MOST, min(_MOST, log_odds)))), digits)


def log_odds(probability: float) -> float:
    """A probability between 0 and 1, both left out, as log-odds."""
    return log(probability / (1 - probability))
