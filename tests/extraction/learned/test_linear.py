"""`LinearReader`: weights in a file, summed."""

from __future__ import annotations

import numpy as np
import pytest

from tracker.extraction.learned.linear import LinearReader, from_bytes, load_reader, to_bytes
from tracker.model import Outcome

READER = LinearReader(
    {"w:plan": 0, "w:weer": 1},
    {"commitment": 0, "outcome=changed": 1, "outcome=delayed": 2},
    np.array([[2, 0.5, 1], [-1, 0, 0]], np.float32),
    np.array([-1, 0, 0], np.float32),
)


@pytest.mark.parametrize(
    ("features", "score"), [({}, -1), ({"w:nooit": 1.0}, -1), ({"w:plan": 0.5}, 0), ({"w:plan": 1.0, "w:weer": 1.0}, 0)]
)
def test_known_features_are_summed(features: dict[str, float], score: float) -> None:
    assert READER.scores(features)[0] == pytest.approx(score)


def test_best_of_the_heads_of_one_kind() -> None:
    assert READER.best(READER.scores({"w:plan": 1.0}), "outcome=") == "delayed"
    assert READER.best(READER.scores({"w:plan": 1.0}), "outcome=", {"delayed"}) != "delayed"


def test_strongest_features_are_named_with_their_part() -> None:
    assert READER.strongest({"w:plan": 0.5, "w:weer": 2.0, "w:nooit": 9.0}, "commitment") == (
        "w:weer -2.00",
        "w:plan +1.00",
    )


def test_the_same_weights_are_the_same_bytes_and_come_back() -> None:
    again = from_bytes(to_bytes(READER))
    assert (again.features, again.heads) == (READER.features, READER.heads)
    assert np.array_equal(again.weights, READER.weights)
    assert to_bytes(again) == to_bytes(READER)


def test_the_shipped_weights_know_every_outcome() -> None:
    heads = load_reader().heads
    outcomes = {f"outcome={outcome}" for outcome in Outcome}
    assert set(heads) == {"commitment", "firm", "report"} | outcomes
    assert len(to_bytes(load_reader())) < 3_000_000
