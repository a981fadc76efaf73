"""How alike the telling words of two quotes are spelled, whatever their endings and however compounds are cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import repeat
from math import sqrt
from operator import mul
from sys import intern

from tracker.linking.terms import Term

GRAM = 4
"""Letters; of 3 to 5 the usual middle, as long as most Dutch stems share without being one word."""


def spelled(told: Mapping[Term, float]) -> Mapping[str, float]:
    """Runs of letters of words, each by what its words tell, so that all squared add up to 1; none of no words."""
    found: dict[str, float] = defaultdict(float)
    for term, weight in told.items():
        word = f"<{term[0]}>"
        for at in range(max(1, len(word) - GRAM + 1)):
            found[intern(word[at : at + GRAM])] += weight
    length = sqrt(sum(value * value for value in found.values()))
    return {gram: value / length for gram, value in found.items()} if length else {}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two spellings are, from 0 (no run of letters in common) to 1 (the same)."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    products: Iterable[float] = map(mul, few.values(), map(many.get, few, repeat(0.0)))
    return sum(products)
