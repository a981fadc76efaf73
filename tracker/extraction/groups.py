"""Groups of one kind that a text names: what is said of primary schools is not said of secondary ones."""

from __future__ import annotations

import re

from tracker.language.pack import cached
from tracker.language.resources import entries

NamedGroup = tuple[str, str]
"""A kind of groups, and which of them, by their names in the data."""


def groups_of(text: str) -> frozenset[NamedGroup]:
    """The groups that a text names, in any case; those of one kind have no member in common."""
    low = text.lower()
    return frozenset(group for group, known in _groups().items() if known.search(low))


@cached(maxsize=1)
def _groups() -> dict[NamedGroup, re.Pattern[str]]:
    return {
        (kind, name): re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)")
        for kind, rows in entries("links", "groups").items()
        for name, words in rows.items()
    }
