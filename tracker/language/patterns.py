"""Word patterns of the language data, compiled once."""

from __future__ import annotations

import re
from functools import cache

from tracker.language.resources import read_table


@cache
def pattern(table: str, name: str) -> re.Pattern[str]:
    """The patterns of `[name]` in the data file `table` as one, at word boundaries; for lower-case text."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(read_table(table)[name]['words'])})(?!\w)")


def matches(table: str, name: str, text: str) -> bool:
    """Whether a text, in any case, has one of the patterns."""
    return bool(pattern(table, name).search(text.lower()))
