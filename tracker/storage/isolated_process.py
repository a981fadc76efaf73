"""A task in a process of its own: what it loads goes with it, and this process is free for other things meanwhile."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, suppress
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tracker.errors import TrackerError
from tracker.garbage_collection import look_seldom
from tracker.storage.parallel import showing_progress, tell_made

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

A = TypeVar("A")
T = TypeVar("T")

LOOKED = 0.2
"""Seconds after which it is looked whether the task is still wanted."""
LONGEST = 5.0
"""Seconds in which a process ends by itself, once it is asked to."""


class _Progress(NamedTuple):
    """So many of so many things are made."""

    made: str
    done: int
    number: int


def run_isolated(task: Callable[[A], Iterator[T]], about: A) -> Iterator[T]:
    """What a task, a generator of a module, yields there; one that breaks off just ends.

    How far it is is told here, as often as it is looked whether that raises KeyboardInterrupt, which ends the task.
    Raises TrackerError as the task does.
    """
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(task, about, theirs))
    with redirect_stderr(sys.__stderr__):  # the terminal UI takes it and has no number for it
        process.start()
    theirs.close()
    try:
        yield from _received(ours)
    except BaseException:
        if process.pid is not None:
            os.kill(process.pid, signal.SIGINT)
        raise
    finally:
        _end(process)
        ours.close()


def _received(pipe: Connection) -> Iterator[Any]:
    progress = _Progress("", 0, 0)
    with suppress(EOFError, OSError):
        while True:
            while not pipe.poll(LOOKED):
                tell_made(*progress)
            given = pipe.recv()
            if isinstance(given, TrackerError):
                raise given
            if isinstance(given, _Progress):
                progress = given
                tell_made(*progress)
            else:
                yield given


def _end(process: SpawnProcess) -> None:
    process.join(LONGEST)
    if process.is_alive():
        process.kill()
        process.join()


def leave_terminal() -> None:
    """Hear and say nothing from now on: the terminal is that of the process that began this one."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)


def _run(task: Callable[[A], Iterator[T]], about: A, pipe: Connection) -> None:
    """Do the task, deaf and dumb."""
    leave_terminal()
    look_seldom()
    with suppress(KeyboardInterrupt, BrokenPipeError):
        try:
            with showing_progress(lambda *told: pipe.send(_Progress(*told))):
                for given in task(about):
                    pipe.send(given)
        except TrackerError as fault:
            pipe.send(fault)
