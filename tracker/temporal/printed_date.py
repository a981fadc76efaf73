"""The days that the head of a paper prints, in whatever way: in words, in figures, as a stamp, as a scan was read."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

from tracker.language.pack import cached
from tracker.temporal.timex import tag_times

_APART = re.compile(r"(?<=\b\d) (?=\d\b)|(?<=\d)(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})(?=\d)|(?<=[a-z][.,])(?=\d)")
"""Where a stamp has a space between the figures of a number, or none between a figure and a word."""
_LETTERS_APART = re.compile(r"(?<!\S)(?:[^\W\d_] ){2,20}[^\W\d_](?![^\W\d_])")
"""A word whose letters stand apart."""
_WITH_NAME = re.compile(
    r"(?<![^\W_])([\dOIl]{1,2})(?:\.? |[ ]?[-/.][ ]?)((?:[^\W\d_]|0){3,9})(?:\.? ['’]?|\.?[ ]?[-/.][ ]?)"
    r"([12][\dOIl]{3}|[\dOIl]{2})(?![^\W_])"
)
_IN_FIGURES = re.compile(
    r"(?<![\w./-])([\dOIl]{1,2})[ ]{0,2}([-/.])[ ]{0,2}([\dOIl]{1,2})[ ]{0,2}\2[ ]{0,2}"
    r"((?:19|2[0O])?[\dOIl]{2})(?![\w/-]|\.\d)"
)
_YEAR_FIRST = re.compile(r"(?<![\w./-])((?:19|20)\d\d)([/.])([01]?\d)\2([0-3]?\d)(?![\w/-]|\.\d)")
"""A day from its year on, with other marks than ISO 8601 has."""
_MISREAD = str.maketrans("OIl", "011")
"""What the reading of a picture makes of the figures 0 and 1."""
_SHORT_YEAR = 2
"""Figures of a year without its century."""


class PrintedDate(Struct, frozen=True):
    """A day as a paper prints it, with the words of its line before and after it."""

    before: str
    day: dt.date
    after: str


@cached(maxsize=1024)
def printed_dates(line: str) -> tuple[PrintedDate, ...]:
    """The days with their year that a line prints, also as stamps do: "2 7 NOV. 2022", "27november2022", "27-nov-22".

    The years of this century may have two figures: nothing else is meant by them in the head of a paper.
    """
    whole = _LETTERS_APART.sub(lambda word: word.group().replace(" ", ""), line)
    spaced = _APART.sub(lambda gap: "" if gap.group() else " ", whole)
    usual = _YEAR_FIRST.sub(r"\4-\3-\1", _IN_FIGURES.sub(_in_figures, _WITH_NAME.sub(_with_name, spaced)))
    return tuple(
        PrintedDate(usual[: time.begin], end, usual[time.end :])
        for time in tag_times(usual, None)
        if time.kind == "day" and (end := time.deadline.end) is not None and time.deadline.start == end
    )


def _with_name(found: re.Match[str]) -> str:
    """A day with the name of its month as it is usually written; other words between two numbers stay as they are."""
    day, month, year = found.groups()
    usual = f"{day.translate(_MISREAD)} {month.replace('0', 'O')} {_full_year(year.translate(_MISREAD))}"
    return usual if tag_times(usual, None) else found.group()


def _in_figures(found: re.Match[str]) -> str:
    if not any(map(str.isdigit, found.group())):
        return found.group()
    day, _, month, year = (part.translate(_MISREAD) for part in found.groups())
    return f"{day}-{month}-{_full_year(year)}"


def _full_year(year: str) -> str:
    return f"20{year}" if len(year) == _SHORT_YEAR else year
