"""Words in their place, with no more work than they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.css.styles import RulesMap


def show_words(place: Static, words: Content) -> None:
    """Show words; the same ones cost nothing, and the screen is laid out anew only where they take other room."""
    before = place.content
    if isinstance(before, Content) and before.is_same(words):
        return
    place.update(words, layout=not (isinstance(before, Content) and _as_much(place, before, words)))


def _as_much(place: Static, before: Content, words: Content) -> bool:
    """Whether other words take the room of those before; folded to the width of their place, so many lines."""
    width = place.content_size.width
    if _grows(place):
        return "\n" not in before.plain + words.plain and before.cell_length == words.cell_length <= width
    return width > 0 and _height(place, before, width) == _height(place, words, width)


def _height(place: Static, words: Content, width: int) -> int:
    return words.get_height(cast("RulesMap", place.styles), width)  # Textual does so itself


def _grows(place: Static) -> bool:
    """Whether a place is as wide as its words."""
    return place.styles.width is not None and place.styles.width.is_auto
