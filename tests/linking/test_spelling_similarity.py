"""How alike words are spelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.linking.spelling_similarity import spelling_likeness, spelling_runs

ALIKE = {
    "nothing in common": ({("brug",): 1.0}, {("school",): 1.0}, 0.0, 0.0),
    "no words": ({}, {("school",): 1.0}, 0.0, 0.0),
    "the same": ({("brug",): 1.0}, {("brug",): 3.0}, 1.0, 1.0),
    "a compound and its part": ({("waterberging",): 1.0}, {("berging",): 1.0}, 0.5, 0.9),
    "what tells little": ({("brug",): 5.0, ("plan",): 0.1}, {("sluis",): 5.0, ("plan",): 0.1}, 0.0, 0.01),
    "what tells much": ({("brug",): 5.0, ("plan",): 0.1}, {("brug",): 5.0, ("vaart",): 0.1}, 0.99, 1.0),
}


@pytest.mark.parametrize(("one", "other", "least", "most"), ALIKE.values(), ids=ALIKE.keys())
def test_how_alike(
    one: dict[tuple[str, ...], float], other: dict[tuple[str, ...], float], least: float, most: float
) -> None:
    assert least <= round(spelling_likeness(spelling_runs(one), spelling_runs(other)), 9) <= most


WORDS = st.dictionaries(st.tuples(st.text("abc", min_size=1, max_size=9)), st.floats(0.1, 9), max_size=4)


@given(WORDS, WORDS)
def test_it_is_a_share_and_the_same_both_ways(
    one: dict[tuple[str, ...], float], other: dict[tuple[str, ...], float]
) -> None:
    mine, yours = spelling_runs(one), spelling_runs(other)
    assert spelling_likeness(mine, yours) == pytest.approx(spelling_likeness(yours, mine))
    assert -1e-9 <= spelling_likeness(mine, yours) <= 1 + 1e-9
    assert spelling_likeness(mine, mine) == pytest.approx(1.0 if one else 0.0)
