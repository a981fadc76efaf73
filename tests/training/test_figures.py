"""`figures`: what counts as right, found and missed."""

from __future__ import annotations

import pytest

from tracker.extraction.learned.encoder import Words
from tracker.training.examples import Example
from tracker.training.figures import figures


def row(commitment: int, firm: int) -> Example:
    return Example("a", Words("", ""), {}, {}, {"commitment": commitment, "firm": firm, "report": 0}, frozenset())


@pytest.mark.parametrize(
    ("said", "precision", "recall"),
    [
        ([(row(0, 0), True), (row(2, 2), False)], 0.0, 0.0),
        ([(row(0, 0), True), (row(2, 2), True)], 0.5, 1.0),
        ([(row(2, 0), True), (row(2, 2), True)], 1.0, 1.0),
        ([(row(1, 1), True), (row(2, 2), True)], 1.0, 1.0),
        ([(row(1, 1), False), (row(2, 2), True), (row(2, 2), False)], 1.0, 0.5),
    ],
    ids=["all wrong", "one invented", "soft is right", "doubt is free", "one missed"],
)
def test_precision_and_recall(said: list[tuple[Example, bool]], precision: float, recall: float) -> None:
    found = figures(said, "firm", "commitment")
    assert (found.precision, found.recall) == (precision, recall)
