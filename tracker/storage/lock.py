"""One writer at a time in a folder, without a file that anybody else sees."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.01


@contextmanager
def locked(folder: Path, seconds: float) -> Iterator[None]:
    """Keep other writers out of a folder meanwhile. Raises TimeoutError: another one stays for so long; OSError.

    The folder itself is locked; where a system cannot do that, a hidden file in it.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        with _by_file(folder, seconds):
            yield
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        end = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise TimeoutError from None
                time.sleep(_PAUSE)
        yield
    finally:
        os.close(number)


@contextmanager
def _by_file(folder: Path, seconds: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        with FileLock(folder / ".tracker.lock", timeout=seconds):
            yield
    except Timeout:
        raise TimeoutError from None
