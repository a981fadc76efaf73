"""How threads come out by given weights, counted by hand."""

from __future__ import annotations

import pytest

from tracker.linking.pair_weights import BY_HAND, FAMILIES
from tracker.training.pair_examples import Compared, ComparedSeries

pytest.importorskip("sklearn", reason="the extra [train] is not installed")

from tracker.training.pair_figures import thread_counts


def pair(one: int, other: int, words: float, *, same: bool) -> Compared:
    evidence = tuple(words if family == "words" else 0.0 for family in FAMILIES)
    return Compared((one, other), evidence, same, True)


def test_right_wrong_and_missed_joins_are_counted() -> None:
    """Of three threads one is joined, one joined with another's, and one not; words weigh 1, two share 8 in vain."""
    example = ComparedSeries(
        name="maas",
        compared=(pair(0, 3, 12.0, same=True), pair(1, 4, 11.0, same=False), pair(2, 5, 4.0, same=True)),
        groups=(0, 1, 2, 3, 4, 5),
        letters=("a", "a", "a", "b", "b", "b"),
        reports=(False,) * 6,
        threads=tuple(map(frozenset, ({"T1"}, {"T2"}, {"T3"}, {"T1"}, {"T4"}, {"T3"}))),
    )
    row = thread_counts(example, BY_HAND, 0.5)
    assert (row.said, row.right, row.joined, row.wanted) == (2, 1, 1, 2)
