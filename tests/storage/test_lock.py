"""One writer at a time, and nothing left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.storage import lock


def test_another_writer_waits_in_vain(tmp_path: Path) -> None:
    with lock.locked(tmp_path, 1), pytest.raises(TimeoutError), lock.locked(tmp_path, 0.05):
        pass
    with lock.locked(tmp_path, 0.05):
        assert list(tmp_path.iterdir()) == []


def test_by_a_file_it_is_the_same(tmp_path: Path) -> None:
    with lock._by_file(tmp_path, 1), pytest.raises(TimeoutError), lock._by_file(tmp_path, 0.05):
        pass
