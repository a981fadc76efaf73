"""`left_out`: each body is scored by a reader that did not see it, and what was computed is not computed again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tracker.extraction.learned.network import Words
from tracker.training.examples import Example
from tracker.training.left_out import body_groups, scores_left_out

ROWS = [Example(body, Words(f"zin {at}", ""), {}, {}, {"firm": 0}, frozenset()) for at, body in enumerate("aabbc")]


def test_bodies_that_belong_together_are_left_out_together() -> None:
    assert body_groups(["c", "a", "b", "a"], ["b,c"]) == [{"b", "c"}, {"a"}]


def test_no_row_is_scored_by_a_reader_that_saw_its_body(tmp_path: Path) -> None:
    asked: list[tuple[list[int], list[int]]] = []

    def score(seen: list[int], unseen: list[int]) -> np.ndarray:
        asked.append((seen, unseen))
        return np.array([[at] for at in unseen], np.float32)

    groups = body_groups([row.body for row in ROWS], ["b,c"])
    first = scores_left_out(ROWS, groups, score, ("one",), tmp_path)
    assert first.ravel().tolist() == [0, 1, 2, 3, 4]
    assert asked == [([0, 1], [2, 3, 4]), ([2, 3, 4], [0, 1])]
    again = scores_left_out(ROWS, groups, score, ("one",), tmp_path)
    assert again.tolist() == first.tolist()
    assert len(asked) == 2
    scores_left_out(ROWS, groups, score, ("another",), tmp_path)
    assert len(asked) == 4
    scores_left_out(ROWS[:4], body_groups("aabb", []), score, ("one",), tmp_path)
    assert len(asked) == 6


def test_nothing_to_leave_out_is_told() -> None:
    with pytest.raises(ValueError, match="no body"):
        scores_left_out([], [], lambda seen, unseen: np.zeros((0, 1), np.float32), ("one",), None)
