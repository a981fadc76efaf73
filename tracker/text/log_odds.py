"""Log-odds and probabilities, each as the other."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST = 30.0
"""Log-odds: beyond it a probability is 0 or 1 in any number of digits that is written."""


def probability(log_odds: float, digits: int = 3) -> float:
    """Log-odds as a probability from 0 to 1, rounded so that every machine writes the same."""
    return round(1 / (1 + exp(-max(-_MOST, min(_MOST, log_odds)))), digits)


def probabilities(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The same of many at once, not rounded: weights are fitted with them."""
    import numpy as np

    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -_MOST, _MOST))))


def log_odds(probability: float) -> float:
    """A probability between 0 and 1, both left out, as log-odds."""
    return log(probability / (1 - probability))
