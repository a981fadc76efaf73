"""How alike two texts are by what their words weigh: the standard measures, each from 0 (nothing shared) to 1.

They differ in what the shared part is held against. What a word weighs, and which words of two texts are shared, is for
who asks: each by how rare it is (language.informativeness), whole or as a part of another.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

Vector = Mapping[str, float]
"""What each word of a text weighs; at length one, two of them are compared by what they share."""


def dice(shared: float, one: float, other: float) -> float:
    """What is shared as a share of the mean of both: high for two texts of one length only."""
    return 2 * shared / (one + other) if one + other else 0.0


def ochiai(shared: float, one: float, other: float) -> float:
    """What is shared as a share of the geometric mean of both: the cosine of two sets."""
    whole = math.sqrt(one * other)
    return shared / whole if whole else 0.0


def overlap_coefficient(shared: float, one: float, other: float, smoothing: float = 0.0) -> float:
    """What is shared as a share of the lesser (Szymkiewicz and Simpson), however much more the other has.

    `smoothing` is added to that, so that a text of hardly anything does not share all of itself.
    """
    least = min(one, other) + smoothing
    return shared / least if least else 0.0


def containment(shared: float, whole: float) -> float:
    """What is shared as a share of one of the two: how much of it the other has."""
    return shared / whole if whole else 0.0


def unit(weights: Vector) -> dict[str, float]:
    """The weights at length one, in their order; none where all weigh nothing."""
    length = math.sqrt(math.fsum(value * value for value in weights.values()))
    return {word: value / length for word, value in weights.items()} if length else {}


def cosine_shares(one: Vector, other: Vector) -> dict[str, float]:
    """What each word in both brings to the cosine of two texts at length one."""
    return {word: one[word] * other[word] for word in one.keys() & other.keys()}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two texts at length one: a word counts by its weight in both."""
    return math.fsum(cosine_shares(one, other).values())
