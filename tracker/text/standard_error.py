"""Standard error, where what is told beside the answer goes: that nobody can hear it changes no exit code."""

from __future__ import annotations

import os
import sys


def tell(words: str) -> None:
    """Write to standard error at once. Where it is closed, full or hung up, this and all that follows goes nowhere."""
    if sys.stderr is None:  # closed from the start; print would take standard output
        return
    try:
        sys.stderr.write(words)
        sys.stderr.flush()
    except (OSError, ValueError):
        # What is left in its buffer would be written again, and fail again, at the end of the process.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (for as long as the process lives)
