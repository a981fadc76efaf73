"""`python -m tracker` and the `tracker` command: even a parser that cannot be loaded is told in one sentence.

An interrupt is exit code 130 without a word, from the first line to the last.
"""

import _signal  # type: ignore[import-not-found] # built in: signal loads files first, where an interrupt is told
import os
import sys

_INTERRUPTED = 130
"""The exit code of a process that was interrupted, by convention."""


def _leave(*_: object) -> None:
    os._exit(_INTERRUPTED)


def _swallowed(told: "sys.UnraisableHookArgs") -> None:
    """End where Python drops an interrupt and goes on: while it cleans up an object, or ends an import."""
    if issubclass(told.exc_type, KeyboardInterrupt):
        _leave()
    sys.__unraisablehook__(told)


if __name__ == "__main__" or sys.argv[0].endswith(("tracker", "tracker.exe")):
    _signal.signal(_signal.SIGINT, _leave)  # before anything else is loaded

from tracker.errors import TrackerError, handled  # noqa: E402 (an interrupt while it is loaded is answered too)


def main() -> int:
    """Run the command line and give its exit code (see ExitCode)."""
    before, told = _signal.getsignal(_signal.SIGINT), sys.unraisablehook
    try:
        return handled(_run)
    except KeyboardInterrupt:  # one that came while another fault was told
        return _INTERRUPTED
    finally:
        _signal.signal(_signal.SIGINT, before)
        sys.unraisablehook = told


def _run() -> int:
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 (for as long as the process lives)
    if sys.stderr is None:  # no file that is opened later may take its place
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (as above)
    if sys.stdout is None:
        raise TrackerError("error.output-closed")
    from tracker.garbage_collection import look_seldom

    look_seldom()
    from tracker.cli import main as run

    sys.unraisablehook = _swallowed
    _signal.signal(_signal.SIGINT, _signal.default_int_handler)  # from here on there is something to clean up
    return run()


if __name__ == "__main__":
    sys.exit(main())
