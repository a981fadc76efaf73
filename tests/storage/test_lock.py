"""One writer at a time, and nothing left behind."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from threading import Barrier, Thread

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


def test_who_waits_is_let_in_before_others_come_again(tmp_path: Path) -> None:
    """In one of thirty rounds at least: on a busy machine a writer may not wait yet when another comes again."""
    assert any(max(_runs(_turns(tmp_path))) <= 5 for _ in range(30))


def _turns(folder: Path) -> list[int]:
    """Which of four writers that come again and again is let in, until one of them has been fifteen times."""
    turns: list[int] = []
    begin = Barrier(4)

    def write(writer: int) -> None:
        begin.wait()
        for _ in range(15):
            with lock.locked(folder, 30):
                turns.append(writer)
                time.sleep(0.002)

    writers = [Thread(target=write, args=[writer]) for writer in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    return turns[: next(at for at, row in enumerate(turns, 1) if turns[:at].count(row) == 15)]


def _runs(turns: Sequence[int]) -> list[int]:
    """How often in a row one writer was let in."""
    return [len(list(row)) for _, row in groupby(turns)]
