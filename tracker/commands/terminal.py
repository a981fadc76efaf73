"""What the terminal that one types in can do."""

from __future__ import annotations

import os
import sys

DUMB = ("dumb", "unknown")
"""Terminals whose cursor stays where it is."""
BARE = ("C", "POSIX")
"""Locales whose signs are those of ASCII, whatever Python writes under them."""


def is_terminal() -> bool:
    """Whether somebody sits at it."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def moves_cursor() -> bool:
    """Whether it is one whose cursor can be put anywhere."""
    return os.environ.get("TERM") not in DUMB


def writes_signs() -> bool:
    """Whether all signs can be written there."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE")
    return (sys.stdout.encoding or "").replace("-", "").lower() == "utf8" and asked not in BARE


def draws_screens() -> bool:
    """Whether screens can be drawn here: in a terminal that moves its cursor and writes UTF-8."""
    return is_terminal() and moves_cursor() and writes_signs()
