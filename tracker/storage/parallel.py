"""What is made of many things is made ahead by other processes, of this machine or of a cluster.

They do the same as this process would, and keep it in the store, or send it to be kept there; then this process goes
on as ever and finds it remembered. So results do not depend on how many there were: who is killed, or fails, leaves his
work to be done here.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, suppress
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tracker.errors import CollectionError
from tracker.garbage_collection import look_seldom
from tracker.storage.cache import code, is_remembered, keep, keeps, noted

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.context import BaseContext

T = TypeVar("T")
ENOUGH = 8
"""Fewer things than this are made here: other processes would take longer to begin."""

_jobs: ContextVar[int | None] = ContextVar("jobs", default=None)
_cluster: ContextVar[str] = ContextVar("cluster", default="")
Progress = Callable[[str, int, int], None]
"""Hears what is made (the first word of what it is remembered by), and how many of how many there are."""

_progress: ContextVar[Progress] = ContextVar("progress", default=lambda *_: None)
_counted: ContextVar[bool] = ContextVar("counted", default=False)


def use_jobs(jobs: int) -> None:
    """Use so many processes from now on; 1 for this one alone."""
    _jobs.set(jobs)


def use_cluster(address: str) -> None:
    """Have it done by the workers of a Dask scheduler from now on; "" by this machine."""
    _cluster.set(address)


@contextmanager
def showing_progress(progress: Progress) -> Iterator[None]:
    """Have it told how many of how many things are done, within a block; of few things each made here, too."""
    tokens = _progress.set(progress), _counted.set(True)
    try:
        yield
    finally:
        _progress.reset(tokens[0])
        _counted.reset(tokens[1])


def tell_made(made: str, done: int, number: int) -> None:
    """Tell whoever wants to know that so many of so many things are made, those that are remembered included."""
    _progress.get()(made, done, number)


def make_ahead(task: Callable[[T], object], things: Iterable[T], about: Callable[[T], tuple[str, ...]]) -> None:
    """Do a task, a function of a module, to the things of which the store does not remember what is made of them."""
    number = _cores() if (wished := _jobs.get()) is None else wished
    alone = not _cluster.get() and number <= 1
    if not keeps() or (alone and not _counted.get()):
        return
    asked = list(things)
    left = [thing for thing in asked if not is_remembered(about(thing))]
    made, known = about(asked[0])[0] if asked else "", len(asked) - len(left)

    def count(done: int) -> None:
        tell_made(made, known + done, len(asked))

    if asked and _counted.get():
        count(0)
    if _cluster.get():
        _on_cluster(task, left, count)
    elif len(left) >= ENOUGH and not alone:
        _in_processes(task, left, number, count)
    elif _counted.get():
        for at, thing in enumerate(left, 1):
            _tried(task, thing)
            count(at)


def _in_processes(task: Callable[[T], object], things: Sequence[T], number: int, count: Callable[[int], None]) -> None:
    """Do the first here, so that those who are forked after it have what it loaded; the others there."""
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed  # loaded where they are needed

    first, *rest = things
    _tried(task, first)
    # The terminal UI takes standard error and has no number for it, which those who begin ask for.
    with redirect_stderr(sys.__stderr__):
        made = ProcessPoolExecutor(number, _context(), initializer=_deaf)
    with made as pool:
        try:
            with redirect_stderr(sys.__stderr__):
                waited = [pool.submit(_tried, task, thing) for thing in rest]
            for at, future in enumerate(as_completed(waited), 2):
                future.result()
                count(at)
        except BrokenExecutor:
            count(len(things))
        except KeyboardInterrupt:
            _stop(pool)
            raise


def _context() -> BaseContext:
    """How processes begin: forked where this one has no threads, which would be lost in a fork."""
    import multiprocessing

    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if alone else "spawn")


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the processes at once: nothing half made is kept."""
    import multiprocessing

    pool.shutdown(wait=False, cancel_futures=True)
    for child in multiprocessing.active_children():
        child.terminate()


def _tried(task: Callable[[T], object], thing: T) -> None:
    """Do a task; what fails here fails, and is told, where it is done again."""
    with suppress(Exception):
        task(thing)


def _deaf() -> None:
    """An interrupt is for the process that asked, which ends the others."""
    look_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _on_cluster(task: Callable[[T], object], things: Sequence[T], count: Callable[[int], None]) -> None:
    """The same by the workers of a cluster; what they remember is sent here."""
    try:
        from distributed import Client
        from distributed import as_completed as completed
    except ImportError as fault:
        raise CollectionError("cluster.extra") from fault
    try:
        client = Client(_cluster.get(), set_as_default=False, timeout=10)
    except (OSError, ValueError) as fault:
        raise CollectionError("cluster.unreachable", address=_cluster.get()) from fault
    with client:
        futures = client.map(partial(_recorded, task), things, pure=False)
        for at, (_, found) in enumerate(completed(futures, loop=client.loop, with_results=True, raise_errors=False), 1):
            if isinstance(found, tuple) and found[0] != code():
                raise CollectionError("cluster.other-code", address=_cluster.get())
            for name, data in found[1].items() if isinstance(found, tuple) else ():
                keep(name, data)
            count(at)


def _recorded(task: Callable[[T], object], thing: T) -> tuple[str, dict[str, bytes]]:
    """The code of a worker of a cluster, and what it would have remembered."""
    with noted() as found:
        _tried(task, thing)
    return code(), dict(found)
