"""A long text in blocks below each other, each folded to the width, or to two columns of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from textual.content import Content
from textual.strip import Strip

from tui.widgets.scroller import Scroller

GUTTER = 2
"""Columns left of a block, where the stop that is looked at has its mark."""

KNOWN = 2048
"""Texts of which it is remembered in how many lines they stand: two long letters have fewer passages."""


@lru_cache(maxsize=KNOWN)
def height(text: str, width: int) -> int:
    """In how many lines a text stands, folded to so many columns."""
    return Content(text).get_height({}, width)


@dataclass(frozen=True)
class PageBlock:
    """A stretch of text; `stop` says that the cursor halts at it, `right` makes it two columns of a comparison."""

    key: str
    content: Content
    stop: bool = False
    right: Content | None = None
    rail: bool = False
    """Whether a rule runs down the margin, as along a life told in steps."""


class FoldedText(Scroller):
    """Blocks laid out for the width; with two columns where a block has a right side."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.blocks: list[PageBlock] = []
        self.tops: list[int] = []
        """The line at which each block begins."""
        self.total = 0
        self._folded_to = 0
        """The columns that the text is folded to; 0 while they are not known."""

    def mark(self, place: int) -> tuple[str, str]:
        """The sign left of a block, and its colour."""
        return ("│", "$rule") if self.blocks[place].rail else (" ", "")

    def lit(self, content: Content) -> Content:
        """Content with what is to be brought out in it."""
        return content

    def place(self, key: str) -> int:
        """The place of the block with a key, -1 where there is none."""
        return next((at for at, block in enumerate(self.blocks) if block.key == key), -1)

    def top_key(self) -> str | None:
        """The key of the block at the top of the view."""
        return self.top()[0] or None

    def top(self) -> tuple[str, int]:
        """The key of the block at the top of the view, and how many of its lines are above; "" where there is none."""
        line = round(self.scroll_offset.y)
        place = bisect_right(self.tops, line) - 1
        return (self.blocks[place].key, line - self.tops[place]) if 0 <= place < len(self.blocks) else ("", 0)

    def scroll_to_top(self, key: str, lines: int) -> None:
        """Have the view begin so many lines below the top of a block, as far as the block has them."""
        place = self.place(key)
        if place >= 0:
            below = min(lines, self.height_of(place) - 1)
            self.scroll_to(y=self.tops[place] + below, animate=False, force=True)

    def reveal(self, key: str, *, before: int = 2) -> None:
        """Scroll to the block with a key, with some lines of what stands before it."""
        place = self.place(key)
        if place >= 0:
            self.scroll_to(y=max(self.tops[place] - before, 0), animate=False, force=True)

    def height_of(self, place: int) -> int:
        """How many lines a block has."""
        end = self.tops[place + 1] if place + 1 < len(self.tops) else self.total
        return end - self.tops[place]

    def on_resize(self) -> None:
        """Fold the text to another width, with the same line of a block at the top, as far as it still has it."""
        if self.room == self._folded_to:
            return
        scrolled, top = round(self.scroll_offset.y), self.top()
        self.lay_out()
        if scrolled:
            self.scroll_to_top(*top)

    @property
    def room(self) -> int:
        """Columns for the text."""
        return max(self.scrollable_content_region.width - GUTTER, 10)

    def lay_out(self) -> None:
        """Find the line at which each block begins."""
        self._folded_to = self.room if self.size else 0
        self.tops, self.total = [], 0
        for block in self.blocks:
            self.tops.append(self.total)
            self.total += self._measure(block)
        self.grow(self.total)
        self.forget()

    def _measure(self, block: PageBlock) -> int:
        if not self.size:
            return 1  # its room is not known yet: to fold in none takes long, and it is folded anew
        if block.right is None:
            return height(block.content.plain, self.room)
        half = self.half()
        return max(height(side.plain, half) for side in (block.content, block.right))

    def half(self) -> int:
        """Columns of one side of a comparison."""
        return max((self.room - 3) // 2, 5)

    def render_line(self, y: int) -> Strip:
        """The line from where the view is scrolled to; a block is painted whole when one of its lines is seen."""
        line = y + round(self.scroll_offset.y)
        if line >= self.total:
            return Strip.blank(self.size.width, self.rich_style)
        if line not in self.strips:
            place = bisect_right(self.tops, line) - 1
            for at, strip in enumerate(self._paint(place), start=self.tops[place]):
                self.strips[at] = strip
        return self.strips.get(line) or Strip.blank(self.size.width, self.rich_style)

    def _paint(self, place: int) -> list[Strip]:
        """The lines of a block with its gutter."""
        block = self.blocks[place]
        sign, colour = self.mark(place)
        gutter = self.strips_of(Content.styled(sign.ljust(GUTTER), colour), GUTTER)[0]
        left, right = self.lit(block.content), block.right
        lines = self.strips_of(left, self.room) if right is None else self._side_by_side(left, self.lit(right))
        rest = max(self.size.width - GUTTER - self.room, 0)
        return [Strip.join([gutter, line, Strip.blank(rest, self.rich_style)]) for line in lines]

    def _side_by_side(self, left: Content, right: Content) -> list[Strip]:
        """Two columns with a rule between them, as long as the longer."""
        half = self.half()
        sides = [self.strips_of(side, half) for side in (left, right)]
        empty = Strip.blank(half, self.rich_style)
        rule = self.strips_of(Content.styled(" │ ", "$rule"), 3)[0]
        height = max(map(len, sides))
        padded = [side + [empty] * (height - len(side)) for side in sides]
        return [Strip.join([ours, rule, theirs]) for ours, theirs in zip(*padded, strict=True)]
