"""A long text in blocks: each folded to the width, some of them stops that a cursor walks along."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.style import FOUND
from tui.widgets.scroller import Scroller

GUTTER = 2
"""Columns left of a block, where the stop that is looked at has its mark."""


@dataclass(frozen=True)
class PageBlock:
    """A stretch of text; `stop` says that the cursor halts at it, `right` makes it two columns of a comparison."""

    key: str
    content: Content
    stop: bool = False
    right: Content | None = None
    rail: bool = False
    """Whether a rule runs down the margin, as along a life told in steps."""


class Page(Scroller):
    """Blocks below each other, laid out for the width; with two columns where a block has a right side."""

    cursor: reactive[int] = reactive(-1, repaint=False)
    """The place of the stop that is looked at among the blocks; -1 where there is none."""

    @dataclass
    class Moved(Message):
        """The cursor is at another stop."""

        page: Page
        key: str

        @property
        def control(self) -> Page:
            """The page, for selectors of handlers."""
            return self.page

    @dataclass
    class Clicked(Message):
        """A click on a stretch of text that carries a reference."""

        page: Page
        ref: str

        @property
        def control(self) -> Page:
            """The page, for selectors of handlers."""
            return self.page

    def __init__(self, *, walks: bool = True, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """With `walks` the arrows go from stop to stop, else line by line."""
        super().__init__(id=id)
        self.walks = walks
        self.blocks: list[PageBlock] = []
        self.tops: list[int] = []
        self.total = 0
        self.sought: re.Pattern[str] | None = None
        self._match_line = 0

    def set_blocks(self, blocks: Sequence[PageBlock], *, at: str | None = None) -> None:
        """Show other blocks, from the top, or with the cursor at the stop with key `at`."""
        self.blocks = list(blocks)
        stops = [place for place, block in enumerate(blocks) if block.stop]
        first = next((place for place in stops if self.blocks[place].key == at), stops[0] if stops else -1)
        self.set_reactive(Page.cursor, first)
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)
        if at is not None and first >= 0:
            self.call_after_refresh(self._follow)
        elif first >= 0:
            self.post_message(self.Moved(self, self.blocks[first].key))

    def change(self, key: str, content: Content) -> None:
        """Give the block with a key other content of the same height."""
        place = self.place(key)
        if place >= 0:
            block = self.blocks[place]
            self.blocks[place] = PageBlock(key, content, block.stop, block.right)
            self.forget()

    def place(self, key: str) -> int:
        """The place of the block with a key, -1 where there is none."""
        return next((at for at, block in enumerate(self.blocks) if block.key == key), -1)

    @property
    def key(self) -> str | None:
        """The key of the stop that is looked at."""
        return self.blocks[self.cursor].key if 0 <= self.cursor < len(self.blocks) else None

    def top_key(self) -> str | None:
        """The key of the block at the top of the view."""
        place = bisect_right(self.tops, round(self.scroll_offset.y)) - 1
        return self.blocks[place].key if 0 <= place < len(self.blocks) else None

    def reveal(self, key: str, *, before: int = 2) -> None:
        """Scroll to the block with a key, with some lines of what stands before it."""
        place = self.place(key)
        if place >= 0:
            self.scroll_to(y=max(self.tops[place] - before, 0), animate=False, force=True)

    def go(self, key: str) -> None:
        """Put the cursor at the stop with a key."""
        place = self.place(key)
        if place >= 0 and self.blocks[place].stop:
            self.cursor = place

    def step(self, direction: int) -> bool:
        """Put the cursor at the next or previous stop, counted from the view where it is not seen; False for none."""
        stops = [place for place, block in enumerate(self.blocks) if block.stop]
        here = self.cursor
        if not self._seen(here):
            here = bisect_right(self.tops, round(self.scroll_offset.y)) - 1
        ahead = [place for place in stops if place > here] if direction > 0 else [p for p in stops if p < here][::-1]
        if ahead:
            self.cursor = ahead[0]
        return bool(ahead)

    def _seen(self, place: int) -> bool:
        """Whether a part of a block is in view."""
        top = round(self.scroll_offset.y)
        bottom = top + self.size.height
        return place >= 0 and self.tops[place] < bottom and self.tops[place] + self._height_of(place) > top

    @property
    def sees_cursor(self) -> bool:
        """Whether the stop that is looked at is in view."""
        return self._seen(self.cursor)

    def show_cursor(self) -> None:
        """Bring the stop that is looked at into view."""
        self._follow()

    def seek(self, words: str) -> int:
        """Highlight words wherever they stand, and go to the first from here on; gives how many there are."""
        self.sought = re.compile(re.escape(words).replace("'", "['’]"), re.IGNORECASE) if words else None
        self.forget()
        matches = self._matches()
        if matches:
            here = round(self.scroll_offset.y)
            self._show_match(next((line for line in matches if line >= here), matches[0]))
        return len(matches)

    def seek_on(self, direction: int) -> None:
        """Go to the next or previous place where the words that are sought stand, round the end."""
        matches = self._matches()
        here = self._match_line
        if matches:
            on = [line for line in matches if line > here] or matches[:1]
            back = [line for line in matches if line < here][-1:] or matches[-1:]
            self._show_match((on if direction > 0 else back)[0])

    def _matches(self) -> list[int]:
        """The lines that hold what is sought."""
        if self.sought is None:
            return []
        found = []
        for place, block in enumerate(self.blocks):
            sides = [side for side in (block.content, block.right) if side is not None]
            if any(self.sought.search(side.plain) for side in sides):
                width = self.room if block.right is None else self._half()
                lines = {at for side in sides for at in _lines_with(self.sought, side, width)}
                found += [self.tops[place] + at for at in sorted(lines)]
        return found

    def _show_match(self, line: int) -> None:
        self._match_line = line
        self.scroll_to(y=max(line - self.size.height // 3, 0), animate=False, force=True)

    def watch_cursor(self) -> None:
        """Move the mark in the gutter and tell."""
        self.forget()
        self._follow()

    def _follow(self) -> None:
        if self.key is not None:
            self.show_lines(self.tops[self.cursor], self._height_of(self.cursor))
            self.post_message(self.Moved(self, self.key))

    def _height_of(self, place: int) -> int:
        end = self.tops[place + 1] if place + 1 < len(self.tops) else self.total
        return end - self.tops[place]

    def action_line(self, step: int) -> None:
        """Go to the next stop, or scroll by a line where there is none or the stop is not read to its end."""
        if not (self.walks and not self._unread(step) and self.step(step)):
            self.scroll_relative(y=step, animate=False)

    def _unread(self, step: int) -> bool:
        """Whether the stop that is looked at goes on beyond the view in this direction."""
        if self.cursor < 0:
            return False
        top = round(self.scroll_offset.y)
        first = self.tops[self.cursor]
        last = first + self._height_of(self.cursor)
        return last > top + self.size.height if step > 0 else first < top

    def action_page(self, step: int) -> None:
        """Scroll by what is seen at once."""
        self.scroll_relative(y=step * max(self.size.height - 2, 1), animate=False)

    def action_edge(self, side: int) -> None:
        """Scroll to the start or the end."""
        self.scroll_to(y=0 if side < 0 else self.total, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """A click on a reference tells it; on a stop it puts the cursor there."""
        ref = event.style.meta.get("ref")
        place = bisect_right(self.tops, event.y + round(self.scroll_offset.y)) - 1
        if isinstance(ref, str):
            self.post_message(self.Clicked(self, ref))
        elif 0 <= place < len(self.blocks) and self.blocks[place].stop:
            self.cursor = place

    def on_focus(self) -> None:
        """The mark of the stop lights up."""
        self.forget()

    def on_blur(self) -> None:
        """The mark of the stop dims."""
        self.forget()

    def on_resize(self) -> None:
        """Fold the text anew, with the same block at the top."""
        key = self.top_key()
        self._lay_out()
        if key is not None and self.scroll_offset.y:
            place = self.place(key)
            self.scroll_to(y=self.tops[place], animate=False, force=True)

    @property
    def room(self) -> int:
        """Columns for the text."""
        return max(self.scrollable_content_region.width - GUTTER, 10)

    def _lay_out(self) -> None:
        """Find the line at which each block begins."""
        self.tops, self.total = [], 0
        for block in self.blocks:
            self.tops.append(self.total)
            self.total += self._measure(block)
        self.virtual_size = Size(self.size.width, self.total)
        self.forget()

    def _measure(self, block: PageBlock) -> int:
        if not self.size:
            return 1  # its room is not known yet: to fold in none takes long, and it is folded anew
        if block.right is None:
            return block.content.get_height({}, self.room)
        half = self._half()
        return max(side.get_height({}, half) for side in (block.content, block.right))

    def _half(self) -> int:
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
        chosen = place == self.cursor
        mark = (
            ("▌", "$accent" if self.has_focus else "$faint") if chosen else ("│", "$rule") if block.rail else (" ", "")
        )
        gutter = self.strips_of(Content.styled(mark[0].ljust(GUTTER), mark[1]), GUTTER)[0]
        left, right = self._lit(block.content), block.right
        lines = self.strips_of(left, self.room) if right is None else self._side_by_side(left, self._lit(right))
        rest = max(self.size.width - GUTTER - self.room, 0)
        return [Strip.join([gutter, line, Strip.blank(rest, self.rich_style)]) for line in lines]

    def _lit(self, content: Content) -> Content:
        """Content with what is sought highlighted."""
        return content.highlight_regex(self.sought, style=FOUND) if self.sought else content

    def _side_by_side(self, left: Content, right: Content) -> list[Strip]:
        """Two columns with a rule between them, as long as the longer."""
        half = self._half()
        sides = [self.strips_of(side, half) for side in (left, right)]
        empty = Strip.blank(half, self.rich_style)
        rule = self.strips_of(Content.styled(" │ ", "$rule"), 3)[0]
        height = max(map(len, sides))
        padded = [side + [empty] * (height - len(side)) for side in sides]
        return [Strip.join([ours, rule, theirs]) for ours, theirs in zip(*padded, strict=True)]


def _lines_with(sought: re.Pattern[str], content: Content, width: int) -> list[int]:
    """The lines of folded content on which something that is sought begins."""
    ends: list[int] = []
    for line in content.wrap(width):
        ends.append((ends[-1] if ends else 0) + len(line) + 1)
    starts = [match.start() for match in sought.finditer(content.plain)]
    return sorted({min(bisect_right(ends, start), max(len(ends) - 1, 0)) for start in starts})
