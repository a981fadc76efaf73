"""The tracker's one error type with its few kinds, what each means for the exit code, and the one handler.

The handler owns standard error: a fault of the user is one sentence with its remedy, a fault of ours one sentence and
the file that holds the details. It works without any package beside Python's own, so that it can say which is missing.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from enum import IntEnum
from pathlib import Path
from typing import TypeVar

from tracker.i18n.message import Message, message
from tracker.text.standard_error import tell
from tracker.text.system_fault import system_fault

T = TypeVar("T")

_APP = "progress-letter-tracker"
_SHOWN = 200
"""Characters of a path in a sentence."""


class ExitCode(IntEnum):
    """What the command line answers with."""

    DONE = 0
    GATE = 1
    USER = 2
    BUG = 3
    INCOMPLETE = 4
    """The answer stands, but something was left out of it or could not be checked."""
    INTERRUPTED = 130


class TrackerError(Exception):
    """A fault that the user can mend; the message is one sentence with the remedy, given as such or by its id."""

    code = ExitCode.USER

    def __init__(self, said: str | Message, /, **params: object) -> None:
        self.message = message(said, **params) if isinstance(said, str) else said
        super().__init__(self.message)

    def __str__(self) -> str:
        """The sentence in English."""
        return str(self.message)


class CollectionError(TrackerError):
    """The folder, its manifest or its decisions cannot be used."""


class LetterError(TrackerError):
    """A document cannot be read; the other letters of the collection still can."""


class UnknownLetterError(TrackerError):
    """The words given name no letter, or several."""


class UnknownThreadError(TrackerError):
    """The words given name no thread or statement, or several where one is meant."""


class HistoryError(TrackerError):
    """The git repository or revision asked for is not there."""


class SourceError(TrackerError):
    """A service cannot be asked, does not answer, or answers what cannot be used."""


class DecisionError(TrackerError):
    """A ruling cannot be read, written or applied."""


class GateError(TrackerError):
    """A check that was asked for says no."""

    code = ExitCode.GATE


class RulesetError(Exception):
    """The language data contradicts itself: our bug. Lists every fault with file and key."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        """All of them in a row."""
        return "; ".join(self.faults)


class UncheckedError(TrackerError):
    """A check that was asked for could not be made."""

    code = ExitCode.INCOMPLETE


_SPARED: ContextVar[list[Message] | None] = ContextVar("spared", default=None)
"""What was left out of the answer that is being made."""


def spared(action: Callable[[], T]) -> T | Message:
    """What `action` gives; where it meets a fault of ours, the sentence on it, so that the rest can go on without it.

    The details are in the log, and the answer is known to be incomplete. What the user can mend is raised as ever.
    """
    try:
        return action()
    except (TrackerError, RulesetError, ModuleNotFoundError):
        raise
    except Exception as fault:
        if _is_interrupt(fault):
            raise KeyboardInterrupt from fault
        told = _logged(fault)
        known = _SPARED.get()
        if known is not None:
            known.append(told)
        return told


def left_out_from_now() -> list[Message]:
    """What `spared` leaves out from now on, as it does."""
    known: list[Message] = []
    _SPARED.set(known)
    return known


def culprits(rows: Sequence[T], fails: Callable[[Sequence[T]], bool]) -> tuple[T, ...]:
    """The rows without which an action on all of them does not fail: halves are tried, then their halves.

    Where only rows of both halves together fail, all of them are.
    """
    if not rows or not fails(rows):
        return ()
    if len(rows) == 1:
        return tuple(rows)
    half = len(rows) // 2
    return (*culprits(rows[:half], fails), *culprits(rows[half:], fails)) or tuple(rows)


def handled(action: Callable[[], int]) -> int:
    """Run `action` and give its exit code, or the code of what went wrong after saying so on standard error."""
    try:
        left_out = left_out_from_now()
        code = action()
        return _complain(message("error.incomplete", fault=left_out[0]), ExitCode.INCOMPLETE) if left_out else code
    except TrackerError as fault:
        return _complain(fault.message, fault.code)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except OSError as fault:
        return _output_fault(fault)
    except ModuleNotFoundError as fault:
        return _missing(fault)
    except Exception as fault:  # the one place where a bug becomes a sentence
        if _is_interrupt(fault):
            return ExitCode.INTERRUPTED
        cause = fault.__context__
        return _output_fault(cause) if isinstance(cause, OSError) and cause.errno == errno.ELOOP else _bug(fault)


def _is_interrupt(fault: BaseException | None) -> bool:
    """Whether a fault came of an interrupt: what a class does as it is made turns any exception into another."""
    while fault is not None and not isinstance(fault, KeyboardInterrupt):
        fault = fault.__cause__ or fault.__context__
    return fault is not None


def _complain(complaint: Message, code: ExitCode) -> ExitCode:
    """Say one sentence on standard error; file names and arguments in it may be hostile."""
    from tracker.i18n.catalog import text_of
    from tracker.text.escape import plain

    tell(f"tracker: {plain(text_of(complaint))}\n")
    return code


def leave_output() -> None:
    """Write nothing more to standard output: what is still buffered must not be flushed into a closed pipe at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _output_fault(fault: OSError) -> ExitCode:
    """A reader that went away (`| head`) is no fault; what the system does not allow the user can mend."""
    if isinstance(fault, BrokenPipeError):
        leave_output()
        return ExitCode.DONE
    if fault.errno is None:
        return _bug(fault)
    if fault.filename is None:
        return _complain(message("error.output", cause=system_fault(fault)), ExitCode.USER)
    path = os.fsdecode(fault.filename) if isinstance(fault.filename, str | bytes) else str(fault.filename)
    return _complain(message("error.system", path=path[:_SHOWN], cause=system_fault(fault)), ExitCode.USER)


def _missing(fault: ModuleNotFoundError) -> ExitCode:
    """A package that is not installed is mended by the user, a module of our own that is missing is our bug."""
    package = (fault.name or "").partition(".")[0]
    if package in {"", "tracker", "tui"}:
        return _bug(fault)
    return _complain(message("error.package", package=package), ExitCode.USER)


def _bug(fault: Exception) -> ExitCode:
    """Tell in one sentence where the details are."""
    return _complain(_logged(fault), ExitCode.BUG)


def _logged(fault: Exception) -> Message:
    """Keep the details in a log; the sentence says where."""
    kind = type(fault).__name__ + (f": {fault}" if isinstance(fault, RulesetError) else "")
    try:
        return message("error.bug", kind=kind, log=_log(fault))
    except (OSError, RuntimeError) as trouble:  # RuntimeError: nobody's home
        return message("error.bug-unlogged", kind=kind, cause=system_fault(trouble))


def _log(fault: Exception) -> Path:
    """Append the traceback with the versions that it happened in to the user's log."""
    import platform
    import traceback

    from tracker import __version__

    folder = _log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "faults.log"
    with path.open("a", encoding="utf-8") as log:
        log.write(f"tracker {__version__}, Python {platform.python_version()}, {platform.system()}\n")
        log.writelines(traceback.format_exception(fault))
        log.write("\n")
    return path


def _log_folder() -> Path:
    """Where this system keeps a user's logs, as platformdirs has it. Raises RuntimeError without a home."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(local, _APP, _APP, "Logs")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / _APP
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state", _APP, "log")
