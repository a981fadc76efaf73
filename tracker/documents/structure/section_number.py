"""The number that a heading begins with, apart from its title."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"\s*(\d{1,2}(?:\.\d{1,2})*|(?:[ivxl]+|[IVXL]+|[A-Za-z])(?:(?:\.\d{1,2})+|(?=[.):])))[.):]*\s+(?=\S)"
)
"""Figures, or a Roman number or a letter with a mark behind it: in "I know" the "I" is a word, and "2024" is a year."""


def split_number(heading: str) -> tuple[str, str]:
    """The number of a heading as printed, without the marks behind it, and the rest; ("", heading) without one."""
    found = _NUMBER.match(heading)
    return (found[1], heading[found.end() :]) if found else ("", heading)
