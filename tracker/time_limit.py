"""The time that the letter at work may take, in seconds of the processor; who works on it asks whether it is over."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from tracker.errors import LetterError

_end: ContextVar[tuple[float, float] | None] = ContextVar("end", default=None)
"""When the time of the letter at work is over, and how long a letter may take."""


@contextmanager
def bounded(seconds: float, whole: float) -> Iterator[None]:
    """Bound what is done within to so many seconds of the `whole` that a letter may take."""
    token = _end.set((time.thread_time() + seconds, whole))
    try:
        yield
    finally:
        _end.reset(token)


@contextmanager
def uncounted() -> Iterator[None]:
    """Leave out of a letter's time what is done here."""
    began = time.thread_time()
    yield
    count(began - time.thread_time())


def count(seconds: float) -> None:
    """Count what another process took for the letter at work; below zero, give it so much more."""
    end = _end.get()
    if end is not None:
        _end.set((end[0] - seconds, end[1]))


def left() -> float:
    """Seconds that the letter at work has left; without a bound they have no end."""
    end = _end.get()
    return float("inf") if end is None else end[0] - time.thread_time()


def keep_time() -> None:
    """Nothing, as long as the letter at work has time left. Raises LetterError: it has not."""
    end = _end.get()
    if end is not None and time.thread_time() > end[0]:
        raise too_slow(end[1])


def too_slow(seconds: float) -> LetterError:
    """A letter has had so many seconds, and they are over."""
    return LetterError("letter.too-slow", number=int(seconds) if int(seconds) == seconds else f"{seconds:g}")
