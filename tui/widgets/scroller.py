"""What the two scrolling widgets share: lines painted on demand, kept until something about them changes."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.visual import Visual

from tui.widgets.frames import SideBar


class Scroller(ScrollView, can_focus=True):
    """A view that scrolls by vim and arrow keys and paints each line once; children say what a line is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--chosen", "line--head", "line--group"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "line(1)", "down", show=False),
        Binding("up,k", "line(-1)", "up", show=False),
        Binding("pagedown,ctrl+f,ctrl+d", "page(1)", "page_down", show=False),
        Binding("pageup,ctrl+b,ctrl+u", "page(-1)", "page_up", show=False),
        Binding("home,g", "edge(-1)", "first", show=False),
        Binding("end,G", "edge(1)", "last", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name that Textual gives it
        super().__init__(id=id)
        self.strips: dict[int, Strip] = {}

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar beside the lines, made when it is first asked for, as Textual does."""
        if self._vertical_scrollbar is None:
            bar = SideBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def strips_of(self, content: Content, width: int, *parts: str) -> list[Strip]:
        """Content folded to a width, in the style of the widget with component classes."""
        return Visual.to_strips(self, content, width, None, self.get_visual_style(*parts), pad=True)

    def line_of(self, content: Content, *parts: str) -> Strip:
        """Content that is one line as it is, which takes a third of the time of folding it."""
        ground = self.get_visual_style(*parts)
        pieces = content.render(ground, end="", parse_style=self._get_style)
        return Strip([Segment(text, (ground + style).rich_style) for text, style in pieces], content.cell_length)

    def grow(self, lines: int) -> None:
        """Have so many lines to scroll through; the rest of the screen stays where it is."""
        size = Size(self.size.width, lines)
        if self.container_size:
            self.set_reactive(Scroller.virtual_size, size)
            self._scroll_update(size)
        else:
            self.virtual_size = size

    def forget(self) -> None:
        """Paint every line anew."""
        self.strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """A new theme: what was painted is out of date."""
        super().notify_style_update()
        self.strips.clear()

    def show_lines(self, first: int, count: int, *, head: int = 0) -> None:
        """Scroll no further than needed to bring lines into view, below `head` lines that stay in place."""
        room = max(self.size.height - head, 1)
        top = round(self.scroll_offset.y)
        if first < top or count >= room:
            self.scroll_to(y=first, animate=False, force=True)
        elif first + count > top + room:
            self.scroll_to(y=first + count - room, animate=False, force=True)

    def redraw(self, line: int) -> None:
        """Paint one line of the view anew; `line` counts from the top of the content."""
        self.strips.pop(line, None)
        self.refresh(Region(0, line - round(self.scroll_offset.y), self.size.width, 1))
