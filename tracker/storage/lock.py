"""One writer at a time in a folder, without a file that anybody else sees."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

_COURTESY = 0.002
"""Seconds that a writer waits who has just written, so that others who wait are let in before it comes again."""


@contextmanager
def locked(folder: Path, seconds: float) -> Iterator[None]:
    """Keep other writers out of a folder meanwhile. Raises TimeoutError: others stay for so long; OSError.

    The folder itself is locked; where a system cannot do that, a hidden file in it. Writers are let in by the system,
    about in the order in which they came.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        with _by_file(folder, seconds):
            yield
        return
    number = os.open(folder, os.O_RDONLY)
    waited = False
    try:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waited = True
            _wait(lambda: fcntl.flock(number, fcntl.LOCK_EX), seconds)
        yield
    finally:
        os.close(number)
    if waited:
        time.sleep(_COURTESY)


def _wait(action: Callable[[], None], seconds: float) -> None:
    """Have an action done that blocks. Raises TimeoutError: it takes longer; OSError, where it does.

    It is given up by closing the file that it waits for: what it gets then is gone at once.
    """
    faults: list[OSError] = []

    def run() -> None:
        try:
            action()
        except OSError as fault:
            faults.append(fault)

    waiting = Thread(target=run, daemon=True)
    waiting.start()
    waiting.join(seconds)
    if waiting.is_alive():
        raise TimeoutError
    if faults:
        raise faults[0]


@contextmanager
def _by_file(folder: Path, seconds: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        with FileLock(folder / ".tracker.lock", timeout=seconds):
            yield
    except Timeout:
        raise TimeoutError from None
