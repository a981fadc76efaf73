"""The log of what kept a hook from its work: git goes on, and what went wrong stands here until somebody deletes it."""

from __future__ import annotations

import datetime as dt
import traceback

from msgspec import Struct

from tracker.git.repository import Home
from tracker.i18n.message import Message, message
from tracker.storage.bounded_read import read_bounded

FILE = "tracker-hook.log"
"""The name of the log in the git directory that all work trees share."""

LARGEST = 1_000_000
"""Bytes; a longer log begins anew."""
_READ = 10 * LARGEST
"""Bytes of a log that are read at most: the fault that made it too long stands in it whole."""
_STAMP = "%Y-%m-%dT%H:%M:%SZ"
"""How the head of a fault begins, before the work tree."""


class LoggedFaults(Struct, frozen=True):
    """How many faults a log holds, the day of the newest, and what it says it was in a line."""

    number: int
    newest: str
    cause: str


def keep_fault(home: Home, fault: Exception) -> Message:
    """Keep the details of a fault, and say where."""
    path = home.common / FILE
    try:
        mode = "w" if path.exists() and path.stat().st_size > LARGEST else "a"
        with path.open(mode, encoding="utf-8") as log:
            log.write(f"{dt.datetime.now(dt.UTC):{_STAMP}} {home.top}\n")
            log.writelines(traceback.format_exception(fault))
    except OSError:
        return message("hook.no-log", path=path)
    return message("hook.log", path=path)


def kept_faults(home: Home) -> LoggedFaults | None:
    """The faults that were kept; None where there are none, or the log is no file that can be read."""
    try:
        data = read_bounded(home.common / FILE, _READ)
    except OSError:
        return None
    lines = data.decode(errors="replace").split("\n")
    heads = [at for at, line in enumerate(lines) if _is_head(line)]
    if not heads:
        return None
    cause = next((line for line in reversed(lines[heads[-1] + 1 :]) if line.strip()), "")
    return LoggedFaults(len(heads), lines[heads[-1]].partition("T")[0], cause.strip())


def _is_head(line: str) -> bool:
    """Whether a fault begins in a line."""
    stamp, _, place = line.partition(" ")
    if not place or not stamp.endswith("Z"):
        return False
    try:
        dt.datetime.strptime(stamp, _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:
        return False
    return True
