"""Another process that holds the letters as they were linked, and tells what rulings change: it costs their threads.

To hold them takes more memory than to show them. It begins when somebody looks at a thread, of a session that is served
when a ruling on more than a verdict is asked for, and ends by itself when nobody asked it for a while.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
from contextlib import redirect_stderr, suppress
from multiprocessing.connection import Connection
from threading import Lock, Thread
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from tracker.decisions.ruling import Decision
from tracker.errors import TrackerError
from tracker.garbage_collection import look_seldom
from tracker.ledger.difference import LedgerDifference, changed, difference
from tracker.ledger.ledger_cache import threads_without_links
from tracker.ledger.rejudging import Judged
from tracker.storage.isolated_process import leave_terminal
from tracker.storage.parallel import use_jobs
from tui.study_loader import Scope, keep_shown, read_letters
from tui.view_model import Study

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

IDLE, IDLE_SERVED = 600.0, 60.0
"""Seconds without a question after which the process ends; of a session that is served, of which there may be many."""
QUIET = 1.0
"""Seconds without one after which it keeps what is shown for the next session."""

_Rulings = tuple[Decision, ...]
_Question = tuple[_Rulings, _Rulings]
"""The rulings that are shown, and those that are to be."""
_Answer = tuple[tuple[str, ...], LedgerDifference]
"""What the letters are made of there, and what is otherwise."""
READY = b"ready"


class LedgerProcess:
    """Asks the process; one question at a time, from any thread."""

    def __init__(self, idle: float = IDLE) -> None:
        """Begin nothing yet; `idle` is how many seconds without a question the process stays."""
        self._idle = idle
        self._turn = Lock()
        self._of: tuple[Scope, tuple[str, ...]] | None = None
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._ready = False
        """Whether the letters are linked there."""

    @property
    def is_ready(self) -> bool:
        """Whether the letters are linked there, so that an answer comes at once."""
        return self._hears(0)

    @property
    def _is_alive(self) -> bool:
        process = self._process
        return process is not None and process.is_alive()

    def prepare(self, scope: Scope, known: Study) -> None:
        """Have the process begin, so that it is ready when it is asked; gives at once."""
        if self._of != (scope, known.of) or not self._is_alive:
            Thread(target=self._begin, args=(scope, known), daemon=True).start()

    def at_once(self, scope: Scope, known: Study, rulings: _Rulings) -> Study | None:
        """A study under other rulings; None also where it is not known at once."""
        if not self._turn.acquire(blocking=False):
            return None
        try:
            is_ready = self._of == (scope, known.of) and self._hears(0)
            return self._asked(known, rulings) if is_ready else None
        finally:
            self._turn.release()

    def ruled(self, scope: Scope, known: Study, rulings: _Rulings) -> Study | None:
        """A study under other rulings; None where the letters are others by now, or nobody answers."""
        with self._turn:
            self._start(scope, known)
            return self._asked(known, rulings) if self._hears(None) else None

    def _hears(self, seconds: float | None) -> bool:
        """Whether the process has linked the letters within so many seconds; None to wait for it."""
        with suppress(EOFError, OSError):
            if self._pipe is not None and not self._ready and self._pipe.poll(seconds):
                self._ready = self._pipe.recv_bytes() == READY
        return self._ready

    def _asked(self, known: Study, rulings: _Rulings) -> Study | None:
        try:
            of, found = self._answer(known.rulings, rulings)
        except (EOFError, OSError):
            self._end()
            return None
        return Study(changed(known.judged, found), rulings, of, known) if of == known.of else None

    def _answer(self, before: _Rulings, after: _Rulings) -> _Answer:
        if self._pipe is None:
            raise EOFError
        self._pipe.send_bytes(msgspec.msgpack.encode((before, after)))
        found: _Answer = msgspec.msgpack.decode(self._pipe.recv_bytes(), type=_Answer)
        return found

    def end(self) -> None:
        """End the process, whoever waits for its answer; one that is being started once it runs."""
        if (process := self._process) is not None and process.is_alive():
            process.kill()
        with self._turn:
            self._end()

    def _begin(self, scope: Scope, known: Study) -> None:
        with self._turn:
            self._start(scope, known)

    def _start(self, scope: Scope, known: Study) -> None:
        """Have a process over these letters."""
        if self._of == (scope, known.of) and self._is_alive:
            return
        self._end()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_sit, args=(scope, theirs, self._idle), daemon=True)
        self._of = (scope, known.of)
        with redirect_stderr(sys.__stderr__):  # the terminal UI takes it and has no number for it
            self._process.start()
        theirs.close()

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()  # what it remembers is written whole or not at all
            self._process.join()
        self._pipe = self._process = self._of = None
        self._ready = False


def _sit(scope: Scope, pipe: Connection, idle: float) -> None:
    """In another process: answer questions until nobody asks."""
    leave_terminal()
    look_seldom()
    use_jobs(1)
    with suppress(KeyboardInterrupt, EOFError, OSError, TrackerError):
        known = read_letters(scope)
        if known is None:
            return
        gc.freeze()  # what is held stays: to look for garbage in it takes longer than a ruling
        pipe.send_bytes(READY)
        shown: tuple[_Rulings, Judged] | None = None
        while pipe.poll(idle):
            before, after = msgspec.msgpack.decode(pipe.recv_bytes(), type=_Question)
            first = shown[1] if shown is not None and shown[0] == before else known.incremental.under(before)
            shown = after, known.incremental.under(after)
            pipe.send_bytes(msgspec.msgpack.encode((known.of, _difference_for_screens(first, shown[1]))))
            if not pipe.poll(QUIET):
                keep_shown(known.of, *shown)


def _difference_for_screens(before: Judged, after: Judged) -> LedgerDifference:
    """What is otherwise, as screens have it."""
    found = difference(before, after)
    threads = replace(found.threads, new=threads_without_links(found.threads.new))
    return replace(found, threads=threads, unruled=threads_without_links(found.unruled))
