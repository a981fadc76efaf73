"""How alike two texts are: the cosine of what their words weigh, from 0 (no word in common) to 1."""

from __future__ import annotations

import math
from collections.abc import Mapping

Vector = Mapping[str, float]
"""What each word of a text weighs; at length one, two of them are compared by what they share."""


def unit(weights: Vector) -> dict[str, float]:
    """The weights at length one, in their order; none where all weigh nothing."""
    length = math.sqrt(math.fsum(value * value for value in weights.values()))
    return {word: value / length for word, value in weights.items()} if length else {}


def shares(one: Vector, other: Vector) -> dict[str, float]:
    """What each word in both brings to the cosine of two texts at length one."""
    return {word: one[word] * other[word] for word in one.keys() & other.keys()}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two texts at length one."""
    return math.fsum(shares(one, other).values())
