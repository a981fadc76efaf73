"""Frames around widgets, and bars beside them, that are as large as the screen makes them.

Textual lays the screen out a second time wherever a widget has got another size, for what the widget holds might ask
for scrollbars then. These never scroll.
"""

from __future__ import annotations

from textual.containers import Container, Horizontal, Vertical
from textual.geometry import Size
from textual.scrollbar import ScrollBar
from textual.widget import Widget


def _as_laid_out(
    self: Widget,
    size: Size,
    virtual_size: Size,
    container_size: Size,
    layout: bool = True,  # noqa: ARG001 - as Textual has it
) -> bool:
    """Take a size, and ask for no other one."""
    return Widget._size_updated(self, size, virtual_size, container_size, layout=False)


class PlainFrame(Container):
    """Widgets in the order that the style sheet lays them out."""

    _size_updated = _as_laid_out


class AcrossFrame(Horizontal):
    """Widgets beside each other."""

    _size_updated = _as_laid_out


class DownFrame(Vertical):
    """Widgets below each other."""

    _size_updated = _as_laid_out


class SideBar(ScrollBar):
    """The bar beside what scrolls up and down."""

    _size_updated = _as_laid_out
