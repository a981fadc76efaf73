"""How alike the telling words of two quotes are spelled, whatever their endings and however compounds are cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import sqrt
from sys import intern

from tracker.language.pack import cached
from tracker.language.terms import Term

GRAM = 4
"""Letters; of 3 to 5 the usual middle, as long as most Dutch stems share without being one word."""


def spelling_runs(told: Mapping[Term, float]) -> Mapping[str, float]:
    """Runs of letters of words, each by what its words tell, so that all squared add up to 1; none of no words."""
    found: dict[str, float] = defaultdict(float)
    for term, weight in told.items():
        for gram in letter_runs(term[0]):
            found[gram] += weight
    length = sqrt(sum(value * value for value in found.values()))
    return {gram: value / length for gram, value in found.items()} if length else {}


@cached(maxsize=65536)
def letter_runs(word: str) -> tuple[str, ...]:
    """The runs of letters of a word, its ends marked."""
    marked = f"<{word}>"
    return tuple(intern(marked[at : at + GRAM]) for at in range(max(1, len(marked) - GRAM + 1)))


def spelling_likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two spellings are, from 0 (no run of letters in common) to 1 (the same)."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    total = 0.0
    for gram in filter(many.__contains__, few):
        total += few[gram] * many[gram]
    return total
