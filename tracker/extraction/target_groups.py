"""Groups of one kind that a text names: what is said of primary schools is not said of secondary ones."""

from __future__ import annotations

from tracker.language.pack import cached
from tracker.language.patterns import pattern_set
from tracker.language.resources import entries
from tracker.text.pattern_set import PatternSet

NamedGroup = tuple[str, str]
"""A kind of groups, and which of them, by their names in the data."""


def named_groups(text: str) -> frozenset[NamedGroup]:
    """The groups that a text names, in any case; those of one kind have no member in common."""
    patterns, groups = _groups()
    return frozenset(map(groups.__getitem__, patterns.found(text.lower())))


@cached(maxsize=1)
def _groups() -> tuple[PatternSet, tuple[NamedGroup, ...]]:
    known = {
        (kind, name): rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)"
        for kind, rows in entries("links", "groups").items()
        for name, words in rows.items()
    }
    return pattern_set(known.values()), tuple(known)
