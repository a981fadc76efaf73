"""Words in their place, with no more work than they need."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


def tell(place: Static, words: Content) -> None:
    """Show words; the same ones cost nothing, and the screen is laid out anew only where they take other room."""
    before = place.content
    if isinstance(before, Content) and before.is_same(words):
        return
    as_long = isinstance(before, Content) and _lengths(before) == _lengths(words)
    place.update(words, layout=not as_long or max(_lengths(words)) > place.size.width)


def _lengths(words: Content) -> list[int]:
    """Columns of each line."""
    return [line.cell_length for line in words.split("\n")] if "\n" in words.plain else [words.cell_length]
