"""How long the letter at work may take: counted for one letter, and not for what is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tracker import time_limit
from tracker.errors import LetterError
from tracker.temporal.timex import tag_times


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Set what the clock tells, reading by reading."""

    def tells(*seconds: float) -> None:
        readings = iter(seconds)
        monkeypatch.setattr(time_limit.time, "thread_time", lambda: next(readings))

    return tells


def test_the_time_of_one_letter_is_not_that_of_the_next(clock: Callable[..., None]) -> None:
    clock(0, 9, 20, 29)
    for _ in range(2):
        with time_limit.bounded(10, 10):
            time_limit.keep_time()
    time_limit.keep_time()


def test_what_does_not_count_is_left_out_of_the_time(clock: Callable[..., None]) -> None:
    clock(0, 1, 99, 99)
    with time_limit.bounded(10, 10):
        with time_limit.uncounted():
            pass
        time_limit.keep_time()


def test_what_another_process_took_counts(clock: Callable[..., None]) -> None:
    clock(0, 1, 1, 1)
    with time_limit.bounded(10, 20):
        assert time_limit.left() == 9
        time_limit.count(9)
        time_limit.keep_time()
        time_limit.count(0.5)
        with pytest.raises(LetterError) as refused:
            time_limit.keep_time()
    assert dict(refused.value.message.params) == {"number": 20}


def test_without_a_letter_time_has_no_end() -> None:
    time_limit.count(100)
    time_limit.keep_time()
    assert time_limit.left() == float("inf")


def test_looking_for_times_keeps_to_the_time(clock: Callable[..., None]) -> None:
    clock(0, 11)
    with time_limit.bounded(10, 10), pytest.raises(LetterError):
        tag_times("in mei 2031, en daarna nooit meer", None)
