"""One writer at a time, and nothing left behind."""

from __future__ import annotations

import time
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
    """Of four writers that come again and again none is let in over and over while another waits."""
    turns: list[int] = []
    begin = Barrier(4)

    def write(writer: int) -> None:
        begin.wait()
        for _ in range(15):
            with lock.locked(tmp_path, 30):
                turns.append(writer)
                time.sleep(0.002)

    writers = [Thread(target=write, args=[writer]) for writer in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    first = next(at for at in range(len(turns)) if turns[: at + 1].count(turns[at]) == 15)
    assert all(turns[:first].count(writer) >= 5 for writer in range(4))
