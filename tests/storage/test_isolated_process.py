"""A task in another process: what it yields, how far it is, its faults and its end come here."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator

import pytest

from tracker.errors import CollectionError
from tracker.storage.isolated_process import run_isolated
from tracker.storage.parallel import showing_progress, tell_made


def counting(number: int) -> Iterator[int]:
    """Numbers, told one by one, that print to a terminal which is not theirs."""
    for at in range(number):
        sys.stderr.write("noise")
        tell_made("count", at + 1, number)
        yield at


def process(_: None) -> Iterator[int]:
    """Which process does it."""
    yield os.getpid()


def refusing(path: str) -> Iterator[int]:
    """Something, then a fault of the user."""
    yield 1
    raise CollectionError("tui.no-folder", path=path)


def killed(_: None) -> Iterator[int]:
    """Something, and no more."""
    yield 1
    os.kill(os.getpid(), signal.SIGKILL)


def endless(_: None) -> Iterator[int]:
    """Nothing for very long."""
    yield 1
    time.sleep(600)


def test_what_it_yields_comes_in_order_and_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    heard: list[tuple[str, int, int]] = []
    with showing_progress(lambda *told: heard.append(told) if told[2] else None):
        assert list(run_isolated(counting, 3)) == [0, 1, 2]
    assert list(dict.fromkeys(heard)) == [("count", at, 3) for at in (1, 2, 3)]
    assert "noise" not in capfd.readouterr().err
    assert list(run_isolated(process, None)) != [os.getpid()]


def test_a_fault_of_the_user_is_one_here() -> None:
    with pytest.raises(CollectionError) as caught:
        list(run_isolated(refusing, "havens"))
    assert dict(caught.value.message.params) == {"path": "havens"}


def test_one_that_is_killed_just_ends() -> None:
    assert list(run_isolated(killed, None)) == [1]


def test_one_that_is_no_more_wanted_is_ended() -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    begun = run_isolated(endless, None)
    with showing_progress(stop), pytest.raises(KeyboardInterrupt):
        list(begun)
    assert multiprocessing.active_children() == []
