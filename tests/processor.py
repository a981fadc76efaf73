"""How long something takes the processor: a machine that is busy with other things is no fault of what is tested."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

MORE = 4
"""So many times as much is worked on …"""
LINEAR = 7
"""… and takes no more than so many times as long; what grows with the square takes 16 times as long."""


def worked() -> float:
    """Seconds that this process and the ended ones that it started have had of the processor."""
    ended = os.times()
    return time.process_time() + ended.children_user + ended.children_system


def is_linear(work: Callable[[int], object], size: int) -> bool:
    """Whether the time that a work takes grows as its size does; what is in doubt is measured twice more."""
    work(1)  # what is loaded at first use is no part of it
    return any(_seconds(work, MORE * size) < LINEAR * _seconds(work, size) for _ in range(3))


def _seconds(work: Callable[[int], object], size: int) -> float:
    begin = worked()
    work(size)
    return worked() - begin
