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
    asked = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or ""
    named = (
        (asked or os.environ.get("LANG", "")).partition("@")[0].partition(".")[2]
    )  # of a locale that is not installed Python knows nothing
    return asked not in BARE and {_folded(sys.stdout.encoding or ""), _folded(named or "utf8")} == {"utf8"}


def _folded(encoding: str) -> str:
    return encoding.replace("-", "").lower()


def draws_screens() -> bool:
    """Whether screens can be drawn here: in a terminal that moves its cursor and writes UTF-8."""
    return is_terminal() and moves_cursor() and writes_signs()
