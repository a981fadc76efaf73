"""Which bodies are left out together, what is shown of a series, and the figures by body."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.training.test_series import TEXT
from tracker.training.meanings import Shown, folds_of, meanings_table, shown_of
from tracker.training.series import made_series


@pytest.fixture
def shown(tmp_path: Path) -> list[Shown]:
    for name in ("water-1", "wegen"):
        (tmp_path / f"{name}.series").write_text(TEXT, encoding="utf-8")
    return list(shown_of(made_series(tmp_path)))


def test_every_body_is_left_out_once() -> None:
    assert folds_of(["c", "a", "b", "a"], 2) == [{"a", "c"}, {"b"}]
    assert folds_of(["a"], 6) == [{"a"}]


def test_every_statement_has_its_heading_and_place(shown: list[Shown]) -> None:
    first, second = shown
    assert second.places == range(len(first.series.words), 2 * len(first.series.words))
    assert first.series.words == second.series.words
    assert [sorted(row) for row in first.series.threads].count(["T01"]) == 2


def test_figures_are_told_by_body(shown: list[Shown]) -> None:
    vectors = {row.first: np.ones((len(row.series.words), 2), np.float32) for row in shown}
    lines = meanings_table(shown, vectors).splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["water", "all", "wegen"]
