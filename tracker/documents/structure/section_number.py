"""The number that a heading begins with, apart from its title, and the title as it is shown."""

from __future__ import annotations

import re

from tracker.language.resources import word_set
from tracker.text.normalize import one_space

_NUMBER = re.compile(
    r"\s*(\d{1,2}(?:\.\d{1,2})*|(?:[ivxl]+|[IVXL]+|[A-Za-z])(?:(?:\.\d{1,2})+|(?=[.):])))[.):]*\s+(?=\S)"
)
"""Figures, or a Roman number or a letter with a mark behind it: in "I know" the "I" is a word, and "2024" is a year."""


def split_number(heading: str) -> tuple[str, str]:
    """The number of a heading as printed, without the marks behind it, and the rest; ("", heading) without one."""
    found = _NUMBER.match(heading)
    return (found[1], heading[found.end() :]) if found else ("", heading)


def title_of(heading: str) -> str:
    """Give a heading to show: without its number, dots in front and the article that it begins with."""
    title = one_space(split_number(heading)[1]).lstrip(" .…-")
    first, _, rest = title.partition(" ")
    title = (rest if first.lower() in word_set("words", "articles") else title).rstrip(" .,;:") or heading
    return title[:1].upper() + title[1:]
