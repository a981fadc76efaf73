"""A long text of which some blocks are stops that a cursor walks along, and in which words are looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from tui.style import FOUND
from tui.widgets.wrapped_text import FoldedText, PageBlock


class Page(FoldedText):
    """Blocks that a cursor walks along, and in which words can be looked for."""

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
        self.sought: re.Pattern[str] | None = None
        self._match_line = 0

    def set_blocks(self, blocks: Sequence[PageBlock], *, at: str | None = None) -> None:
        """Show other blocks, from the top, or with the cursor at the stop with key `at`."""
        self.blocks = list(blocks)
        stops = [place for place, block in enumerate(blocks) if block.stop]
        first = next((place for place in stops if self.blocks[place].key == at), stops[0] if stops else -1)
        self.set_reactive(Page.cursor, first)
        self.lay_out()
        self.scroll_to(y=0, animate=False, force=True)
        if at is not None and first >= 0:
            self.call_after_refresh(self._follow)
        elif first >= 0:
            self.post_message(self.Moved(self, self.blocks[first].key))

    def change(self, key: str, content: Content) -> None:
        """Give the block with a key other content of the same height."""
        place = self.place(key)
        if place >= 0:
            self.blocks[place] = replace(self.blocks[place], content=content)
            self.forget()

    @property
    def key(self) -> str | None:
        """The key of the stop that is looked at."""
        return self.blocks[self.cursor].key if 0 <= self.cursor < len(self.blocks) else None

    def nearest(self, blocks: Sequence[PageBlock]) -> str | None:
        """The key of the stop that is looked at, where other blocks lack it of the next one, else of the one before."""
        stops, here = {block.key for block in blocks if block.stop}, max(self.cursor, 0)
        around = (*self.blocks[here:], *self.blocks[:here][::-1]) if self.key is not None else ()
        return next((block.key for block in around if block.key in stops), None)

    @property
    def below(self) -> int:
        """How many lines the view begins below the stop that is looked at; above it less than none."""
        return round(self.scroll_offset.y) - (self.tops[self.cursor] if self.cursor >= 0 else 0)

    def scroll_below(self, lines: int) -> None:
        """Have the view begin so many lines below the stop that is looked at."""
        top = self.tops[self.cursor] if self.cursor >= 0 else 0
        self.scroll_to(y=top + lines, animate=False, force=True)

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
        return place >= 0 and self.tops[place] < bottom and self.tops[place] + self.height_of(place) > top

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

    def count(self) -> int:
        """How many lines hold the words that are sought."""
        return len(self._matches())

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
                width = self.room if block.right is None else self.half()
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
            self.show_lines(self.tops[self.cursor], self.height_of(self.cursor))
            self.post_message(self.Moved(self, self.key))

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
        last = first + self.height_of(self.cursor)
        return last > top + self.size.height if step > 0 else first < top

    def action_page(self, step: int) -> None:
        """Scroll by what is seen at once; a cursor that is left behind goes along."""
        self.scroll_relative(y=step * max(self.size.height - 2, 1), animate=False, force=True)
        if self.walks and not self.sees_cursor:
            stops = [place for place, block in enumerate(self.blocks) if block.stop and self._seen(place)]
            self._look_at(stops[0 if step > 0 else -1] if stops else self.cursor)

    def action_edge(self, side: int) -> None:
        """Scroll to the start or the end, with the cursor at the first or last stop."""
        self.scroll_to(y=0 if side < 0 else self.total, animate=False, force=True)
        stops = [place for place, block in enumerate(self.blocks) if block.stop] if self.walks else []
        if stops:
            self._look_at(stops[0 if side < 0 else -1])

    def _look_at(self, place: int) -> None:
        """Put the cursor at a stop, and leave the view where it is."""
        self.set_reactive(Page.cursor, place)
        self.forget()
        if self.key is not None:
            self.post_message(self.Moved(self, self.key))

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

    def mark(self, place: int) -> tuple[str, str]:
        """The stop that is looked at is marked, brightly where keys go to it."""
        if place == self.cursor:
            return "▌", "$accent" if self.has_focus else "$faint"
        return super().mark(place)

    def lit(self, content: Content) -> Content:
        """Content with what is sought highlighted."""
        return content.highlight_regex(self.sought, style=FOUND) if self.sought else content


def _lines_with(sought: re.Pattern[str], content: Content, width: int) -> list[int]:
    """The lines of folded content on which something that is sought begins."""
    ends: list[int] = []
    for line in content.wrap(width):
        ends.append((ends[-1] if ends else 0) + len(line) + 1)
    starts = [match.start() for match in sought.finditer(content.plain)]
    return sorted({min(bisect_right(ends, start), max(len(ends) - 1, 0)) for start in starts})
