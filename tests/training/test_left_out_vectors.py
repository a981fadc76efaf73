"""What is kept of networks that did not see a body is read again, and asked in their place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tracker.extraction.learned.network import Words
from tracker.linking.meaning import load_meaning, meaning_name, meanings_of, meant_by
from tracker.training.left_out_vectors import packed, read_vectors

ROWS = [Words("query: Wegen: Wij bouwen.", ""), Words("query: : Wij slopen.", "")]


def test_what_is_kept_is_read_again_and_asked(tmp_path: Path) -> None:
    path = tmp_path / "vectors.npz"
    path.write_bytes(packed(ROWS, np.array([[1, 0], [0, 1]], np.float32)))
    vectors = read_vectors(path)
    assert load_meaning() is None
    with meant_by(vectors):
        assert meaning_name() == vectors.name
        assert meanings_of(ROWS[::-1]) == [np.array(row, np.float16).tobytes() for row in ([0, 1], [1, 0])]
        with pytest.raises(KeyError):
            meanings_of([Words("query: : Wij weten niets.", "")])
    assert load_meaning() is None


def test_other_vectors_have_another_name(tmp_path: Path) -> None:
    names = set()
    for value in (0, 1):
        path = tmp_path / f"{value}.npz"
        path.write_bytes(packed(ROWS, np.full((2, 2), value, np.float32)))
        names.add(read_vectors(path).name)
    assert len(names) == 2
