"""A table of one-line rows that stays quick with ten thousand of them: only what is seen is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tracker.text.normalize import searchable
from tui.style import FOUND
from tui.widgets.scroller import Scroller


@dataclass(frozen=True)
class Column:
    """A column: its head, its width (0: an equal share of what is left), and the width of the table that it needs.

    One that `yields` goes before another is cut, that on the left first. In a table narrower than `sign` the sign that
    its cells begin with stands for them.
    """

    head: str
    width: int = 0
    needs: int = 0
    sign: int = 0
    right: bool = False
    yields: bool = False

    def width_in(self, total: int) -> int:
        """Its width in a table so wide."""
        return 1 if total < self.sign else self.width


LEAST = 8
"""Columns of the terminal that a share of what is left has at least, while another column can yield."""

Draw = Callable[[str], Sequence[Content]]
"""The cells of the row with a key, one for each column."""
RowText = Callable[[str], str]
"""What words are looked for in: all that the row with a key says, folded."""


class Rows(Scroller):
    """Rows with a cursor, which passes over the headings of groups (rows of one cell)."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "open")]

    cursor: reactive[int] = reactive(-1, repaint=False)
    """The place of the row that is looked at; -1 where there is none."""

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

        rows: Rows
        key: str

        @property
        def control(self) -> Rows:
            """The table, for selectors of handlers."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """Enter, or a click on the row that the cursor is on."""

        rows: Rows
        key: str

        @property
        def control(self) -> Rows:
            """The table, for selectors of handlers."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name that Textual gives it
        super().__init__(id=id)
        self.columns: Sequence[Column] = ()
        self.keys: Sequence[str] = ()
        self.groups: frozenset[int] = frozenset()
        self.draw: Draw = lambda _: ()
        self.widths: list[int] = []
        self._measured = 0
        """The width that the columns share."""
        self.told: RowText = self._cells_told
        self.sought: Sequence[str] = ()
        """The words that are looked for, folded."""

    def set_rows(
        self,
        columns: Sequence[Column],
        keys: Sequence[str],
        draw: Draw,
        groups: frozenset[int] = frozenset(),
        told: RowText | None = None,
    ) -> None:
        """Show other rows; the cursor stays on the row that it was on, or at the same height. Keys are unique."""
        before, place = self.key, max(self.cursor, 0)
        self.columns, self.keys, self.draw, self.groups = columns, keys, draw, groups
        self.told = told or self._cells_told
        self.grow(len(keys) + 1)
        self._measure()
        at = self._place(before) if before is not None else -1
        self.set_reactive(Rows.cursor, self._open(at if at >= 0 else min(place, len(keys) - 1), 1))
        self.forget()
        if self.size:
            self._follow()
        else:
            self.call_after_refresh(self._follow)  # there is no room to scroll in yet

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor."""
        return self.keys[self.cursor] if 0 <= self.cursor < len(self.keys) else None

    def go(self, key: str) -> bool:
        """Put the cursor on the row with a key; False where there is no such row."""
        at = self._place(key)
        if at >= 0:
            self.cursor = at
        return at >= 0

    @property
    def sees_cursor(self) -> bool:
        """Whether the row under the cursor is in view."""
        top = round(self.scroll_offset.y)
        return top <= self.cursor < top + max(self.size.height - 1, 1)

    def show_cursor(self) -> None:
        """Bring the row under the cursor into view."""
        self._follow()

    def seek(self, words: str) -> int:
        """Highlight words, and go to the first row from here on that has them all; gives how many have."""
        self.light(words)
        found = self._matches()
        if found:
            self.cursor = next((at for at in found if at >= self.cursor), found[0])
        return len(found)

    def light(self, words: str) -> None:
        """Highlight words in the rows."""
        self.sought = searchable(words).split()
        self.forget()

    def count(self) -> int:
        """How many rows have the words that are sought."""
        return len(self._matches())

    def seek_on(self, direction: int) -> None:
        """Go to the next or previous row that has the words, round the end."""
        found = self._matches()
        ahead = [at for at in found if (at > self.cursor if direction > 0 else at < self.cursor)]
        if found:
            self.cursor = (ahead or found)[0 if direction > 0 else -1]

    def step(self, direction: int) -> None:
        """Go to the next or previous row."""
        self.action_line(direction)

    def _matches(self) -> list[int]:
        """The places of the rows that have what is sought."""
        wanted = self.sought
        rows = enumerate(self.keys) if wanted else ()
        return [at for at, key in rows if at not in self.groups and all(word in self.told(key) for word in wanted)]

    def _cells_told(self, key: str) -> str:
        return searchable(" ".join(cell.plain for cell in self.draw(key)))

    def _place(self, key: str) -> int:
        return next((at for at, found in enumerate(self.keys) if found == key), -1)

    def _open(self, at: int, step: int) -> int:
        """The nearest row from `at` on, in a direction, that is no heading; else one in the other; else -1."""
        places = range(len(self.keys))
        ahead = (here for here in (places[max(at, 0) :] if step > 0 else reversed(places[: at + 1])))
        behind = (here for here in (reversed(places[: max(at, 0)]) if step > 0 else places[max(at, 0) :]))
        return next((here for part in (ahead, behind) for here in part if here not in self.groups), -1)

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows anew and tell."""
        for place in (old, new):
            self.redraw(place + 1)
        self._follow()

    def _follow(self) -> None:
        if self.key is not None:
            self.show_lines(self.cursor, 1, head=1)
            self.post_message(self.Moved(self, self.key))

    def action_line(self, step: int) -> None:
        """Move the cursor by a row."""
        self.cursor = self._open(self.cursor + step, step) if 0 <= self.cursor + step < len(self.keys) else self.cursor

    def action_page(self, step: int) -> None:
        """Move the cursor by what is seen at once."""
        last = len(self.keys) - 1
        self.cursor = self._open(min(max(self.cursor + step * max(self.size.height - 2, 1), 0), last), step)

    def action_edge(self, side: int) -> None:
        """Move the cursor to the first or last row."""
        self.cursor = self._open(0 if side < 0 else len(self.keys) - 1, -side)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a row there is nothing to open."""
        return self.key is not None if action == "choose" else super().check_action(action, parameters)

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row; on the row that has it, it opens it."""
        place = event.y - 1 + round(self.scroll_offset.y)
        if event.y < 1 or not 0 <= place < len(self.keys) or place in self.groups:
            return
        if place == self.cursor:
            self.action_choose()
        self.cursor = place

    def on_resize(self) -> None:
        """Columns share the new width; the row under the cursor stays in view."""
        if self.scrollable_content_region.width != self._measured:
            self._measure()
            self.grow(len(self.keys) + 1)
            self.forget()
        self.show_lines(max(self.cursor, 0), 1, head=1)

    def _measure(self) -> None:
        """The width of each column, 0 for those that do not fit."""
        self._measured = total = self.scrollable_content_region.width
        shown = {at: column.width_in(total) for at, column in enumerate(self.columns) if column.needs <= total}
        while sum((width or LEAST) + 1 for width in shown.values()) - 1 > total:
            first = next((at for at in shown if self.columns[at].yields), None)
            if first is None:
                break
            del shown[first]
        room = total - sum(shown.values()) - len(shown)
        share = max(room // max(sum(not width for width in shown.values()), 1), 1)
        self.widths = [(shown[at] or share) if at in shown else 0 for at in range(len(self.columns))]

    def render_line(self, y: int) -> Strip:
        """The head on top, then the rows from where the view is scrolled to."""
        width = self.size.width
        if y == 0:
            return self._line(self._head(), "line--head")
        line = y + round(self.scroll_offset.y)
        if line > len(self.keys):
            return Strip.blank(width, self.rich_style)
        if line not in self.strips:
            parts = ["line--chosen"] if line - 1 == self.cursor else []
            parts += ["line--group"] if line - 1 in self.groups else []
            self.strips[line] = self._line(self._row(self.keys[line - 1]), *parts)
        return self.strips[line]

    def _line(self, content: Content, *parts: str) -> Strip:
        """A row as wide as the table."""
        return self.line_of(content.pad_right(max(self.size.width - content.cell_length, 0)), *parts)

    def _head(self) -> Content:
        return self._joined([Content(column.head) for column in self.columns])

    def _row(self, key: str) -> Content:
        cells = self.draw(key)
        if self.sought:
            pattern = re.compile("|".join(map(re.escape, self.sought)), re.IGNORECASE)
            cells = [cell.highlight_regex(pattern, style=FOUND) for cell in cells]
        return self._joined(cells) if len(cells) == len(self.columns) else cells[0].truncate(self.size.width)

    def _joined(self, cells: Sequence[Content]) -> Content:
        """Cells side by side, each cut or padded to its column."""
        fitted = [
            _fit(cell, width, right=column.right)
            for cell, width, column in zip(cells, self.widths, self.columns, strict=True)
            if width
        ]
        return Content(" ").join(fitted).truncate(max(self.size.width, 1))


def _fit(cell: Content, width: int, *, right: bool) -> Content:
    """A cell as wide as its column, "…" where it was cut to more than a sign."""
    cut = cell.truncate(width, ellipsis=width > 1)
    return cut.pad_left(width - cut.cell_length) if right else cut.pad_right(width - cut.cell_length)
