"""What the terminal that one types in can do."""

from __future__ import annotations

import os
import sys

DUMB = ("dumb", "unknown")
"""Terminals whose cursor stays where it is."""


def draws_screens() -> bool:
    """Whether screens can be drawn here: in a terminal that moves its cursor and writes UTF-8."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") in DUMB:
        return False
    return (sys.stdout.encoding or "").replace("-", "").lower() == "utf8"
