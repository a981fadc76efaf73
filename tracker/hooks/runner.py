"""What git runs. Trouble of the tracker never stops git: it goes to a log, and one line names that."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import copy_context
from pathlib import Path

from msgspec import Struct

from tracker.errors import TrackerError
from tracker.git.repository import Home, home_of, leave_surroundings
from tracker.hooks.config import config_of
from tracker.hooks.fault_log import keep_fault
from tracker.i18n.message import Message, message

GATE = "pre-push"
"""The one hook that may say no."""


class Said(Struct, frozen=True):
    """What a hook prints, and why git should not go on, or None."""

    text: str = ""
    complaint: Message | None = None
    unchecked: Message | None = None
    """Why a push could not be checked and is stopped, or None."""


def run_hook(name: str, words: Sequence[str], lines: Sequence[str]) -> Said:
    """What the hook `name` says to git, which calls it with words and lines of input. Raises HistoryError only."""
    return copy_context().run(_run, name, words, lines)


def _run(name: str, words: Sequence[str], lines: Sequence[str]) -> Said:
    home = home_of(Path())
    leave_surroundings()
    try:
        return _answer(home, name, words, lines)
    except Exception as fault:
        if name == GATE and not _allows_unchecked(home):
            return Said(unchecked=message("hook.stopped", cause=_cause(home, name, fault)))
        return Said(_excuse(_cause(home, name, fault)))


def _answer(home: Home, name: str, words: Sequence[str], lines: Sequence[str]) -> Said:
    wishes = config_of(home)
    if wishes is None:
        return Said()
    from tracker.i18n.catalog import speak

    speak(wishes.lang or None)
    if name == GATE:
        from tracker.hooks.on_push import refusal

        return Said(complaint=refusal(home, wishes, words, lines))
    from tracker.hooks.on_arrival import arrival_lines

    return Said(arrival_lines(home, wishes, name, words, lines))


def _allows_unchecked(home: Home) -> bool:
    """Whether a push goes on that cannot be checked."""
    wishes = config_of(home)
    return wishes is None or wishes.allow_unchecked


def _excuse(cause: str) -> str:
    from tracker.text.escape import plain

    return plain(f"tracker: {cause}") + "\n"


def _cause(home: Home, name: str, fault: Exception) -> str:
    """What went wrong: the reason where the user can mend it, and the log that holds the details."""
    from tracker.i18n.catalog import gettext, text_of

    missing = gettext("hook.unchecked" if name == GATE else "hook.unreported")
    reason = f" ({text_of(fault.message)})" if isinstance(fault, TrackerError) else ""
    return f"{missing}{reason}; {text_of(keep_fault(home, fault))}"
