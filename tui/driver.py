"""The terminal that the app draws on and that keys come from.

It may go away at any moment: the app ends then, whatever it is doing.
Textual queues what is to be drawn for a thread that writes it. Where the terminal is gone that thread dies of the first
write, the queue runs full, and the app waits for room in it for ever.
"""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Thread, Timer
from typing import Any

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

BEGINNINGS = frozenset({"[", "]", "O", "P", "_", "^", "X"})
"""What follows an escape that begins a sequence of the terminal's own."""
PATIENCE = 3.0
"""Seconds that the app has to keep its place and end, once its terminal is gone."""
HUNG_UP = 129
"""The exit code of a process that ended as its terminal did: 128 + SIGHUP."""


def end_within(seconds: float = PATIENCE) -> Timer:
    """End the process after so many seconds at the latest, also while something is computed or waited for."""
    timer = Timer(seconds, os._exit, (HUNG_UP,))
    timer.daemon = True
    timer.start()
    return timer


class Outlet:
    """A terminal to write to; once it is gone that is told, and what is written goes nowhere."""

    def __init__(self, file: Any, gone: Callable[[], None]) -> None:
        self._file = file
        self._gone = gone
        self._is_gone = False

    def write(self, text: str) -> None:
        """Write, where there is still somebody to read it."""
        self._tried(lambda: self._file.write(text))

    def flush(self) -> None:
        """Write out."""
        self._tried(self._file.flush)

    def _tried(self, act: Callable[[], object]) -> None:
        if self._is_gone:
            return
        try:
            act()
        except OSError:
            self._is_gone = True
            self._gone()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


class EscapeFirst(XTermParser):
    """Keys from what a terminal sends, in which escape and the key typed right after it are two.

    A terminal sends the same for alt and that key, which Textual takes it for: typed within a tenth of a second, or on
    a busy machine, the escape did nothing and the key did what it does on the screen that was to be left. No key of
    the tracker is one with alt.
    """

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if len(sequence) == len("\x1b1") and isinstance(ANSI_SEQUENCES_KEYS.get(sequence), str):  # "¡" for escape and 1
            alt, sequence = True, sequence.removeprefix("\x1b")
        if alt and sequence not in BEGINNINGS:
            yield events.Key("escape", "\x1b")
        yield from super()._sequence_to_key_events(sequence)


class TerminalDriver(LinuxDriver):
    """A driver that leaves the app once its terminal is gone."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        outlet: Any = Outlet(self._file, self._hung_up)  # all that the writer asks of a file
        self._file = outlet
        self._watched = not self.input_tty

    def run_input_thread(self) -> None:
        """Read keys, by the parser that takes an escape for one."""
        vars(linux_driver)["XTermParser"] = EscapeFirst
        super().run_input_thread()

    def start_application_mode(self) -> None:
        """Draw, and notice when the terminal goes."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if not self._watched:
            self._watched = True
            Thread(target=self._watch, name="hang-up", daemon=True).start()

    def _watch(self) -> None:
        terminal = select.poll()
        terminal.register(self.fileno, 0)  # nothing but that it hung up
        if any(event & (select.POLLHUP | select.POLLERR) for _, event in terminal.poll()):
            self._hung_up()

    def _hung_up(self) -> None:
        end_within()
        with suppress(RuntimeError):  # the loop has ended already
            self._loop.call_soon_threadsafe(self._app.exit)
