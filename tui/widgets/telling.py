"""Words in their place, with no more work than they need."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


def tell(place: Static, words: Content) -> None:
    """Show words; the same ones cost nothing, and the screen is laid out anew only where they take other room."""
    before = place.content
    if isinstance(before, Content) and before.is_same(words):
        return
    then, now = _lengths(before) if isinstance(before, Content) else [], _lengths(words)
    as_long = then == now or (len(then) == len(now) == 1 and not _grows(place))
    place.update(words, layout=not (as_long and max(now + then) <= place.size.width))


def _lengths(words: Content) -> list[int]:
    """Columns of each line."""
    return (
        [line.cell_length for line in words.split("\n", allow_blank=True)]
        if "\n" in words.plain
        else [words.cell_length]
    )


def _grows(place: Static) -> bool:
    """Whether a place is as wide as its words."""
    return place.styles.width is not None and place.styles.width.is_auto
