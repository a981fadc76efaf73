"""What other processes make ahead is what this one would have made, however many there are, whatever befalls them."""

from __future__ import annotations

import io
import multiprocessing
import os
import socket
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tracker.cli import main
from tracker.errors import CollectionError, ExitCode
from tracker.storage import cache, parallel
from tracker.storage.cache import is_remembered, remembered

HERE = os.getpid()


@pytest.fixture(autouse=True)
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two processes for few things; none is left behind."""
    monkeypatch.setattr(parallel, "ENOUGH", 2)
    parallel.use_jobs(2)
    yield
    parallel.use_jobs(1)
    parallel.use_cluster("")


def about(number: int) -> tuple[str, ...]:
    return ("square", str(number))


def square(number: int) -> int:
    return remembered(int, about(number), lambda: number * number)


def fails_at_three(number: int) -> int:
    if number == 3 and os.getpid() != HERE:
        raise ValueError(number)
    return square(number)


def dies_at_three(number: int) -> int:
    if number == 3 and os.getpid() != HERE:
        os._exit(1)
    return square(number)


@pytest.mark.usefixtures("remembering")
def test_what_is_made_ahead_is_remembered_here() -> None:
    told: list[tuple[str, int, int]] = []
    square(1)
    with parallel.showing_progress(lambda *row: told.append(row)):
        parallel.make_ahead(square, range(5), about)
    assert all(is_remembered(about(number)) for number in range(5))
    assert told == [("square", at, 5) for at in (1, 3, 4, 5)]


@pytest.mark.usefixtures("remembering")
@pytest.mark.parametrize("task", [fails_at_three, dies_at_three])
def test_a_process_that_fails_or_is_killed_leaves_its_work_to_this_one(task: object) -> None:
    assert callable(task)
    parallel.make_ahead(task, range(6), about)
    assert not is_remembered(about(3))
    assert [task(number) for number in range(6)] == [0, 1, 4, 9, 16, 25]
    parallel.make_ahead(square, range(6, 12), about)
    assert is_remembered(about(11))


@pytest.mark.usefixtures("remembering")
def test_an_interrupt_ends_all_processes() -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with parallel.showing_progress(interrupted), pytest.raises(KeyboardInterrupt):
        parallel.make_ahead(square, range(6), about)
    end = time.monotonic() + 10
    while multiprocessing.active_children() and time.monotonic() < end:
        time.sleep(0.01)
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("remembering")
class Taken(io.StringIO):
    """Standard error as a screen has it that took it: without a number."""

    def fileno(self) -> int:
        return -1


@pytest.mark.usefixtures("remembering")
def test_a_screen_that_took_standard_error_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the terminal UI reads letters: in a thread, so that processes are not forked."""
    begun: list[object] = []

    class Pool(ProcessPoolExecutor):
        def __init__(self, *given: Any, **named: Any) -> None:
            begun.append(sys.stderr)
            super().__init__(*given, **named)

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Pool)
    monkeypatch.setattr(sys, "stderr", Taken())
    parallel.make_ahead(square, range(5), about)
    assert begun == [sys.__stderr__]
    assert isinstance(sys.stderr, Taken)
    assert all(is_remembered(about(number)) for number in range(5))


def test_few_things_are_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "ENOUGH", 8)
    parallel.make_ahead(square, range(5), about)
    assert not is_remembered(about(1))


def test_without_a_store_nothing_is_made_ahead() -> None:
    asked: list[int] = []
    parallel.make_ahead(asked.append, range(5), about)
    assert not asked


@pytest.mark.usefixtures("remembering")
def test_what_is_noted_is_not_kept_here() -> None:
    with cache.noted() as notes:
        assert square(4) == square(4) == 16
    assert len(notes) == 1
    assert not is_remembered(about(4))
    for name, data in notes.items():
        cache.keep(name, data)
    assert is_remembered(about(4))


def written(folder: Path, capsysbinary: pytest.CaptureFixture[bytes], *options: str) -> bytes:
    assert main(["export", str(folder), "--format", "json", *options]) == ExitCode.DONE
    return capsysbinary.readouterr().out


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    for number in range(4):
        text = f"Geachte voorzitter,\n\nIn het najaar van 202{number} sturen wij u het havenplan Noord.\n"
        (tmp_path / f"202{number}-03-01_brief.txt").write_text(text)
    return tmp_path


def test_a_ledger_does_not_depend_on_the_number_of_processes(
    remembering: Path, letters: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    one = written(letters, capsysbinary, "--jobs", "1")
    (path,) = remembering.rglob(cache.FILE_NAME)
    cache._opened.cache_clear()
    path.unlink()
    assert written(letters, capsysbinary, "--jobs", "2") == one


@pytest.fixture
def this_machine_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cluster asks for the address of its machine; it is told that there is no network."""

    def refused(self: socket.socket, address: object) -> None:
        raise OSError(address)

    monkeypatch.setattr(socket.socket, "connect", refused)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # without a network Dask warns
@pytest.mark.usefixtures("remembering", "this_machine_alone")
def test_nor_on_a_cluster(letters: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    with distributed.LocalCluster(2, processes=False, dashboard_address=None) as cluster:
        by_cluster = written(letters, capsysbinary, "--cluster", cluster.scheduler_address)
    cache._opened.cache_clear()
    parallel.use_cluster("")
    assert by_cluster == written(letters, capsysbinary, "--jobs", "1")


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # without a network Dask warns
@pytest.mark.usefixtures("remembering", "this_machine_alone")
def test_a_cluster_of_other_code_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    codes = iter(("theirs", *["ours"] * 9))
    monkeypatch.setattr(parallel, "code", lambda: next(codes))
    with distributed.LocalCluster(1, processes=False, dashboard_address=None) as cluster:
        parallel.use_cluster(cluster.scheduler_address)
        with pytest.raises(CollectionError, match="version"):
            parallel.make_ahead(square, range(2), about)


@pytest.mark.usefixtures("remembering")
def test_few_things_are_counted_here_where_somebody_looks() -> None:
    parallel.use_jobs(1)
    told: list[tuple[str, int, int]] = []
    with parallel.showing_progress(lambda *row: told.append(row)):
        parallel.make_ahead(square, [101, 102], about)
    assert told == [("square", at, 2) for at in (0, 1, 2)]
    assert is_remembered(about(101))
    parallel.make_ahead(square, [103], about)
    assert not is_remembered(about(103))
