"""The table that a walk over marked-up text is in: which column a cell stands in, and what its row is called."""

from __future__ import annotations

import re

from lxml import etree

from tracker.documents.layout.blocks import Place
from tracker.documents.layout.patterns import RowsTable, rows_table
from tracker.documents.layout.tables import DEEPEST

_WIDEST = 1000
"""The standard of web pages lets no cell span more columns; of a table that is wider the columns after these stand for
themselves, so that what is remembered of it does not grow with what its cells claim to span."""
_NUMBER = re.compile(r"[0-9]{1,4}")
_LAST_NUMBER = re.compile(r"[0-9]{1,4}$")


class TableGrid:
    """The table that is being read, and how far."""

    def __init__(self, number: int) -> None:
        """Begin before its first row."""
        self.number = number
        self.heads: dict[int, str] = {}
        self.row = -1
        self.column = -1
        self.title = ""
        self.fresh = False
        self._first = self._depth = 1
        self._span = 1
        self._held: dict[int, tuple[int, int]] = {}
        """For each column that a cell of a row above reaches into, the last row that it does, the column after it."""
        self._known: RowsTable | None = None

    def next_row(self) -> None:
        """Begin a row."""
        self.row, self.column, self.title, self._span = self.row + 1, -1, "", 1

    def next_cell(self, columns: int = 1, rows: int = 1) -> None:
        """Begin a cell of so many columns and rows, in the next column that is free in its row."""
        self.column, self.fresh = self.column + self._span, True
        while (held := self._held.get(self.column)) and held[0] >= self.row:
            self.column = held[1]
        self._span = columns
        if self.row == self.column == 0:
            self._first = rows
        elif self.row == 0 and columns > 1 and self._first <= DEEPEST:
            self._depth = self._first
        if rows > 1:
            held = (self.row + rows - 1, self.column + columns)
            self._held |= dict.fromkeys(self._columns(), held)

    def _columns(self) -> range:
        """The columns of the cell that was begun."""
        return range(self.column, min(self.column + self._span, _WIDEST))

    def place(self, words: str) -> Place:
        """Where the block with these words stands; the first block of the first row's cells is the head of a column.

        Heads stand over as many rows as the first spans, where another spans columns, one below the other. A row whose
        first cell is empty, or one with that of the row above, is called by the first that has words.
        """
        inner = self.row >= self._depth
        first = inner and self.fresh and self.column == 0
        if self.fresh and not inner and self.column < _WIDEST:
            for at in self._columns():
                self.heads[at] = f"{self.heads.get(at, '')} {words}".strip()
            self._known = rows_table(list(self.heads.values()))
        self.title = self.title or words if inner else ""
        self.fresh = False
        column = self.heads.get(self.column) if inner else None
        return Place(self.number, self.title, column, first, self._known.label if self._known else None)


def spans(cell: etree._Element) -> tuple[int, int]:
    """How many columns and rows a cell spans, as web pages tell it or the tables of official publications (CALS)."""
    first, last = (_LAST_NUMBER.search(cell.get(name, "")) for name in ("namest", "nameend"))
    columns = int(last[0]) - int(first[0]) + 1 if first and last else _count(cell.get("colspan"))
    rows = _count(cell.get("morerows")) + 1 if cell.get("morerows", "0").strip("0") else _count(cell.get("rowspan"))
    return min(max(1, columns), _WIDEST), min(rows, _WIDEST)


def _count(text: str | None) -> int:
    return max(1, int(text)) if text and _NUMBER.fullmatch(text) else 1
